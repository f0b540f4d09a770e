"""Rubbish is looked for in turns of their own, and what lasts is looked at once."""

import gc
import weakref
from collections.abc import Iterator

import pytest
from PySide6.QtCore import QObject, Qt
from pytestqt.qtbot import QtBot

from dateline.gui.collector import Collector


class Ring:
    """Holds on to itself."""

    def __init__(self) -> None:
        self.me = self


@pytest.fixture(autouse=True)
def thresholds() -> Iterator[tuple[int, int, int]]:
    """Begin as Python does, whatever windows of other tests are still there; return how that is."""
    before, own = gc.get_threshold(), (700, 10, 10)
    gc.set_threshold(*own)
    yield own
    gc.set_threshold(*before)
    gc.unfreeze()


@pytest.fixture
def collector(qapp: object, thresholds: object) -> Iterator[Collector]:
    owner = QObject()
    yield Collector(owner)
    del owner


def make(number: int) -> list[list[object]]:
    return [[i] for i in range(number)]


def test_what_lasts_is_looked_at_once(collector: Collector, qtbot: QtBot) -> None:
    kept = make(60_000)
    qtbot.waitUntil(lambda: not any(o is kept[0] for o in gc.get_objects()))
    assert len(kept) == 60_000


def test_rubbish_is_found_while_it_is_new(collector: Collector, qtbot: QtBot) -> None:
    ring = Ring()
    gone = weakref.ref(ring)
    del ring
    kept = make(60_000)
    qtbot.waitUntil(lambda: gone() is None)
    assert kept


def test_python_itself_looks_through_everything_never(collector: Collector) -> None:
    looked: list[int] = []

    def note(phase: str, info: dict[str, int]) -> None:
        looked.append(info["generation"])

    gc.callbacks.append(note)
    try:
        kept = make(300_000)
    finally:
        gc.callbacks.remove(note)
    assert kept
    assert 1 in looked
    assert 2 not in looked


def test_when_a_project_was_let_go_all_is_looked_through(collector: Collector, qtbot: QtBot) -> None:
    ring = Ring()
    gone = weakref.ref(ring)
    collector.look_at_all()
    collector.turn()  # counts the ring as lasting
    del ring
    collector.turn()
    assert gone() is not None
    collector.look_at_all()
    qtbot.waitUntil(lambda: gone() is None)
    assert gc.get_freeze_count() > 0, "what is left is passed over again"


def test_while_the_person_is_away_all_is_looked_through(
    qapp: object, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("dateline.gui.collector._AWAY_MS", 50)
    owner = QObject()
    collector = Collector(owner)
    ring = Ring()
    gone = weakref.ref(ring)
    collector.look_at_all()
    collector.turn()  # counts the ring as lasting
    del ring
    collector.heed(Qt.ApplicationState.ApplicationInactive)
    collector.heed(Qt.ApplicationState.ApplicationActive)  # back at once
    qtbot.wait(120)
    collector.turn()
    assert gone() is not None
    collector.heed(Qt.ApplicationState.ApplicationInactive)
    qtbot.waitUntil(lambda: gone() is None)


def test_nothing_new_is_no_work(collector: Collector, monkeypatch: pytest.MonkeyPatch) -> None:
    collector.turn()
    monkeypatch.setattr(gc, "collect", lambda: pytest.fail("there is nothing to look at"))
    collector.turn()


def test_with_the_window_the_thresholds_go(qapp: object, qtbot: QtBot, thresholds: tuple[int, int, int]) -> None:
    owner = QObject()
    collector = Collector(owner)
    assert gc.get_threshold() != thresholds
    with qtbot.waitSignal(collector.destroyed):
        owner.deleteLater()
    assert gc.get_threshold() == thresholds

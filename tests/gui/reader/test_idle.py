"""What is done while nobody waits is done little by little, and what it brings to light is shown."""

import pytest
from PySide6.QtWidgets import QApplication

from dateline.gui.reader import idle, index, surface
from dateline.model.annotation import Layer, Mention
from dateline.model.text import Span
from tests.gui.reader.conftest import PageMaker, added, removed
from tests.gui.reader.test_pixels import anew, differs, on_screen

TEXT = "The envoys met officials of the ministry in Astana on Monday and left at noon.\n" * 900


@pytest.fixture
def slow(monkeypatch, reader):
    """Every idle turn has had its time when it begins, and none comes by itself."""
    monkeypatch.setattr(surface, "SECONDS", -1.0)
    reader._idle.timeout.disconnect(reader.idle_turn)
    return reader


def page(*more: Mention) -> PageMaker:
    made = PageMaker(TEXT)
    for i in range(6000):
        made.page.mentions[f"m{i}"] = Mention(
            f"m{i}", "article", "me", Layer.ENTITY, "Person", (Span(i * 11, i * 11 + 6),)
        )
    made.page.mentions.update({m.id: m for m in more})
    return made


def test_a_turn_sets_one_block_or_looks_at_a_part_of_the_mentions(slow, schema, monkeypatch):
    made = page()
    slow.set_page(made.page, schema)
    sheet, did = slow.sheet(), []
    cell, look = sheet.cell, sheet.scene.index._look
    monkeypatch.setattr(sheet, "cell", lambda i: did.append("cell") or cell(i))
    monkeypatch.setattr(sheet.scene.index, "_look", lambda stop: did.append("look") or look(stop))
    turns = []
    while slow.idle_turn():
        assert len(did) == 1, did
        turns.append(did.pop())
    assert turns.count("look") == 5
    assert turns.count("cell") > 3
    assert sheet.scene.index.is_complete
    assert sheet.blocks.count(0.0)


@pytest.mark.parametrize("turns", [0, 3, 1000])
@pytest.mark.parametrize("asked", [False, True])
def test_a_change_at_any_time_is_drawn(slow, schema, turns, asked):
    """Whoever asked what stands at a place in between made a page that had changed be looked at, and its tag stayed."""
    made = page()
    slow.set_page(made.page, schema)
    for _ in range(turns):
        slow.idle_turn()
    QApplication.processEvents()
    before = on_screen(slow)
    gone = made.page.mentions.pop("m3")
    if asked:
        assert slow.hit(slow.rect_of(gone.span).center()) is not None
        slow._scene.index.at(gone.span.begin)
        slow._scene.index.complete()
    slow.apply(removed("m3"))
    shown = on_screen(slow)
    assert differs(before, shown)
    assert not differs(shown, anew(slow))
    made.page.mentions["m3"] = gone
    slow.apply(added("m3"))
    assert not differs(on_screen(slow), before)


def test_a_very_long_mention_shows_once_it_was_looked_at(slow, schema):
    made = page(Mention("long", "article", "me", Layer.TIME, "Date", (Span(20, 9000),)))
    slow.set_page(made.page, schema)
    slow.verticalScrollBar().setValue(slow.line_of(5000).top)
    before = on_screen(slow)
    while slow.idle_turn():
        pass
    shown = on_screen(slow)
    assert differs(before, shown)
    assert not differs(shown, anew(slow))
    assert idle.SECONDS <= 0.005
    assert index.WIDE < 5000

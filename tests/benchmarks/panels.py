"""Panels with very many rows: problems after a mend, things of the registry sought and made, articles sought.

Times are CPU time of the GUI thread; beside them stands what Qt's own list of the same texts needs.
"""

import random
import tempfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path

from PySide6.QtCore import QSortFilterProxyModel, QStringListModel
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractItemView, QApplication, QListView, QWidget

from dateline.gui.actions import Actions
from dateline.gui.annotating import Annotating
from dateline.gui.articles.panel import ArticlesPanel
from dateline.gui.problem_list.panel import ProblemsPanel
from dateline.gui.problems import ProblemKeeper, Telling
from dateline.gui.registry.panel import RegistryPanel
from dateline.gui.registry.rows import THING
from dateline.gui.session import Session
from dateline.gui.tasks import Tasks
from dateline.gui.theme import theme
from dateline.model.article import Article
from dateline.model.ids import new_id
from dateline.model.registry import Entity
from dateline.review.problems import TEXTS, Problem, ProblemKind, found
from dateline.store.project import Project
from tests.benchmarks import material
from tests.benchmarks.figure import Figure

_PROBLEMS, _THINGS, _ARTICLES = 5_000, 10_000, 10_000
_TYPES = ("PERSON", "ORG", "GPE")
_SYLLABLES = ("ka", "ri", "ma", "nov", "tu", "gen", "bek", "sul", "dar", "os", "lan", "er", "ay", "gul", "mir", "bol")
_TIMES = 100
_FRAME = 16.0


def figures() -> Iterator[Figure]:
    """Yield what each panel needs beside a bare list."""
    QApplication.instance() or QApplication(["benchmark"])
    with tempfile.TemporaryDirectory() as name:
        yield from _problem_figures(Path(name))
        yield from _registry_figures(Path(name))
        yield from _article_figures(Path(name))


def _milliseconds(work: Callable[[], object], settle: Callable[[], object]) -> float:
    """Return the work of the GUI's thread until everything that follows was laid out and painted."""
    began = time.thread_time()
    work()
    settle()
    return (time.thread_time() - began) * 1e3


def _until_still() -> None:
    for _ in range(4):
        QApplication.processEvents()


def _p99(sizes: list[float]) -> float:
    return sorted(sizes)[min(len(sizes) - 1, int(len(sizes) * 0.99))]


def _shown(widget: QWidget) -> None:
    widget.resize(330, 700)
    widget.show()
    _until_still()


def _problem_figures(folder: Path) -> Iterator[Figure]:
    path = folder / "panels.dateline"
    with Project.create(path, material.schema()) as project, project.step("Fill") as step:
        step.put(Article(new_id(), "The ministers met.", "Talks", published="2018-04-19"))
    session, tasks = Session("Ana"), Tasks()
    session.open_project(path)
    keeper = ProblemKeeper(session, tasks)
    keeper.give_way_to(lambda: True)
    panel = ProblemsPanel(session, keeper, theme("light"))
    _shown(panel)
    there = problems(_PROBLEMS)
    keeper._tell(there)
    _until_still()
    bare = _bare([TEXTS[p.kind].format(**p.details) for p in there])
    telling = Telling()
    telling.of_events(there)
    mended, floor, told = [], [], []
    for i in range(_TIMES):
        gone = (i * 37) % 900
        there = [*there[:gone], *there[gone + 1 :]]
        mended.append(_milliseconds(lambda now=there: keeper._tell(now), _until_still))  # type: ignore[misc]
        floor.append(_milliseconds(lambda row=gone: bare.model().removeRow(row), _until_still))  # type: ignore[misc]
        told.append(_milliseconds(lambda now=there: telling.of_events(now), lambda: None))  # type: ignore[misc]
    name = f"{_PROBLEMS:,} problems: listed after a mend"
    yield Figure(f"{name}, p50", sorted(mended)[_TIMES // 2], "ms", sorted(floor)[_TIMES // 2])
    yield Figure(f"{name}, p99", _p99(mended), "ms", _p99(floor), _FRAME, relative=False)
    yield Figure(f"{_PROBLEMS:,} problems: told to the other panels, p99", _p99(told), "ms", None, _FRAME)
    session.close_project()
    tasks.stop_all()


def _registry_figures(folder: Path) -> Iterator[Figure]:
    """What a key in the registry's field and a thing that is made or removed take, from the step to the last paint."""
    path = folder / "registry.dateline"
    chance = random.Random(3)
    with Project.create(path, material.schema()) as project, project.step("Fill") as step:
        step.put(Article(new_id(), "The ministers met.", "Talks", published="2018-04-19"))
        step.add_all([Entity(new_id(), _name(chance), chance.choice(_TYPES)) for _ in range(_THINGS)])
    session, tasks = Session("Ana"), Tasks()
    session.open_project(path)
    panel = RegistryPanel(session, Annotating(session), tasks, Actions(), theme("light"))
    _shown(panel)
    QTest.qWait(500)
    panel.list.show_thing(panel.list.rows.index(_THINGS // 2, 0).data(THING).id)
    cleared, sought, made, removed = [], [], [], []
    for i in range(_TIMES):
        letter = "aeiou"[i % 5]
        sought.append(_milliseconds(lambda text=letter: panel.list.field.setText(text), _until_still))  # type: ignore[misc]
        cleared.append(_milliseconds(panel.list.field.clear, _until_still))
        made.append(_milliseconds(panel.new_thing, _until_still))
        QTest.qWait(30)
        removed.append(_milliseconds(lambda: (panel.remove(), panel.catch_up()), _until_still))
        QTest.qWait(30)
    for what, took in (
        ("a letter sought", sought), ("the field cleared", cleared), ("one made", made), ("one removed", removed),
    ):  # fmt: skip
        yield Figure(f"registry of {_THINGS:,}: {what}, p50", sorted(took)[_TIMES // 2], "ms")
        yield Figure(f"registry of {_THINGS:,}: {what}, p99", _p99(took), "ms", None, _FRAME)
    session.close_project()
    tasks.stop_all()


def _article_figures(folder: Path) -> Iterator[Figure]:
    """What a key in the field over the articles takes, beside Qt's own filter over the same titles."""
    path = folder / "articles.dateline"
    chance = random.Random(4)
    titles = [f"Çavuşoğlu, {_name(chance)}: {i}" for i in range(_ARTICLES)]
    with Project.create(path, material.schema()) as project, project.step("Fill") as step:
        step.add_all([Article(new_id(), t, t, published="2018-04-19", position=i) for i, t in enumerate(titles)])
    session = Session("Ana")
    session.open_project(path)
    panel = ArticlesPanel(session, theme("light"))
    panel.reload()
    _shown(panel)
    while panel.list.get_ready():
        pass
    bare, proxy = _bare(titles), QSortFilterProxyModel()
    proxy.setSourceModel(bare.model())
    bare.setModel(proxy)
    bare.setUniformItemSizes(True)
    _until_still()
    ours, floor = [], []
    for i in range(_TIMES):
        text = ("k", "ka", "", "o", "1", "")[i % 6]
        ours.append(_milliseconds(lambda text=text: panel.field.setText(text), _until_still))  # type: ignore[misc]
        floor.append(_milliseconds(lambda text=text: proxy.setFilterFixedString(text), _until_still))  # type: ignore[misc]
    name = f"list of {_ARTICLES:,} articles: a key in its field"
    yield Figure(f"{name}, p50", sorted(ours)[_TIMES // 2], "ms", sorted(floor)[_TIMES // 2])
    yield Figure(f"{name}, p99", _p99(ours), "ms", _p99(floor), _FRAME, relative=False)
    session.close_project()


def _name(chance: random.Random) -> str:
    return " ".join("".join(chance.choices(_SYLLABLES, k=3)).title() for _ in range(2))


def problems(count: int) -> list[Problem]:
    """Return so many problems of three kinds, each in an article of its own."""
    made = []
    for i in range(count):
        details = {"event": f"visit {i}", "date": "24 April 2018", "published": "19 April 2018", "role": "Agent"}
        kind = (ProblemKind.AHEAD, ProblemKind.PASSED, ProblemKind.EMPTY)[i % 3]
        made.append(found(kind, details, [f"event{i}"], [f"article{i}"]))
    return made


def _bare(texts: list[str]) -> QListView:
    view = QListView()
    view.setModel(QStringListModel(texts, view))
    view.setWordWrap(True)
    view.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
    _shown(view)
    return view

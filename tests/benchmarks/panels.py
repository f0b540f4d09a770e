"""Panels with very many rows: the problems after a mend, the things of the registry as they are looked for and made.

Times are CPU time of the GUI thread; beside them stands what Qt's own list of the same texts needs.
"""

import tempfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path

from PySide6.QtCore import QStringListModel
from PySide6.QtWidgets import QAbstractItemView, QApplication, QListView, QWidget

from dateline.gui.problem_list.panel import ProblemsPanel
from dateline.gui.problems import ProblemKeeper, Telling
from dateline.gui.session import Session
from dateline.gui.tasks import Tasks
from dateline.gui.theme import theme
from dateline.model.article import Article
from dateline.model.ids import new_id
from dateline.review.problems import TEXTS, Problem, ProblemKind, found
from dateline.store.project import Project
from tests.benchmarks import material
from tests.benchmarks.figure import Figure

_PROBLEMS = 5_000
_TIMES = 100
_FRAME = 16.0


def figures() -> Iterator[Figure]:
    """Yield what each panel needs beside a bare list."""
    QApplication.instance() or QApplication(["benchmark"])
    with tempfile.TemporaryDirectory() as name:
        yield from _problem_figures(Path(name))


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

"""Saving what is seen as a picture: the open article, the timeline, the timeline as a web page."""

from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING

from msgspec.structs import replace
from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QFileDialog, QWidget

from dateline.exchange.outbox import Outbox
from dateline.exchange.problems import problem_of
from dateline.gui.dialogs.errors import show_problem
from dateline.gui.reader.picture import PictureTooTall
from dateline.gui.session import Session
from dateline.gui.tasks import Tasks, Work
from dateline.gui.theme import Theme
from dateline.gui.widgets.wording import in_one_line
from dateline.model.progress import Progress

if TYPE_CHECKING:
    from dateline.gui.timeline.panel import TimelinePanel

translate = QCoreApplication.translate


def save_article_picture(parent: QWidget, session: Session, theme: Theme, folder: Path) -> None:
    """Ask for a file and draw the article with its annotations into it, in the colours of the window."""
    from dateline.gui.rendering import Wish, render_project

    project, page, annotator = session.project, session.page, session.annotator
    if project is None or page is None:
        return
    name = "".join(c if c.isalnum() else "-" for c in page.article.name[:60]).strip("-") or "article"
    title = translate("SavePicture", "Save article as a picture")
    path = _asked(parent, title, folder / name, _kinds(".png", ".svg", ".html"))
    if path is None:
        return
    try:
        render_project(project, Wish(path, page.article.id, theme.name, 2.0, annotator.name if annotator else None))
    except (OSError, PictureTooTall) as error:
        _not_saved(parent, path, error)
    else:
        _saved(session, path)


def save_timeline_picture(panel: "TimelinePanel", session: Session, tasks: Tasks, folder: Path) -> None:
    """Ask for a file and draw into it what the panel shows, with all lanes; it is written beside the window."""
    from dateline.gui.timeline.picture import write_drawn
    from dateline.gui.timeline.snapshot import drawn_picture

    title = translate("SavePicture", "Save the timeline as a picture")
    path = _asked(panel, title, folder / "timeline", _kinds(".png", ".svg"))
    if path is None:
        return
    try:
        drawn = drawn_picture(panel, vector=path.suffix.lower() == ".svg")
    except OSError as error:  # too large for an image
        _not_saved(panel, path, error)
        return

    def work(_: Progress) -> None:
        with Outbox() as outbox:
            write_drawn(outbox.path(path), drawn)

    _beside(panel, session, tasks, path, work)


def save_timeline_page(parent: QWidget, session: Session, tasks: Tasks, folder: Path) -> None:
    """Ask for a file and write the timeline with its articles into it as one web page, beside the window."""
    from dateline.gui.rendering import Wish, render_project

    project, annotator = session.project, session.annotator
    if project is None:
        return
    title = translate("SavePicture", "Save the timeline as a web page")
    path = _asked(parent, title, folder / "timeline", _kinds(".html"))
    if path is None:
        return
    wish = Wish(path, None, None, 2.0, annotator.name if annotator else None)

    def work(progress: Progress) -> None:
        with project.sibling() as own:
            render_project(own, wish, progress)

    _beside(parent, session, tasks, path, work)


def _kinds(*suffixes: str) -> dict[str, str]:
    """Return what files of these endings are called in a file dialog."""
    named = {
        ".png": translate("SavePicture", "Pictures (*.png)"),
        ".svg": translate("SavePicture", "Drawings (*.svg)"),
        ".html": translate("SavePicture", "Web pages (*.html)"),
    }
    return {suffix: named[suffix] for suffix in suffixes}


def _asked(parent: QWidget, title: str, name: Path, kinds: Mapping[str, str]) -> Path | None:
    """Ask for a file of one of some kinds; without any of their endings it gets that of the kind that is chosen."""
    first = next(iter(kinds))
    given, kind = QFileDialog.getSaveFileName(parent, title, f"{name}{first}", ";;".join(kinds.values()))
    if not given:
        return None
    path = Path(given)
    if path.suffix.lower() in kinds:
        return path
    return path.with_name(path.name + next((s for s in kinds if s in kind), first))


def _beside(parent: QWidget, session: Session, tasks: Tasks, path: Path, work: Work) -> None:
    def failed(error: BaseException) -> None:
        if not isinstance(error, OSError):
            raise error
        _not_saved(parent, path, error)

    task = tasks.start(translate("SavePicture", "Saving {}").format(path.name), work)
    task.succeeded.connect(lambda _: _saved(session, path))
    task.failed.connect(failed)


def _saved(session: Session, path: Path) -> None:
    session.message.emit(translate("SavePicture", "Saved: {}").format(path))


def _not_saved(parent: QWidget, path: Path, error: OSError | PictureTooTall) -> None:
    todo = str(error)
    if isinstance(error, OSError):
        problem = problem_of(error, path, "written")
        todo = in_one_line(replace(problem, file=""))
    show_problem(parent, translate("SavePicture", "{} was not saved.").format(path.name), str(path), todo)

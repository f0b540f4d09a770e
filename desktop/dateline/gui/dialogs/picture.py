"""Saving the open article as a picture."""

from pathlib import Path

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QFileDialog, QWidget

from dateline.exchange.problems import problem_of
from dateline.gui.dialogs.errors import show_problem
from dateline.gui.reader.picture import PictureTooTall
from dateline.gui.session import Session
from dateline.gui.theme import Theme

translate = QCoreApplication.translate


def _todo(error: OSError | PictureTooTall, path: Path) -> str:
    if isinstance(error, PictureTooTall):
        return str(error)
    problem = problem_of(error, path, "written")
    return f"{problem.what}. {problem.what_to_do}"


def save_article_picture(parent: QWidget, session: Session, theme: Theme, folder: Path) -> None:
    """Ask for a file and draw the article with its annotations into it, in the colours of the window."""
    from dateline.gui.rendering import Wish, render_project

    project, page, annotator = session.project, session.page, session.annotator
    if project is None or page is None:
        return
    name = "".join(c if c.isalnum() else "-" for c in page.article.name[:60]).strip("-") or "article"
    kinds = ";;".join(
        (
            translate("SavePicture", "Pictures (*.png)"),
            translate("SavePicture", "Drawings (*.svg)"),
            translate("SavePicture", "Web pages (*.html)"),
        )
    )
    title = translate("SavePicture", "Save article as a picture")
    given, kind = QFileDialog.getSaveFileName(parent, title, str(folder / f"{name}.png"), kinds)
    if not given:
        return
    path = Path(given)
    if path.suffix.lower() not in {".png", ".svg", ".html"}:
        suffix = next((s for s in (".png", ".svg", ".html") if s in kind), ".png")
        path = path.with_name(path.name + suffix)
    try:
        render_project(project, Wish(path, page.article.id, theme.name, 2.0, annotator.name if annotator else None))
    except (OSError, PictureTooTall) as error:
        what = translate("SavePicture", "The picture was not saved.")
        show_problem(parent, what, str(path), _todo(error, path))
        return
    session.message.emit(translate("SavePicture", "Saved: {}").format(path))


def save_timeline_page(parent: QWidget, session: Session, folder: Path) -> None:
    """Ask for a file and write the timeline with its articles into it as one web page."""
    from dateline.gui.rendering import Wish, render_project

    project, annotator = session.project, session.annotator
    if project is None:
        return
    title = translate("SavePicture", "Save the timeline as a web page")
    kinds = translate("SavePicture", "Web pages (*.html)")
    given, _ = QFileDialog.getSaveFileName(parent, title, str(folder / "timeline.html"), kinds)
    if not given:
        return
    path = Path(given) if given.lower().endswith(".html") else Path(f"{given}.html")
    try:
        render_project(project, Wish(path, None, None, 2.0, annotator.name if annotator else None))
    except OSError as error:
        problem = problem_of(error, path, "written")
        what = translate("SavePicture", "The page was not saved.")
        show_problem(parent, what, str(path), f"{problem.what}. {problem.what_to_do}")
        return
    session.message.emit(translate("SavePicture", "Saved: {}").format(path))

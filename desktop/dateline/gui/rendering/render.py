"""Drawing without a window."""

import os
import sys
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path

from msgspec import Struct
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication

from dateline.editing.redating import article_called
from dateline.editing.watching import Watch
from dateline.exchange.outbox import Outbox
from dateline.gui.problems import told_of_events
from dateline.gui.rendering.article_html import article_html
from dateline.gui.rendering.timeline_html import Story, timeline_html
from dateline.gui.theme import Theme, theme
from dateline.gui.timeline.links import links_from
from dateline.gui.timeline.marks import Publication, TimelineMark
from dateline.gui.timeline.measures import Series, readings_of, series_of
from dateline.gui.timeline.source import key_of, marks_from, publications_from
from dateline.gui.timeline.told import with_problem
from dateline.model.annotation import Annotator
from dateline.model.page import Page
from dateline.model.progress import Progress, Silent
from dateline.model.schema import Schema
from dateline.store.articles import ArticleSummary
from dateline.store.project import Project


class Wish(Struct, frozen=True):
    """What to draw: an article (id, list number from 1, or part of its title) or, with None, the timeline.

    Without a theme a picture is light; the timeline's web page is light or dark as its reader's system is.
    """

    output: Path
    article: str | None = None
    theme: str | None = None
    scale: float = 2.0
    annotator: str | None = None


def render_project(project: Project, wish: Wish, progress: Progress | None = None) -> None:
    """Draw what is wished; raises LookupError saying what is not there, OSError when it cannot be written.

    The timeline tells `progress` what it is at, its web page of each article.
    """
    held = _qt()
    annotator = _annotator(project, wish.annotator)
    look = theme(wish.theme or "light")
    if wish.article is None:
        progress = progress or Silent()
        progress.step(0, None, "timeline")
        articles = {a.id: a for a in project.articles.summaries(annotator.id if annotator else None)}
        told = project.occurrences.of(annotator.id) if annotator else []
        marks = marks_from(told, {h.id: h for h in project.registry.happenings()}, articles)
        if annotator and told:
            progress.step(0, None, "checks")
            problems = told_of_events(Watch(annotator.id).refresh(project))
            marks = [with_problem(mark, problems) for mark in marks]
        publications, measures = publications_from(articles.values()), series_of(readings_of(told, articles))
        if wish.output.suffix.lower() == ".html":
            owner = annotator.id if annotator else ""
            pages = _pages(project, owner, articles, progress)
            related = project.occurrences.order_links(annotator.id) if annotator else []
            links = links_from(related, {o.event.id: key_of(o) for o in told})
            story = Story(project.path.stem, marks, publications, measures, pages, links)
            looks = (look, look) if wish.theme else (theme("light"), theme("dark"))
            _write(wish.output, timeline_html(story, project.schema(), looks))
        else:
            progress.step(0, None, wish.output.name)
            render_timeline(marks, publications, project.schema(), look, wish.output, wish.scale, measures)
    else:
        article_id = article_called(project, wish.article)
        page = project.annotations.page(article_id, annotator.id if annotator else "")
        render_article(page, project.schema(), look, wish.output, wish.scale)
    del held


def _pages(project: Project, owner: str, articles: Mapping[str, ArticleSummary], progress: Progress) -> Iterator[Page]:
    for done, (article_id, article) in enumerate(articles.items()):
        progress.step(done, len(articles), article.name)
        yield project.annotations.page(article_id, owner)


def render_article(page: Page, schema: Schema, look: Theme, output: Path, scale: float = 2.0) -> None:
    """Draw an annotated article as PNG, SVG or HTML, told by the ending; raises OSError."""
    if output.suffix.lower() == ".html":
        _write(output, article_html(page, schema, look))
    else:
        from dateline.gui.reader.picture import save_page

        with _beside(output) as path:
            save_page(path, page, schema, look, scale=scale)


def render_timeline(
    marks: list[TimelineMark],
    publications: list[Publication],
    schema: Schema,
    look: Theme,
    output: Path,
    scale: float = 2.0,
    measures: Sequence[Series] = (),
) -> None:
    """Draw the timeline as PNG or SVG, told by the ending; raises OSError."""
    from dateline.gui.timeline.picture import save_timeline

    with _beside(output) as path:
        save_timeline(path, marks, publications, schema, look, scale=scale, measures=measures)


@contextmanager
def _beside(target: Path) -> Iterator[Path]:
    """Give a path to write to beside the target, whose place it takes when all went well."""
    with Outbox() as outbox:
        yield outbox.path(target)


def _write(output: Path, text: str) -> None:
    with _beside(output) as path:
        path.write_text(text, encoding="utf-8")


def _qt() -> QGuiApplication:
    """Return the running application, or one that needs no screen."""
    running = QGuiApplication.instance()
    if isinstance(running, QGuiApplication):
        return running
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    return QApplication(sys.argv[:1])


def _annotator(project: Project, name: str | None) -> Annotator | None:
    """Return the annotator of that name, or the one with the most annotations; None in a project without any."""
    known = project.annotations.annotators()
    if name is None:
        counts = project.annotations.counts_by_annotator()
        return max(known, key=lambda a: counts.get(a.id, 0), default=None)
    found = next((a for a in known if a.name == name), None)
    if found is None:
        raise LookupError(f"no annotator called {name}; there are {', '.join(a.name for a in known) or 'none'}")
    return found

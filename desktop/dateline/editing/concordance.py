"""Every place in the project where something stands, or where a label is: what is then tagged or cleared in bulk."""

from collections.abc import Callable, Iterable, Sequence
from itertools import groupby
from pathlib import Path

from msgspec import Struct

from dateline.assist.bounded import BoundedSeeker, TooSlow
from dateline.assist.kwic import Line, line
from dateline.assist.seeking import MOST, Seeker, Sought
from dateline.editing.common import EditError
from dateline.exchange.outbox import Outbox
from dateline.model.annotation import Annotator, Mention
from dateline.model.article import Article
from dateline.model.page import Page
from dateline.model.progress import Progress, Silent
from dateline.model.registry import Entity
from dateline.model.text import Span
from dateline.store.project import Project

_SILENT = Silent()


class Marks(Struct, frozen=True):
    """How a line is annotated: mentions on exactly its words, as (label, id), and labels of all that cover it."""

    exact: tuple[tuple[str, str], ...] = ()
    covering: tuple[str, ...] = ()


NONE = Marks()


def lines_of(project: Project, sought: Sought, progress: Progress = _SILENT, most: int = MOST) -> list[Line]:
    """Return every place where `sought` stands, in the order of articles and text, at most so many.

    Raises BadExpression, EditError where an expression takes too long, Cancelled.
    """
    seeker = Seeker(sought)
    found: list[Line] = []
    ids = project.articles.ids() if sought else []
    with BoundedSeeker() as bounded:
        for done, article_id in enumerate(ids):
            told = _Told(progress, done, len(ids), f"{len(found)}")
            told()
            article = project.articles.find(article_id)
            if article is None or (left := most - len(found)) <= 0:
                continue
            if sought.regex:
                spans = _expressed(bounded, sought, article, left, told)
            else:
                spans = seeker.find(article.text, most=left)
            found += (line(article.id, article.name, article.published, article.text, (s,)) for s in spans)
    return found


class _Told(Struct, frozen=True):
    """Reports the same again while a text takes long, and lets Cancelled through."""

    progress: Progress
    done: int
    total: int
    what: str

    def __call__(self) -> None:
        self.progress.step(self.done, self.total, self.what)


def _expressed(
    bounded: BoundedSeeker, sought: Sought, article: Article, most: int, keep_on: Callable[[], None]
) -> Sequence[Span]:
    try:
        return bounded.find(sought, article.text, most, keep_on)
    except TooSlow:
        raise EditError(f"This expression takes too long in “{article.name}”: make it narrower.") from None


def lines_with_label(
    project: Project, annotator_id: str, label: str, progress: Progress = _SILENT, most: int = MOST
) -> list[Line]:
    """Return every place one annotator has put a label on, in the order of articles and text, at most so many."""
    by_article: dict[str, list[Mention]] = {}
    for mention in project.annotations.with_label(label):
        if mention.annotator_id == annotator_id:
            by_article.setdefault(mention.article_id, []).append(mention)
    found: list[Line] = []
    for article_id in project.articles.ids():
        if article_id not in by_article:
            continue
        progress.step(len(found), None, label)
        article = project.articles.get(article_id)
        places = sorted({m.fragments for m in by_article[article_id]})
        found += (line(article.id, article.name, article.published, article.text, p) for p in places)
        if len(found) >= most:
            return found[:most]
    return found


def sought_like(page: Page, mention: Mention, entity: Entity | None, *, folded: bool) -> Sought:
    """Return what finds the words of a mention, and where it is linked the other names of its entity."""
    others = (entity.name, *entity.aliases) if entity is not None else ()
    return Sought(mention.text_of(page.text), whole=True, exact=not folded, others=others)


def marks_of(project: Project, annotator_id: str, lines: Sequence[Line], progress: Progress = _SILENT) -> list[Marks]:
    """Return how lines are annotated now; they come article by article."""
    marks: list[Marks] = []
    for done, (article_id, group) in enumerate(groupby(lines, key=lambda one: one.article_id)):
        progress.step(done, None, "")
        mentions = project.annotations.mentions(article_id, annotator_id)
        marks += _marked(list(group), mentions)
    return marks


def _marked(lines: Sequence[Line], mentions: Sequence[Mention]) -> list[Marks]:
    """Sweep through lines and mentions, both by where they begin."""
    if not mentions:
        return [NONE] * len(lines)
    found: list[Marks] = []
    open_: list[Mention] = []
    at = 0
    for one in lines:
        while at < len(mentions) and mentions[at].span.begin <= one.span.begin:
            open_.append(mentions[at])
            at += 1
        open_ = [m for m in open_ if m.span.end > one.span.begin]
        over = [m for m in open_ if m.span.covers(one.span)]
        exact = tuple((m.label, m.id) for m in over if m.fragments == one.spans)
        found.append(Marks(exact, tuple(dict.fromkeys(m.label for m in over))) if over else NONE)
    return found


def write_lines(
    path: Path, lines: Iterable[tuple[Line, Marks, bool]], annotator: Annotator, progress: Progress = _SILENT
) -> None:
    """Write lines as CSV in UTF-8, with what they are tagged as and whether they are ticked; raises CannotWrite."""
    import csv
    import io

    head = ("article", "published", "begin", "end", "before", "hit", "after", "labels", "ticked", "annotator")
    with Outbox() as box:
        file = io.TextIOWrapper(box.file(path), encoding="utf-8-sig", errors="replace", newline="", write_through=True)
        table = csv.writer(file)
        table.writerow(head)
        for done, (one, marks, ticked) in enumerate(lines):
            progress.step(done, None, path.name)
            labels = " ".join(label for label, _ in marks.exact)
            row = (
                one.name,
                one.published,
                one.span.begin,
                one.span.end,
                one.before.strip(),
                one.hit,
                one.after.strip(),
            )
            table.writerow([*map(_plain, row), labels, int(ticked), annotator.name])
        file.detach()


def _plain(value: object) -> object:
    """A spreadsheet takes a cell that begins like a formula for one."""
    return f"'{value}" if isinstance(value, str) and value[:1] in "=+-@\t" and value else value

"""Giving an article another publication date: which dates change with it, before anything is written, and doing it."""

from collections.abc import Sequence
from typing import Any

from msgspec import Struct
from msgspec.structs import replace

from dateline.editing.articles import set_properties
from dateline.editing.times import reresolved, untold
from dateline.model.annotation import Annotator, TimeSource
from dateline.model.article import Article
from dateline.model.changes import Changes, Place
from dateline.model.interval import When, when_to_data
from dateline.model.label import label
from dateline.model.page import Page
from dateline.model.text import Span, fold
from dateline.model.wording import counted, cut_short
from dateline.store.project import Project


class Redated(Struct, frozen=True):
    """A time expression whose value changes with the publication date."""

    annotator: str
    text: str
    span: Span
    before: str
    after: str
    before_when: When | None = None
    after_when: When | None = None

    @property
    def shown(self) -> tuple[str, str]:
        """Both values ("" for none), with their days where only these change: the rest of March is 2026-03, too."""
        if self.before != self.after:
            return self.before, self.after
        first, second = (label(when) if when else "–" for when in (self.before_when, self.after_when))
        return f"{self.before} ({first})", f"{self.after} ({second})"


class Redating(Struct, frozen=True):
    """What another publication date does to an article: the dates that change.

    Those set by hand stay, and those imported with a value; how many is counted.
    """

    old: Article
    new: Article
    dates: tuple[Redated, ...]
    by_hand: int
    imported: int = 0


def article_called(project: Project, wanted: str) -> str:
    """Return the id of the article with an id, a number in the list from 1, or a part of its title.

    Raises LookupError that lists what there is where none or several match.
    """
    summaries = project.articles.summaries(None)
    exact = [a.id for a in summaries if a.id == wanted]
    if not exact and wanted.isdigit() and 1 <= int(wanted) <= len(summaries):
        exact = [summaries[int(wanted) - 1].id]
    found = exact or [a.id for a in summaries if fold(wanted) in fold(a.name)]
    if len(found) == 1:
        return found[0]
    listed = "\n".join(f"  {i}  {a.id}  {cut_short(a.name)}" for i, a in enumerate(summaries[:20], 1))
    problem = f"{len(found)} articles match" if found else "no article matches"
    raise LookupError(f"{problem} {wanted!r}; there are\n{listed}")


def redating(project: Project, article_id: str, published: str) -> Redating:
    """Return what changes if an article gets this publication date (ISO 8601, "" for not known)."""
    old = project.articles.get(article_id)
    return redating_as(project, old, replace(old, published=published))


def redating_as(project: Project, old: Article, new: Article) -> Redating:
    """Return what another publication date or language changes, for all annotators.

    With the same ones it is the times that have no value yet.
    """
    dates, by_hand, imported = [], 0, 0
    resolves = (new.published, new.language) != (old.published, old.language)
    for annotator in project.annotations.annotators_of(old.id):
        page = Page.of(old, annotator.id, project.annotations.of(old.id, annotator.id))
        by_hand += sum(value.source is TimeSource.HAND for value in page.times.values())
        imported += sum(value.source is TimeSource.IMPORT and not untold(value) for value in page.times.values())
        for before, after in reresolved(page, new, silent=not resolves):
            mention = page.mentions[before.id]
            words = " ".join(mention.text_of(page.text).split())
            values = before.value, after.value, before.when, after.when
            dates.append(Redated(annotator.name, words, mention.span, *values))
    return Redating(old, new, tuple(dates), by_hand, imported)


def redate(project: Project, wished: Redating) -> Changes:
    """Give the article its new date, with the dates that depend on it, as one step."""
    who = project.annotations.annotators_of(wished.old.id)
    if wished.new == wished.old:
        return _resolve_silent(project, wished, who)
    mine = who[0].id if who else ""
    page = Page.of(wished.old, mine, project.annotations.of(wished.old.id, mine))
    return set_properties(project, page, wished.new)


def _resolve_silent(project: Project, wished: Redating, annotators: Sequence[Annotator]) -> Changes:
    """Give the times of an article that have no value the one they have by rule."""
    article = wished.old
    if not wished.dates:
        return Changes()
    first = min(d.span for d in wished.dates)
    text, place = f"Resolve {counted(len(wished.dates), 'date')} of {cut_short(article.name)}", Place(article.id, first)
    with project.step(text, place=place) as step:
        for annotator in annotators:
            page = Page.of(article, annotator.id, project.annotations.of(article.id, annotator.id))
            for _, value in reresolved(page, article, silent=True):
                step.put(value)
    return step.changes


def redating_to_data(wished: Redating, *, written: bool) -> dict[str, Any]:
    """Return it as plain data, offsets half-open and in code points."""
    dates = [
        {"annotator": d.annotator, "text": d.text, "start": d.span.begin, "end": d.span.end,
         "before": d.before, "after": d.after,
         "before_when": when_to_data(d.before_when) if d.before_when else None,
         "after_when": when_to_data(d.after_when) if d.after_when else None}
        for d in wished.dates
    ]  # fmt: skip
    return {
        "article": wished.old.id,
        "name": wished.old.name,
        "before": wished.old.published,
        "after": wished.new.published,
        "dates": dates,
        "kept_by_hand": wished.by_hand,
        "kept_imported": wished.imported,
        "written": written,
    }

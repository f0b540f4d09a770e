"""What a source says of articles that are there already: what they lack is taken, what is otherwise here stays."""

from collections import Counter
from collections.abc import Callable, Iterable

import msgspec
from msgspec.structs import replace

from dateline.editing.import_report import FILLED_SHOWN, Filled, ImportReport
from dateline.editing.times import counted_anew
from dateline.exchange.answers import ANSWERS
from dateline.exchange.intake import FIELDS, assumed
from dateline.exchange.options import ReadOptions
from dateline.exchange.problems import Problem, ProblemKind, Tally, unlisted, worded
from dateline.model.article import NEWER, Article
from dateline.model.occasion import same_moment
from dateline.model.wording import Wording, tr
from dateline.scratch import Ledger
from dateline.store.project import Project
from dateline.store.step import Step

_SHOWN = 80  # characters of a value
_MOST_TOLD = 20  # times that a column differs: one that is of each record leaves room for titles and dates
_OTHERWISE = {
    "title": tr("title: {there} in {source}, {here} here, which stays"),
    "published": tr("publication date: {there} in {source}, {here} here, which stays"),
    "source": tr("source: {there} in {source}, {here} here, which stays"),
    "url": tr("address: {there} in {source}, {here} here, which stays"),
    "language": tr("language: {there} in {source}, {here} here, which stays"),
    "note": tr("note: {there} in {source}, {here} here, which stays"),
}
_NAMES = {
    "title": tr("title"),
    "published": tr("publication date"),
    "source": tr("source"),
    "url": tr("address"),
    "language": tr("language"),
    "note": tr("note"),
}
_NAME = tr("column {column}")
_OF_RECORDS = frozenset({"id"})  # columns that number the records of a file: another one for each record of a text
_COLUMN = tr("column {column}: {there} in {source}, {here} here, which stays")
_ADVICE = tr("Change it under Properties if what comes is right")
_NOT_TAKEN = tr("articles that are here lack the column {column}; it is left out, as it may be of the annotations")
_AS_ARTICLES = tr("If it is of the articles, import it once more as a table or records without annotations")


class KnownFacts:
    """Is told with each record of a source what it says of an article that is there; `flush` writes what waits.

    What was assumed because the source says nothing is taken where it lacks, and is no other opinion.
    """

    def __init__(
        self,
        project: Project,
        step: Step,
        options: ReadOptions,
        report: ImportReport,
        notices: Tally,
        flush: Callable[[], None],
    ) -> None:
        self._project, self._step, self._report = project, step, report
        self._notices, self._flush = notices, flush
        self._assumed = assumed(options)[0]
        self._said = Ledger()  # articles with what was said of them last, as a hash
        self._got = Ledger()  # articles that got something, with what they had of that before, as JSON
        self._not_taken: set[str] = set()  # columns of this source that are left out
        self.renamed = False  # whether this source has given an article a title or address
        self._differing: Counter[str] = Counter()  # columns of this source that are otherwise here, and how often

    def settle(self) -> None:
        """Begin with another source; of columns that differ too often to tell each time, tell how often."""
        if beyond := sum(count - _MOST_TOLD for count in self._differing.values() if count > _MOST_TOLD):
            self._notices.add(unlisted(ProblemKind.OTHERWISE, beyond, notice=True))
        self._differing.clear()
        self._said.clear()
        self._not_taken.clear()
        self.renamed = False

    def came(self, said: Article, article_id: str) -> None:
        """Take in what a new article comes with."""
        self._said[article_id] = _digest(said)

    def take(self, said: Article, article_id: str, source: str, *, new: bool, with_columns: bool) -> list[Wording]:
        """Give an article what it lacks, and tell what differs; return what it got. `new`: it came with this import.

        `source`: the name of what says so. `with_columns`: its columns are of the article, not of its annotations, and
        are taken, too.
        """
        digest = _digest(said)
        if self._said.get(article_id) == digest:
            return []
        self._said[article_id] = digest
        self._flush()
        here = self._project.articles.get(article_id)
        fields = {f: getattr(said, f) for f in FIELDS if getattr(said, f) and not getattr(here, f)}
        columns = {c: v for c, v in said.meta.items() if v and c != NEWER and not here.meta.get(c)}
        self._notices.extend(self._told(said, here, source))
        if not with_columns:
            self._leave_out(columns, source)
            columns = {}
        if fields or columns:
            self.put(here, replace(here, meta={**here.meta, **columns}, **fields), new=new)
        return [*(Wording(_NAMES[f]) for f in fields), *(Wording(_NAME, {"column": c}) for c in columns)]

    def put(self, before: Article, now: Article, *, new: bool) -> None:
        """Write what an article has by now, where that is more or other than before, and count it; `new`: likewise."""
        fields = [f for f in FIELDS if getattr(before, f) != getattr(now, f)]
        columns = [c for c in {**before.meta, **now.meta} if before.meta.get(c) != now.meta.get(c)]
        if not (fields or columns):
            return
        self._step.put(now)
        self.renamed |= (before.title, before.url) != (now.title, now.url)
        recounted = self._recounted(before, now)
        if new:
            self._report.new.changed(before, now)
            return
        was = msgspec.json.decode(self._got.get(now.id) or b"[{},{}]", type=tuple[dict[str, str], dict[str, str]])
        for known, names, values in zip(was, (fields, columns), (_fields(before), before.meta), strict=True):
            known.update({name: values.get(name, "") for name in names if name not in known})
        self._got[now.id] = msgspec.json.encode(was).decode()
        self._report.facts.recounted += recounted

    def finish(self) -> None:
        """Count what articles that were there have in the end and had not before, whichever sources brought it."""
        taken = self._report.facts
        for article_id, was in self._got.items():
            here = self._project.articles.get(article_id)
            of_fields, of_columns = msgspec.json.decode(was, type=tuple[dict[str, str], dict[str, str]])
            fields = [name for name, value in of_fields.items() if _fields(here)[name] != value]
            columns = [name for name, value in of_columns.items() if here.meta.get(name, "") != value]
            columns = [c for c in columns if c != ANSWERS and c in here.meta] or columns
            taken.articles += bool(fields or columns)
            taken.fields.update(fields)
            taken.columns.update(columns)
            if (fields or columns) and len(taken.first) < FILLED_SHOWN:
                values = {name: _fields(here)[name] for name in fields}
                taken.first.append(Filled(here.name, values, {c: here.meta.get(c, "") for c in columns}))

    def _recounted(self, before: Article, now: Article) -> int:
        """Give the dates of an article the values that they have by its date and language; return how many change."""
        if (now.published, now.language) == (before.published, before.language):
            return 0
        values, relabelled = counted_anew(self._project, before, now)
        for value in values:
            self._step.put(value)
        for mention in relabelled:
            self._step.put(mention)
        return len(values)

    def _leave_out(self, columns: Iterable[str], source: str) -> None:
        """Tell once of each column that it is not taken; what is of each record need not be told."""
        for column in columns:
            if not _is_of_records(column) and column not in self._not_taken:
                self._not_taken.add(column)
                wording = Wording(_NOT_TAKEN, {"column": column})
                self._notices.add(worded(wording, _AS_ARTICLES, source, kind=ProblemKind.FIELD))

    def _told(self, said: Article, here: Article, source: str) -> list[Problem]:
        """Say what a source says otherwise of an article."""
        told = [self.field_otherwise(f, source, getattr(said, f), getattr(here, f)) for f in _OTHERWISE]
        told += [self.column_otherwise(c, source, there, here.meta.get(c, "")) for c, there in said.meta.items()]
        return [self.told(wording, here) for wording in told if wording]

    def is_assumed(self, name: str, value: str) -> bool:
        """Say whether a field has what is meant where a source says nothing."""
        return value == self._assumed[name]

    def field_otherwise(self, name: str, source: str, there: str, here: str) -> Wording | None:
        """Say that a source says otherwise of a field, None where it does not."""
        if not there or not here or self.is_assumed(name, there) or _same(name, there, here):
            return None
        return Wording(_OTHERWISE[name], {"source": source, "there": _shown(there), "here": _shown(here)})

    def column_otherwise(self, column: str, source: str, there: str, here: str) -> Wording | None:
        """Say that a source says otherwise of a further column, None where it need not be told."""
        if not there or not here or column == NEWER or _is_of_records(column) or _same("", there, here):
            return None
        self._differing[column] += 1
        if self._differing[column] > _MOST_TOLD:
            return None
        details = {"column": column, "source": source, "there": _shown(there), "here": _shown(here)}
        return Wording(_COLUMN, details)

    @staticmethod
    def told(wording: Wording, here: Article) -> Problem:
        """Tell of an article what is said otherwise."""
        return worded(wording, _ADVICE, here.name, kind=ProblemKind.OTHERWISE)


def _fields(article: Article) -> dict[str, str]:
    return {name: getattr(article, name) for name in FIELDS}


def _is_of_records(column: str) -> bool:
    """Say whether a column is of each record and no article's: a program's own, or the record's number."""
    return column.startswith("_") or column in _OF_RECORDS


def _same(field: str, there: str, here: str) -> bool:
    """Say whether two values are no two opinions: spaces aside, a day and its hour, a note and what was added to it."""
    there, here = " ".join(there.split()), " ".join(here.split())
    if field == "published":
        return there.startswith(here) or here.startswith(there) or same_moment(there, here)
    return there in here if field == "note" else there == here


def _shown(value: str) -> str:
    value = " ".join(value.split())
    return f"“{value}”" if len(value) <= _SHOWN else f"“{value[: _SHOWN - 1]}…”"


def _digest(said: Article) -> str:
    return f"{hash((*(getattr(said, f) for f in FIELDS), *said.meta.items())):x}"

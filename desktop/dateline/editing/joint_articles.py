"""Articles of which several records of a source say something, such as single answers about their texts."""

from collections.abc import Callable, Iterator, Mapping
from itertools import chain, count, groupby
from operator import itemgetter
from typing import NamedTuple

from msgspec.structs import replace

from dateline.editing.known_facts import KnownFacts
from dateline.exchange.answers import ANSWERS, REJECTED, add_answer, add_value, answers_of, as_column, shown
from dateline.exchange.intake import FIELDS
from dateline.exchange.problems import Problem, ProblemKind, Tally, worded
from dateline.model.article import Article
from dateline.model.bundle import Bundle
from dateline.model.wording import Wording, tr
from dateline.scratch import Ledger, Sorter
from dateline.store.project import Project

_WHOLE, _ANSWER = 0, 1  # what a record is of; the first counts before the second
_LEFT_OUT = tr(
    "the field {column} differs between the answers about one text, which are one article, and is left out there"
)


_ASIDE = tr(
    "the column {column} is an article's own and stays as it is; what was answered is kept in the column {aside}"
)


class _Saying(NamedTuple):
    """One thing that a record says of its article."""

    article_id: str
    rank: int
    sort: str  # "field", "column" or "answer"
    name: str
    value: str
    who: str


class JointArticles:
    """Collects what the records of a source say of articles together, and writes it when the source ends.

    An article that was there before keeps its fields and columns; its empty fields are filled, and answers join those
    it has. Where a column of their name is its own they make one beside that, such as "accept_answers". One that came
    with an answer says what its records say, those of the whole text before answers. Whatever the order of records and
    sources, answers make the same columns of it.
    """

    def __init__(self, project: Project, facts: KnownFacts, notices: Tally, flush: Callable[[], None]) -> None:
        self._project, self._facts, self._notices, self._flush = project, facts, notices, flush
        self._made = Ledger()  # articles that came with an answer
        self._rows: Sorter | None = None
        self._differing: set[str] = set()  # columns that are left out
        self._aside: dict[str, str] = {}  # columns of answers beside an article's own, which are called thus

    def came(self, article: Article) -> Article:
        """Return an article that an answer brings as it is to be written at first."""
        self._made.add(article.id)
        return replace(article, meta={})

    def take(self, bundle: Bundle, article_id: str) -> None:
        """Take in what a record says of an article and, as an answer, of its text."""
        if self._rows is None:
            self._rows = Sorter(len(_Saying._fields))
        rank = _ANSWER if bundle.part else _WHOLE
        for name in FIELDS:
            if value := getattr(bundle.article, name):
                self._rows.add(article_id, rank, "field", name, value, "")
        for name, value in bundle.article.meta.items():
            if value and name != ANSWERS and name not in bundle.answers:
                self._rows.add(article_id, rank, "column", name, value, "")
        self.take_answers(bundle, article_id)

    def take_answers(self, bundle: Bundle, article_id: str) -> None:
        """Take in what a record answers, or says somebody answered, about the text as a whole."""
        if self._rows is None:
            self._rows = Sorter(len(_Saying._fields))
        rank = _ANSWER if bundle.part else _WHOLE
        for name, values in bundle.answers.items():
            who = bundle.annotator.name if bundle.annotator and name != REJECTED else ""
            for value in values:
                self._rows.add(article_id, rank, "answer", name, value, who)

    def settle(self, source: str, *, came: Ledger, of_source: Ledger) -> None:
        """Write what the source of a name said; `came`: articles that are new, `of_source`: by it."""
        rows, self._rows = self._rows, None
        if rows is not None:
            self._flush()
            for article_id, said in groupby(map(_Saying._make, rows), key=itemgetter(0)):
                here = self._project.articles.get(article_id)
                now = self._joined(here, said, source, new=article_id in of_source)
                self._facts.put(here, now, new=article_id in came)
            self._tell(source)
        self._made.clear()

    def _tell(self, source: str) -> None:
        """Say once of each column that is left out, or is beside an article's own, that it is."""
        told = [Wording(_LEFT_OUT, {"column": column}) for column in sorted(self._differing)]
        told += [Wording(_ASIDE, {"column": of, "aside": column}) for column, of in sorted(self._aside.items())]
        self._notices.extend(worded(wording, "", source, kind=ProblemKind.FIELD) for wording in told)
        self._differing.clear()
        self._aside.clear()

    def _joined(self, here: Article, sayings: Iterator[_Saying], source: str, *, new: bool) -> Article:
        """Return an article with what records say of it; what differs is told. `new`: it came with the source."""
        said = _Sayings(sayings)
        made = here.id in self._made
        kept = answers_of(here.meta.get(ANSWERS, ""))
        before = shown(kept)
        own = {c: v for c, v in here.meta.items() if before.get(c) != v and not (c == ANSWERS and kept)}
        own |= {c: v for c, v in said.of_wholes.items() if c not in own} if new else {}
        told = _Told(self._facts, source, here)
        for column, given in said.answers.items():
            if column == REJECTED and column in own and column not in before:  # names, which no source has of its own
                for there in own.pop(column).split(", "):
                    add_answer(kept, column, there)
            name = _column_of_answers(column, own, before)
            new_here = [value for value, who in given if add_answer(kept, name, value, who)]
            if name in own:
                for value in new_here:
                    told.column(name, value, own[name])
            elif new_here and name != column:
                self._aside[name] = column
        for column, value in said.beside:
            if column not in own:
                add_value(kept, column, value)
                self._differing.update([column] if kept[column] == [] else [])
            elif column not in said.answers:
                told.column(column, value, own[column])
        meta = {**shown(kept), **own}
        if kept:
            meta[ANSWERS] = as_column(kept)
        now = replace(here, meta=meta, **self._fields(here, said.fields, made=made))
        for name, values in said.fields.items():
            for value in values:
                told.field(name, value, getattr(now, name))
        self._notices.extend(told.problems)
        return now

    def _fields(self, here: Article, said: dict[str, list[str]], *, made: bool) -> dict[str, str]:
        """Return the fields of an article; what was only assumed counts last."""
        fields = {name: next((v for v in values if not self._facts.is_assumed(name, v)), values[0])
                  for name, values in said.items()}  # fmt: skip
        return {name: value for name, value in fields.items() if made or not getattr(here, name)}


def _column_of_answers(column: str, own: Mapping[str, str], answers: Mapping[str, str]) -> str:
    """Return the column that answers make: the one they have, else one that is not the article's own.

    One they have that was changed since is its own, too, and theirs all the same.
    """
    beside = f"{column}_answers"
    names = chain([column, beside], (f"{beside}_{number}" for number in count(2)))
    theirs = next((name for name in (column, beside) if name in answers), None)
    return theirs or next(name for name in names if name in answers or name not in own)


class _Sayings:
    """What the records of a source say of an article, each thing once; of a field what counts most comes first."""

    def __init__(self, sayings: Iterator[_Saying]) -> None:
        self.fields: dict[str, list[str]] = {}
        self.of_wholes: dict[str, str] = {}  # columns by what records of the whole text say
        self.beside: list[tuple[str, str]] = []  # columns with what stands in them beside answers
        self.answers: dict[str, list[tuple[str, str]]] = {}  # by their columns, with who gave them
        for saying, _ in groupby(sayings):
            if saying.sort == "field":
                self.fields.setdefault(saying.name, []).append(saying.value)
            elif saying.sort == "answer":
                self.answers.setdefault(saying.name, []).append((saying.value, saying.who))
            elif saying.rank == _ANSWER:
                self.beside.append((saying.name, saying.value))
            else:
                self.of_wholes.setdefault(saying.name, saying.value)


class _Told:
    """What records say otherwise of an article."""

    def __init__(self, facts: KnownFacts, source: str, here: Article) -> None:
        self._facts, self._source, self._here = facts, source, here
        self.problems: list[Problem] = []

    def field(self, name: str, there: str, here: str) -> None:
        """Take in what a record says of a field."""
        self._add(self._facts.field_otherwise(name, self._source, there, here))

    def column(self, name: str, there: str, here: str) -> None:
        """Take in what a record says of a column."""
        self._add(self._facts.column_otherwise(name, self._source, there, here))

    def _add(self, wording: Wording | None) -> None:
        if wording is not None:
            self.problems.append(self._facts.told(wording, self._here))

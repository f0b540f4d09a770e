"""Articles of which several records of a source say something, such as single answers about their texts."""

from collections.abc import Callable, Iterator
from itertools import groupby
from operator import itemgetter
from typing import NamedTuple

from msgspec.structs import replace

from dateline.editing.known_facts import KnownFacts
from dateline.exchange.answers import ANSWERS, REJECTED, Said, add_answer, add_value, answers_of, as_column, shown
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
    it has. One that came with an answer says what its records say, those of the whole text before answers. Whatever the
    order of records and sources, answers make the same columns of it.
    """

    def __init__(self, project: Project, facts: KnownFacts, notices: Tally, flush: Callable[[], None]) -> None:
        self._project, self._facts, self._notices, self._flush = project, facts, notices, flush
        self._made = Ledger()  # articles that came with an answer
        self._rows: Sorter | None = None

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
            differing: set[str] = set()
            for article_id, said in groupby(map(_Saying._make, rows), key=itemgetter(0)):
                here = self._project.articles.get(article_id)
                now = self._joined(here, said, differing, source, new=article_id in of_source)
                self._facts.put(here, now, new=article_id in came)
            for column in sorted(differing):
                self._notices.add(worded(Wording(_LEFT_OUT, {"column": column}), "", source, kind=ProblemKind.FIELD))
        self._made.clear()

    def _joined(
        self, here: Article, sayings: Iterator[_Saying], differing: set[str], source: str, *, new: bool
    ) -> Article:
        """Return an article with what records say of it; what differs is told. `new`: it came with the source."""
        said = _Sayings(sayings)
        made = here.id in self._made
        kept = answers_of(here.meta.get(ANSWERS, ""))
        before = shown(kept)
        own = {c: v for c, v in here.meta.items() if before.get(c) != v and not (c == ANSWERS and kept)}
        own |= {c: v for c, v in said.of_wholes.items() if c not in own} if new else {}
        told = _Told(self._facts, source, here)
        for column, given in said.answers.items():
            self._answered(kept, column, given, own, told, edited=column in before)
        for column, value in said.beside:
            if column not in own:
                add_value(kept, column, value)
                differing.update([column] if kept[column] == [] else [])
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

    @staticmethod
    def _answered(
        kept: Said, column: str, given: list[tuple[str, str]], own: dict[str, str], told: "_Told", *, edited: bool
    ) -> None:
        """Take answers into a column; one that was changed here since stays as it is, which is told."""
        if column in own and not edited:
            there = own.pop(column)  # an answer of nobody, or those that come, joined by an earlier version
            if not {value for value, _ in given}.issuperset(there.split(", ")):
                add_answer(kept, column, there)
        new = [value for value, who in given if add_answer(kept, column, value, who)]
        for value in new if column in own else ():
            told.column(column, value, own[column])

    def _fields(self, here: Article, said: dict[str, list[str]], *, made: bool) -> dict[str, str]:
        """Return the fields of an article; what was only assumed counts last."""
        fields = {name: next((v for v in values if not self._facts.is_assumed(name, v)), values[0])
                  for name, values in said.items()}  # fmt: skip
        return {name: value for name, value in fields.items() if made or not getattr(here, name)}


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

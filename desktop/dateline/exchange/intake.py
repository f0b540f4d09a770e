"""What importers of other tools' work share: annotators, labels and texts as they are met."""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import lru_cache
from typing import Any

from msgspec.structs import replace

from dateline.exchange.checks import Fault
from dateline.exchange.columns import known_columns
from dateline.exchange.draft import Draft
from dateline.exchange.jsonl import kind_of
from dateline.exchange.options import ReadOptions
from dateline.exchange.other_layer import other_layer
from dateline.exchange.problems import Problem, ProblemKind
from dateline.exchange.provisional import Provisional
from dateline.exchange.published import Dates, TwoReadings, normalised_published
from dateline.exchange.reading import Item, NewLabel
from dateline.exchange.told_apart import ToldApart
from dateline.model.annotation import (
    Annotator,
    AnnotatorKind,
    Layer,
)
from dateline.model.article import Article
from dateline.model.bundle import Bundle
from dateline.model.ids import is_id, new_id
from dateline.model.text import Span
from dateline.model.wording import Refused, ToDo, Wording, tr, wording_of

FIELDS = ("title", "published", "source", "url", "language", "note")
_SAID = {
    "title": "the title", "published": "the date of publication", "source": "the source",
    "url": "the address", "language": "the language",
}  # fields that a record may call otherwise, and what they are called in a sentence  # fmt: skip
DATES = "dates"  # the option that says how dates such as 03/04/2024 are written
WRITE_DATES = tr("Write the year first, as in 2024-04-03")
_TIME_LABELS = frozenset({"DATE", "TIME", "DURATION", "SET", "TIMEX", "TIMEX3"})
_HALVES = re.compile("[\ud800-\udfff]")
_JOINS = tr("has the same text as the project's article {name}; its annotations join that one")
_OF_ITS_OWN = tr("has the same text as another record of {who}, and is taken for an article of its own")
_EMPTY_SPAN = tr("the span {begin} to {end} is empty; the text has {length} characters")
_REVERSED = tr("the span {begin} to {end} is reversed; the text has {length} characters")
_OUTSIDE = tr("the span {begin} to {end} is outside the text; the text has {length} characters")
_OFFSETS = tr("Offsets count characters from 0; the end is not included")


class Intake:
    """What is known while one source is read; its file's name, its annotators, the labels and texts so far.

    Raises Fault where a record cannot be taken. `news` gives what the reader has to yield besides bundles, and is asked
    when a record is there whole; one that is not is taken back, lest it act on others.
    """

    def __init__(self, source: str, options: ReadOptions) -> None:
        self.source = source
        self.file = ""  # of a source of several files the one that is read
        self.options = options
        self._annotators: dict[tuple[str, AnnotatorKind], Annotator] = {}
        self._news: list[NewLabel | Problem] = []  # of the record at hand
        self._of_source: list[Problem] = []  # what there is to tell whether or not the record at hand is whole
        # What records say counts when they are there whole.
        self._labels = Provisional[Layer]({})  # as met so far
        self._told = Provisional[bool]({})  # what is told once
        self._apart = ToldApart(options)
        self._states: tuple[Provisional[Any], ...] = (self._labels, self._told, *self._apart.states)
        self._position = self._next_position = options.first_position
        self._relations = 0  # that the record at hand has, and that labels leave out
        self.if_one: ToDo = ""  # what to do if texts that come twice are one, of two annotators
        self.record = ""  # what to call the record at hand, where its line says little: "task 3"

    def owner(self) -> Annotator:
        """Return who gets annotations that name nobody."""
        stem = self.source.rpartition("/")[2].rpartition(".")[0] or self.source
        return self.options.annotator or self.annotator(stem, AnnotatorKind.IMPORT)

    def annotator(self, name: str, kind: AnnotatorKind | None = None) -> Annotator:
        """Return the annotator of a name, the same each time; without a kind the project's of that name, if any."""
        if kind is None and name in self.options.annotators:
            return self.options.annotators[name]
        kind = kind or AnnotatorKind.PERSON
        found = self._annotators.get((name, kind))
        if found is None:
            found = self._annotators[name, kind] = Annotator(new_id(), name, kind)
        return found

    def layer(self, label: str, line: int | None = None, field: str = "", expected: Layer | None = None) -> Layer:
        """Return the layer of a label; one that is not known is of the `expected` layer, else of spans.

        Raises Fault where the project, or an earlier source of the import, has the label in another layer, unless it is
        left out anyway.
        """
        known = self.knows(label)
        if self.options.left_out.takes(label):
            of_spans = known if known is not Layer.RELATION else None
            return expected or of_spans or _usual_layer(label)
        if known is None:
            known = expected or _usual_layer(label)
            self._labels[label] = known
            if self.options.labels is not None:
                self._news.append(NewLabel(label, known, self.file or self.source, line, field))
        elif (expected and known is not expected) or (expected is None and known is Layer.RELATION):
            fault = other_layer(self.options, label, known, expected, field)
            fault.line = line
            raise fault
        return known

    def knows(self, label: str) -> Layer | None:
        """Return the layer of a label that was met, or that the project or an earlier source has."""
        known = self._labels.get(label)
        if known is None and (known := self.options.layer_of(label)) is not None:
            self._labels[label] = known
        return known

    def link(
        self, draft: Draft, label: str, source_id: str, target_id: str, line: int | None = None, field: str = ""
    ) -> None:
        """Add a link of a format that has one sort of link: from an event it is an argument, else a relation.

        A label the project has for relations is one whatever it starts from, unless a role of the event is called so;
        that records before this one, or sources before it, have it for relations says nothing of this one, lest the
        order of lines or sources decide.
        """
        draft.one_sort = True
        source = draft.of(source_id)
        is_role = source.layer is Layer.EVENT and not self.options.is_for_relations(label, source.label)
        if self.options.left_out.takes(label):
            self._relations += not is_role
        elif is_role:
            draft.argument(source_id, label, target_id)
        else:
            self.layer(label, line, field, Layer.RELATION)
            draft.relation(label, source_id, target_id)

    def facts(
        self, record: Mapping[str, Any], not_meta: Iterable[str] = (), line: int | None = None
    ) -> tuple[dict[str, str], dict[str, str]]:
        """Return `facts_of` a record; fields that hold lists or objects are left out, which is told once of each.

        A field that is called otherwise than ours, such as "headline", is taken for it where the record has none under
        our name, which is told once, too. An export of ours is taken at its word.
        """
        skipped = {*FIELDS, *not_meta}
        for key, value in record.items():
            if value and isinstance(value, list | dict) and key not in skipped:
                self.leave_out(key, f"holds {kind_of(value)} and is left out", line)
        facts, further = facts_of(record, not_meta)
        for field, key in () if is_id(plain(record.get("article"))) else _called_otherwise(tuple(record)):
            if key in further and self._taken_for(field, key, further[key], line):
                facts[field] = further.pop(key)
        return facts, further

    def _taken_for(self, field: str, key: str, value: str, line: int | None) -> bool:
        """Say whether a field of the record is one of ours, and tell what becomes of it."""
        try:
            if field == "published":
                published(value, self.options.extra.get(DATES, ""))
        except ValueError:
            what = f"the field {key} holds no date of publication that can be read, and stays a further column"
            self.tell_once(what, ProblemKind.DATE, line)
            return False
        if value:
            self.tell_once(f"the field {key} is taken for {_SAID[field]}", ProblemKind.FIELD, line)
        return bool(value)

    def leave_out(self, field: str, why: str, line: int | None = None) -> None:
        """Tell the first time that a field is left out."""
        if not self._told.get(field):
            self._told[field] = True
            self.tell(f"the field {field} {why}", ProblemKind.FIELD, line)

    def article(
        self,
        text: str,
        who: Annotator,
        facts: Mapping[str, str],
        meta: dict[str, str],
        line: int | None = None,
        *,
        part: bool = False,
    ) -> Article:
        """Return the article of a text: one that was met before when another annotator's record brings it (ToldApart).

        `facts` are article fields by name, and may hold `origin`, and as `article` the id of the article in the project
        an export came from: where that is this project, or a text stands in the source more than once, it tells which
        of them is meant; another program's numbers tell nothing. Several records of one annotator are several articles,
        which is told. A `meta` that has the same under `article` keeps only what is no such id. `part`: as
        `ToldApart.place` has it. Raises Fault as `article_of` does.
        """
        article = article_of(text, facts, facts.get("origin") or self.source, meta, self.options, self._next_position)
        named = facts.get("article", "")
        held = bool(named and self.options.holds and self.options.holds(named, article.sha256))
        if held or is_id(named):
            article.meta.pop("article", None)
        else:
            named = ""
        place = self._apart.place(article, who, named, held=held, part=part)
        if place.joins:
            self.tell(Wording(_JOINS, {"name": place.joins}), ProblemKind.REPEATED_TEXT, line)
        if place.repeats:
            what = Wording(_OF_ITS_OWN, {"who": who.name})
            self.tell(what, ProblemKind.REPEATED_TEXT, line, to_do=self.if_one)
        self._next_position += not place.is_further
        return article if place.id == article.id else replace(article, id=place.id)

    def is_joint(self, article: Article) -> bool:
        """Say whether a record that was part of a page said something of an article."""
        return self._apart.is_joint(article)

    def tell_once(
        self, what: str | Wording, kind: ProblemKind, line: int | None = None, file: str = "", to_do: ToDo = ""
    ) -> None:
        """Note the first time something that stops nothing and that further records share."""
        if not self._told.get(str(what)):
            self._told[str(what)] = True
            self.tell(what, kind, line, file, to_do=to_do)

    def tell(
        self,
        what: str | Wording,
        kind: ProblemKind,
        line: int | None = None,
        file: str = "",
        *,
        to_do: ToDo = "",
        of_source: bool = False,
    ) -> None:
        """Note something worth knowing that stops nothing; `of_source`: it is so whatever becomes of a record."""
        wording = what if isinstance(what, Wording) else None
        file = file or self.file or self.source
        record = "" if of_source else self.record
        news = self._of_source if of_source else self._news
        news.append(Problem(str(what), to_do, file, line, record, kind, notice=True, wording=wording))

    def taken(
        self,
        records: Iterable[tuple[int, dict[str, Any] | Problem]],
        take: Callable[[dict[str, Any], int], Iterable[Bundle]],
        name: str = "",
        of: str = "",
    ) -> Iterator[Item]:
        """Yield what `take` makes of each record, whole or not at all; `name` is what to call their file.

        `of`: what a file is made of, to say so where it holds none.
        """
        self.file = name
        file = name or self.source
        number = 0
        for number, record in records:
            if isinstance(record, Problem):
                yield replace(record, file=file)
                continue
            try:
                bundles = list(take(record, number))
            except Fault as fault:
                self.take_back()
                fault.field = ", ".join(part for part in (self.record, fault.field) if part)
                yield fault.at(file, number)
                continue
            yield from self.news()
            yield from bundles
        if of and not number:
            yield Problem(f"holds no {of}", "", file, kind=ProblemKind.EMPTY)

    def news(self) -> Iterator[NewLabel | Problem]:
        """Yield what there is to tell since this was last asked: of a record that is there whole, which now counts."""
        for state in self._states:
            state.keep()
        self._position = self._next_position
        self.options.left_out.relations += self._relations
        told = [*self._of_source, *self._news]
        self._of_source, self._news, self._relations = [], [], 0
        yield from told

    def take_back(self) -> None:
        """Forget what a record said that is left out because something of it is wrong."""
        for state in self._states:
            state.drop()
        self._next_position = self._position
        self._news, self._relations = [], 0


def _usual_layer(label: str) -> Layer:
    return Layer.TIME if label.upper() in _TIME_LABELS else Layer.ENTITY


def article_of(
    text: str, facts: Mapping[str, str], origin: str, meta: Mapping[str, str], options: ReadOptions, position: int
) -> Article:
    """Make a new article; what `facts` leave out is as the options assume.

    Raises Fault for halves of characters, which cannot be stored, and for a date that is none.
    """
    if not text.isascii() and _HALVES.search(text):
        raise Fault("text", tr("holds halves of characters"), "", ProblemKind.ENCODING)
    fields = {name: facts.get(name) or options.defaults.get(name, "") for name in FIELDS}
    try:
        fields["published"] = published(fields["published"], options.extra.get(DATES, ""))
    except TwoReadings as error:
        raise Fault("published", error.wording, WRITE_DATES, ProblemKind.DATE) from error
    except ValueError as error:
        raise Fault("published", wording_of(error), "", ProblemKind.DATE) from error
    return Article(new_id(), text, **fields, origin=origin, meta=dict(meta), position=position)


def assumed(options: ReadOptions) -> tuple[dict[str, str], Problem | None]:
    """Return the article fields meant where a source says nothing; a date that is none is told, and dropped."""
    fields = {name: options.defaults.get(name, "") for name in FIELDS}
    try:
        fields["published"] = normalised_published(fields["published"])
    except Refused as error:
        fields["published"] = ""
        return fields, Problem(str(error), field="published", kind=ProblemKind.DATE, wording=error.wording)
    return fields, None


@lru_cache(maxsize=256)
def _called_otherwise(keys: tuple[str, ...]) -> tuple[tuple[str, str], ...]:
    """Return which of a record's keys are fields of an article, with these, that the record has under no own name."""
    found = known_columns(keys, _SAID)
    return tuple((field, key) for field, key in found.items() if field not in keys)


@lru_cache(maxsize=4096)
def published(text: str, dates: str = "") -> str:
    """Return a publication date in ISO 8601; raises ValueError. Dates repeat: a corpus has few days."""
    return normalised_published(text, Dates(dates) if dates else None)


def facts_of(meta: Mapping[str, Any], not_meta: Iterable[str] = ()) -> tuple[dict[str, str], dict[str, str]]:
    """Part a record's metadata into article fields and further columns; what is no plain value is left out.

    `not_meta` names the keys that are neither.
    """
    known = frozenset((*FIELDS, *not_meta))
    facts = {key: plain(meta[key]) for key in FIELDS if key in meta}
    return facts, {key: plain(v) for key, v in meta.items() if key not in known and isinstance(v, str | int | float)}


def plain(value: object) -> str:
    """Return a plain JSON value as text; "" for null, lists and objects."""
    if isinstance(value, bool):
        return "true" if value else "false"
    return str(value) if isinstance(value, str | int | float) else ""


def fragments_in(pieces: Sequence[tuple[int, int]], length: int, field: str) -> tuple[Span, ...]:
    """Return (begin, end) pairs in any order as fragments of a text of `length` characters; raises Fault."""
    out: list[Span] = []
    for begin, end in sorted(pieces):
        if not 0 <= begin < end <= length:
            sort = _EMPTY_SPAN if begin == end else _REVERSED if begin > end else _OUTSIDE
            what = Wording(sort, {"begin": f"{begin}", "end": f"{end}", "length": f"{length}"})
            raise Fault(field, what, _OFFSETS, ProblemKind.OFFSETS)
        if out and begin < out[-1].end:
            raise Fault(
                field,
                Wording(tr("the parts of the span overlap at {begin}"), {"begin": f"{begin}"}),
                "",
                ProblemKind.OFFSETS,
            )
        out.append(Span(begin, end))
    if not out:
        raise Fault(field, tr("the span has no parts"), "", ProblemKind.OFFSETS)
    return tuple(out)

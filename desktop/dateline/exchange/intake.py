"""What importers of other tools' work share: annotators, labels and texts as they are met, and a page's draft."""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import lru_cache
from typing import Any

from msgspec.structs import replace

from dateline.exchange.checks import Fault
from dateline.exchange.jsonl import kind_of
from dateline.exchange.options import ReadOptions
from dateline.exchange.other_layer import other_layer
from dateline.exchange.problems import Problem, ProblemKind
from dateline.exchange.published import Dates, TwoReadings, normalised_published
from dateline.exchange.reading import Item, NewLabel
from dateline.model.annotation import (
    Annotations,
    Annotator,
    AnnotatorKind,
    Argument,
    Comment,
    Layer,
    Mention,
    Relation,
    TimeSource,
    TimeValue,
)
from dateline.model.article import Article, Region, RegionKind, State
from dateline.model.bundle import Bundle
from dateline.model.ids import is_id, new_id
from dateline.model.text import Span
from dateline.model.when import When, when_from_value
from dateline.model.wording import ToDo, Wording, tr
from dateline.scratch import Ledger

FIELDS = ("title", "published", "source", "url", "language", "note")
DATES = "dates"  # the option that says how dates such as 03/04/2024 are written
WRITE_DATES = tr("Write the year first, as in 2024-04-03")
_TIME_LABELS = frozenset({"DATE", "TIME", "DURATION", "SET", "TIMEX", "TIMEX3"})
_HALVES = re.compile("[\ud800-\udfff]")
_LONG = 2**63
_EMPTY_SPAN = tr("the span {begin} to {end} is empty; the text has {length} characters")
_REVERSED = tr("the span {begin} to {end} is reversed; the text has {length} characters")
_OUTSIDE = tr("the span {begin} to {end} is outside the text; the text has {length} characters")
_OFFSETS = tr("Offsets count characters from 0; the end is not included")


class Intake:
    """What is known while one source is read; its file's name, its annotators, the labels and texts so far.

    Raises Fault where a record cannot be taken. `news` gives what the reader has to yield besides bundles.
    """

    def __init__(self, source: str, options: ReadOptions) -> None:
        self.source = source
        self.file = ""  # of a source of several files the one that is read
        self.options = options
        self._labels: dict[str, Layer] = {}  # as met so far
        self._annotators: dict[tuple[str, AnnotatorKind], Annotator] = {}
        self._texts = Ledger()  # SHA-256 of a text with a number to the id of the article that is the so-manieth of it
        self._times_met = Ledger()  # the same alone to how many articles have it, with an annotator's id to his
        self._position = options.first_position
        self._news: list[NewLabel | Problem] = []
        self._left_out: set[str] = set()
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
        self, draft: "Draft", label: str, source_id: str, target_id: str, line: int | None = None, field: str = ""
    ) -> None:
        """Add a link of a format that has one sort of link: from an event it is an argument, else a relation.

        A label the project has for relations is one whatever it starts from; that records before this one have it for
        relations says nothing of this one, lest the order of lines decide.
        """
        if self.options.left_out.takes(label):
            return
        if self.options.layer_of(label) is not Layer.RELATION and draft.of(source_id).layer is Layer.EVENT:
            draft.argument(source_id, label, target_id)
        else:
            self.layer(label, line, field, Layer.RELATION)
            draft.relation(label, source_id, target_id)

    def facts(
        self, record: Mapping[str, Any], not_meta: Iterable[str] = (), line: int | None = None
    ) -> tuple[dict[str, str], dict[str, str]]:
        """Return `facts_of` a record; fields that hold lists or objects are left out, which is told once of each."""
        skipped = {*FIELDS, *not_meta}
        for key, value in record.items():
            if value and isinstance(value, list | dict) and key not in skipped:
                self.leave_out(key, f"holds {kind_of(value)} and is left out", line)
        return facts_of(record, not_meta)

    def leave_out(self, field: str, why: str, line: int | None = None) -> None:
        """Tell the first time that a field is left out."""
        if field not in self._left_out:
            self._left_out.add(field)
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
        """Return the article of a text: one that was met before when another annotator's record brings it.

        `facts` are article fields by name, and may hold `origin`, and as `article` the id of the article in the project
        an export came from: where that is this project, or a text stands in the source more than once, it tells which
        of them is meant; another program's numbers tell nothing. Several records of one annotator are several articles,
        which is told; so are those of texts that appeared on two days, such as reports of the weather. A `meta` that
        has the same under `article` keeps only what is no such id. `part`: the record is one of several that are one
        page, and is of the article that the annotator's one before it had. Raises Fault as `article_of` does.
        """
        article = article_of(text, facts, facts.get("origin") or self.source, meta, self.options, self._position)
        text_ = self._as_of_its_day(article)
        own = f"{text_} {who.id}"
        articles, his = (int(self._times_met.get(key) or "0") for key in (text_, own))
        if part and his and (there := self._texts.get(f"{text_} {his - 1}")):
            return replace(article, id=there)
        named = facts.get("article", "")
        held = bool(named and self.options.holds and self.options.holds(named, article.sha256))
        if held or is_id(named):
            article.meta.pop("article", None)
        else:
            named = ""
        # A page that comes once more under one name, such as a sentence that is there twice, is told by its number.
        as_named = f"{text_} as {named}" if named and self._texts.add(f"{own} as {named}") else ""
        number = as_named or (f"{text_} {his}" if his < articles else "")
        if there := self._texts.get(number):  # another's record brought it: each one's first is one article, and so on
            article = replace(article, id=there)
        else:
            if as_named and held:
                article = replace(article, id=named)
            if not articles and (there := self.options.known_as(article.sha256, article.published)):
                what = f"has the same text as the project's article {there}; its annotations join that one"
                self.tell(what, ProblemKind.REPEATED_TEXT, line)
            self._texts[f"{text_} {articles}"] = article.id
            if as_named:
                self._texts[as_named] = article.id
            self._times_met[text_] = str(articles + 1)
        if his and not named and self.options.known_as(article.sha256, article.published) is None:
            what = f"has the same text as another record of {who.name}, and is taken for an article of its own"
            self.tell(what, ProblemKind.REPEATED_TEXT, line, to_do=self.if_one)
        self._times_met[own] = str(his + 1)
        self._position += 1
        return article

    def _as_of_its_day(self, article: Article) -> str:
        """Return what stands for a text: its hash, with the day for those after the first of which a day is known."""
        text, day = article.sha256, article.published[:10]
        first = self._times_met.get(f"{text} first on")
        if day and not first:
            self._times_met[f"{text} first on"] = first = day
        return text if not day or day == first else f"{text} {day}"

    def tell_once(self, what: str, kind: ProblemKind, line: int | None = None, file: str = "") -> None:
        """Note the first time something that stops nothing and that further records share."""
        if what not in self._left_out:
            self._left_out.add(what)
            self.tell(what, kind, line, file)

    def tell(self, what: str, kind: ProblemKind, line: int | None = None, file: str = "", *, to_do: ToDo = "") -> None:
        """Note something worth knowing that stops nothing."""
        self._news.append(Problem(what, to_do, file or self.file or self.source, line, self.record, kind, notice=True))

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
                fault.field = ", ".join(part for part in (self.record, fault.field) if part)
                yield fault.at(file, number)
                continue
            yield from self.news()
            yield from bundles
        if of and not number:
            yield Problem(f"holds no {of}", "", file, kind=ProblemKind.EMPTY)

    def news(self) -> Iterator[NewLabel | Problem]:
        """Yield what there is to tell since this was last asked."""
        told, self._news = self._news, []
        yield from told


def _usual_layer(label: str) -> Layer:
    return Layer.TIME if label.upper() in _TIME_LABELS else Layer.ENTITY


class Draft:
    """One annotator's page of one article while it is put together."""

    def __init__(self, article: Article, who: Annotator) -> None:
        self.article, self.who = article, who
        self._mentions: dict[str, Mention] = {}
        self._times: dict[str, TimeValue] = {}
        self._arguments: list[Argument] = []
        self._relations: list[Relation] = []
        self._comments: list[Comment] = []
        self._regions: list[Region] = []

    def mention(
        self,
        layer: Layer,
        label: str,
        fragments: tuple[Span, ...],
        attributes: dict[str, str] | None = None,
        entity_id: str | None = None,
        happening_id: str | None = None,
    ) -> str:
        """Add a mention and return its id; a time has no value yet."""
        id_ = new_id()
        self._mentions[id_] = Mention(
            id_, self.article.id, self.who.id, layer, label, fragments, attributes or {}, entity_id, happening_id
        )
        if layer is Layer.TIME:
            self._times[id_] = TimeValue(id_, "", source=TimeSource.IMPORT)
        return id_

    def of(self, mention_id: str) -> Mention:
        """Return a mention that was added."""
        return self._mentions[mention_id]

    def change(self, mention: Mention) -> None:
        """Put a changed mention in the place of the one with its id."""
        self._mentions[mention.id] = mention

    def time(self, mention_id: str, value: str, mod: str = "") -> None:
        """Say what a time stands for."""
        self._times[mention_id] = TimeValue(mention_id, value, when_of_value(value, mod), mod, TimeSource.IMPORT)

    def argument(self, event_id: str, role: str, filler_id: str) -> None:
        """Fill a role of an event."""
        self._arguments.append(Argument(new_id(), event_id, role, filler_id))

    def relation(self, label: str, source_id: str, target_id: str) -> None:
        """Link two mentions."""
        self._relations.append(Relation(new_id(), self.article.id, self.who.id, label, source_id, target_id))

    def comment(self, text: str, mention_id: str | None = None, at: str = "") -> None:
        """Add a note on a mention or on the article."""
        self._comments.append(Comment(new_id(), self.article.id, self.who.id, text, mention_id, at))

    def region(self, kind: RegionKind, span: Span) -> None:
        """Set a stretch apart."""
        owner = self.who.id if kind is RegionKind.NEGATIVE else None
        self._regions.append(Region(new_id(), self.article.id, kind, span, owner))

    def bundle(self, state: State | None = None, *, remade: bool = False, part: bool = False) -> Bundle:
        """Return the page; its state is "started" when it holds something and nobody says otherwise.

        `remade`: its text was made of tokens. `part`: further records may be of this page.
        """
        mentions = sorted(self._mentions.values(), key=lambda m: (m.fragments[0].begin, -m.fragments[-1].end, m.id))
        touched = mentions or self._relations or self._comments or self._regions
        return Bundle(
            self.article,
            self.who,
            state or (State.STARTED if touched else State.NEW),
            Annotations(
                tuple(mentions),
                tuple([self._times[m.id] for m in mentions if m.layer is Layer.TIME]),
                tuple(self._arguments),
                tuple(self._relations),
                tuple(self._comments),
                tuple(self._regions),
            ),
            remade=remade,
            part=part,
        )


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
        raise Fault("published", str(error), WRITE_DATES, ProblemKind.DATE) from error
    except ValueError as error:
        raise Fault("published", str(error), "", ProblemKind.DATE) from error
    return Article(new_id(), text, **fields, origin=origin, meta=dict(meta), position=position)


def assumed(options: ReadOptions) -> tuple[dict[str, str], Problem | None]:
    """Return the article fields meant where a source says nothing; a date that is none is told, and dropped."""
    fields = {name: options.defaults.get(name, "") for name in FIELDS}
    try:
        fields["published"] = normalised_published(fields["published"])
    except ValueError as error:
        fields["published"] = ""
        return fields, Problem(str(error), "", field="published", kind=ProblemKind.DATE)
    return fields, None


@lru_cache(maxsize=4096)
def published(text: str, dates: str = "") -> str:
    """Return a publication date in ISO 8601; raises ValueError. Dates repeat: a corpus has few days."""
    return normalised_published(text, Dates(dates) if dates else None)


@lru_cache(maxsize=4096)
def when_of_value(value: str, mod: str) -> When | None:
    """Return the interval of a TIMEX3 value that a project can hold, or None."""
    when = when_from_value(value, mod) if len(value) < 60 else None
    if when and any(not -_LONG <= second < _LONG for second in (when.begin, when.end) if second is not None):
        return None
    return when


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

"""Reads WebAnno TSV 3.1 to 3.3: INCEpTION's, WebAnno's and other people's."""

import re
from collections import Counter
from collections.abc import Iterator
from itertools import zip_longest
from pathlib import Path

from msgspec import Struct, field

from dateline.exchange.archive import Tree, read_whole
from dateline.exchange.checks import Fault
from dateline.exchange.cut_lines import ending_of
from dateline.exchange.draft import Draft
from dateline.exchange.facts import FactsBeside, Told
from dateline.exchange.filewise import file_by_file, utf8
from dateline.exchange.formats.uima import types
from dateline.exchange.formats.uima.layers import is_passed_over, is_plain, label_feature, layer_of
from dateline.exchange.formats.uima.project import IF_ONE, opened, source_text, state_of, user, whose
from dateline.exchange.formats.webanno.escapes import slots, stacked, unescaped_value
from dateline.exchange.formats.webanno.table import COLUMNS, TABLE, Column, Kind, Row, Table, TsvFault
from dateline.exchange.intake import Intake, fragments_in
from dateline.exchange.options import ReadOptions
from dateline.exchange.problems import ProblemKind
from dateline.exchange.reading import Item
from dateline.exchange.things import Things
from dateline.model.annotation import Annotations, Layer
from dateline.model.article import State
from dateline.model.bundle import Bundle, Frame
from dateline.model.text import Utf16Map
from dateline.model.wording import tr

_NUMBER = re.compile(r"(?<!\\)((?:\\\\)*)\[(\d{1,9})\]$")
_PLACE = re.compile(r"([\d.\-]+)(?:\[(\d{1,9})(?:_(\d{1,9}))?\])?")
_NONE, _ANY = "_", "*"
_REMADE = tr(
    "does not say what stands between its sentences: the text was made of them, with line ends there; so were further"
    " ones. A project export of INCEpTION has the texts, and a text that is here already is joined"
)


def read(source: Path, options: ReadOptions) -> Iterator[Item]:
    """Yield a bundle for each file of a folder or zip, or for the one file."""
    yield Frame()
    intake, things = Intake(source.name, options), Things()
    intake.if_one = IF_ONE
    facts = FactsBeside(intake, TABLE, COLUMNS)

    def read_file(tree: Tree, name: str, shown: str) -> Iterator[Item]:
        things.begin()
        data = read_whole(tree, name)
        yield from ending_of(data).told(shown, blank=False)
        try:
            table = utf8(data)
            told, state = facts.of(tree, name), state_of(tree, name)
            table_reader = _TableReader(intake, things, shown, *whose(name))
            bundle = table_reader.read(table, told, state, source_text(tree, name))
        except TsvFault as fault:
            intake.take_back()
            yield fault.at(shown, fault.line)
            return
        yield from intake.news()
        if new := things.new():
            yield new
        yield bundle

    yield from file_by_file(source, intake, (".tsv",), read_file, opened)


def _fits(source: str, text: str) -> bool:
    """Say whether a document's text is the sentences' but for the sorts of white space, so that offsets hold."""
    return not source[len(text) :].strip() and all(
        here == there or (here.isspace() and there.isspace())
        for here, there in zip_longest(source[: len(text)], text, fillvalue="")
    )


class _Span(Struct):
    """An annotation while its rows are read: one of several rows goes on as long as its number comes again."""

    type_name: str
    begin: int
    end: int
    line: int
    values: dict[str, str] = field(default_factory=dict)
    roles: dict[str, list[str]] = field(default_factory=dict)
    targets: dict[str, list[str]] = field(default_factory=dict)
    bases: dict[str, str] = field(default_factory=dict)  # the type of what fills a feature's slots


class _Relation(Struct):
    """A relation while its cells are read."""

    type_name: str
    row: Row
    values: dict[str, str] = field(default_factory=dict)
    source: str = ""
    base: str = ""


class _TableReader:
    """Reads one file."""

    def __init__(self, intake: Intake, things: Things, shown: str, document: str, annotator: str) -> None:
        self._intake, self._things, self._shown = intake, things, shown
        self._document, self._annotator = document, annotator
        self._spans: list[_Span] = []
        self._by_number: dict[int, _Span] = {}
        self._at: dict[str, list[_Span]] = {}  # by the row's id
        self._relations: list[_Relation] = []
        self._skipped: Counter[str] = Counter()

    def read(self, content: str, told: Told, state: State | None, source: str) -> Bundle:
        """Return the file's bundle; `told`: what a table beside it says, `state`: its project. Raises Fault.

        `source` is the text of the project's document, "" for none.
        """
        table = Table(content)
        if not table.text:
            raise Fault("#Text=", tr("holds no text"), "", ProblemKind.EMPTY)
        for row in table.rows:
            self._row(row, table.columns)
        who = user(self._intake, self._annotator)
        facts = {**told.fields, "origin": told.fields.get("origin") or self._document}
        if told.annotator:
            who = self._intake.annotator(told.annotator, told.kind)
        fits = _fits(source, table.text)
        self._text = source if fits else table.text
        if table.guessed and not fits and told.state is None:  # our own files say what stands there
            self._intake.tell_once(_REMADE, ProblemKind.TEXT, file=self._shown)
        article = self._intake.article(self._text, who, facts, told.meta, 1)
        self._draft, self._utf16 = Draft(article, who), Utf16Map(self._text)
        mentions = {id(span): self._mention(span) for span in self._spans}
        for span in self._spans:
            self._slots(span, mentions)
        for relation in self._relations:
            self._relation(relation, mentions)
        for what, count in self._skipped.items():
            self._intake.tell(f"{count} annotations were passed over: {what}", ProblemKind.FIELD, None, self._shown)
        bundle = self._draft.bundle(told.state or state, remade=not fits)
        nobodys = not told.annotator and told.state is not None and bundle.annotations == Annotations()
        return (
            Bundle(article, remade=not fits) if nobodys else bundle
        )  # the table knows the text, and nobody who worked on it

    def _row(self, row: Row, columns: list[Column]) -> None:
        """Take in the cells of a row; stacked annotations of a layer are in the same order in all its columns."""
        here: dict[str, list[_Span]] = {}
        relations: dict[str, list[_Relation]] = {}
        for column, cell in zip(columns, row.cells, strict=False):
            if cell in (_NONE, ""):
                continue
            if is_plain(column.type_name) or is_passed_over(column.type_name) or column.kind is Kind.CHAIN:
                self._skipped[f"{column.type_name} is no layer taken here"] += 1
                continue
            for place, value in enumerate(stacked(cell)):
                if column.kind in (Kind.RELATION_VALUE, Kind.RELATION_SOURCE):
                    self._relation_cell(row, column, place, value, relations.setdefault(column.type_name, []))
                else:
                    self._span_cell(row, column, place, value, here.setdefault(column.type_name, []))
        self._at.setdefault(row.id, []).extend(span for mine in here.values() for span in mine)

    def _span_cell(self, row: Row, column: Column, place: int, value: str, here: list[_Span]) -> None:
        number = None
        if column.kind is not Kind.SLOT_TARGET and (match := _NUMBER.search(value)):
            number = int(match[2])
            value = value[: match.start() + len(match[1])]
        if place < len(here):
            span = here[place]
        else:
            span = self._going_on(row, column, number)
            here.append(span)
        if number is not None:
            self._by_number[number] = span
        if column.kind is Kind.VALUE and value not in (_ANY, _NONE):
            span.values[column.feature] = unescaped_value(value)
        elif column.kind is Kind.SLOT_ROLE and value != _NONE:
            roles = ["" if v == _ANY else unescaped_value(v) for v in slots(value)]
            span.roles.setdefault(column.feature, roles)
        elif column.kind is Kind.SLOT_TARGET and value not in (_ANY, _NONE):
            span.targets.setdefault(column.feature, slots(value))
            span.bases[column.feature] = column.base

    def _going_on(self, row: Row, column: Column, number: int | None) -> _Span:
        """Return the annotation of this number that an earlier row began, else a new one."""
        span = self._by_number.get(number) if number is not None else None
        if span is not None and span.type_name == column.type_name:
            span.end = max(span.end, row.end)
            return span
        span = _Span(column.type_name, row.begin, row.end, row.line)
        self._spans.append(span)
        return span

    def _relation_cell(self, row: Row, column: Column, place: int, value: str, here: list[_Relation]) -> None:
        if place >= len(here):
            here.append(_Relation(column.type_name, row))
            self._relations.append(here[-1])
        relation = here[min(place, len(here) - 1)]
        if column.kind is Kind.RELATION_SOURCE:
            relation.source, relation.base = value, column.base
        elif value not in (_ANY, _NONE):
            relation.values[column.feature] = unescaped_value(value)

    def _mention(self, span: _Span) -> str:
        """Make a mention of an annotation; raises TsvFault."""
        named = label_feature(list(span.values))
        label = span.values.get(named, "") or span.type_name.rpartition(".")[2]
        begin, end = self._utf16.from_utf16(span.begin), self._utf16.from_utf16(span.end)
        try:
            layer = layer_of(self._intake, span.type_name, label, span.line)
            fragments = fragments_in([(begin, end)], len(self._text), span.type_name)
        except Fault as fault:
            raise TsvFault(span.line, fault.field, fault.saying, fault.kind) from fault
        attributes = {n: v for n, v in span.values.items() if n != named and n not in types.RESERVED}
        entity = self._entity(span, label, fragments[0].of(self._text)) if layer is Layer.ENTITY else None
        mention = self._draft.mention(layer, label, fragments, attributes, entity)
        if layer is Layer.TIME and (span.values.get("timex") or span.values.get("mod")):
            self._draft.time(mention, span.values.get("timex", ""), span.values.get("mod", ""))
        return mention

    def _entity(self, span: _Span, label: str, words: str) -> str | None:
        if not (external := span.values.get("identifier")):
            return None
        return self._things.entity((external, label), words, label, external)

    def _slots(self, span: _Span, mentions: dict[int, str]) -> None:
        """Fill the roles of an event; those of other layers are relations."""
        mention = mentions[id(span)]
        for feature, targets in span.targets.items():
            roles = span.roles.get(feature, [])
            for n, place in enumerate(targets):
                role = (roles[n] if n < len(roles) else "") or feature
                filler = self._found(place, mentions, span.bases.get(feature, ""))
                if filler is None:
                    self._skipped[f"{role} is filled by what is not there"] += 1
                elif self._draft.of(mention).layer is Layer.EVENT:
                    self._draft.argument(mention, role, filler)
                else:
                    self._link(role, mention, filler, span.type_name, span.line)

    def _relation(self, relation: _Relation, mentions: dict[int, str]) -> None:
        match = _PLACE.fullmatch(relation.source)
        source = self._found(relation.source, mentions, relation.base)
        own = f"{relation.row.id}[{match[3]}]" if match and match[3] and match[3] != "0" else relation.row.id
        target = self._found(own, mentions, relation.base)
        if source is None or target is None:
            self._skipped[f"{relation.type_name} links what is not there"] += 1
            return
        named = label_feature(list(relation.values))
        label = relation.values.get(named, "") or relation.type_name.rpartition(".")[2]
        self._link(label, source, target, relation.type_name, relation.row.line)

    def _link(self, label: str, source: str, target: str, type_name: str, line: int) -> None:
        try:
            self._intake.layer(label, line, type_name, Layer.RELATION)
        except Fault as fault:
            raise TsvFault(line, fault.field, fault.saying, fault.kind) from fault
        self._draft.relation(label, source, target)

    def _found(self, place: str, mentions: dict[int, str], base: str) -> str | None:
        """Return the mention that "1-2[3]" means: of that number, else the row's of the type meant, else any."""
        match = _PLACE.fullmatch(place)
        if match is None:
            return None
        span = self._by_number.get(int(match[2])) if match[2] and match[2] != "0" else None
        if span is None:
            here = self._at.get(match[1], [])
            span = next((s for s in here if s.type_name == base), here[0] if here else None)
        return mentions.get(id(span))

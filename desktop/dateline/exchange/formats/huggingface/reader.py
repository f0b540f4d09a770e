"""Reads records of tokens, tags and spans: our own, and others' that have at least tokens and tags."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import partial
from pathlib import Path
from typing import Any

import orjson

from dateline.exchange.bio import decoded_tags, is_nameless, is_outside
from dateline.exchange.checks import Fault, records, some_text, text, text_list
from dateline.exchange.draft import Draft
from dateline.exchange.extras import for_reading
from dateline.exchange.formats.huggingface.rows import ParquetRows
from dateline.exchange.formats.huggingface.writer import FIELDS
from dateline.exchange.intake import Intake, fragments_in, plain
from dateline.exchange.json_lines import field_of_annotator
from dateline.exchange.jsonl import kind_of, parsed_lines
from dateline.exchange.options import ReadOptions
from dateline.exchange.outside import Outside
from dateline.exchange.places import require_words, span_of
from dateline.exchange.problems import Problem, ProblemKind
from dateline.exchange.reading import Item
from dateline.exchange.recounting import counted_records
from dateline.exchange.tokens import located, rebuilt
from dateline.model.annotation import AnnotatorKind, Layer
from dateline.model.article import STATES, RegionKind
from dateline.model.bundle import Bundle, Frame
from dateline.model.text import Span
from dateline.model.wording import Wording, tr

_LAYERS = {layer.value: layer for layer in Layer if layer is not Layer.RELATION}
_KINDS = {kind.value: kind for kind in AnnotatorKind}
_KNOWN = frozenset(
    {"id", "tokens", "ner_tags", "text", "spans", "negatives", *FIELDS, "annotator", "annotator_kind", "state"}
)
_STEP = 50  # rows between two reports of progress


def read_jsonl(source: Path, options: ReadOptions) -> Iterator[Item]:
    """Yield an article for each line."""
    yield Frame()
    lines = partial(counted_records, partial(parsed_lines, source), source.name)
    rows = _Rows(source, options, (), lambda again: (record for _, record in lines(again, again=True)))
    number = 0
    for number, record in lines(options):
        if isinstance(record, Problem):
            yield record
        else:
            yield from rows.read(record, number, "")
    yield from rows.told()
    if not number:
        yield Problem(tr("holds no record"), "", source.name, kind=ProblemKind.EMPTY)


def read_parquet(source: Path, options: ReadOptions) -> Iterator[Item]:
    """Yield an article for each row."""
    for_reading("pyarrow", "pyarrow", "parquet")
    yield Frame()
    try:
        with source.open("rb") as opened:
            yield from _table(ParquetRows(opened, source), source, options)
    except Fault as fault:
        yield fault.at(source.name, None)


def _table(found: ParquetRows, source: Path, options: ReadOptions) -> Iterator[Item]:
    schema = found.schema
    if "tokens" not in schema.names and "text" not in schema.names:
        columns = ", ".join(schema.names[:8])
        raise Fault(
            "",
            Wording(
                tr("has neither a column text nor a column tokens (its columns: {columns})"), {"columns": f"{columns}"}
            ),
        )
    rows = _Rows(source, options, _tag_names(schema.metadata), lambda _: _rows_of(source))
    number = 0
    for number, record in enumerate(found, start=1):
        if isinstance(record, Fault):
            yield Problem(record.what, record.what_to_do, source.name, None, f"row {number}", record.kind)
        else:
            yield from rows.read(record, None, f"row {number}")
        if number % _STEP == 0:
            options.progress.step(number, found.total, source.name)
    yield from rows.told()
    if not number:
        yield Problem(tr("holds no row"), "", source.name, kind=ProblemKind.EMPTY)


def _rows_of(source: Path) -> Iterator[dict[str, Any] | Fault]:
    with source.open("rb") as opened:
        yield from ParquetRows(opened, source)


def _tag_names(metadata: Mapping[bytes, bytes] | None) -> tuple[str, ...]:
    """Return the names of the tags that the file's schema holds, none when it says nothing that is understood."""
    try:
        features = orjson.loads((metadata or {})[b"huggingface"])["info"]["features"]
        names = features["ner_tags"]["feature"]["names"]
    except (KeyError, TypeError, orjson.JSONDecodeError):
        return ()
    return tuple(names) if isinstance(names, list) and all(isinstance(n, str) for n in names) else ()


class _Rows:
    """Makes bundles of records."""

    def __init__(
        self,
        source: Path,
        options: ReadOptions,
        tag_names: Sequence[str],
        all_of_them: Callable[[ReadOptions], Iterator[object]],
        *,
        again: bool = False,
    ) -> None:
        """`all_of_them` reads the records once more, as they are given to `read`.

        `again`: this is that second time, for what is tagged in them alone.
        """
        self._source, self._file, self._tag_names, self._all = source, source.name, tag_names, all_of_them
        self._intake = Intake(source.name, options)
        self._outside = Outside(self._tagged_again, options, again=again)

    def told(self) -> Iterator[Problem]:
        """Yield what there is to tell once all records have been read."""
        yield from self._outside.told(self._file)

    def read(self, raw: dict[str, Any], line: int | None, place: str) -> Iterator[Item]:
        """Yield a record's bundle, or what is wrong with it."""
        try:
            bundle = self._bundle(raw, line)
        except Fault as fault:
            self._intake.take_back()
            field = ", ".join(part for part in (place, fault.field) if part)
            yield Problem(fault.what, fault.what_to_do, self._file, line, field, fault.kind, wording=fault.wording)
            return
        yield from self._intake.news()
        yield bundle

    def _bundle(self, raw: dict[str, Any], line: int | None) -> Bundle:
        whose = field_of_annotator(raw, self._intake, line)
        raw = self._without_words(raw, whose, line)
        body, places = _text(raw)
        facts = {name: text(raw, name) for name in FIELDS}
        facts["article"] = plain(raw.get("id"))
        name = text(raw, whose)
        kind = _KINDS.get(text(raw, "annotator_kind"), AnnotatorKind.IMPORT)
        who = self._intake.annotator(name, kind) if name else self._intake.owner()
        draft = Draft(self._intake.article(body, who, facts, {}, line), who)
        if places is None:
            self._spans(raw, body, draft, line)
        else:
            self._tags(raw, places, draft, line)
        for i, item in enumerate(records(raw, "negatives")):
            draft.region(RegionKind.NEGATIVE, span_of(item, f"negatives[{i}].", body))
        state = STATES.get(text(raw, "state"))
        bundle = draft.bundle(state, remade=raw.get("text") is None)
        return self._outside.settled(bundle) if state is None and _all_tagged(raw) else bundle

    def _tagged_again(self, options: ReadOptions) -> Iterator[bool]:
        """Say of each record of tokens that may have a span, and is not left out, whether it has one."""
        rows = _Rows(self._source, options, self._tag_names, self._all, again=True)
        for raw in self._all(options):
            if isinstance(raw, dict) and self._is_labelled(raw):
                for item in rows.read(raw, None, ""):
                    yield isinstance(item, Bundle) and bool(item.annotations.mentions) and _all_tagged(raw)

    def _is_labelled(self, raw: Mapping[str, Any]) -> bool:
        """Say whether something of a record may be in a span."""
        tags = raw.get("ner_tags")
        return bool(raw.get("spans")) or (isinstance(tags, list) and any(map(self._is_inside, tags)))

    def _is_inside(self, tag: object) -> bool:
        name = self._tag_names[tag] if isinstance(tag, int) and 0 <= tag < len(self._tag_names) else tag
        return isinstance(name, str) and not is_outside(name)

    def _without_words(self, raw: dict[str, Any], whose: str, line: int | None) -> dict[str, Any]:
        """Return a record without spans that are words, where its tags say where they are; tell what is left."""
        for key in sorted(raw.keys() - _KNOWN - {whose}):
            if raw[key] not in (None, "", []):
                self._intake.leave_out(key, "is left out", line)
        spans = raw.get("spans")
        tagged = raw.get("tokens") and raw.get("ner_tags")
        if tagged and isinstance(spans, list) and spans and all(isinstance(item, str) for item in spans):
            self._intake.leave_out("spans", "holds words and no places: the tags of the tokens count", line)
            return {key: value for key, value in raw.items() if key != "spans"}
        return raw

    def _spans(self, raw: dict[str, Any], body: str, draft: Draft, line: int | None) -> None:
        for i, item in enumerate(records(raw, "spans")):
            where = f"spans[{i}]."
            span = span_of(item, where, body)
            pieces = [span_of(p, f"{where}fragments[{j}].", body) for j, p in enumerate(records(item, "fragments"))]
            fragments = fragments_in([(p.begin, p.end) for p in pieces or (span,)], len(body), f"{where}fragments")
            require_words(item, where, body, fragments)
            label = some_text(item, "label", where)
            layer = self._intake.layer(label, line, f"{where}label", _LAYERS.get(text(item, "layer", where)))
            draft.mention(layer, label, fragments)

    def _tags(self, raw: dict[str, Any], places: list[Span], draft: Draft, line: int | None) -> None:
        """Take the spans of the tags, where a record has no spans of its own."""
        tags = raw.get("ner_tags") or []
        if not isinstance(tags, list) or len(tags) != len(places):
            count = f"{len(tags)}" if isinstance(tags, list) else kind_of(tags)
            raise Fault(
                "ner_tags",
                Wording(
                    tr("there are {count} tags for {tokens} tokens"), {"count": f"{count}", "tokens": f"{len(places)}"}
                ),
            )
        for found in decoded_tags([self._tag(tag, f"ner_tags[{i}]") for i, tag in enumerate(tags)]):
            layer = self._intake.layer(found.label, line, "ner_tags")
            draft.mention(layer, found.label, (Span(places[found.first].begin, places[found.stop - 1].end),))

    def _tag(self, tag: object, field: str) -> str:
        if isinstance(tag, str):
            if is_nameless(tag):
                raise Fault(field, Wording(tr("{tag} names no label"), {"tag": tag}))
            return tag
        if isinstance(tag, bool) or not isinstance(tag, int):
            raise Fault(field, Wording(tr("is {kind}, not a tag"), {"kind": Wording(kind_of(tag))}))
        if not 0 <= tag < len(self._tag_names):
            what = f"the number {tag} has no name in this file"
            raise Fault(field, what, tr("Write the tags as words (B-ORG), or as ClassLabel with its names"))
        return self._tag_names[tag]


def _all_tagged(raw: Mapping[str, Any]) -> bool:
    """Say whether each token of a record has a tag."""
    tokens, tags = raw.get("tokens"), raw.get("ner_tags")
    return isinstance(tokens, list) and isinstance(tags, list) and 0 < len(tokens) == len(tags)


def _text(raw: dict[str, Any]) -> tuple[str, list[Span] | None]:
    """Return a record's text, and the places of its tokens where the spans are to come from their tags."""
    tokens = text_list(raw, "tokens")
    if raw.get("text") is None:
        if not tokens or not all(tokens):
            raise Fault("text", tr("missing: a text or tokens were expected"))
        body, (places,) = rebuilt([tokens])
        return body, None if raw.get("spans") is not None else places
    body = some_text(raw, "text")
    if raw.get("spans") is not None or not raw.get("ner_tags"):
        return body, None
    if (found := located(body, tokens)) is None:
        what = "do not stand in the text one behind the other, so that nobody knows where the tagged words are"
        raise Fault(
            "tokens", what, tr("Take the text out of the record; one is made of the tokens then"), ProblemKind.TEXT
        )
    return body, found

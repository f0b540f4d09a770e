"""Reads doccano's exports, of all its versions."""

from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from typing import Any

import orjson
from msgspec.structs import replace

from dateline.exchange.answers import Said, add_answers, with_answers
from dateline.exchange.archive import Tree
from dateline.exchange.checks import Fault, records, some_text, text
from dateline.exchange.counting import (
    COUNTED,
    LOOKING_FIRST,
    SAID,
    Readings,
    counting,
    has_astral,
    may_be_astral,
    said_of_two_ways,
    told,
)
from dateline.exchange.draft import Draft
from dateline.exchange.inner_archives import told_of_archives
from dateline.exchange.intake import Intake, fragments_in, plain
from dateline.exchange.json_lines import told_of_page
from dateline.exchange.jsonl import AT_ONCE, Source, kind_of
from dateline.exchange.jsonstream import objects
from dateline.exchange.options import ReadOptions
from dateline.exchange.problems import Problem, ProblemKind
from dateline.exchange.reading import Item
from dateline.model.annotation import Annotator
from dateline.model.article import State
from dateline.model.bundle import Bundle
from dateline.model.progress import Part, Progress, parts_of
from dateline.model.wording import Wording, tr

_SPANS = ("label", "labels", "entities", "annotations")
_NOT_META = frozenset({*_SPANS, "text", "data", "relations", "Comments", "comments", "meta"})
_IN_COLUMN = tr("what is said of whole texts, such as categories or summaries, is kept in the column label")
_SUFFIXES = (".jsonl", ".json", ".ndjson")
_AS_SPANS = tr("Spans are written [start, end, label]; labels of a whole text stand in a record without spans")


def is_record(record: dict[str, Any]) -> bool:
    """Say whether an object looks like a record of doccano's."""
    body = record.get("text", record.get("data"))
    if not isinstance(body, str) or not record.keys().isdisjoint(("spans", "record", "annotation_id", "lead_time")):
        return False
    triples = record.get("label", record.get("labels"))
    if isinstance(triples, list):
        return not triples or isinstance(triples[0], list | str)  # texts: labels of the whole text, or its summaries
    found = record.get("entities", record.get("annotations"))
    if not isinstance(found, list):
        return False
    if not found or isinstance(found[0], list):
        return True
    return isinstance(found[0], dict) and ("start_offset" in found[0] or _of_text(record) is not None)


class JsonFile:
    """One file of JSON records, on the disk or in an archive, and whose work it is."""

    def __init__(self, name: str, user: str, tree: Tree | None, path: Path) -> None:
        self.name, self.user = name, user
        self._tree, self._path = tree, path

    def opens(self) -> Source:
        """Open it from its begin."""
        return self._tree.open(self.name) if self._tree else self._path.open("rb", buffering=AT_ONCE)

    def size(self) -> int:
        """Return how many bytes it has."""
        return self._tree.size(self.name) if self._tree else self._path.stat().st_size

    def head(self) -> bytes:
        """Return its first megabyte."""
        with closing(self.opens()) as file:
            return file.read(1 << 20)

    def records(
        self, progress: Progress, wanted: Callable[[bytes], bool] = bool
    ) -> Iterator[tuple[int, dict[str, Any] | Problem]]:
        """Yield its records (those whose bytes are wanted) with their lines."""
        return objects(self.opens, self.size(), self.name, progress, wanted=wanted)


@contextmanager
def json_files(source: Path, options: ReadOptions) -> Iterator[tuple[list[JsonFile], list[Problem]]]:
    """Open a file, or a zip with one for each user or one for all, and what there is to tell of that.

    Raises Fault and OSError.
    """
    if source.suffix.lower() != ".zip":
        yield [JsonFile(source.name, "", None, source)], []
        return
    with options.opened(source) as tree:
        yield packed_files(tree, source), list(told_of_archives(tree.names, source.name))


def packed_files(tree: Tree, source: Path) -> list[JsonFile]:
    """Return the files with records in an archive."""
    return [JsonFile(name, _user(name), tree, source) for name in tree.names if name.lower().endswith(_SUFFIXES)]


def _user(name: str) -> str:
    stem = name.rpartition("/")[2].rpartition(".")[0]
    return "" if stem in ("all", "unknown") else stem


def read(source: Path, options: ReadOptions) -> Iterator[Item]:
    """Yield an article with its annotations for each record."""
    try:
        with json_files(source, options) as (files, told):
            yield from told
            empty = True
            intake = Intake(source.name, options)
            parts = parts_of(options.progress, [file.size() for file in files])
            for file, progress in zip(files, parts, strict=True):
                for item in _DoccanoReader(file, intake, progress).items():
                    empty = False
                    yield item
            if empty:
                what = "holds no record" if files else "holds no .jsonl or .json file"
                yield Problem(what, "", source.name, kind=ProblemKind.EMPTY)
    except Fault as fault:
        yield fault.at(source.name, None)


class _DoccanoReader:
    """What is known while a file is read."""

    def __init__(self, file: JsonFile, intake: Intake, progress: Progress) -> None:
        self._file, self._intake, self._options = file, intake, intake.options
        self._owner = intake.annotator(file.user) if file.user else intake.owner()
        self._name = file.name if file.name == intake.source else f"{intake.source}: {file.name}"
        self._chosen = self._options.extra.get("offsets", "ask")
        self._counting = counting(self._chosen)  # of the record at hand
        asked = LOOKING_FIRST if self._chosen == "ask" else 0.0
        self._looking, self._reading = Part(progress, 0, asked), Part(progress, asked, 1)

    def _require_told(self) -> None:
        """Raise Undecided where it matters what offsets count and the file does not say it."""
        readings = Readings()
        for number, record in self._file.records(self._looking, may_be_astral):
            if isinstance(record, Problem):
                continue
            body = record.get("text", record.get("data"))
            if isinstance(body, str) and has_astral(body):
                readings.look_at(number, body, _raw_spans(record), told(record, _meta(record)))
                if readings.enough:
                    break
        readings.require_one(self._name, "doccano's window", graphemes=True)

    def items(self) -> Iterator[Item]:
        if self._chosen == "ask":
            self._require_told()
        return self._intake.taken(self._file.records(self._reading), self._bundles, self._name)

    def _bundles(self, raw: dict[str, Any], number: int) -> Iterator[Bundle]:
        key = "text" if "text" in raw or "data" not in raw else "data"
        body = some_text(raw, key)
        if seen := said_of_two_ways(body, _raw_spans(raw)):
            self._intake.tell(seen, ProblemKind.OFFSETS, number, self._name)
        meta = _meta(raw)
        said = told(raw, meta)
        if self._chosen == "ask":
            self._counting = counting(said)
        elif said and said != self._chosen and not seen and self._differs(body, said, raw):
            what = f"says that its offsets count {SAID[said]}; they are read as {SAID[self._chosen]}, as was chosen"
            self._intake.tell(what, ProblemKind.OFFSETS, number, self._name)
        named, state, ours = told_of_page(raw, meta, self._intake, number, others=not self._file.user)
        not_columns = _NOT_META | ours | ({COUNTED} if said else frozenset())
        facts, further = self._intake.facts({**raw, **meta}, not_columns, number)
        facts["article"] = plain(meta.get("article", raw.get("article")))
        owner = self._intake.annotator(named) if named else self._owner
        if (labels := _of_text(raw)) is not None:
            self._intake.tell_once(_IN_COLUMN, ProblemKind.FIELD, number)
            said_so_far: Said = {}
            for user, values in labels.items():
                who = owner if user is None else self._intake.annotator(f"user {user}")
                article = self._intake.article(body, who, facts, further, number, part=True)
                answers = _columns(values)
                add_answers(said_so_far, answers, who.name)
                answers = {column: answers.get(column, []) for column in said_so_far}
                bundle = Draft(with_answers(article, said_so_far), who).bundle(state or State.NEW)
                yield replace(bundle, joint=True, part=True, answers=answers)
            return
        for who, spans in _by_annotator(raw, owner, self._intake):
            article = self._intake.article(body, who, facts, further, number)
            draft = Draft(article, who)
            ids = self._take_spans(spans, draft, number)
            self._take_relations(raw, draft, ids, number)
            _take_comments(raw, draft)
            yield replace(draft.bundle(state), notes_adrift=True, joint=self._intake.is_joint(article))

    def _differs(self, body: str, said: str, raw: dict[str, Any]) -> bool:
        here, there = self._counting(body), counting(said)(body)
        return any(here(at) != there(at) for span in _raw_spans(raw) for at in span)

    def _take_spans(self, spans: list[tuple[Any, Any, Any, Any, str]], draft: Draft, number: int) -> dict[Any, str]:
        """Add mentions; return their ids by the ids the file gives them."""
        body = draft.article.text
        count = self._counting(body)
        ids: dict[Any, str] = {}
        for start, end, label, id_, where in spans:
            if start.__class__ is not int or end.__class__ is not int:
                wrong = start if start.__class__ is not int else end
                raise Fault(
                    where,
                    Wording(tr("an offset is {kind}, not a whole number"), {"kind": Wording(kind_of(wrong))}),
                    "",
                    ProblemKind.OFFSETS,
                )
            if start < 0 or start >= end:  # before counting, which may bring what is apart together
                fragments_in([(start, end)], len(body), where)
            fragments = fragments_in([(count(start), count(end))], len(body), where)
            layer = self._intake.layer(label, number, where)
            made = draft.mention(layer, label, fragments)
            if id_ is not None:
                if id_ in ids:
                    what = Wording(tr("the id {id} is there twice"), {"id": f"{id_}"})
                    raise Fault(f"{where}.id", what, tr("Give each entity its own id"), ProblemKind.DUPLICATE_ID)
                ids[id_] = made
        return ids

    def _take_relations(self, raw: dict[str, Any], draft: Draft, ids: dict[Any, str], number: int) -> None:
        for i, item in enumerate(records(raw, "relations")):
            where = f"relations[{i}]."
            ends = [item.get(key) for key in ("from_id", "to_id")]
            for key, end in zip(("from_id", "to_id"), ends, strict=True):
                if not isinstance(end, int | str) or end not in ids:
                    what = Wording(tr("{id} is the id of no entity of this record"), {"id": repr(end)})
                    raise Fault(where + key, what, "", ProblemKind.REFERENCE)
            label = some_text(item, "type", where)
            self._intake.link(draft, label, ids[ends[0]], ids[ends[1]], number, f"{where}type")


def _meta(raw: dict[str, Any]) -> dict[str, Any]:
    """Return the object older versions keep metadata in, be it as JSON in a text."""
    meta = raw.get("meta")
    if isinstance(meta, str) and meta.startswith("{"):
        try:
            meta = orjson.loads(meta)
        except orjson.JSONDecodeError:
            return {}
    return meta if isinstance(meta, dict) else {}


def _raw_spans(raw: dict[str, Any]) -> list[tuple[int, int]]:
    """Return the offsets of a record as far as they are offsets."""
    found: list[tuple[int, int]] = []
    for key in _SPANS:
        items = raw.get(key)
        for item in items if isinstance(items, list) else ():
            if isinstance(item, dict):
                begin, end = item.get("start_offset"), item.get("end_offset")
            elif isinstance(item, list) and len(item) >= 2:
                begin, end = item[0], item[1]
            else:
                continue
            if isinstance(begin, int) and isinstance(end, int):
                found.append((begin, end))
    return found


def _of_text(raw: dict[str, Any]) -> dict[Any, list[str]] | None:
    """Return what a record says of its whole text, by user: categories or summaries; None where it has spans or none.

    Old versions number the users and the categories, and keep their names to themselves.
    """
    key = next((k for k in _SPANS if raw.get(k) is not None), "label")
    items = raw.get(key)
    if not isinstance(items, list) or not items or raw.get("relations"):
        return None
    found: dict[Any, list[str]] = {}
    for item in items:
        if isinstance(item, str):
            found.setdefault(None, []).append(item)
            continue
        said = item.get("label", item.get("text")) if isinstance(item, dict) and key == "annotations" else None
        if said is None or not item.keys().isdisjoint(("start_offset", "end_offset")):
            return None
        user = item.get("user")
        name = f"label_{said}" if isinstance(said, int) else said
        if not isinstance(name, str):
            return None
        found.setdefault(user if isinstance(user, int | str) else None, []).append(name)
    return {None: next(iter(found.values()))} if len(found) == 1 else found


def _columns(values: list[str]) -> dict[str, list[str]]:
    """Return categories as one column; summaries, which are sentences, as one each."""
    if not any(", " in value for value in values):
        return {"label": values}
    return {f"label {n}" if n > 1 else "label": [value] for n, value in enumerate(values, 1)}


_Spans = list[tuple[Any, Any, Any, Any, str]]


def _by_annotator(raw: dict[str, Any], owner: Annotator, intake: Intake) -> list[tuple[Annotator, _Spans]]:
    """Return the spans as (start, end, label, id, where), parted by user where the record names several."""
    key = next((k for k in _SPANS if raw.get(k) is not None), "label")
    value = raw.get(key)
    if value is not None and not isinstance(value, list):
        raise Fault(key, Wording(tr("is {kind}, not a list"), {"kind": Wording(kind_of(value))}))
    users: dict[Any, _Spans] = {}
    for i, item in enumerate(value or ()):
        if item.__class__ is list:
            users.setdefault(None, []).append(_triple(item, f"{key}[{i}]"))
        elif item.__class__ is dict:
            user = item.get("user")
            user = user if key == "annotations" and isinstance(user, int | str) else None
            users.setdefault(user, []).append(_entity(item, f"{key}[{i}]"))
        else:
            what = Wording(tr("is {kind}, not a span"), {"kind": Wording(kind_of(item))})
            raise Fault(f"{key}[{i}]", what, _AS_SPANS)
    if len(users) < 2:
        return [(owner, next(iter(users.values()), []))]
    return [(owner if u is None else intake.annotator(f"user {u}"), spans) for u, spans in users.items()]


def _triple(item: list[Any], where: str) -> tuple[Any, Any, Any, Any, str]:
    if len(item) != 3:
        raise Fault(where, Wording(tr("has {count} parts, not [start, end, label]"), {"count": f"{len(item)}"}))
    label = item[2]
    if label.__class__ is not str or not label:
        raise Fault(
            where,
            Wording(tr("the label is {kind}, not a text"), {"kind": Wording(kind_of(label))})
            if label != ""
            else tr("the label is empty"),
        )
    return item[0], item[1], label, None, where


def _entity(item: dict[str, Any], where: str) -> tuple[Any, Any, Any, Any, str]:
    label = item.get("label")
    if label.__class__ is int:  # old exports number the labels and keep the names to themselves
        label = f"label_{label}"
    elif label.__class__ is not str or not label:
        label = some_text(item, "label", f"{where}.")
    id_ = item.get("id")
    return item.get("start_offset"), item.get("end_offset"), label, id_ if isinstance(id_, int | str) else None, where


def _take_comments(raw: dict[str, Any], draft: Draft) -> None:
    for key in ("Comments", "comments"):
        value = raw.get(key)
        for item in value if isinstance(value, list) else ():
            said = text(item, "text", f"{key}.") if isinstance(item, dict) else item
            if isinstance(said, str) and said:
                draft.comment(said)

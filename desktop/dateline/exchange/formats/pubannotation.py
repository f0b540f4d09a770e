"""PubAnnotation JSON, import only: denotations, relations and attributes; each track is an annotator's."""

from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from dateline.exchange.archive import Tree, is_zip
from dateline.exchange.checks import Fault, records, some_text, text
from dateline.exchange.draft import Draft
from dateline.exchange.filewise import file_by_file
from dateline.exchange.format import Format, tr
from dateline.exchange.intake import Intake, fragments_in, plain
from dateline.exchange.jsonl import kind_of
from dateline.exchange.jsonstream import objects
from dateline.exchange.options import ReadOptions
from dateline.exchange.places import span_of
from dateline.exchange.problems import Problem, ProblemKind
from dateline.exchange.reading import Item
from dateline.model.annotation import Layer
from dateline.model.bundle import Bundle, Frame
from dateline.model.text import Span
from dateline.model.wording import Wording

_LISTS = ("denotations", "relations", "attributes", "tracks")


def read(source: Path, options: ReadOptions) -> Iterator[Item]:
    """Yield a bundle for each document and track of a file (one object, a list, or one a line), folder or zip."""
    yield Frame()
    intake = Intake(source.name, options)

    def read_file(tree: Tree, name: str, shown: str) -> Iterator[Item]:
        empty = True
        found = objects(lambda: tree.open(name), tree.size(name), shown, options.progress)
        for item in intake.taken(found, lambda raw, line: _document(raw, intake, line, shown), shown):
            empty = False
            yield item
        if empty:
            yield Problem(tr("holds no document"), "", shown, kind=ProblemKind.EMPTY)

    yield from file_by_file(source, intake, (".json", ".jsonl"), read_file)


def _document(raw: dict[str, Any], intake: Intake, line: int, shown: str) -> Iterator[Bundle]:
    """Yield a document's own annotations and those of its tracks; raises Fault."""
    if "text" not in raw:
        raise Fault("text", tr("missing: a text was expected"))
    body = some_text(raw, "text")
    tracks = records(raw, "tracks")
    if any(raw.get(key) for key in _LISTS[:3]) or not tracks:
        yield _Page(raw, body, intake, line, shown, "").bundle(raw)
    for i, track in enumerate(tracks):
        yield _Page(raw, body, intake, line, shown, f"tracks[{i}].").bundle(track)


class _Page:
    """One annotator's page of a document."""

    def __init__(self, raw: dict[str, Any], body: str, intake: Intake, line: int, shown: str, where: str) -> None:
        self._raw, self._body, self._intake, self._line = raw, body, intake, line
        self._shown, self._where = shown, where
        self._ids: dict[str, str] = {}
        self._passed: Counter[str] = Counter()

    def bundle(self, track: dict[str, Any]) -> Bundle:
        """Return what a track holds."""
        project = text(track, "project", self._where) or text(self._raw, "project")
        who = self._intake.annotator(project) if project else self._intake.owner()
        meta = {key: value for key in ("sourcedb", "sourceid") if (value := plain(self._raw.get(key)))}
        facts = {"url": text(self._raw, "target"), "origin": self._shown.rpartition("/")[2]}
        draft = Draft(self._intake.article(self._body, who, facts, meta, self._line), who)
        for i, item in enumerate(records(track, "denotations", self._where)):
            self._denotation(item, f"{self._where}denotations[{i}].", draft)
        for i, item in enumerate(records(track, "relations", self._where)):
            self._relation(item, f"{self._where}relations[{i}].", draft)
        for i, item in enumerate(records(track, "attributes", self._where)):
            where = f"{self._where}attributes[{i}]."
            mention = self._ids.get(some_text(item, "subj", where))
            if mention is None:
                self._passed["attributes of what is no span"] += 1
            else:
                _say(draft.of(mention).attributes, some_text(item, "pred", where), plain(item.get("obj")))
        for i, item in enumerate(records(track, "modifications", self._where)):  # as attributes were written once
            where = f"{self._where}modifications[{i}]."
            mention = self._ids.get(some_text(item, "obj", where))
            if mention is None:
                self._passed["modifications of what is no span"] += 1
            else:
                _say(draft.of(mention).attributes, some_text(item, "pred", where), "true")
        for what, count in self._passed.items():
            self._intake.tell(f"{count} {what} were passed over", ProblemKind.REFERENCE, self._line, self._shown)
        return draft.bundle()

    def _denotation(self, item: dict[str, Any], where: str, draft: Draft) -> None:
        label = some_text(item, "obj", where)
        fragments = self._fragments(item.get("span"), f"{where}span")
        mention = draft.mention(self._intake.layer(label, self._line, f"{where}obj"), label, fragments)
        if id_ := plain(item.get("id")):
            self._ids[id_] = mention

    def _fragments(self, raw: Any, where: str) -> tuple[Span, ...]:
        pieces = raw if isinstance(raw, list) else [raw]
        found = []
        for piece in pieces:
            if not isinstance(piece, dict):
                raise Fault(
                    where, Wording(tr("is {kind}, not an object with begin and end"), {"kind": Wording(kind_of(piece))})
                )
            span = span_of({"start": piece.get("begin"), "end": piece.get("end")}, f"{where}.", self._body)
            found.append((span.begin, span.end))
        return fragments_in(found, len(self._body), where)

    def _relation(self, item: dict[str, Any], where: str, draft: Draft) -> None:
        label = some_text(item, "pred", where)
        source, target = (self._ids.get(some_text(item, end, where)) for end in ("subj", "obj"))
        if source is None or target is None:
            self._passed["relations of what is no span"] += 1
            return
        self._intake.layer(label, self._line, f"{where}pred", Layer.RELATION)
        draft.relation(label, source, target)


def _say(attributes: dict[str, str], name: str, value: str) -> None:
    """Note an attribute; of several values under one name each is kept."""
    before = attributes.get(name)
    attributes[name] = value if before is None else f"{before}; {value}"


def _recognises(source: Path, head: bytes) -> bool:
    if source.is_dir() or is_zip(source, head):
        return False
    return source.suffix.lower() in (".json", ".jsonl") and b'"denotations"' in head and b'"text"' in head


FORMAT = Format(
    name="pubannotation",
    title="PubAnnotation JSON",
    suffixes=(".json", ".jsonl"),
    description=tr("Denotations, relations and attributes; each track becomes an annotator."),
    reads=read,
    recognises=_recognises,
)

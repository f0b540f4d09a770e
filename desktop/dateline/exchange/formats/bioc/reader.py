"""Reads BioC collections document by document."""

from bisect import bisect_right
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import closing
from itertools import accumulate
from pathlib import Path
from typing import Any

from msgspec import Struct

from dateline.exchange.archive import Tree
from dateline.exchange.checks import Fault, records, text, whole
from dateline.exchange.draft import Draft
from dateline.exchange.filewise import file_by_file
from dateline.exchange.formats.bioc.xml import document_data
from dateline.exchange.intake import Intake, fragments_in, plain
from dateline.exchange.jsonstream import objects
from dateline.exchange.options import ReadOptions
from dateline.exchange.problems import Problem, ProblemKind
from dateline.exchange.reading import Item
from dateline.exchange.safexml import XmlFault, streamed
from dateline.model.annotation import Layer
from dateline.model.bundle import Bundle, Frame
from dateline.model.text import Span, Utf16Map
from dateline.model.wording import Wording, tr

_COLLECTIONS = ("documents", "PubTator3")  # lists that hold documents
_KINDS = ("type", "label", "annotation")  # infons that say a label


def read(source: Path, options: ReadOptions) -> Iterator[Item]:
    """Yield a bundle for each document of a file, folder or zip."""
    yield Frame()
    intake = Intake(source.name, options)

    def from_json(tree: Tree, name: str, shown: str) -> Iterator[tuple[int, dict[str, Any] | Problem]]:
        """Yield documents of a collection, of a list, or one after another."""
        for line, raw in objects(lambda: tree.open(name), tree.size(name), shown, options.progress, of=_COLLECTIONS):
            if isinstance(raw, Problem) or "passages" in raw:
                yield line, raw
                continue
            for key in _COLLECTIONS:  # in a list of collections these are records themselves
                yield from ((line, document) for document in records(raw, key))

    def read_file(tree: Tree, name: str, shown: str) -> Iterator[Item]:
        found = from_json(tree, name, shown) if name.lower().endswith(".json") else _from_xml(tree, name)
        empty = True
        for line, raw in found:
            empty = False
            if isinstance(raw, Problem):
                yield raw
                continue
            try:
                bundle = _DocumentReader(raw, intake, line, shown).bundle()
            except Fault as fault:
                intake.take_back()
                field = ", ".join(part for part in (f"document {text(raw, 'id')}", fault.field) if part)
                yield Problem(fault.what, fault.what_to_do, shown, line, field, fault.kind, wording=fault.wording)
                continue
            yield from intake.news()
            yield bundle
        if empty:
            yield Problem(tr("holds no document"), "", shown, kind=ProblemKind.EMPTY)

    yield from file_by_file(source, intake, (".xml", ".json"), read_file)


def _from_xml(tree: Tree, name: str) -> Iterator[tuple[int | None, dict[str, Any]]]:
    with closing(tree.open(name)) as file:
        for element in streamed(file, "document"):
            if element.tag == "document":
                yield element.line, document_data(element)
            elif element.tag != "collection":
                raise XmlFault(element.line, element.tag, "is no BioC: expected the element collection")


class _Unit(Struct):
    """A passage or a sentence: where BioC says that it is, and where it is in our text."""

    offset: int
    begin: int
    text: str
    raw: dict[str, Any]
    _utf16: Utf16Map | None = None
    _bytes: list[int] = []

    def from_utf16(self, at: int) -> int:
        """Return a place in the text that is given in UTF-16 units."""
        if self._utf16 is None:
            self._utf16 = Utf16Map(self.text)
        return self._utf16.from_utf16(at)

    def from_bytes(self, at: int) -> int:
        """Return a place in the text that is given in bytes of UTF-8."""
        if not self._bytes:
            self._bytes = list(accumulate((len(c.encode("utf-8", "replace")) for c in self.text), initial=0))
        return bisect_right(self._bytes, at) - 1 if at >= 0 else at


class _DocumentReader:
    """Reads one document."""

    def __init__(self, raw: dict[str, Any], intake: Intake, line: int | None, shown: str) -> None:
        self._raw, self._intake, self._line, self._shown = raw, intake, line, shown
        self._ids: dict[str, str] = {}
        self._passed: Counter[str] = Counter()

    def bundle(self) -> Bundle:
        """Return the document; raises Fault."""
        self._units = list(self._found_units())
        self._by_offset = sorted(self._units, key=lambda u: u.offset)
        self._offsets = [u.offset for u in self._by_offset]
        body = "\n".join(u.text for u in self._units)
        if not body.strip():
            raise Fault("passages", tr("hold no text"), "", ProblemKind.EMPTY)
        who = self._intake.owner()
        titles = (u.text for u in self._units if _infons(u.raw).get("type", "").casefold() == "title")
        facts = {"title": " ".join(next(titles, "").split()), "origin": self._shown.rpartition("/")[2]}
        docid = text(self._raw, "id")
        draft = Draft(self._intake.article(body, who, facts, {"docid": docid} if docid else {}, self._line), who)
        passages = records(self._raw, "passages")
        holders = [self._raw, *passages, *(s for p in passages for s in records(p, "sentences"))]
        annotations = [(h, a) for h in holders for a in records(h, "annotations")]
        carried = self._best_counting([a for _, a in annotations], body)
        for _, annotation in annotations:
            self._annotation(annotation, body, draft, carried)
        for relation in (r for h in holders for r in records(h, "relations")):
            self._relation(relation, draft)
        for what, count in self._passed.items():
            self._intake.tell(f"{count} {what}", ProblemKind.REFERENCE, self._line, self._shown)
        return draft.bundle()

    def _found_units(self) -> Iterator[_Unit]:
        """Yield the passages, or their sentences where the text is there; they are joined by a line end."""
        begin = 0
        for i, passage in enumerate(records(self._raw, "passages")):
            inside = records(passage, "sentences", f"passages[{i}].")
            for unit in inside if inside and not passage.get("text") else [passage]:
                offset = whole(unit, "offset", f"passages[{i}].", 0)
                body = text(unit, "text", f"passages[{i}].")
                yield _Unit(offset, begin, body, unit)
                begin += len(body) + 1

    def _best_counting(self, annotations: list[dict[str, Any]], body: str) -> Callable[[int, int], tuple[int, int]]:
        """Return how to carry offsets into the text: BioC does not say what it counts, the covered texts do."""
        ways = (self._by_points, self._by_utf16, self._by_bytes)
        if body.isascii():
            return self._by_points
        checked = [
            a for a in annotations[:200] if isinstance(a.get("text"), str) and isinstance(a.get("locations"), list)
        ]

        def hits(way: Callable[[int, int], tuple[int, int]]) -> int:
            count = 0
            for annotation in checked:
                match annotation["locations"]:
                    case [{"offset": int() as offset, "length": int() as length}] if (
                        0 <= offset < 1 << 40 > length >= 0
                    ):
                        begin, end = way(offset, length)
                        count += body[begin:end] == annotation["text"]
            return count

        return max(ways, key=hits)  # of equals the first: characters

    def _unit_of(self, offset: int) -> _Unit:
        at = bisect_right(self._offsets, offset) - 1
        if at < 0:
            raise Fault(
                "locations",
                Wording(tr("the offset {offset} is before the first passage"), {"offset": f"{offset}"}),
                "",
                ProblemKind.OFFSETS,
            )
        return self._by_offset[at]

    def _by_points(self, offset: int, length: int) -> tuple[int, int]:
        unit = self._unit_of(offset)
        begin = unit.begin + offset - unit.offset
        return begin, begin + length

    def _by_utf16(self, offset: int, length: int) -> tuple[int, int]:
        unit = self._unit_of(offset)
        at = offset - unit.offset
        return unit.begin + unit.from_utf16(at), unit.begin + unit.from_utf16(at + length)

    def _by_bytes(self, offset: int, length: int) -> tuple[int, int]:
        unit = self._unit_of(offset)
        at = offset - unit.offset
        return unit.begin + unit.from_bytes(at), unit.begin + unit.from_bytes(at + length)

    def _annotation(
        self, raw: dict[str, Any], body: str, draft: Draft, carried: Callable[[int, int], tuple[int, int]]
    ) -> None:
        id_ = text(raw, "id")
        where = f"annotation {id_}".rstrip()
        infons = _infons(raw)
        named = next((k for k in _KINDS if infons.get(k)), "")
        label = infons.get(named, "") or "annotation"
        pieces = []
        for place in records(raw, "locations", f"{where}."):
            offset, length = (whole(place, name, f"{where}.", None) for name in ("offset", "length"))
            if length <= 0:
                self._passed["annotations without text were passed over"] += 1
                return
            pieces.append(carried(offset, length))
        fragments: tuple[Span, ...] = fragments_in(pieces, len(body), where)
        covered = " ".join(f.of(body) for f in fragments)
        said = raw.get("text")
        if isinstance(said, str) and said and " ".join(said.split()) != " ".join(covered.split()):
            self._passed["annotations cover another text than they say"] += 1
        attributes = {k: v for k, v in infons.items() if k != named and v}
        mention = draft.mention(self._intake.layer(label, self._line, where), label, fragments, attributes)
        if id_:
            self._ids[id_] = mention

    def _relation(self, raw: dict[str, Any], draft: Draft) -> None:
        infons = _infons(raw)
        label = next((infons[k] for k in ("type", "relation type", "relation", "label") if infons.get(k)), "relation")
        ends = [self._ids.get(text(node, "refid", "relation.")) for node in records(raw, "nodes", "relation.")]
        if len(ends) != 2 or ends[0] is None or ends[1] is None:
            self._passed["relations of other than two annotations were passed over"] += 1
            return
        self._intake.layer(label, self._line, "relation", Layer.RELATION)
        draft.relation(label, ends[0], ends[1])


def _infons(raw: dict[str, Any]) -> dict[str, str]:
    """Return what is said of a record, plain values as texts."""
    infons = raw.get("infons")
    return {str(key): plain(value) for key, value in infons.items()} if isinstance(infons, dict) else {}

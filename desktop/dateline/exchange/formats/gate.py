"""GATE XML, import only: the text between nodes, and each named annotation set as an annotator's page."""

from collections import Counter
from collections.abc import Iterator
from pathlib import Path, PurePosixPath

from dateline.exchange.archive import Tree, read_whole
from dateline.exchange.checks import Fault
from dateline.exchange.draft import Draft
from dateline.exchange.filewise import file_by_file
from dateline.exchange.format import Format, tr
from dateline.exchange.intake import Intake, fragments_in
from dateline.exchange.options import ReadOptions
from dateline.exchange.problems import ProblemKind
from dateline.exchange.reading import Item
from dateline.exchange.safexml import Element, XmlFault, parsed
from dateline.model.annotation import AnnotatorKind, Layer
from dateline.model.bundle import Bundle, Frame

_PLAIN = frozenset({"Token", "SpaceToken", "Sentence", "Split", "DEFAULT_TOKEN", "paragraph", "Lookup", "TempDate"})
_NOT_SETS = frozenset({"Original markups", "Key_Original"})


def read(source: Path, options: ReadOptions) -> Iterator[Item]:
    """Yield a bundle for each annotation set of each file of a folder or zip, or of the one file."""
    yield Frame()
    intake = Intake(source.name, options)

    def read_file(tree: Tree, name: str, shown: str) -> Iterator[Item]:
        root = parsed(read_whole(tree, name))
        if root.tag != "GateDocument":
            raise XmlFault(root.line, root.tag, "is no GATE document: expected the element GateDocument")
        bundles = list(_DocumentReader(intake, root, shown, PurePosixPath(name).name).bundles())
        yield from intake.news()
        yield from bundles

    yield from file_by_file(source, intake, (".xml",), read_file)


class _DocumentReader:
    """Reads one document."""

    def __init__(self, intake: Intake, root: Element, shown: str, name: str) -> None:
        self._intake, self._root, self._shown, self._name = intake, root, shown, name
        self._nodes: dict[str, int] = {}
        self._passed: Counter[str] = Counter()

    def bundles(self) -> Iterator[Bundle]:
        """Yield a page for each set that holds something, one at least; raises Fault."""
        text = self._text()
        features = next((_features(e) for e in self._root.children("GateDocumentFeatures")), {})
        facts = {"url": features.get("gate.SourceURL", ""), "title": features.get("title", ""), "origin": self._name}
        if not facts["url"].startswith(("http:", "https:")):
            del facts["url"]
        sets = [s for s in self._root.children("AnnotationSet") if s.get("Name") not in _NOT_SETS]
        filled = [s for s in sets if any(a.get("Type") not in _PLAIN for a in s.children("Annotation"))]
        drafts: dict[str, Draft] = {}  # by annotator: the set without a name may belong to one that has its name
        pages: list[Element | None] = [*filled] or [None]
        for one in pages:
            name = one.get("Name") if one else ""
            who = self._intake.annotator(name, AnnotatorKind.IMPORT) if name else self._intake.owner()
            if who.id not in drafts:
                drafts[who.id] = Draft(self._intake.article(text, who, facts, {}, self._root.line), who)
            if one:
                self._set(one, drafts[who.id], len(text))
        for draft in drafts.values():
            yield draft.bundle()
        for what, count in self._passed.items():
            self._intake.tell(f"{count} {what}", ProblemKind.FIELD, None, self._shown)

    def _text(self) -> str:
        """Return the text, and note where its nodes are."""
        element = self._root.child("TextWithNodes")
        if element is None:
            raise XmlFault(self._root.line, "TextWithNodes", "missing: the text was expected there")
        pieces, at = [], 0
        for piece in element.content:
            if isinstance(piece, str):
                pieces.append(piece)
                at += len(piece)
            elif piece.tag == "Node":
                self._nodes[piece.get("id")] = at
        if not at:
            raise XmlFault(element.line, "TextWithNodes", "holds no text", "", ProblemKind.EMPTY)
        return "".join(pieces)

    def _set(self, one: Element, draft: Draft, length: int) -> None:
        ids: dict[str, str] = {}
        for element in one.children("Annotation"):
            label = element.get("Type")
            if label in _PLAIN:
                self._passed[f"annotations {label} were passed over"] += 1
                continue
            begin, end = (self._node(element, name) for name in ("StartNode", "EndNode"))
            if begin == end:
                self._passed["annotations without text were passed over"] += 1
                continue
            try:
                fragments = fragments_in([(begin, end)], length, "Annotation")
                layer = self._layer(label, element)
            except Fault as fault:
                raise XmlFault(element.line, fault.field, fault.saying, fault.what_to_do, fault.kind) from fault
            ids[element.get("Id")] = draft.mention(layer, label, fragments, _features(element))
        beside = [g for g in self._root.children("RelationSet") if g.get("Name") == one.get("Name")]
        for element in (e for g in (*one.children("RelationSet"), *beside) for e in g.children("Relation")):
            ends = [ids.get(member) for member in element.get("Members").replace(",", ";").split(";")]
            label = element.get("Type")
            if len(ends) != 2 or ends[0] is None or ends[1] is None or not label:
                self._passed["relations of what was not taken were passed over"] += 1
                continue
            self._intake.layer(label, element.line, "Relation", Layer.RELATION)
            draft.relation(label, ends[0], ends[1])

    def _node(self, element: Element, name: str) -> int:
        place = self._nodes.get(element.get(name))
        if place is None:
            what = f"{name} {element.get(name)!r} is no Node of the text"
            raise XmlFault(element.line, "Annotation", what, "", ProblemKind.REFERENCE)
        return place

    def _layer(self, label: str, element: Element) -> Layer:
        if not label:
            raise XmlFault(element.line, "Annotation", "has no Type")
        known = self._intake.knows(label)
        event = known is None and ("event" in label.casefold() or label.casefold() == "trigger")
        return self._intake.layer(label, element.line, "Annotation", Layer.EVENT if event else None)


def _features(element: Element) -> dict[str, str]:
    found = {f.text_of("Name"): f.text_of("Value") for f in element.children("Feature")}
    return {name: value for name, value in found.items() if name and value}


def _recognises(source: Path, head: bytes) -> bool:
    return not source.is_dir() and b"<GateDocument" in head[:10_000]


FORMAT = Format(
    name="gate",
    title="GATE XML",
    suffixes=(".xml",),
    description=tr("GATE's own documents; each annotation set becomes an annotator."),
    reads=read,
    recognises=_recognises,
)

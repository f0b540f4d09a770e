"""Reads CAT documents: the text from tokens, mentions from markables with anchors, things from those without."""

from collections import Counter
from collections.abc import Iterator
from pathlib import Path, PurePosixPath

from dateline.exchange.archive import Tree, read_whole
from dateline.exchange.checks import Fault
from dateline.exchange.draft import Draft
from dateline.exchange.filewise import file_by_file
from dateline.exchange.intake import Intake
from dateline.exchange.intake import published as normalised
from dateline.exchange.options import ReadOptions
from dateline.exchange.problems import ProblemKind
from dateline.exchange.reading import Item
from dateline.exchange.safexml import Element, XmlFault, parsed
from dateline.exchange.things import Things
from dateline.exchange.tokens import rebuilt
from dateline.model.annotation import Layer
from dateline.model.bundle import Bundle, Frame
from dateline.model.text import Span, merged

_KINDS = ("class", "ent_class", "ent_type", "type")  # what an instance says of what it is
_ATTRIBUTES = ("pos", "certainty", "polarity", "tense", "aspect", "modality", "special_cases", "syntactic_type", "mod")
_SIGNALS = frozenset({"SIGNAL", "C-SIGNAL"})


def read(source: Path, options: ReadOptions) -> Iterator[Item]:
    """Yield a bundle for each file of a folder or zip, or for the one file; things may be shared by documents."""
    yield Frame()
    intake, things = Intake(source.name, options), Things()

    def read_file(tree: Tree, name: str, shown: str) -> Iterator[Item]:
        things.begin()
        root = parsed(read_whole(tree, name))
        if root.tag != "Document":
            raise XmlFault(root.line, root.tag, "is no CAT document: expected the element Document")
        bundle = _DocumentReader(intake, things, root, shown, PurePosixPath(name).name).read()
        yield from intake.news()
        if new := things.new():
            yield new
        yield bundle

    yield from file_by_file(source, intake, (".xml",), read_file)


class _DocumentReader:
    """Reads one document."""

    def __init__(self, intake: Intake, things: Things, root: Element, shown: str, name: str) -> None:
        self._intake, self._things, self._root, self._shown, self._name = intake, things, root, shown, name
        self._passed: Counter[str] = Counter()
        self._mentions: dict[str, str] = {}  # m_id to a mention's id
        self._instances: dict[str, Element] = {}  # m_id of markables without anchors
        self._instance_of: dict[str, tuple[str, str]] = {}  # m_id to an instance's, and to a key over documents

    def read(self) -> Bundle:
        """Return the document; raises Fault."""
        tokens, text = self._tokens()
        markables = [m for group in self._root.children("Markables") for m in group.children()]
        relations = [r for group in self._root.children("Relations") for r in group.children()]
        for markable in markables:
            if markable.child("token_anchor") is None:
                self._instances[markable.get("m_id")] = markable
        for relation in relations:
            self._take_reference(relation)
        who = self._intake.owner()
        facts = {"url": self._root.get("url"), "published": self._published(markables), "origin": self._name}
        meta = {"doc_name": name} if (name := self._root.get("doc_name")) else {}
        self._draft = Draft(self._intake.article(text, who, facts, meta, self._root.line), who)
        for markable in markables:
            if markable.get("m_id") not in self._instances:
                self._mention(markable, tokens, text)
        for relation in relations:
            self._relation(relation)
        for what, count in self._passed.items():
            self._intake.tell(f"{count} {what}", ProblemKind.REFERENCE, None, self._shown)
        return self._draft.bundle(remade=True)

    def _tokens(self) -> tuple[dict[str, Span | None], str]:
        """Return the places of the tokens by their id, and the text: a line a sentence, a space between tokens.

        A token of nothing but white space has no place.
        """
        sentences: dict[str, list[Element]] = {}
        for token in self._root.children("token"):
            if token.text().strip():
                sentences.setdefault(token.get("sentence"), []).append(token)
        text, places = rebuilt([["".join(t.text().split()) for t in sentence] for sentence in sentences.values()])
        if not text:
            raise XmlFault(self._root.line, "token", "holds no token", "", ProblemKind.EMPTY)
        found: dict[str, Span | None] = {t.get("t_id"): None for t in self._root.children("token")}
        ids = [t.get("t_id") for sentence in sentences.values() for t in sentence]
        return found | dict(zip(ids, (p for mine in places for p in mine), strict=True)), text

    def _published(self, markables: list[Element]) -> str:
        for markable in markables:
            if markable.tag == "TIMEX3" and markable.get("functionInDocument") == "CREATION_TIME":
                try:
                    return normalised(markable.get("value"))
                except ValueError:
                    what = f"{markable.get('value')!r} is no date of publication"
                    self._intake.tell(what, ProblemKind.DATE, markable.line, self._shown)
        return ""

    def _take_reference(self, relation: Element) -> None:
        """Note which instance the mentions of a coreference stand for; ECB+ gives one over documents a `note`."""
        targets = [t.get("m_id") for t in relation.children("target")]
        if _is_reference(relation) and len(targets) == 1 and targets[0] in self._instances:
            over = relation.get("note") if relation.tag == "CROSS_DOC_COREF" else ""
            key = over or f"{self._shown}#{targets[0]}"
            for source in relation.children("source"):
                self._instance_of[source.get("m_id")] = targets[0], key

    def _mention(self, markable: Element, tokens: dict[str, Span | None], text: str) -> None:
        if markable.tag in _SIGNALS:
            self._passed[f"{markable.tag} were passed over"] += 1
            return
        anchors = [a.get("t_id") for a in markable.children("token_anchor")]
        if not all(a in tokens for a in anchors):
            what = "an anchor is no token of the text"
            raise XmlFault(markable.line, f"{markable.tag} {markable.get('m_id')}", what, "", ProblemKind.REFERENCE)
        places = sorted({place for a in anchors if (place := tokens[a])})
        if not places:
            self._passed[f"{markable.tag} on nothing but white space were passed over"] += 1
            return
        m_id = markable.get("m_id")
        instance_id, key = self._instance_of.get(m_id, ("", ""))
        instance = self._instances.get(instance_id)
        label, layer = _label(markable, instance)
        try:
            layer = self._intake.layer(label, markable.line, markable.tag, layer)
        except Fault as fault:
            raise XmlFault(markable.line, fault.field, fault.saying, fault.what_to_do, fault.kind) from fault
        fragments = _fragments(places, text)
        attributes = {n: v for n in _ATTRIBUTES if (v := markable.get(n)) and v.upper() != "NONE"}
        entity = happening = None
        if instance is not None:
            words = " ".join(f.of(text) for f in fragments)
            about = key, instance.get("TAG_DESCRIPTOR") or words, label, instance.get("external_ref")
            if layer is Layer.ENTITY:
                entity = self._things.entity(*about)
            elif layer is Layer.EVENT:
                happening = self._things.happening(*about)
        mention = self._draft.mention(layer, label, fragments, attributes, entity, happening)
        self._mentions[m_id] = mention
        if layer is Layer.TIME and (value := markable.get("value")):
            self._draft.time(mention, value, markable.get("mod"))

    def _relation(self, relation: Element) -> None:
        targets = [t.get("m_id") for t in relation.children("target")]
        if _is_reference(relation) and any(t in self._instances for t in targets):
            return  # taken already
        ends = [(s.get("m_id"), t) for s in relation.children("source") for t in targets]
        for source_id, target_id in ends:
            source, target = self._mentions.get(source_id), self._mentions.get(target_id)
            if source is None or target is None:
                self._passed[f"{relation.tag} of what is not there were passed over"] += 1
                continue
            role = relation.get("sem_role")
            if role and self._draft.of(source).layer is Layer.EVENT:
                self._draft.argument(source, role, target)
                continue
            label = relation.get("reltype", "relType") or relation.tag
            self._intake.layer(label, relation.line, relation.tag, Layer.RELATION)
            self._draft.relation(label, source, target)


def _is_reference(relation: Element) -> bool:
    return relation.tag == "REFERS_TO" or relation.tag.endswith("_COREF")


def _label(markable: Element, instance: Element | None) -> tuple[str, Layer | None]:
    """Return a mention's label and layer: MEANTIME's come from the instance, ECB+'s are the tag itself."""
    tag = markable.tag
    if tag == "TIMEX3":
        return markable.get("type") or "TIMEX3", Layer.TIME
    said = "" if instance is None else next((v for k in _KINDS if (v := instance.get(k))), "")
    if tag == "EVENT_MENTION":
        return said or "EVENT", Layer.EVENT
    if tag == "ENTITY_MENTION":
        return said or "ENTITY", Layer.ENTITY
    if tag.startswith(("ACTION_", "NEG_ACTION_", "EVENT")):
        return tag, Layer.EVENT
    return tag, Layer.TIME if tag.startswith("TIME_") else Layer.ENTITY


def _fragments(places: list[Span], text: str) -> tuple[Span, ...]:
    """Return the stretches that tokens in a row make."""
    joined = merged([*places, *(Span(p.end, p.end + 1) for p in places if text[p.end : p.end + 1].isspace())])
    return tuple(Span(s.begin, len(text[s.begin : s.end].rstrip()) + s.begin) for s in joined)

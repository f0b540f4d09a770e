"""Reads TimeML leniently: TimeBank's and TempEval's frames, instances or none, links by instance or by event."""

from collections import Counter
from collections.abc import Iterator
from pathlib import Path, PurePosixPath

from dateline.exchange.archive import Tree, read_whole
from dateline.exchange.checks import Fault
from dateline.exchange.draft import Draft
from dateline.exchange.filewise import file_by_file
from dateline.exchange.formats.timeml import terms
from dateline.exchange.intake import Intake
from dateline.exchange.intake import published as normalised
from dateline.exchange.options import ReadOptions
from dateline.exchange.problems import ProblemKind
from dateline.exchange.reading import Item
from dateline.exchange.safexml import Element, XmlFault, parsed
from dateline.model.annotation import Layer
from dateline.model.bundle import Bundle, Frame
from dateline.model.text import Span
from dateline.model.wording import tr

_SUFFIXES = (".tml", ".xml")
_DATING = ("CREATION_TIME", "PUBLICATION_TIME", "RELEASE_TIME")
_SOURCES = ("eventInstanceID", "eventInstanceId", "eventID", "timeID")
_TARGETS = (
    *("relatedToEventInstance", "relatedToEventInstanceID", "relatedToEvent", "relatedToEventID"),
    *("relatedToTime", "relatedToTimeID", "subordinatedEventInstance", "subordinatedEvent"),
)
_NOT_TEXT = frozenset({"MAKEINSTANCE", "TLINK", "SLINK", "ALINK", "CONFIDENCE"})


def read(source: Path, options: ReadOptions) -> Iterator[Item]:
    """Yield a bundle for each file of a folder or zip, or for the one file."""
    yield Frame()
    intake = Intake(source.name, options)

    def read_file(tree: Tree, name: str, shown: str) -> Iterator[Item]:
        root = parsed(read_whole(tree, name))
        if root.tag != "TimeML":
            raise XmlFault(root.line, root.tag, "is no TimeML: expected the element TimeML")
        bundle = _DocumentReader(intake, root, shown, PurePosixPath(name).name).read()
        yield from intake.news()
        yield bundle

    yield from file_by_file(source, intake, _SUFFIXES, read_file)


class _DocumentReader:
    """Reads one document."""

    def __init__(self, intake: Intake, root: Element, shown: str, name: str) -> None:
        self._intake, self._root, self._shown, self._name = intake, root, shown, name
        self._pieces: list[str] = []
        self._length = 0
        self._tags: list[tuple[Element, int, int]] = []
        self._ids: dict[str, str] = {}  # of the file's events, instances and times to mentions
        self._passed: Counter[str] = Counter()

    def read(self) -> Bundle:
        """Return the document; raises Fault."""
        text_element = next(self._root.all("TEXT"), None)
        self._collect(text_element or self._root)
        text = "".join(self._pieces)
        cut = 0
        if text_element is None:  # white space between the text and the links is none of the text's
            cut = len(text) - len(text.lstrip())
            text = text.strip()
        if not text:
            raise Fault("TEXT", tr("holds no text"), "", ProblemKind.EMPTY)
        facts = {"title": self._root.text_of("TITLE") if text_element else "", "origin": self._name}
        facts["published"] = self._published()
        if text_element is not None:
            self._count_outside(text_element)
        docid = self._root.text_of("DOCID").strip()
        who = self._intake.owner()
        article = self._intake.article(text, who, facts, {"docid": docid} if docid else {}, self._root.line)
        self._draft = Draft(article, who)
        for element, begin, end in self._tags:
            self._mention(element, begin - cut, end - cut, len(text))
        self._instances()
        for element in self._root.walk():
            if element.tag in ("TLINK", "SLINK", "ALINK"):
                self._link(element)
        for what, count in self._passed.items():
            self._intake.tell(f"{count} {what}", ProblemKind.REFERENCE, None, self._shown)
        return self._draft.bundle()

    def _collect(self, element: Element) -> None:
        """Gather the text and the places of the tags, whatever they are nested in."""
        for piece in element.content:
            if isinstance(piece, str):
                self._pieces.append(piece)
                self._length += len(piece)
            elif piece.tag not in _NOT_TEXT:
                begin = self._length
                if piece.tag in ("EVENT", "TIMEX3"):
                    self._tags.append((piece, begin, -1))
                    place = len(self._tags) - 1
                    self._collect(piece)
                    self._tags[place] = (piece, begin, self._length)
                else:
                    if piece.tag == "SIGNAL":
                        self._passed["SIGNAL tags were passed over"] += 1
                    self._collect(piece)

    def _count_outside(self, text_element: Element) -> None:
        """Count the tags that are not in the text, such as those in its title; the one of its date has been read."""
        for part in self._root.children():
            if part is not text_element and part.tag != "DCT":
                for element in part.walk():
                    dates = element.tag == "TIMEX3" and element.get("functionInDocument") in _DATING
                    if element.tag in ("EVENT", "TIMEX3") and not dates:
                        self._passed[f"{element.tag} tags outside of TEXT, in {part.tag}, were passed over"] += 1

    def _published(self) -> str:
        """Return the document's date: of its DCT, else of a time that says it is one, else none."""
        timexes = list(self._root.all("TIMEX3"))
        dct = next(self._root.all("DCT"), None)
        inside = list(dct.all("TIMEX3")) if dct else []
        said = [t.get("value") for t in (*inside, *(t for t in timexes if t.get("functionInDocument") in _DATING))]
        for value in said:
            try:
                return normalised(value)
            except ValueError:
                self._intake.tell(f"{value!r} is no date of publication", ProblemKind.DATE, None, self._shown)
        return ""

    def _mention(self, element: Element, begin: int, end: int, length: int) -> None:
        event = element.tag == "EVENT"
        if not 0 <= begin < end <= length:
            self._passed[f"{element.tag} tags without text were passed over"] += 1
            return
        usual, layer = ("OCCURRENCE", Layer.EVENT) if event else ("DATE", Layer.TIME)
        label = element.get("class" if event else "type").strip() or usual
        self._intake.layer(label, element.line, element.tag, layer)
        attributes = _said(element) if event else {n: v for n in terms.TIMEX if (v := element.get(n)) and v != "NONE"}
        mention = self._draft.mention(layer, label, (Span(begin, end),), attributes)
        if id_ := element.get("eid" if event else "tid"):
            self._ids[id_] = mention
        if event and (instance := element.get("eiid")):
            self._ids[instance] = mention
        if not event:
            value, mod = element.get("value").strip(), element.get("mod")
            value = "" if value in terms.UNKNOWN else value
            if value or mod in terms.MODS:
                self._draft.time(mention, value, mod)

    def _instances(self) -> None:
        """Give events what their first instance says."""
        seen: set[str] = set()
        for element in self._root.all("MAKEINSTANCE"):
            eiid, mention = element.get("eiid"), self._ids.get(element.get("eventID"))
            if mention is None:
                self._passed["MAKEINSTANCE of an EVENT that is not there"] += 1
                continue
            if eiid:
                self._ids[eiid] = mention
            if mention in seen:
                self._passed["further instances of one event were joined to its first"] += 1
                continue
            seen.add(mention)
            self._draft.of(mention).attributes.update(_said(element))

    def _link(self, element: Element) -> None:
        label = element.get("relType").strip()
        source = self._ids.get(element.get(*_SOURCES))
        target = self._ids.get(element.get(*_TARGETS))
        if not label or source is None or target is None:
            self._passed[f"{element.tag} without a type or an end in the text were passed over"] += 1
            return
        self._intake.layer(label, element.line, element.tag, Layer.RELATION)
        self._draft.relation(label, source, target)


def _said(element: Element) -> dict[str, str]:
    """Return what an instance says (or an event, in files that put it there) beyond what is meant anyway."""
    return {n: v for n, (_, usual) in terms.INSTANCE.items() if (v := element.get(n)) and v != usual}

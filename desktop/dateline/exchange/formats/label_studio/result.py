"""One annotation's `result`: regions, what is said of them, and relations between them."""

import re
from typing import Any

from msgspec.structs import replace

from dateline.exchange.checks import Fault, whole
from dateline.exchange.counting import has_astral
from dateline.exchange.draft import Draft
from dateline.exchange.formats.label_studio.config import ANNOTATOR, COMMENT, MOD, STATE, VALUE
from dateline.exchange.intake import Intake, fragments_in, plain
from dateline.exchange.jsonl import kind_of
from dateline.exchange.places import text_there
from dateline.exchange.problems import ProblemKind
from dateline.model.annotation import Layer
from dateline.model.article import State
from dateline.model.text import Utf16Map
from dateline.model.wording import Wording, tr

_REGIONS = ("labels", "hypertextlabels")
_SAYINGS = ("choices", "textarea", "taxonomy", "rating", "number", "datetime")
# Relations link regions, and what is said is said of one.
_TURNS = dict.fromkeys(_REGIONS, 0) | dict.fromkeys(_SAYINGS, 1) | {"relation": 2}
_STATES = frozenset(State)
_SPACE = re.compile(r"(?:\s|\\n)+")


def is_region(item: object) -> bool:
    """Say whether an object is a labelled stretch of text."""
    return isinstance(item, dict) and "start" in item and any(sort in item for sort in _REGIONS)


class Result:
    """Puts the items of a result into a draft."""

    def __init__(self, draft: Draft, intake: Intake, number: int, where: str) -> None:
        self._draft, self._intake, self._number, self._where = draft, intake, number, where
        self._mentions: dict[str, list[str]] = {}  # a region's mentions: one for each of its labels
        self._times: dict[str, dict[str, str]] = {}
        self._left_out: set[str] = set()
        body = draft.article.text
        self._utf16 = Utf16Map(body) if has_astral(body) else None
        self._counts_utf16 = False

    def take(self, result: list[dict[str, Any]]) -> None:
        """Take all items; raises Fault."""
        self._counts_utf16 = any(map(self._shows_utf16, result))
        turns: tuple[list[tuple[int, str, dict[str, Any]]], ...] = ([], [], [], [])
        for i, item in enumerate(result):
            sort = item.get("type")
            sort = sort if isinstance(sort, str) else plain(sort)
            turns[_TURNS.get(sort, -1)].append((i, sort, item))
        for i, sort, item in (place for turn in turns[:-1] for place in turn):
            try:
                self._take(sort, item, f"{self._where}[{i}]." if self._where else "")
            except Fault as fault:
                if id_ := plain(item.get("id")):
                    fault.field = f"region {id_}, {fault.field}"
                raise
        for i, sort, _ in turns[-1]:
            self._leave_out(sort or "(no type)", i)
        for id_, said in self._times.items():
            self._draft.time(id_, said.get(VALUE, ""), said.get(MOD, ""))

    def _leave_out(self, sort: str, i: int) -> None:
        if sort not in self._left_out:
            self._left_out.add(sort)
            what = f"{self._where}[{i}]: items of type {sort} were left out; they are no text spans"
            self._intake.tell(what, ProblemKind.FIELD, self._number)

    def _take(self, sort: str, item: dict[str, Any], where: str) -> None:
        if sort == "relation":
            self._relation(item, where)
            return
        value = item.get("value")
        if not isinstance(value, dict):
            raise Fault(f"{where}value", Wording(tr("is {kind}, not an object"), {"kind": Wording(kind_of(value))}))
        if sort in _REGIONS:
            self._region(sort, item, value, where)
        else:
            self._saying(sort, item, value)

    def _region(self, sort: str, item: dict[str, Any], value: dict[str, Any], where: str) -> None:
        body = self._draft.article.text
        offsets = value.get("globalOffsets")
        place = offsets if isinstance(offsets, dict) else value
        if sort == "hypertextlabels" and place is value and not isinstance(value.get("start"), int):
            what_to_do = "Export again from a newer Label Studio"
            raise Fault(f"{where}value.globalOffsets", tr("missing: the place is only told as an XPath"), what_to_do)
        begin, end = whole(place, "start", f"{where}value."), whole(place, "end", f"{where}value.")
        words = value.get("text")
        if self._counts_utf16 and isinstance(words, str):
            begin, end = self._from_utf16(begin, end, words) or (begin, end)
        fragments = fragments_in([(begin, end)], len(body), f"{where}value")
        there = body[begin:end]
        if isinstance(words, str) and not _alike(words, there):
            raise Fault(
                f"{where}value.text", text_there(there, words), tr("Offsets count characters from 0"), ProblemKind.TEXT
            )
        labels = value.get(sort)
        if labels == [] or (labels is None and sort not in value):  # Label Studio lets regions be drawn without
            self._unlabelled(item, where)
            return
        if not isinstance(labels, list) or not labels or not all(isinstance(x, str) and x for x in labels):
            raise Fault(f"{where}value.{sort}", tr("expected a list of labels"))
        made = []
        for label in labels:
            layer = self._intake.layer(label, self._number, f"{where}value.{sort}")
            made.append(self._draft.mention(layer, label, fragments))
        self._note(item, made[0])
        if isinstance(id_ := item.get("id"), str):
            if id_ in self._mentions:
                twice = Wording(tr("the id {id} is there twice"), {"id": f"{id_}"})
                raise Fault(f"{where}id", twice, tr("Give each region its own id"), ProblemKind.DUPLICATE_ID)
            self._mentions[id_] = made

    def _unlabelled(self, item: dict[str, Any], where: str) -> None:
        if isinstance(id_ := item.get("id"), str):
            self._mentions[id_] = []
        if "unlabelled" not in self._left_out:
            self._left_out.add("unlabelled")
            what = f"{where.rstrip('.')}: regions without a label were left out, with what is linked to them"
            self._intake.tell(what, ProblemKind.FIELD, self._number)

    def _shows_utf16(self, item: dict[str, Any]) -> bool:
        """Say whether the words of a region stand where it says only if its offsets count UTF-16 units.

        One that does tells it of all: words that come again, "ha ha", may stand at both places.
        """
        value = item.get("value")
        if self._utf16 is None or item.get("type") not in _REGIONS or not isinstance(value, dict):
            return False
        offsets, words = value.get("globalOffsets"), value.get("text")
        place = offsets if isinstance(offsets, dict) else value
        begin, end = place.get("start"), place.get("end")
        if not (isinstance(words, str) and isinstance(begin, int) and isinstance(end, int)):
            return False
        there = self._draft.article.text[begin:end]
        return not _alike(words, there) and self._from_utf16(begin, end, words) is not None

    def _from_utf16(self, begin: int, end: int, words: str) -> tuple[int, int] | None:
        """Return offsets as Label Studio counted them before 1.5, in UTF-16 units, where the words stand there."""
        body = self._draft.article.text
        if self._utf16 is None or not 0 <= begin < end <= self._utf16.to_utf16(len(body)):
            return None
        place = self._utf16.from_utf16(begin), self._utf16.from_utf16(end)
        if not _alike(words, body[slice(*place)]):
            return None
        if "utf16" not in self._left_out:
            self._left_out.add("utf16")
            what = f"{self._where}: offsets count UTF-16 units, as the words they cover show; they were converted"
            self._intake.tell(what, ProblemKind.OFFSETS, self._number)
        return place

    def _note(self, item: dict[str, Any], mention_id: str) -> None:
        meta = item.get("meta")
        notes = meta.get("text") if isinstance(meta, dict) else None
        for note in notes if isinstance(notes, list) else [notes]:
            if isinstance(note, str) and note:
                self._draft.comment(note, mention_id)

    def _saying(self, sort: str, item: dict[str, Any], value: dict[str, Any]) -> None:
        """Take what is chosen or written: of a region an attribute or a time's value, of a whole text a comment."""
        name, id_ = plain(item.get("from_name")), item.get("id")
        said = _words(value.get("text" if sort == "textarea" else sort))
        mentions = self._mentions.get(id_) if isinstance(id_, str) else None
        if mentions is None:
            if name != ANNOTATOR and not (name == STATE and said in _STATES):
                self._draft.comment(said if name == COMMENT else f"{name}: {said}")
            return
        for mention_id in mentions:
            mention = self._draft.of(mention_id)
            if name in (VALUE, MOD) and mention.layer is Layer.TIME:
                self._times.setdefault(mention_id, {})[name] = said
            else:
                self._draft.change(replace(mention, attributes=mention.attributes | {name: said}))

    def _relation(self, item: dict[str, Any], where: str) -> None:
        ends = []
        for key in ("from_id", "to_id"):
            found = self._mentions.get(id_) if isinstance(id_ := item.get(key), str) else None
            if found == []:
                return  # of a region without a label
            if not found:
                raise Fault(
                    where + key,
                    Wording(tr("{id} is the id of no region of this annotation"), {"id": f"{id_!r}"}),
                    "",
                    ProblemKind.REFERENCE,
                )
            ends.append(found[0])
        if item.get("direction") == "left":
            ends.reverse()
        labels = item.get("labels")
        labels = labels if isinstance(labels, list) else []
        for label in labels or ["related"]:
            if not isinstance(label, str) or not label:
                raise Fault(f"{where}labels", tr("expected a list of labels"))
            self._intake.link(self._draft, label, ends[0], ends[1], self._number, f"{where}labels")


def said_of_whole(result: list[dict[str, Any]], name: str) -> str:
    """Return what a field of the whole annotation says first; one of a region has the region's id."""
    fields = [item for item in result if item.get("from_name") == name and isinstance(item.get("value"), dict)]
    if not fields:
        return ""
    regions = {item["id"] for item in result if item.get("type") in _REGIONS and isinstance(item.get("id"), str)}
    for item in fields:
        value, id_ = item["value"], item.get("id")
        if not (isinstance(id_, str) and id_ in regions):
            said = value.get("text", value.get("choices"))
            if isinstance(said, list) and said and isinstance(said[0], str) and said[0]:
                return said[0]
    return ""


def fits(body: str, result: list[dict[str, Any]]) -> bool:
    """Say whether the regions of a result cover in a text the words they say; those that say none fit anywhere."""
    for item in result:
        value = item.get("value")
        if item.get("type") in _REGIONS and isinstance(value, dict) and isinstance(words := value.get("text"), str):
            begin, end = value.get("start"), value.get("end")
            if isinstance(begin, int) and isinstance(end, int) and not (begin >= 0 and _alike(words, body[begin:end])):
                return False
    return True


def _alike(words: str, there: str) -> bool:
    """Say whether two texts differ in white space at most: it is written in several ways."""
    return words == there or _SPACE.sub("", words) == _SPACE.sub("", there)


def _words(said: Any) -> str:
    """Return what was said as one text: lists are joined, the steps of a taxonomy by " > "."""
    if not isinstance(said, list):
        return plain(said)
    return ", ".join(" > ".join(map(plain, s)) if isinstance(s, list) else plain(s) for s in said)

"""Writes TimeML that keeps to the rules of 1.2.1, in the frame that TempEval gave it (DOCID, DCT, TITLE, TEXT)."""

import re
from pathlib import Path

from msgspec import Struct

from dateline.exchange.formats.timeml import terms
from dateline.exchange.left_out import Holds, note_left_out
from dateline.exchange.losses import Losses
from dateline.exchange.names import FileNames
from dateline.exchange.options import WriteOptions
from dateline.exchange.outbox import Outbox
from dateline.exchange.safexml import escaped, opening, without_forbidden
from dateline.exchange.units import trimmed
from dateline.model.annotation import Layer, Mention, Relation, TimeValue
from dateline.model.bundle import Bundle, Frame
from dateline.model.wording import tr

_HOLDS = frozenset({Holds.FIELDS, Holds.ATTRIBUTES, Holds.TIMES, Holds.RELATIONS})  # these, as far as noted here
_VALUE = re.compile(r"[0-9A-Z+\-:.,/_]{1,60}")
_XSI = "http://www.w3.org/2001/XMLSchema-instance"
_XSD = "http://timeml.org/timeMLdocs/TimeML_1.2.1.xsd"


class _Numbered(Struct):
    """A tag with its number in the document."""

    number: int
    mention: Mention


class TimeMLWriter:
    """Takes bundles and writes a file for each."""

    def __init__(self, outbox: Outbox, target: Path, frame: Frame, options: WriteOptions, losses: Losses) -> None:
        del frame
        self._folder = outbox.folder(target)
        self._options, self._losses = options, losses
        self._files = FileNames(".tml")

    def add(self, bundle: Bundle) -> int:
        """Write one file."""
        kept = trimmed(bundle, self._options, self._losses, _HOLDS)
        if kept is None:
            return 0
        note_left_out(kept, self._losses, _HOLDS)
        document = _Document(kept, self._losses)
        (self._folder / self._files.of(bundle.article)).write_text(document.xml(), "utf-8", newline="")
        return 1

    def close(self) -> None:
        """Nothing stands at the end."""


class _Document:
    """One article as TimeML."""

    def __init__(self, bundle: Bundle, losses: Losses) -> None:
        self._bundle, self._losses = bundle, losses
        self._text, self._title = map(self._held, (bundle.article.text, bundle.article.title))
        self._values = {t.id: t for t in bundle.annotations.times}
        self._tags = {m.id: _Numbered(n, m) for n, m in enumerate(self._inline(), start=1)}

    def _held(self, text: str) -> str:
        """Return a text as XML can hold it."""
        held = without_forbidden(text)
        changed = sum(a != b for a, b in zip(held, text, strict=True))
        self._losses.add(tr("control characters (replaced by �)"), self._bundle.article.name, changed)
        return held

    def xml(self) -> str:
        """Return the whole document."""
        article = self._bundle.article
        if article.source or article.url or article.language:
            self._losses.add(tr("articles' source, address and language"), article.name)
        dct = {"tid": "t0", "type": "TIME" if "T" in article.published else "DATE", "value": article.published}
        dct |= {"temporalFunction": "false", "functionInDocument": "CREATION_TIME"}
        date = f"{opening('TIMEX3', dct)}{escaped(article.published)}</TIMEX3>"
        lines = [
            '<?xml version="1.0" encoding="UTF-8"?>',
            opening("TimeML", {"xmlns:xsi": _XSI, "xsi:noNamespaceSchemaLocation": _XSD}),
            f"<DOCID>{escaped(without_forbidden(article.id))}</DOCID>",
            *([f"<DCT>{date}</DCT>"] if article.published else []),
            *([f"<TITLE>{escaped(self._title)}</TITLE>"] if article.title else []),
            f"<TEXT>{self._body()}</TEXT>",
            *self._instances(),
            *self._links(),
            "</TimeML>\n",
        ]
        return "\n".join(lines)

    def _inline(self) -> list[Mention]:
        """Return the times and events that can be tags: in one piece, and none over another; the longer stay."""
        chosen: list[Mention] = []
        text = self._bundle.article.text
        candidates = []
        for m in self._bundle.annotations.mentions:
            if m.layer is Layer.ENTITY:
                self._losses.drop(tr("entities (TimeML has no tag for them)"), m.text_of(text), m)
            elif len(m.fragments) > 1:
                self._losses.drop(tr("discontinuous spans"), m.text_of(text), m)
            else:
                candidates.append(m)
        taken: set[int] = set()
        for m in sorted(candidates, key=lambda m: (-len(m.span), m.span)):
            if taken.isdisjoint(range(m.span.begin, m.span.end)):
                taken.update(range(m.span.begin, m.span.end))
                chosen.append(m)
            else:
                self._losses.drop(tr("spans that overlap others"), m.text_of(text), m)
        return sorted(chosen, key=lambda m: m.span)

    def _body(self) -> str:
        pieces, at = [], 0
        for tag in self._tags.values():
            span = tag.mention.span
            name, attributes = self._tag(tag)
            pieces += [escaped(self._text[at : span.begin]), opening(name, attributes)]
            pieces += [escaped(span.of(self._text)), f"</{name}>"]
            at = span.end
        return "".join((*pieces, escaped(self._text[at:])))

    def _tag(self, tag: _Numbered) -> tuple[str, dict[str, str]]:
        m = tag.mention
        if m.layer is Layer.EVENT:
            for name, value in m.attributes.items():
                allowed = terms.INSTANCE.get(name)
                if allowed is None or not (value in allowed[0] or (value and not allowed[0])):
                    self._lose_attribute(m, name, value)
            return "EVENT", {"eid": f"e{tag.number}", "class": self._term(m, terms.CLASSES, "OCCURRENCE")}
        return "TIMEX3", {"tid": f"t{tag.number}"} | self._timex(m, self._values.get(m.id))

    def _timex(self, m: Mention, value: TimeValue | None) -> dict[str, str]:
        timex = self._value(m, value)
        usual = "DURATION" if timex.startswith("P") and timex[1:2].isdigit() else "TIME" if "T" in timex else "DATE"
        kind = self._term(m, terms.TYPES, usual)
        timex = timex or ("PXX" if kind == "DURATION" else "XXXX-XX-XX")
        attributes = {"type": kind, "value": timex}
        if value and value.mod:
            if value.mod in terms.MODS:
                attributes["mod"] = value.mod
            else:
                self._losses.add(tr("modifiers that TIMEX3 does not have"), value.mod)
        for name, said in m.attributes.items():
            allowed_values = terms.TIMEX.get(name)
            if allowed_values is not None and said and (said in allowed_values or not allowed_values):
                attributes[name] = without_forbidden(said)
            else:
                self._lose_attribute(m, name, said)
        return attributes

    def _value(self, mention: Mention, value: TimeValue | None) -> str:
        if value is None or not value.value:
            return ""
        if _VALUE.fullmatch(value.value) and value.value not in terms.UNKNOWN:
            return value.value
        self._losses.add(tr("values of times that TIMEX3 cannot hold"), f"{mention.text_of(self._text)}: {value.value}")
        return ""

    def _term(self, mention: Mention, terms_: frozenset[str], usual: str) -> str:
        if mention.label in terms_:
            return mention.label
        what = tr("labels that TimeML does not have (written as its own)")
        self._losses.rename(what, f"{mention.label} as {usual}", mention, usual)
        return usual

    def _lose_attribute(self, mention: Mention, name: str, value: str) -> None:
        self._losses.add(Holds.ATTRIBUTES, f"{mention.text_of(self._text)}: {name} = {value}")

    def _instances(self) -> list[str]:
        lines = []
        for tag in self._tags.values():
            if tag.mention.layer is Layer.EVENT:
                given = tag.mention.attributes
                attributes = {"eiid": f"ei{tag.number}", "eventID": f"e{tag.number}"}
                for name, (allowed, usual) in terms.INSTANCE.items():
                    said = given.get(name, "")
                    attributes[name] = said if said in allowed or (said and not allowed) else usual
                lines.append(opening("MAKEINSTANCE", attributes, empty=True))
        return lines

    def _links(self) -> list[str]:
        lines: list[str] = []
        for r in self._bundle.annotations.relations:
            source, target = self._tags.get(r.source_id), self._tags.get(r.target_id)
            if source is None or target is None or (tag := _link(r, source, target)) is None:
                self._losses.drop(tr("relations that TimeML does not have"), r.label, r)
            else:
                name, attributes = tag
                lines.append(opening(name, {"lid": f"l{len(lines) + 1}"} | attributes, empty=True))
        return lines


def _link(relation: Relation, source: _Numbered, target: _Numbered) -> tuple[str, dict[str, str]] | None:
    """Return a relation's tag and attributes; None where TimeML has no such link between the two."""
    label, events = relation.label, [end.mention.layer is Layer.EVENT for end in (source, target)]
    first = {"eventInstanceID": f"ei{source.number}"} if events[0] else {"timeID": f"t{source.number}"}
    if label in terms.TLINKS:
        name, kind = ("relatedToEventInstance", "ei") if events[1] else ("relatedToTime", "t")
        return "TLINK", {"relType": label} | first | {name: f"{kind}{target.number}"}
    if all(events) and label in terms.SLINKS:
        return "SLINK", {"relType": label} | first | {"subordinatedEventInstance": f"ei{target.number}"}
    if all(events) and label in terms.ALINKS:
        return "ALINK", {"relType": label} | first | {"relatedToEventInstance": f"ei{target.number}"}
    return None

"""The standing body whose session is told of: nothing is done to it in "co-chaired the session of the Board"."""

import re

from dateline.assist.role_kinds import EQUALS
from dateline.model.annotation import Layer, Mention
from dateline.model.occurrence import BODIES, PERSONS
from dateline.model.schema import LabelType

_SESSION = r"(?:meetings?|sessions?|rounds?|summits?|sittings?|conferences?|assembl(?:y|ies)|plenar(?:y|ies)|talks)"
_HOLDS = re.compile(
    r"(?:(?:co-?)?(?:chair|host|conven|open|clos|held|hold|led|lead|presid|organi[sz]|start|began|attend)\w*|"
    r"(?:со)?председат\w*|пров(?:[её]л|од|ел)\w*|откры\w*|eş ?başkan\w*|başkanlık\w*|düzenle\w*|aç(?:tı|ıldı)|"
    r"(?:тең ?)?төраға\w*|өткіз\w*)(?: [\w-]+)?",
    re.IGNORECASE,
)
_OF_ITS = re.compile(
    rf"(?: over)?(?: [\w’'-]+){{0,6}}? {_SESSION} of (?:the |its |their )?|"
    r"(?: [\w-]+){0,4}? (?:заседани|встреч|сесси|саммит)\w* (?:[а-яё-]+ ){0,3}",
    re.IGNORECASE,
)
_CHAIRED = re.compile(r"(?:co-?)?(?:chair|conven|presid)\w*", re.IGNORECASE)
_IT = re.compile(r"(?: over)?(?: (?:the|its|their|an?))?(?: [\w-]+){0,3} ")
_OF_A_SESSION = re.compile(rf" {_SESSION}\b")
_ITS_SESSION = re.compile(
    rf"(?: {_SESSION})|(?:['’]?n[ıiuü]n)?(?: \S+){{0,3}} (?:toplantı|oturum|zirve)\w*|(?:[тнд][ыі]ң)?(?: \S+){{0,3}} "
    r"(?:отырыс|жиын|мәжіліс)\w*",
    re.IGNORECASE,
)
_IS_HELD = re.compile(
    r"(?: [\w-]+){0,3}? (?:was|were|is|are|has been|have been|had been|(?:will|would|to)(?: also| \w+ly)? be|being)"
    r"(?: \w+ly| also)? ",
    re.IGNORECASE,
)
_HELD = re.compile(r"(?:held|convened|opened|organi[sz]ed|staged|chaired|co-chaired)", re.IGNORECASE)
# A name of which others are but a part: "the Second Peru-Chile Planning Council", "Peru-Şili Planlama Konseyi".
_UPPER = r"[^\W\d_a-zа-яёığşçöü]"
_BODY = (
    r"(?:Council|Group|Commission|Committee|Forum|Board|Conference|Summit|Assembly|Congress|Organi[sz]ation|"
    r"Association|Union|Alliance|Bank|Agency|Authority|Foundation|Institute|University|Fund|Agreement|Treaty|Pact|"
    r"Chamber|Konseyi|Grubu|Komisyonu|Komitesi|Forumu|Kurulu|Konferansı|Birliği|Bankası|Üniversitesi|Vakfı)"
)
_GOES_ON = re.compile(rf"(?:[-–]{_UPPER}\w+)?(?: (?:{_UPPER}[\w-]*|of|for|and|on))*? {_BODY}\b(?! {_UPPER})")
_GOES_BEFORE = re.compile(rf"(?:{_UPPER}\w*[ -])*$")
_ITS_OWN = re.compile(r" (?:of|between) (?:the |its |their )?|(?:['’]\w+)? ")


def is_part_of_a_name(text: str, event: Mention, mention: Mention) -> bool:
    """Say whether somebody is named but in the name of a body that is not tagged: "for the Peru-Chile Business Forum".

    In "the Peru-Chile Planning Council meeting", and the meeting "of the" council, the two states meet.
    """
    if mention.layer is not Layer.ENTITY or mention.label.upper() in PERSONS:
        return False
    name = _GOES_ON.match(text, mention.span.end)
    if name is None or (event.span.begin < name.end() and mention.span.begin < event.span.end):
        return False
    begin = mention.span.begin
    before = _GOES_BEFORE.search(text, max(0, begin - 60), begin)
    begin = before.start() if before else begin
    if event.span.begin >= name.end():
        return _ITS_OWN.fullmatch(text, name.end(), event.span.begin) is None
    return _ITS_OWN.fullmatch(text, event.span.end, begin) is None


def is_the_body(text: str, event: Mention, label: LabelType, mention: Mention) -> bool:
    """Say whether the event is a session of an organisation that is named: then nobody does anything to that.

    "The Board was held", "chaired the Board", "hosted a meeting of the Board", "Kurul'un toplantısına başkanlık etti".
    """
    equals = any(r.name.casefold() in EQUALS for r in label.roles)
    if not equals or mention.layer is not Layer.ENTITY or mention.label.upper() not in BODIES:
        return False
    words = event.text_of(text)
    if mention.span.end <= event.span.begin:
        way = text[mention.span.end : event.span.begin]
        if _HELD.fullmatch(words) and _IS_HELD.fullmatch(way):
            return True
        its = _ITS_SESSION.match(way)
        return its is not None and bool(_HOLDS.fullmatch(words)) and not any(c in way for c in ",;:")
    if _OF_A_SESSION.match(text, mention.span.end):
        return True  # "her visit and the Board meeting"
    way = text[event.span.end : mention.span.begin]
    if not _HOLDS.fullmatch(words):
        return False
    return bool(_OF_ITS.fullmatch(way)) or bool(_CHAIRED.fullmatch(words) and _IT.fullmatch(way))

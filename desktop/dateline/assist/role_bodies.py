"""The standing body whose session is told of: nothing is done to it in "co-chaired the session of the Board"."""

import re

from dateline.assist.role_kinds import EQUALS
from dateline.model.annotation import Layer, Mention
from dateline.model.occurrence import BODIES
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
    way = text[event.span.end : mention.span.begin]
    if not _HOLDS.fullmatch(words):
        return False
    if _OF_ITS.fullmatch(way):
        return True
    return bool(_CHAIRED.fullmatch(words) and _IT.fullmatch(way)) or (
        bool(_IT.fullmatch(way)) and re.match(rf" {_SESSION}\b", text[mention.span.end :]) is not None
    )

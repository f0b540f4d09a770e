"""What kind of event a type and its words tell of: what people do together, or one to another."""

import re

from dateline.model.annotation import Mention
from dateline.model.occurrence import ACTORS
from dateline.model.schema import LabelType

# Names of roles, case aside.
EQUALS = ("participant", "party")
AGENTS = ("agent", "actor", "source")
TARGETS = ("target", "recipient")
# What people do together, on equal terms, in the four languages: not who visits whom, or receives him.
_MEETING = re.compile(
    r"\b(?:met\b|meet(?:s|ings?)?\b|talk(?:s|ed|ing)?\b|sp[eo]ak|spoke|conversation|dialogue|negotiat|discuss|consult|"
    r"confer(?:s|red|ring)?\b|(?:tele)?phon|call(?:s|ed)?\b(?! (?:off|for|on|together|in|upon)\b)|video|handshake|"
    r"co-?(?:chair|host|led\b|lead|presid)\w*|сопредседат|eş ?başkan|тең ?төраға|"
    r"sh(?:ake|ook|aking) hands|s[ai]t(?:s|ting)? (?:together|down)|rounds?\b|sessions?\b|"
    r"встре[тч]|перегов|разгов|бесед|созвон|поговор|обсуд|обсужд|консультац|görüş|buluş|bir araya|toplan|müzakere|"
    r"istişare|telefon|ele al|кездес|бас қос|келіссөз|әңгіме|сөйлес|талқыла)",
    re.IGNORECASE,
)
# What nobody does alone, whoever is said to do it: "signed a contract with".
PACTS = re.compile(
    r"\b(?:sign|agree|conclud|struck|seal|ink(?:ed|s)|ratif|initial|подпис|заключ|соглас|договор|imzala|anlaş|uzlaş|"
    r"қол қой|келіс)",
    re.IGNORECASE,
)
# "Held talks", "провели переговоры": the verb alone says nothing of it.
_HOLDS = re.compile(
    r"(?:held|holds?|holding|had|ha(?:s|ve)|having|conduct(?:s|ed)?|прове(?:л[аио]?|дут|д[её]т))", re.IGNORECASE
)
_HELD = re.compile(r"\s+(?:(?!(?:with|in|on|for|to|over|after|at|of|с|в|на)\b)[\w-]+\s+){0,2}[\w-]+")
# Of the attribute that tells how: what says that one goes to the other, and what says that all are equal.
_ONE_SIDED = ("visit", "host")
_MUTUAL = ("meeting", "third-party", "call", "talks", "phone", "negotiation")


def is_mutual(label: LabelType, event: Mention, text: str) -> bool:
    """Say whether all who take part in an event do so on equal terms: at a meeting, not on a visit.

    An attribute that tells how says it, else the trigger's own words. Where a type must have one who acts it is not so.
    """
    names = {r.name.casefold() for r in label.roles}
    if names.isdisjoint(EQUALS) or any(r.required and r.name.casefold() in ACTORS for r in label.roles):
        return False
    said = [v.casefold() for v in event.attributes.values()]
    if any(v in (*_ONE_SIDED, *_MUTUAL) for v in said):
        return any(v in _MUTUAL for v in said)
    words = event.text_of(text)
    if _HOLDS.fullmatch(words) and (held := _HELD.match(text, event.span.end)):
        words = held[0]
    return bool(_MEETING.search(words))


def of_equals(label: LabelType) -> bool:
    """Say whether a type of event is what several do together: its roles name those before one who acts."""
    names = [r.name.casefold() for r in label.roles]
    first = next((n for n in names if n in (*EQUALS, *AGENTS)), "")
    return first in EQUALS

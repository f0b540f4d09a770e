"""Names that say more of the name behind them: "NATO Secretary General Dahl", "Turkish President Koç", "US coach Berg".

And names that stand within what is spoken of: in "condemned the attack on the embassy of Chile" it is not Chile.
"""

import re
from collections.abc import Collection, Sequence

from dateline.assist.titles import OFFICE_WORDS
from dateline.assist.told_words import ADVERBS, BE, HAVE, MAY, REPORTS, WILL, is_finite
from dateline.model.annotation import Layer, Mention
from dateline.model.occurrence import OFFICES, PERSONS

_WORD = r"[^\W\d_]+(?:[-‑.][^\W\d_]+)*"
_WORDS = re.compile(rf"(?: {_WORD}){{1,6}} ")
_MOST = 6  # words of an office
_OF_WHAT = re.compile(r" (?:of|for|on) (?:the )?[A-Z].*$")
FUNCTION = re.compile(
    r"and|or|but|of|in|on|at|for|with|to|from|by|about|into|over|under|between|among|without|within|against|after|before|"
    r"during|as|than|that|which|who|whom|whose|while|when|where|if|because|the|an?|his|her|its|their|this|these|those|"
    r"not|never|и|в|на|с|к|о|об|от|из|по|за|для|что|ve|ile|және|мен"
)
_POSSESSED = re.compile(r"\w{2,}[ıiuüыі]")  # "Norveç Başbakanı", "Норвегия президенті"
_POSSESSES = re.compile(r"['’]s? ")
_ASIDE = re.compile(r", [^;:.()]*,")
# "The grandfather of Koval", but not "the visit of Koval", which is his own doing.
_OF_WHOM = re.compile(
    r"\b(?:the|an?|his|her|their) (?:[\w-]+ ){0,2}?(?!(?:visit|trip|tour|journey|talk|meeting|arrival|return)s? )"
    r"[\w-]+ of (?:the )?$",
    re.IGNORECASE,
)
_HIS = re.compile(
    r"\b(?:his|her|their|its) (?:(?!(?:and|or|with)\b)[\w’'-]+ ){0,3}?"
    r"(?:counterparts?|colleagues?|opposite numbers?),? $|(?<=\band )(?:his|her|their|its) $"
)
_HIS_WAY = 70  # characters back to "his"
_HELPS = BE | HAVE | WILL | MAY
_WHERE = re.compile(r"(?:^|[\s,(—–-])(?:in|at|near|outside|inside|в|во|на)\s+$", re.IGNORECASE)


def is_office(words: str) -> bool:
    """Say whether words that stand between two names are an office: " Secretary General ", " foreign policy chief "."""
    if not _WORDS.fullmatch(words):
        return False
    parts = _OF_WHAT.sub("", words.rstrip()).split()
    if not parts or any(FUNCTION.fullmatch(w) or w in WILL | MAY or is_finite(w) for w in parts):
        return False
    return is_head(parts[-1])


def is_office_ahead(words: str) -> bool:
    """Say whether words in Russian up to a name are an office, which leads them: " министра иностранных дел "."""
    parts = words.split()
    return 0 < len(parts) < _MOST and is_head(parts[0]) and not any(FUNCTION.fullmatch(w) for w in parts)


def is_head(word: str) -> bool:
    """Say whether a word names an office by itself: "President", "Director-General"."""
    return not OFFICE_WORDS.isdisjoint((word.casefold(), *re.split("[-‑]", word.casefold())))


def leads_a_name(
    text: str, mention: Mention, others: Collection[Mention], places: Collection[str], *, verb_last: bool = False
) -> bool:
    """In "Foreign Minister Dačić met" the name fills the role, not the office before it, or the country.

    Where the verb comes last somebody else may stand right behind, "Norveç İsveç'i kınadı", unless an office of his
    comes between. And "in Oslo Dahl met Berg" says where: `places` are the labels of what may be a place.
    """
    if mention.layer is not Layer.ENTITY or mention.label.upper() in PERSONS:
        return False
    if mention.label in places and _WHERE.search(text, max(0, mention.span.begin - 12), mention.span.begin):
        return False
    behind = [o for o in others if o.layer is Layer.ENTITY and o.span.begin > mention.span.end]
    for other in behind:
        way = text[mention.span.end : other.span.begin]
        if any(c.isdigit() for c in other.text_of(text)):  # "gave Norway $2 million"
            continue
        if other.label.upper() in PERSONS and is_office(way) and not _holds_a_name(behind, other):
            return not verb_last or bool(_POSSESSED.fullmatch(way.split()[-1]))
        if other.label == mention.label or not way.isspace():
            continue
        if not verb_last or mention.label.upper() in OFFICES:
            return True
        last = other.text_of(text).split()[-1:]
        if other.label.upper() in OFFICES and last and _POSSESSED.fullmatch(last[0]):
            return True
    return False


def _holds_a_name(behind: Sequence[Mention], other: Mention) -> bool:
    """Say whether a name besides offices stands ahead of another one: "in Oslo Norway President Dahl"."""
    return any(o.span.end < other.span.begin and o.label.upper() not in OFFICES for o in behind)


def with_office(text: str, mention: Mention, near: Sequence[Mention]) -> int:
    """Return where a name begins with the office and the country that lead to it: "EU President Weber"."""
    begin = mention.span.begin
    for _ in range(4):
        before = (
            m.span.begin
            for m in near
            if m.layer is mention.layer and m.label != mention.label and text[m.span.end : begin] == " "
        )
        at = min((b for b in before if b < begin), default=begin)
        if at == begin and mention.label.upper() in PERSONS:
            at = _behind_words(text, begin, near)
        if at == begin:
            break
        begin = at
    if mention.label.upper() in PERSONS and (his := _HIS.search(text, max(0, begin - _HIS_WAY), begin)):
        return his.start()  # "Berg and his Chilean counterpart Laine"
    return begin


def _behind_words(text: str, begin: int, near: Sequence[Mention]) -> int:
    """Return where a tagged name begins behind which nothing but an office stands, up to `begin`."""
    if not is_head(text[max(0, begin - 30) : begin].rstrip().rpartition(" ")[2]):
        return begin
    ends = (m for m in near if m.layer is Layer.ENTITY and begin - 60 < m.span.end < begin)
    nearest = max(ends, key=lambda m: m.span.end, default=None)
    if nearest is None or nearest.label.upper() in PERSONS:
        return begin
    return nearest.span.begin if is_office(text[nearest.span.end : begin]) else begin


# What one says of an act, not to whom it was done: "condemned the attack on Chile" accuses another one.
_OPINION = re.compile(
    r"\b(?:condemn|denounc|deplor|decr(?:y|ied)|lament|regret|protest|critici|slam|blast|oppos|welcom|prais|applaud|"
    r"hail|mourn|defend|support|back(?:s|ed|ing)?\b|reject|justif|осу[дж]|раскритик|критик|протест|приветств|поддерж|"
    r"отверг|возмущ|kına|eleştir|protesto|destekle|айыпта|сынға|сында)",
    re.IGNORECASE,
)
_HARM = (
    r"(?:\w*kill(?:ing)?s?|murders?|assassinations?|bombings?|shelling|invasion|occupation|annexation|arrests?|"
    r"detentions?|imprisonment|jailing|executions?|abductions?|kidnappings?|persecution|oppression|destruction|torture|"
    r"poisoning|blockade|siege|deportations?|expulsions?|seizure|violations?|bombardment|(?:mis|mal)?treatment|"
    r"burning|desecration|death|deaths|storming|beating|stabbing|shooting|hijacking|sinking|partition)"
)
_BEFALLS = re.compile(
    rf"(?:\s+{_WORD}['’]?s?){{0,6}}?(?:\s+(?!(?:of|by|on|at|in)\b){_WORD}\s+(?:on|against|upon)\b|\s+{_HARM}\s+of\b|"
    r"\s+(?:нападени|атак|удар|вторжени|обстрел|агресси|покушени)\w*\s+(?:на|в|по)\b|"
    r"\s+(?:насили|санкци|агресси|репресси|преступлени)\w*\s+против\b|"
    r"\s+(?:убийств|арест|оккупаци|аннекси|казн|задержани|похищени|бомбардировк)\w*\b)"
    r"(?!.*(?:[;:()]|,(?! and\b|\s*[A-ZА-ЯЁ])|\b(?:by|for|from|with|carried|со стороны|силами)\b))",
    re.IGNORECASE | re.DOTALL,
)
_BEFELL = re.compile(
    r"(?:['’]\w+)?(?: \w+)?\s+(?:yönelik|karşı|düzenlenen|yapılan|жасалған|қарсы|қарай)\b(?: \w+){0,3}? "
    r"(?:\w*saldırı|şiddet|bombala|suikast|шабуыл|қастандық)\w*\b[^,;:]*",
    re.IGNORECASE | re.DOTALL,
)


def befell(text: str, event: Mention, mention: Mention, near: Collection[Mention]) -> bool:
    """Say whether something was done to a name that is spoken of: "condemned the attack on the embassy of Chile"."""
    if mention.layer is not Layer.ENTITY or not _OPINION.search(event.text_of(text)):
        return False
    if mention.span.end <= event.span.begin:
        between = (m for m in near if mention.span.end <= m.span.begin < event.span.begin)
        return bool(_BEFELL.fullmatch(text, mention.span.end, event.span.begin)) and not any(between)
    way = text[event.span.end : mention.span.begin] if event.span.end < mention.span.begin else ""
    return bool(_BEFALLS.match(way))


def owns_who_acts(text: str, event: Mention, mention: Mention) -> bool:
    """Say whether it is somebody's relative, spokesman or party that does it: "Koval's grandfather had visited".

    A noun tells of his own doing: "Koval's visit", "Koval's decision to visit". A state acts through what it has.
    """
    if mention.label.upper() not in PERSONS or event.span.begin <= mention.span.end:
        return False
    way = text[mention.span.end : event.span.begin]
    possesses = _POSSESSES.match(way)
    words = _ASIDE.sub("", way[possesses.end() :] if possesses else way).split()
    verb: list[str] = []
    while words and (words[-1] in _HELPS or words[-1] in ADVERBS or words[-1].endswith("ly")):
        verb.insert(0, words.pop())
    first = event.text_of(text).split()[:1]
    if not any(w in _HELPS for w in (*verb, *first)) and not any(is_finite(w) for w in first):
        return False
    if possesses is None:
        return not words and bool(_OF_WHOM.search(text, max(0, mention.span.begin - 60), mention.span.begin))
    return (
        0 < len(words) <= 6
        and not is_finite(words[-1])
        and all(w.replace("-", "").isalpha() and w not in REPORTS for w in words)
        and not any(w in _HELPS or (FUNCTION.fullmatch(w) and w not in ("and", "or")) for w in words)
    )

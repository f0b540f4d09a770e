"""Days that name what befell on them: "the 9 June earthquake" is past, "the September 11 attacks" are those of 2001."""

import re

from dateline.chronology.coming import tells_aftermath
from dateline.chronology.cues import sentence_tail

_OF_IT = re.compile(r"\b(?:the|this|that|[\w-]+['’]s?|its|his|her|their|our)\s+$", re.IGNORECASE)
# What nobody announces: its day is over wherever it is spoken of.
_NO_DRILL = (
    r"(?![-’']| (?:drills?|tests?|exercises?|safety|season|festival|conference|course|simulation|training|days?)\b)"
)
_EVENT = re.compile(
    r"(?:,? ['’\w-]+){0,3}? (?:attacks?|massacres?|coups?|riots?|bombings?|earthquakes?|quakes?|tsunami|"
    r"shootings?|killings?|murders?|uprising|revolt|mutiny|insurrection|assault|ambush|invasion|incursion|"
    r"explosions?|landslides?|avalanche|tragedy|catastrophe|derailment|putsch|hijackings?|stampede|storming|"
    rf"assassination|kidnappings?|abductions?|stabbings?)\b{_NO_DRILL}",
    re.IGNORECASE,
)
# What may be a part of something announced, too ("the 20 March fire drill", "the 15 April crash test").
_EVENT_UNLESS_AHEAD = re.compile(
    r"(?:,? ['’\w-]+){0,3}? (?:crash|raids?|blasts?|fires?|blaze|floods?|disaster|accident|collision|crackdown|outage|"
    rf"blackout|spill|arrests?|robbery|clash|clashes)\b{_NO_DRILL}",
    re.IGNORECASE,
)
# The same behind the day in Turkish and Kazakh, before it in Russian.
_AFTER_IT = re.compile(
    r" (?:darbe|saldırı|katliam|deprem|sel felaket|kaza(?=s[ıi]|lar|da|n[ıi]n\b|\b)|patlama|yangın|жер сілкін|шабуыл|"
    r"жарылыс|төңкеріс|апат|өрт)\w*(?! (?:tatbikat|gün|festival|hafta|қауіпсіз|оқу|жаттығу))"
)
_BEFORE_IT = re.compile(
    r"(?:теракт|землетрясени|переворот|взрыв|пожар|авари|нападени|катастроф|бойн|трагеди|наводнени)[а-я]* $",
    re.IGNORECASE,
)
# Month, day, year, by which noun the day is known without its year, and where that was.
_KNOWN = (
    (9, 11, 2001, r"attacks?|hijackings?|saldırı\w*|теракт\w*|шабуыл\w*",
     "New|Wash|America|the U|США"),
    (3, 11, 2004, r"bombings|attacks", "Madrid|Spain"),
    (7, 7, 2005, r"bombings|attacks", "London|Brit|the UK"),
    (3, 11, 2011, r"earthquake|quake|tsunami|disaster|deprem\w*", "Japan|Fuku|Toho"),
    (11, 13, 2015, r"attacks", "Paris|France"),
    (7, 15, 2016, r"coup (?:attempt|bid|plot)|(?:failed|attempted) coup|putsch|darbe\w*|переворот\w*|төңкеріс\w*",
     "Tur|Tür|Ank|Ist|Тур"),
    (1, 6, 2021, r"riots?|insurrection|storming", "Wash|the Cap|the US|Cap"),
    (2, 6, 2023, r"earthquakes?|quakes?|deprem\w*|землетрясени\w*|жер сілкін\w*", "Tur|Tür|Syr|south|Тур"),
    (10, 7, 2023, r"attacks?|massacres?|assault|incursion|saldırı\w*|нападени\w*|шабуыл\w*", "Isr|south|Gaza|Ham|Изр"),
)  # fmt: skip
_ELSEWHERE = re.compile(
    r"[^.;,]{0,24}? (?:in|on|at|near|against|of|в|на) (?P<place>[A-ZÇĞİÖŞÜА-ЯЁ][\w’'-]+|the [A-Z]\w*|south\w*)"
)
_BETWEEN = r",? (?:[\w’'-]+ ){0,2}?"


def has_befallen(left: str, right: str, *, ahead: bool) -> bool:
    """Say whether a day stands before what it names and that is over: "the [9 June] earthquake".

    `ahead`: the sentence looks ahead, which only what nobody would announce is not part of.
    """
    if _AFTER_IT.match(right) or _BEFORE_IT.search(left[-24:]):
        return not ahead
    if not _OF_IT.search(left[-24:]):
        return False
    if _EVENT.match(right):
        return True
    aftermath = bool(re.match(r" [a-z]", right)) and tells_aftermath(sentence_tail(left))
    return not ahead and (bool(_EVENT_UNLESS_AHEAD.match(right)) or aftermath)


def known_year(month: int, day: int, left: str, right: str, published: int) -> int | None:
    """Return the year of what a day is known for ("the [15 July] coup attempt"), None where it is none of these."""
    for of_month, of_day, year, noun, where in _KNOWN:
        if (month, day) != (of_month, of_day) or year > published:
            continue
        behind = re.match(rf"{_BETWEEN}(?:{noun})\b", right, re.IGNORECASE)
        elsewhere = _ELSEWHERE.match(right[behind.end() if behind else 0 :])
        if elsewhere and not re.match(where, elsewhere["place"]):
            return None
        if behind or re.search(rf"\b(?:{noun}) $", left[-24:], re.IGNORECASE):
            return year
    return None

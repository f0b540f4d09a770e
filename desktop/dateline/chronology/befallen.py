"""Days that name what befell on them: "the 9 June earthquake" is past, "the September 11 attacks" are those of 2001."""

import re

from dateline.chronology.coming import tells_aftermath
from dateline.chronology.cues import sentence_tail

_OF_IT = re.compile(r"\b(?:the|this|that|[\w-]+['’]s?|its|his|her|their|our)\s+$", re.IGNORECASE)
# What nobody announces: its day is over wherever it is spoken of.
_EVENT = re.compile(
    r"(?:,? ['’\w-]+){0,3}? (?:attacks?|massacres?|coups?|riots?|bombings?|earthquakes?|quakes?|tsunami|crash|"
    r"shootings?|killings?|murders?|uprising|revolt|mutiny|insurrection|assault|raids?|ambush|invasion|incursion|blasts?|"
    r"explosions?|fires?|blaze|floods?|landslides?|avalanche|disaster|tragedy|catastrophe|accident|collision|"
    r"derailment|plot|putsch|hijackings?|stampede|storming|crackdown|outage|blackout|leak|spill|arrests?|"
    r"assassination|kidnappings?|abductions?|robbery|stabbings?|clash|clashes|breach|defeat|loss)\b",
    re.IGNORECASE,
)
# The same behind the day in Turkish and Kazakh, before it in Russian.
_AFTER_IT = re.compile(
    r" (?:darbe|saldırı|katliam|deprem|sel felaket|kaza|patlama|yangın|жер сілкін|шабуыл|жарылыс|төңкеріс|апат|өрт)\w*"
)
_BEFORE_IT = re.compile(
    r"(?:теракт|землетрясени|переворот|взрыв|пожар|авари|нападени|катастроф|бойн|трагеди|наводнени)[а-я]* $",
    re.IGNORECASE,
)
# Month, day, year, and by which noun the day is known without its year.
_KNOWN = (
    (9, 11, 2001, r"attacks?|hijackings?|terror\w*|saldırı\w*|теракт\w*|шабуыл\w*"),
    (3, 11, 2004, r"bombings?|attacks?"),
    (7, 7, 2005, r"bombings?|attacks?"), (3, 11, 2011, r"earthquake|quake|tsunami|disaster|deprem\w*"),
    (11, 13, 2015, r"attacks?"), (7, 15, 2016, r"coup|putsch|darbe\w*|переворот\w*|төңкеріс\w*"),
    (1, 6, 2021, r"riots?|insurrection|storming|attack"),
    (2, 6, 2023, r"earthquakes?|quakes?|deprem\w*|землетрясени\w*"),
    (10, 7, 2023, r"attacks?|massacres?|assault|raids?|incursion|saldırı\w*|нападени\w*|шабуыл\w*"),
)  # fmt: skip
_BETWEEN = r",? (?:[\w’'-]+ ){0,2}?"


def has_befallen(left: str, right: str) -> bool:
    """Say whether a day stands before what it names and that is over: "the [9 June] earthquake"."""
    if _AFTER_IT.match(right) or _BEFORE_IT.search(left[-24:]):
        return True
    if not _OF_IT.search(left[-24:]):
        return False
    return bool(_EVENT.match(right)) or (bool(re.match(r" [a-z]", right)) and tells_aftermath(sentence_tail(left)))


def known_year(month: int, day: int, left: str, right: str, published: int) -> int | None:
    """Return the year of what a day is known for ("the [15 July] coup attempt"), None where it is none of these."""
    for of_month, of_day, year, noun in _KNOWN:
        if (month, day) != (of_month, of_day) or year > published:
            continue
        behind = re.match(rf"{_BETWEEN}(?:{noun})\b", right, re.IGNORECASE)
        if behind or re.search(rf"\b(?:{noun}) $", left[-24:], re.IGNORECASE):
            return year
    return None

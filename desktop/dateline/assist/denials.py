"""English words that deny what follows them: "denied reports that they met", "no such meeting", "never met"."""

import re

from dateline.assist.told_words import DETERMINERS, TOKEN, is_finite

_REPORTS = r"(?:reports?|claims?|allegations?|accusations?|rumou?rs?|suggestions?|speculation|assertions?)"
_DENIED = re.compile(
    r"\b(?P<cue>den(?:y|ies|ied|ying)|refut(?:e|es|ed|ing)|dismiss(?:es|ed|ing)?|reject(?:s|ed|ing)?|"
    r"call(?:s|ed|ing)? false|describ(?:es?|ed|ing) as false)"
    r"(?: (?:on [A-Z]\w+day|yesterday|earlier|again))?"
    r"(?: (?:having|ever|that|any(?= )|(?:(?:the|these|those|any|all|media|press|earlier|as false|[\w-]+'s?) )*"
    rf"{_REPORTS}(?: (?:as false|in the media|in the press))?(?: that| of)?|"
    r"(?=(?:it|he|she|they|he'd|we|I) (?:had|has|have|ever)\b)))"
    r"(?P<way>[^,;:.]*) $",
    re.IGNORECASE,
)
_NOT_BEFORE = re.compile(r"(?:\b(?:not|never|no|hardly)|n[’']t)(?: \w+){0,2} $", re.IGNORECASE)
# Behind one of these words something else is told: "denied that it was informed before the visit".
_ANOTHER = re.compile(
    r"\b(?:who|whom|which|where|when|while|after|before|until|since|because|as|but|and|if|at|during|by|over|about|for|"
    r"against|of|to)\b",
    re.IGNORECASE,
)
_NO = re.compile(
    r"\b(?P<cue>no)(?: (?:such|further|new|more|other|official|formal|secret|direct|bilateral|joint|final))* $",
    re.IGNORECASE,
)
_NEVER = re.compile(r"\b(?P<cue>never|nobody|no one)(?: (?:once|ever|again|actually|\w+ly))? $", re.IGNORECASE)
# Of what is told in the passive, or has a helping verb: "no agreement was signed", "nobody has been arrested".
_OF_NONE = re.compile(
    r"(?:^|[,;:“\"] ?|\bthat )(?P<cue>nobody|no one|no)(?: [\w-]+){0,3}? (?:was|were|is|are|has|have|had)(?: been)? $",
    re.IGNORECASE,
)
_NEAR = 90  # characters from the denial to what is denied


def denial(left: str, first: str) -> str:
    """Return the word that denies an event, "" for none; `left` is its sentence up to it, `first` its first word."""
    left = left.replace("’", "'")
    before = TOKEN.findall(left)[-1:]
    noun = not before or before[0].lower() in DETERMINERS or not (is_finite(first) or first.lower().endswith("ing"))
    if found := _NO.search(left):
        return found["cue"]
    if not noun and (found := _NEVER.search(left) or _OF_NONE.search(left)):
        return found["cue"]
    found = _DENIED.search(left)
    if found is None or len(found["way"]) > _NEAR or _NOT_BEFORE.search(left[: found.start("cue")]):
        return ""
    way = found["way"]
    if _ANOTHER.search(way) or (noun and len(way.split()) > 2):
        return ""
    return " ".join(found["cue"].split())

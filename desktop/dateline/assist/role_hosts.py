"""Who brings others together or about: hosts of talks "between A and B", and those by whom a deal "was signed".

Of a meeting that somebody hosts, chairs or mediates he is the one who acts; who signs a deal is a party to it. English
only: elsewhere endings say it.
"""

import re
from collections.abc import Sequence

from dateline.assist.relatives import listed_behind
from dateline.assist.role_features import head_of, joined, lead_of
from dateline.assist.role_kinds import EQUALS
from dateline.assist.role_modifiers import with_office
from dateline.assist.told_words import is_finite
from dateline.assist.verbs import verbs_in
from dateline.model.annotation import Layer, Mention
from dateline.model.language import language_of
from dateline.model.page import Page
from dateline.model.schema import LabelType
from dateline.model.text import Span

_HOSTED = (
    r"(?:hosted|mediated|brokered|facilitated|convened|chaired|moderated|arranged|organi[sz]ed|overseen|"
    r"presided over)"
)
_HOSTS = (
    rf"(?:{_HOSTED}|(?:host|broker|chair)(?:s|ing)?|(?:mediat|facilitat|conven|moderat|arrang|organi[sz])(?:es?|ing)|"
    r"oversees?|oversaw|overseeing|presid(?:es?|ing) over)"
)
_ADVERBS = r"also|both|then|later|again|now|\w+ly"
_WILL = r"has|have|had|will|would|is|are|to|agreed|due|set|expected|scheduled"  # "was to host" is no longer so
_DOES = rf"(?:\s+(?:{_WILL}|{_ADVERBS}))*"
_IS = rf"(?:\s+(?:{_WILL}|was|were|be|been|being|{_ADVERBS}))*"
_NOT_IT = r"after|before|for|in|at|on|with|to|by|from|during|and|or|that|which|who|about|over|ahead|following|as"
_ITS_OBJECT = rf"(?:\s+(?!(?:{_NOT_IT})\b)[\w'’-]+){{0,5}}"
_ASIDE = r"(?:, [^,;:]{1,60},)?"
_HOSTS_IT = re.compile(rf"{_ASIDE}{_DOES}\s+{_HOSTS}{_ITS_OBJECT}\s+")
_WAY_TO_HOST = re.compile(rf"{_ASIDE}{_DOES}\s+")  # up to an event's words that say of themselves who hosts
_IS_HOSTING = re.compile(rf"\b{_HOSTS}\b", re.IGNORECASE)
_HOSTED_BY = re.compile(
    rf"(?P<way>.*?),?(?:\s+(?:which|that))?{_IS}\s+{_HOSTED}\s+(?:jointly\s+|again\s+)?by\s+(?:the\s+)?"
)
_THAT_HOSTS = re.compile(rf"{_DOES}\s+{_HOSTS}\b")
_BETWEEN = re.compile(rf"(?:,?\s+(?:that|which)\s+[^,;:]{{1,40}}?\s+{_HOSTS})?{_ITS_OBJECT}\s+between\s+(?:the\s+)?")
_SIGNED = r"(?:signed|concluded|sealed|initiall?ed|ratified|inked|penned|struck|reached|forged|negotiated|agreed)"
_IS_SIGNED = re.compile(rf"\b{_SIGNED}\b.* by ")
_SIGNED_BY = re.compile(
    rf"(?P<way>.*?),?(?:\s+(?:which|that|must|should|can))?{_IS}\s+{_SIGNED}(?P<when>\s.*?)??\s+by\s+(?:both\s+|the\s+)?"
)
_DEAL = re.compile(
    r"\b(?:agreement|deal|treaty|accord|pact|contract|memorandum|protocol|charter|convention|statement|declaration)s?\b",
    re.IGNORECASE,
)
_WITH = re.compile(r"(?:\s+[\w-]+){0,3}?\s+with\b")
_JOURNEY = re.compile(r"visit|trip|\btour|journey|voyage|pilgrimage", re.IGNORECASE)
_REACH = 240  # characters
_CLOSES = re.compile(r"\b(?:and|with)\b")
_WORD = re.compile(r"[^\W\d_]+")
_OF_TIME_AND_PLACE = re.compile(
    r"in|on|at|of|the|this|last|next|early|late|between|and|both|near|outside|held", re.IGNORECASE
)


def hosts(page: Page, event: Mention, label: LabelType, near: Sequence[Mention], sentence: Span) -> set[str]:
    """Return who hosts, chairs or mediates a meeting: "A hosted talks between", "that A hosted", "hosted by A".

    Not where he talks with somebody himself, "A hosted talks with B", and not of a visit, which is its guest's doing.
    """
    text = page.text
    if language_of(page.article.language, text) != "en" or _JOURNEY.search(event.text_of(text)):
        return set()
    if not any(r.name.casefold() in EQUALS for r in label.roles):
        return set()
    begin, end = max(sentence.begin, event.span.begin - _REACH), _end(event, sentence)
    if not _IS_HOSTING.search(text, begin, end):
        return set()
    who = [m for m in near if m.layer is Layer.ENTITY and begin <= m.span.begin < end]
    between = between_whom(text, event, who)
    behind = between[-1].span.end if between else event.span.end
    if _WITH.match(text, behind, sentence.end):
        return set()
    if _IS_HOSTING.match(event.text_of(text)):
        found = _ahead_of(_WAY_TO_HOST, text, event, who) if between else []
    else:
        found = _ahead_of(_HOSTS_IT, text, event, who)
        found += _behind_it(text, event, who, behind)
    others = {m.id for m in between}
    return {m.id for m in who for host in found if m is host or joined(text, m, host, who)} - others


def _behind_it(text: str, event: Mention, who: Sequence[Mention], behind: int) -> list[Mention]:
    """Return who is told as host behind an event's noun, and whom it is between: "that A hosted", "hosted by A"."""
    if is_finite(event.text_of(text)):
        return []
    for end in (event.span.end, behind):
        listed = listed_behind(text, end, who)
        if listed and _THAT_HOSTS.match(text, listed[-1].span.end):
            return listed
    by = ((m, _HOSTED_BY.fullmatch(text, behind, with_office(text, m, who))) for m in who if m.span.begin > behind)
    return [m for m, match in by if match and _is_circumstance(text, *match.span("way"), who)]


def between_whom(text: str, event: Mention, near: Sequence[Mention]) -> list[Mention]:
    """Return those between whom an event's noun says it is, in order; none in other languages than English."""
    who = [m for m in near if m.layer is Layer.ENTITY and m.span.begin > event.span.end]
    first = [m for m in who if _BETWEEN.fullmatch(text, event.span.end, m.span.begin)]
    return _listed_from(text, first[0], who) if first else []


def _listed_from(text: str, first: Mention, near: Sequence[Mention]) -> list[Mention]:
    """Return a list up to its last name, which "and" leads to: in "by A and B, C said" C is none of it."""
    out = [first]
    for mention in sorted((m for m in near if m.span.begin > first.span.end), key=lambda m: m.span):
        if joined(text, mention, first, near):
            way = text[out[-1].span.end : mention.span.begin]
            out.append(mention)
            if _CLOSES.search(way):
                break
    return out


def _ahead_of(way: re.Pattern[str], text: str, event: Mention, who: Sequence[Mention]) -> list[Mention]:
    """Return whom nothing but a way parts from an event behind him."""
    at = event.span.begin
    return [m for m in who if m.span.end <= at and way.fullmatch(text, m.span.end, at)]


def _is_circumstance(text: str, begin: int, end: int, near: Sequence[Mention]) -> bool:
    """Say whether words are but names, and what leads to them as when, where or who takes part."""
    bare = text[begin:end]
    for mention in sorted(near, key=lambda m: -m.span.begin):
        if begin <= mention.span.begin and mention.span.end <= end:
            bare = bare[: mention.span.begin - begin] + bare[mention.span.end - begin :]
    return all(_OF_TIME_AND_PLACE.fullmatch(w) for w in _WORD.findall(bare))


def signers(page: Page, event: Mention, near: Sequence[Mention], sentence: Span) -> set[str]:
    """Return by whom a deal is told to be signed, however far behind its noun: "the deal to …, was signed by A and B".

    None where the noun says between whom it is.
    """
    text, begin, end = page.text, event.span.end, _end(event, sentence)
    if language_of(page.article.language, text) != "en" or is_finite(event.text_of(text).rpartition(" ")[2]):
        return set()
    if not _IS_SIGNED.search(text, begin, end):
        return set()
    who = [m for m in near if m.layer is Layer.ENTITY and begin < m.span.begin < end]
    if any(lead_of(page, m, near, sentence)[0] == "between" for m in who):
        return set()
    verbs = [v for v in verbs_in(text, sentence, [m.span for m in near], "en") if v > begin]
    first = [m for m in who if head_of(text, m, near) is m]
    for mention in reversed(first):  # the name, not the office or the country before it
        match = _SIGNED_BY.fullmatch(text, begin, _begin_of(text, mention, near))
        if match is None or _DEAL.search(match["way"]) or any(v < match.end("way") for v in verbs):
            continue
        if not match["when"] or _is_circumstance(text, *match.span("when"), near):
            return {m.id for m in _listed_from(text, mention, who)}
    return set()


def _end(event: Mention, sentence: Span) -> int:
    """Return how far behind an event who hosts or signs it may stand."""
    return min(sentence.end, event.span.end + _REACH)


def _begin_of(text: str, mention: Mention, near: Sequence[Mention]) -> int:
    """Return where a name begins with the office and the owner before it: "Chile's foreign minister Weber"."""
    begin = with_office(text, mention, near)
    owner = next((m for m in near if m.span.end < begin and re.fullmatch(r"['’]s?\s+", text[m.span.end : begin])), None)
    return owner.span.begin if owner else begin

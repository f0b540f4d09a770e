"""Clauses that tell of an event's noun: "the talks that A opened", "the summit which A had hoped to host".

Who only wished, offered or refused to do something with it did nothing, and took no part in what came of it.
"""

import re
from collections.abc import Sequence

from dateline.assist.event_nouns import REACTED
from dateline.assist.verbs import verbs_in
from dateline.model.annotation import Layer, Mention
from dateline.model.language import language_of
from dateline.model.page import Page
from dateline.model.text import Span

_REACTED = re.compile(rf"\s+(?:(?:had|has|have|also|later|\w+ly)\s+){{0,3}}(?:{REACTED})\b")
_WHICH = re.compile(r",?\s+(?:(?P<which>that|which)\s+)?(?:the\s+)?")
# What was wished for, offered or turned down; what was planned counts where it came about elsewhere.
_HAD = r"\s+(?:had\s+(?:(?:once|long|originally|initially|earlier|first|previously|also|\w+ly)\s+)?)?"
_TO_DO = r"\s+(?:not\s+)?to\s+[a-z]+\b"
_WISHED = re.compile(
    rf"{_HAD}(?:hoped|wanted|wished|sought|offered|proposed|tried|attempted|refused|declined|failed|"
    rf"was (?:unable|unwilling)){_TO_DO}"
)
_PLANNED = re.compile(
    rf"{_HAD}(?:intended|planned|expected|(?:was|were|been)(?: (?:due|set|supposed|meant|scheduled|expected))?){_TO_DO}"
)
_ELSEWHERE = re.compile(
    r"[^;:]*\b(?:(?:be|was|is|been) (?:\w+ )?held|(?:take|took|taken|takes) place|(?:been |be |was )moved|"
    r"(?:will |would )?(?:now )?(?:open|start|beg[aiu]n|convene)(?:ed|s)?)\b[^;:]* (?:in|to) "
)
_DOES = re.compile(r"\s+(?:(?:had|has|have|will|would|also|jointly|first|later|then|\w+ly)\s+){0,3}(?P<verb>[a-z]+)\b")
_DONE_TO = re.compile(r"\s+(?:(?:had|has|have)\s+(?:also\s+)?)?(?:was|were|is|are|been|be)\b")

_AND = re.compile(r",?\s+(?:and\s+)?(?:the\s+)?")

_WHICH_RUSSIAN = re.compile(r",\s+(?P<told>(?:\w+(?:ть|ти)\s+)?котор\w+\s[^,;:]*),")
_WHOM_RUSSIAN = re.compile(r",\s+котор(?:ый|ую|ое|ые)\s+")
_DOES_RUSSIAN = re.compile(r"\s+(?:не\s+)?\w+(?:л[аои]?|[ае]ет|ит|[уюая]т)(?:с[ья])?\b")
_WISHED_RUSSIAN = re.compile(
    r"\b(?:надея|хоте|предлага|предложи|отказ|мечта|рассчитыва|собира|намерева|пыта|планирова)\w*л[аои]?(?:с[ья])?\b"
    r"(?:[^\w\n].*)?\s\w+(?:ть|ти)(?:ся|сь)?\b|^\w+(?:ть|ти)\s+котор\w+\s+(?:надея|хоте|предлага|предложи|отказ|мечта|"
    r"рассчитыва|собира|намерева|пыта|планирова)",
    re.IGNORECASE,
)
_WISHED_TURKISH = re.compile(
    r"(?:\S+\s+){0,4}?\w+(?:m[ae]y[ıi]|m[ae]k|m[ae]y[ae]|m[ae]kten)\s+(?:için\s+)?"
    r"(?:um|ist|planla|arzula|öner|teklif et|reddet|vazgeç|düşün|iste|çalış)\w*"
    r"(?:d[ıiuü]ğ|t[ıiuü]ğ)[ıiuü]\s+(?:\w+\s+)?$",
    re.IGNORECASE,
)
_WISHED_KAZAKH = re.compile(
    r"(?:\S+\s+){0,3}?(?:\w+(?:[ғқ]ысы|[гк]ісі)\s+келген|\w+[уү]?(?:ды|ді|дан|ден|ға|ге)\s+"
    r"(?:жоспарлаған|үміттенген|ұсынған|қалаған|көздеген|бас тартқан))\s+(?:\w+\s+)?$",
    re.IGNORECASE,
)


def only_wished(page: Page, event: Mention, near: Sequence[Mention], sentence: Span) -> set[str]:
    """Return the mentions in a clause that tells what somebody only wished, offered or refused to do with an event.

    English tells it behind the noun, "the talks that A had hoped to host were held in", Turkish and Kazakh ahead.
    """
    language = language_of(page.article.language, page.text)
    if language == "en":
        if said := _who_reacted(page.text, event, near):
            return {m.id for m in said}
        span = _in_english(page.text, event, near, sentence)
    else:
        span = {"ru": _in_russian, "tr": _in_turkish, "kk": _in_kazakh}.get(language, _nowhere)(
            page.text, event.span, sentence
        )
    return {m.id for m in near if span and span.covers(m.span)}


def _who_reacted(text: str, event: Mention, near: Sequence[Mention]) -> list[Mention]:
    """Return who only said something of an event: "the attack that A condemned took place in"."""
    who = listed_behind(text, event.span.end, near)
    return who if who and _REACTED.match(text, who[-1].span.end) else []


def subjects_of(page: Page, event: Mention, near: Sequence[Mention], sentence: Span) -> set[str]:
    """Return who does what a clause behind an event's noun tells: A of "the sanctions that A imposed on B"."""
    language = language_of(page.article.language, page.text)
    if language == "ru":
        return {m.id for m in near if _is_behind_which(page.text, event.span.end, m.span)}
    if language != "en":
        return set()
    verbs = set(verbs_in(page.text, sentence, [m.span for m in near], "en"))
    if event.span.begin in verbs:
        return set()
    which, who = _WHICH.match(page.text, event.span.end), listed_behind(page.text, event.span.end, near)
    if which is None or not which["which"] or not who:
        return set()
    end = who[-1].span.end
    does = _DOES.match(page.text, end)
    tells = does is not None and any(end < v < does.end() for v in verbs)
    return {m.id for m in who} if tells and not _DONE_TO.match(page.text, end) else set()


def _is_behind_which(text: str, end: int, other: Span) -> bool:
    behind = end < other.begin and _WHOM_RUSSIAN.fullmatch(text, end, other.begin) is not None
    return behind and _DOES_RUSSIAN.match(text, other.end) is not None


def listed_behind(text: str, noun: int, near: Sequence[Mention]) -> list[Mention]:
    """Return who stands right behind the end of a noun and "that", and whoever is listed with him there."""
    which = _WHICH.match(text, noun)
    if which is None:
        return []
    out: list[Mention] = []
    end = which.end()
    for mention in sorted((m for m in near if m.layer is Layer.ENTITY), key=lambda m: m.span):
        begins = mention.span.begin == end if not out else _AND.fullmatch(text, end, mention.span.begin)
        if begins and mention.span.begin >= end:
            out.append(mention)
            end = mention.span.end
    return out


def _in_english(text: str, event: Mention, near: Sequence[Mention], sentence: Span) -> Span | None:
    verbs = verbs_in(text, sentence, [m.span for m in near], "en")
    who = listed_behind(text, event.span.end, near)
    if event.span.begin in verbs or not who:
        return None
    at = who[-1].span.end
    wished, planned = _WISHED.match(text, at), _PLANNED.match(text, at)
    if wished is None and planned and _ELSEWHERE.match(text, planned.end(), sentence.end):
        wished = planned
    if wished is None:
        return None
    ends = [v for v in verbs if v >= wished.end()] or [sentence.end]
    comma = text.find(",", wished.end(), ends[0])
    if ends[0] == sentence.end and comma < 0:
        return None  # all that is told of it
    return Span(event.span.end, comma if comma >= 0 else ends[0])


def _in_russian(text: str, event: Span, sentence: Span) -> Span | None:
    told = _WHICH_RUSSIAN.match(text, event.end, sentence.end)
    return Span(*told.span("told")) if told and _WISHED_RUSSIAN.search(told["told"]) else None


def _in_turkish(text: str, event: Span, sentence: Span) -> Span | None:
    return _ahead_of_it(_WISHED_TURKISH, text, event, sentence)


def _in_kazakh(text: str, event: Span, sentence: Span) -> Span | None:
    return _ahead_of_it(_WISHED_KAZAKH, text, event, sentence)


def _nowhere(_text: str, _event: Span, _sentence: Span) -> Span | None:
    return None


def _ahead_of_it(pattern: re.Pattern[str], text: str, event: Span, sentence: Span) -> Span | None:
    begin = max(sentence.begin, text.rfind(",", sentence.begin, event.begin) + 1)
    return Span(begin, event.begin) if pattern.search(text[begin : event.begin]) else None

"""What stands in quotation marks: who says it takes no part in what is told of there, unless he says "we" or "I"."""

import re
from collections.abc import Sequence

from dateline.assist.role_features import joined
from dateline.assist.role_modifiers import with_office
from dateline.assist.told_words import REPORTS
from dateline.model.annotation import Layer, Mention
from dateline.model.occurrence import PERSONS
from dateline.model.text import Span

_OPEN, _CLOSE = "“„«‹‘", "”»›’"
_WAY = 60  # characters back to what leads to a name
_LEAST = 3  # words in what is more than a name or a phrase
SAYS = (
    r"says?|told|tells|ask(?:s|ed)|add(?:s|ed)|insist(?:s|ed)|argu(?:es|ed)|warn(?:s|ed)|repl(?:ies|ied)|wr(?:ites|ote)|"
    rf"tweeted|posted|remarked|explained|concluded|continued|{'|'.join(sorted(REPORTS))}|"
    r"сказал[аи]?|заявил[аи]?|отметил[аи]?|подчеркнул[аи]?|добавил[аи]?|dedi|diyen|diye|деді|деп"
)
_LEADS_TO_QUOTE = re.compile(rf"(?:[:,—–-]|\b(?:that|что|{SAYS}))\s*$", re.IGNORECASE)
_SAID_NEXT = re.compile(rf"\s*(?:[—–-]\s*)?(?:{SAYS})\b", re.IGNORECASE)
_SAID_BY = re.compile(rf",?\s+(?:\w+ly )?(?:{SAYS})\b", re.IGNORECASE)
_BY_WORDS = re.compile(
    r"\b(?:according to|as per|in the words of|по (?:словам|мнению|данным|информации)) (?:the )?$", re.I
)
_BY_WORDS_OF = re.compile(r"(?:['’]\w+)? (?:göre|айтуынша|пікірінше|мәліметінше)\b")
_SAYS_OF = re.compile(
    rf",? +(?:\w+ly )?(?:{SAYS}|believes?|hopes?|thinks?|claim(?:s|ed)|urge[sd]?|ask(?:s|ed)|"
    r"call(?:s|ed) (?:up)?on|appeal(?:s|ed) to|order(?:s|ed)|press(?:es|ed)|wants?|wanted|"
    r"expect(?:s|ed)|warn(?:s|ed)|advis(?:es|ed)) (?:the )?"
)
_DOES = re.compile(
    r",? (?:not |also |never |\w+ly )*(?:to|would|will|had|has|have|could|may|might|should|must|can|was|were|is|are|"
    r"did|does|do|'ll|won't|wouldn't|wasn't)\b(?![^,;:]*[,;:])|\s*$"
)
_WE = re.compile(
    r"(?:^|[^\w'’])(?:I|[Ww]e|[Мм]ы|[Яя])(?:['’](?:ll|m|re|ve|d))?(?: (?:not|never|also|then|later|now|soon|first|"
    r"again|both|already|\w+ly|will|would|could|can|may|might|should|shall|must|had|have|am|are|was|were|do|did|"
    r"cannot|(?:do|did|wo|ca|could|would|should|have|are|were)n['’]t|due to|going to|about to|able to|"
    r"(?:ready|willing|happy|prepared|plan|want|hope|intend|mean|expect|need|like|decided|agreed) to|"
    r"be|не|готовы|готов|хотим|можем|будем|"
    r"намерены|планируем))*\s+$"
)


def speeches(text: str, sentence: Span) -> list[Span]:
    """Return the quoted stretches of a sentence that are clauses of their own, not words quoted within another one."""
    out: list[Span] = []
    for begin, end in _quoted(text, sentence):
        within = text[begin:end].strip("".join((_OPEN, _CLOSE, '"')))
        if len(within.split()) < _LEAST or not _is_clause(text, sentence, begin, end):
            continue
        out.append(Span(begin, end))
    return out


def _quoted(text: str, sentence: Span) -> list[tuple[int, int]]:
    """Return where quotation marks open and close; what a sentence only opens or closes goes on to its edge."""
    found: list[tuple[int, int]] = []
    opened = -1
    for at in range(sentence.begin, sentence.end):
        mark = text[at]
        if mark not in '"“„«‹‘”»›’':
            continue
        ahead, behind = text[at + 1 : at + 2], text[at - 1] if at > sentence.begin else " "
        if mark == "’" and (opened < 0 or text[opened] != "‘" or ahead.isalnum()):
            continue  # an apostrophe
        closes = mark in _CLOSE or (mark == "“" and opened >= 0) or (mark == '"' and opened >= 0)
        if mark == '"' and opened < 0:
            closes = not (behind.isspace() or behind in "([—–-") or not ahead.strip()
        if not closes:
            opened = at if opened < 0 else opened
        elif at > sentence.begin:
            if opened >= 0 or not found:
                found.append((max(opened, sentence.begin), at + 1))
            opened = -1
    if opened >= 0:
        found.append((opened, sentence.end))
    return found


def _is_clause(text: str, sentence: Span, begin: int, end: int) -> bool:
    if text[begin] not in (*_OPEN, '"'):
        return True  # it was opened in a sentence before
    if begin > sentence.begin and text[sentence.begin : begin].strip():
        return bool(_LEADS_TO_QUOTE.search(text, sentence.begin, begin))
    inner, after = text[end - 2 : end - 1], text[end : sentence.end].lstrip()
    return inner in (",", ".", "!", "?", "…") or after[:1] in (",", "—", "–", "-") or bool(_SAID_NEXT.match(after))


def parted(speech: Sequence[Span], one: Span, other: Span) -> bool:
    """Say whether a clause in quotation marks holds the one and not the other."""
    return any(s.covers(one) != s.covers(other) for s in speech)


def only_says(text: str, event: Mention, mention: Mention, near: Sequence[Mention]) -> bool:
    """Say whether somebody says what others do: "Dahl said Norway would host it", "…, according to Dahl".

    So does who urges others: "Mali urged Norway to release them".
    """
    if mention.layer is not Layer.ENTITY:
        return False
    if _BY_WORDS.search(text, max(0, mention.span.begin - _WAY), with_office(text, mention, near)):
        return True
    if _BY_WORDS_OF.match(text, mention.span.end):
        return True
    said = _SAYS_OF.match(text, mention.span.end, event.span.begin)
    if said is None:
        return False
    others = (o for o in near if o.layer is Layer.ENTITY and with_office(text, o, near) == said.end())
    return any(o.span.end < event.span.begin and _DOES.match(text, o.span.end, event.span.begin) for o in others)


def speakers(text: str, sentence: Span, event: Mention, near: Sequence[Mention]) -> list[Mention]:
    """Return who says of himself what is told in quotation marks: "We could host a summit," Dahl said."""
    held = next((s for s in speeches(text, sentence) if s.covers(event.span)), None)
    if held is None or not _WE.search(text[held.begin : event.span.begin]):
        return []
    people = sorted(
        (m for m in near if m.layer is Layer.ENTITY and m.label.upper() in PERSONS and not held.covers(m.span)),
        key=lambda m: m.span,
    )
    after = [m for m in people if m.span.begin >= held.end]
    said = [m for m in people if _SAID_BY.match(text, m.span.end)]
    first = next(iter([*(m for m in after if m in said), *after, *said, *people]), None)
    return [m for m in people if m is first or (first and joined(text, m, first, near))]

"""Phrases with a verb of their own that is no clause's, in Russian, Turkish and Kazakh: what stands in them is theirs.

"17 Mart'ta Weber ile görüştükten sonra Oslo'ya gitti", "посетивший Осло 17 марта, встретился": English has "after
meeting", which `clauses` knows.
"""

import re
from collections.abc import Sequence

from dateline.assist.role_cases import case_of
from dateline.model.annotation import Layer, Mention
from dateline.model.language import language_of
from dateline.model.page import Page
from dateline.model.text import Span

_TURKISH = re.compile(
    r"\b\w+(?:[dt][ıiuü]k(?:tan|ten) (?:hemen |kısa süre )?sonra|m[ae]d[ae]n (?:hemen |kısa süre )?önce)\b",
    re.IGNORECASE,
)
_KAZAKH = re.compile(
    r"\b\w+(?:[ғқ]аннан|[гк]еннен) (?:кейін|соң)\b|\b\w+(?:[мбп]астан|[мбп]естен) бұрын\b", re.IGNORECASE
)
_RUSSIAN = re.compile(
    r"\b\w+[аеиоуыя](?:в(?:ши(?:сь)?)?|(?:вш|ющ|ящ)(?:ий|ая|ее|ие|его|ему|им|ей|ую|их|ими)(?:ся)?)\b",
    re.IGNORECASE,
)
_NOT_A_VERB = re.compile(
    r"(?:бывш|будущ|следующ|настоящ|нынешн|предыдущ|действующ)\w+|\w+(?:остав|прав|глав)", re.IGNORECASE
)


def phrases(text: str, sentence: Span, language: str) -> list[Span]:
    """Return the phrases of a sentence that have such a verb, each with it; none in other languages."""
    if language in ("tr", "kk"):
        verbs = (_TURKISH if language == "tr" else _KAZAKH).finditer(text, sentence.begin, sentence.end)
        return [Span(max(sentence.begin, text.rfind(",", sentence.begin, v.start()) + 1), v.end()) for v in verbs]
    if language != "ru":
        return []
    out = []
    for verb in _RUSSIAN.finditer(text, sentence.begin, sentence.end):
        at_head = not text[sentence.begin : verb.start()].strip(' "“«—–-')
        if _NOT_A_VERB.fullmatch(verb[0]) or not (at_head or text[: verb.start()].endswith(", ")):
            continue
        comma = text.find(",", verb.end(), sentence.end)
        if comma >= 0 or not at_head:
            out.append(Span(verb.start(), comma if comma >= 0 else sentence.end))
    return out


def in_phrases(page: Page, event: Mention, near: Sequence[Mention], sentence: Span) -> tuple[set[str], set[str]]:
    """Return what is told of in another such phrase than an event: as who or what, and as when or where.

    Who has no ending may do both.
    """
    language = language_of(page.article.language, page.text)
    found = phrases(page.text, sentence, language)
    apart = [m for m in near if any(p.covers(event.span) != p.covers(m.span) for p in found)]
    if language == "ru":
        inside = any(p.covers(event.span) for p in found)
        return (set() if inside else {m.id for m in apart}), {m.id for m in apart}
    cases = {m.id: case_of(page, m, near, event.span.begin, "") for m in apart if m.layer is Layer.ENTITY}
    return {i for i, case in cases.items() if case.word or case.aimed}, {m.id for m in apart}

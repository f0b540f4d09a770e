"""Phrases with a verb of their own that is no clause's: who and what stands in them is theirs.

"17 Mart'ta Weber ile görüştükten sonra Oslo'ya gitti", "посетивший Осло 17 марта, встретился", "having visited Oslo
on Monday, met". English "visiting Oslo on Monday, met" has but its people and things for itself: the day is of both.
"""

import re
from collections.abc import Sequence

from msgspec import Struct

from dateline.assist.role_cases import case_of
from dateline.assist.verbs import verbs_in
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
# Where somebody is, said before his name: "Paris'te yaşayan Aydın".
_WHERE_ONE_IS = {
    "tr": re.compile(r"[\w’']+[dt][ae] (?:yaşayan|oturan|bulunan|doğan|çalışan|görev yapan|okuyan)(?= [A-ZÇĞİÖŞÜ])"),
    "kk": re.compile(r"\w+[дт][ае] (?:тұратын|туған|жүрген|жұмыс істейтін|оқитын|орналасқан)(?= [А-ЯЁӘІҢҒҮҰҚӨҺ])"),
}
_RUSSIAN = re.compile(
    r"\b\w+[аеиоуыя](?:в(?:ши(?:сь)?)?|(?:вш|ющ|ящ)(?:ий|ая|ее|ие|его|ему|им|ей|ую|их|ими)(?:ся)?)\b",
    re.IGNORECASE,
)
_COMMA = re.compile(r",\s")
_NOT_A_VERB = re.compile(
    r"(?:бывш|будущ|следующ|настоящ|нынешн|предыдущ|действующ)\w+|\w+(?:остав|прав|глав)", re.IGNORECASE
)
_ENGLISH = re.compile(
    r"(?:(?:while|when|whilst|after|before|since|upon|on) )?(?:(?:\w+ly|also|then|not) )?"
    r"(?:(?P<perfect>having) (?:(?:\w+ly|also|just|already|not|never) )?(?!(?:a|an|the|no|his|her|its|their|to|two)\b)"
    r"(?=[a-z])|(?P<gerund>\w{2,}ing)\b(?! (?:of|to|from)\b))",
    re.IGNORECASE,
)
_LEADS_TO_NOUNS = re.compile(
    r"including|excluding|regarding|concerning|following|during|considering|according|notwithstanding|barring|pending|"
    r"owing|depending|starting|beginning|morning|evening|spring|king|\w*thing",
    re.IGNORECASE,
)


# "Accompanied by Duda, Akar met", "Elected in May, Akar flew": at the head of a sentence, of who does the rest.
_BEFALLEN = re.compile(
    r"(?:(?:When|Once|First|Newly|Also|Reportedly|Recently|Originally) )?"
    r"(?!(?:United|Given|Indeed|Related|Wed|Advanced|Provided|Granted)\b)"
    r"(?:[A-Za-z]\w+ed|Born|Driven|Shaken|Stricken|Beaten|Taken|Chosen|Torn|Sworn|Caught|Brought|Sent|Led|Struck|Stung|"
    r"Hit|Forced|Known|Seen|Made) (?:\w+ )?(?:by|with|in|at|on|from|as|for|to|over|after|amid|into|out)\b"
)
_ASKED = re.compile(r"(?:\w+ )?(?:asked|questioned|pressed|quizzed|interviewed|challenged|quoted)\b", re.IGNORECASE)


class EnglishPhrase(Struct, frozen=True):
    """A phrase with a verb in -ing, whether that was done before, and where who does it stands."""

    span: Span
    done_before: bool
    subject: Span


def english_phrases(text: str, sentence: Span, names: Sequence[Span] = ()) -> list[EnglishPhrase]:
    """Return the phrases at the head of a sentence, behind who does something, and those in "having" anywhere."""
    head = sentence.begin + len(text[sentence.begin : sentence.end]) - len(sentence.of(text).lstrip(' "“«'))
    if "ing" not in sentence.of(text):
        return []
    verbs = verbs_in(text, sentence, names, "en")
    out = []
    for at in (head, *(m.end() for m in _COMMA.finditer(text, head, sentence.end))):
        match = _ENGLISH.match(text, at, sentence.end)
        if match is None or _LEADS_TO_NOUNS.fullmatch(match["gerund"] or ""):
            continue
        before = any(v < at for v in verbs)
        commas = [m.start() for m in re.finditer(",", text[: sentence.end]) if m.start() >= match.end()]
        ends = (c for c in commas if any(c < v < next((d for d in commas if d > c), sentence.end) for v in verbs))
        end = next(ends, None) if at == head else next(iter(commas), None)
        done_before = match["perfect"] is not None
        if end is None and (at == head or not done_before):
            continue  # "attacked the village, killing Weber": what came of it
        if before and not done_before:
            continue
        if at == head and end is not None:
            main = next(v for v in verbs if v > end)
            out.append(EnglishPhrase(Span(at, end), done_before, Span(end, main)))
        else:
            first = next((v for v in verbs if v < at), at)
            out.append(EnglishPhrase(Span(at, end or sentence.end), done_before, Span(sentence.begin, first)))
    return out


def subjects(page: Page, event: Mention, near: Sequence[Mention], sentence: Span) -> set[str]:
    """Return who does what a phrase at the head of its sentence tells: "Having visited Oslo, Berg met Weber"."""
    if language_of(page.article.language, page.text) != "en":
        return set()
    found = english_phrases(page.text, sentence, [m.span for m in near])
    mine = [p for p in found if p.span.covers(event.span) and p.subject.begin >= p.span.end]
    return {m.id for m in near for p in mine if p.subject.covers(m.span)}


def _in_english_phrases(
    page: Page, event: Mention, near: Sequence[Mention], sentence: Span
) -> tuple[set[str], set[str]]:
    within, circumstances = _befallen(page.text, event, near, sentence)
    who, whatever = {m.id for m in within}, {m.id for m in circumstances}
    for phrase in english_phrases(page.text, sentence, [m.span for m in near]):
        inside = phrase.span.covers(event.span)
        apart = {m.id for m in near if phrase.span.covers(m.span) != inside}
        who |= {m.id for m in near if m.id in apart and not (inside and phrase.subject.covers(m.span))}
        whatever |= apart if phrase.done_before else set()
    return who, whatever


def _befallen(
    text: str, event: Mention, near: Sequence[Mention], sentence: Span
) -> tuple[Sequence[Mention], Sequence[Mention]]:
    """Return what stands in a phrase of what befell who does the rest: as who or what, and as when or where.

    In "Held in Oslo, the talks ended" it is the event that was; and one is asked where and when one then speaks.
    """
    head = sentence.begin + len(sentence.of(text)) - len(sentence.of(text).lstrip(' "“«'))
    match = _BEFALLEN.match(text, head, sentence.end)
    if match is None or any(m.span.begin < match.end() and m.span.end > head for m in near):
        return (), ()
    verbs = [v for v in verbs_in(text, sentence, [m.span for m in near], "en") if v > match.end()]
    commas = [m.start() for m in re.finditer(",", text[: sentence.end]) if m.start() >= match.end()]
    for comma, after in zip(commas, [*commas[1:], sentence.end], strict=True):
        main = next((v for v in verbs if comma < v < after), -1)
        if main < 0 and comma < event.span.begin < after:
            main = event.span.begin
        who = [m for m in near if m.layer is Layer.ENTITY and comma < m.span.begin < main]
        if main >= 0:
            if event.span.begin < main or not who:
                return (), ()
            within = [m for m in near if m.span.end <= comma]
            return within, [] if _ASKED.match(text, head) else within
    return (), ()


def phrases(text: str, sentence: Span, language: str) -> list[Span]:
    """Return the phrases of a sentence that have such a verb, each with it; none in other languages."""
    if language in ("tr", "kk"):
        verbs = list((_TURKISH if language == "tr" else _KAZAKH).finditer(text, sentence.begin, sentence.end))
        where = [Span(*m.span()) for m in _WHERE_ONE_IS[language].finditer(text, sentence.begin, sentence.end)]
        begins = [max(sentence.begin, text.rfind(",", sentence.begin, v.start()) + 1) for v in verbs]
        return where + [Span(begin, v.end()) for begin, v in zip(begins, verbs, strict=True)]
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
    if language == "en":
        return _in_english_phrases(page, event, near, sentence)
    found = phrases(page.text, sentence, language)
    apart = [m for m in near if any(p.covers(event.span) != p.covers(m.span) for p in found)]
    if language == "ru":
        inside = any(p.covers(event.span) for p in found)
        return (set() if inside else {m.id for m in apart}), {m.id for m in apart}
    cases = {m.id: case_of(page, m, near, event.span.begin, "") for m in apart if m.layer is Layer.ENTITY}
    return {i for i, case in cases.items() if case.word or case.aimed}, {m.id for m in apart}

"""Who and what of an event's sentence is told of elsewhere in it: in other clauses, phrases, speeches and shares."""

import re
from collections.abc import Sequence

from dateline.assist.event_nouns import beside_the_noun, beside_what_is_ahead
from dateline.assist.gapping import gapped
from dateline.assist.nonfinite import in_phrases
from dateline.assist.quotes import only_says, parted, speeches
from dateline.assist.relatives import only_wished
from dateline.assist.role_cases import VERB_LAST
from dateline.assist.role_described import only_describes
from dateline.assist.role_features import joined
from dateline.assist.role_kinds import is_mutual
from dateline.assist.role_leads import is_of_what_is_meant
from dateline.assist.role_times import moved_to
from dateline.assist.said_of_others import says_it_of_others
from dateline.assist.told_words import is_finite
from dateline.model.annotation import Layer, Mention
from dateline.model.language import language_of
from dateline.model.page import Page
from dateline.model.schema import LabelType
from dateline.model.text import Span

_DONE_BY = re.compile(
    r"(?<= )(?!led|headed|chaired|represented)(?:\w+ed|given|made|held|taken|brought|built|written) "
    r"by (?:the |a |an )?$"
)
# Who only goes with another one: "в сопровождении Дуды", "Duda eşliğinde".
_IN_TOW = re.compile(r"\b[Вв] сопровождении (?:[а-яё-]+ ){0,4}$")
# "Beraberinde Berg ve Dahl ile", but not what one brings along: "beraberinde getirdi".
_WITH_HIM = re.compile(
    r"\b[Bb]eraberinde(?:ki)?\s+(?!(?:getir|götür|taşı|bulun|sürükle|al[dıam])\w*)(?P<who>[^;:]{0,80}?)$"
)
_WITH = re.compile(r"\bile\b|\w['’]?l[ae]\b")
_AND_WITH = re.compile(r"(?:['’]\w+)?\s+(?:ile|ve)\b|['’]y?l[ae]\b|,\s")
_IN_TOW_BEHIND = re.compile(r"(?:['’]\w+)? (?:eşliğinde|refakatinde|сүйемелдеуімен)\b")
_HELPED = re.compile(r"\b(?:was|were|been|being|is|are|be|and|or) $")


def in_other_clauses(
    page: Page, event: Mention, label: LabelType, near: Sequence[Mention], sentence: Span
) -> tuple[set[str], set[str]]:
    """Return what is told of in other clauses of the event's sentence: as who or what, and as when or where."""
    from dateline.assist.clauses import Clauses  # their patterns take a while to compile
    from dateline.assist.role_places import places_of_other_things

    triggers = [m.span for m in page.mentions.values() if m.layer is Layer.EVENT and sentence.covers(m.span)]
    names = [m.span for m in near]
    clauses = Clauses(page.text, sentence, triggers, names, page.article.language)
    who = {m.id for m in near if clauses.apart(event.span, m.span)}
    whatever = {m.id for m in near if m.id in who and clauses.apart(event.span, m.span, circumstance=True)}
    who |= {m.id for m in near if only_says(page.text, event, m, near)}
    who |= {m.id for m in near if _says_it_of_others(page.text, event, m, near)}
    if not is_mutual(label, event, page.text):  # who tells of talks after them has often taken part
        others, circumstances = beside_the_noun(page.text, sentence, event, near)
        who, whatever = who | others, whatever | circumstances
    else:
        whatever |= beside_what_is_ahead(page.text, sentence, event, near)
    said = speeches(page.text, sentence)
    unsaid = {m.id for m in near if parted(said, event.span, m.span)}
    led, circumstances = in_phrases(page, event, near, sentence)
    who, whatever = who | led, whatever | circumstances
    whatever -= moved_to(page, event, near)  # "was planned for Monday, but put off to Friday"
    last = language_of(page.article.language, page.text) in VERB_LAST
    who |= {m.id for m in near if _is_by_whom_another_is_done(page.text, event, m) or _is_in_tow(page.text, m)}
    whatever |= only_describes(page, event, near)
    unsaid |= gapped(page.text, event, near, verb_last=last)
    unsaid |= places_of_other_things(page, event, near) | only_wished(page, event, near, sentence)
    return who | unsaid, whatever | unsaid | {m.id for m in near if is_of_what_is_meant(page.text, event, m)}


def _says_it_of_others(text: str, event: Mention, mention: Mention, near: Sequence[Mention]) -> bool:
    """Say whether somebody, or who is listed with him, only tells what others do that are not named."""
    if mention.layer is not Layer.ENTITY or mention.span.end > event.span.begin:
        return False
    return any(
        says_it_of_others(text, event, m)
        for m in near
        if m.layer is Layer.ENTITY and m.span.begin >= mention.span.begin
        if m is mention or (m.span.end <= event.span.begin and joined(text, mention, m, near))
    )


def _is_by_whom_another_is_done(text: str, event: Mention, mention: Mention) -> bool:
    """Say whether somebody did what is only named behind a verb: "protested against cuts announced by Weber"."""
    if event.span.end > mention.span.begin or not is_finite(event.text_of(text).split()[0]):
        return False
    done = _DONE_BY.search(text, event.span.end, mention.span.begin)
    return done is not None and not _HELPED.search(text[event.span.end : done.start()])


def _is_in_tow(text: str, mention: Mention) -> bool:
    before = _IN_TOW.search(text, max(0, mention.span.begin - 80), mention.span.begin)
    with_him = _WITH_HIM.search(text, max(0, mention.span.begin - 100), mention.span.begin)
    if with_him and _AND_WITH.match(text, mention.span.end) and not _WITH.search(with_him["who"]):
        return True
    return before is not None or _IN_TOW_BEHIND.match(text, mention.span.end) is not None

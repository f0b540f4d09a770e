"""What lies ahead of an article, and what its words say has happened: the two do not go together."""

from itertools import pairwise

from dateline.assist.told_as import has_happened, told_as
from dateline.assist.told_elsewhere import told_elsewhere
from dateline.assist.told_words import FIXED, IF, MAY, REPORTS, TOKEN, WILL, is_finite
from dateline.assist.turned_out import outcome_of
from dateline.model.annotation import Mention, TimeValue
from dateline.model.calendar import DAY, from_iso
from dateline.model.language import language_of
from dateline.model.page import Page
from dateline.model.text import sentence_at

_PLANNED = frozenset(("due", "scheduled", "planned", "slated", "expected", "set"))
_PRESENT = frozenset(("is", "are", "has", "have", "does", "do", "says"))


def lies_ahead(page: Page, value: TimeValue) -> bool:
    """Say whether a time begins after the article's day."""
    begin = value.when.begin if value.when else None
    if begin is None:
        return False
    try:
        published = from_iso(page.article.published)
    except ValueError:
        return False
    return begin >= (published // DAY + 1) * DAY


def is_told_as_past(page: Page, event: Mention) -> bool:
    """Say whether an event's own words tell that it has happened: what is still ahead is not its time."""
    language = language_of(page.article.language, page.text)
    if language == "en":
        return has_happened(page.text, event.span)
    return told_elsewhere(page.text, event.span, language)[1]


def is_plainly_past(page: Page, event: Mention) -> bool:
    """Say whether nothing but what is past is told around an event: "The visit was agreed a week earlier"."""
    if is_told_as_past(page, event):
        return True
    language, sentence = language_of(page.article.language, page.text), sentence_at(page.text, event.span.begin)
    if outcome := outcome_of(page.text, event.span, language):
        return not outcome.manners
    if language != "en" or sentence is None or told_as(page.text, event.span):
        return False
    written = TOKEN.findall(sentence.of(page.text))
    words = {w.lower() for w in written}
    leads_on = any(w.lower() in FIXED and after == "to" for w, after in pairwise(written))
    if leads_on or words & (WILL | IF | _PLANNED) or any(w in MAY for w in written):
        return False
    return any(is_finite(w) and w not in REPORTS and w not in _PRESENT for w in written)

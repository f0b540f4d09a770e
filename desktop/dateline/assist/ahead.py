"""What lies ahead of an article, and what its words say has happened: the two do not go together."""

from dateline.assist.told_as import has_happened
from dateline.assist.told_elsewhere import told_elsewhere
from dateline.model.annotation import Mention, TimeValue
from dateline.model.calendar import DAY, from_iso
from dateline.model.language import language_of
from dateline.model.page import Page


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

"""The ways the article list can be sorted."""

from collections.abc import Iterable
from enum import StrEnum

from PySide6.QtCore import QCoreApplication

from dateline.model.article import State
from dateline.model.calendar import NOT_KNOWN, publication_order
from dateline.model.text import fold
from dateline.store.articles import ArticleSummary

_STATES = {State.STARTED: 0, State.NEW: 1, State.DONE: 2, State.SKIPPED: 3}


class Order(StrEnum):
    """What the list is sorted by; articles that are alike in it stay in the order of their import."""

    IMPORT = "import"
    OLDEST = "oldest"
    NEWEST = "newest"
    TITLE = "title"
    STATE = "state"

    @property
    def shown(self) -> str:
        """What it is called in the person's language."""
        names = {
            Order.IMPORT: QCoreApplication.translate("ArticleList", "As imported"),
            Order.OLDEST: QCoreApplication.translate("ArticleList", "Oldest first"),
            Order.NEWEST: QCoreApplication.translate("ArticleList", "Newest first"),
            Order.TITLE: QCoreApplication.translate("ArticleList", "By title"),
            Order.STATE: QCoreApplication.translate("ArticleList", "Started, new, done, skipped"),
        }
        return names[self]

    def parts(self, one: ArticleSummary, other: ArticleSummary) -> bool:
        """Say whether two versions of an article may stand in different places."""
        if self is Order.STATE:
            return one.state is not other.state
        if self is Order.TITLE:
            return one.name != other.name
        return self is not Order.IMPORT and one.published != other.published

    @classmethod
    def of(cls, name: str) -> "Order":
        """Return the order of this name, as settings keep it; that of the import for a name that is none."""
        return cls(name) if name in set(cls) else cls.IMPORT


def in_order(rows: Iterable[ArticleSummary], order: Order) -> list[ArticleSummary]:
    """Return articles, given in any order, sorted; where no date is known it comes last either way."""
    known = sorted(rows, key=lambda r: (r.position, r.id))
    if order is Order.TITLE:
        known.sort(key=lambda r: fold(r.name))
    elif order is Order.STATE:
        known.sort(key=lambda r: _STATES[r.state])
    elif order in (Order.OLDEST, Order.NEWEST):
        known.sort(key=lambda r: publication_order(r.published), reverse=order is Order.NEWEST)
        known.sort(key=lambda r: publication_order(r.published) == NOT_KNOWN)
    return known

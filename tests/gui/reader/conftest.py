"""Pages made by hand for the reader's tests."""

from collections.abc import Callable
from itertools import count
from typing import TYPE_CHECKING

import pytest
from pytestqt.qtbot import QtBot

from dateline.gui.reader.view import ReaderView
from dateline.gui.theme import theme
from dateline.model.annotation import Argument, Layer, Mention
from dateline.model.article import Article
from dateline.model.changes import Changes, Kind
from dateline.model.page import Page
from dateline.model.schema import LabelType, Schema
from dateline.model.text import Span

if TYPE_CHECKING:
    from tests.gui.reader.hand import Hand

LABELS = [
    (Layer.ENTITY, "Person", "PER"),
    (Layer.ENTITY, "Organization", "ORG"),
    (Layer.ENTITY, "Place", "LOC"),
    (Layer.TIME, "Date", "DAT"),
    (Layer.EVENT, "Meet", "MEE"),
    (Layer.RELATION, "Part of", "PRT"),
]


@pytest.fixture
def schema() -> Schema:
    return Schema("test", types=tuple(LabelType(n, la, n, code=c) for la, n, c in LABELS))


class PageMaker:
    """Builds a page by quoting its text."""

    def __init__(self, text: str, **article: str) -> None:
        self.page = Page(Article("article", text, **article), "me")
        self._ids = count(1)

    def span(self, quote: str, nth: int = 0) -> Span:
        at = -1
        for _ in range(nth + 1):
            at = self.page.text.index(quote, at + 1)
        return Span(at, at + len(quote))

    def mention(self, label: str, *quotes: str, nth: int = 0) -> str:
        layer = next(la for la, n, _ in LABELS if n == label)
        made = Mention(
            f"m{next(self._ids)}", "article", "me", layer, label, tuple(sorted(self.span(q, nth) for q in quotes))
        )
        self.page.mentions[made.id] = made
        return made.id

    def argument(self, event: str, role: str, filler: str) -> str:
        made = Argument(f"a{next(self._ids)}", event, role, filler)
        self.page.arguments[made.id] = made
        return made.id


def added(*ids: str, kind: Kind = Kind.MENTION) -> Changes:
    return Changes(added={kind: frozenset(ids)}, articles=frozenset({"article"}))


def removed(*ids: str, kind: Kind = Kind.MENTION) -> Changes:
    return Changes(removed={kind: frozenset(ids)}, articles=frozenset({"article"}))


@pytest.fixture
def make() -> Callable[..., PageMaker]:
    return PageMaker


@pytest.fixture
def reader(qtbot: QtBot) -> ReaderView:
    view = ReaderView(theme("light"))
    view.resize(900, 600)
    qtbot.addWidget(view)
    view.show()
    qtbot.waitExposed(view)
    view.setFocus()
    return view


@pytest.fixture
def hand(reader: ReaderView, make: Callable[..., PageMaker], schema: Schema, qtbot: QtBot) -> "Hand":
    from tests.gui.reader.hand import TEXT, Hand  # it needs PageMaker

    made = make(TEXT)
    reader.set_page(made.page, schema)
    return Hand(reader, made, qtbot)

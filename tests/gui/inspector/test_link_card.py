"""What the card of the thing behind a mention offers: each thing in words that no other has."""

from collections.abc import Sequence

import pytest
from PySide6.QtWidgets import QApplication, QToolButton
from pytestqt.qtbot import QtBot

from dateline.assist.things import ThingProposal
from dateline.gui.inspector.link_card import LinkCard, Thing
from dateline.model.registry import Entity, Happening
from dateline.model.schema import Schema
from dateline.model.timex import when_from_value

SUMMIT = "Summit of the Shanghai Cooperation Organisation"


@pytest.fixture
def card(qtbot: QtBot) -> LinkCard:
    card = LinkCard()
    qtbot.addWidget(card)
    return card


def offered(card: LinkCard, things: Sequence[Thing], *, likeliest: bool = True) -> list[str]:
    """Propose things; return what is on the buttons that link to them."""
    proposals = [ThingProposal(thing, 1.0, ()) for thing in things]
    first = things[0] if likeliest else None
    event = isinstance(things[0], Happening)
    card.show_thing(None, proposals, first, lambda: things, (), 0, about="m", words="x", event=event, schema=Schema())
    others = [b.text() for b in card.findChildren(QToolButton) if "S" in b.text()]
    return [*([card.proposal.text()] if likeliest else []), *others]


def test_long_names_that_begin_alike_are_all_offered_and_told_apart(card: LinkCard) -> None:
    said = offered(card, [Happening(year, f"{SUMMIT} {year}") for year in ("2023", "2024", "2025")])
    assert [year for text in said for year in ("2023", "2024", "2025") if year in text] == ["2023", "2024", "2025"]
    assert len(said) == 3


def test_long_names_that_are_the_same_are_told_apart_by_their_dates(card: LinkCard) -> None:
    dates = ("2023-07-04", "2024-07-04")
    said = offered(card, [Happening(day, SUMMIT, "CONSULT", when_from_value(day)) for day in dates], likeliest=False)
    assert len(said) == 2
    assert ["2023" in said[0], "2024" in said[1]] == [True, True]


@pytest.mark.parametrize("width", [180, 260, 900])
def test_in_a_narrow_inspector_the_button_keeps_its_verb_and_its_key(card: LinkCard, width: int) -> None:
    """It was cut at both ends: neither what the button does nor the key that presses it could be read."""
    offered(card, [Happening("h", SUMMIT)])
    card.resize(width, 300)
    card.show()
    QApplication.processEvents()
    shown = card.proposal.shown_text()
    assert shown.startswith("Link to")
    assert shown.endswith("=")
    assert card.proposal.fontMetrics().horizontalAdvance(shown) < card.proposal.width() <= width
    assert (shown == card.proposal.text()) is (width == 900)


def test_a_thing_can_be_looked_for_among_others_of_its_name_and_type(card: LinkCard) -> None:
    things = [Entity(f"e{n}", "Springfield", "GPE", external_id=f"Q{n}") for n in (1, 2)]
    offered(card, things)
    card.field.textEdited.emit("S")
    completer, chosen = card.field.completer(), list[str]()
    card.link_wanted.connect(lambda thing: chosen.append(thing.id))
    for row in range(completer.model().rowCount()):
        completer.activated.emit(completer.model().index(row, 0).data())
    assert chosen == ["e1", "e2"]

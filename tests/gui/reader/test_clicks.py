"""Clicks beside words, quick clicks, stepping out, and hovering while something is dragged."""

import pytest
from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication

from dateline.gui.reader.units import Granularity
from dateline.model.text import Span
from tests.gui.reader.hand import ALT, CTRL, NONE, SHIFT, Hand, show


def between(hand: Hand, left: str, right: str) -> QPoint:
    """The middle of the gap between two words of one line."""
    first, second = hand.reader.rect_of(hand.made.span(left)), hand.reader.rect_of(hand.made.span(right))
    return QPoint((first.right() + second.left()) // 2, first.center().y())


# Beside the words


def test_a_click_between_two_words_takes_the_nearer_one(hand):
    first, second = hand.reader.rect_of(hand.made.span("Foreign")), hand.reader.rect_of(hand.made.span("Affairs"))
    hand.click(QPoint(first.right() + 2, first.center().y()))
    assert hand.words == ["Foreign"]
    hand.click(QPoint(second.left() - 1, first.center().y()))
    assert hand.words == ["Affairs"]


def test_a_click_on_punctuation_takes_the_word_before_it(hand):
    hand.click(hand.edge("Astana,", end=True) - QPoint(2, 0))
    assert hand.words == ["Astana"]


def test_a_click_a_little_beyond_a_line_takes_its_last_word(hand):
    hand.click(hand.edge("noon.", end=True) + QPoint(10, 0))
    assert hand.words == ["noon"]


def test_a_click_in_the_tag_row_takes_the_word_under_it(hand):
    rect = hand.reader.rect_of(hand.made.span("envoys"))
    hand.click(QPoint(rect.center().x(), rect.top() - 6))
    assert hand.words == ["envoys"]


def test_a_click_far_from_any_word_clears_the_selection(hand):
    hand.click("Astana")
    seen = []
    hand.reader.selection_changed.connect(seen.append)
    hand.click(hand.edge("noon.", end=True) + QPoint(200, 0))
    assert (hand.words, seen) == ([], [()])
    hand.click("Astana")
    hand.click(QPoint(hand.middle("Astana").x(), hand.reader.viewport().height() - 4))
    assert hand.words == []


def test_a_click_far_from_any_word_leaves_a_mention(hand, schema, qtbot):
    mention = hand.made.mention("Place", "Astana")
    show(hand, schema)
    hand.reader.select_mention(mention)
    with qtbot.waitSignal(hand.reader.mention_selected) as seen:
        hand.click(hand.edge("noon.", end=True) + QPoint(200, 0))
    assert (seen.args, hand.words) == ([None], [])


def test_a_click_on_the_space_inside_a_mention_goes_on_to_a_word(hand, schema):
    mention = hand.made.mention("Organization", "United Nations World")
    show(hand, schema)
    gap = between(hand, "United", "Nations")
    hand.click(gap)
    assert hand.reader.selected_mention() == mention
    hand.click(gap)
    assert hand.reader.selected_mention() is None
    assert hand.words[0] in ("United", "Nations")


def test_far_clicks_while_armed_tag_nothing(hand, qtbot):
    hand.reader.set_armed(True)
    with qtbot.assertNotEmitted(hand.reader.clicked_word, wait=10):
        hand.click(hand.edge("noon.", end=True) + QPoint(200, 0))


# Quick clicks


def press_twice(hand: Hand, first: QPoint, second: QPoint) -> None:
    """What the system sends for two quick clicks near one another: the second comes as a double click."""
    hand.click(first)
    hand.send(QEvent.Type.MouseButtonDblClick, second, NONE, down=True)
    hand.send(QEvent.Type.MouseButtonRelease, second, NONE, down=False)


def test_a_quick_second_click_on_another_word_is_a_click(hand):
    first = hand.reader.rect_of(hand.made.span("in Astana"))
    second = hand.reader.rect_of(hand.made.span("Astana"))
    y = second.center().y()
    press_twice(hand, QPoint(second.left() - 6, y), QPoint(second.left() + 2, y))
    assert first.left() < second.left()
    assert hand.words == ["Astana"]


def test_a_quick_second_press_on_another_word_can_drag(hand):
    point = hand.middle("talks")
    hand.click("that")
    hand.send(QEvent.Type.MouseButtonDblClick, point, NONE, down=True)
    hand.send(QEvent.Type.MouseMove, hand.middle("in Astana"), NONE, down=True)
    hand.send(QEvent.Type.MouseMove, hand.middle("Astana"), NONE, down=True)
    hand.send(QEvent.Type.MouseButtonRelease, hand.middle("Astana"), NONE, down=False)
    assert hand.words == ["talks in Astana"]


def test_a_third_quick_click_on_another_word_is_a_click(hand):
    hand.double("Foreign")
    hand.click("talks")
    assert hand.words == ["talks"]


# Dragging


def test_shift_drag_follows_the_pointer_both_ways(hand):
    hand.click("talks")
    start, back = hand.middle("capital"), hand.middle("Astana")
    hand.drag(start, back, SHIFT)
    assert hand.words == ["talks in Astana"]


def test_nothing_is_hovered_while_something_is_dragged(hand, schema):
    hand.made.mention("Place", "Astana")
    show(hand, schema)
    seen = []
    hand.reader.hovered.connect(lambda h: seen.append(h and h.id))
    hand.drag(hand.middle("talks"), hand.middle("Astana"))
    assert seen == []


def test_a_press_takes_the_hover_away(hand, schema):
    mention = hand.made.mention("Place", "Astana")
    show(hand, schema)
    seen = []
    hand.reader.hovered.connect(lambda h: seen.append(h and h.id))
    hand.send(QEvent.Type.MouseMove, hand.middle("Astana"), NONE, down=False)
    hand.drag(hand.middle("Astana"), hand.middle("talks"))
    assert seen == [mention, None]


@pytest.mark.parametrize("held", [NONE, CTRL | ALT])
def test_a_given_up_drag_hovers_nothing_before_the_release(hand, schema, held):
    hand.made.mention("Place", "Astana")
    show(hand, schema)
    seen = []
    hand.reader.hovered.connect(lambda h: seen.append(h and h.id))
    hand.send(QEvent.Type.MouseButtonPress, hand.middle("talks"), held, down=True)
    hand.send(QEvent.Type.MouseMove, hand.middle("noon"), held, down=True)
    hand.key(Qt.Key.Key_Escape)
    hand.send(QEvent.Type.MouseMove, hand.middle("Astana"), held, down=True)
    hand.send(QEvent.Type.MouseButtonRelease, hand.middle("Astana"), held, down=False)
    assert seen == []


def _line_at_the_bottom(hand: Hand) -> int:
    at = hand.reader.visible_lines()[-1].line
    return int(hand.reader.page().text[at.begin : at.end].split()[1])


def test_a_drag_beyond_the_edge_scrolls_and_stays_exact(hand, schema, make, qtbot):
    made = make("".join(f"Line {i} has some words.\n" for i in range(200)))
    hand.reader.set_page(made.page, schema)
    QApplication.processEvents()  # the scroll bar comes and the column moves
    start = hand.reader.rect_of(made.span("ine 1 has")).topLeft() + QPoint(1, 8)
    below = QPoint(start.x() + 200, hand.reader.viewport().height() + 60)
    hand.send(QEvent.Type.MouseButtonPress, start, ALT, down=True)
    hand.send(QEvent.Type.MouseMove, below, ALT, down=True)
    reached = made.span(f"Line {_line_at_the_bottom(hand)} ").end
    qtbot.waitUntil(lambda: hand.reader.scroll_offset() > 150)
    hand.send(QEvent.Type.MouseButtonRelease, below, ALT, down=False)
    (span,) = hand.reader.selection()
    assert made.page.text[span.begin - 1 : span.begin + 5] == "Line 1"
    assert span.end > reached + len("has some words. Line 13")


# Escape


def test_escape_steps_out_one_thing_at_a_time(hand, schema):
    mention = hand.made.mention("Organization", "Foreign Affairs")
    show(hand, schema)
    hand.reader.select_mention(mention)
    seen = []
    for _ in range(2):
        hand.key(Qt.Key.Key_Escape)
        seen.append((hand.reader.selected_mention(), hand.words))
    assert seen == [(None, ["Foreign"]), (None, [])]
    assert not hand.reader.step_out()


def test_escape_drops_pieces_then_what_was_extended_then_the_cursor(hand):
    hand.click("Ministry")
    hand.click("talks", CTRL)
    hand.key(Qt.Key.Key_Right, SHIFT)
    seen = []
    for _ in range(3):
        hand.key(Qt.Key.Key_Escape)
        seen.append(hand.words)
    assert seen == [["talks in"], ["in"], []]


def test_after_escape_the_arrows_go_on_where_the_cursor_was(hand):
    hand.click("Ministry")
    hand.key(Qt.Key.Key_Escape)
    hand.key(Qt.Key.Key_Escape)
    assert hand.words == []
    hand.key(Qt.Key.Key_Right)
    assert hand.words == ["Ministry"]
    assert hand.reader.granularity() is Granularity.WORD


def test_after_escape_the_arrows_begin_in_view_where_the_place_no_longer_is(hand):
    hand.click("Ministry")
    hand.key(Qt.Key.Key_Escape)
    hand.reader.resize(320, 90)
    bar = hand.reader.verticalScrollBar()
    bar.setValue(bar.maximum())
    assert bar.value() > hand.reader.viewport().height()
    hand.key(Qt.Key.Key_Right)
    assert hand.reader.selection()[0].begin >= hand.reader.scroll_state()[0] > 0


# Going to a mention


def test_selecting_a_mention_scrolls_only_as_far_as_needed(hand, schema, make):
    made = make("".join(f"Line {i} has a few more words here.\n" for i in range(3000)))
    ids = {i: made.mention("Place", f"Line {i} ") for i in (3, 1500, 1504, 2990)}
    hand.reader.set_page(made.page, schema)
    view, pitch = hand.reader, hand.reader.sheet().grid.pitch
    hand.reader.select_mention(ids[3])
    assert view.scroll_offset() == 0
    hand.reader.select_mention(ids[1500])
    below = view.viewport().height() - view.rect_of(made.span("Line 1500 ")).bottom()
    assert 0 < below < 3 * pitch
    before = view.scroll_offset()
    hand.reader.select_mention(ids[1504])
    assert 0 < view.scroll_offset() - before < 5 * (pitch + 20)
    hand.reader.select_mention(ids[1500])
    assert view.viewport().rect().contains(view.rect_of(made.span("Line 1500 ")))
    hand.reader.select_mention(ids[2990])
    hand.reader.select_mention(ids[1504])
    above = view.rect_of(made.span("Line 1504 ")).top()
    assert 0 < above < 3 * pitch


def test_a_long_mention_is_shown_from_its_begin(hand, schema, make):
    made = make("Some words.\n" * 40 + "The long one " + "goes on " * 2000 + "to its end.\n" + "More.\n" * 40)
    long = made.mention("Person", made.page.text[made.page.text.index("The long") : made.page.text.index("More.")])
    hand.reader.set_page(made.page, schema)
    hand.reader.select_mention(long)
    assert hand.reader.viewport().rect().contains(hand.reader.rect_of(made.span("The long one")))


# The clipboard


def test_copying_over_a_line_end_gives_the_text_of_record(hand):
    hand.drag(hand.middle("went"), hand.middle("Officials"))
    hand.key(Qt.Key.Key_C, CTRL)
    assert QGuiApplication.clipboard().text() == "went on.\r\n\r\nOfficials"


def test_copying_pieces_and_a_discontinuous_mention(hand, schema):
    hand.click("Ministry")
    hand.click("talks", CTRL)
    hand.key(Qt.Key.Key_C, CTRL)
    assert QGuiApplication.clipboard().text() == "Ministry talks"
    mention = hand.made.mention("Person", "Officials", "envoys")
    show(hand, schema)
    hand.reader.select_mention(mention)
    hand.key(Qt.Key.Key_C, CTRL)
    assert QGuiApplication.clipboard().text() == "Officials envoys"


def test_ctrl_click_on_a_mention_makes_it_an_argument_of_the_selected_event(hand, schema, qtbot):
    met = hand.made.mention("Meet", "met")
    place, inner = hand.made.mention("Place", "Astana"), hand.made.mention("Organization", "United Nations")
    whole = hand.made.mention("Organization", "United Nations World Food Programme")
    show(hand, schema)
    hand.reader.select_mention(met)
    for quote, wanted in (("Astana", (place,)), ("Nations", (inner,)), ("Food", (whole,))):
        with (
            qtbot.waitSignal(hand.reader.arguments_requested) as asked,
            qtbot.assertNotEmitted(hand.reader.fragment_requested),
        ):
            hand.click(quote, CTRL)
        assert asked.args == [met, wanted]
    with qtbot.waitSignal(hand.reader.fragment_requested), qtbot.assertNotEmitted(hand.reader.arguments_requested):
        hand.click("there", CTRL)


def test_ctrl_drag_over_mentions_takes_the_outer_ones_that_lie_wholly_inside(hand, schema, qtbot):
    met, left = hand.made.mention("Meet", "met"), hand.made.mention("Meet", "left")
    outer = hand.made.mention("Organization", "United Nations World Food Programme")
    hand.made.mention("Organization", "United Nations")
    officials = hand.made.mention("Person", "Officials")
    noon = hand.made.mention("Date", "noon")
    show(hand, schema)
    hand.reader.select_mention(met)
    with qtbot.waitSignal(hand.reader.arguments_requested) as asked:
        hand.drag(hand.middle("Officials"), hand.middle("left"), CTRL)
    assert asked.args == [met, (officials, outer)]
    assert hand.reader.selected_mention() == met
    hand.reader.select_mention(noon)
    with qtbot.waitSignal(hand.reader.fragment_requested):
        hand.click("Officials", CTRL)  # no event is selected: a piece, as ever
    assert left in hand.made.page.mentions


def test_a_quick_second_ctrl_click_is_another_ctrl_click(hand, schema, qtbot):
    met, place = hand.made.mention("Meet", "met"), hand.made.mention("Place", "Astana")
    show(hand, schema)
    hand.reader.select_mention(met)
    hand.click("Astana", CTRL)
    with qtbot.waitSignal(hand.reader.arguments_requested) as asked:
        hand.send(QEvent.Type.MouseButtonDblClick, hand.middle("Astana"), CTRL, down=True)
        hand.send(QEvent.Type.MouseButtonRelease, hand.middle("Astana"), CTRL, down=False)
    assert (asked.args, hand.reader.selected_mention()) == ([met, (place,)], met)


@pytest.mark.parametrize(
    ("amount", "digits"),
    [
        *(("$10", "10"), ("€2,500", "2,500"), ("£7", "7"), ("₺40", "40"), ("₸1.5", "1.5")),
        *(("US$90", "90"), ("15%", "15"), ("60€", "60"), ("$10bn", "10bn")),
    ],
)
def test_a_number_is_taken_with_the_sign_of_what_it_counts(hand, schema, make, amount, digits):
    made = make(f"They lent {amount} million, or more, to 4 banks.")
    hand.made = made
    show(hand, schema)
    whole, number = made.span(amount), made.span(digits)
    for position in range(whole.begin, whole.end):
        hand.click(hand.reader.rect_of(Span(position, position + 1)).center())
        assert hand.words == [amount]
    end = hand.middle("million")
    for begin in (number.begin, whole.begin):
        hand.drag(hand.reader.rect_of(Span(begin, begin + 1)).center(), end)
        assert hand.words == [f"{amount} million"]
    hand.drag(end, hand.reader.rect_of(Span(number.begin, number.begin + 1)).center())
    assert hand.words == [f"{amount} million"]
    hand.click("lent")
    walked = []
    for _ in range(3):
        hand.key(Qt.Key.Key_Right)
        walked += hand.words
    assert walked == [amount, "million", "or"]
    hand.key(Qt.Key.Key_Left)
    hand.key(Qt.Key.Key_Left)
    assert hand.words == [amount]


def test_a_drag_inside_a_hyphenated_word_takes_its_parts(hand, schema, make):
    made = make("The Peru-Chile talks of 2014-2015.")
    hand.made = made
    show(hand, schema)
    hand.drag(hand.edge("Peru") + QPoint(9, 0), hand.edge("Peru", end=True) - QPoint(3, 0))
    assert hand.words == ["Peru"]
    hand.drag(hand.edge("2015") + QPoint(4, 0), hand.edge("2015", end=True) - QPoint(2, 0))
    assert hand.words == ["2015"]
    hand.drag(hand.edge("Peru") + QPoint(9, 0), hand.middle("Chile"))
    assert hand.words == ["Peru-Chile"]
    hand.drag(hand.middle("Chile"), hand.middle("talks"))
    assert hand.words == ["Peru-Chile talks"]
    hand.click("Chile")
    assert hand.words == ["Peru-Chile"]

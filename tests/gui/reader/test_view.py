"""What the reader does with mouse and keys: every row of the table of gestures."""

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QGuiApplication, QKeyEvent, QMouseEvent, QWheelEvent
from PySide6.QtWidgets import QApplication

from dateline.gui import layouts
from dateline.gui.reader.hits import Target
from dateline.gui.reader.scene import Suggestion
from dateline.gui.reader.units import Granularity
from dateline.model.annotation import Layer, Mention
from dateline.model.changes import Changes
from dateline.model.text import Span
from tests.gui.reader.conftest import PageMaker, added, removed
from tests.gui.reader.hand import ALT, CTRL, NONE, SHIFT, TEXT, Hand, show

# Selecting words


@pytest.mark.parametrize(
    "quote", ["Ministry", "Astana", "noon", "وزارة", "أشخاص", "Türkiye", "Қазақстан", "Çavuşoğlu", "🚨", "United"]
)
def test_a_click_takes_the_word(hand, quote):
    hand.click(quote)
    assert hand.words == [quote]


def test_a_click_on_words_says_so_once(hand):
    selected, clicked = [], []
    hand.reader.selection_changed.connect(selected.append)
    hand.reader.clicked_word.connect(clicked.append)
    hand.click("Astana")
    assert (selected, clicked) == ([(hand.made.span("Astana"),)], [hand.made.span("Astana")])


def test_a_drag_snaps_to_words_and_drops_punctuation(hand):
    hand.drag(hand.middle("Foreign"), hand.middle("ffairs"))
    assert hand.words == ["Foreign Affairs"]
    hand.drag(hand.middle("talks"), hand.edge("Astana,", end=True) + QPoint(-1, 0))
    assert hand.words == ["talks in Astana"]


def test_a_drag_backwards_and_over_lines(hand):
    hand.drag(hand.middle("envoys"), hand.middle("capital"))
    assert hand.words == ["capital, went on.\r\n\r\nOfficials met the envoys"]


def test_alt_drag_is_exact(hand):
    hand.drag(hand.edge("inistry of For"), hand.edge("inistry of For", end=True), ALT)
    assert hand.words == ["inistry of For"]


def test_shift_click_extends(hand):
    hand.click("talks")
    hand.click("capital", SHIFT)
    assert hand.words == ["talks in Astana, the capital"]


def test_ctrl_click_adds_a_piece(hand):
    hand.click("Ministry")
    hand.click("talks", CTRL)
    assert hand.words == ["Ministry", "talks"]


def test_double_click_takes_the_name_and_a_third_click_the_sentence(hand):
    hand.double("Foreign")
    assert hand.words == ["Ministry of Foreign Affairs"]
    hand.click("Foreign")
    assert hand.words == ["The Ministry of Foreign Affairs said on Monday that talks in Astana, the capital, went on."]


def test_copying_gives_the_text_of_record(hand):
    hand.drag(hand.middle("oğlu"), hand.middle("Bey"))
    hand.key(Qt.Key.Key_C, CTRL)
    assert QGuiApplication.clipboard().text() == "Çavuşoğlu\u00a0Bey"


# The word cursor


def test_arrows_walk_words_across_paragraphs(hand):
    hand.click("went")
    seen = []
    for _ in range(3):
        hand.key(Qt.Key.Key_Right)
        seen += hand.words
    assert seen == ["on", "Officials", "met"]
    hand.key(Qt.Key.Key_Left)
    assert hand.words == ["Officials"]


def test_arrows_go_where_they_point_in_right_to_left_text(hand):
    hand.click("وزارة")
    hand.key(Qt.Key.Key_Left)
    assert hand.words == ["الصحة"]


def test_shift_extends_and_gives_back(hand):
    hand.click("talks")
    hand.key(Qt.Key.Key_Right, SHIFT)
    hand.key(Qt.Key.Key_Right, SHIFT)
    assert hand.words == ["talks in Astana"]
    hand.key(Qt.Key.Key_Left, SHIFT)
    assert hand.words == ["talks in"]


def test_ctrl_jumps_sentences(hand):
    hand.click("envoys")
    hand.key(Qt.Key.Key_Right, CTRL)
    assert hand.words == ["They"]
    hand.key(Qt.Key.Key_Left, CTRL)
    hand.key(Qt.Key.Key_Left, CTRL)
    assert hand.words == ["The"]


def test_home_and_end_go_to_the_edges_of_the_paragraph(hand):
    hand.click("envoys")
    hand.key(Qt.Key.Key_End)
    assert hand.words == ["noon"]
    hand.key(Qt.Key.Key_Home, SHIFT)
    assert hand.words[0].startswith("Officials met")
    hand.key(Qt.Key.Key_Home, CTRL)
    assert hand.words == ["The"]


@pytest.mark.parametrize("select", [False, True])
def test_ctrl_home_and_end_go_to_the_ends_of_the_article_whether_or_not_a_word_is_selected(hand, schema, make, select):
    made = make("First line of all.\n" + "A line of text.\n" * 300 + "The very last.")
    hand.reader.set_page(made.page, schema)
    bar = hand.reader.verticalScrollBar()
    for key, words in ((Qt.Key.Key_End, "last"), (Qt.Key.Key_Home, "First")):
        hand.reader.move_to(None)
        bar.setValue(bar.maximum() // 2)
        if select:
            hand.click(QPoint(hand.reader.column_left() + 20, 300))
            assert hand.reader.selection()
        hand.key(key, CTRL)
        assert [s.of(made.page.text) for s in hand.reader.selection()] == [words]
        assert hand.reader.viewport().rect().intersects(hand.reader.rect_of(made.span(words)))
    assert hand.reader.scroll_offset() == 0


def test_up_and_down_keep_the_column(hand):
    hand.click("Astana")
    hand.key(Qt.Key.Key_Down)
    assert hand.words == ["on"]  # the last word of a short line
    hand.key(Qt.Key.Key_Down)
    below = hand.reader.rect_of(hand.reader.selection()[0])
    assert below.left() - 40 <= hand.middle("Astana").x() <= below.right() + 40
    hand.key(Qt.Key.Key_Up)
    hand.key(Qt.Key.Key_Up)
    assert hand.words == ["Astana"]


@pytest.mark.parametrize(
    ("key", "expected"),
    [
        (Qt.Key.Key_1, "F"),
        (Qt.Key.Key_2, "Foreign"),
        (Qt.Key.Key_3, "Ministry of Foreign Affairs"),
        (Qt.Key.Key_4, "The Ministry of Foreign Affairs said on Monday that talks in Astana, the capital, went on."),
    ],
)
def test_alt_digits_set_what_a_step_takes(hand, key, expected):
    hand.click("Foreign")
    hand.key(Qt.Key.Key_3 if key != Qt.Key.Key_3 else Qt.Key.Key_2, ALT)
    hand.click("Foreign")
    hand.reader.set_selection([hand.made.span("Foreign")])
    hand.key(key, ALT)
    assert hand.words == [expected]
    assert hand.reader.granularity() == Granularity(int(chr(key)))


SENTENCE = "The Ministry of Foreign Affairs said on Monday that talks in Astana, the capital, went on."


@pytest.mark.parametrize(
    ("selected", "keys", "wanted"),
    [
        ("Foreign", "42", "Foreign"), ("Foreign", "4312", "Foreign"), ("Foreign Affairs said", "42", None),
        ("Foreign Affairs said", "12", None), ("Affairs said on", "31", None), ("Affairs said on", "4", SENTENCE),
        ("Affairs said on", "3", "Ministry of Foreign Affairs said on"),
    ],
)  # fmt: skip
@pytest.mark.parametrize("how", ["forward", "back", "drawn"])
def test_what_a_step_takes_may_be_changed_and_the_selection_stays(hand, selected, keys, wanted, how):
    words = selected.split()
    if how == "drawn":
        hand.reader.set_selection([hand.made.span(selected)])
    else:
        hand.click(words[0] if how == "forward" else words[-1])
        for _ in words[1:]:
            hand.key(Qt.Key.Key_Right if how == "forward" else Qt.Key.Key_Left, SHIFT)
    assert hand.words == [selected]
    for key in keys:
        hand.key(Qt.Key(ord(key)), ALT)
    assert hand.words == [wanted or selected]


def test_pieces_stay_while_what_a_step_takes_is_changed(hand):
    pieces = [hand.made.span("Ministry"), hand.made.span("Astana")]
    hand.reader.set_selection(pieces)
    for key in (Qt.Key.Key_4, Qt.Key.Key_2):
        hand.key(key, ALT)
    assert hand.words == ["Ministry", "Astana"]


@pytest.mark.parametrize(
    ("key", "scan"), [(0x04D8, 0), (0x04D8, 3 + 8), (ord('"'), 2 + 8), (0x04A2, 5 + 8), (ord("É"), 3 + 8)]
)
def test_granularity_has_its_keys_on_layouts_that_type_no_digits(hand, key, scan, monkeypatch):
    """Kazakh and French: what stands on the digit's key is pressed with Alt."""
    monkeypatch.setattr(layouts.sys, "platform", "linux")
    hand.click("Foreign")
    wanted = scan - 8 - 1 if scan else 2
    QApplication.sendEvent(hand.reader, QKeyEvent(QEvent.Type.KeyPress, key, ALT, scan, 0, 0, chr(key)))
    assert hand.reader.granularity() is Granularity(wanted)


@pytest.mark.parametrize("key", [Qt.Key.Key_P, Qt.Key.Key_0, Qt.Key.Key_Delete, Qt.Key.Key_Equal, Qt.Key.Key_Tab])
def test_keys_that_are_the_windows_are_left_to_it(hand, key):
    hand.click("Foreign")
    event = _key_event(key)
    hand.reader.keyPressEvent(event)
    assert not event.isAccepted()


def _key_event(key):
    from PySide6.QtGui import QKeyEvent

    return QKeyEvent(QEvent.Type.KeyPress, key, NONE, chr(key) if key < 256 else "")


def test_page_keys_scroll(hand, schema, make):
    made = make("A line of text.\n" * 300)
    hand.reader.set_page(made.page, schema)
    hand.key(Qt.Key.Key_PageDown)
    after = hand.reader.scroll_offset()
    assert after > 300
    hand.key(Qt.Key.Key_Space)
    assert hand.reader.scroll_offset() > after + 300
    hand.key(Qt.Key.Key_Space, SHIFT)
    assert hand.reader.scroll_offset() == after


# Mentions


def test_clicks_go_from_the_outermost_mention_to_the_bare_word(hand, schema):
    outer = hand.made.mention("Organization", "United Nations World Food Programme")
    inner = hand.made.mention("Organization", "United Nations")
    show(hand, schema)
    seen = []
    for _ in range(4):
        hand.click("United")
        seen.append((hand.reader.selected_mention(), hand.words))
    assert seen[:3] == [
        (outer, ["United Nations World Food Programme"]),
        (inner, ["United Nations"]),
        (None, ["United"]),
    ]
    assert seen[3] == seen[0]


def test_a_click_on_a_tag_selects_its_mention(hand, schema):
    hand.made.mention("Organization", "United Nations World Food Programme")
    inner = hand.made.mention("Person", "Nations")
    show(hand, schema)
    rect = hand.reader.rect_of(hand.made.span("Nations"))
    hand.click(QPoint(rect.left() + 4, rect.top() - 5))
    assert hand.reader.selected_mention() == inner


def test_while_armed_a_click_on_a_mention_takes_the_word(hand, schema, qtbot):
    hand.made.mention("Organization", "United Nations")
    show(hand, schema)
    hand.reader.set_armed(True)
    with qtbot.waitSignal(hand.reader.clicked_word) as seen:
        hand.click("Nations")
    assert seen.args == [hand.made.span("Nations")]
    assert hand.reader.selected_mention() is None


def test_picking_tells_what_was_clicked_and_keeps_the_focus(hand, schema, qtbot):
    event = hand.made.mention("Meet", "met")
    envoys = hand.made.mention("Person", "envoys")
    show(hand, schema)
    hand.reader.select_mention(event)
    hand.reader.set_picking(True)
    with qtbot.waitSignal(hand.reader.picked) as seen:
        hand.click("envoys")
    assert seen.args[0].mentions == (envoys,)
    with qtbot.waitSignal(hand.reader.picked) as seen:
        hand.drag(hand.middle("United"), hand.middle("Nations"))
    assert seen.args[0].span == hand.made.span("United Nations")
    assert hand.reader.selected_mention() == event


def test_double_click_and_enter_open_a_mention(hand, schema, qtbot):
    mention = hand.made.mention("Place", "Astana")
    show(hand, schema)
    with qtbot.waitSignal(hand.reader.mention_activated) as seen:
        hand.double("Astana")
    assert seen.args == [mention]
    with qtbot.waitSignal(hand.reader.mention_activated):
        hand.key(Qt.Key.Key_Return)


def test_escape_steps_out_of_a_mention(hand, schema):
    hand.reader.select_mention(_made_and_shown(hand, schema, "Place", "Astana"))
    hand.key(Qt.Key.Key_Escape)
    assert hand.reader.selected_mention() is None
    assert hand.words == ["Astana"]


def test_next_and_previous_mention(hand, schema):
    first = hand.made.mention("Organization", "Ministry")
    second = hand.made.mention("Place", "Astana")
    show(hand, schema)
    assert hand.reader.select_next(1).id == first
    assert hand.reader.select_next(1).id == second
    assert hand.reader.select_next(1).id == first
    assert hand.reader.select_next(-1).id == second
    assert hand.reader.select_next(-1).id == first
    hand.click("there")
    assert hand.reader.select_next(-1).id == second
    hand.made.page.mentions.clear()
    show(hand, schema)
    assert hand.reader.select_next(1) is None


def _made_and_shown(hand: Hand, schema, label: str, *quotes: str) -> str:
    mention = hand.made.mention(label, *quotes)
    show(hand, schema)
    return mention


@pytest.mark.parametrize(
    ("key", "held", "expected"),
    [
        (Qt.Key.Key_Right, ALT | SHIFT, "Foreign Affairs said"),
        (Qt.Key.Key_Left, ALT | SHIFT, "Foreign"),
        (Qt.Key.Key_Up, ALT | SHIFT, "of Foreign Affairs"),
        (Qt.Key.Key_Down, ALT | SHIFT, "Affairs"),
        (Qt.Key.Key_Right, ALT | SHIFT | CTRL, "Foreign Affairs "),
        (Qt.Key.Key_Left, ALT | SHIFT | CTRL, "Foreign Affair"),
        (Qt.Key.Key_Down, ALT | SHIFT | CTRL, "oreign Affairs"),
    ],
)
def test_keys_move_the_edges_of_a_mention(hand, schema, qtbot, key, held, expected):
    mention = _made_and_shown(hand, schema, "Organization", "Foreign Affairs")
    hand.reader.select_mention(mention)
    with qtbot.waitSignal(hand.reader.edge_drag_finished) as seen:
        hand.key(key, held)
    assert seen.args[0] == mention
    assert [s.of(TEXT) for s in seen.args[1]] == [expected]


def test_an_edge_of_the_selected_mention_can_be_dragged(hand, schema, qtbot):
    mention = _made_and_shown(hand, schema, "Organization", "Foreign Affairs")
    hand.reader.select_mention(mention)
    with qtbot.waitSignal(hand.reader.edge_drag_finished) as seen:
        hand.drag(hand.edge("Foreign Affairs", end=True), hand.middle("Monday"))
    assert [s.of(TEXT) for s in seen.args[1]] == ["Foreign Affairs said on Monday"]
    with qtbot.waitSignal(hand.reader.edge_drag_finished) as seen:
        hand.drag(hand.edge("Foreign Affairs"), hand.middle("Ministry"))
    assert [s.of(TEXT) for s in seen.args[1]] == ["Ministry of Foreign Affairs"]
    with qtbot.waitSignal(hand.reader.edge_drag_finished) as seen:
        hand.drag(hand.edge("Foreign Affairs"), hand.edge("eign Aff"), ALT)
    assert [s.of(TEXT) for s in seen.args[1]] == ["eign Affairs"]


@pytest.mark.parametrize(
    ("end", "gap", "expected"),
    [(False, " of Foreign", "of Foreign Affairs"), (False, " Foreign", "Foreign Affairs"), (True, " on", "said")],
)
def test_an_edge_let_go_between_words_leaves_out_the_space(hand, schema, qtbot, end, gap, expected):
    """A person's name was kept and exported with the space before it."""
    words = "Foreign Affairs said on" if end else "Ministry of Foreign Affairs"
    mention = _made_and_shown(hand, schema, "Organization", words)
    hand.reader.select_mention(mention)
    space = hand.edge(gap)
    with qtbot.waitSignal(hand.reader.edge_drag_finished) as seen:
        hand.drag(hand.edge(words, end=end), QPoint(space.x() + 2, space.y()))
    (span,) = seen.args[1]
    assert span.of(TEXT) == (f"Foreign Affairs {expected}" if end else expected)


def test_escape_gives_up_a_drag(hand, schema, qtbot):
    mention = _made_and_shown(hand, schema, "Organization", "Foreign Affairs")
    hand.reader.select_mention(mention)
    with qtbot.assertNotEmitted(hand.reader.edge_drag_finished, wait=20):
        hand.send(QEvent.Type.MouseButtonPress, hand.edge("Foreign Affairs", end=True), NONE, down=True)
        hand.send(QEvent.Type.MouseMove, hand.middle("Monday"), NONE, down=True)
        hand.key(Qt.Key.Key_Escape)
        hand.send(QEvent.Type.MouseButtonRelease, hand.middle("Monday"), NONE, down=False)
    assert hand.reader.selected_mention() == mention


def test_ctrl_drag_asks_for_a_fragment(hand, schema, qtbot):
    mention = _made_and_shown(hand, schema, "Organization", "Ministry")
    hand.reader.select_mention(mention)
    with qtbot.waitSignal(hand.reader.fragment_requested) as seen:
        hand.drag(hand.middle("Foreign"), hand.middle("Affairs"), CTRL)
    assert seen.args == [mention, hand.made.span("Foreign Affairs")]


def test_ctrl_alt_drag_links_mentions_and_raw_words(hand, schema, qtbot):
    event = hand.made.mention("Meet", "met")
    envoys = hand.made.mention("Person", "envoys")
    show(hand, schema)
    with qtbot.waitSignal(hand.reader.link_requested) as seen:
        hand.drag(hand.middle("met"), hand.middle("envoys"), CTRL | ALT)
    assert seen.args == [event, envoys]
    with qtbot.waitSignal(hand.reader.link_text_requested) as seen:
        hand.drag(hand.middle("met"), hand.middle("noon"), CTRL | ALT)
    assert seen.args == [event, Target((), hand.made.span("noon"))]


def test_hover_tells_the_innermost_mention_and_when_it_is_left(hand, schema):
    hand.made.mention("Organization", "United Nations World Food Programme")
    inner = hand.made.mention("Organization", "United Nations")
    show(hand, schema)
    seen = []
    hand.reader.hovered.connect(lambda h: seen.append(h and h.id))
    hand.send(QEvent.Type.MouseMove, hand.middle("Nations"), NONE, down=False)
    hand.send(QEvent.Type.MouseMove, hand.middle("Nation"), NONE, down=False)
    hand.send(QEvent.Type.MouseMove, hand.middle("noon"), NONE, down=False)
    assert seen == [inner, None]


def test_the_context_menu_is_asked_for_with_what_lies_there(hand, schema, qtbot):
    from PySide6.QtGui import QContextMenuEvent

    mention = _made_and_shown(hand, schema, "Place", "Astana")
    point = hand.middle("Astana")
    event = QContextMenuEvent(QContextMenuEvent.Reason.Mouse, point, hand.reader.viewport().mapToGlobal(point))
    with qtbot.waitSignal(hand.reader.context_menu_requested) as seen:
        QApplication.sendEvent(hand.reader.viewport(), event)
    place, target = seen.args
    assert place == hand.reader.viewport().mapToGlobal(point)
    assert (target.mentions, target.span) == ((mention,), hand.made.span("Astana"))


# Focus


def test_an_argument_brings_its_event_into_focus(hand, schema):
    event = hand.made.mention("Meet", "met")
    envoys = hand.made.mention("Person", "envoys")
    hand.made.argument(event, "Partner", envoys)
    show(hand, schema)
    hand.reader.select_mention(envoys)
    focus = hand.reader._scene.focus
    assert (focus.centre, focus.roles) == (event, {envoys: "Partner"})
    hand.key(Qt.Key.Key_Escape)
    assert hand.reader._scene.focus is None


def test_the_roles_of_the_event_in_focus_are_written_out_whatever_stands_between(hand, schema):
    """The reports that were tagged densely had dots for roles: the tags of others took the room first."""
    event = hand.made.mention("Meet", "met")
    officials, envoys = hand.made.mention("Person", "Officials"), hand.made.mention("Person", "envoys")
    for quote in ("the envoys", "of the United", "Officials met", "envoys of"):
        hand.made.mention("Organization", quote)
    for filler, role in ((officials, "Participant"), (envoys, "Participant")):
        hand.made.argument(event, role, filler)
    show(hand, schema)
    hand.reader.select_mention(event)
    at = hand.reader.line_of(hand.made.span("envoys").begin)
    said = {t.owner: t.caption.text for t in at.shape.tags if t.caption}
    assert (said[officials], said[envoys]) == ("Participant", "Participant")
    assert said[event] == "◆ Meet"


def test_of_two_roles_that_stand_too_near_one_another_the_first_is_shortened(hand, schema):
    event, left, noon = (hand.made.mention(*m) for m in (("Meet", "met"), ("Person", "left"), ("Date", "at noon")))
    for filler in (left, noon):
        hand.made.argument(event, "Participant", filler)
    show(hand, schema)
    hand.reader.select_mention(event)
    at = hand.reader.line_of(hand.made.span("left").begin)
    assert [t.caption and t.caption.text for t in at.shape.tags if t.kind == "role"] == ["Part.", "Participant"]


# Changes


def test_a_new_mention_repaints_its_lines_only(hand, qtbot):
    rects = []
    hand.reader.viewport().installEventFilter(_PaintLog(hand.reader, rects))
    QApplication.processEvents()
    rects.clear()
    mention = hand.made.mention("Place", "Astana")
    hand.reader.apply(added(mention))
    QApplication.processEvents()
    assert len(rects) == 1
    line = hand.reader.rect_of(hand.made.span("Astana"))
    assert rects[0].contains(line)
    assert rects[0].height() < 2.2 * hand.reader.sheet().grid.pitch


def test_a_cursor_that_moves_repaints_its_lines_only(hand, qtbot):
    hand.reader.set_selection([hand.made.span("Astana")])
    rects = []
    hand.reader.viewport().installEventFilter(_PaintLog(hand.reader, rects))
    QApplication.processEvents()
    rects.clear()
    qtbot.keyClick(hand.reader, Qt.Key.Key_Right)
    QApplication.processEvents()
    assert rects
    assert max(r.height() for r in rects) < 3.2 * hand.reader.sheet().grid.pitch


class _PaintLog:
    def __new__(cls, parent, rects):
        from PySide6.QtCore import QObject

        class Log(QObject):
            def eventFilter(self, _watched, event):
                if event.type() == QEvent.Type.Paint:
                    rects.append(event.rect())
                return False

        return Log(parent)


def test_a_removed_mention_leaves_its_words_selected(hand, schema, qtbot):
    mention = _made_and_shown(hand, schema, "Place", "Astana")
    hand.reader.select_mention(mention)
    del hand.made.page.mentions[mention]
    with qtbot.waitSignal(hand.reader.mention_selected) as seen:
        hand.reader.apply(removed(mention))
    assert seen.args == [None]
    assert hand.words == ["Astana"]


def test_a_changed_mention_is_selected_where_it_is_now(hand, schema):
    mention = _made_and_shown(hand, schema, "Place", "Astana")
    hand.reader.select_mention(mention)
    old = hand.made.page.mentions[mention]
    span = hand.made.span("in Astana")
    hand.made.page.mentions[mention] = Mention(old.id, "article", "me", Layer.ENTITY, "Place", (span,))
    hand.reader.apply(added(mention))
    assert hand.reader.selection() == (span,)
    hand.click("talks")
    hand.click(QPoint(hand.edge("in Astana").x() + 4, hand.middle("Astana").y()))
    assert hand.reader.selected_mention() == mention


def test_bulk_changes_reload_everything(hand):
    hand.made.mention("Place", "Astana")
    hand.reader.apply(Changes(articles=None))
    hand.click("Astana")
    assert hand.reader.selected_mention() is not None


def test_changes_elsewhere_are_none_of_ours(hand):
    mention = hand.made.mention("Place", "Astana")
    hand.reader.apply(Changes(added={}, articles=frozenset({"other"})))
    assert hand.reader._scene.index.get(mention) is None


def test_arguments_added_later_show_in_the_focus(hand, schema):
    event = hand.made.mention("Meet", "met")
    envoys = hand.made.mention("Person", "envoys")
    show(hand, schema)
    hand.reader.select_mention(event)
    from dateline.model.changes import Kind

    argument = hand.made.argument(event, "Partner", envoys)
    hand.reader.apply(added(argument, kind=Kind.ARGUMENT))
    assert hand.reader._scene.focus.roles == {envoys: "Partner"}
    del hand.made.page.arguments[argument]
    hand.reader.apply(removed(argument, kind=Kind.ARGUMENT))
    assert hand.reader._scene.focus.roles == {}


# Suggestions, find, coverage


def test_suggestions_are_walked_around_and_clicked(hand):
    one = Suggestion("s1", "Place", Layer.ENTITY, (hand.made.span("Astana"),))
    two = Suggestion("s2", "Person", Layer.ENTITY, (hand.made.span("envoys"),))
    hand.reader.set_suggestions([two, one])
    assert [hand.reader.next_suggestion(1) for _ in range(3)] == ["s1", "s2", "s1"]
    assert hand.reader.next_suggestion(-1) == "s2"
    hand.click("Astana")
    assert hand.reader.current_suggestion() == "s1"
    hand.reader.set_suggestions([two])
    assert hand.reader.current_suggestion() is None


def test_a_suggestion_taken_away_leaves_what_setting_the_others_would(hand):
    words = [hand.made.span(w) for w in ("Astana", "envoys")]
    one, two = (Suggestion(f"s{i}", "Place", Layer.ENTITY, (at,)) for i, at in enumerate(words))
    left = []
    hand.reader.suggestion_selected.connect(left.append)
    hand.reader.set_suggestions([two, one])
    hand.reader.set_current_suggestion("s0")
    hand.reader.withdraw_suggestions({"s0", "gone"})
    assert left == ["s0", None]
    assert hand.reader.suggestions() == (two,)
    shown = hand.reader.grab().toImage()
    hand.reader.set_suggestions([])
    hand.reader.set_suggestions([two])
    assert hand.reader.grab().toImage() == shown
    hand.reader.withdraw_suggestions({"s1"})
    assert hand.reader.suggestions() == ()


def test_reading_is_noticed_after_two_looks(hand, qtbot, monkeypatch):
    monkeypatch.setattr(hand.reader, "isActiveWindow", lambda: True)
    seen = []
    hand.reader.read_progressed.connect(seen.extend)
    hand.reader._progress.look()
    assert seen == []
    hand.reader._progress.look()
    assert seen == [Span(0, len(TEXT))]
    hand.reader._progress.look()
    assert len(seen) == 1


# Scrolling and setting


def test_the_text_at_the_top_stays_there(hand, schema, make):
    made = make(
        "".join(f"Line {i} has words enough to be broken when the view is narrow or large.\n" for i in range(400))
    )
    hand.reader.set_page(made.page, schema)
    place = made.span("Line 200 ").begin
    hand.reader.restore_scroll((place, 3.0))
    assert hand.reader.scroll_state() == (place, 3.0)
    for change in (
        lambda: hand.reader.resize(560, 500),
        lambda: hand.reader.set_font(None, 25),
        lambda: hand.reader.set_line_width(40),
        lambda: hand.reader.set_leading(1.5),
        lambda: hand.reader.set_zoom(0.8),
        lambda: hand.reader.set_show_arcs(True),
    ):
        change()
        assert hand.reader.scroll_state()[0] == place


def test_ctrl_wheel_zooms_and_says_so(hand, qtbot):
    point = QPointF(200, 200)
    event = QWheelEvent(
        point, point, QPoint(), QPoint(0, 120), Qt.MouseButton.NoButton, CTRL, Qt.ScrollPhase.NoScrollPhase, False
    )
    with qtbot.waitSignal(hand.reader.zoomed) as seen:
        QApplication.sendEvent(hand.reader.viewport(), event)
    assert seen.args == [pytest.approx(1.1)]


def test_a_revealed_span_is_in_view(hand, schema, make):
    made = make("".join(f"Line {i} is here.\n" for i in range(5000)))
    hand.reader.set_page(made.page, schema)
    for quote in ("Line 4900 ", "Line 10 ", "Line 2500 ", "Line 4999 "):
        hand.reader.reveal(made.span(quote))
        assert hand.reader.viewport().rect().contains(hand.reader.rect_of(made.span(quote)))


# Odd texts


@pytest.mark.parametrize(
    "text",
    [
        "",
        "\n",
        "\r\n\r\n",
        " ",
        "\u200f",
        "a",
        "🚨",
        "a\rb\x0bc\u2028d\x85e",
        "x" * 20000,
        "\x1cab\x1d\n",
        "e\u0301" * 50,
        "\ud800",
    ],
)
def test_odd_texts_are_shown_and_walked(hand, schema, make, text):
    hand.reader.set_page(make(text).page, schema)
    QApplication.processEvents()
    for key in (Qt.Key.Key_Right, Qt.Key.Key_Down, Qt.Key.Key_Left, Qt.Key.Key_End, Qt.Key.Key_PageDown):
        hand.key(key)
    hand.click(QPoint(150, 60))
    hand.reader.grab()
    assert all(s.end <= len(text) for s in hand.reader.selection())


def test_no_page_at_all(hand, schema):
    hand.reader.set_page(None, schema)
    hand.click(QPoint(150, 60))
    hand.key(Qt.Key.Key_Right)
    hand.reader.grab()
    assert hand.reader.selection() == ()


def test_in_arabic_the_left_arrow_moves_the_end_of_the_words_on(reader, schema, qtbot):
    """As they are read, the end of right-to-left words lies to the left."""
    made = PageMaker("وزارة الصحة قالت ذلك")
    reader.set_page(made.page, schema)
    held = Qt.KeyboardModifier.AltModifier | Qt.KeyboardModifier.ShiftModifier
    reader.set_selection([Span(0, 5)])
    qtbot.keyClick(reader, Qt.Key.Key_Left, held)
    assert reader.selection() == (Span(0, 11),)
    qtbot.keyClick(reader, Qt.Key.Key_Right, held)
    assert reader.selection() == (Span(0, 5),)


def test_a_drag_that_scrolls_begins_where_it_was_pressed(reader, schema, qtbot):
    """Held below the view the text scrolls on; the selection still begins with the word that was pressed."""
    made = PageMaker("\n".join(f"Line {i} of a long text." for i in range(200)))
    reader.set_page(made.page, schema)
    QApplication.processEvents()
    view, word = reader.viewport(), Span(made.page.text.index("Line 2 "), made.page.text.index("Line 2 ") + 4)
    start = reader.rect_of(word).center()
    below = QPoint(start.x(), view.height() + 60)

    def send(kind: QEvent.Type, point: QPoint) -> None:
        button, held = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
        event = QMouseEvent(kind, QPointF(point), QPointF(view.mapToGlobal(point)), button, button, held)
        QApplication.sendEvent(view, event)

    send(QEvent.Type.MouseButtonPress, start)
    send(QEvent.Type.MouseMove, below)
    qtbot.waitUntil(lambda: reader.scroll_offset() > 3 * view.height(), timeout=10_000)
    send(QEvent.Type.MouseButtonRelease, QPoint(start.x(), view.height() - 5))
    (selected,) = reader.selection()
    assert selected.begin == word.begin
    assert selected.end > made.page.text.index("Line 40 ")

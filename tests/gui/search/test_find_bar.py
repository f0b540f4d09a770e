"""Find in the article."""

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from dateline.gui.search.find_bar import FindBar
from dateline.model.text import Span

TEXT = "Çavuşoğlu met CAVUSOGLU in Türkiye.\u00a0🤝 Ilısu and the\ncity  of Ankara; cities."


@pytest.fixture
def bar(qtbot: QtBot) -> FindBar:
    made = FindBar()
    qtbot.addWidget(made)
    made.set_text(TEXT)
    made.open("")
    return made


@pytest.mark.parametrize(
    ("sought", "found"),
    [
        ("cavusoglu", ["Çavuşoğlu", "CAVUSOGLU"]), ("turkiye", ["Türkiye"]), ("ilisu", ["Ilısu"]), ("🤝", ["🤝"]),
        ("the city of", ["the\ncity  of"]), ("cit", ["cit", "cit"]), ("(", []), ("   ", []), ("zz", []),
    ],
)  # fmt: skip
def test_case_diacritics_and_white_space_make_no_difference(bar: FindBar, sought: str, found: list[str]) -> None:
    bar.field.setText(sought)
    assert [s.of(TEXT) for s in bar.hits] == found


def test_whole_words_and_expressions(qtbot: QtBot, bar: FindBar) -> None:
    bar.field.setText("cit")
    bar.options.whole.setChecked(True)
    assert bar.hits == []
    bar.field.setText("city")
    assert len(bar.hits) == 1
    bar.options.whole.setChecked(False)
    bar.options.regex.setChecked(True)
    bar.field.setText(r"cit(y|ies)")
    qtbot.waitUntil(lambda: [s.of(TEXT) for s in bar.hits] == ["city", "cities"])
    bar.field.setText("ci(")
    assert "Not an expression: missing )" in bar.count.text()
    assert bar.hits == []
    bar.field.setText("x*")
    qtbot.waitUntil(lambda: bar.count.text() == "none")


def test_case_and_accents_count_when_asked_for(bar: FindBar) -> None:
    bar.field.setText("CAVUSOGLU")
    assert len(bar.hits) == 2
    bar.options.exact.setChecked(True)
    assert [s.of(TEXT) for s in bar.hits] == ["CAVUSOGLU"]


def test_an_expression_without_end_does_not_stop_the_window(qtbot: QtBot, bar: FindBar) -> None:
    bar._bounded._patience = 0.2
    bar.set_text("a" * 60)
    bar.options.regex.setChecked(True)
    bar.field.setText("(a+)+b")
    qtbot.waitUntil(lambda: "takes too long" in bar.count.text(), timeout=20_000)
    bar.field.setText("(a+)+")
    qtbot.waitUntil(lambda: len(bar.hits) == 1, timeout=20_000)
    bar.field.setText("(a+)+b")  # a new question does not wait for the old answer
    bar.field.setText("a{60}")
    qtbot.waitUntil(lambda: bar.count.text() == "1 of 1", timeout=20_000)
    bar.close_bar()


def test_until_an_expression_is_answered_there_are_no_hits(qtbot: QtBot, bar: FindBar) -> None:
    bar.options.regex.setChecked(True)
    shown: list[int] = []
    bar.hits_changed.connect(lambda hits, _current: shown.append(len(hits)))
    asked: list[bool] = []
    bar.tag_wanted.connect(lambda: asked.append(True))
    bar.field.setText("c.t")
    qtbot.waitUntil(lambda: len(bar.hits) == 2, timeout=20_000)
    bar.field.setText("Ankara")
    assert (bar.hits_in(TEXT), shown[-1], bar.tag_all.isEnabled()) == ([], 0, False)
    qtbot.keyClick(bar.field, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert bar.count.text() == "looking…"
    qtbot.waitUntil(lambda: len(bar.hits_in(TEXT)) == 1, timeout=20_000)
    bar.set_text("Elsewhere.")
    assert (bar.hits_in("Elsewhere."), bar.tag_all.isEnabled(), asked) == ([], False, [])


def test_hits_are_of_the_text_they_were_found_in(bar: FindBar) -> None:
    bar.field.setText("cit")
    assert len(bar.hits_in(TEXT)) == 2
    assert bar.hits_in("Nothing. Ankara, Ankara.") == []
    bar.hide()
    bar.set_text("Nothing. Ankara, Ankara.")
    assert bar.hits_in("Nothing. Ankara, Ankara.") == []


def test_the_hit_behind_the_cursor_is_the_first(bar: FindBar) -> None:
    bar.open("cit", TEXT.index("cities") - 2)
    assert bar.count.text() == "2 of 2"


def test_enter_walks_round_and_escape_takes_the_hit(qtbot: QtBot, bar: FindBar) -> None:
    chosen: list[Span] = []
    bar.chosen.connect(chosen.append)
    bar.field.setText("cit")
    told = [bar.count.text()]
    for held in (Qt.KeyboardModifier.NoModifier,) * 2 + (Qt.KeyboardModifier.ShiftModifier,):
        qtbot.keyClick(bar.field, Qt.Key.Key_Return, held)
        told.append(bar.count.text())
    assert told == ["1 of 2", "2 of 2", "1 of 2", "2 of 2"]
    qtbot.keyClick(bar.field, Qt.Key.Key_Escape)
    assert [s.of(TEXT) for s in chosen] == ["cit"]
    assert not bar.isVisible()


def test_who_walks_is_told_of_the_hit_alone(qtbot: QtBot, bar: FindBar) -> None:
    """Of 95,000 hits all were shown anew with each key."""
    bar.field.setText("cit")
    told: list[object] = []
    now: list[Span] = []
    bar.hits_changed.connect(lambda hits, _current: told.append(hits))
    bar.current_changed.connect(now.append)
    qtbot.keyClick(bar.field, Qt.Key.Key_Return)
    bar.tag_all.setFocus()
    bar.field.setFocus()
    assert told == []
    assert now == [bar.hits[1]]


def test_another_text_is_searched_at_once(bar: FindBar) -> None:
    bar.field.setText("ankara")
    bar.set_text("Nothing. Ankara, Ankara.")
    assert len(bar.hits) == 2
    bar.close_bar()
    bar.set_text("")
    bar.open("words\nof two lines")
    assert bar.field.text() == "words of two lines"
    assert bar.count.text() == "none"

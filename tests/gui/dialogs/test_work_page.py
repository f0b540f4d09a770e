"""The list of what is wrong: columns that fit, also where there are thousands of lines."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from dateline.exchange.problems import Problem, ProblemKind, worded
from dateline.gui.dialogs.work_page import Line, OutcomePage, ProblemList, problem_lines
from dateline.model.wording import Wording


def shown(qtbot: QtBot, lines: list[Line]) -> ProblemList:
    made = ProblemList()
    qtbot.addWidget(made)
    made.resize(900, 400)
    made.show()
    made.show_lines(lines)
    return made


def test_a_resize_measures_no_text_again(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    made = shown(qtbot, [Line(f"a{n}.txt", "Holds no text " * 9, "Take it out") for n in range(50)])
    asked: list[str] = []
    monkeypatch.setattr(made, "topLevelItem", lambda i: asked.append(str(i)) or type(made).topLevelItem(made, i))
    before = [made.columnWidth(column) for column in range(3)]
    made.resize(600, 400)
    QApplication.processEvents()
    assert asked == []
    assert made.columnWidth(1) < before[1]


def test_a_long_name_of_a_file_is_shortened_where_it_is_shown_and_whole_where_it_is_copied(qtbot: QtBot) -> None:
    page = OutcomePage()
    qtbot.addWidget(page)
    name = "an-export-of-the-other-program-of-2024-11-30-final.jsonl"
    page.show_outcome(
        "1 record was wrong", lines=[Line(f"{name}, line 5, label[7]", "Is empty"), Line("a.txt", "Is b")]
    )
    rows = [page.list.topLevelItem(i) for i in range(2)]
    assert [row.text(0) for row in rows if row] == [
        "an-export-of-the-other-p…\u200b-2024-11-30-final.jsonl, line 5, label[7]",
        "a.txt",
    ]
    assert rows[0] is not None
    assert rows[0].toolTip(0) == f"{name}, line 5, label[7]"
    assert page.lines() == [f"{name}, line 5, label[7]\tIs empty", "a.txt\tIs b"]


def test_a_text_that_just_fills_its_column_is_shown_to_its_end(qtbot: QtBot) -> None:
    """Whatever the width: the room beside a text is none for the text."""
    made = shown(qtbot, [Line("some-file.jsonl, line 5, label[7], published", "Is empty " * 9, "Take it out " * 9)])
    item = made.topLevelItem(0)
    assert item is not None
    for width in range(500, 640, 3):
        made.resize(width, 400)
        QApplication.processEvents()
        for column in range(3):
            room = made.columnWidth(column) - 12
            needed = made.fontMetrics().boundingRect(0, 0, room, 1000, Qt.TextFlag.TextWordWrap, item.text(column))
            assert made.visualItemRect(item).height() >= needed.height(), (width, column)


def test_another_font_is_measured_anew(qtbot: QtBot) -> None:
    made = shown(qtbot, [Line("some/folder/report.txt", "Is empty", "Take it out")])
    before = made.columnWidth(0)
    font = made.font()
    font.setPointSizeF(font.pointSizeF() * 1.5)
    made.setFont(font)
    QApplication.processEvents()
    assert made.columnWidth(0) > before


def test_the_name_that_begins_a_problem_stays_as_it_is() -> None:
    named = worded(Wording("{tag} names no label", {"tag": "b-x"}), "write it anew", "a.conllu", kind=ProblemKind.FIELD)
    plain = Problem("is not there", "check the path", "a.txt", kind=ProblemKind.UNREADABLE)
    lines = [(line.what, line.todo) for line in problem_lines([named, plain])]
    assert lines == [("b-x names no label", "Write it anew"), ("Is not there", "Check the path")]

"""What a step keeps of what it touched: little, however often many rows are written, and right where a part fails."""

from dateline.model.changes import Kind
from dateline.store.touched import Touched


def test_rows_by_the_thousand_are_one_line_however_often_they_are_written() -> None:
    touched = Touched()
    for number in range(500):
        touched.note_many(Kind.MENTION, "insert", f"m{number}")
        touched.note_many(Kind.ARTICLE, "insert", f"a{number}")
    assert touched.mark() == (2, True)
    changes = touched.changes("Import", None)
    assert changes.articles is None
    assert {kind: len(ids) for kind, ids in changes.added.items()} == {Kind.MENTION: 1, Kind.ARTICLE: 1}


def test_many_rows_behind_a_part_that_failed_are_noted_once_more() -> None:
    touched = Touched()
    touched.note_many(Kind.ARTICLE, "insert", "a")
    before = touched.mark()
    touched.note_many(Kind.MENTION, "insert", "m")
    touched.back_to(before)
    assert touched.mark() == (1, True)
    touched.note_many(Kind.ARTICLE, "insert", "b")
    touched.note_many(Kind.MENTION, "insert", "n")
    assert touched.changes("Import", None).added == {
        Kind.ARTICLE: frozenset({"a"}),
        Kind.MENTION: frozenset({"n"}),
    }

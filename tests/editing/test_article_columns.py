"""What becomes of an article's columns where a person changes them."""

import pytest

from dateline.editing.article_columns import ColumnRefused, with_columns

META = {"desk": " world\n", "author": "Ada", "_view_id": "ner", "newer_version": "x", "empty": ""}
OWN = {"_view_id": "ner", "newer_version": "x"}


@pytest.mark.parametrize(
    ("rows", "found"),
    [
        ([("desk", "world"), ("author", "Ada"), ("empty", "")], META),  # nothing was changed
        ([("desk", "home"), ("author", "Ada")], {"desk": "home", "author": "Ada"} | OWN),
        ([("author", "")], OWN),
        ([], OWN),
        ([("", ""), ("author", "Bo"), ("label", "X")], {"author": "Bo", "label": "X"} | OWN),
        ([("writer", "Ada")], {"writer": "Ada"} | OWN),
    ],
)
def test_columns_for_people_are_those_that_are_said(rows: list[tuple[str, str]], found: dict[str, str]) -> None:
    assert with_columns(META, rows) == found


@pytest.mark.parametrize(
    ("rows", "why"),
    [
        ([("", "Ada")], "the value Ada has no column"),
        ([("a", "1"), ("a", "2")], "the column a is there twice"),
        ([("title", "X")], "title is no further column: it has a field of its own here"),
        ([("newer_version", "X")], "newer_version is no further column: it has a field of its own here"),
        ([("_answers", "X")], "_answers is no column for people: names that begin with _ are programs’ own"),
    ],
)
def test_a_name_that_cannot_be_is_refused(rows: list[tuple[str, str]], why: str) -> None:
    with pytest.raises(ColumnRefused, match="^" + why):
        with_columns(META, rows)

"""What becomes of an article's columns where a person changes them."""

import pytest

from dateline.editing.article_columns import ColumnRefused, ColumnRow, shown_columns, with_columns

META = {"desk": " world\n", "author": "Ada", "_view_id": "ner", "newer_version": "x", "empty": ""}
OWN = {"_view_id": "ner", "newer_version": "x", "empty": ""}  # what is not shown
ODD = {" author ": "x", "author": " y", "": "v", " ": "w", "source": "s", " _x": "p", "blank": " "}
# What nobody called so here: a field's column of a table whose other column was taken for the field.

Said = list[tuple[str | None, str, str]]


def rows(said: Said) -> list[ColumnRow]:
    return [ColumnRow(*row) for row in said]


def untouched(meta: dict[str, str], but: dict[str, tuple[str, str]] | None = None) -> list[ColumnRow]:
    """Rows as a table gives them, white space stripped; `but`: the name and value that columns have otherwise."""
    shown = shown_columns(meta).items()
    return [ColumnRow(was, *(but or {}).get(was, (was.strip(), value.strip()))) for was, value in shown]


@pytest.mark.parametrize(
    ("said", "found"),
    [
        ([("desk", "desk", "world"), ("author", "author", "Ada")], META),  # nothing was changed
        ([("desk", "desk", "home"), ("author", "author", "Ada")], {"desk": "home", "author": "Ada"} | OWN),
        ([("desk", "section", "world"), ("author", "author", "Ada")], {"section": " world\n", "author": "Ada"} | OWN),
        ([("author", "author", "")], OWN),
        ([], OWN),
        ([(None, "", ""), ("author", "author", "Bo"), (None, "label", "X")], {"author": "Bo", "label": "X"} | OWN),
        ([("author", "writer", "Ada")], {"writer": "Ada"} | OWN),
        ([("desk", "author", "world"), ("author", "desk", "Ada")], {"author": " world\n", "desk": "Ada"} | OWN),
        ([("author", "", "")], OWN),
        ([(None, "empty", "full")], OWN | {"empty": "full"}),
        ([("desk", "empty", "full")], OWN | {"empty": "full"}),
    ],
)
def test_columns_for_people_are_those_that_are_said(said: Said, found: dict[str, str]) -> None:
    assert with_columns(META, rows(said)) == found


@pytest.mark.parametrize("meta", [META, ODD, {}])
def test_what_nobody_touched_stays_as_it_is_and_where_it_stands(meta: dict[str, str]) -> None:
    assert list(with_columns(meta, untouched(meta)).items()) == list(meta.items())


@pytest.mark.parametrize(
    ("was", "name", "value", "found"),
    [
        ("source", "source", "t", {"source": "t"}),  # the value alone was changed
        ("", "", "u", {"": "u"}),
        (" author ", "author", "z", {" author ": "z"}),
        ("author", "author", "", {}),
        ("source", "feed", "s", {"feed": "s"}),
    ],
)
def test_of_columns_with_odd_names_one_alone_is_changed(was: str, name: str, value: str, found: dict[str, str]) -> None:
    others = {key: said for key, said in ODD.items() if key != was}
    assert with_columns(ODD, untouched(ODD, {was: (name, value)})) == others | found


@pytest.mark.parametrize(
    ("said", "why"),
    [
        ([(None, "", "Ada")], "the value Ada has no column"),
        ([("author", "", "Ada")], "the value Ada has no column"),
        ([(None, "a", "1"), (None, "a", "2")], "the column a is there twice"),
        ([(None, "desk", "1"), ("desk", "desk", "world")], "the column desk is there twice"),
        ([("desk", "desk", "world"), ("author", "desk", "Ada")], "the column desk is there twice"),
        ([(None, "title", "X")], "title is no further column: it has a field of its own here"),
        ([(None, "newer_version", "X")], "newer_version is no further column: it has a field of its own here"),
        ([("desk", "_answers", "X")], "_answers is no column for people: names that begin with _ are programs’ own"),
    ],
)
def test_a_name_that_cannot_be_is_refused(said: Said, why: str) -> None:
    with pytest.raises(ColumnRefused, match="^" + why):
        with_columns(META, rows(said))


@pytest.mark.parametrize(
    ("name", "why"),
    [("author", "the column author is there twice"), ("source", "the column source is there twice"), ("url", "url is")],
)
def test_what_is_added_beside_odd_names_is_judged(name: str, why: str) -> None:
    with pytest.raises(ColumnRefused, match="^" + why):
        with_columns(ODD, [*untouched(ODD), ColumnRow(None, name, "x")])

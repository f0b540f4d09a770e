"""What an import of many texts holds before the first of them, and in which order they come."""

import os
import sys
import tracemalloc
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.exchange.archive import natural
from dateline.exchange.formats import open_sources
from dateline.exchange.options import ReadOptions


def folder_of(root, names):
    for name in names:
        path = root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(f"Report {name}.")
    return root


def origins(*sources):
    (reader,) = open_sources(sources, ReadOptions(), "text")
    with reader:
        return [bundle.article.text[7:-1] for bundle in reader]


@pytest.mark.parametrize("below", ["", "agency/"])
def test_the_files_of_a_folder_are_not_held(tmp_path, below):
    def held(count):
        root = tmp_path / f"{count}"
        if not root.exists():
            folder_of(root, [f"{below}report-{n:05}.txt" for n in range(count)])
        tracemalloc.start()
        try:
            (reader,) = open_sources([root], ReadOptions())
            with reader:
                reader.frame  # noqa: B018 - reads up to the first text
                return tracemalloc.get_traced_memory()
        finally:
            tracemalloc.stop()

    held(1000)
    (few, few_peak), (many, many_peak) = held(1000), held(5000)
    assert many - few < 4000 * 10, "bytes"
    assert many_peak - few_peak < 4000 * 400, "while they are put in order"


def test_a_text_named_twice_comes_once_where_it_came_first(tmp_path):
    folder_of(tmp_path, [f"a/{n}.txt" for n in range(600)] + ["b/x.txt", "a/c/y.txt"])
    sources = (tmp_path / "a" / "7.txt", tmp_path / "b", tmp_path / "a", tmp_path / "a" / "c", tmp_path / "b" / "x.txt")
    rest = [f"a/{n}.txt" for n in range(600) if n != 7]
    assert origins(*sources) == ["a/7.txt", "b/x.txt", *rest, "a/c/y.txt"]


@pytest.mark.skipif(sys.platform != "linux", reason="names of bytes")
def test_names_that_are_not_utf8_are_read_all_the_same(tmp_path):
    folder_of(tmp_path / "a", [f"{n}.txt" for n in range(600)])
    Path(os.fsdecode(os.fsencode(tmp_path / "a") + b"/z\xff.txt")).write_text("Report z.")
    assert origins(tmp_path / "a")[-1] == "z"


def by_numbers(name):
    """The order of names as it was first written down."""
    import re

    pieces = re.split(r"(\d+)", name.casefold())
    return [(int(p), "") if p.isdecimal() and p.isascii() and len(p) < 1000 else (-1, p) for p in pieces]


# No file's name has a zero character, nor has one in an archive, which ends there.
NAMES = st.text(st.sampled_from("aAb01٣29/.-\x01\x7fé\U0001f600"), max_size=8) | st.text(
    st.characters(exclude_characters="\0"), max_size=5
)


@given(st.lists(NAMES, max_size=12))
def test_the_natural_order_compares_numbers_by_their_size(names):
    assert sorted(names, key=natural) == sorted(names, key=by_numbers)


def test_numbers_beyond_all_bounds_have_an_order_too():
    names = [f"{'9' * n}{end}" for n in (998, 999, 1000, 1001) for end in ("", "a")]
    assert sorted(names, key=natural) == sorted(names, key=by_numbers)

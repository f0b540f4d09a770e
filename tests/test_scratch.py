"""Ledgers and sketches: the same whether they lie in memory or in a temporary file."""

import gc
import sqlite3
from array import array
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.scratch import Ledger, Sketches, Sorter

_PAIRS = st.lists(st.tuples(st.sampled_from("abcdefgh"), st.text(st.characters(exclude_categories=["Cs"]))))


@given(_PAIRS, st.integers(0, 5))
def test_a_ledger_is_a_dictionary_wherever_it_lies(pairs: list[tuple[str, str]], held: int) -> None:
    ledger, plain = Ledger(held), dict[str, str]()
    for key, value in pairs:
        assert (key in ledger) == (key in plain)
        ledger[key] = plain[key] = value
        assert ledger.get(key) == value
    assert list(ledger.items()) == list(plain.items())
    assert list(ledger.keys()) == list(ledger) == list(plain)
    assert list(ledger.values()) == list(plain.values())
    assert len(ledger) == len(plain)
    assert {key: ledger[key] for key in plain} == plain
    other = Ledger(len(plain))
    for key, value in reversed(plain.items()):
        other[key] = value
    assert ledger == other
    other["z"] = ""
    assert ledger != other
    assert all(ledger.get(key) is None for key in "ijk")


@given(st.lists(st.tuples(st.integers(-(1 << 63), (1 << 63) - 1), st.text(st.characters(exclude_categories=["Cs"])))))
def test_a_sorter_puts_rows_in_order(rows: list[tuple[int, str]]) -> None:
    sorter = Sorter(2)
    for row in rows:
        sorter.add(*row)
    assert list(sorter) == list(sorter) == sorted(rows)


def test_what_no_ledger_has_is_a_key_error() -> None:
    with pytest.raises(KeyError, match="nothing"):
        Ledger()["nothing"]


@pytest.mark.parametrize("held", [0, 1, 10])
def test_what_is_there_stays(held: int) -> None:
    ledger = Ledger(held)
    assert not ledger
    assert ledger.setdefault("a", "1") == "1"
    assert ledger.setdefault("a", "2") == "1"
    assert ledger.add("b")
    assert not ledger.add("b")
    assert ledger
    ledger.clear()
    assert not ledger
    assert ledger.add("b")


def test_what_is_beyond_memory_goes_with_the_ledger() -> None:
    ledger = Ledger(0)
    ledger["a"] = "1"
    conn: Any = ledger._beyond
    del ledger
    gc.collect()
    with pytest.raises(sqlite3.ProgrammingError, match="closed"):
        conn.execute("SELECT 1")


def test_a_full_drive_is_said_as_the_system_says_it() -> None:
    ledger = Ledger(0)
    ledger["a"] = "1"
    assert ledger._beyond is not None
    ledger._beyond.execute("PRAGMA max_page_count = 1")
    with pytest.raises(OSError, match="full") as told:
        ledger["b"] = "x" * 10_000
    assert told.value.errno == 28


def test_of_a_hash_that_all_have_a_few_holders_are_kept() -> None:
    sketches = Sketches(3)
    sketches.add(((i, f"text {i}", 20, b"1234") for i in range(2)), [(7, array("I", [0, 1])), (8, array("I", [1]))])
    sketches.add(
        ((i, f"text {i}", 20, b"1234") for i in range(2, 5)), [(7, array("I", [2, 256])), (6, array("I", range(5)))]
    )
    found = {value: list(numbers) for value, numbers in sketches.holders([6, 7, 8, 9])}
    assert found == {6: [0, 1, 2], 7: [0, 1, 2], 8: [1]}
    assert sketches.some([4, 9]) == {4: ("text 4", 20, b"1234")}

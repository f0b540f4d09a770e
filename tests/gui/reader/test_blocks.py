"""Blocks cover a text, number its paragraphs, and part what is too long where it does not show."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.gui.reader import blocks as module
from dateline.gui.reader.blocks import Blocks

PAST = 0.0  # a time that is over: a turn does the least it does

_PARTS = st.sampled_from(["a", "One. Two", " ", "\t", "\n", "\n", "\r\n", "\r", "\x1c", "\x85", "\u2028", "x" * 30])
_TEXTS = st.lists(_PARTS, max_size=40).map("".join)


@given(_TEXTS, st.permutations(range(6)), st.integers(0, 4))
def test_paragraphs_are_numbered_alike_however_they_are_asked_for(text, order, turns):
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(module, "_CHUNK", 4)
        patch.setattr(module, "LONGEST", 25)
        blocks, counted, wanted = Blocks(text), 0, []
        for i in range(len(blocks)):
            begins = not (blocks.is_blank(i) or blocks.continues(i))
            counted += begins
            wanted.append(counted if begins else 0)
        for _ in range(turns):
            blocks.count(PAST)
        asked = sorted(range(len(blocks)), key=lambda i: (order[i % 6], i))
        assert {i: blocks.number(i) for i in asked} == dict(enumerate(wanted))
        while not blocks.count(PAST):
            pass
        assert [blocks.number(i) for i in range(len(blocks))] == wanted


def test_paragraphs_are_counted_a_few_at_a_turn():
    blocks = Blocks("line\n" * 5000)
    turns = 1
    while not blocks.count(PAST):
        turns += 1
    assert turns == 5
    assert blocks.number(4999) == 5000

"""A sentence of a text that was wrapped at a width goes over several lines, and so do the steps by sentence."""

from time import perf_counter

import pytest

from dateline.gui.reader.blocks import LONGEST, Blocks
from dateline.gui.reader.caret import Caret, nearest, regrain, to_sentence
from dateline.gui.reader.units import Granularity, next_unit, unit_at
from dateline.model.text import Span

WRAPPED = """\
Ministers agree on a border

The foreign ministers of the two countries met on Thursday in the capital to
sign an agreement on the border. It was the first visit for eleven years, said
the spokesman of the ministry, who spoke to reporters. Both sides want to open
the crossing in spring.

A second round is planned for May. The talks of the experts go on until then
in both capitals and in a third place that was not named by anybody there.
"""
SENTENCES = [
    "Ministers agree on a border",
    "The foreign ministers of the two countries met on Thursday in the capital to sign an agreement on the border.",
    "It was the first visit for eleven years, said the spokesman of the ministry, who spoke to reporters.",
    "Both sides want to open the crossing in spring.",
    "A second round is planned for May.",
    "The talks of the experts go on until then in both capitals and in a third place that was not named by anybody "
    "there.",
]


def steps(blocks: Blocks, step: int) -> list[str]:
    found, at = [], next_unit(blocks, 0 if step > 0 else len(blocks.text), Granularity.SENTENCE, step)
    while at:
        found.append(" ".join(at.of(blocks.text).split()))
        at = next_unit(blocks, at, Granularity.SENTENCE, step)
    return found


@pytest.mark.parametrize("line_end", ["\n", "\r\n"])
def test_steps_by_sentence_go_over_lines_that_were_wrapped(line_end):
    blocks = Blocks(WRAPPED.replace("\n", line_end))
    assert steps(blocks, 1) == SENTENCES
    assert steps(blocks, -1) == SENTENCES[::-1]


@pytest.mark.parametrize("words", ["agreement", "capital to", "to\nsign", "the border."])
def test_the_sentence_at_a_place_is_the_whole_one(words):
    blocks = Blocks(WRAPPED)
    at = WRAPPED.index(words) + len(words) - 1
    assert " ".join(unit_at(blocks, at, Granularity.SENTENCE).of(WRAPPED).split()) == SENTENCES[1]


def test_the_cursor_goes_from_sentence_to_sentence_and_takes_on_their_grain():
    blocks = Blocks(WRAPPED)
    word = nearest(blocks, WRAPPED.index("agreement"), Granularity.WORD)
    assert to_sentence(blocks, word, -1, extend=False).span.of(WRAPPED) == "The"
    assert to_sentence(blocks, word, 1, extend=False).span.of(WRAPPED) == "It"
    assert " ".join(regrain(blocks, word, Granularity.SENTENCE).span.of(WRAPPED).split()) == SENTENCES[1]


def test_between_two_sentences_the_cursor_takes_the_one_before_though_it_began_on_another_line():
    blocks = Blocks(WRAPPED)
    found = nearest(blocks, WRAPPED.index(" It was"), Granularity.SENTENCE)
    assert " ".join(found.span.of(WRAPPED).split()) == SENTENCES[1]


def test_a_sentence_over_which_a_long_line_was_parted_is_one():
    start = "It rains. " * (LONGEST * 7 // 100)
    long = start + "This was said by Mr. " + "Smith and " * (LONGEST // 25) + "others. " + "It rains. " * LONGEST
    blocks = Blocks(long)
    for number in range(1, len(blocks)):
        whole = unit_at(blocks, blocks.begin(number) + 1, Granularity.SENTENCE)
        assert whole is not None
        if number == 1:
            assert whole.begin <= blocks.begin(1)
    assert Caret(whole, whole).span == whole


def test_without_the_end_of_a_sentence_in_reach_every_place_is_still_in_one_and_steps_end():
    text = "\n".join(["the word and the word and the word and the word and also"] * 400) + "."
    blocks = Blocks(text)
    for at in range(0, len(text), 97):
        found = unit_at(blocks, at, Granularity.SENTENCE)
        assert found is None or found.begin <= at
    assert 0 < len(steps(blocks, 1)) <= 400
    assert 0 < len(steps(blocks, -1)) <= 400


def test_a_step_in_megabytes_of_wrapped_text_stays_inside_a_frame():
    paragraph = WRAPPED.partition("\n\n")[2].partition("\n\n")[0]
    blocks = Blocks("\n".join([paragraph] * 11_000))
    took = []
    at: Span | None = Span(1_500_000, 1_500_001)
    for step in (1,) * 20 + (-1,) * 20:
        begun = perf_counter()
        at = next_unit(blocks, at, Granularity.SENTENCE, step)
        took.append(perf_counter() - begun)
    assert sorted(took)[-2] < 0.016
    assert at is not None

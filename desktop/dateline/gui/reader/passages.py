"""Lines that are read as one: a paragraph that was wrapped at a width, or one that is set in several blocks.

Free of Qt. All positions are code points of the whole text.
"""

from typing import NamedTuple

from dateline.gui.reader.blocks import LINE_ENDS, Blocks
from dateline.model.text import Span, sentences
from dateline.model.wrapping import unwrapped_part

_REACH = 4_000  # code points on either side of a block that are looked at; a sentence that is longer is cut


class Passage(NamedTuple):
    """The text around a block without a line end that parts anything, as far as is looked at."""

    begin: int
    end: int
    goes_back: bool  # it began long before
    goes_on: bool


def passage_of(blocks: Blocks, block: int) -> Passage:
    """Return the passage that a block is part of, the block itself whole."""
    begin, end = blocks.bounds(block)
    low, high = max(0, begin - _REACH), min(len(blocks.text), end + _REACH)
    near = unwrapped_part(blocks.text, low, high)

    def joined(follower: int) -> bool:
        at = blocks.begin(follower) - 1
        return blocks.continues(follower) or (near[at - low] == " " and blocks.text[at] in LINE_ENDS)

    first = last = block
    while blocks.begin(first) > low and joined(first):
        first -= 1
    while last + 1 < len(blocks) and blocks.begin(last + 1) <= high and joined(last + 1):
        last += 1
    goes_back = first < block and 0 < low >= blocks.begin(first)
    goes_on = last > block and len(blocks.text) > high <= blocks.limit(last)
    return Passage(max(low, blocks.begin(first)), min(high, blocks.end(last)), goes_back, goes_on)


def sentences_of(blocks: Blocks, passage: Passage, block: int) -> list[Span]:
    """Return the whole sentences of a block's passage; those of the block are all there.

    Of one that begins or ends out of reach there is only what is in the block.
    """
    begin, end = blocks.bounds(block)
    found = list(sentences(blocks.text, passage.begin, passage.end))
    if passage.goes_back and found:
        first = found.pop(0)
        found[:0] = sentences(blocks.text, begin, first.end) if first.end > begin else ()
    if passage.goes_on and found:
        last = found.pop()
        found += sentences(blocks.text, last.begin, end) if last.begin < end else ()
    return found

"""What is done while nobody waits: the pages beside the one in view are set, and what opening put off is made good."""

from time import perf_counter

from msgspec import Struct

from dateline.gui.reader.sheet import Sheet

SECONDS = 0.005  # at most in one idle turn, so that a key press never waits long


class Turn(Struct, frozen=True):
    """What came of an idle turn."""

    moved: int  # by how much what is in view moved down
    more: bool  # whether there is more to do
    surprise: bool  # whether mentions turned up that should have been drawn


def work_ahead(sheet: Sheet, top: int, height: int, until: float) -> Turn:
    """Do a little at least, then as much as there is time for up to `until`, of what will be needed.

    First the next page is set and the one before, then all mentions are looked at and all paragraphs counted.
    """
    first = sheet.block_at(top)
    wanted = range(sheet.block_at(top + height), sheet.block_at(top + 2 * height) + 1)
    before = range(first, sheet.block_at(top - height) - 1, -1)
    moved = 0
    for i in (*wanted, *before):
        if sheet.is_set(i):
            continue
        old = sheet.heights[i]
        sheet.cell(i)
        if i < first:
            moved += sheet.heights[i] - old
        if perf_counter() >= until:
            return Turn(moved, more=True, surprise=False)
    index = sheet.scene.index
    done = index.advance(until) and sheet.blocks.count(until)
    return Turn(moved, more=not done, surprise=index.is_complete and index.take_surprise())

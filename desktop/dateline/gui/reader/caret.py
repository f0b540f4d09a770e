"""The word cursor: where it stands, what it has extended over, and how keys move it. Free of Qt."""

from msgspec import Struct
from msgspec.structs import replace

from dateline.gui.reader.blocks import Blocks
from dateline.gui.reader.passages import passage_of
from dateline.gui.reader.units import Granularity, next_unit, sentence_unit, unit_at, word_unit
from dateline.model.text import Span


class Caret(Struct, frozen=True):
    """A selection that knows its moving end: from the unit where it began to the unit it has come to."""

    anchor: Span
    head: Span

    @property
    def span(self) -> Span:
        """All that is selected."""
        return Span(min(self.anchor.begin, self.head.begin), max(self.anchor.end, self.head.end))

    def to(self, unit: Span, *, extend: bool) -> "Caret":
        """Return the cursor moved to a unit, with what is between when extending."""
        return replace(self, head=unit) if extend else Caret(unit, unit)


def start(blocks: Blocks, position: int, granularity: Granularity) -> Caret | None:
    """Return a cursor on the unit at or after `position`, else before it; None when the text has no units."""
    unit = (
        unit_at(blocks, position, granularity)
        or next_unit(blocks, position, granularity, 1)
        or next_unit(blocks, position, granularity, -1)
    )
    return Caret(unit, unit) if unit else None


def nearest(blocks: Blocks, position: int, granularity: Granularity) -> Caret | None:
    """Return a cursor on the unit at `position`, else on the one before it in its passage, else after it."""
    unit = unit_at(blocks, position, granularity)
    if unit is None:
        before = next_unit(blocks, position, granularity, -1)
        passage = passage_of(blocks, blocks.at(position))
        unit = before if before and before.begin >= passage.begin else None
    return Caret(unit, unit) if unit else start(blocks, position, granularity)


def step(blocks: Blocks, caret: Caret, granularity: Granularity, direction: int, *, extend: bool) -> Caret:
    """Move a unit on (1) or back (-1) from the moving end; extending backwards gives units back."""
    unit = next_unit(blocks, caret.head, granularity, direction)
    return caret.to(unit, extend=extend) if unit else caret


def to_sentence(blocks: Blocks, caret: Caret, direction: int, *, extend: bool) -> Caret:
    """Jump to the first word of the next sentence, or of this one and then of those before it."""
    here = sentence_unit(blocks, caret.head.begin)
    target: Span | None
    if direction > 0:
        target = next_unit(blocks, here or caret.head, Granularity.SENTENCE, 1)
    else:
        first = _first_word(blocks, here) if here else None
        at_start = first is None or caret.head.begin <= first.begin
        target = next_unit(blocks, here or caret.head, Granularity.SENTENCE, -1) if at_start else here
    word = _first_word(blocks, target) if target else None
    return caret.to(word, extend=extend) if word else caret


def to_paragraph_edge(blocks: Blocks, caret: Caret, direction: int, *, extend: bool) -> Caret:
    """Go to the first (-1) or the last (1) word of the paragraph."""
    whole = blocks.paragraph(blocks.at(caret.head.begin))
    if whole is None:
        return caret
    edge = whole.begin if direction < 0 else whole.end
    word = next_unit(blocks, edge, Granularity.WORD, -direction)
    return caret.to(word, extend=extend) if word and whole.covers(word) else caret


def to_document_edge(blocks: Blocks, caret: Caret, direction: int, *, extend: bool) -> Caret:
    """Go to the first (-1) or the last (1) word of the text."""
    word = next_unit(blocks, 0 if direction < 0 else len(blocks.text), Granularity.WORD, -direction)
    return caret.to(word, extend=extend) if word else caret


def regrain(blocks: Blocks, caret: Caret, granularity: Granularity) -> Caret:
    """Return the cursor on the unit of another granularity at the place where it stands.

    What it was extended over, or what was selected by hand and is no unit of any kind, is kept from end to end.
    """
    begin, last = caret.span.begin, caret.span.end - 1
    if caret.anchor == caret.head and any(unit_at(blocks, begin, g) == caret.head for g in Granularity):
        unit = _grain(blocks, begin, granularity)
        return Caret(unit, unit) if unit else caret
    first, second = _grain(blocks, begin, granularity), _grain(blocks, last, granularity)
    if first is None or second is None or not Caret(first, second).span.covers(caret.span):
        return caret
    return Caret(second, first) if caret.head < caret.anchor else Caret(first, second)


def _grain(blocks: Blocks, position: int, granularity: Granularity) -> Span | None:
    if granularity is Granularity.SENTENCE:
        found = sentence_unit(blocks, position)
        return found if found and found.begin <= position < found.end else None
    began = start(blocks, position, granularity)
    return began.head if began else None


def move_edge(
    blocks: Blocks, fragments: tuple[Span, ...], *, at_end: bool, direction: int, by_character: bool
) -> tuple[Span, ...]:
    """Move the begin of the first or the end of the last fragment by a word or a character.

    A fragment never becomes empty; where it would, nothing changes.
    """
    granularity = Granularity.CHARACTER if by_character else Granularity.WORD
    old = fragments[-1] if at_end else fragments[0]
    edge = old.end if at_end else old.begin
    unit = next_unit(blocks, edge, granularity, direction)
    grows = (direction > 0) == at_end
    if unit is not None and not grows and not by_character and edge == (unit.end if at_end else unit.begin):
        unit = next_unit(blocks, unit, granularity, direction)  # give up the edge word with the space beside it
    if unit is None:
        return fragments
    outward = grows or not by_character
    new = (unit.end if outward else unit.begin) if at_end else (unit.begin if outward else unit.end)
    if at_end:
        return (*fragments[:-1], Span(old.begin, new)) if new > old.begin else fragments
    return (Span(new, old.end), *fragments[1:]) if new < old.end else fragments


def _first_word(blocks: Blocks, sentence: Span) -> Span | None:
    word = word_unit(blocks.text, sentence.begin) or next_unit(blocks, sentence.begin, Granularity.WORD, 1)
    return word if word and word.overlaps(sentence) else None

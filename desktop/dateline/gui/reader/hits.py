"""What lies under a point of the page: mentions, tags, a word, an edge that can be dragged."""

from typing import NamedTuple

from msgspec import Struct

from dateline.gui.reader.sheet import LineAt, Sheet
from dateline.gui.reader.units import words_in
from dateline.model.text import Span

GRIP = 5  # pixels around an edge in which it can be caught


class Target(NamedTuple):
    """What a click means: the mentions under it, outermost first, and the unit of text (None beside the text).

    `more` are the further pieces of what was selected and then picked, `by_keys` whether with Enter.
    """

    mentions: tuple[str, ...]
    span: Span | None
    suggestion: str | None = None
    more: tuple[Span, ...] = ()
    by_keys: bool = False


class Hit(Struct, frozen=True):
    """A point resolved: its line, the character nearest to it, and whether it is on text or on a tag."""

    at: LineAt
    position: int
    on_text: bool
    tag: str | None = None


class Edge(Struct, frozen=True):
    """An edge of a mention: the begin of its first fragment or the end of its last."""

    mention: str
    at_end: bool


def hit(sheet: Sheet, x: float, y: float) -> Hit:
    """Resolve a point of the page; points beside the text go to the nearest character."""
    at = sheet.line_at(round(y))
    base = at.base
    grid = at.cell.set.grid
    tag = next((t.owner for t in at.shape.tags if t.x <= x < t.x + t.width), None)
    in_tag_row = base <= y < base + grid.text_top
    inside = base + grid.text_top - 2 <= y < base + grid.pitch and at.line.left <= x <= at.line.right
    on_text = inside and at.line.begin < at.line.end
    position = at.cell.set.character_at(at.line, x)
    return Hit(at, position, on_text and not (in_tag_row and tag), tag if in_tag_row else None)


def near(sheet: Sheet, found: Hit, x: float, y: float) -> Hit | None:
    """Return a hit on the word of the same line that is nearest to a point; None when none is within reach."""
    line, block = found.at.line, found.at.cell.set
    reach = 0.75 * block.grid.pitch
    top = found.at.base
    if not top - reach <= y < top + block.grid.pitch + reach:
        return None
    best: tuple[float, Span] | None = None
    for word in words_in(sheet.blocks.text, line.begin, line.end):
        for left, right in block.extents(line, word.begin, word.end):
            away = max(left - x, x - right, 0.0)
            if away <= reach and (best is None or away < best[0]):
                best = (away, word)
    if best is None:
        return None
    word = best[1]
    return Hit(found.at, min(max(found.position, word.begin), word.end - 1), on_text=True)


def mentions_at(sheet: Sheet, found: Hit) -> tuple[str, ...]:
    """Return the mentions under a hit, outermost first; a tag stands for its own mention alone."""
    if found.tag is not None:
        return (found.tag,) if sheet.scene.index.get(found.tag) else ()
    return tuple(m.id for m in sheet.scene.index.at(found.position)) if found.on_text else ()


def suggestion_at(sheet: Sheet, found: Hit) -> str | None:
    """Return the smallest suggestion under a hit, or None."""
    here = [
        s
        for s in sheet.scene.suggestions
        if s.id == found.tag or (found.on_text and any(f.begin <= found.position < f.end for f in s.fragments))
    ]
    return min(here, key=lambda s: len(s.span)).id if here else None


def edge_at(sheet: Sheet, mention_id: str | None, x: float, y: float) -> Edge | None:
    """Return the edge of a mention that can be caught at a point, or None."""
    mention = sheet.scene.index.get(mention_id)
    if mention is None:
        return None
    at = sheet.line_at(round(y))
    base = at.base
    if not base + at.cell.set.grid.text_top - 2 <= y < base + at.cell.set.grid.pitch:
        return None
    best: tuple[float, Edge] | None = None
    for at_end, position in ((False, mention.fragments[0].begin), (True, mention.fragments[-1].end - 1)):
        edge = at.cell.set.edge_x(at.line, position, at_end=at_end)
        away = abs(x - edge[0]) if edge else GRIP + 1
        if away <= GRIP and (best is None or away < best[0]):
            best = (away, Edge(mention.id, at_end))
    return best[1] if best else None

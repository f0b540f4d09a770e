"""Cutting boilerplate out of a text, and carrying offsets over the cut."""

from bisect import bisect_right
from collections.abc import Iterable

from msgspec import Struct

from dateline.model.article import Region, RegionKind
from dateline.model.page import without
from dateline.model.text import Span, merged
from dateline.model.wording import tr

ALL_BOILERPLATE = tr("articles that are boilerplate throughout")  # in the loss report


class KeptText(Struct, frozen=True):
    """A text without its boilerplate. `begins` and `kept` tell where each kept piece starts now and was before."""

    text: str
    kept: tuple[Span, ...]
    begins: tuple[int, ...]

    def carried(self, span: Span) -> Span | None:
        """Return where a span of the whole text is in the kept one; None when any of it was cut."""
        i = bisect_right(self.kept, span.begin, key=lambda k: k.begin) - 1
        if i < 0 or span.end > self.kept[i].end:
            return None
        shift = self.begins[i] - self.kept[i].begin
        return Span(span.begin + shift, span.end + shift)

    def before(self, position: int) -> int:
        """Return where a character of the kept text was in the whole one."""
        i = max(0, bisect_right(self.begins, position) - 1)
        return position - self.begins[i] + self.kept[i].begin if self.kept else 0


def kept_text(text: str, regions: Iterable[Region]) -> KeptText:
    """Cut the boilerplate among `regions` out of `text`; words that would run together are parted by a line end."""
    zones = merged(r.span for r in regions if r.kind is RegionKind.BOILERPLATE)
    if not text or not zones:
        return KeptText(text, (Span(0, len(text)),) if text else (), (0,) if text else ())
    kept = tuple(without([Span(0, len(text))], zones))
    pieces: list[str] = []
    begins: list[int] = []
    length = 0
    for span in kept:
        piece = span.of(text)
        if pieces and not pieces[-1][-1].isspace() and not piece[0].isspace():
            pieces.append("\n")
            length += 1
        begins.append(length)
        pieces.append(piece)
        length += len(piece)
    return KeptText("".join(pieces), kept, tuple(begins))

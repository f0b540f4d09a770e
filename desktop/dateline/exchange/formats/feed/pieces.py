"""A feed's file cut into its entries, so that no more than one is held: each with all that stands outside of them."""

import codecs
import re
from collections.abc import Generator, Iterator
from contextlib import closing
from pathlib import Path

from dateline.exchange.checks import Fault
from dateline.exchange.decode import LARGEST
from dateline.exchange.problems import ProblemKind
from dateline.model.progress import Progress
from dateline.model.wording import Wording, tr

LARGEST_FRAME = 4 << 20  # bytes of what stands outside of entries
_CHUNK = 1 << 18
_NEXT = re.compile(rb"<!\[CDATA\[|<!--|<(/?)(?:[\w-]+:)?(?:item|entry)(?=[\s/>])", re.IGNORECASE)
_CLOSED = re.compile(rb"</(?:[\w-]+:)?(?:item|entry)\s*>\s*$|^<[^>]*/>$", re.IGNORECASE)
_ROOT_ENDS = re.compile(rb"</(?:[\w-]+:)?(?:rss|feed|rdf)\s*>", re.IGNORECASE)
_ENDS = {b"<![CDATA[": b"]]>", b"<!--": b"-->"}
_SAYS_ENCODING = re.compile(
    rb"""\A((?:\xef\xbb\xbf)?<\?xml(?:\s++(?!encoding\b)[^\s>]++)*)\s++encoding\s*=\s*["'][^"']*["']"""
)
_WIDE = ((codecs.BOM_UTF32_LE, "utf-32"), (codecs.BOM_UTF32_BE, "utf-32"), (codecs.BOM_UTF16_LE, "utf-16"),
         (codecs.BOM_UTF16_BE, "utf-16"), (b"<\x00", "utf-16-le"), (b"\x00<", "utf-16-be"))  # fmt: skip


def entries(source: Path, progress: Progress) -> Iterator[bytes]:
    """Yield for each entry the feed as if it had only this one; the whole where there is none.

    Raises Fault for what is no feed by its size, after the other entries for a last one that breaks off, and OSError.
    """
    frame = _Frame()
    for piece, is_entry in _pieces(source, progress):
        frame.take(piece, is_entry)
    if not frame.has_entries:
        yield bytes(frame.before)
        return
    last = b""
    for piece, is_entry in _pieces(source, progress):
        if is_entry and last:
            yield b"".join((frame.before, last, frame.after))
        last = piece if is_entry else last
    if not (_CLOSED.search(last) or _ROOT_ENDS.search(last)):
        what = "ends in the middle of an entry: the file was cut off"
        fault = Fault("", what, tr("Save the feed again"), ProblemKind.SYNTAX)
        fault.line = _lines(source)
        raise fault
    yield b"".join((frame.before, last, frame.after))


def broken_off(source: Path) -> int | None:
    """Return the line on which a feed's file ends without its root's end tag, None where it has that."""
    with closing(_chunks(source)) as chunks:
        before = b""
        for _, chunk in chunks:
            tail = before + chunk
            if _ROOT_ENDS.search(tail):
                return None
            before = chunk[-80:]
    return _lines(source)


def _lines(source: Path) -> int:
    with closing(_chunks(source)) as chunks:
        return 1 + sum(chunk.count(b"\n") for _, chunk in chunks)


class _Frame:
    """What stands before the first entry, and all else that is in none."""

    def __init__(self) -> None:
        self.before, self.after = bytearray(), bytearray()
        self.has_entries = False

    def take(self, piece: bytes, is_entry: bool) -> None:
        if is_entry:
            self.has_entries = True
            return
        if piece.isspace() and self.after[-1:].isspace():
            return  # between entries: with each entry what is in none is read again
        (self.after if self.has_entries else self.before).extend(piece)
        if len(self.before) + len(self.after) > LARGEST_FRAME:
            what = f"holds more than {LARGEST_FRAME >> 20} MB that is in no entry"
            raise Fault("", what, tr("Check that it is a feed"), ProblemKind.TOO_LARGE)


def _pieces(source: Path, progress: Progress) -> Iterator[tuple[bytes, bool]]:
    """Yield the file in pieces in order, and of each whether it is an entry, whole from tag to tag."""
    total, done = source.stat().st_size, 0
    cutter = _Cutter()
    with closing(_chunks(source)) as chunks:
        for size, chunk in chunks:
            done += size
            progress.step(min(done, total), total, source.name)
            yield from cutter.cut(chunk, last=False)
    yield from cutter.cut(b"", last=True)


def _chunks(source: Path) -> Generator[tuple[int, bytes], None, None]:
    """Yield the file's bytes (and how many were read) in an encoding in which tags are ASCII."""
    with source.open("rb") as file:
        head = file.read(4)
        file.seek(0)
        wide = next((name for mark, name in _WIDE if head.startswith(mark)), "")
        decoder = codecs.getincrementaldecoder(wide)("replace") if wide else None
        first = True
        while raw := file.read(_CHUNK):
            data = decoder.decode(raw, final=file.peek(1) == b"").encode("utf-8", "replace") if decoder else raw
            if decoder and first:
                data = _SAYS_ENCODING.sub(rb"\1", data, count=1)
            first = False
            yield len(raw), data


class _Cutter:
    """Goes from tag to tag; what is in comments and CDATA is no tag."""

    def __init__(self) -> None:
        self._buffer = bytearray()
        self._at = 0  # where to look next
        self._inside = False  # of an entry, which begins where the buffer does

    def cut(self, data: bytes, *, last: bool) -> Iterator[tuple[bytes, bool]]:
        """Take more of the file; yield the pieces that end in it."""
        self._buffer += data
        while (match := _NEXT.search(self._buffer, self._at)) is not None:
            close = _ENDS.get(match[0].upper(), b">")
            end = self._buffer.find(close, match.end())
            if end < 0:
                self._at = match.start()
                break
            end += len(close)
            if close != b">":
                self._at = end
            else:
                yield from self._tag(match.start(), end, closes=bool(match[1]))
        else:
            # A tag or mark may be cut in two by the end of the buffer.
            self._at = max(self._at, len(self._buffer) - 80)
        yield from self._rest(last=last)

    def _tag(self, begin: int, end: int, *, closes: bool) -> Iterator[tuple[bytes, bool]]:
        if closes:
            self._at = end
            if self._inside:
                yield self._taken(end), True
                self._inside = False
            return
        if begin:  # an entry that was not closed ends where the next begins
            yield self._taken(begin), self._inside
            end -= begin
        self._at = end
        self._inside = self._buffer[end - 2 : end] != b"/>"
        if not self._inside:
            yield self._taken(end), True

    def _rest(self, *, last: bool) -> Iterator[tuple[bytes, bool]]:
        if last and self._buffer:
            yield self._taken(len(self._buffer)), self._inside
        elif not self._inside and self._at:
            yield self._taken(self._at), False
        elif len(self._buffer) > LARGEST:
            raise Fault(
                "",
                Wording(tr("an entry is larger than {value} MB"), {"value": f"{LARGEST >> 20}"}),
                tr("Divide it"),
                ProblemKind.TOO_LARGE,
            )

    def _taken(self, end: int) -> bytes:
        piece = bytes(self._buffer[:end])
        del self._buffer[:end]
        self._at = max(0, self._at - end)
        return piece

"""A DocBin document by document, in and out: its parts lie in temporary files, since the format puts like with like.

A DocBin is one MessagePack map under zlib: the tokens of all documents in one piece, then the spaces of all, and so on.
spaCy itself holds all of it; here each document is handed to spaCy as a DocBin of its own.
"""

import struct
import tempfile
import zlib
from collections.abc import Callable, Iterator
from importlib import import_module
from pathlib import Path
from typing import IO, Any

from dateline.exchange.checks import Fault
from dateline.exchange.problems import ProblemKind
from dateline.model.progress import Progress
from dateline.model.wording import Wording, tr
from dateline.scratch import Ledger

LARGEST = 16 << 30  # bytes, unpacked; they lie on the disk
_RATIO, _ANYWAY = 300, 256 << 20  # how much a file may unpack to: so many times its size, and this in any case
_PIECE = 1 << 20
_DEEPEST = 4 << 30  # bytes of one part: the format has no larger
_TOGETHER = 500  # values read at once
_LISTS = ("strings", "cats", "flags", "span_groups", "user_data")


class Broken(ValueError):
    """What should be MessagePack and is not."""


def unpacked(source: Path, progress: Progress) -> IO[bytes]:
    """Return a file's content, unpacked, in a temporary file.

    Raises Fault for what unpacks to far more than it should, zlib.error and Broken for what is damaged.
    """
    out = tempfile.TemporaryFile()  # noqa: SIM115 - whoever asked closes it
    try:
        _unpack(source, out, progress)
    except BaseException:
        out.close()
        raise
    return out


def _unpack(source: Path, out: IO[bytes], progress: Progress) -> None:
    packed = source.stat().st_size
    most = min(LARGEST, max(_ANYWAY, packed * _RATIO))
    unpacker, size = zlib.decompressobj(), 0
    with source.open("rb") as file:
        while not unpacker.eof:
            data = unpacker.unconsumed_tail or file.read(_PIECE)
            piece = unpacker.decompress(data, _PIECE)
            if not data and not piece:
                raise Broken("it is cut off")
            size += len(piece)
            if size > most:
                raise Fault(
                    "",
                    Wording(tr("would unpack to more than {value} MB"), {"value": f"{most >> 20}"}),
                    tr("Divide it"),
                    ProblemKind.TOO_LARGE,
                )
            out.write(piece)
            progress.step(min(file.tell(), packed), packed, source.name)


class Documents:
    """The documents of an unpacked DocBin, one at a time; raises Broken, and whatever spaCy raises."""

    def __init__(self, file: IO[bytes]) -> None:
        self._file = file
        self._values: dict[str, Any] = {}
        self._parts: dict[str, tuple[int, int]] = {}  # where a part begins, and its bytes or elements
        file.seek(0)
        for _ in range(_count(file, 0x80, 0xDE, 0xDF)):
            key = _read(file, _count(file, 0xA0, 0xDA, 0xDB, 0xD9)).decode()
            if key in ("tokens", "spaces", "lengths"):
                size = _count(file, None, 0xC5, 0xC6, 0xC4)
                self._parts[key] = file.tell(), size
                file.seek(size, 1)
            elif key in _LISTS:
                count = _count(file, 0x90, 0xDC, 0xDD)
                self._parts[key] = file.tell(), count
                _pass_over(file, count)
            else:
                self._values[key] = _loaded(file)

    def read(self, kept: frozenset[int]) -> Iterator[Any]:
        """Yield spaCy's documents, with those of the attributes of their tokens that are kept."""
        numpy, spacy = import_module("numpy"), import_module("spacy")
        vocab = spacy.vocab.Vocab()
        for string in self._elements("strings"):
            vocab.strings.add(string)
        attrs: list[int] = list(self._values["attrs"])
        columns = [i for i, attribute in enumerate(attrs) if attribute in kept]
        lists = {key: self._elements(key) for key in _LISTS[1:]}
        tokens, spaces = self._parts["tokens"][0], self._parts["spaces"][0]
        for length in self._lengths():
            one = spacy.tokens.DocBin()
            flat = numpy.frombuffer(self._bytes("tokens", tokens, 8 * length * len(attrs)), dtype="uint64")
            one.attrs = [attrs[i] for i in columns]
            one.tokens = [flat.reshape((length, len(attrs)))[:, columns]]
            one.spaces = [numpy.frombuffer(self._bytes("spaces", spaces, length), dtype=bool).reshape((length, 1))]
            one.cats, one.flags = [next(lists["cats"])], [next(lists["flags"], {})]
            one.span_groups, one.user_data = [next(lists["span_groups"], b"")], [next(lists["user_data"], None)]
            tokens, spaces = tokens + 8 * length * len(attrs), spaces + length
            yield next(one.get_docs(vocab))

    def _bytes(self, part: str, at: int, size: int) -> bytes:
        begin, whole = self._parts[part]
        if at + size > begin + whole:
            raise Broken(f"its {part} are fewer than its documents need")
        self._file.seek(at)
        return self._file.read(size)

    def _lengths(self) -> Iterator[int]:
        at, size = self._parts["lengths"]
        for place in range(at, at + size - size % 4, 4):
            (length,) = struct.unpack("<i", self._bytes("lengths", place, 4))
            if length < 0:
                raise Broken("a document has fewer than no tokens")
            yield length

    def _elements(self, part: str) -> Iterator[Any]:
        """Yield a part's values, read some at a time: srsly looks for plug-ins each time it is asked."""
        at, count = self._parts.get(part, (0, 0))
        while count:
            self._file.seek(at)
            taken = 0
            while taken < min(count, _TOGETHER) and self._file.tell() - at < _PIECE:
                _pass_over(self._file, 1)
                taken += 1
            end = self._file.tell()
            self._file.seek(at)
            data = b"\xdd" + struct.pack(">I", taken) + _read(self._file, end - at)
            yield from import_module("srsly").msgpack_loads(data)
            at, count = end, count - taken


class Packing:
    """Takes spaCy's documents one at a time, and puts a DocBin together at the end."""

    def __init__(self, attributes: tuple[str, ...], scratch: Callable[[], IO[bytes]]) -> None:
        self._spacy, self._srsly = import_module("spacy"), import_module("srsly")
        self._attributes = attributes
        self._parts = {key: scratch() for key in ("tokens", "spaces", "lengths", *_LISTS[1:])}
        self._strings, self._number_of_strings = Ledger(), 0
        self._documents = 0
        self._packed: dict[str, bytes] = {}

    def add(self, doc: Any) -> None:
        """Take a document in."""
        one = self._spacy.tokens.DocBin(attrs=self._attributes, store_user_data=True, docs=[doc])
        self._documents += 1
        self._parts["tokens"].write(one.tokens[0].tobytes("C"))
        self._parts["spaces"].write(one.spaces[0].tobytes("C"))
        self._parts["lengths"].write(struct.pack("<i", len(one.tokens[0])))
        for key in ("cats", "flags"):
            self._parts[key].write(self._plain(getattr(one, key)[0]))
        for key in ("span_groups", "user_data"):
            data = getattr(one, key)[0]
            self._parts[key].write(b"\xc6" + struct.pack(">I", len(data)) + data)
        for string in sorted(one.strings):  # a set, of which the order is another in each process
            self._number_of_strings += self._strings.add(string)

    def _plain(self, value: dict[str, Any]) -> bytes:
        """Return a small map packed; few differ, and srsly looks for plug-ins each time it is asked."""
        key = repr(value)
        if key not in self._packed and len(self._packed) < _TOGETHER:
            self._packed[key] = self._srsly.msgpack_dumps(value)
        return self._packed.get(key) or bytes(self._srsly.msgpack_dumps(value))

    def write(self, out: IO[bytes]) -> None:
        """Write it all; raises Broken for more tokens than the format can hold in one file."""
        empty = self._spacy.tokens.DocBin(attrs=self._attributes, store_user_data=True)
        packer = zlib.compressobj()
        dumps = self._srsly.msgpack_dumps

        def put(data: bytes) -> None:
            out.write(packer.compress(data))

        put(b"\x8a" + dumps("version") + dumps(empty.version) + dumps("attrs") + dumps(empty.attrs))
        for key in ("tokens", "spaces", "lengths"):
            size = self._parts[key].tell()
            if size >= _DEEPEST:
                raise Broken(f"its {key} are more than a DocBin can hold")
            put(dumps(key) + b"\xc6" + struct.pack(">I", size))
            self._copy(key, put)
        put(dumps("strings") + b"\xdd" + struct.pack(">I", self._number_of_strings))
        for string in self._strings.keys():  # noqa: SIM118 - no dict
            data = string.encode("utf-8")
            put(b"\xdb" + struct.pack(">I", len(data)) + data)
        for key in _LISTS[1:]:
            put(dumps(key) + b"\xdd" + struct.pack(">I", self._documents))
            self._copy(key, put)
        out.write(packer.flush())

    def _copy(self, key: str, put: Callable[[bytes], None]) -> None:
        file = self._parts[key]
        file.seek(0)
        while piece := file.read(_PIECE):
            put(piece)


def _read(file: IO[bytes], size: int) -> bytes:
    data = file.read(size)
    if len(data) < size:
        raise Broken("it ends too early")
    return data


def _number(file: IO[bytes], size: int) -> int:
    return int.from_bytes(_read(file, size))


def _count(file: IO[bytes], small: int | None, middle: int, large: int, tiny: int = -1) -> int:
    """Read the head of a map, a list, a text or a run of bytes: how much it holds."""
    (mark,) = _read(file, 1)
    if small is not None and small <= mark < small + (32 if small == 0xA0 else 16):
        return mark - small
    sizes = {tiny: 1, middle: 2, large: 4}
    if mark not in sizes:
        raise Broken("a part is of another kind than it should be")
    return _number(file, sizes[mark])


def _loaded(file: IO[bytes]) -> Any:
    """Read one value."""
    begin = file.tell()
    _pass_over(file, 1)
    end = file.tell()
    file.seek(begin)
    return import_module("srsly").msgpack_loads(_read(file, end - begin))


# Bytes behind a mark: those that follow at once, and how many bytes say how many more.
_FIXED = {0xC0: 0, 0xC2: 0, 0xC3: 0, 0xCA: 4, 0xCB: 8, 0xCC: 1, 0xCD: 2, 0xCE: 4, 0xCF: 8, 0xD0: 1, 0xD1: 2, 0xD2: 4,
          0xD3: 8, 0xD4: 2, 0xD5: 3, 0xD6: 5, 0xD7: 9, 0xD8: 17}  # fmt: skip
_SIZED = {0xC4: (1, 0), 0xC5: (2, 0), 0xC6: (4, 0), 0xC7: (1, 1), 0xC8: (2, 1), 0xC9: (4, 1), 0xD9: (1, 0),
          0xDA: (2, 0), 0xDB: (4, 0)}  # fmt: skip
_HOLDING = {0xDC: (2, 1), 0xDD: (4, 1), 0xDE: (2, 2), 0xDF: (4, 2)}


def _pass_over(file: IO[bytes], values: int) -> None:
    """Go behind so many values, whatever they hold."""
    while values:
        values -= 1
        (mark,) = _read(file, 1)
        if mark < 0x80 or mark >= 0xE0:
            continue
        if mark < 0xA0:
            values += (mark & 0x0F) * (2 if mark < 0x90 else 1)
        elif mark < 0xC0:
            _read(file, mark & 0x1F)
        elif mark in _FIXED:
            _read(file, _FIXED[mark])
        elif mark in _SIZED:
            size, more = _SIZED[mark]
            file.seek(_number(file, size) + more, 1)
        elif mark in _HOLDING:
            size, times = _HOLDING[mark]
            values += _number(file, size) * times
        else:
            raise Broken("a value is of no kind that is known")

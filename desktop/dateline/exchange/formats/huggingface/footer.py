"""What a parquet file says of itself at its end, read without pyarrow, which ends the program over a damaged column."""

from collections.abc import Iterator
from typing import Any, BinaryIO, NamedTuple

_MAGIC = b"PAR1"
_LARGEST = 1 << 28  # bytes of a footer
_DEEPEST = 32  # values within values
_GROUPS, _COLUMNS, _BYTES, _ABOUT, _VALUES = 4, 1, 2, 3, 5  # numbers of fields in parquet.thrift

Struct = dict[int, Any]  # by the numbers of fields: int, bool, bytes, list of such or Struct


class Group(NamedTuple):
    """How many bytes a row group unpacks to, and how many values its longest column has, by its own word."""

    bytes: int
    values: int


def row_groups(opened: BinaryIO) -> Iterator[Group]:
    """Yield what each row group says of its size. Raises ValueError where the footer cannot be read."""
    size = opened.seek(0, 2)
    opened.seek(max(0, size - 8))
    length, magic = int.from_bytes(opened.read(4), "little"), opened.read(4)
    if magic != _MAGIC or not 0 < length <= min(size - 8, _LARGEST):
        raise ValueError("it does not end as a parquet file does")
    opened.seek(size - 8 - length)
    footer = _Compact(opened.read(length)).struct()
    for group in _structs(footer.get(_GROUPS, [])):
        about = [_struct(column.get(_ABOUT)) for column in _structs(group.get(_COLUMNS))]
        yield Group(_number(group.get(_BYTES)), max((_number(a.get(_VALUES)) for a in about), default=0))


def _number(value: object) -> int:
    if not isinstance(value, int):
        raise ValueError("its footer has no number where one was expected")
    return value


def _struct(value: object) -> Struct:
    if not isinstance(value, dict):
        raise ValueError("its footer does not say what a column holds")
    return value


def _structs(value: object) -> Iterator[Struct]:
    if not isinstance(value, list):
        raise ValueError("its footer has no list where one was expected")
    yield from map(_struct, value)


class _Compact:
    """Decodes Thrift's compact protocol. Raises ValueError."""

    def __init__(self, data: bytes) -> None:
        self._data, self._at = data, 0

    def struct(self, depth: int = 0) -> Struct:
        """Return the values of a struct's fields, by their numbers."""
        found: Struct = {}
        number = 0
        while head := self._byte():
            number = number + (head >> 4) if head >> 4 else self._zigzag()
            sort = head & 15
            found[number] = sort == 1 if sort in (1, 2) else self._value(sort, depth + 1)
        return found

    def _value(self, sort: int, depth: int) -> Any:
        if depth > _DEEPEST:
            raise ValueError("its footer is nested too deeply")
        if sort in (1, 2):  # a truth value in a list
            return self._byte() == 1
        if sort == 3:
            return self._byte()
        if sort in (4, 5, 6):
            return self._zigzag()
        if sort == 7:
            return self._bytes(8)
        if sort == 8:
            return self._bytes(self._varint())
        if sort in (9, 10):
            head = self._byte()
            count = self._varint() if head >> 4 == 15 else head >> 4
            return [self._value(head & 15, depth + 1) for _ in range(count)]
        if sort == 12:
            return self.struct(depth)
        raise ValueError(f"its footer has a value of the unknown kind {sort}")

    def _byte(self) -> int:
        return self._bytes(1)[0]

    def _bytes(self, count: int) -> bytes:
        found = self._data[self._at : self._at + count]
        if len(found) < count:
            raise ValueError("its footer breaks off")
        self._at += count
        return found

    def _varint(self) -> int:
        value = shift = 0
        while (byte := self._byte()) & 128:
            value |= (byte & 127) << shift
            shift += 7
            if shift > 63:
                raise ValueError("its footer has a number that is too long")
        return value | byte << shift

    def _zigzag(self) -> int:
        value = self._varint()
        return (value >> 1) ^ -(value & 1)

"""The rows of a parquet file, a few at a time, however small the file is that says one long text over and over."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any, BinaryIO

from dateline.exchange.checks import Fault
from dateline.exchange.extras import for_reading
from dateline.exchange.formats.huggingface.footer import row_groups
from dateline.exchange.jsonl import LONGEST_LINE
from dateline.exchange.problems import ProblemKind
from dateline.model.wording import Wording, tr

_ROWS = 200  # at once, and of these so many as come to ...
_AT_ONCE = 1 << 20  # ... that many bytes are made Python's far larger objects
_ALLOWED_ANYWAY = 1 << 30  # bytes that a file may unpack to in any case, ...
_ALLOWED_RATIO = 200  # ... and that for each of its own


class ParquetRows:
    """A parquet file's schema, how many rows it has, and these one after the other.

    Texts are held once while they are decoded, and counted before they are multiplied. Raises Fault.
    """

    def __init__(self, opened: BinaryIO, source: Path) -> None:
        parquet = for_reading("pyarrow.parquet", "pyarrow", "parquet")
        self._compute = for_reading("pyarrow.compute", "pyarrow", "parquet")
        self._left = max(_ALLOWED_ANYWAY, source.stat().st_size * _ALLOWED_RATIO)
        try:
            self._check(opened)
            metadata = parquet.ParquetFile(opened).metadata
            columns = [metadata.schema.column(i) for i in range(metadata.num_columns)]
            texts = [c.path for c in columns if c.physical_type == "BYTE_ARRAY"]
            file = parquet.ParquetFile(opened, metadata=metadata, read_dictionary=texts)
            self.total, self.schema = metadata.num_rows, file.schema_arrow
            self._batches = file.iter_batches(batch_size=_ROWS)
        except Fault:
            raise
        except Exception as error:  # pyarrow has errors of many kinds, OSError for damage among them
            raise _broken(error) from error

    def _check(self, opened: BinaryIO) -> None:
        """Refuse what says of itself that it unpacks to far more than a file of its size holds."""
        if any(max(group.bytes, group.values * 8) > self._left for group in row_groups(opened)):
            raise _too_large()

    def __iter__(self) -> Iterator[dict[str, Any] | Fault]:
        """Yield each row, or what is wrong with it."""
        while (batch := self._following()) is not None:
            size = self._size(batch)
            step = max(1, batch.num_rows * _AT_ONCE // max(size, 1))
            for at in range(0, batch.num_rows, step):
                part = batch.slice(at, step)
                taken = self._size(part)
                self._left -= taken
                if self._left < 0:
                    raise _too_large()
                if taken > LONGEST_LINE:
                    yield Fault(
                        "",
                        Wording(tr("holds more than {value} MB"), {"value": f"{LONGEST_LINE >> 20}"}),
                        tr("Divide it"),
                        ProblemKind.TOO_LARGE,
                    )
                    continue
                try:
                    rows = part.to_pylist()
                except Exception as error:
                    raise _broken(error) from error
                yield from rows

    def _following(self) -> Any:
        try:
            return next(self._batches, None)
        except Exception as error:
            raise _broken(error) from error

    def _size(self, batch: Any) -> int:
        try:
            return sum(self._bytes(column) for column in batch.columns)
        except Exception as error:
            raise _broken(error) from error

    def _bytes(self, array: Any) -> int:
        """Return how many bytes an array comes to when each of its texts is written out."""
        if hasattr(array, "dictionary"):
            if not array.dictionary.nbytes:
                return 0
            lengths = self._compute.binary_length(array.dictionary)
            return self._compute.sum(lengths.take(array.indices)).as_py() or 0
        if hasattr(array, "flatten") and array.type.num_fields:
            inside = array.flatten()
            return sum(map(self._bytes, inside)) if isinstance(inside, list) else self._bytes(inside)
        return int(array.nbytes)


def _too_large() -> Fault:
    what = "unpacks to far more than a file of its size can hold"
    return Fault("", what, tr("Write it again as JSON lines"), ProblemKind.TOO_LARGE)


def _broken(error: Exception) -> Fault:
    said = " ".join(str(error).split())[:160] or type(error).__name__
    return Fault(
        "",
        Wording(tr("is no parquet file that can be read: {said}"), {"said": f"{said}"}),
        tr("Write it again"),
        ProblemKind.SYNTAX,
    )

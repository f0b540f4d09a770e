"""What a file format is to the rest of the program."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path

from msgspec import Struct

from dateline.exchange.options import ReadOptions, WriteOptions
from dateline.exchange.reading import Item, Reader
from dateline.exchange.writing import OpensWriter, Report, write_with
from dateline.model.bundle import Bundle, Frame


class UnknownFormat(ValueError):
    """No format has this name, none fits a file, or it does not go in this direction; the message says which do."""


class Format(Struct, frozen=True):
    """One file format: its name on the command line, its title in dialogs, and how it is read and written.

    `reads` yields a Frame (if the source has one), Bundles, and a Problem for each record it leaves out;
    `reads_many` does so for several sources at once. `opens` gives a Writer to feed. `recognises` says from a
    path and the first megabyte (empty for a folder) whether a source is of this format.
    `folder`: what is written is a folder.
    """

    name: str
    title: str
    suffixes: tuple[str, ...] = ()
    description: str = ""
    folder: bool = False
    reads: Callable[[Path, ReadOptions], Iterator[Item]] | None = None
    reads_many: Callable[[Sequence[Path], ReadOptions], Iterator[Item]] | None = None
    opens: OpensWriter | None = None
    recognises: Callable[[Path, bytes], bool] | None = None

    @property
    def can_import(self) -> bool:
        """Whether it can be read."""
        return self.reads is not None or self.reads_many is not None

    @property
    def can_export(self) -> bool:
        """Whether it can be written."""
        return self.opens is not None

    def read(self, source: Path, options: ReadOptions | None = None) -> Reader:
        """Open a source; raises UnknownFormat when the format cannot be imported. See Reader for the rest."""
        return self.read_all([source], options)[0]

    def read_all(self, sources: Sequence[Path], options: ReadOptions | None = None) -> list[Reader]:
        """Open several sources: one reader for all where the format can do that, else one each."""
        chosen = options or ReadOptions()
        if self.reads_many:
            return [Reader(self.reads_many(tuple(sources), chosen), chosen, sources[0])] if sources else []
        if not self.reads:
            raise UnknownFormat(f"the format {self.name} can only be exported")
        return [Reader(self.reads(source, chosen), chosen, source) for source in sources]

    def write(
        self, target: Path, frame: Frame, bundles: Iterable[Bundle], options: WriteOptions | None = None
    ) -> Report:
        """Write to `target` beside and rename: all or nothing.

        Raises CannotWrite, Cancelled, and UnknownFormat when the format cannot be exported.
        """
        if not self.opens:
            raise UnknownFormat(f"the format {self.name} can only be imported")
        return write_with(self.opens, target, frame, bundles, options or WriteOptions())

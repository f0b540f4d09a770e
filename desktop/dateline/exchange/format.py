"""What a file format is to the rest of the program."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from itertools import chain
from pathlib import Path

from msgspec import Struct

from dateline.exchange.archive import Tree
from dateline.exchange.losses import AS_OUTSIDE
from dateline.exchange.options import ReadOptions, WriteOptions
from dateline.exchange.problems import Problem, ProblemKind
from dateline.exchange.reading import Item, Reader
from dateline.exchange.writing import OpensWriter, Report, write_with
from dateline.model.annotation import AnnotatorKind, Layer
from dateline.model.article import State
from dateline.model.bundle import Bundle, Frame
from dateline.model.wording import tr

__all__ = ["Choice", "Files", "Format", "UnknownFormat", "UnknownOption", "as_outside", "tr"]


class UnknownFormat(ValueError):
    """No format has this name, none fits a file, or it does not go in this direction; the message says which do."""


Files = Callable[[], Tree]  # gives what is in a folder or zip archive; raises Fault and OSError

_WITH_FLAGS = ("offsets", "dates")  # options with a name of their own on the command line


class UnknownOption(UnknownFormat):
    """The format does not have this option or value; the message says which it has."""


class Choice(Struct, frozen=True):
    """An option only one format has: its key in `extra`, what it decides, and its values, the usual one first.

    No values: it takes any text, or one of `allowed` where it is chosen elsewhere.
    """

    key: str
    title: str
    values: tuple[str, ...]
    importing: bool = False
    exporting: bool = False
    allowed: tuple[str, ...] = ()


def as_outside(_: WriteOptions) -> str:
    """Say that words outside spans are written as if there were nothing to tag, also where nobody has read so far."""
    return AS_OUTSIDE


class Format(Struct, frozen=True):
    """One file format: its name on the command line, its title in dialogs, and how it is read and written.

    `reads` yields a Frame (if the source has one), Bundles, and a Problem for each record it leaves out;
    `reads_many` does so for several sources at once. `opens` gives a Writer to feed. `recognises` says from a
    path and the first megabyte (empty for a folder) whether a source is of this format; `recognises_in` says so
    and is given, too, what is in a folder or zip archive, which is opened once for all formats.
    `writes`: what is written, where `description` also tells of what is read.
    `folder`: what is written is a folder. `training`: a record is a text or a sentence of it, as the options say.
    `annotated`: annotations are written, not only texts.
    `result`: what is written is to train on or to count, where other formats hand on the work itself. Texts nobody has
    worked on would teach that there is nothing to tag, and what was skipped, as older versions are, is not to be
    taught: `usual_states` leaves both out. `usual_kinds` leaves out what models tagged: it would pass for gold.
    `unread`: what becomes of the words outside spans in texts that are not done, whether that was chosen or not: what
    it returns is counted among the losses of each such text.
    `record_of`: a record is an annotation of this layer, and an article without any makes none.
    `by_sentence`: a record is always a sentence. `encoded`: its files are texts in any encoding, which can be said.
    `whole`: the project's ids are written for what they are, so that they are found again.
    `uncut`: what is marked as boilerplate stays, whatever the options say.
    `choices`: what else can be chosen; `reads` and `opens` find it in the options' `extra`.
    """

    name: str
    title: str
    suffixes: tuple[str, ...] = ()
    description: str = ""
    writes: str = ""
    folder: bool = False
    training: bool = False
    annotated: bool = True
    result: bool = False
    unread: Callable[[WriteOptions], str] | None = None
    record_of: Layer | None = None
    by_sentence: bool = False
    encoded: bool = False
    whole: bool = False
    uncut: bool = False
    choices: tuple[Choice, ...] = ()
    reads: Callable[[Path, ReadOptions], Iterator[Item]] | None = None
    reads_many: Callable[[Sequence[Path], ReadOptions], Iterator[Item]] | None = None
    opens: OpensWriter | None = None
    recognises: Callable[[Path, bytes], bool] | None = None
    recognises_in: Callable[[Path, bytes, Files], bool] | None = None

    @property
    def usual_states(self) -> tuple[State, ...]:
        """The states of articles that are exported unless somebody says otherwise."""
        return (State.STARTED, State.DONE) if self.result else tuple(State)

    @property
    def usual_kinds(self) -> tuple[AnnotatorKind, ...] | None:
        """The kinds of annotators whose annotations are exported unless somebody says otherwise; None for all."""
        return tuple(kind for kind in AnnotatorKind if kind is not AnnotatorKind.MODEL) if self.result else None

    def named(self, target: Path) -> Path:
        """Return where to write: a name without an ending gets the format's, unless a file of just that name is there.

        A folder needs none.
        """
        if self.folder or target.suffix or not self.suffixes or not target.name or target.exists():
            return target
        return target.with_name(f"{target.name}{self.suffixes[0]}")

    @property
    def can_import(self) -> bool:
        """Whether it can be read."""
        return self.reads is not None or self.reads_many is not None

    @property
    def can_export(self) -> bool:
        """Whether it can be written."""
        return self.opens is not None

    def takes(self, source: Path, head: bytes, files: Files) -> bool:
        """Say whether a source is of this format; raises OSError where it cannot be read."""
        if not self.can_import:
            return False
        return bool(
            (self.recognises and self.recognises(source, head))
            or (self.recognises_in and self.recognises_in(source, head, files))
        )

    def read(self, source: Path, options: ReadOptions | None = None) -> Reader:
        """Open a source; raises UnknownFormat when the format cannot be imported. See Reader for the rest."""
        return self.read_all([source], options)[0]

    def read_all(self, sources: Sequence[Path], options: ReadOptions | None = None) -> list[Reader]:
        """Open several sources: one reader for all where the format can do that, else one each."""
        chosen = options or ReadOptions()
        self._check(chosen.extra, [c for c in self.choices if c.importing])
        if self.reads_many:
            return [self._reader(self.reads_many(tuple(sources), chosen), chosen, sources[0])] if sources else []
        if not self.reads:
            raise UnknownFormat(f"the format {self.name} can only be exported")
        return [self._reader(self.reads(source, chosen), chosen, source) for source in sources]

    def _reader(self, items: Iterator[Item], options: ReadOptions, source: Path) -> Reader:
        """Return a reader that says, too, what of the options does not concern this format."""
        told: list[Item] = []
        if options.encoding and not self.encoded:
            what = f"the encoding {options.encoding} is not used: files of {self.title} say, or have, their own"
            told.append(
                Problem(what, tr("Save the file as UTF-8"), source.name, kind=ProblemKind.ENCODING, notice=True)
            )
        return Reader(chain(told, items) if told else items, options, source)

    def write(
        self, target: Path, frame: Frame, bundles: Iterable[Bundle], options: WriteOptions | None = None
    ) -> Report:
        """Write to `target` beside and rename: all or nothing.

        Raises CannotWrite, Cancelled, UnknownOption, and UnknownFormat when the format cannot be exported.
        """
        if not self.opens:
            raise UnknownFormat(f"the format {self.name} can only be imported")
        chosen = options or WriteOptions()
        self._check(chosen.extra, [c for c in self.choices if c.exporting])
        unread = self.unread(chosen) if self.unread else ""
        return write_with(
            self.opens,
            target,
            frame,
            bundles,
            chosen,
            self.name,
            cuts=not self.uncut,
            unread=unread,
            record_of=self.record_of,
        )

    def _check(self, extra: Mapping[str, str], choices: Sequence[Choice]) -> None:
        """Refuse an option this format does not have: a misspelt one would be passed over."""
        by_key = {choice.key: choice for choice in choices}
        for key, value in extra.items():
            if key not in by_key:
                if key in _WITH_FLAGS:
                    raise UnknownOption(f"the format {self.name} has no choice of {key}: leave out --{key}")
                known = ", ".join(by_key) or "none"
                raise UnknownOption(f"the format {self.name} has no option {key}; it has {known}")
            allowed = by_key[key].values or by_key[key].allowed
            if allowed and value not in allowed:
                values = ", ".join(allowed)
                raise UnknownOption(f"the option {key} of {self.name} is one of {values}, not {value!r}")

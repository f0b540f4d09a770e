"""Streaming a source in: what a format yields, and what the one who imports sees of it."""

from collections.abc import Iterator
from pathlib import Path
from types import TracebackType

from msgspec import Struct

from dateline.exchange.options import ReadOptions
from dateline.exchange.problems import BadInput, Problem, ProblemKind, Tally, problem_of
from dateline.model.annotation import Layer
from dateline.model.bundle import Bundle, Frame


class NewLabel(Struct, frozen=True):
    """A label the schema does not have, where it is first met; the caller decides whether to add it."""

    label: str
    layer: Layer
    file: str = ""
    line: int | None = None
    field: str = ""

    def problem(self) -> Problem:
        """Say it as a notice."""
        what = f"the label {self.label} ({self.layer}) is not in the schema"
        what_to_do = "Add it to the schema, or change the label"
        kind = ProblemKind.UNKNOWN_LABEL
        return Problem(what, what_to_do, self.file, self.line, self.field, kind, notice=True)


Item = Frame | Bundle | Problem | NewLabel

MOST_PROBLEMS = 50  # a strict import names so many and stops looking
MOST_LOOKED_AT = 20_000  # ... or stops after so many more records


class Reader:
    """Gives a source's frame and then its bundles one at a time, and keeps the problems met on the way.

    `frame` and iterating raise BadInput for what stops the import: the first record that is wrong (with the
    others that are, up to MOST_PROBLEMS), or, with `skip_bad`, only a source that cannot be read at all.
    `source` is what is read, the first of several that are read together, `format` the name of its format, if known.
    `rest` says whether something would come if what is wrong were left out, `broken` that leaving out is no help.
    After the last bundle `problems` (what `skip_bad` left out), `notices` and `unknown_labels` are complete.
    """

    def __init__(self, items: Iterator[Item], options: ReadOptions, source: Path | str = "") -> None:
        self._items = items
        self._options = options
        self.source, self.format = source, ""
        self._frame: Frame | None = None
        self._further: list[Frame] = []
        self._waiting: Bundle | None = None
        self._problems = Tally()
        self._notices = Tally()
        self._begun = False
        self._refused = False  # for what could be left out
        self.unknown_labels: dict[str, Layer] = {}
        self.rest = self.broken = False

    @property
    def problems(self) -> list[Problem]:
        """What was wrong so far; of very many of a kind the first, and one that says how many more there are."""
        return self._problems.listed()

    @property
    def notices(self) -> list[Problem]:
        """What there is to know so far, likewise."""
        return self._notices.listed()

    @property
    def frame(self) -> Frame:
        """What the source says for all its articles; empty when it says nothing."""
        if self._frame is None:
            self._waiting = self._next()
            self._frame = self._frame or Frame()
        return self._frame

    def __iter__(self) -> Iterator[Bundle]:
        self.frame  # noqa: B018 - reads up to the first bundle
        bundle, self._waiting = self._waiting, None
        while bundle is not None:
            yield bundle
            bundle = self._next()

    def close(self) -> None:
        """Let go of the source."""
        if close := getattr(self._items, "close", None):
            close()

    def __enter__(self) -> "Reader":
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, tb: TracebackType | None) -> None:
        self.close()

    def further_frames(self) -> list[Frame]:
        """Return what the source has said for all its articles since this was last asked, after `frame`.

        Formats that name entities article by article say so with the article.
        """
        further, self._further = self._further, []
        return further

    def _take_frame(self, frame: Frame) -> None:
        if self._frame is None and self._waiting is None:
            self._frame = frame
        else:
            self._further.append(frame)

    def _next(self) -> Bundle | None:
        """Return the next bundle, None after the last, taking in frames and problems on the way."""
        try:
            for item in self._items:
                self._see(item)
                if isinstance(item, Bundle):
                    return item
                if isinstance(item, Frame):
                    self._take_frame(item)
                elif isinstance(item, NewLabel):
                    self.unknown_labels[item.label] = item.layer
                    self._notices.add(item.problem())
                elif self._take(item):
                    self._refuse()
        except OSError as error:
            told = problem_of(error, error.filename or self.source, "read")
            self.broken = self._begun  # else the source can be left out
            raise BadInput([told, *self.problems[::-1]]) from error
        except BadInput:
            self.broken |= not self._refused
            raise
        return None

    def _see(self, item: Item) -> None:
        self._begun |= isinstance(item, Bundle)
        self.rest |= self._begun or (isinstance(item, Frame) and item.schema is not None)

    def _take(self, problem: Problem) -> bool:
        """Keep a problem; say whether it stops the import."""
        (self._notices if problem.notice else self._problems).add(problem)
        return not problem.notice and not self._options.skip_bad

    def _refuse(self) -> None:
        """Look for further problems, so that they can be mended in one go, and refuse."""
        for looked_at, item in enumerate(self._items):
            self._see(item)
            if isinstance(item, Problem):
                self._take(item)
            if len(self._problems) >= MOST_PROBLEMS or looked_at >= MOST_LOOKED_AT:
                self.rest = True  # for all that is known
                break
        self.close()
        self._refused = True
        raise BadInput(self.problems)

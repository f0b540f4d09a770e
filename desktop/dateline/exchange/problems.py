"""What can be wrong with a file, said so that a person can mend it."""

import errno
from collections import Counter
from collections.abc import Iterable, Sequence
from enum import StrEnum
from pathlib import Path

from msgspec import Struct
from msgspec.structs import replace

from dateline.model.wording import ToDo, Wording, tr


class ProblemKind(StrEnum):
    """The sorts of problem, for grouping and for deciding what to offer."""

    UNREADABLE = "unreadable"
    BINARY = "binary file"
    EMPTY = "empty"
    TOO_LARGE = "too large"
    ENCODING = "encoding"
    SYNTAX = "syntax"
    FORMAT = "unknown format"
    VERSION = "newer version"
    FIELD = "field"
    OFFSETS = "offsets"
    TEXT = "text mismatch"
    REFERENCE = "dangling reference"
    DUPLICATE_ID = "duplicate id"
    UNKNOWN_LABEL = "unknown label"
    ROLE = "unknown role"
    ATTRIBUTE = "attribute"
    REPEATED_TEXT = "repeated text"
    NEAR_TEXT = "nearly the same text"
    TABLE = "table"
    UNREAD = "not read"
    DATE = "date"
    MISSING = "missing package"
    OTHERWISE = "there already, and not the same"
    NAMESAKE = "whose it is"
    CHOSEN = "chosen before"


EACH_SHOWN = frozenset(  # one of them says nothing of the others
    {ProblemKind.NEAR_TEXT, ProblemKind.ATTRIBUTE, ProblemKind.UNREAD}
)
_DOUBTS = frozenset({ProblemKind.NAMESAKE})  # they may be a reason not to import at all
_TO_JUDGE = frozenset({ProblemKind.NEAR_TEXT, ProblemKind.OTHERWISE, ProblemKind.UNREAD})  # by a person, in any case
_HOW_READ = frozenset({ProblemKind.CHOSEN, ProblemKind.ENCODING, ProblemKind.FIELD, ProblemKind.TABLE})
TO_ACT_ON = 1  # the heaviest weights, up to this one, are of what somebody has to act on
MOST_IN_FULL = 500  # problems of a kind that are kept whole


class Problem(Struct, frozen=True):
    """One thing wrong: where, what, and what to do about it.

    `line` counts from 1; `field` is a path such as "entities[3].end" or a column's name. A `notice` is
    told and stops nothing; any other problem stops a strict import. `count`: how many it stands for. `wording` is
    `what` in a form that can be translated; `what_to_do` may be a marked text, and another one in the window.
    `weighs`: the `weight` of what it stands for, where that is not its own.
    """

    what: str
    what_to_do: ToDo = ""
    file: str = ""
    line: int | None = None
    field: str = ""
    kind: ProblemKind = ProblemKind.FIELD
    notice: bool = False
    count: int = 1
    wording: Wording | None = None
    weighs: int | None = None

    @property
    def where(self) -> str:
        """The place in words: "gold.jsonl, line 17, entities[3].end"."""
        line = f"line {self.line}" if self.line else ""
        return ", ".join(part for part in (self.file, line, self.field) if part)

    def __str__(self) -> str:
        text = f"{self.where}: {self.what}" if self.where else self.what
        return f"{text}. {self.what_to_do}" if self.what_to_do else text


_MORE = tr("{count} more that are not listed ({kind})")


def worded(
    wording: Wording,
    what_to_do: ToDo = "",
    file: str = "",
    line: int | None = None,
    *,
    kind: ProblemKind,
    notice: bool = True,
    count: int = 1,
) -> Problem:
    """Return a problem whose text can be translated where it is shown."""
    return Problem(str(wording), what_to_do, file, line, kind=kind, notice=notice, count=count, wording=wording)


def unlisted(kind: ProblemKind, count: int, *, notice: bool, weighs: int | None = None) -> Problem:
    """Return what stands for `count` problems of a kind that are not told one by one; `weighs`: the heaviest does."""
    details = {"count": f"{count:,}", "kind": kind.value}
    return replace(worded(Wording(_MORE, details), kind=kind, notice=notice, count=count), weighs=weighs)


def weight(problem: Problem) -> int:
    """Return in which place a problem is told, 0 first: in each the most frequent, or the first met, leads.

    What is wrong comes first, and of notices what may be a reason not to go on. Then comes what a person has to judge
    or do something about, then how the sources were read, where that can be changed, and last what is only told.
    """
    if problem.weighs is not None:
        return problem.weighs
    if not problem.notice or problem.kind in _DOUBTS:
        return 0
    if problem.kind in _TO_JUDGE or (problem.what_to_do and problem.kind not in _HOW_READ):
        return TO_ACT_ON
    return 2 if problem.what_to_do else 3


class Tally:
    """Problems as they are met: the first of each kind in full, of the others how many they are.

    A corpus with something wrong on every line must not fill memory, nor anybody's screen.
    """

    def __init__(self) -> None:
        self._full: list[Problem] = []
        self._counts: Counter[tuple[ProblemKind, bool]] = Counter()  # how many in full
        self._beyond: Counter[tuple[ProblemKind, bool]] = Counter()
        self._weights: dict[tuple[ProblemKind, bool], int] = {}  # the heaviest of those beyond

    def add(self, problem: Problem) -> None:
        """Take a problem in."""
        sort = problem.kind, problem.notice
        if problem.count > 1 or self._counts[sort] >= MOST_IN_FULL:
            self._beyond[sort] += problem.count
            self._weights[sort] = min(weight(problem), self._weights.get(sort, weight(problem)))
        else:
            self._counts[sort] += 1
            self._full.append(problem)

    def extend(self, problems: Iterable[Problem]) -> None:
        """Take several in."""
        for problem in problems:
            self.add(problem)

    def __len__(self) -> int:
        return len(self._full) + sum(self._beyond.values())

    def listed(self) -> list[Problem]:
        """Return those in full, and for each kind one that stands for the rest."""
        beyond = [
            unlisted(kind, n, notice=notice, weighs=self._weights[kind, notice])
            for (kind, notice), n in self._beyond.items()
        ]
        return [*self._full, *beyond]


class BadInput(ValueError):
    """What was to be read cannot be; nothing of it may be kept. `problems` is never empty.

    `rest`: whether something could be kept if what is wrong were left out.
    """

    def __init__(self, problems: Sequence[Problem], *, rest: bool = False) -> None:
        self.problems, self.rest = tuple(problems), rest
        more = f" (and {len(self.problems) - 1} more)" if len(self.problems) > 1 else ""
        super().__init__(f"{self.problems[0]}{more}")


class Answer(Struct, frozen=True):
    """One way to read a source: the option's value, and some of the words that are then annotated."""

    value: str
    examples: tuple[str, ...] = ()


class Undecided(BadInput):
    """A source can be read in several ways and only a person knows which: `key` is the option that says it.

    `answers` are the ways, the likeliest first.
    """

    def __init__(self, problem: Problem, key: str, answers: Sequence[Answer]) -> None:
        super().__init__([problem])
        self.key, self.answers = key, tuple(answers)


class CannotWrite(OSError):
    """The export could not be written; what stood at its place before stands there still."""

    def __init__(self, problem: Problem) -> None:
        self.problem = problem
        super().__init__(str(problem))


_REASONS = {
    errno.ENOSPC: ("the disk is full", "Make room or choose another disk"),
    errno.EDQUOT: ("the disk quota is used up", "Make room or choose another disk"),
    errno.EACCES: ("access is denied", "Check the permissions or choose another place"),
    errno.EPERM: ("access is denied", "Check the permissions or choose another place"),
    errno.EROFS: ("the disk is read-only", "Choose another place"),
    errno.ENOENT: ("it is not there", "Check the path, and that the drive is connected"),
    errno.EIO: ("the drive does not answer", "Check that the drive is connected"),
    errno.ENODEV: ("the drive does not answer", "Check that the drive is connected"),
    errno.EISDIR: ("it is a folder", "Choose a file"),
    errno.ENOTDIR: ("a part of its path is a file, not a folder", "Check the path"),
    errno.ENAMETOOLONG: ("its name is too long", "Choose a shorter name"),
}


def problem_of(error: OSError, path: Path | str, doing: str) -> Problem:
    """Say in words what the operating system refused; `doing` is "read" or "written"."""
    if isinstance(error, CannotWrite):
        return error.problem
    reason, what_to_do = _REASONS.get(error.errno or 0, (error.strerror or str(error), ""))
    if doing == "written" and error.errno == errno.ENOENT and Path(path).parent.is_dir():  # such as below /proc
        reason, what_to_do = "no file can be made in its folder", "Choose another folder"
    return Problem(f"cannot be {doing}: {reason}", what_to_do, str(path), kind=ProblemKind.UNREADABLE)


def but_unknown_labels(notices: Iterable[Problem]) -> list[Problem]:
    """Leave out that labels are not in the schema, for where it is said what became of them."""
    return [n for n in notices if n.kind is not ProblemKind.UNKNOWN_LABEL]

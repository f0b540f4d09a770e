"""Files of one token a line, as of the CoNLL family: whether one ends as they do, or may have been cut off."""

from collections.abc import Iterator

from dateline.exchange.problems import Problem, ProblemKind, worded
from dateline.model.wording import Wording, tr

_NO_LINE_END = tr("ends without a line end: it may have been cut off, and what came behind be missing")
_NO_WORDS = tr("ends behind a comment, without the words of its sentence: it may have been cut off there")
_NO_BLANK = tr("ends without the blank line that stands behind each sentence: it may have been cut off there")
_TO_DO = tr("Compare its end with the original, or copy or export it again")


class Ending:
    """Is told of the lines of a file, blank ones too, and then tells what is missing at its end."""

    def __init__(self) -> None:
        self._last, self._number = b"\n", 0
        self._parts = False  # whether a blank line came behind another

    def take(self, number: int, line: bytes | Problem) -> None:
        """Take in a line with its line end."""
        line = line if isinstance(line, bytes) else b"too long\n"
        self._parts |= not line.strip() and bool(self._last.strip())
        self._last, self._number = line, number

    def told(self, file: str, *, comments: bool = True, blank: bool | None = None) -> Iterator[Problem]:
        """Yield a notice where the file ends in the middle.

        `comments`: a line that begins with # is never a token. `blank`: whether a blank line stands behind the last
        sentence, too; None where it does if one stands behind others.
        """
        if not (what := self._missing(comments=comments, blank=self._parts if blank is None else blank)):
            return
        yield worded(Wording(what, {}), _TO_DO, file, self._number, kind=ProblemKind.SYNTAX)

    def _missing(self, *, comments: bool, blank: bool) -> str:
        if not self._last.strip():
            return ""
        if comments and self._last.lstrip().startswith(b"#"):
            return _NO_WORDS
        if not self._last.endswith((b"\n", b"\r")):
            return _NO_LINE_END
        return _NO_BLANK if blank else ""


def ending_of(data: bytes) -> Ending:
    """Return how a file ends of which these are the bytes; whether blank lines part it is not looked for."""
    ending = Ending()
    begin = max(data.rfind(sign, 0, max(0, len(data) - 2)) for sign in (b"\n", b"\r")) + 1
    ending.take(data.count(b"\n", 0, begin) + 1, data[begin:])
    return ending

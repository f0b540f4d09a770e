"""What is said of a source that no format takes: what it seems to be, and what to do about it."""

import io
from collections.abc import Iterable
from pathlib import Path

from dateline.exchange.format import Format, UnknownFormat
from dateline.exchange.jsonstream import objects
from dateline.exchange.kinds import UNPACK, kind_of
from dateline.exchange.misnamed import JSON
from dateline.exchange.problems import Problem, ProblemKind, worded
from dateline.model.progress import Silent
from dateline.model.project_file import is_project_head
from dateline.model.wording import Advice, Wording, tr

_OF_ARTICLES = ("text", "table", "records", "feed")  # formats that articles come in that no program has annotated
_THAT_ENDS_SO = tr("is of no format known here; files whose name ends in {suffix} can be {titles}")
_ANY = tr("is of no format known here; articles come as {titles}")
_PACKED = tr("is a zip archive that holds nothing of a format known here")
_KIND = tr("is {what}, of no format known here")
_PROJECT = tr("is a Dateline project")
_EXPORT_IT = Advice(
    tr("Open it, export it as Dateline JSONL with everybody's annotations in whatever state, and import that here"),
    "Export it first (dateline export PROJECT -o ALL.jsonl), then import ALL.jsonl: it holds everything",
)
_TO_DO = Advice(
    tr("Leave it out; or if it is of a known format, choose that under Format"),
    "Leave it out; or if it is of a known format, name that with --format",
)


class Unrecognised(UnknownFormat):
    """No format takes a source; `problem` says so as it is said of a record that is wrong."""

    def __init__(self, problem: Problem) -> None:
        super().__init__(str(problem))
        self.problem = problem


def unrecognised(source: Path, head: bytes, formats: Iterable[Format]) -> Problem:
    """Return what is wrong with a source that begins with `head` and that none of the formats takes."""
    suffix = source.suffix.lower()
    if not head.strip():
        what = "holds nothing but white space" if head else "is empty"
        return Problem(what, tr("Leave it out"), source.name, kind=ProblemKind.EMPTY)
    if suffix in JSON and (wrong := _mistake(head, source.name)):
        return wrong
    if is_project_head(head):
        return worded(Wording(_PROJECT), _EXPORT_IT, source.name, kind=ProblemKind.FORMAT, notice=False)
    if kind := kind_of(head):
        said = Wording(_KIND, {"what": Wording(kind.what)})
        if suffix in kind.suffixes:
            return worded(Wording(_PACKED), UNPACK, source.name, kind=ProblemKind.FORMAT, notice=False)
        return worded(said, kind.advice, source.name, kind=ProblemKind.FORMAT, notice=False)
    family = JSON if suffix in JSON else (suffix,)
    known = [f for f in formats if f.can_import]
    wording, found = _THAT_ENDS_SO, [f for f in known if not set(family).isdisjoint(f.suffixes)]
    if not found:
        wording, found = _ANY, [f for f in known if f.name in _OF_ARTICLES]
    said = Wording(wording, {"suffix": suffix, "titles": "; ".join(f.title for f in found)})
    return worded(said, _TO_DO, source.name, kind=ProblemKind.FORMAT, notice=False)


def _mistake(head: bytes, name: str) -> Problem | None:
    """Return what is wrong with the first record of a JSON file."""
    for _, found in objects(lambda: io.BytesIO(head), len(head), name, Silent()):
        return found if isinstance(found, Problem) else None
    return None

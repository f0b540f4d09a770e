"""Of which format the files are that an export would write over: those of another one it leaves alone."""

from contextlib import suppress
from pathlib import Path

from dateline.exchange.beside import MANIFEST, beside
from dateline.exchange.earlier import is_database, manifest_of, targets
from dateline.exchange.exported import remembered_format
from dateline.exchange.format import Format
from dateline.exchange.formats import all_formats, recognised
from dateline.exchange.manifest import digest
from dateline.exchange.problems import CannotWrite, Problem, ProblemKind, worded
from dateline.exchange.split import Split
from dateline.exchange.unknown import Unrecognised
from dateline.model.wording import Wording, first_of, tr

_NAMED = 3  # files, or formats, in a sentence
_HELD = tr("cannot be written over: it is {held}, and this export would be {chosen}")
_TOLD = tr("is {held}, as {manifest} beside it says, which this export as {chosen} would write over")
_TO_DO = tr("Choose another name, or remove first what is there")
_ENDING = tr("{file} ends as {others} does, and is written as {chosen}")


def require_same_format(target: Path, split: Split | None, chosen: Format) -> None:
    """Raise CannotWrite where an export would write over files, or the manifest of files, of another format."""
    if problem := refused_for_format(target, split, chosen):
        raise CannotWrite(problem)


def refused_for_format(target: Path, split: Split | None, chosen: Format) -> Problem | None:
    """Say which files of another format an export would write over, or whose manifest; None where there are none."""
    held = held_otherwise(target, split, chosen)
    if not held:
        return None
    over = held[0][0] in targets(target, split).values()
    details = {"held": held[0][1], "chosen": chosen.title, "manifest": beside(target, MANIFEST).name}
    places = first_of([str(path) for path, _ in held], _NAMED)
    return worded(Wording(_HELD if over else _TOLD, details), _TO_DO, places, kind=ProblemKind.FORMAT, notice=False)


def held_otherwise(target: Path, split: Split | None, chosen: Format) -> list[tuple[Path, str]]:
    """Return the files of other formats in the place of an export, or told of by its manifest, with what these are.

    What an export wrote is known for what it is as long as it was not edited; of other files what they look like
    counts. What looks like nothing that is known is not among them.
    """
    told, listed = manifest_of(target)
    found = {path: title for path in targets(target, split).values() if (title := _other(path, told, listed, chosen))}
    if told and told != chosen.name:
        found.update({path: _title(told) for path in listed if path not in found and path.exists()})
    return list(found.items())


def _other(path: Path, told: str, listed: dict[Path, dict[Path, str]], chosen: Format) -> str:
    """Return the title of the format of a file that is not of the chosen one; "" where it is, or none is known."""
    with suppress(OSError):
        if path.is_file() and path.stat().st_size and not is_database(path):  # which is refused as that
            name = remembered_format(path)
            if not name and (sha256 := listed.get(path, {}).get(path)) and sha256 == digest(path):
                name = told
            if name:
                return "" if name == chosen.name else _title(name)
            return _looks(path, chosen)
    return ""


def _looks(path: Path, chosen: Format) -> str:
    """Return the title of the format that a file looks like; "" where it is the chosen one, or none that is known."""
    if not chosen.can_import and path.suffix.lower() in chosen.suffixes:
        return ""  # it cannot be told
    try:
        found = recognised(path, long_records=False)
    except Unrecognised:
        return ""
    return "" if found is chosen else found.title


def _title(name: str) -> str:
    return found.title if (found := all_formats().get(name)) else name


def strange_ending(target: Path, chosen: Format) -> Wording | None:
    """Say that a name ends as the files of other formats do and not as the chosen one's; None where it does not."""
    ending = target.suffix.lower()
    others = [f.title for f in all_formats().values() if ending in f.suffixes]
    if ending in chosen.suffixes or not others:
        return None
    details = {"file": target.name, "others": first_of(others, _NAMED), "chosen": chosen.title}
    return Wording(_ENDING, details)

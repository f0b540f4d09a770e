"""Archives inside folders and archives: they are not opened, which is told, for nobody can know what they hold."""

from collections.abc import Iterable, Iterator

from dateline.exchange.problems import Problem, ProblemKind, worded
from dateline.model.wording import Wording, first_of, tr

_SUFFIXES = (".zip", ".tar", ".tgz", ".gz", ".bz2", ".xz", ".7z", ".rar")
_ONE = tr("holds an archive that was passed over, and may hold articles or annotations: {names}")
_SEVERAL = tr("holds {count} archives that were passed over, and may hold articles or annotations: {names}")
_TO_DO = tr("Unpack it and import what is in it, or import it by itself")
_TO_DO_EACH = tr("Unpack them and import what is in them, or import each by itself")


def is_archive(name: str) -> bool:
    """Say whether a file is called as archives and compressed files are."""
    return name.lower().endswith(_SUFFIXES)


def told_of_archives(names: Iterable[str], source: str) -> Iterator[Problem]:
    """Yield a notice if any of the files that are in a source are archives."""
    found = [name for name in names if is_archive(name)]
    if found:
        several = len(found) > 1
        wording = Wording(_SEVERAL if several else _ONE, {"count": f"{len(found):,}", "names": first_of(found)})
        yield worded(wording, _TO_DO_EACH if several else _TO_DO, source, kind=ProblemKind.UNREAD)

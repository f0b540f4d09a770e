"""Formats of one document a file: a folder, a zip or one file, read file by file."""

from collections.abc import Callable, Iterator, Sequence
from contextlib import nullcontext
from pathlib import Path

from dateline.exchange.archive import Tree
from dateline.exchange.checks import Fault
from dateline.exchange.inner_archives import told_of_archives
from dateline.exchange.intake import Intake
from dateline.exchange.problems import Problem, ProblemKind
from dateline.exchange.reading import Item
from dateline.exchange.safexml import XmlFault
from dateline.model.wording import Wording, tr

_NO_UTF8 = tr("byte {byte} (line {line}) is not UTF-8")
ReadsFile = Callable[[Tree, str, str], Iterator[Item]]


def file_by_file(
    source: Path,
    intake: Intake,
    suffixes: Sequence[str],
    reads: ReadsFile,
    opened: Callable[[Tree], Tree] | None = None,
) -> Iterator[Item]:
    """Yield what `reads` yields for the tree, path and shown name of each file with one of the suffixes.

    `opened` looks through a folder or zip another way. A single file is read whatever its suffix. A Fault that
    `reads` raises is a problem of its file, and what the intake tells is told of that.
    """
    options = intake.options
    single = not (source.is_dir() or source.suffix.lower() == ".zip")
    try:
        with nullcontext(options.trees.beside(source)) if single else options.opened(source) as found:
            tree: Tree = opened(found) if opened and not single else found
            names = [source.name] if single else [n for n in tree.names if n.lower().endswith(tuple(suffixes))]
            if not names:
                what = f"holds no {' or '.join(suffixes)} file"
                yield Problem(what, "", source.name, kind=ProblemKind.EMPTY)
            if not single:
                yield from told_of_archives(tree.names, source.name)
            for done, name in enumerate(names):
                options.progress.step(done, len(names), name)
                shown = name if single else f"{tree.name}/{name}"
                intake.file = shown
                try:
                    yield from reads(tree, name, shown)
                except XmlFault as fault:
                    intake.take_back()
                    yield fault.here(shown)
                except Fault as fault:
                    intake.take_back()
                    yield fault.at(shown, None)
            options.progress.step(len(names), len(names), source.name)
    except Fault as fault:
        yield fault.at(source.name, None)


def utf8(data: bytes) -> str:
    """Return the text of a file that must be UTF-8, without its mark; raises Fault that names the byte."""
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        what = Wording(_NO_UTF8, {"byte": f"{error.start + 1}", "line": f"{line}"})
        raise Fault("", what, tr("Save the file as UTF-8"), ProblemKind.ENCODING) from None

"""Reads text files, web pages and folders of them as articles."""

import os
from collections.abc import Iterator, Sequence
from contextlib import ExitStack, closing
from pathlib import Path
from tempfile import TemporaryDirectory

from msgspec.structs import replace

from dateline.exchange.archive import is_pipe, natural, tree_of
from dateline.exchange.arrivals import Arrivals
from dateline.exchange.checks import Fault
from dateline.exchange.decode import decoded, encoding_notice, read_bytes
from dateline.exchange.formats.text.metadata import NAMES, FileFacts, Metadata
from dateline.exchange.intake import DATES, FIELDS, assumed
from dateline.exchange.options import ReadOptions
from dateline.exchange.problems import Problem, ProblemKind, problem_of
from dateline.exchange.reading import Item
from dateline.exchange.webpage import MEDIA_TYPE, WebPage, breaks_off, looks_like_page, web_page
from dateline.exchange.webpage import SUFFIXES as PAGES
from dateline.model.article import Original
from dateline.model.bundle import Frame
from dateline.model.ids import new_id
from dateline.model.progress import Progress
from dateline.model.wording import counted, first_of, tr

PLAIN = (".txt", ".text")


def read(sources: Sequence[Path], options: ReadOptions) -> Iterator[Item]:
    """Yield an article for each text file, in natural order, and what is wrong or worth telling."""
    defaults, problem = assumed(options)
    if problem:
        yield problem
    with ExitStack() as stack:
        folders: list[Path] = []
        for source in sources:
            try:
                folders.append(
                    _unpacked(source, stack, options.progress) if source.suffix.lower() == ".zip" else source
                )
            except Fault as fault:
                yield fault.at(source.name, None)
            except OSError as error:
                yield problem_of(error, source.name, "read")
        yield from _read(folders, defaults, options)


def _unpacked(source: Path, stack: ExitStack, progress: Progress) -> Path:
    """Unpack the texts, pages and tables of a zip archive to where they are forgotten again; return the folder."""
    folder = Path(stack.enter_context(TemporaryDirectory(prefix="dateline-"))) / source.stem
    folder.mkdir()
    tree = stack.enter_context(tree_of(source))
    for done, name in enumerate(tree.names):
        progress.step(done, len(tree.names), source.name)
        if name.lower().endswith((*PLAIN, *PAGES, ".tsv", ".csv")):
            target = folder / name
            target.parent.mkdir(parents=True, exist_ok=True)
            with target.open("wb") as file, closing(tree.open(name)) as packed:
                while piece := packed.read(1 << 20):
                    file.write(piece)
                    progress.step(done, len(tree.names), source.name)
    return folder


def _read(sources: Sequence[Path], defaults: dict[str, str], options: ReadOptions) -> Iterator[Item]:
    files: dict[Path, str] = {}  # to their name in messages
    for source in sources:
        if not source.exists():
            yield Problem(tr("is not there"), tr("Check the path"), str(source), kind=ProblemKind.UNREADABLE)
        others: list[Path] = []
        found = {file: _shown(file, source) for file in _text_files(source, others)}
        if not found and source.is_dir():
            yield Problem(tr("holds no .txt or .html file"), "", source.name, kind=ProblemKind.EMPTY)
        table = options.metadata.absolute() if options.metadata else None
        passed = [_shown(other, source) for other in others if other.absolute() != table]
        if found and passed:
            yield _passed_over(passed, source.name)
        files |= {file: name for file, name in found.items() if file not in files}
    metadata = Metadata(options.metadata, options.encoding, options.extra.get(DATES, ""))
    yield from metadata.load(files, [s for s in sources if s.is_dir()])
    yield Frame(tables=tuple(sorted(table.name for table in metadata.tables)))
    yield from _articles(files, metadata, defaults, options)


def _articles(
    files: dict[Path, str], metadata: Metadata, defaults: dict[str, str], options: ReadOptions
) -> Iterator[Item]:
    arrivals = Arrivals(replace(options, defaults=defaults))  # a date that is none has been told
    for done, (file, name) in enumerate(files.items()):
        options.progress.step(done, len(files), name)
        facts = metadata.of(file)
        if facts is None and metadata.tables:
            yield Problem(tr("no table has a row for it"), "", name, kind=ProblemKind.TABLE, notice=True)
        facts = facts or FileFacts()
        language = facts.fields.get("language") or defaults.get("language", "")
        try:
            got = _content(file, options.encoding, language)
        except Fault as fault:
            yield fault.at(name, None)
            continue
        except OSError as error:
            yield problem_of(error, name, "read")
            continue
        if told := encoding_notice(got.encoding, name, guessed=got.guessed):
            yield told
        if got.content and breaks_off(got.content):
            what = "ends without the end tag of the page: the file may be cut off, and its report with it"
            yield Problem(what, tr("Save the page again"), name, kind=ProblemKind.SYNTAX, notice=True)
        if got.whole:
            yield _short_page_notice(name)
        # A table knows best, then the page itself, then what was assumed.
        fields = {name: facts.fields.get(name) or got.fields.get(name) or defaults.get(name, "") for name in FIELDS}
        try:
            article = arrivals.article(got.text, fields, _printable(file.name), got.meta | facts.meta)
        except Fault as fault:
            yield fault.at(name, None)
            continue
        original = Original(new_id(), article.id, article.origin, MEDIA_TYPE, got.content) if got.content else None
        yield from arrivals.take(article, name, original=original)
    options.progress.step(len(files), len(files), "")


def _content(file: Path, encoding: str, language: str) -> WebPage:
    """Return a file's text with what the file itself says; plain text says nothing, a web page much."""
    data = read_bytes(file)
    suffix = file.suffix.lower()
    if suffix in PAGES or (suffix not in PLAIN and looks_like_page(data)):
        return web_page(data, encoding, language)
    got = decoded(data, encoding, language)
    return WebPage(got.text, encoding=got.encoding, guessed=got.guessed)


def _short_page_notice(name: str) -> Problem:
    what = "is so short that its report cannot be told from what is around it: byline and date may be in the text"
    what_to_do = "Mark as boilerplate what is no report"
    return Problem(what, what_to_do, name, kind=ProblemKind.TEXT, notice=True)


def _passed_over(names: Sequence[str], folder: str) -> Problem:
    what = f"holds {counted(len(names), 'file')} that are no texts and were passed over: {first_of(names)}"
    if len(names) == 1:
        what = f"holds a file that is no text and was passed over: {names[0]}"
    return Problem(what, tr("Annotations of another program are imported by themselves"), folder, notice=True)


def _text_files(source: Path, others: list[Path]) -> Iterator[Path]:
    """Yield a file named itself, whatever its suffix; of a folder its texts and pages, and those below.

    What else is in the folder, but for tables of metadata, is added to `others`.
    """
    if source.is_file():
        yield source
        return
    for folder, below, names in os.walk(source):
        pages = {name.rsplit(".", 1)[0] for name in names if name.lower().endswith(PAGES)}
        kept = (n for n in below if not n.startswith(".") and n.removesuffix("_files") not in pages - {n})
        below[:] = sorted(kept, key=natural)  # without what a browser saved beside a page
        for name in sorted(names, key=natural):
            if name.startswith((".", "~$")) or name.lower() in NAMES or is_pipe(path := Path(folder, name)):
                continue
            if name.lower().endswith((*PLAIN, *PAGES)):
                yield path
            else:
                others.append(path)


def _shown(file: Path, source: Path) -> str:
    return _printable(file.relative_to(source).as_posix() if source.is_dir() else file.name)


def _printable(name: str) -> str:
    """Return a file's name without the bytes that are not UTF-8, which could not be stored or shown."""
    return os.fsencode(name).decode("utf-8", "replace")

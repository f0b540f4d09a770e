"""Reads text files, web pages, and folders and archives of them as articles."""

from collections.abc import Iterable, Iterator, Sequence
from contextlib import closing
from itertools import chain
from pathlib import Path
from typing import TypeVar

from msgspec.structs import replace

from dateline.exchange.arrivals import Arrivals
from dateline.exchange.by_content import PLAIN, other_format, told_of
from dateline.exchange.checks import Fault
from dateline.exchange.decode import decoded, encoding_notice
from dateline.exchange.format import Format
from dateline.exchange.formats import all_formats
from dateline.exchange.formats.text.files import Listing, Places, printable, text_files
from dateline.exchange.formats.text.metadata import FileFacts, Metadata
from dateline.exchange.inner_archives import is_archive, told_of_archives
from dateline.exchange.intake import DATES, FIELDS, assumed
from dateline.exchange.options import ReadOptions
from dateline.exchange.problems import Problem, ProblemKind, problem_of
from dateline.exchange.reading import Item
from dateline.exchange.webpage import MEDIA_TYPE, WebPage, begins_as_page, breaks_off, looks_like_page, web_page
from dateline.exchange.webpage import SUFFIXES as PAGES
from dateline.model.article import Original
from dateline.model.bundle import Frame
from dateline.model.ids import new_id
from dateline.model.wording import counted, first_of, tr

_AT_A_TIME = 500  # files between two looks at whether to stop
_Item = TypeVar("_Item")


def read(sources: Sequence[Path], options: ReadOptions) -> Iterator[Item]:
    """Yield an article for each text file, in natural order, and what is wrong or worth telling."""
    defaults, problem = assumed(options)
    if problem:
        yield problem
    with closing(Places(options.opened)) as places:
        readable: list[Path] = []
        for source in sources:
            try:
                if source.suffix.lower() == ".zip":
                    places.add(source)
                readable.append(source)
            except Fault as fault:
                yield fault.at(source.name, None)
            except OSError as error:
                yield problem_of(error, source.name, "read")
        yield from _read(readable, places, defaults, options)


def _read(sources: Sequence[Path], places: Places, defaults: dict[str, str], options: ReadOptions) -> Iterator[Item]:
    files = Listing()
    roots: list[Path] = []
    for source in sources:
        packed = places.names(source)
        if packed is None and not source.exists():
            yield Problem(tr("is not there"), tr("Check the path"), str(source), kind=ProblemKind.UNREADABLE)
        others: list[str] = []
        try:
            names = _watched(text_files(source, packed, others), options, source.name)
            found = files.add(source, names, packed=packed is not None)
        except Fault as fault:
            yield fault.at(source.name, None)
            continue
        if packed is not None or source.is_dir():
            roots.append(source)
            options.trees.let_go(source)
            if not found:
                yield Problem(tr("holds no .txt or .html file"), "", source.name, kind=ProblemKind.EMPTY)
        table = options.metadata.absolute() if options.metadata else None
        yield from told_of_archives(others, source.name)
        passed = [other for other in others if table is None or source.joinpath(other).absolute() != table]
        passed = [other for other in passed if not is_archive(other)]
        if found and passed:
            yield _passed_over(passed, source.name)
    metadata = Metadata(options.metadata, options.encoding, places, options.extra.get(DATES, ""))
    folders = chain(roots, _watched(files.folders(), options))
    yield from metadata.load(folders, lambda: (file.path for file in _watched(files, options)))
    yield Frame(tables=tuple(sorted(table.name for table in metadata.tables)))
    yield from _articles(files, places, metadata, defaults, options)


def _watched(items: Iterable[_Item], options: ReadOptions, name: str = "") -> Iterator[_Item]:
    """Pass on what is gone through before the first text is read, and see now and then whether to stop."""
    for done, item in enumerate(items):
        if done % _AT_A_TIME == 0:
            options.progress.step(0, 1, name)
        yield item


def _articles(
    files: Listing, places: Places, metadata: Metadata, defaults: dict[str, str], options: ReadOptions
) -> Iterator[Item]:
    arrivals = Arrivals(replace(options, defaults=defaults))  # a date that is none has been told
    total = len(files)
    for done, file in enumerate(files):
        name = file.shown
        options.progress.step(done, total, name)
        facts = metadata.of(file.path)
        if facts is None and metadata.tables:
            yield Problem(tr("no table has a row for it"), "", name, kind=ProblemKind.TABLE, notice=True)
        facts = facts or FileFacts()
        language = facts.fields.get("language") or defaults.get("language", "")
        try:
            data = places.read_text(file)
            if other := None if options.named else _other(file.path, data):
                yield told_of(other, name)
                continue
            got = _content(file.path, data, options, language)
        except Fault as fault:
            yield fault.at(name, None)
            continue
        except OSError as error:
            yield problem_of(error, name, "read")
            continue
        if told := encoding_notice(got.encoding, name, guessed=got.guessed):
            yield told
        if got.content and breaks_off(got.content):
            what = tr("ends without the end tag of the page: the file may be cut off, and its report with it")
            yield Problem(what, tr("Save the page again"), name, kind=ProblemKind.SYNTAX, notice=True)
        if got.whole:
            yield _short_page_notice(name)
        # A table knows best, then the page itself, then what was assumed.
        fields = {name: facts.fields.get(name) or got.fields.get(name) or defaults.get(name, "") for name in FIELDS}
        try:
            article = arrivals.article(got.text, fields, printable(file.path.name), got.meta | facts.meta)
        except Fault as fault:
            yield fault.at(name, None)
            continue
        original = Original(new_id(), article.id, article.origin, MEDIA_TYPE, got.content) if got.content else None
        yield from arrivals.take(article, name, original=original)
    options.progress.step(total, total, "")


def _other(path: Path, data: bytes) -> Format | None:
    """Return which format a file is of that is called a text and is none."""
    return other_format(data, all_formats().values()) if path.suffix.lower() in PLAIN else None


def _content(path: Path, data: bytes, options: ReadOptions, language: str) -> WebPage:
    """Return a file's text with what the file itself says; plain text says nothing, a web page much."""
    suffix, encoding = path.suffix.lower(), options.encoding
    page = begins_as_page(data) and not options.named if suffix in PLAIN else looks_like_page(data)
    if suffix in PAGES or page:
        return web_page(data, encoding, language)
    got = decoded(data, encoding, language)
    return WebPage(got.text, encoding=got.encoding, guessed=got.guessed)


def _short_page_notice(name: str) -> Problem:
    what = tr("is so short that its report cannot be told from what is around it: byline and date may be in the text")
    what_to_do = tr("Mark as boilerplate what is no report")
    return Problem(what, what_to_do, name, kind=ProblemKind.TEXT, notice=True)


def _passed_over(names: Sequence[str], folder: str) -> Problem:
    what = f"holds {counted(len(names), 'file')} that are no texts and were passed over: {first_of(names)}"
    if len(names) == 1:
        what = f"holds a file that is no text and was passed over: {names[0]}"
    return Problem(what, tr("Annotations of another program are imported by themselves"), folder, notice=True)

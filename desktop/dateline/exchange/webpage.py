"""The report inside a web page, by trafilatura: its text, and what the page says of its publication."""

import logging
import re
import warnings
from collections.abc import Callable, Iterator
from contextlib import suppress
from html import unescape
from typing import Any

from msgspec import Struct, field

from dateline.exchange import extras
from dateline.exchange.checks import Fault
from dateline.exchange.decode import Decoded, decoded
from dateline.exchange.linked_data import publisher
from dateline.exchange.problems import ProblemKind
from dateline.exchange.published import normalised_published
from dateline.model.wording import Wording, tr

SUFFIXES = (".html", ".htm", ".xhtml")
MEDIA_TYPE = "text/html"
_SIGNS = re.compile(rb"(?i)<!doctype html|<html[\s>]|<head[\s>]|<body[\s>]|<article[\s>]")
_COMMENT = rb"<!--(?:[^-]|-[^-]|--+[^->])*--+>"  # one alone: what may run on to another doubles the work with each
_META = re.compile(r"<meta\s([^<>]{1,1000})", re.IGNORECASE)
_ATTRIBUTE = re.compile(r"""([\w:-]++)\s*+=\s*+(?:"([^"]*+)"|'([^']*+)'|([^\s"']++))""")
# Metas that name who wrote a page; others name an account, or what the page is about.
_AUTHOR = re.compile(
    r"(?:article:|book:|citation_|parsely-|sailthru\.|dcsext\.|atc-meta)?author|authors|rbauthors|byl|byline"
    r"|shareaholic:article_author_name|(?:dc[.:]|dcterms\.)?creator(?:\.aut)?",
    re.IGNORECASE,
)
_POINTS = re.compile(r"[.,;\s]+")
_DOCUMENT = re.compile(
    rb"(?i)(?:\xef\xbb\xbf)?\s*(?:<\?xml[^>]*>\s*)?(?:" + _COMMENT + rb"\s*)*<(?:!doctype\s+html|html)\b"
)
_CHARSET = re.compile(rb"""(?i)<meta[^>]{0,200}?charset\s*=\s*+(?:["']\s*)?([\w.:-]{2,40})""")
_LANGUAGE = re.compile(r"""(?i)<html[^>]{0,400}?\blang\s*=\s*["']?([a-z]{2,3})\b""")
_MOMENTS = (
    re.compile(
        r"(?i)<meta[^>]{0,200}?(?:published_time|pubdate)[^>]{0,200}?content\s*=\s*+(?:[\"']\s*)?([\d:T.+Z-]{16,32})"
    ),
    re.compile(r'"datePublished"\s*:\s*"([\d:T.+Z-]{16,32})"'),
)
_BEGINS = re.compile(r"(?i)<html[\s>]")
_FINISHES = re.compile(r"(?i)</(?:html|body)\s*>")
_OPTIONAL = re.compile(r"(?i)<(/?)(?:p|li)[\s>]")  # elements whose ends may be left out, as the page's may
_HEAD = 200_000  # characters
_DEEPEST = 2_000  # elements inside one another; no page is like that, and libraries recurse
_SHORT = 250  # characters from which trafilatura trusts what it has found
_TAG = re.compile(r"<(/?)([a-zA-Z][\w-]*+)[^<>]*?(/?)>")
_UNCLOSED = re.compile(
    "area|base|br|col|embed|hr|img|input|link|meta|param|source|track|wbr|p|li|dt|dd|tr|td|th|option"
)
_ROW = re.compile(r"\|( .*)?\| ?")  # of a table, as trafilatura writes it: Markdown
_RULE = re.compile(r"\|(-+\|)+")  # below its head
_CELLS = re.compile(r"(?<!\\)\|")
_BLOCK = re.compile("p|div|br|li|ul|ol|h[1-6]|blockquote|section|article|table|tr|figure|figcaption|pre")


class WebPage(Struct, frozen=True):
    """A page's main text, the article fields it gives, further ones such as the author, and the page as decoded.

    `whole`: the report could not be told from what is around it, such as a byline, and all of its element was taken.
    """

    text: str
    fields: dict[str, str] = field(default_factory=dict)
    meta: dict[str, str] = field(default_factory=dict)
    content: str = ""
    encoding: str = "utf-8"
    guessed: bool = False
    whole: bool = False


def looks_like_page(head: bytes) -> bool:
    """Say whether the first bytes of a file are those of a web page."""
    return _SIGNS.search(head[:4096]) is not None


def begins_as_page(head: bytes) -> bool:
    """Say whether the first bytes of a file can be nothing but those of a web page."""
    return _DOCUMENT.match(head[:4096]) is not None


def web_page(data: bytes, encoding: str = "", language: str = "") -> WebPage:
    """Take the report out of a page; raises Fault where there is none, and BadInput where trafilatura is absent."""
    extraction = extras.for_reading("trafilatura", "trafilatura", "articles")
    got = _decoded_page(data, encoding, language)
    if _depth(got.text) > _DEEPEST:
        raise Fault(
            "",
            Wording(tr("nests more than {deepest} elements in one another"), {"deepest": f"{_DEEPEST}"}),
            "",
            ProblemKind.SYNTAX,
        )
    for name in ("trafilatura", "htmldate", "courlan"):
        logging.getLogger(name).setLevel(logging.CRITICAL)  # what they say of a page is said better here
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # dateutil warns of the names of time zones, which news have often
            found = extraction.bare_extraction(
                got.text,
                with_metadata=True,
                include_comments=False,
                include_tables=True,
                date_extraction_params={"original_date": True, "extensive_search": False},
            )
    except (ValueError, TypeError, AttributeError, RecursionError, LookupError, AssertionError) as error:
        what = f"cannot be read as a web page ({type(error).__name__})"
        raise Fault("", what, tr("Save the article's text as .txt"), ProblemKind.SYNTAX) from error
    lines = _lines_of_short(found, got.text)
    text = _main_text(found, lines)
    if not text:
        what = "holds no article text that can be told from its menus"
        raise Fault("", what, tr("Save the article's text as .txt"), ProblemKind.EMPTY)
    author = getattr(found, "author", None)  # nothing was found where the lines are the text
    meta = {"author": _as_written(author, got.text)} if author else {}
    return WebPage(text, _fields(found, got.text), meta, got.text, got.encoding, got.guessed, bool(lines))


def _as_written(author: str, html: str) -> str:
    """Return an author as the page's head has the name: trafilatura takes points away and parts names at commas."""
    words = _POINTS.sub(" ", author).strip()
    return next((name for name in _said_authors(html[:_HEAD]) if _POINTS.sub(" ", name).strip() == words), author)


def _said_authors(head: str) -> Iterator[str]:
    """Yield what the metas that name an author say."""
    for meta in _META.finditer(head):
        said = {m[1].lower(): unescape(m[2] or m[3] or m[4] or "") for m in _ATTRIBUTE.finditer(meta[1])}
        names = (said.get(key, "") for key in ("name", "property", "itemprop"))
        if any(_AUTHOR.fullmatch(name.strip()) for name in names):
            yield " ".join(said.get("content", "").split())


def breaks_off(content: str) -> bool:
    """Say whether a page has a begin and no end, though it does not leave out such end tags as HTML lets it."""
    if _BEGINS.search(content[:_HEAD]) is None or _FINISHES.search(content) is not None:
        return False
    tags = {match[1] for match in _OPTIONAL.finditer(content)}
    return tags != {""} or content.rfind("<") > content.rfind(">")


def fragment_text(html: str) -> str:
    """Return the text of a piece of HTML such as a feed holds, a line for each block; no part is left out."""
    parser = extras.for_reading("lxml.html", "lxml", "articles")
    if _depth(html) > _DEEPEST:
        raise Fault(
            "",
            Wording(tr("nests more than {deepest} elements in one another"), {"deepest": f"{_DEEPEST}"}),
            "",
            ProblemKind.SYNTAX,
        )
    try:
        root = parser.fromstring(f"<div>{html}</div>")
    except (ValueError, AssertionError, parser.etree.LxmlError):
        return ""
    return "\n".join(_lines(root, parser.etree.iterwalk))


def _lines(root: Any, walk: Callable[..., Iterator[tuple[str, Any]]]) -> list[str]:
    """Return the text of an element of lxml, a line for each block in it."""
    parts: list[str] = []
    for event, element in walk(root, events=("start", "end")):
        if not isinstance(element.tag, str) or element.tag in {"script", "style"}:
            parts += [element.tail or ""] if event == "end" else []
            continue
        if _BLOCK.fullmatch(element.tag):
            parts.append("\n")
        elif event == "start" and element.tag in {"td", "th"}:
            parts.append(" ")  # cells of a row are words apart
        parts.append((element.text if event == "start" else element.tail) or "")
    lines = (" ".join(line.split(" ")).strip() for line in "".join(parts).replace("\t", " ").splitlines())
    return [line for line in lines if line]


def _decoded_page(data: bytes, encoding: str, language: str) -> Decoded:
    """Decode as the page itself says, unless somebody knows better or its bytes prove it wrong."""
    named = _CHARSET.search(data[:4096])
    if not encoding and named and not data.startswith((b"\xef\xbb\xbf", b"\xff\xfe", b"\xfe\xff")):
        try:
            return decoded(data, named[1].decode("ascii"))
        except Fault:
            pass  # it says one thing and is another
    return decoded(data, encoding, language)


def _depth(html: str) -> int:
    """Return how deep the elements of a page lie in one another, counting tags alone."""
    depth = deepest = 0
    for match in _TAG.finditer(html):
        closing, name, alone = match.groups()
        if alone or _UNCLOSED.fullmatch(name.lower()):
            continue
        depth = max(0, depth - 1) if closing else depth + 1
        deepest = max(deepest, depth)
    return deepest


def _lines_of_short(found: object, html: str) -> list[str]:
    """Return the lines of a page's only article, where it is a sentence or two; none otherwise.

    Of so little trafilatura takes what it finds: menus with it, words in bold on a line of their own, or all in one.
    """
    parser = extras.for_reading("lxml.html", "lxml", "articles")
    if len(getattr(found, "text", None) or "") >= _SHORT:
        return []
    try:
        page = parser.fromstring(html)
    except (ValueError, AssertionError, parser.etree.LxmlError):
        return []
    articles = [*page.iter("article")] or [*page.iter("main")]
    if len(articles) != 1:
        return []
    for around in [*articles[0].iter("nav", "aside", "footer", "form")]:
        around.drop_tree()
    return _lines(articles[0], parser.etree.iterwalk)


def _main_text(found: object, lines: list[str]) -> str:
    """Return the text without its heading, which is the article's title already."""
    text: str = "\n".join(lines) or _without_marks(found)
    title: str = getattr(found, "title", None) or ""
    first, _, rest = text.strip().partition("\n")
    if title and rest and " ".join(first.split()).casefold() == " ".join(title.split()).casefold():
        return rest.strip()
    return text.strip()


def _without_marks(found: object) -> str:
    """Return the text trafilatura found, a table's rows as lines of plain words: its marks are nobody's."""
    text: str = getattr(found, "text", None) or ""
    body = getattr(found, "body", None)
    if body is None or next(body.iter("table"), None) is None:
        return text
    lines = (line for line in text.split("\n") if not _RULE.fullmatch(line))
    return "\n".join(_row(line) if _ROW.fullmatch(line) else line for line in lines)


def _row(line: str) -> str:
    return " ".join(" ".join(_CELLS.split(line)).replace("\\|", "|").split())


def _moment(day: str, html: str) -> str:
    """Return the day a page was published with the time of day, where its head says that of the same day."""
    for moment in (m for pattern in _MOMENTS for m in pattern.findall(html[:_HEAD])):
        if day and moment.startswith(day):
            with suppress(ValueError):
                return normalised_published(moment)
    with suppress(ValueError):
        return normalised_published(day)
    return ""


def _fields(found: object, html: str) -> dict[str, str]:
    def said(name: str) -> str:
        return " ".join(str(getattr(found, name, None) or "").split())

    named = _LANGUAGE.search(html[:4096])
    site, host = said("sitename"), said("hostname")
    if not site or site.casefold() in host.casefold():  # an address alone is not what a paper is called
        site = publisher(html[:_HEAD]) or site or host
    fields = {
        "title": said("title"),
        "published": said("date"),
        "source": site,
        "url": said("url"),
        "language": said("language") or (named[1].lower() if named else ""),
    }
    fields["published"] = _moment(fields["published"], html)
    return {name: value for name, value in fields.items() if value}

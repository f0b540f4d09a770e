"""Reads feeds, entry by entry."""

import io
import logging
from collections.abc import Iterator
from contextlib import suppress
from datetime import UTC, datetime, timedelta
from pathlib import Path
from time import struct_time
from typing import Any

from dateline.exchange import extras
from dateline.exchange.arrivals import Arrivals
from dateline.exchange.checks import Fault
from dateline.exchange.formats.feed.pieces import broken_off, entries
from dateline.exchange.options import ReadOptions
from dateline.exchange.problems import Problem, ProblemKind
from dateline.exchange.published import normalised_published
from dateline.exchange.reading import Item
from dateline.exchange.safexml import XmlFault, check
from dateline.exchange.webpage import MEDIA_TYPE, fragment_text
from dateline.model.article import Original
from dateline.model.bundle import Frame
from dateline.model.ids import new_id
from dateline.model.wording import tr

_HTML = ("text/html", "application/xhtml+xml")


def read(source: Path, options: ReadOptions) -> Iterator[Item]:
    """Yield an article for each entry that has a text."""
    yield Frame()
    parser = extras.for_reading("feedparser", "feedparser", "articles")
    logging.getLogger("feedparser").setLevel(logging.CRITICAL)
    arrivals = Arrivals(options)
    number = 0
    try:
        if not source.stat().st_size:
            raise Fault("", tr("is empty"), "", ProblemKind.EMPTY)
        for data in entries(source, options.progress):
            feed = _parsed_feed(parser, data, number + 1)
            for entry in feed.entries:
                number += 1
                yield from _entry(entry, feed.feed, number, arrivals, source.name)
        if not number:
            raise Fault("", tr("holds no entry"), "", ProblemKind.EMPTY)
        if line := broken_off(source):
            what = "ends without the end tag of the feed: entries may be missing"
            yield Problem(what, tr("Save the feed again"), source.name, line, kind=ProblemKind.SYNTAX, notice=True)
    except Fault as fault:
        yield fault.at(source.name, None)


def _parsed_feed(parser: Any, data: bytes, number: int) -> Any:
    """Return a feed of one entry; raises Fault for what is none."""
    _refuse_entities(data)
    try:
        feed = parser.parse(io.BytesIO(data), resolve_relative_uris=False, sanitize_html=False)
    except (ValueError, TypeError, AttributeError, LookupError, RecursionError) as error:
        where = f"entry {number}" if number > 1 else ""
        what = f"cannot be read as a feed ({type(error).__name__})"
        raise Fault(where, what, "", ProblemKind.SYNTAX) from error
    if not feed.get("version"):
        raise Fault("", tr("is no RSS or Atom feed"), "", ProblemKind.EMPTY)
    return feed


def _refuse_entities(data: bytes) -> None:
    """Raise Fault for a feed that declares entities; otherwise feeds are read leniently, as they are written.

    In CDATA or a comment the same characters are words. That is so only where XML says so: what is not well-formed
    may be read as a declaration by another parser.
    """
    if b"<!entity" not in data.lower():
        return
    try:
        check(data)
    except XmlFault as fault:
        what_to_do = "Remove the declarations, and write the characters themselves"
        what = "declares entities, which are not taken"
        if not fault.field.startswith("<!ENTITY"):
            what = f"holds what may declare entities, in XML that cannot be checked ({fault.what})"
        raise Fault("<!ENTITY>", what, what_to_do, ProblemKind.SYNTAX) from fault


def _entry(entry: Any, feed: Any, number: int, arrivals: Arrivals, name: str) -> Iterator[Item]:
    where = f"entry {number}"
    html, is_html = _content(entry)
    try:
        text = fragment_text(html) if is_html else html.strip()
        if not text:
            yield Problem(tr("has no text; it is left out"), "", name, None, where, ProblemKind.EMPTY, notice=True)
            return
        article = arrivals.article(text, _fields(entry, feed), name, _meta(entry))
    except Fault as fault:
        yield Problem(
            fault.what,
            fault.what_to_do,
            name,
            None,
            f"{where}, {fault.field}".rstrip(", "),
            fault.kind,
            wording=fault.wording,
        )
        return
    original = Original(new_id(), article.id, f"{name}, {where}", MEDIA_TYPE, html) if is_html else None
    dated = bool(_moment(entry, "published"))  # it may have been brought up to date on any day
    yield from arrivals.take(article, f"{name}, {where}", original=original, dated=dated)


def _content(entry: Any) -> tuple[str, bool]:
    """Return the longest text an entry has, and whether it is HTML."""
    found = [*entry.get("content", ())]
    if summary := entry.get("summary_detail"):
        found.append(summary)
    texts = [(str(f.get("value") or ""), f.get("type", "") in _HTML) for f in found]
    return max(texts, key=lambda t: len(t[0]), default=("", False))


def _fields(entry: Any, feed: Any) -> dict[str, str]:
    def said(of: Any, key: str) -> str:
        return " ".join(str(of.get(key) or "").split())

    source = entry.get("source") or {}
    language = said(feed, "language") or said(entry.get("title_detail") or {}, "language")
    return {
        "title": fragment_text(said(entry, "title")).replace("\n", " ") if said(entry, "title") else "",
        "published": _moment(entry, "published") or _moment(entry, "updated"),
        "source": said(source, "title") or said(feed, "title"),
        "url": said(entry, "link"),
        "language": language.split("-")[0].lower(),
    }


def _meta(entry: Any) -> dict[str, str]:
    tags = ", ".join(str(t.get("term")) for t in entry.get("tags", ()) if t.get("term"))
    found = {"author": entry.get("author"), "id": entry.get("id"), "tags": tags}
    return {name: " ".join(str(value).split()) for name, value in found.items() if value}


def _moment(entry: Any, key: str) -> str:
    """Return a moment of an entry as it is written, with its zone; else as feedparser has read it, in UTC.

    An entry's own `get` stands one date in for another, with a warning.
    """
    at: struct_time | None = dict.get(entry, f"{key}_parsed")
    if at is None:
        return ""
    try:
        read = datetime(*at[:5], tzinfo=UTC)
    except (ValueError, OverflowError):  # of the year 0
        return ""
    with suppress(ValueError, OverflowError):  # the last hours of the year 9999 have no moment in UTC
        moment = datetime.fromisoformat(normalised_published(str(dict.get(entry, key) or "")))
        if abs((moment if moment.tzinfo else moment.replace(tzinfo=UTC)) - read) < timedelta(minutes=1):
            return moment.isoformat(timespec="minutes")
    return read.isoformat(timespec="minutes")

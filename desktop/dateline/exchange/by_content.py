"""Files that end in .txt and hold something else, where their first lines leave no doubt of it."""

import os
import re
from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path
from typing import Never

from dateline.exchange.checks import Fault
from dateline.exchange.format import Format
from dateline.exchange.problems import Problem, ProblemKind, worded
from dateline.exchange.webpage import begins_as_page
from dateline.model.wording import Advice, Wording, tr

_NOWHERE = Path(os.devnull) / "x"  # formats that look for what lies beside a file find nothing
_HEAD = 1 << 20  # bytes that are looked at
_BOM = b"\xef\xbb\xbf"
_LEAST = 5  # lines of a token and its tag each: nobody writes so many that look so
_WORD = re.compile(rb"[0-9]+(?:[-.][0-9]+)?(?:\t[^\t]+){9}\r?")
PLAIN = (".txt", ".text")
_ARTICLES = ("text", "table")  # formats that are not asked
_ANY = "records"  # takes any record with a text, so it is asked last
_LOOKS = tr("looks like {title}, and not like the text of an article")
_TO_DO = Advice(
    tr("Import it by itself; if it is a text all the same, choose Texts and web pages under Format"),
    "Import it by itself; if it is a text all the same, with --format text",
)


def other_format(head: bytes, formats: Iterable[Format]) -> Format | None:
    """Return which format a file of texts is of in truth, by its first bytes; None for what may be a text."""
    suffixes = _suffixes(head.removeprefix(_BOM))
    asked = [found for found in formats if found.name not in _ARTICLES] if suffixes else []
    for found in sorted(asked, key=lambda found: found.name == _ANY):
        if any(takes(found, suffix, head) for suffix in suffixes):
            return found
    return None


def takes(found: Format, suffix: str, head: bytes) -> bool:
    """Say whether a file that begins so is of a format if its name ends so, whatever lies beside it."""
    with suppress(Fault, OSError):
        return found.takes(_NOWHERE.with_suffix(suffix), head[:_HEAD], _no_files)
    return False


def told_of(found: Format, name: str) -> Problem:
    """Say that a file is of another format."""
    return worded(Wording(_LOOKS, {"title": found.title}), _TO_DO, name, kind=ProblemKind.FORMAT, notice=False)


def _suffixes(head: bytes) -> tuple[str, ...]:
    """Return how the names of files end that begin so; none where it may be a text."""
    begin = head[:4096].lstrip()
    if begin.startswith((b"{", b"[")):
        return (".jsonl", ".json")
    if begin.startswith(b"<"):
        return () if begins_as_page(head) else (".xml", ".tml")
    lines = [line for line in begin.split(b"\n") if line.strip()]
    whole = [line for line in lines[:-1] if not line.startswith(b"#")] or lines
    if whole and all(_WORD.fullmatch(line) for line in whole):
        return (".conllu",)
    return (".txt",) if begin.startswith((b"#", b"-DOCSTART-")) or len(whole) >= _LEAST else ()


def _no_files() -> Never:
    raise FileNotFoundError

"""CoNLL-2003 columns: a token and its tag a line, IOB1, IOB2 or BIOES."""

import re
from pathlib import Path

from dateline.exchange.bio import Scheme
from dateline.exchange.format import Choice, Format, as_outside, tr
from dateline.exchange.formats.conll.others import is_conll_2012
from dateline.exchange.formats.conll.reader import read
from dateline.exchange.formats.conll.writer import ConllWriter

_TAGGED = re.compile(rb"(?:[^\s]+[ \t])(?:[^\s]+[ \t]){0,8}(?:O|[BIESLU]-\S+)\r?")
_SUFFIXES = (".conll", ".conll03", ".conll2003", ".bio", ".iob", ".iob2", ".bioes")
_PLAIN = (".txt", ".tsv", ".train", ".testa", ".testb", ".dev", ".test", "")


def _recognises(source: Path, head: bytes) -> bool:
    lines = [line for line in head.removeprefix(b"\xef\xbb\xbf").split(b"\n")[:60] if line.strip()]
    if lines and is_conll_2012(lines[0].decode(errors="replace")):
        return True  # whose reader says what it is; as a text it would come in as one
    if not lines or source.suffix.lower() not in (*_SUFFIXES, *_PLAIN):
        return False
    if lines[0].startswith(b"-DOCSTART-"):
        return True
    whole = [line for line in lines[:-1] if not line.startswith(b"#")] or lines
    if source.suffix.lower() in _SUFFIXES and _TAGGED.fullmatch(whole[0]):
        return True  # by its name and its first line: the reader says which line is wrong
    return sum(bool(_TAGGED.fullmatch(line)) for line in whole) >= 0.9 * len(whole)


FORMAT = Format(
    name="conll",
    title="CoNLL-2003 columns",
    suffixes=(".conll",),
    description=tr("A token and its tag on each line; the text itself is lost. Reads IOB1, IOB2 and BIOES."),
    writes=tr("A token and its tag on each line: of nested spans the longest; the text itself is lost."),
    training=True,
    result=True,
    unread=as_outside,
    choices=(
        Choice("scheme", tr("Tags"), (Scheme.IOB2.value, Scheme.IOB1.value, Scheme.BIOES.value), exporting=True),
        Choice("columns", tr("Columns"), ("4", "2"), exporting=True),
        Choice("tags", tr("Tags stand in column"), ("last", "2", "3", "4", "5"), importing=True),
        Choice("tokens", tr("Tokens stand in column"), ("1", "2", "3"), importing=True),
    ),
    reads=read,
    opens=ConllWriter,
    recognises=_recognises,
    encoded=True,
)

"""Lines that are other formats than a token and its tag, and what to say of them."""

import re
from collections.abc import Sequence

from dateline.exchange.checks import Fault
from dateline.exchange.problems import ProblemKind
from dateline.model.wording import tr

_PARTED = re.compile(r"[^|]\|+[^|]")
_TAGGED = re.compile(r"[BIESLU]-")
_BEGIN = "#begin document"
_LEAST = 12  # columns of CoNLL-2012: eleven, those of predicates, and the last of coreference
_TREE, _NAMES = 5, 10  # the columns of its trees and of its named entities, from nought
_IS_TREE = re.compile(r"(?:\([^\s()*]+)*\*\)*")
_IS_NAME = re.compile(r"(?:\([^\s()*]+)?\*\)?|\([^\s()*]+\)")


class OtherFormat(Fault):
    """The file is of another format: to go on reading it would say the same of every line."""


def is_conll_2012(line: str) -> bool:
    """Say whether a file that begins with this line is CoNLL-2012, or of the formats made after it."""
    return line.startswith(_BEGIN)


def refuse_others(line: str, columns: Sequence[str]) -> None:
    """Raise OtherFormat for the first line of a file if that is of a format that is not read."""
    if is_conll_2012(line) or _has_brackets(columns):
        what = tr("is CoNLL-2012 (OntoNotes), whose columns of trees and brackets are not read")
        what_to_do = tr("Write its words (column 4) and named entities (column 11) as lines such as: Ankara B-GPE")
        raise OtherFormat("", what, what_to_do, ProblemKind.FORMAT)
    if all(_PARTED.search(column) for column in columns) and not _TAGGED.match(columns[-1]):
        what = tr("has words, tags and the rest between |, where columns parted by spaces or tabs were expected")
        what_to_do = tr("Write each word and its tag on a line of their own, such as: Ankara B-LOC")
        raise OtherFormat("", what, what_to_do, ProblemKind.FORMAT)


def _has_brackets(columns: Sequence[str]) -> bool:
    """Say whether columns are numbered and bracketed as those of CoNLL-2012 are: a mere count of them says nothing."""
    numbered = len(columns) >= _LEAST and columns[1].isdecimal() and columns[2].isdecimal()
    return numbered and bool(_IS_TREE.fullmatch(columns[_TREE]) and _IS_NAME.fullmatch(columns[_NAMES]))

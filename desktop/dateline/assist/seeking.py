"""Finding what a person looks for: words or an expression, whole words or parts, with or without accents and case."""

import re
import unicodedata
import warnings
from functools import cached_property

from msgspec import Struct

from dateline.model.text import Span, fold_in_place

MOST = 200_000  # places in one text: more tell nobody anything and would fill the memory
_MARK = "\u0300-\u036f"  # what folding leaves of an accent that is a character of its own
_FLAGS = re.compile(r"\(\?[aiLmsux]+\)")


class BadExpression(ValueError):
    """What was typed is no regular expression; the message says what is wrong with it, and where."""


class Sought(Struct, frozen=True):
    """What is looked for.

    `words` stand for themselves, white space for any white space; as a `regex` they are a regular expression.
    `whole` wants word bounds at both ends, `exact` the same case and accents. `others` are words that count as well.
    """

    words: str
    whole: bool = False
    regex: bool = False
    exact: bool = False
    others: tuple[str, ...] = ()

    def __bool__(self) -> bool:
        return bool(self.words.strip())


class Seeker:
    """Finds one thing in any number of texts; raises BadExpression where it is made from a faulty expression."""

    def __init__(self, sought: Sought) -> None:
        self.sought = sought
        self._plain = self._expression() if sought.regex else self._literal(marked=False)

    def find(self, text: str, folded: str = "", most: int = MOST) -> list[Span]:
        """Return where it stands in `text`, in order, at most so many; `folded` spares folding the text again."""
        searched = text if self.sought.exact else folded or fold_in_place(text)
        pattern = self._marked if "\u0300" in searched and not self.sought.regex else self._plain
        found: list[Span] = []
        for match in pattern.finditer(searched):
            begin, end = match.span()
            if end > begin:
                found.append(Span(begin, end))
                if len(found) >= most:
                    break
        return found

    @cached_property
    def _marked(self) -> re.Pattern[str]:
        return self._literal(marked=True)

    def _literal(self, *, marked: bool) -> re.Pattern[str]:
        """Words as they are; in texts that write accents as characters of their own those may stand anywhere."""
        between = f"[{_MARK}]*" if marked and not self.sought.exact else ""
        wanted = dict.fromkeys(self._words(w, between) for w in (self.sought.words, *self.sought.others) if w.strip())
        longest_first = sorted(wanted, key=len, reverse=True)
        return self._bounded("|".join(longest_first) or r"(?!)", 0)

    def _words(self, words: str, between: str) -> str:
        if not self.sought.exact:
            words = fold_in_place(unicodedata.normalize("NFC", words)).replace("\u0300", "")
        return r"\s+".join("".join(re.escape(c) + between for c in word) for word in words.split())

    def _expression(self) -> re.Pattern[str]:
        """An expression is checked as it was typed, so that what is said about it fits."""
        flags, body = re.MULTILINE, self.sought.words
        if not self.sought.exact:
            flags |= re.IGNORECASE  # the text is folded: what is sought must be as well
            body = "".join(c if c.isascii() else re.escape(fold_in_place(c)) for c in body)
        _compiled(self.sought.words, flags)
        return self._bounded(body, flags)

    def _bounded(self, body: str, flags: int) -> re.Pattern[str]:
        if not self.sought.whole:
            return _compiled(body, flags)
        head = found.group() if (found := _FLAGS.match(body)) else ""
        return _compiled(rf"{head}(?<![\w{_MARK}])(?:{body[len(head) :]})(?![\w{_MARK}])", flags)


def _compiled(expression: str, flags: int) -> re.Pattern[str]:
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # "possible nested set": whoever types "[[" learns it otherwise
            return re.compile(expression, flags)
    except re.error as error:
        at = "" if error.pos is None else f" (at {error.pos + 1})"
        raise BadExpression(f"{error.msg}{at}") from None
    except (OverflowError, RecursionError, MemoryError) as error:
        raise BadExpression(str(error) or "it is too large") from None

"""Finding the other places where the same words stand."""

import itertools
import re

from dateline.model.text import Span, fold, words


def identical_occurrences(text: str, span: Span, *, folded: bool) -> list[Span]:
    """Return where the words of `span` stand elsewhere in `text`, on word bounds, in order.

    With `folded`, case and diacritics make no difference (Çavuşoğlu = Cavusoglu); white space never does.
    """
    pieces = span.of(text).split()
    if not pieces:
        return []
    if not folded:
        pattern = re.compile(r"(?<!\w)" + r"\s+".join(map(re.escape, pieces)) + r"(?!\w)")
        return [s for m in pattern.finditer(text) if (s := Span(*m.span())) != span]
    wanted = [fold(w.of(span.of(text))) for w in words(span.of(text))]
    if not wanted:
        return []
    all_words = list(words(text))
    keys = [_stem(fold(w.of(text)), wanted[-1]) for w in all_words]
    first = [i for i, key in enumerate(keys) if key == wanted[0]]
    out = []
    for i in first:
        run = all_words[i : i + len(wanted)]
        if keys[i : i + len(wanted)] != wanted or not _only_between(text, run):
            continue
        last = run[-1]
        end = last.end if fold(last.of(text)) == wanted[-1] else _end_of(text, last, wanted[-1])
        if (found := Span(run[0].begin, end)) != span:
            out.append(found)
    return out


def _stem(key: str, wanted: str) -> str:
    """A possessive or a suffix set off by an apostrophe is not part of the name: "Turkey's", "Ankara'da"."""
    for sign in "'’ʼ":
        head, found, _ = key.partition(sign)
        if found and head == wanted:
            return head
    return key


def _end_of(text: str, word: Span, wanted: str) -> int:
    """Return where the name ends in a word that carries a suffix behind an apostrophe."""
    ends = (i for i in range(word.begin + 1, word.end) if text[i] in "'’ʼ")
    return next((i for i in ends if fold(text[word.begin : i]) == wanted), word.end)


def _only_between(text: str, run: list[Span]) -> bool:
    """Between the words of one name stand only spaces, hyphens, full stops of initials."""
    gaps = (text[a.end : b.begin] for a, b in itertools.pairwise(run))
    return all(re.fullmatch(r"[\s.\-‑–&]+", gap) and gap.count("\n") <= 1 for gap in gaps)

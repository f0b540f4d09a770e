"""Finding the other places where the same words stand."""

import itertools
import re
from collections import deque
from collections.abc import Iterator, Sequence
from functools import lru_cache

from dateline.model.text import Span, fold, hyphen_parts, words

_GAP = r"[\s.\-‑–&]+"  # what may stand between the words of one name: spaces, hyphens, full stops of initials


@lru_cache(maxsize=1 << 15)
def _folded(word: str) -> str:
    return fold(word)


def identical_occurrences(text: str, span: Span, *, folded: bool) -> Iterator[Span]:
    """Yield where the words of `span` stand elsewhere in `text`, on word bounds, in order, as they are found.

    A hyphen bounds words, too: "Peru" stands in "Peru-Chile".
    With `folded`, case and diacritics make no difference (Çavuşoğlu = Cavusoglu); white space never does.
    """
    pieces = span.of(text).split()
    if not pieces:
        return
    if not folded:
        pattern = re.compile(r"(?<!\w)" + r"\s+".join(map(re.escape, pieces)) + r"(?!\w)")
        yield from (s for m in pattern.finditer(text) if (s := Span(*m.span())) != span)
        return
    own = span.of(text)
    parts = list(_parted(own, 0, len(own)))
    wanted = [_folded(w.of(own)) for w in parts]
    if not wanted:
        return
    before, after = own[: parts[0].begin], own[parts[-1].end :]  # "$" of "$5 billion", "%" of "5%"
    runs = (_runs_in_ascii if text.isascii() else _runs)(text, wanted)
    spans = (
        Span(run[0].begin - len(before), run[-1].end + len(after))
        for run in runs
        if _only_between(text, run) and text.endswith(before, 0, run[0].begin) and text.startswith(after, run[-1].end)
    )
    yield from (s for s in spans if s != span)


def _runs(text: str, wanted: list[str]) -> Iterator[Sequence[Span]]:
    """Yield the words of a text that fold to those wanted."""
    last, size = wanted[-1], len(wanted)
    run: deque[Span] = deque(maxlen=size)
    for word in _parted(text, 0, len(text)):
        run.append(word)
        if _folded(word.of(text)) == last and [_folded(w.of(text)) for w in run] == wanted:
            yield tuple(run)


def _runs_in_ascii(text: str, wanted: list[str]) -> Iterator[Sequence[Span]]:
    """The same where folding is only case: what is looked for is found before any word is parted."""
    pattern = re.compile(r"(?<![A-Za-z0-9])" + _GAP.join(map(re.escape, wanted)) + r"(?![A-Za-z0-9])")
    for match in pattern.finditer(text.lower()):
        low, high = match.span()
        while low > 0 and not text[low - 1].isspace():
            low -= 1
        while high < len(text) and not text[high].isspace():
            high += 1
        # From space to space words part as in the whole text.
        found = list(_parted(text, low, high))
        at = next((i for i, w in enumerate(found) if w.begin == match.start()), len(found))
        run = found[at : at + len(wanted)]
        if [_folded(w.of(text)) for w in run] == wanted:
            yield run


def _parted(text: str, begin: int, end: int) -> Iterator[Span]:
    return itertools.chain.from_iterable(hyphen_parts(text, word) for word in words(text, begin, end))


def _only_between(text: str, run: Sequence[Span]) -> bool:
    """Between the words of one name stand only spaces, hyphens, full stops of initials."""
    gaps = (text[a.end : b.begin] for a, b in itertools.pairwise(run))
    return all(re.fullmatch(_GAP, gap) and gap.count("\n") <= 1 for gap in gaps)

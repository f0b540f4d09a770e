"""Finding the other places where the same words stand."""

import itertools
import re
from collections.abc import Iterator

from dateline.model.text import Span, fold, hyphen_parts, words


def identical_occurrences(text: str, span: Span, *, folded: bool) -> list[Span]:
    """Return where the words of `span` stand elsewhere in `text`, on word bounds, in order.

    A hyphen bounds words, too: "Peru" stands in "Peru-Chile".
    With `folded`, case and diacritics make no difference (Çavuşoğlu = Cavusoglu); white space never does.
    """
    pieces = span.of(text).split()
    if not pieces:
        return []
    if not folded:
        pattern = re.compile(r"(?<!\w)" + r"\s+".join(map(re.escape, pieces)) + r"(?!\w)")
        return [s for m in pattern.finditer(text) if (s := Span(*m.span())) != span]
    own = span.of(text)
    parts = list(_parted(own))
    wanted = [fold(w.of(own)) for w in parts]
    if not wanted:
        return []
    before, after = own[: parts[0].begin], own[parts[-1].end :]  # "$" of "$5 billion", "%" of "5%"
    found = list(_parted(text))
    keys = [fold(w.of(text)) for w in found]
    runs = (found[i : i + len(wanted)] for i in range(len(keys)) if keys[i : i + len(wanted)] == wanted)
    spans = (
        Span(run[0].begin - len(before), run[-1].end + len(after))
        for run in runs
        if _only_between(text, run) and text.endswith(before, 0, run[0].begin) and text.startswith(after, run[-1].end)
    )
    return [s for s in spans if s != span]


def _parted(text: str) -> Iterator[Span]:
    return itertools.chain.from_iterable(hyphen_parts(text, word) for word in words(text))


def _only_between(text: str, run: list[Span]) -> bool:
    """Between the words of one name stand only spaces, hyphens, full stops of initials."""
    gaps = (text[a.end : b.begin] for a, b in itertools.pairwise(run))
    return all(re.fullmatch(r"[\s.\-‑–&]+", gap) and gap.count("\n") <= 1 for gap in gaps)

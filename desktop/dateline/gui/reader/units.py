"""Characters, words, phrases and sentences of a text: what a click takes and the word cursor steps over.

Free of Qt. All positions are code points of the whole text.
"""

import unicodedata
from collections.abc import Callable, Iterator
from enum import IntEnum

from dateline.gui.reader.blocks import Blocks
from dateline.gui.reader.passages import passage_of, sentences_of
from dateline.model.regex import lazy
from dateline.model.text import Span, hyphen_parts, trim, word_at, words

_REACH = 240
_FLAGS = "".join(map(chr, range(0x1F1E6, 0x1F200)))  # two of these letters are one flag
_RUN = 1 << 16  # of these letters are looked back over at most


class Granularity(IntEnum):
    """How much one step of the cursor or one click takes; the value is the key (Alt+1…4)."""

    CHARACTER = 1
    WORD = 2
    PHRASE = 3
    SENTENCE = 4


# Scripts written without spaces: the model's words would be whole clauses there.
_UNSPACED = lazy(
    "[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3005-\u3007\u3041-\u3096\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff"
    "\U00020000-\U0003ffff]"
)
_UNSPACED_PIECES = lazy(
    "[\u3005-\u3007\u3041-\u3096\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003ffff]"
    "|[\u0e00-\u0eff]+|[\u1000-\u109f]+|[\u1780-\u17ff]+"
    "|[^\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3005-\u3007\u3041-\u3096\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff"
    "\U00020000-\U0003ffff]+"
)
_COUNTRY = lazy(r"(?<![^\W_])([A-Z]{1,3})$")  # before the sign: US$, A$
_INK = lazy(r"\S")
# Small words that may stand inside a name ("Ministry of Foreign Affairs") and never begin or end one.
_INSIDE = "of the and for de del der den di da la le al el bin ibn von van du des ve ile и в на"
_INSIDE_NAMES = frozenset(_INSIDE.split())
# Small words at which a phrase without capitals is cut.
_SMALL = """
a an the and or but nor so that which who whom whose this these those of in on at by for from to with into onto over
under after before during since until between among against about as than is are was were be been being has have had
will would shall should can could may might must do does did not it its he she they we you i his her their our your
ve veya ile için ama ki bir bu şu o da de и в на с по о не что как из за к от до а но же мен бен пен және үшін бұл
"""
_CUTS = frozenset(_SMALL.split())


def grapheme_at(text: str, position: int) -> Span:
    """Return the user-perceived character at `position`, which is inside the text: marks and joined emoji together."""
    begin = position
    while begin > 0 and position - begin < 40 and _clings(text, begin):
        begin -= 1
    end = begin + 1
    while end < len(text) and end - begin < 40 and _clings(text, end):
        end += 1
    return Span(begin, end)


def _clings(text: str, position: int) -> bool:
    """Say whether the character at `position` belongs to the same perceived character as the one before it."""
    char, before = text[position], text[position - 1]
    if char < "\u0300":
        return char == "\n" and before == "\r"
    if unicodedata.category(char)[0] == "M" or char in "\u200c\u200d" or "\U0001f3fb" <= char <= "\U0001f3ff":
        return not before.isspace()
    if before == "\u200d" and ord(char) > 0x2000:
        return True
    if _is_flag(char) and _is_flag(before):
        back = text[max(0, position - _RUN) : position]
        return (len(back) - len(back.rstrip(_FLAGS))) % 2 == 1
    return False


def _is_flag(char: str) -> bool:
    return char in _FLAGS


def words_in(text: str, begin: int, end: int) -> Iterator[Span]:
    """Yield words and emoji of `text[begin:end]`; scripts without spaces are parted finely."""
    at = begin
    for word in words(text, begin, end):
        if _abbreviates_currency(text, word):
            continue  # it comes with its amount
        yield from _symbols(text, at, word.begin)
        yield from _pieces(text, word)
        at = word.end
    yield from _symbols(text, at, end)


def _with_sign(text: str, number: Span) -> Span:
    """Return a number with the sign that says what it counts: "$10", "US$10", "10%", "10€"."""
    begin, end = number.begin, number.end
    if text[begin].isdigit() and begin > 0 and unicodedata.category(text[begin - 1]) == "Sc":
        begin -= 1
        country = _COUNTRY().search(text, max(0, begin - 4), begin)
        begin = country.start(1) if country else begin
    if text[end - 1].isdigit() and end < len(text) and _is_sign_behind(text, end):
        end += 1
    return Span(begin, end)


def _is_sign_behind(text: str, position: int) -> bool:
    """A per cent sign, or that of a currency which no number follows: that one would be its own."""
    if text[position] in "%‰٪":
        return True
    following = text[position + 1 : position + 2]
    return unicodedata.category(text[position]) == "Sc" and not following.isdigit()


def _abbreviates_currency(text: str, word: Span) -> bool:
    """Whether a word is the "US" of "US$10"."""
    sign, digit = text[word.end : word.end + 1], text[word.end + 1 : word.end + 2]
    return bool(
        digit.isdigit()
        and unicodedata.category(sign) == "Sc"
        and (found := _COUNTRY().search(text, max(0, word.end - 4), word.end))
        and found.start(1) == word.begin
    )


def _pieces(text: str, word: Span) -> Iterator[Span]:
    shown = word.of(text)
    if shown.isascii() or not _UNSPACED().search(shown):
        yield _with_sign(text, word) if shown[0].isdigit() or shown[-1].isdigit() else word
        return
    for match in _UNSPACED_PIECES().finditer(text, word.begin, word.end):
        yield Span(match.start(), match.end())


def _symbols(text: str, begin: int, end: int) -> Iterator[Span]:
    at = begin
    while at < end:
        if text[at] > "\u00a8" and unicodedata.category(text[at]) == "So":
            found = grapheme_at(text, at)
            yield found
            at = max(found.end, at + 1)
        else:
            at += 1


def word_unit(text: str, position: int) -> Span | None:
    """Return the word or emoji that holds the character at `position`, or None on white space and punctuation."""
    if not 0 <= position < len(text):
        return None
    word = word_at(text, position)
    if word is not None and _abbreviates_currency(text, word):
        return word_unit(text, word.end + 1)
    if word is None and (number := _number_beside(text, position)) is not None:
        return number
    if word is not None:
        return next((p for p in _pieces(text, word) if p.begin <= position < p.end), word)
    if unicodedata.category(text[position]) in ("So", "Sk", "Mn", "Cf", "Sc"):
        return grapheme_at(text, position)
    return None


def _number_beside(text: str, position: int) -> Span | None:
    """Return the number that the currency or per cent sign at `position` belongs to, if there is one."""
    if not (text[position] in "%‰٪" or unicodedata.category(text[position]) == "Sc"):
        return None
    for beside in (position + 1, position - 1):
        word = word_at(text, beside) if 0 <= beside < len(text) and text[beside].isdigit() else None
        found = next(iter(_pieces(text, word)), None) if word else None
        if found is not None and found.begin <= position < found.end:
            return found
    return None


def snap(text: str, begin: int, end: int) -> Span | None:
    """Grow a selection to whole words and drop space and punctuation at its edges; None when nothing is left."""
    if begin >= end:
        return None
    first, last = word_unit(text, begin), word_unit(text, end - 1)
    low = min(begin, first.begin) if first else begin
    high = max(end, last.end) if last else end
    return trim(text, low, high)


def snap_drag(text: str, begin: int, end: int) -> Span | None:
    """Snap what was dragged over to words; a drag inside one hyphenated word takes the parts it touches."""
    first, last = word_unit(text, begin), word_unit(text, end - 1)
    if first is not None and first == last:
        touched = [p for p in hyphen_parts(text, first) if p.begin < end and begin < p.end]
        if touched:
            return Span(touched[0].begin, touched[-1].end)
    return snap(text, begin, end)


def sentence_unit(blocks: Blocks, position: int) -> Span | None:
    """Return the sentence that holds `position`, or the nearest before it in the same passage."""
    block = blocks.at(position)
    found = None
    for span in sentences_of(blocks, passage_of(blocks, block), block):
        if span.begin > position and found:
            break
        found = span
        if position < span.end:
            break
    return found


def phrase_unit(blocks: Blocks, position: int) -> Span | None:
    """Return the name or the run of words around `position` that no punctuation and no small word parts."""
    text = blocks.text
    low, high = blocks.bounds(blocks.at(position))
    low, high = max(low, position - _REACH), min(high, position + _REACH)
    around = list(words_in(text, _to_gap(text, low, -1), _to_gap(text, high, 1)))
    at = next((i for i, w in enumerate(around) if w.begin <= position < w.end), None)
    if at is None:
        return word_unit(text, position)
    belongs = _is_name if _is_name(around[at].of(text)) else _is_plain
    first = last = at
    while (
        first > 0 and _joined(text, around[first - 1], around[first]) and _goes_on(text, around, first - 1, -1, belongs)
    ):
        first -= 1
    while (
        last + 1 < len(around)
        and _joined(text, around[last], around[last + 1])
        and _goes_on(text, around, last + 1, 1, belongs)
    ):
        last += 1
    while first < at and _frays(around[first].of(text), belongs):
        first += 1
    while last > at and _frays(around[last].of(text), belongs):
        last -= 1
    return Span(around[first].begin, around[last].end)


def _goes_on(text: str, around: list[Span], i: int, step: int, belongs: Callable[[str], bool]) -> bool:
    """A word goes on with a phrase when it is of its kind, or is a small word with one of its kind behind it."""
    word = around[i].of(text)
    if belongs(word):
        return True
    beyond = i + step
    return (
        belongs is _is_name
        and word.casefold() in _INSIDE_NAMES
        and 0 <= beyond < len(around)
        and _joined(text, *sorted((around[i], around[beyond])))
        and (_is_name(around[beyond].of(text)) or around[beyond].of(text).casefold() in _INSIDE_NAMES)
    )


def _frays(word: str, belongs: Callable[[str], bool]) -> bool:
    return not belongs(word) or word.casefold() in _CUTS


def _is_name(word: str) -> bool:
    return word[0].isupper() or word[0].isdigit()


def _is_plain(word: str) -> bool:
    return not _is_name(word) and word.casefold() not in _CUTS


def _joined(text: str, left: Span, right: Span) -> bool:
    between = text[left.end : right.begin]
    return not between.strip(" \u00a0\u202f\t-‑'’")


def _to_gap(text: str, position: int, step: int) -> int:
    """Move to the nearest white space, at most a word away, so that no word is cut."""
    for _ in range(_REACH):
        if not 0 < position < len(text) or text[position - (step < 0)].isspace():
            break
        position += step
    return max(0, min(position, len(text)))


def unit_at(blocks: Blocks, position: int, granularity: Granularity) -> Span | None:
    """Return the unit that holds the character at `position`, or None where there is none."""
    if not 0 <= position < len(blocks.text):
        return None
    if granularity is Granularity.CHARACTER:
        return grapheme_at(blocks.text, position)
    if granularity is Granularity.WORD:
        return word_unit(blocks.text, position)
    if granularity is Granularity.PHRASE:
        return phrase_unit(blocks, position)
    return sentence_unit(blocks, position)


def next_unit(blocks: Blocks, from_: Span | int, granularity: Granularity, step: int) -> Span | None:
    """Return the unit after (step 1) or before (step -1) a unit or position, across blocks; None at the ends."""
    edge = from_ if isinstance(from_, int) else (from_.end if step > 0 else from_.begin)
    if granularity is Granularity.CHARACTER:
        return _next_character(blocks, edge, step)
    block = blocks.at(max(0, edge - (step < 0)))
    while 0 <= block < len(blocks):
        if blocks.is_blank(block):
            block = _over_blanks(blocks, block, step)
            continue
        if granularity is Granularity.SENTENCE:
            found, block = _nearest_sentence(blocks, block, edge, step)
        else:
            found, block = _nearest(blocks, block, edge, granularity, step), block + step
        if found is not None:
            return found
    return None


def _over_blanks(blocks: Blocks, block: int, step: int) -> int:
    """Return the next block in a direction that is not blank, beyond the ends when there is none; at one go."""
    if step > 0:
        found = _INK().search(blocks.text, blocks.limit(block))
        return blocks.at(found.start()) if found else len(blocks)
    length = len(blocks.text[: blocks.begin(block)].rstrip())
    return blocks.at(length - 1) if length else -1


def _next_character(blocks: Blocks, edge: int, step: int) -> Span | None:
    text = blocks.text
    if step > 0:
        return grapheme_at(text, edge) if edge < len(text) else None
    return grapheme_at(text, edge - 1) if edge > 0 else None


def _nearest(blocks: Blocks, block: int, edge: int, granularity: Granularity, step: int) -> Span | None:
    begin, end = blocks.bounds(block)
    # From a gap on, so that no part of a word is taken for one.
    low = _to_gap(blocks.text, max(begin, edge - _REACH if step < 0 else min(edge, end)), -1)
    units = list(words_in(blocks.text, max(begin, low), end)) if step < 0 or low < end else []
    if step > 0:
        word = next((u for u in units if u.begin >= edge), None)
    else:
        word = next((u for u in reversed(units) if u.end <= edge), None)
        if word is None and edge - _REACH > begin:
            word = next((u for u in reversed(list(words_in(blocks.text, begin, end))) if u.end <= edge), None)
    if word is not None and granularity is Granularity.PHRASE:
        return phrase_unit(blocks, word.begin)
    return word


def _nearest_sentence(blocks: Blocks, block: int, edge: int, step: int) -> tuple[Span | None, int]:
    """Return the nearest sentence of a block's passage in a direction, and the block to look in if there is none."""
    passage = passage_of(blocks, block)
    found = sentences_of(blocks, passage, block)
    if step > 0:
        beyond = blocks.at(passage.end) + (not passage.goes_on)
        return next((s for s in found if s.begin >= edge), None), max(block + 1, beyond)
    beyond = blocks.at(passage.begin) - (not passage.goes_back)
    return next((s for s in reversed(found) if s.end <= edge), None), min(block - 1, beyond)

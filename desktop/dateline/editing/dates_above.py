"""The dates that stand before a place in an article, as they count there: tagged, or there to be tagged."""

from bisect import bisect_left
from collections import deque
from collections.abc import Callable, Mapping

from dateline.chronology import Reading, TimeType, Told, find, find_over, resolve
from dateline.model.annotation import Layer, Mention, TimeSource, TimeValue
from dateline.model.article import Article
from dateline.model.page import Page
from dateline.model.text import Span
from dateline.model.wrapping import unwrapped_part

CONTEXT = 300  # characters on either side that a reading may depend on
FAR = 2000  # characters further up in which a date may stand that "the same day" counts from
_LONGEST = 80  # characters of the longest expression that a cut may go through
_COUNT = 12  # dates further up that are handed on: no rule looks at more
_ANY_WORD = "ø"  # stands for a tagged expression while others are looked for


class DatesAbove:
    """Reads the times of a page from the top down, each against those before it by the values they have.

    `times` are the values of the page's mentions; they may change below the place that was asked for last. A text is
    gone through once, however many of its dates are asked for, and not at all where no rule asks for a date before;
    `ahead` is how many characters further down dates are sought at once, where more will be asked for.
    """

    def __init__(self, page: Page, about: Article, times: Mapping[str, TimeValue], ahead: int = 0) -> None:
        self._page, self._about, self._times = page, about, times
        self._tagged = [m for m in page.in_order() if m.layer is Layer.TIME and m.id in times]
        self._spans = [m.span for m in self._tagged]
        self._begins = [span.begin for span in self._spans]
        self._told: list[tuple[Span, str, bool]] = []  # on the calendar, in order; whether each is sure
        self._last: Span | None = None  # told, on the calendar or not: none lies over another
        self._sure: set[str] = set()  # what was set by hand, and what counts from it
        self._next = 0  # of those tagged
        self._untagged: deque[Span] = deque()  # found, but not told yet
        self._sought_to = -1
        self._ahead = ahead

    def read(self, mention: Mention) -> Reading:
        """Return how a time mention reads by the words around it and the dates before it."""
        return self._read(mention.span, mention.text_of(self._page.text))

    def _read(self, span: Span, words: str) -> Reading:
        low, high = max(0, span.begin - CONTEXT - _LONGEST), span.end + CONTEXT
        text = unwrapped_part(self._page.text, low, min(high, len(self._page.text)))
        begin = self._word_from(span.begin - CONTEXT)
        left, right = text[begin - low : span.begin - low], text[span.end - low :]
        dates = _once(
            lambda: [Told(s.begin - begin, s.end - begin, v, sure) for s, v, sure in self._before(span.begin)]
        )
        return resolve(words, self._about.published, left, right, language=self._about.language, dates=dates)

    def _before(self, position: int) -> list[tuple[Span, str, bool]]:
        """Return the dates on the calendar that end before a place: those that a rule may look at, the nearest last."""
        self._go_on_to(position)
        near = self._told[-_COUNT:]
        if near and near[0][0].end > position - CONTEXT:
            near = [one for one in self._told[-CONTEXT:] if one[0].end > position - CONTEXT]
        return [one for one in near if one[0].end <= position]

    def _go_on_to(self, position: int) -> None:
        """Tell the dates down to a place, those that nobody tagged as far as they stand in reach of it."""
        if position > self._sought_to:
            begin = self._sought_to if self._sought_to >= position - FAR else self._whole_from(position - FAR)
            self._seek(begin, min(position + self._ahead, len(self._page.text)))
        while self._untagged and self._untagged[0].end <= position:
            span = self._untagged.popleft()
            self._tell_tagged(span.begin)
            if self._last is None or self._last.end <= span.begin:
                reading = self._read(span, span.of(self._page.text))
                if reading.when and reading.type in (TimeType.DATE, TimeType.TIME):
                    self._tell(span, reading.value, sure=reading.anchor in self._sure)
        self._tell_tagged(position)

    def _tell_tagged(self, position: int) -> None:
        while self._next < len(self._tagged) and self._begins[self._next] < position:
            span, value = self._spans[self._next], self._times[self._tagged[self._next].id]
            self._next += 1
            if self._last is not None and self._last.end > span.begin:
                if len(self._last) >= len(span):
                    continue
                if self._told and self._told[-1][0] == self._last:
                    self._told.pop()  # of two that overlap the longer one counts
            sure = value.source is TimeSource.HAND or (value.source is TimeSource.RULE and value.anchor in self._sure)
            self._tell(span, value.value if value.when else "", sure=sure)

    def _tell(self, span: Span, value: str, *, sure: bool) -> None:
        self._last = span
        if value:
            self._told.append((span, value, sure))
            if sure:
                self._sure.add(value)

    def _seek(self, begin: int, end: int) -> None:
        """Find where dates stand that nobody tagged, between two places of the text."""
        low, high = max(0, begin - _LONGEST), min(len(self._page.text), end + _LONGEST)
        text = unwrapped_part(self._page.text, low, high)
        there = slice(bisect_left(self._begins, low - _LONGEST), bisect_left(self._begins, high))
        for span in self._spans[there]:
            first, last = max(span.begin - low, 0), min(span.end, high) - low
            if first < last:
                text = type(text)(text[:first] + _ANY_WORD * (last - first) + text[last:])
        self._sought_to = end
        for found in find(text, self._about.published, self._about.language):
            span = Span(found.span.begin + low, found.span.end + low)
            if span.begin < end < span.end:
                self._sought_to = span.begin
            elif begin <= span.begin < end and found.reading.when:
                self._untagged.append(span)

    def _whole_from(self, begin: int) -> int:
        """Return where to cut the text, at or just before `begin`: through no word and no date, as half is another."""
        low = max(0, begin - _LONGEST)
        if begin <= 0:
            return 0
        part = unwrapped_part(self._page.text, low, min(begin + _LONGEST, len(self._page.text)))
        cut = find_over(part, begin - low, self._about.published, self._about.language)
        return low + cut.span.begin if cut else self._word_from(begin)

    def _word_from(self, begin: int) -> int:
        text = self._page.text
        low = max(0, begin - _LONGEST)
        while begin > low and text[begin - 1].isalnum() and text[begin].isalnum():
            begin -= 1  # "dis|may" has no month in it
        return max(begin, 0)


def _once(tell: Callable[[], list[Told]]) -> Callable[[], list[Told]]:
    kept: list[list[Told]] = []

    def told() -> list[Told]:
        if not kept:
            kept.append(tell())
        return kept[0]

    return told

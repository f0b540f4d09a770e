"""Dates of time expressions: resolved by rule, chosen among readings, or set by hand."""

from bisect import bisect_left
from collections.abc import Callable, Mapping, Sequence
from functools import lru_cache
from itertools import accumulate

from msgspec.structs import replace

from dateline.chronology import Reading, TimeType, find, find_over, resolve
from dateline.chronology.written import written
from dateline.editing.common import mention_of, place_of, quoted
from dateline.editing.labels_of_times import following
from dateline.model.annotation import Annotations, Layer, Mention, TimeSource, TimeValue
from dateline.model.article import Article
from dateline.model.changes import Changes
from dateline.model.language import language_of
from dateline.model.page import Page
from dateline.model.text import Span
from dateline.model.timex import when_from_value
from dateline.model.when import mod_from_when
from dateline.model.wording import first_of
from dateline.model.wrapping import unwrapped_near, unwrapped_part
from dateline.store.project import Project

CONTEXT = 300  # characters on either side that a reading may depend on
_MOST_STAYED = 12  # dates in a row that stay: what stands below them counts from one of them, if from any
_FAR = 2000  # characters further up in which a date may stand that "the same day" counts from
_STRETCH = 4000  # characters of a text whose dates are found at once
_LONGEST = 80  # characters of the longest expression that a cut may go through
# What reads otherwise below such dates counts from what stands above it.
_SOME_DATES = ("1777-H2", "1777-Q3", "1777-07", "1777-07-07")


def reading_of(
    page: Page, mention: Mention, article: Article | None = None, times: Mapping[str, TimeValue] | None = None
) -> Reading:
    """Return how the words of a time mention read against the publication date, with the other readings.

    Dates further up in the article are what "the same day" may count from, also those that nobody tagged: `times`
    has the tagged ones, else the page. A date set by hand counts as it was set, whatever its words or a tense say: one
    that no words of the language tell (before Christ) is where the text before begins.
    """
    known = page.times if times is None else times
    about = article or page.article
    span = mention.span
    text = unwrapped_near(page.text, span.begin, span.end)
    begin = _whole_from(text, span.begin - CONTEXT, about.published, about.language)
    language = language_of(about.language, page.text)
    by_hand = _set_before(page, span.begin, about.published, known)
    sure = {form for _, value in by_hand for form in (value.value, value.value.partition("T")[0])}
    begin = max([begin, *(s.end for s, value in by_hand if not written(value.value, language))])
    left = _as_set_by_hand(text[begin : span.begin], begin, by_hand, language)
    right = text[span.end : span.end + CONTEXT]
    words = mention.text_of(page.text)

    def read(above: Sequence[str]) -> Reading:
        return resolve(words, about.published, left, right, above, about.language, sure)

    alone = read(())
    if alone == read(_SOME_DATES):
        return alone  # nothing further up matters: nearly all
    return read(_values_before(page, begin, known, about))


def _set_before(
    page: Page, position: int, published: str, times: Mapping[str, TimeValue]
) -> list[tuple[Span, TimeValue]]:
    """Return the dates before a position that somebody set, with where they stand.

    Where one of them is to come for the article, so may be what counts from it: all that are tagged are known then.
    """
    dates = [
        (mention.span, value)
        for value in times.values()
        if value.when and (mention := page.mentions.get(value.id)) and mention.span.end <= position
    ]
    by_hand = [(span, value) for span, value in dates if value.source is TimeSource.HAND]
    now = when_from_value(published[:10]) if by_hand else None
    ends = now.end if now else None
    to_come = ends is not None and any(v.when and v.when.begin is not None and v.when.begin >= ends for _, v in by_hand)
    return dates if to_come else by_hand


def _as_set_by_hand(left: str, begin: int, by_hand: Sequence[tuple[Span, TimeValue]], language: str) -> str:
    """Return the text before an expression with the dates set by hand, in words of its language, instead of its own.

    Of two that overlap the longer one counts.
    """
    inside = [
        (span, day)
        for span, value in by_hand
        if span.begin >= begin and span.end <= begin + len(left) and (day := written(value.value, language))
    ]
    inside.sort(key=lambda one: one[0].begin - one[0].end)
    apart = [(s, day) for i, (s, day) in enumerate(inside) if not any(_overlap(s, o) for o, _ in inside[:i])]
    for span, day in sorted(apart, reverse=True):
        left = left[: span.begin - begin] + day + left[span.end - begin :]
    return left


def _overlap(one: Span, other: Span) -> bool:
    return one.begin < other.end and other.begin < one.end


def _whole_from(text: str, begin: int, published: str, language: str) -> int:
    """Return where to cut a text, at or just before `begin`: through no word and no date, as half a date is another."""
    if begin <= 0:
        return 0
    low = max(0, begin - _LONGEST)
    if cut := find_over(text[low : begin + _LONGEST], begin - low, published, language):
        return low + cut.span.begin
    while begin > low and text[begin - 1].isalnum() and text[begin].isalnum():
        begin -= 1  # "dis|may" has no month in it
    return begin


def _values_before(page: Page, position: int, times: Mapping[str, TimeValue], about: Article) -> list[str]:
    """Return the values on the calendar that end before a position, the nearest last: tagged, or there to be tagged."""
    tagged = [
        (mention.span, value.value if value.when else "")
        for value in times.values()
        if (mention := page.mentions.get(value.id)) and mention.span.end <= position
    ]
    taken = sorted(span for span, _ in tagged)
    begins, ends = [t.begin for t in taken], [*accumulate((t.end for t in taken), max)]
    untagged = [
        (span, value)
        for span, value in _found_above(page.text, position, about.published, about.language)
        if position - _FAR <= span.begin
        and span.end <= position
        and not ((before := bisect_left(begins, span.end)) and ends[before - 1] > span.begin)
    ]
    return [value for _, value in sorted([*tagged, *untagged]) if value]


def _found_above(text: str, position: int, published: str, language: str) -> list[tuple[Span, str]]:
    """Return the dates and times of a stretch of a text that ends behind a position and begins far enough before it.

    It is the same for neighbours: whoever sets a date has all read that count from it.
    """
    first, last = (position - _FAR) // _STRETCH * _STRETCH, -(-position // _STRETCH) * _STRETCH
    begin = _whole_from(unwrapped_near(text, max(0, first), max(0, first)), first, published, language)
    found = _found(unwrapped_part(text, begin, min(last, len(text))), published, language)
    return [(Span(span.begin + begin, span.end + begin), value) for span, value in found] if begin else found


@lru_cache(maxsize=8)
def _found(text: str, published: str, language: str) -> list[tuple[Span, str]]:
    """Return where the dates and times on the calendar stand in a text, with their values; the list is not ours."""
    found = find(text, published, language)
    when = (TimeType.DATE, TimeType.TIME)
    return [(f.span, f.reading.value) for f in found if f.reading.when and f.reading.type in when]


def value_of(mention_id: str, reading: Reading) -> TimeValue:
    """Return a reading as a value by rule."""
    return TimeValue(mention_id, reading.value, reading.when, mod=reading.mod, rule=reading.rule, anchor=reading.anchor)


def resolved(page: Page, mention: Mention, article: Article | None = None) -> TimeValue:
    """Resolve a time mention by rule."""
    return value_of(mention.id, reading_of(page, mention, article))


def choose_reading(project: Project, page: Page, mention_id: str, reading: Reading) -> Changes:
    """Take another reading of a time expression; it counts as set by hand."""
    chosen = replace(value_of(mention_id, reading), source=TimeSource.HAND)
    return _set(project, page, mention_id, chosen)


def set_date(project: Project, page: Page, mention_id: str, typed: str) -> Changes:
    """Set the date of a time expression by hand; an empty text goes back to the rule's reading.

    A TIMEX3 value that is off the calendar ("P3D", "PRESENT_REF") is taken as it is. Raises ValueError saying what a
    date looks like.
    """
    mention = mention_of(page, mention_id)
    if not typed.strip():
        return _set(project, page, mention_id, resolved(page, mention))
    from dateline.model.timex import off_calendar

    if off_calendar(value := typed.strip().upper()):
        return _set(project, page, mention_id, TimeValue(mention_id, value, None, source=TimeSource.HAND))
    from dateline.model.date_input import parse_date_input  # many expressions to compile

    value, when = parse_date_input(typed, page.article.published)
    return _set(project, page, mention_id, TimeValue(mention_id, value, when, mod_from_when(when), TimeSource.HAND))


def _set(project: Project, page: Page, mention_id: str, new: TimeValue) -> Changes:
    """Set a value, with what counts from it; where a type changes, the label follows."""
    mention = mention_of(page, mention_id)
    old = page.times.get(mention_id)
    if old and new.source is TimeSource.HAND:
        kept = old.replaced if old.source is TimeSource.HAND else old.value
        new = replace(new, replaced=kept, anchor=new.anchor or old.anchor)
    text = f"Date {quoted(page, mention.fragments)} as {new.value or 'unknown'}"
    moved = counted_from(page, mention, new)
    if moved:
        said = [f"{quoted(page, page.mentions[b.id].fragments)} {b.value or '–'} → {a.value or '–'}" for b, a in moved]
        text = f"{text}; counted from it: {first_of(said, 3)}"
    with project.step(text, annotator_id=page.annotator_id, place=place_of(page, mention)) as step:
        values = (new, *(after for _, after in moved))
        for value in values:
            step.put(value)
        for relabelled in following(page, project.schema(), values):
            step.put(relabelled)
    return step.changes


def counted_from(page: Page, mention: Mention, new: TimeValue) -> list[tuple[TimeValue, TimeValue]]:
    """Return (before, after) for the values by rule below a time mention that its new value changes, in text order.

    What is changed by nothing but newer rules stays.
    """
    times = {**page.times, mention.id: new}
    moved: list[tuple[TimeValue, TimeValue]] = []
    reach = mention.span.end + _FAR  # what counts from what has moved may stand as far below that
    stayed = 0  # in a row: each is read, and a key press must not wait for all of a page
    for other in page.in_order():
        old = page.times.get(other.id)
        if old is None or old.source is not TimeSource.RULE or not mention.span.end <= other.span.begin <= reach:
            continue
        if not old.value.startswith("P") and (stayed := stayed + 1) > _MOST_STAYED:
            break  # durations stay, whatever stands above them
        after = value_of(other.id, reading_of(page, other, times=times))
        if (after.value, after.when) == (old.value, old.when):
            continue
        before = reading_of(page, other)
        if (after.value, after.when) != (before.value, before.when):
            moved.append((old, after))
            times[other.id] = after
            reach, stayed = max(reach, other.span.end + _FAR), 0
    return moved


def untold(value: TimeValue | None) -> bool:
    """Say whether nobody said what a time stands for: it came from a format that marks words as times and no more."""
    return value is None or (value.source is TimeSource.IMPORT and value.when is None and not value.value)


def reresolved(page: Page, article: Article, *, silent: bool = False) -> list[tuple[TimeValue, TimeValue]]:
    """Return (before, after) for every value by rule that a new publication date changes, in text order.

    Times without a value get the one they have by rule; `silent`: they and no others.
    """
    out = []
    times = dict(page.times)
    for mention in page.in_order():
        if mention.layer is not Layer.TIME:
            continue
        old = times.get(mention.id)
        if old is None or untold(old) or (old.source is TimeSource.RULE and not silent):
            old = old or TimeValue(mention.id, "")
            new = value_of(mention.id, reading_of(page, mention, article, times))
            if (new.value, new.when) != (old.value, old.when):
                out.append((old, new))
                times[mention.id] = new
    return out


def dated_by_words(annotations: Annotations, article: Callable[[], Article]) -> tuple[Annotations, set[str]]:
    """Resolve the times of which a source says no more than that they are some; return their ids, too."""
    told = {t.id for t in annotations.times if not untold(t)}
    silent = [m for m in annotations.mentions if m.layer is Layer.TIME and m.id not in told]
    if not silent:
        return annotations, set()
    page = Page.of(article(), "", annotations)
    known = (t for t in annotations.times if t.id in told)
    times = (*known, *(resolved(page, m) for m in silent))
    return replace(annotations, times=times), {m.id for m in silent}

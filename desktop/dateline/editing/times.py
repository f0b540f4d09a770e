"""Dates of time expressions: resolved by rule, chosen among readings, or set by hand."""

from collections.abc import Callable, Mapping

from msgspec.structs import replace

from dateline.chronology import Reading
from dateline.editing.common import mention_of, place_of, quoted
from dateline.editing.dates_above import FAR, DatesAbove
from dateline.editing.labels_of_times import following
from dateline.model.annotation import Annotations, Layer, Mention, TimeSource, TimeValue
from dateline.model.article import Article
from dateline.model.changes import Changes
from dateline.model.page import Page
from dateline.model.when import mod_from_when
from dateline.model.wording import first_of
from dateline.store.project import Project


def reading_of(
    page: Page, mention: Mention, article: Article | None = None, times: Mapping[str, TimeValue] | None = None
) -> Reading:
    """Return how the words of a time mention read against the publication date, with the other readings.

    Dates further up in the article are what "the same day" may count from, also those that nobody tagged: `times`
    has the tagged ones, else the page. Those count by their values, whatever their words say, and no tense speaks
    against one that was set by hand.
    """
    return DatesAbove(page, article or page.article, page.times if times is None else times).read(mention)


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


def set_date(project: Project, page: Page, mention_id: str, typed: str, said: str = "") -> Changes:
    """Set the date of a time expression by hand; an empty text goes back to the rule's reading.

    A TIMEX3 value that is off the calendar ("P3D", "PRESENT_REF") is taken as it is. Raises ValueError saying what a
    date looks like; `said` as in `parse_date_input`.
    """
    mention = mention_of(page, mention_id)
    if not typed.strip():
        return _set(project, page, mention_id, resolved(page, mention))
    from dateline.model.timex import off_calendar

    if off_calendar(value := typed.strip().upper()):
        return _set(project, page, mention_id, TimeValue(mention_id, value, None, source=TimeSource.HAND))
    from dateline.model.date_input import parse_date_input  # many expressions to compile

    value, when = parse_date_input(typed, page.article.published, said)
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
    above, were = (DatesAbove(page, page.article, t, ahead=FAR) for t in (times, page.times))
    moved: list[tuple[TimeValue, TimeValue]] = []
    origins = {page.times[mention.id].value} if mention.id in page.times else set()  # what was counted from
    reach = mention.span.end + FAR  # what counts from what has moved may stand as far below that
    for other in page.in_order():
        old = page.times.get(other.id)
        if old is None or old.source is not TimeSource.RULE or other.span.begin < mention.span.end:
            continue
        if other.span.begin > reach:
            break
        after = value_of(other.id, above.read(other))
        if (after.value, after.when) == (old.value, old.when):
            continue
        before = old if old.anchor in origins else value_of(other.id, were.read(other))
        if (after.value, after.when) != (before.value, before.when):
            moved.append((old, after))
            times[other.id] = after
            origins.add(old.value)
            reach = max(reach, other.span.end + FAR)
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
    above = DatesAbove(page, article, times, ahead=FAR)
    for mention in page.in_order():
        if mention.layer is not Layer.TIME:
            continue
        old = times.get(mention.id)
        if old is None or untold(old) or (old.source is TimeSource.RULE and not silent):
            old = old or TimeValue(mention.id, "")
            new = value_of(mention.id, above.read(mention))
            if (new.value, new.when) != (old.value, old.when):
                out.append((old, new))
                times[mention.id] = new
    return out


def counted_anew(
    project: Project, old: Article, new: Article, shown: Page | None = None
) -> tuple[list[TimeValue], list[Mention]]:
    """Return the values that another publication date or language gives, and the mentions whose labels follow them.

    They are all annotators'; `shown` is the page of one of them that is at hand.
    """
    values: list[TimeValue] = []
    relabelled: list[Mention] = []
    for annotator in project.annotations.annotators_of(old.id):
        page = shown
        if page is None or annotator.id != page.annotator_id:
            page = Page.of(old, annotator.id, project.annotations.of(old.id, annotator.id))
        found = [value for _, value in reresolved(page, new)]
        values += found
        relabelled += following(page, project.schema(), found)
    return values, relabelled


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

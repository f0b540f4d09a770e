"""Reports made for tests: who met whom, when and where, as some article tells it."""

from dateline.model.annotation import Layer, Mention, TimeValue
from dateline.model.occurrence import Filler, Occurrence
from dateline.model.report import Report
from dateline.model.text import Span
from dateline.model.when import when_from_value


def report(
    number: int,
    label: str,
    day: str,
    people: str,
    place: str = "",
    happening: str = "",
    sentence: str = "",
    words: str = "met",
    **says: str,
) -> Report:
    """An event of one article; people are entity ids, parted by spaces."""
    event = Mention(f"v{number}", f"a{number}", "w", Layer.EVENT, label, (Span(0, 1),), says, None, happening or None)
    fillers = [filler("Participant", p) for p in people.split()]
    if place:
        fillers.append(filler("Place", place))
    if day:
        fillers.append(filler("Time", "t", TimeValue("t", day, when_from_value(day))))
    return Report(Occurrence(event, words, tuple(fillers)), f"Article {number}", f"2018-04-{number:02}", "", sentence)


def filler(role: str, what: str, time: TimeValue | None = None) -> Filler:
    return Filler(role, Mention(f"m-{what}", "a", "w", Layer.ENTITY, "X", (Span(0, 1),), {}, what), what, what, time)

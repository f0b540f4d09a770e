"""Reports made by hand, for the checks."""

from dateline.model.annotation import Layer, Mention, TimeValue
from dateline.model.occurrence import Filler, Occurrence
from dateline.model.report import Report
from dateline.model.text import Span
from dateline.model.when import when_from_value

ONE = (Span(0, 1),)


def time(value: str, mod: str = "") -> Filler:
    """A time; its value may carry a modifier, as "2016" ON_OR_AFTER."""
    when = when_from_value(value, mod)
    mention = Mention(f"t-{value}", "a", "w", Layer.TIME, "DATE", ONE)
    return Filler("Time", mention, value, "", TimeValue(mention.id, value, when, mod))


def filler(role: str, name: str, label: str = "GPE", *, linked: bool = True) -> Filler:
    """An entity in a role; its id is its name in lower case."""
    entity = name.lower() if linked else None
    return Filler(role, Mention(f"m-{role}-{name}", "a", "w", Layer.ENTITY, label, ONE, {}, entity), name, name)


def report(
    name: str, *fillers: Filler, published: str = "2018-04-19", label: str = "CONSULT", happening: str = "", **says: str
) -> Report:
    """An event called `name` in an article called "Article `name`"."""
    event = Mention(f"v-{name}", f"a-{name}", "w", Layer.EVENT, label, ONE, says, None, happening or None)
    return Report(Occurrence(event, name, fillers), f"Article {name}", published)

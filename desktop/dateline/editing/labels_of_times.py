"""Labels of time expressions that follow what their values become: a duration that becomes a date is one."""

from collections.abc import Iterable

from msgspec.structs import replace

from dateline.assist.suggestions import time_label
from dateline.chronology import TimeType
from dateline.editing.common import mention_of
from dateline.model.annotation import Layer, Mention, TimeValue
from dateline.model.page import Page
from dateline.model.schema import Schema


def following(page: Page, schema: Schema, new: Iterable[TimeValue]) -> list[Mention]:
    """Return the time mentions with another label, whose new values are of another TIMEX3 type than the old ones.

    The label is the one that a suggestion of that type has. A label that names no type, or was of another one than
    the value before, was chosen otherwise and stays; so does one whose follower these words have already.
    """
    out = []
    for value in new:
        mention = mention_of(page, value.id)
        was = next((t for t in TimeType if t.value.casefold() == mention.label.casefold()), None)
        old = page.times.get(value.id)
        if was is None or (old is not None and _type_of(old, was) is not was):
            continue
        is_now = _type_of(value, was)
        name = time_label([label.name for label in schema.layer(Layer.TIME)], is_now.value)
        label = schema.by_name.get(name or "")
        if is_now is was or label is None or any(m.label == label.name for m in page.exactly(mention.fragments)):
            continue
        kept = {n: v for n, v in mention.attributes.items() if label.attribute(n)}
        out.append(replace(mention, label=label.name, attributes=kept))
    return out


def _type_of(value: TimeValue, label: TimeType) -> TimeType:
    """Return the type of a value; where it does not tell ("P1W" of a SET, "XXXX-WXX-1", none), its label's."""
    if value.when is not None:
        return TimeType.TIME if "T" in value.value else TimeType.DATE
    if value.value.startswith("P") and not value.value.endswith("_REF") and label is not TimeType.SET:
        return TimeType.DURATION
    return label

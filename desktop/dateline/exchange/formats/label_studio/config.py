"""The labelling configuration that goes with an export, and the names its parts have."""

import re
from collections.abc import Iterable
from xml.sax.saxutils import quoteattr

from dateline.model.annotation import Layer
from dateline.model.schema import Schema

LABELS, TEXT = "label", "text"  # what regions come from, and what they are on
VALUE, MOD = "timex_value", "timex_mod"  # of a time
COMMENT, ANNOTATOR, STATE = "comment", "annotator", "state"  # of a whole annotation
OURS = frozenset({LABELS, TEXT, VALUE, MOD, COMMENT, ANNOTATOR, STATE})

_CONTROLS = re.compile(r"[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def labelling_config(
    schema: Schema | None, labels: Iterable[str], links: Iterable[str], attributes: dict[str, dict[str, None]]
) -> str:
    """Return the XML of a configuration that has all labels, links and attributes of an export.

    A label whose title is not its name shows the title, and has the name as `alias`, which is what results carry.
    """
    known = schema.by_name if schema else {}
    lines = ["<View>", f'  <Labels name="{LABELS}" toName="{TEXT}">']
    for name in labels:
        label = known.get(name)
        shown = label.shown if label else name
        said = {"value": shown} | ({"alias": name} if shown != name else {})
        if label and label.colour:
            said["background"] = label.colour
        if label and len(label.key) == 1:
            said["hotkey"] = label.key
        lines.append(f"    <Label{_attributes(said)}/>")
    lines += ["  </Labels>", f'  <Text name="{TEXT}" value="$text" granularity="word"/>', "  <Relations>"]
    lines += [f"    <Relation{_attributes({'value': name})}/>" for name in links]
    lines.append("  </Relations>")
    for name, values in attributes.items():
        lines += _per_region(name, tuple(values))
    times = ",".join(t.name for t in schema.layer(Layer.TIME)) if schema else ""
    only = {"whenTagName": LABELS, "whenLabelValue": times} if times else {}
    for name in (VALUE, MOD):
        said = {"name": name, "toName": TEXT, "perRegion": "true"} | only
        lines.append(f"  <TextArea{_attributes(said)}/>")
    lines += [f'  <TextArea name="{name}" toName="{TEXT}"/>' for name in (COMMENT, ANNOTATOR)]
    lines.append(f'  <Choices name="{STATE}" toName="{TEXT}"><Choice value="new"/><Choice value="started"/></Choices>')
    return "\n".join((*lines, "</View>")) + "\n"


def _per_region(name: str, values: tuple[str, ...]) -> list[str]:
    said = {"name": name, "toName": TEXT, "perRegion": "true"}
    if not values:
        return [f"  <TextArea{_attributes(said)}/>"]
    choices = [f"    <Choice{_attributes({'value': value})}/>" for value in values]
    return [f"  <Choices{_attributes(said)}>", *choices, "  </Choices>"]


def _attributes(said: dict[str, str]) -> str:
    return "".join(f" {key}={quoteattr(_CONTROLS.sub(' ', value))}" for key, value in said.items())

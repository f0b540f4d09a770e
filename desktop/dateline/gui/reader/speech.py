"""What is said about a mention: its type, its words, its entity, and its part in the event in focus."""

from collections.abc import Callable, Iterable

from PySide6.QtCore import QCoreApplication

from dateline.gui.reader.links import Focus
from dateline.model.annotation import Mention
from dateline.model.page import Page
from dateline.model.schema import Schema

Namer = Callable[[Mention], str]  # the name of a mention's entity or happening, "" when it has none
_LONGEST = 200  # characters of a mention that are read out


def spoken(page: Page, schema: Schema, mention: Mention, focus: Focus | None, name_of: Namer | None) -> str:
    """Return one sentence about a mention."""
    label_type = schema.by_name.get(mention.label)
    words = " ".join(mention.text_of(page.text).split())
    if len(words) > _LONGEST:
        words = words[:_LONGEST] + "…"
    said = f"{label_type.shown if label_type else mention.label}: {words}"
    name = name_of(mention) if name_of else ""
    if name and name.casefold() != words.casefold():
        said += f" = {name}"
    if mention.planned or mention.denied:
        said += "".join(f", {mention.attributes[n]}" for n in ("modality", "polarity") if n in mention.attributes)
    role = focus.roles.get(mention.id) if focus else None
    event = page.mentions.get(focus.centre) if focus and role else None
    if role and event:
        of = QCoreApplication.translate("Reader", "{role} of {event}")
        said += ", " + of.format(role=role, event=" ".join(event.text_of(page.text).split()))
    return said


def kinds(schema: Schema, mentions: Iterable[Mention], name_of: Namer | None) -> str:
    """Return types and entities of the mentions that stand over a word, the outermost first; "" where none does."""
    shown = []
    for mention in mentions:
        label_type = schema.by_name.get(mention.label)
        name = name_of(mention) if name_of else ""
        shown.append((label_type.shown if label_type else mention.label) + (f" = {name}" if name else ""))
    if not shown:
        return ""
    return QCoreApplication.translate("Reader", "in {types}").format(types=", ".join(shown))

"""What the hover card says about a mention or a suggestion under the pointer."""

from contextlib import suppress
from datetime import datetime

from msgspec import Struct
from PySide6.QtCore import QCoreApplication, QDateTime, QLocale

from dateline.assist.suggestions import SpanProposal
from dateline.gui.date_words import label
from dateline.gui.time_text import short_value, without_value
from dateline.model.annotation import Layer, Mention
from dateline.model.changes import Kind
from dateline.model.page import Page
from dateline.model.schema import Schema
from dateline.store.errors import ProjectError
from dateline.store.project import Project

translate = QCoreApplication.translate


class HoverText(Struct, frozen=True):
    """A title, lines of facts, and a longer text."""

    title: str
    lines: list[str]
    guideline: str


def of_mention(page: Page, schema: Schema, project: Project | None, mention: Mention) -> HoverText:
    """Say what a mention is: type, date, roles, attributes, the thing behind it, who made it and when."""
    label_type = schema.by_name.get(mention.label)
    lines = []
    value = page.times.get(mention.id)
    if value is not None:
        lines.append(label(value.when) if value.when else value.value or without_value(value))
    if mention.layer is Layer.EVENT:
        lines += [
            f"{a.role}: {' '.join(page.mentions[a.filler_id].text_of(page.text).split())}"
            for a in page.arguments_of(mention.id)
            if a.filler_id in page.mentions
        ]
    lines += [f"{name}: {said}" for name, said in mention.attributes.items()]
    if project is not None:
        with suppress(ProjectError):  # the next edit says what is wrong with the file
            lines += _thing(project, mention) + _made(project, mention)
    guideline = " ".join(label_type.description.split()) if label_type else ""
    return HoverText(label_type.shown if label_type else mention.label, lines, guideline)


def of_suggestion(schema: Schema, project: Project | None, proposal: SpanProposal) -> HoverText:
    """Say why something is proposed, and how to answer."""
    label_type = schema.by_name.get(proposal.label)
    lines = []
    entity = project.registry.entity(proposal.entity_id) if project is not None and proposal.entity_id else None
    if entity:
        lines.append(f"= {entity.name}")
    if proposal.count:
        lines.append(translate("HoverCard", "tagged so elsewhere: {n} ×").format(n=proposal.count))
    elif proposal.layer is Layer.TIME:
        if proposal.says:
            lines.append(short_value(proposal.says))
        lines.append(translate("HoverCard", "reads like a date or time"))
    shown = label_type.shown if label_type else proposal.label
    return HoverText(
        translate("HoverCard", "{label}?").format(label=shown),
        lines,
        translate("HoverCard", "Enter accepts, Delete rejects, Tab goes on."),
    )


def _thing(project: Project, mention: Mention) -> list[str]:
    entity = project.registry.entity(mention.entity_id) if mention.entity_id else None
    happening = project.registry.happening(mention.happening_id) if mention.happening_id else None
    return [f"= {found.name}" for found in (entity, happening) if found]


def _made(project: Project, mention: Mention) -> list[str]:
    """Who made it and when, and when it was last changed."""
    who = next((a.name for a in project.annotations.annotators() if a.id == mention.annotator_id), "")
    history = project.history(Kind.MENTION, mention.id)
    said = [who, _at(history[0].step.at)] if history else [who]
    line = " · ".join(part for part in said if part)
    if len(history) > 1:
        line += " · " + translate("HoverCard", "changed {when}").format(when=_at(history[-1].step.at))
    return [line] if line else []


def _at(stamp: str) -> str:
    """Write a moment in the person's own time and form."""
    try:
        moment = datetime.fromisoformat(stamp)
    except ValueError:
        return stamp
    return QLocale().toString(QDateTime.fromSecsSinceEpoch(int(moment.timestamp())), QLocale.FormatType.ShortFormat)

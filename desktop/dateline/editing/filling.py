"""Filling the roles of events with what is no mention yet: words, or a suggestion as it stands."""

from collections.abc import Iterator, Mapping, Sequence

from msgspec import Struct
from msgspec.structs import replace

from dateline.assist.lexicon import Lexicon, key_of
from dateline.assist.role_model import RoleModel
from dateline.assist.suggestions import SpanProposal
from dateline.editing.common import EditError, mention_of, place_of, quoted
from dateline.editing.events import put_filler
from dateline.editing.suggesting import accepted
from dateline.editing.tagging import new_mention, put_mention
from dateline.model.annotation import Layer, Mention
from dateline.model.changes import Changes
from dateline.model.occurrence import GROUPS, PERSONS
from dateline.model.page import Page
from dateline.model.schema import LabelType, Role, Schema
from dateline.model.text import Span
from dateline.model.wording import counted
from dateline.store.journal import Step
from dateline.store.project import Project


class Hints(Struct, frozen=True):
    """What is known beyond the page when words need a label: the project's names, what is proposed, past events."""

    lexicon: Lexicon | None = None
    proposals: Sequence[SpanProposal] = ()
    roles: RoleModel | None = None


_NO_HINTS = Hints()


def fill_role_with_words(
    project: Project,
    page: Page,
    schema: Schema,
    event_id: str,
    role: str,
    fragments: Sequence[Span],
    hints: Hints = _NO_HINTS,
) -> Changes:
    """Put words into a role; where they carry no mention one is made on the way, its label inferred and said.

    Just the words of a suggestion under that label are that suggestion, with the entity it stands for.
    """
    pieces = tuple(sorted(fragments))
    there = next((m for m in page.exactly(pieces) if m.id != event_id), None)
    if there is not None:
        return _fill(project, page, schema, event_id, role, there)
    label = inferred_label(page, schema, event_id, role, pieces, hints)
    same = next((p for p in hints.proposals if (p.span,) == pieces and p.label == label.name), None)
    made = accepted(project, page, schema, same) if same else None
    return _fill(project, page, schema, event_id, role, made or new_mention(page, pieces, label))


def fill_as_proposed(
    project: Project,
    page: Page,
    schema: Schema,
    event_id: str,
    fillers: Sequence[tuple[str, str | SpanProposal]],
    attributes: Mapping[str, str] | None = None,
) -> Changes:
    """Take all that is proposed for an event in one step.

    `fillers` are mentions' ids or suggestions, which are accepted on the way, with their roles; `attributes` what the
    event is said to be.
    """
    event = mention_of(page, event_id)
    said = attributes or {}
    text = f"Fill {counted(len(fillers), 'role')} of" if fillers else "Edit"
    text = f"{text} {quoted(page, event.fragments)}" + "".join(f", {name}: {value}" for name, value in said.items())
    suggested = sum(not isinstance(what, str) for _, what in fillers)
    text += f", with {counted(suggested, 'suggestion')}" if suggested else ""
    with project.step(text, annotator_id=page.annotator_id, place=place_of(page, event)) as step:
        if said:
            step.put(replace(event, attributes={**event.attributes, **said}))
        for role, what in fillers:
            filler = page.mentions.get(what) if isinstance(what, str) else _what_becomes_of(project, page, schema, what)
            if filler is not None:
                _put(project, page, schema, step, event_id, role, filler)
    return step.changes


def _what_becomes_of(project: Project, page: Page, schema: Schema, proposal: SpanProposal) -> Mention | None:
    """Return the mention that a suggestion becomes, or that stands there by now; None where nothing is left of it."""
    there = (m for m in page.exactly((proposal.span,)) if m.label == proposal.label)
    return accepted(project, page, schema, proposal) or next(there, None)


def _put(project: Project, page: Page, schema: Schema, step: Step, event_id: str, role: str, filler: Mention) -> None:
    """Put a mention into a role; one that is new is stored on the way."""
    if filler.id not in page.mentions:
        put_mention(project, page, step, filler)
    put_filler(page, schema, step, event_id, role, filler.id)


def fill_role_with_proposal(
    project: Project, page: Page, schema: Schema, event_id: str, role: str, proposal: SpanProposal
) -> Changes:
    """Accept a suggestion and put it into a role, in one step."""
    filler = _what_becomes_of(project, page, schema, proposal)
    if filler is None:
        raise EditError("Nothing is left of what was proposed here.")
    return _fill(project, page, schema, event_id, role, filler)


def _fill(project: Project, page: Page, schema: Schema, event_id: str, role: str, filler: Mention) -> Changes:
    event = mention_of(page, event_id)
    text = f"{role} of {quoted(page, event.fragments)}: {quoted(page, filler.fragments)}"
    text += "" if filler.id in page.mentions else f", tagged as {schema.by_name[filler.label].shown}"
    with project.step(text, annotator_id=page.annotator_id, place=place_of(page, event)) as step:
        _put(project, page, schema, step, event_id, role, filler)
    return step.changes


def inferred_label(
    page: Page, schema: Schema, event_id: str, role: str, fragments: Sequence[Span], hints: Hints = _NO_HINTS
) -> LabelType:
    """Return the label for new words in a role, one that the role takes.

    In turn: what the same words carry in the article, then in the project; what is proposed there; what most often
    filled the role in events that were annotated; the first that the role takes. Words that are no name are a group
    sooner than a person. An event, which would be one more in every export, they become only where it is suggested
    there, or the role takes nothing else.
    """
    event = mention_of(page, event_id)
    event_type = schema.by_name.get(event.label)
    slot = event_type.role(role) if event_type else None
    fitting = labels_for(schema, slot)
    if not fitting:
        raise EditError("The schema has no type for the words in this role: tag them first.")
    meant = [p.label for p in hints.proposals if (p.span,) == tuple(fragments)]
    things = [t for t in fitting if t.layer is not Layer.EVENT]
    allowed = {t.name for t in fitting if not things or t.layer is not Layer.EVENT or t.name in meant}
    fitting = things or fitting
    people = fitting[0].name.upper() in PERSONS
    likely = _likely(page, event.label, role, fragments, hints, takes_people=people)
    return schema.by_name[next((name for name in likely if name in allowed), fitting[0].name)]


def labels_for(schema: Schema, role: Role | None) -> list[LabelType]:
    """Return the labels that words in a role can be given: all of entities and times where the role takes any."""
    fitting = [schema.by_name[n] for n in (role.fillers if role else ()) if n in schema.by_name]
    return fitting or [*schema.layer(Layer.ENTITY), *schema.layer(Layer.TIME)]


_FOLDED = 6  # characters by which two spellings of one key can differ, as by "'s" or white space


def _likely(
    page: Page, event: str, role: str, fragments: Sequence[Span], hints: Hints, *, takes_people: bool
) -> Iterator[str]:
    """Yield labels, the likeliest first."""
    words = " ".join(f.of(page.text) for f in fragments)
    key = key_of(words)
    # There may be a hundred thousand mentions: what they say is told apart first, and only what may be alike is folded.
    carried = dict.fromkeys((m.text_of(page.text), m.label) for m in page.in_order() if key)
    yield from (label for said, label in carried if said == words)
    alike = {said for said, _ in carried if said != words and abs(len(said) - len(words)) <= _FOLDED}
    same = {said for said in alike if key_of(said) == key}
    yield from (label for said, label in carried if said in same)
    if hints.lexicon is not None and key:
        yield from hints.lexicon.labels_of(key)
    over = [p for p in hints.proposals if any(p.span.overlaps(f) for f in fragments)]
    yield from (p.label for p in sorted(over, key=lambda p: (p.span,) != tuple(fragments)))
    habit = hints.roles.fillers_of(event, role) if hints.roles is not None else []
    if _is_no_name(words) and (not habit or habit[0] in PERSONS):
        yield from (name for name in GROUPS if takes_people)
    yield from habit


def _is_no_name(words: str) -> bool:
    """Say whether words begin with no capital where there are any: "lawmakers", and not "議員" or "al-Sisi"."""
    return words.islower() and not any(c.isdigit() for c in words)

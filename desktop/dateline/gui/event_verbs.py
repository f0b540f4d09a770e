"""The verbs about events: who and what fills their roles, and relations between mentions."""

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from dateline.assist.roles import Proposal, fitting_roles, propose_fillers, roles_fitting
from dateline.assist.suggestions import SpanProposal
from dateline.editing import events, filling
from dateline.editing.filling import Hints
from dateline.editing.tagging import new_mention
from dateline.gui.session import Session
from dateline.model.annotation import Argument, Layer, Mention
from dateline.model.changes import Kind
from dateline.model.page import Page
from dateline.model.schema import LabelType, Role, Schema
from dateline.model.text import Span
from dateline.model.wording import reported
from dateline.store.project import Project

if TYPE_CHECKING:
    from dateline.assist.attributes import AttributeProposal

_OTHERS = 4  # labels named as what else words could be
_SHOWN = 40  # characters of a filler's words


class EventVerbs(QObject):
    """Acts on the selected event; each verb is one undoable step."""

    pending_role_changed = Signal(object)  # Role | None: the next click fills it
    proposals_changed = Signal(object)  # tuple of Proposals for the selected event; `told` may be another, too

    def __init__(
        self, session: Session, parent: QObject | None = None, hints: Callable[[], Hints] | None = None
    ) -> None:
        super().__init__(parent)
        self._session = session
        self._hints = hints or Hints
        self._pending: tuple[str, Role] | None = None
        self.proposals: tuple[Proposal, ...] = ()
        self.told: tuple[AttributeProposal, ...] = ()  # what the text says the selected event is: planned, negated
        self._denied: dict[
            str, set[str]
        ] = {}  # by event: attributes of which a person said that they are as by default
        self._refused: dict[str, set[str]] = {}  # by event: whom a person took out, not to be proposed again
        session.closing.connect(self._refused.clear)
        session.closing.connect(self._denied.clear)
        session.mention_selected.connect(self.propose)
        session.changed.connect(self.propose)
        session.page_changed.connect(self.leave)
        session.mention_selected.connect(self._gone_to)

    # What is there

    @property
    def _there(self) -> tuple[Project, Page] | None:
        project, page = self._session.project, self._session.page
        return (project, page) if project is not None and page is not None else None

    @property
    def selected(self) -> Mention | None:
        """The selected mention."""
        page, mention_id = self._session.page, self._session.mention_id
        return page.mentions.get(mention_id) if page and mention_id else None

    @property
    def selected_event(self) -> Mention | None:
        """The selected mention where it is an event's trigger."""
        mention = self.selected
        return mention if mention and mention.layer is Layer.EVENT else None

    def words(self) -> tuple[Span, ...]:
        """Return what a label key would tag: the selected words, else those of the selected mention."""
        mention = self.selected
        return self._session.selection or (mention.fragments if mention else ())

    # Events

    def propose(self, *_: object) -> None:
        """Work out who and what could fill the roles of the selected event, and how it is told."""
        event, page, schema = self.selected_event, self._session.page, self._session.schema
        found: tuple[Proposal, ...] = ()
        told: tuple[AttributeProposal, ...] = ()
        if event and page:
            from dateline.assist.attributes import propose_attributes  # its patterns take a while to compile

            found = tuple(self.proposed(page, schema, event.id, self._hints().proposals))
            denied, fillers = self._denied.get(event.id, ()), [p.mention_id for p in found]
            told = tuple(propose_attributes(page, schema, event.id, denied, fillers))
        if (found, told) != (self.proposals, self.told):
            self.proposals, self.told = found, told
            self.proposals_changed.emit(found)

    def proposed(
        self, page: Page, schema: Schema, event_id: str, suggestions: Sequence[SpanProposal] = ()
    ) -> list[Proposal]:
        """Return what is proposed for an event of any page, as far as is learned; nobody whom a person took out."""
        return propose_fillers(
            page, schema, event_id, self._hints().roles, self._refused.get(event_id, ()), suggestions
        )

    def accept_proposals(self) -> None:
        """Fill every role with what is proposed for it, and say of the event what the text says."""
        event = self.selected_event
        if self._there and event and (self.proposals or self.told):
            (project, page), schema = self._there, self._session.schema
            fillers = [(p.role, p.suggestion or p.mention_id) for p in self.proposals]
            said = {t.name: t.value for t in self.told}
            fill = lambda: filling.fill_as_proposed(project, page, schema, event.id, fillers, said)  # noqa: E731
            self._session.do(fill, "tag", say=True)

    def take(self, role: str, mention_id: str) -> None:
        """Fill a role of the selected event with one of those proposed for it; a suggestion is accepted on the way."""
        event = self.selected_event
        proposal = next((p for p in self.proposals if (p.role, p.mention_id) == (role, mention_id)), None)
        if event and proposal and proposal.suggestion:
            self._fill_proposed(event.id, role, proposal.suggestion)
        elif event:
            self.fill(event.id, role, mention_id)

    def deny(self, event_id: str, name: str) -> None:
        """Take note that a person left an attribute at its default: the text is no longer asked for it."""
        self._denied.setdefault(event_id, set()).add(name)

    def refuse_told(self, name: str) -> None:
        """Propose nothing more for this attribute of the selected event: it is as it was."""
        event = self.selected_event
        told = next((t for t in self.told if t.name == name), None)
        if event is None or told is None:
            return
        label = self._session.schema.by_name.get(event.label)
        found = label.attribute(name) if label else None
        self.deny(event.id, name)
        self.propose()
        said = self.tr("{name}: {value}, not {refused}.")
        value = (found.default if found else "") or "–"
        self._session.message.emit(said.format(name=name, value=value, refused=told.value))

    def say_told(self) -> None:
        """Say of an event just tagged what the text says it is, and how that is answered."""
        event = self.selected_event
        label = self._session.schema.by_name.get(event.label) if event else None
        if label is None or not self.told:
            return
        keys = {a.name: a.key.upper() for a in label.attributes}
        said = " · ".join(f"{t.name}: {t.value} (“{t.cue}”)" for t in self.told)
        refusing = " / ".join(f"Shift+{keys[t.name]}" for t in self.told if keys.get(t.name))
        text = self.tr("{said}? Enter takes it, {keys} refuses it.") if refusing else self.tr("{said}? Enter takes it.")
        self._session.message.emit(text.format(said=said, keys=refusing))

    def proposed_lines(self) -> list[str]:
        """Say what is proposed for the selected event, a line each, and which keys answer; [] where nothing is."""
        event, page = self.selected_event, self._session.page
        label = self._session.schema.by_name.get(event.label) if event else None
        if page is None or label is None or self._pending is not None or not (self.proposals or self.told):
            return []
        lines = []
        for each in self.proposals:
            span = each.suggestion.span if each.suggestion else page.mentions[each.mention_id].span
            lines.append(f"{each.role}: {' '.join(span.of(page.text).split())[:_SHOWN]}")
        lines += [f"{t.name}: {t.value} (“{t.cue}”)" for t in self.told]
        lines.append(self.tr("Enter takes what is proposed."))
        return [*lines, " · ".join(f"{r.key.upper()} {r.name}" for r in label.roles if r.key)]

    def role_key(self, key: str) -> bool:
        """Make the role with this key the one the next click fills; False when the selected event has none."""
        event = self.selected_event
        label = self._session.schema.by_name.get(event.label) if event else None
        role = next((r for r in label.roles if r.key == key), None) if label else None
        if event is None or role is None:
            return False
        self.await_filler(event.id, role)
        return True

    def await_filler(self, event_id: str, role: Role) -> None:
        """Let the next click or drag fill this role of this event."""
        self._pending = (event_id, role)
        self.pending_role_changed.emit(role)
        said = self.tr(
            "{role}: click a mention or words, or go there with the arrows and press Enter; Esc leaves it open."
        )
        if proposed := self._proposed_words(event_id, role):
            said = self.tr(
                "{role}: Enter takes “{words}”; or click a mention or words, or go there and press Enter; "
                "Esc leaves it open."
            )
        self._session.message.emit(said.format(role=role.name, words=proposed))

    def awaits(self, event_id: str) -> Role | None:
        """Return the role of an event that waits for its filler, None where none does."""
        return self._pending[1] if self._pending is not None and self._pending[0] == event_id else None

    def awaits_on(self, mention_ids: Sequence[str]) -> bool:
        """Say whether a role waits and these are just its own event: nothing was gone to yet."""
        return self._pending is not None and tuple(mention_ids) == (self._pending[0],)

    def take_awaited(self) -> None:
        """Fill the pending role with all that is proposed for it; where nothing is, say what to do."""
        if self._pending is None or self._there is None:
            return
        (event_id, role), (project, page), schema = self._pending, self._there, self._session.schema
        fillers = [(p.role, p.suggestion or p.mention_id) for p in self.proposals if p.role == role.name]
        if not fillers or self.selected_event is None or self.selected_event.id != event_id:
            said = self.tr("{role}: nothing is proposed; go to a mention or to words first, or click there.")
            self._session.message.emit(said.format(role=role.name))
            return
        self.leave()
        fill = lambda: filling.fill_as_proposed(project, page, schema, event_id, fillers, {})  # noqa: E731
        self._session.do(fill, "tag", say=True)

    def _proposed_words(self, event_id: str, role: Role) -> str:
        """Return what is proposed for a role of the selected event, "" where nothing is."""
        page, event = self._session.page, self.selected_event
        if page is None or event is None or event.id != event_id:
            return ""
        spans = [
            p.suggestion.span if p.suggestion else page.mentions[p.mention_id].span
            for p in self.proposals
            if p.role == role.name
        ]
        return ", ".join(" ".join(s.of(page.text).split())[:_SHOWN] for s in spans)

    def _gone_to(self, mention_id: str | None, _origin: str) -> None:
        """While a role waits, say what Enter would put into it."""
        page = self._session.page
        if self._pending is None or page is None or self._pending[0] not in page.mentions:
            return
        event_id, role = self._pending
        if mention_id and mention_id in page.mentions and mention_id != event_id:
            words = " ".join(page.mentions[mention_id].text_of(page.text).split())[:_SHOWN]
            event = " ".join(page.mentions[event_id].text_of(page.text).split())[:_SHOWN]
            said = self.tr("{role} of “{event}”: Enter takes “{words}”; Esc leaves it open.")
            self._session.message.emit(said.format(role=role.name, event=event, words=words))

    def pick(
        self,
        mention_ids: Sequence[str],
        words: Span | None,
        proposal: SpanProposal | None = None,
        *,
        adds: bool = False,
        more: Sequence[Span] = (),
    ) -> None:
        """Fill the pending role with what was clicked: the mention there that fits best, else what is proposed there.

        Else the words, with `more` pieces of them, are tagged on the way, and what as is said.

        A mention that fills another role of the event is moved, unless the role is one that it `adds`.
        """
        if self._pending is None or self._there is None:
            return
        (event_id, role), (project, page), schema = self._pending, self._there, self._session.schema
        self.leave()
        there = [page.mentions[i] for i in mention_ids if i in page.mentions and i != event_id]
        if there:
            filler = next((m for m in there if m.label in role.fillers), there[0])
            had = [a for a in page.arguments_of(event_id) if a.filler_id == filler.id]
            if adds or not had or any(a.role == role.name for a in had):
                fill = lambda: events.fill_role(project, page, schema, event_id, role.name, filler.id)  # noqa: E731
            else:
                fill = lambda: events.change_role(project, page, schema, had[0].id, role.name)  # noqa: E731
            self._session.do(fill, "tag", say=True)
        elif proposal is not None and not more:
            self._fill_proposed(event_id, role.name, proposal)
        elif words is not None:
            self._fill_words(event_id, role, (words, *more))
        self._session.select_mention(event_id, "tag")

    def _fill_proposed(self, event_id: str, role: str, proposal: SpanProposal) -> None:
        if self._there:
            (project, page), schema = self._there, self._session.schema
            fill = lambda: filling.fill_role_with_proposal(project, page, schema, event_id, role, proposal)  # noqa: E731
            self._session.do(fill, "tag", say=True)

    def _fill_words(self, event_id: str, role: Role, words: Sequence[Span]) -> None:
        """Where that tags the words, say what as, and which keys make something else of them."""
        if self._there is None:
            return
        (project, page), schema, hints = self._there, self._session.schema, self._hints()
        fill = lambda: filling.fill_role_with_words(project, page, schema, event_id, role.name, words, hints)  # noqa: E731
        changes = self._session.do(fill, "tag", say=True)
        made = [i for i in changes.added.get(Kind.MENTION, ()) if i in page.mentions] if changes else []
        if changes is None or not made:
            return
        label = page.mentions[made[0]].label
        others = [t for t in filling.labels_for(schema, role) if t.name != label and t.key]
        if others:
            keys = " · ".join(f"{t.key.upper()} {t.shown}" for t in others[:_OTHERS])
            said = self.tr("{what}. Something else? Click it, then {keys}")
            self._session.message.emit(said.format(what=reported(changes.label), keys=keys))

    def fitting(self, event_id: str, filler_id: str) -> list[str]:
        """Return the roles of an event, those that a mention most likely fills first."""
        page = self._session.page
        if page is None or event_id not in page.mentions or filler_id not in page.mentions:
            return []
        return fitting_roles(page, self._session.schema, event_id, filler_id, self._hints().roles)

    def add_arguments(self, event_id: str, mention_ids: Sequence[str]) -> None:
        """Put mentions into the roles they most likely fill; one that fills a role already goes on to the next."""
        if self._there is None or event_id not in self._there[1].mentions:
            return
        (project, page), schema = self._there, self._session.schema
        there = {a.filler_id: a for a in page.arguments_of(event_id)}
        fresh = [i for i in mention_ids if i in page.mentions and i != event_id and i not in there]
        if not fresh:
            for argument in (there[i] for i in mention_ids[-1:] if i in there):
                self._next_role(project, page, argument)
            return
        pairs: list[tuple[str, str]] = []
        for mention_id in fresh:
            taken = [role for role, _ in pairs]
            roles = fitting_roles(page, schema, event_id, mention_id, self._hints().roles, taken)
            pairs += [(role, mention_id) for role in roles[:1]]
        if not pairs:
            self._session.message.emit(self.tr("This type of event has no roles."))
            return
        self._session.do(lambda: filling.fill_as_proposed(project, page, schema, event_id, pairs), "tag")
        said = ", ".join(f"{role}: {' '.join(page.mentions[i].text_of(page.text).split())}" for role, i in pairs)
        self._session.message.emit(said)

    def add_proposal(self, event_id: str, proposal: SpanProposal) -> None:
        """Accept a suggestion as what most likely fills a role of an event, in one step."""
        label = self._session.schema.by_name.get(proposal.label)
        if self._there is None or event_id not in self._there[1].mentions or label is None:
            return
        page, schema = self._there[1], self._session.schema
        made = new_mention(page, (proposal.span,), label)
        roles = roles_fitting(page, schema, page.mentions[event_id], made, self._hints().roles)
        if not roles:
            self._session.message.emit(self.tr("This type of event has no roles."))
            return
        self._fill_proposed(event_id, roles[0], proposal)

    def _next_role(self, project: Project, page: Page, argument: Argument) -> None:
        """After the last of the fitting roles it is out."""
        schema, event, filler = self._session.schema, argument.event_id, argument.filler_id
        label, takes = schema.by_name.get(page.mentions[event].label), page.mentions[filler].label
        fit = {r.name for r in label.roles if not r.fillers or takes in r.fillers} if label else set()
        roles = [role for role in self.fitting(event, filler) if role in fit]
        at = roles.index(argument.role) + 1 if argument.role in roles else 0
        if at < len(roles):
            change = lambda: events.change_role(project, page, schema, argument.id, roles[at])  # noqa: E731
        else:
            self._refuse(argument)
            change = lambda: events.empty_role(project, page, argument.id)  # noqa: E731
        self._session.do(change, "tag", say=True)

    def fill(self, event_id: str, role: str, filler_id: str) -> None:
        """Put a mention into a role."""
        if self._there:
            (project, page), schema = self._there, self._session.schema
            self._session.do(lambda: events.fill_role(project, page, schema, event_id, role, filler_id), "inspector")

    def empty(self, argument_id: str) -> None:
        """Take a filler out of its role."""
        if self._there:
            project, page = self._there
            if argument := page.arguments.get(argument_id):
                self._refuse(argument)
            self._session.do(lambda: events.empty_role(project, page, argument_id), "inspector")

    def _refuse(self, argument: Argument) -> None:
        self._refused.setdefault(argument.event_id, set()).add(argument.filler_id)

    def relate(self, source_id: str, target_id: str, label: LabelType) -> None:
        """Link two mentions."""
        if self._there:
            project, page = self._there
            self._session.do(lambda: events.relate(project, page, source_id, target_id, label), "tag", say=True)

    def unrelate(self, relation_id: str) -> None:
        """Take a relation away."""
        if self._there:
            project, page = self._there
            self._session.do(lambda: events.unrelate(project, page, relation_id), "inspector")

    def leave(self, _page: object = None) -> None:
        """Let the pending role wait no longer."""
        if self._pending is not None:
            self._pending = None
            self.pending_role_changed.emit(None)
            self._session.message.emit("")  # it said what to click

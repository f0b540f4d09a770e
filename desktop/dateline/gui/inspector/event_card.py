"""An event's roles as slots: what fills them, what is proposed for them and told of it, which key fills which."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QLabel, QLayout, QPushButton, QToolButton, QWidget

from dateline.assist.roles import Proposal
from dateline.gui.date_words import label
from dateline.gui.inspector.card import Card, edits, empty, link_button
from dateline.gui.time_text import short_value
from dateline.gui.widgets.flow_layout import FlowLayout
from dateline.model.annotation import Argument, Mention
from dateline.model.page import Page
from dateline.model.schema import Attribute, Role, Schema
from dateline.model.when import When
from dateline.model.wording import cut_short

if TYPE_CHECKING:
    from dateline.assist.attributes import AttributeProposal


class EventCard(Card):
    """Shows the slots of an event's type with their fillers; proposals stand in grey."""

    filler_wanted = Signal(str)  # mention id: show it
    emptied = Signal(str)  # argument id
    proposal_taken = Signal(str, str)  # role, mention id
    all_taken = Signal()
    told_taken = Signal(str)  # attribute
    told_refused = Signal(str)  # attribute
    undated = Signal()  # the date that a person gave it is no longer to count
    role_awaits = Signal(object)  # Role: the next click fills it

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("", parent)
        self.title.setText(self.tr("Who, where, when"))
        self._slots = QGridLayout()
        self._slots.setHorizontalSpacing(8)
        self._slots.setVerticalSpacing(3)
        self._slots.setColumnStretch(1, 1)
        self.take_all = edits(QPushButton(self.tr("Take all proposed  ⏎")))
        self.take_all.clicked.connect(self.all_taken)
        self.body.addWidget(self.take_all, 0, Qt.AlignmentFlag.AlignLeft)  # above: a small panel cuts what is below
        self.by_hand, self._date = QWidget(), QLabel()
        self._date.setWordWrap(True)
        drop = edits(link_button("×", self.tr("Let the articles say when it is again")))
        drop.setAccessibleName(drop.toolTip())
        drop.clicked.connect(self.undated)
        line = QHBoxLayout(self.by_hand)
        line.setContentsMargins(0, 0, 0, 0)
        line.addWidget(self._date, 1)
        line.addWidget(drop, 0, Qt.AlignmentFlag.AlignTop)
        self.body.addWidget(self.by_hand)
        self.by_hand.hide()
        self.body.addLayout(self._slots)

    def show_date(self, when: When | None) -> None:
        """Show the date that a person gave the event's happening, which counts in place of those below; None: none."""
        self.by_hand.setVisible(when is not None)
        self._date.setText(self.tr("Dated by hand: {}").format(label(when)) if when else "")

    def show_event(
        self,
        page: Page,
        event: Mention,
        schema: Schema,
        proposals: Sequence[Proposal],
        told: "Sequence[AttributeProposal]",
        pending: Role | None,
    ) -> None:
        """Show the slots of an event, and what is `told` of it; `pending` is the role that waits for a click."""
        with self.rebuilding():
            row, free = self._show_slots(page, event, schema, proposals, pending)
            kind = schema.by_name.get(event.label)
            for number, each in enumerate(told):
                self._add_told(row + number, each, kind.attribute(each.name) if kind else None)
            self._add_free(row + len(told), free)
            self.take_all.setVisible(bool(proposals or told))

    def _show_slots(
        self, page: Page, event: Mention, schema: Schema, proposals: Sequence[Proposal], pending: Role | None
    ) -> tuple[int, list[Role]]:
        """Return the first row that is left, and the roles that nothing is said of."""
        empty(self._slots)
        label_type = schema.by_name.get(event.label)
        arguments = page.arguments_of(event.id)
        roles = list(label_type.roles) if label_type else []
        roles += [Role(n) for n in dict.fromkeys(a.role for a in arguments) if n not in {r.name for r in roles}]
        free: list[Role] = []
        for row, role in enumerate(roles):
            fillers = [a for a in arguments if a.role == role.name]
            ghosts = [p for p in proposals if p.role == role.name]
            waits = pending is not None and pending.name == role.name
            if fillers or ghosts or waits or role.required:
                self._add_slot(row, page, role, fillers, ghosts, waits=waits)
            else:
                free.append(role)
        return len(roles), free

    def _add_free(self, row: int, roles: Sequence[Role]) -> None:
        """Set the roles that nothing is said of side by side: a line each would push the rest off a small screen."""
        if not roles:
            return
        cell = QWidget()
        line = FlowLayout(cell, gap=0)
        for role in roles:
            line.addWidget(self._named(role))
        self._slots.addWidget(cell, row, 0, 1, 2)

    def _named(self, role: Role) -> QToolButton:
        key = f"  {role.key}" if role.key else ""
        name = edits(link_button(f"{role.name}{key}", " ".join(role.description.split())))
        name.clicked.connect(lambda: self.role_awaits.emit(role))
        name.setProperty("role", "slot")
        return name

    def _add_slot(
        self, row: int, page: Page, role: Role, fillers: list[Argument], ghosts: list[Proposal], *, waits: bool
    ) -> None:
        name = self._named(role)
        name.setProperty("role", "missing" if role.required and not fillers else "slot")
        name.setCheckable(True)
        name.setChecked(waits)
        self._slots.addWidget(name, row, 0, Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft)
        cell = QWidget()
        line = FlowLayout(cell, gap=3)
        for argument in fillers:
            self._add_filler(line, page, argument)
        for ghost in ghosts:
            self._add_ghost(line, page, ghost)
        hint = ""
        if waits:
            hint = self.tr("Enter takes it") if ghosts else self.tr("click a mention, or Enter on it")
        elif not fillers and not ghosts:
            hint = self.tr("required")
        if hint:
            blank = QLabel(hint)
            blank.setProperty("role", "missing")
            line.addWidget(blank)
        self._slots.addWidget(cell, row, 1)

    def _add_filler(self, line: QLayout, page: Page, argument: Argument) -> None:
        filler = page.mentions.get(argument.filler_id)
        if filler is None:
            return
        chip = QFrame()
        chip.setObjectName("chip")
        row = QHBoxLayout(chip)
        row.setContentsMargins(2, 0, 0, 0)
        row.setSpacing(0)
        button = link_button(self._words(page, filler), self.tr("Go there"))
        button.clicked.connect(lambda: self.filler_wanted.emit(argument.filler_id))
        drop = edits(link_button("×", self.tr("Take it out of this role")))
        drop.setAccessibleName(self.tr("Take out"))
        drop.clicked.connect(lambda: self.emptied.emit(argument.id))
        row.addWidget(button)
        row.addWidget(drop)
        line.addWidget(chip)

    def _add_told(self, row: int, told: "AttributeProposal", attribute: Attribute | None) -> None:
        """What the text says the event is, grey like all that nobody has confirmed; with the words that say so."""
        key = attribute.key if attribute else ""
        name = edits(link_button(f"{told.name}  {key}"))
        name.setProperty("role", "slot")
        name.clicked.connect(lambda: self.told_taken.emit(told.name))
        self._slots.addWidget(name, row, 0, Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft)
        tip = self.tr("The text says so: “{cue}”. Take it")
        take = edits(link_button(f"{told.value} · “{cut_short(told.cue, _CUE)}”", tip.format(cue=told.cue)))
        take.setProperty("role", "ghost")
        take.clicked.connect(lambda: self.told_taken.emit(told.name))
        refuse = self.tr("It is not so (Shift+{key})").format(key=key.upper()) if key else self.tr("It is not so")
        drop = edits(link_button("×", refuse))
        drop.setAccessibleName(self.tr("It is not so"))
        drop.clicked.connect(lambda: self.told_refused.emit(told.name))
        cell = QWidget()
        line = QHBoxLayout(cell)  # what refuses it stands beside it; the words are cut where there is no room
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(3)
        line.addWidget(take)
        line.addWidget(drop)
        line.addStretch(1)
        self._slots.addWidget(cell, row, 1)

    def _add_ghost(self, line: QLayout, page: Page, ghost: Proposal) -> None:
        suggested, tip = ghost.suggestion, self.tr("Take this proposal")
        if suggested is not None:
            says = f" · {short_value(suggested.says)}" if suggested.says else ""
            words = cut_short(" ".join(suggested.span.of(page.text).split()), 14 if says else 26) + says
            tip = self.tr("Only suggested so far: taking it accepts the suggestion as {label}").format(
                label=suggested.label
            )
        else:
            words = self._words(page, page.mentions[ghost.mention_id])
        button = edits(link_button(words, tip))
        button.setProperty("role", "ghost")
        button.clicked.connect(lambda: self.proposal_taken.emit(ghost.role, ghost.mention_id))
        line.addWidget(button)

    @staticmethod
    def _words(page: Page, mention: Mention) -> str:
        words = " ".join(mention.text_of(page.text).split())
        value = page.times.get(mention.id)
        dated = f" · {label(value.when)}" if value and value.when else ""
        return cut_short(words, 14 if dated else 26) + dated


_CUE = 18

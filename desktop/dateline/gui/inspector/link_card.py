"""The thing behind a mention: linked, proposed, or to be looked for; and where else it is mentioned."""

from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from contextlib import nullcontext
from typing import TYPE_CHECKING

from PySide6.QtCore import QStringListModel, Qt, Signal
from PySide6.QtWidgets import QCompleter, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from dateline.gui.date_words import label, shown_published
from dateline.gui.inspector.card import Card, KeyedButton, edits, empty, link_button, muted
from dateline.gui.widgets.field import Field
from dateline.gui.widgets.line_field import LineField
from dateline.gui.widgets.wording import reasons_said
from dateline.model.changes import Kind
from dateline.model.registry import Entity, Happening
from dateline.model.schema import Schema
from dateline.model.text import fold
from dateline.model.wording import cut_short
from dateline.store.registry import Appearance

if TYPE_CHECKING:
    from dateline.assist.things import ThingProposal

Thing = Entity | Happening
SHOWN = 8  # other places of the same thing
LOOKED_AT = 3 * SHOWN  # mentions: several in one article are one line
_OTHERS = 3  # proposals beside the likeliest
_ROOM = 46  # characters of a line
_FIRST, _OTHER = 40, 34  # and of a name on a button


class LinkCard(Card):
    """Shows the entity or happening behind the selected mention."""

    link_wanted = Signal(object)  # Thing | None
    new_wanted = Signal(str)  # its name, "" for that of the mention
    renamed = Signal(object, str)  # (Kind, id) of a thing, its new name
    mention_wanted = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("", parent)
        self._things: dict[str, Thing] | None = None  # read when something is looked for: there may be thousands
        self._read: Callable[[], Sequence[Thing]] = tuple
        self._names = QStringListModel(self)
        self._thing: Thing | None = None
        self._proposed: Thing | None = None
        self._events: dict[str, str] = {}  # by proposed thing: the event it is to be made for, too
        self._words = ""
        self._schema = Schema()
        self._about = ""
        self.name = LineField()
        self.name.setAccessibleName(self.tr("Name"))
        self.name.written.connect(self.renamed)
        self.facts = muted()
        self.proposal = edits(KeyedButton())
        self.proposal.clicked.connect(lambda: self.link_wanted.emit(self._proposed))
        self.why = muted()
        self._others = QVBoxLayout()
        self._others.setSpacing(1)
        self.field = Field()
        self.field.setCompleter(self._made_completer())
        self.field.textEdited.connect(lambda _: self._offered())
        self.field.returnPressed.connect(self._chosen)
        self.new_button = edits(QPushButton(self.tr("New")))
        self.new_button.clicked.connect(lambda: self.new_wanted.emit(self.field.text().strip()))
        self.unlink = edits(link_button(self.tr("Unlink")))
        self.unlink.clicked.connect(lambda: self.link_wanted.emit(None))
        self.head.addWidget(self.unlink)
        row = QHBoxLayout()
        row.addWidget(self.field, 1)
        row.addWidget(self.new_button)
        self._search_row = QWidget()
        self._search_row.setLayout(row)
        row.setContentsMargins(0, 0, 0, 0)
        self._places = QVBoxLayout()
        self._places.setSpacing(1)
        for widget in (self.name, self.facts, self.proposal, self.why):
            self.body.addWidget(widget)
        self.body.addLayout(self._others)
        self.body.addWidget(self._search_row)
        self.body.addLayout(self._places)

    def show_thing(
        self,
        thing: Thing | None,
        proposals: "Sequence[ThingProposal]",
        proposed: Thing | None,
        things: Callable[[], Sequence[Thing]],
        appearances: Sequence[Appearance],
        others: int,
        *,
        about: str,
        words: str,
        event: bool,
        schema: Schema,
    ) -> None:
        """Show what a mention is linked to, else what it could be linked to; `proposed` is what = links to.

        `about` is the mention's id, `words` are its words. `things` reads all there are; `appearances` are the first of
        `others`, the further mentions of the same.
        """
        self._thing, self._proposed, self._words, self._schema = thing, proposed, words, schema
        self.title.setText(self.tr("Happening") if event else self.tr("Entity"))
        self.field.setPlaceholderText(self.tr("Find a happening") if event else self.tr("Find an entity"))
        self.field.setAccessibleName(self.field.placeholderText())
        self.name.setVisible(thing is not None)
        self.unlink.setVisible(thing is not None)
        kind = Kind.HAPPENING if event else Kind.ENTITY
        self.name.show_text((kind, thing.id) if thing else None, thing.name if thing else "")
        self.facts.setText(self._facts(thing))
        self.facts.setVisible(bool(self.facts.text()))
        offered = proposals if thing is None else ()
        self._events = {p.thing.id: p.event_id for p in offered if p.event_id}
        lists = bool(offered or appearances or self._others.count() or self._places.count())
        with self.rebuilding() if lists else nullcontext():
            self._show_proposals(offered)
            self._show_places(appearances, others)
        looking = about == self._about and self.field.hasFocus() and self.field.isModified()
        self._search_row.setVisible(thing is None or looking)
        self._about, self._read, self._things = about, things, None
        if not looking:
            self.field.clear()

    def event_of(self, thing: Thing | None) -> str:
        """Return the event for which, too, a thing shown here is still to be made; "" of one that is there."""
        return self._events.get(thing.id, "") if thing is not None else ""

    @property
    def names_events(self) -> bool:
        """Whether events told elsewhere are among what is proposed."""
        return bool(self._events)

    def _show_proposals(self, proposals: "Sequence[ThingProposal]") -> None:
        """The likeliest stands on the button, with why; the next ones below, for a click."""
        first = next((p for p in proposals if p.thing == self._proposed), None)
        self.proposal.setVisible(first is not None)
        self.why.setVisible(first is not None)
        names = Counter(p.thing.name for p in proposals)
        cut = Counter(cut_short(p.thing.name, _OTHER) for p in proposals)
        told: set[tuple[str, str]] = set()
        if first is not None:
            called = self._called(first, names, cut, _FIRST)
            told.add((first.thing.name, called))
            self.proposal.setText(self.tr("Link to {}   =").format(called))
            self.proposal.setToolTip(first.thing.name)
            self.why.setText(reasons_said(first.reasons))
        empty(self._others)
        for other in [p for p in proposals if p is not first]:
            called = self._called(other, names, cut, _OTHER)
            if (other.thing.name, called) in told:
                continue  # nobody could tell one from the other
            told.add((other.thing.name, called))
            text = self.tr("or {}").format(called) if first else called
            button = edits(link_button(text, f"{other.thing.name}\n{reasons_said(other.reasons)}"))
            button.clicked.connect(lambda _=False, t=other.thing: self.link_wanted.emit(t))
            self._others.addWidget(button)
            if self._others.count() == _OTHERS:
                break

    def _called(self, proposal: "ThingProposal", names: Mapping[str, int], cut: Mapping[str, int], room: int) -> str:
        """Return a thing's name, with what tells it from the others of that name, or that begin alike."""
        thing = proposal.thing
        if names[thing.name] < 2:
            return cut_short(thing.name, room) if cut[cut_short(thing.name, _OTHER)] < 2 else _middle(thing.name, room)
        apart = " · ".join(p for p in (*self._apart(thing), reasons_said(proposal.reasons), thing.note) if p)
        name = cut_short(thing.name, max(_ROOM // 2, _ROOM - len(apart) - 3))
        return cut_short(f"{name} · {apart}" if apart else name, _ROOM)

    def _apart(self, thing: Thing) -> tuple[str, str, str]:
        when = label(thing.when) if isinstance(thing, Happening) and thing.when else ""
        return when, self._schema.shown(thing.type), thing.external_id

    @property
    def says(self) -> str:
        """What the mention is linked to, or could be, in a few words."""
        if self._thing is not None:
            return self._thing.name
        return f"= {self._proposed.name}" if self._proposed is not None else ""

    def seek(self) -> None:
        """Put the cursor where a thing is looked for."""
        self._search_row.show()
        self.field.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _facts(self, thing: Thing | None) -> str:
        if thing is None:
            return ""
        aliases = ", ".join(thing.aliases) if isinstance(thing, Entity) else ""
        also = self.tr("also {}").format(aliases) if aliases else ""
        return " · ".join(p for p in (self._schema.shown(thing.type), also, thing.external_id, thing.note) if p)

    def _offered(self) -> dict[str, Thing]:
        """Return what can be chosen by what it is called in the list."""
        if self._things is None:
            shown, things = self._schema.shown, self._read()
            often = Counter((t.name, t.type) for t in things)
            self._things = {}
            for thing in things:
                apart = [shown(thing.type)]
                if often[thing.name, thing.type] > 1:
                    apart = [*self._apart(thing), thing.note]
                said = " · ".join(p for p in apart if p)
                self._things.setdefault(f"{thing.name}  ({said})" if said else thing.name, thing)
            self._names.setStringList(list(self._things))
        return self._things

    def _made_completer(self) -> QCompleter:
        completer = QCompleter(self._names, self)
        completer.setFilterMode(Qt.MatchFlag.MatchContains)
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        completer.activated.connect(self._chosen_text)
        return completer

    def _show_places(self, appearances: Sequence[Appearance], others: int) -> None:
        empty(self._places)
        alike: dict[tuple[str, str], list[Appearance]] = {}
        for place in appearances:
            alike.setdefault((place.mention.article_id, place.words), []).append(place)
        lines = list(alike.values())[:SHOWN]
        for places in lines:
            place = places[0]
            often = f" ×{len(places)}" if len(places) > 1 else ""
            when = shown_published(place.published) or self.tr("no date")
            said = f"{when}  {cut_short(place.words, 26)}{often}"
            button = link_button(cut_short(f"{said} · {place.article_name}", _ROOM), place.article_name)
            button.clicked.connect(lambda _=False, i=place.mention.id: self.mention_wanted.emit(i))
            self._places.addWidget(button)
        if left := others - sum(len(places) for places in lines):
            self._places.addWidget(QLabel(self.tr("and {} more").format(left)))

    def _chosen(self) -> None:
        wanted = fold(self.field.text().strip())
        things = self._offered()
        exact = [t for text, t in things.items() if wanted in (fold(text), fold(t.name))]
        # Who types all of the mention's words wants a thing of that name, not one that has them in a longer name.
        whole = wanted == fold(" ".join(self._words.split()))
        near = [t for text, t in things.items() if wanted and not whole and wanted in fold(text)]
        self.field.setModified(False)
        if found := exact or near:
            self.link_wanted.emit(found[0])
        elif wanted:
            self.new_wanted.emit(self.field.text().strip())

    def _chosen_text(self, text: str) -> None:
        if found := self._offered().get(text):
            self.field.setModified(False)
            self.link_wanted.emit(found)


def _middle(text: str, room: int) -> str:
    """Shorten names that begin alike so that their ends are seen."""
    head = room // 3
    return text if len(text) <= room else f"{text[:head].rstrip()}…{text[head + 1 - room :].lstrip()}"

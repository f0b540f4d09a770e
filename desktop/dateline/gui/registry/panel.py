"""The registry panel: the entities and happenings of the project, to be found, joined, parted and described."""

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QSplitter, QVBoxLayout, QWidget

from dateline.editing import things
from dateline.editing.registry import date_happening, merge, remove_thing
from dateline.gui.actions import Actions, When
from dateline.gui.annotating import Annotating
from dateline.gui.date_words import as_typed
from dateline.gui.later import WhenSeen
from dateline.gui.registry.below import Below
from dateline.gui.registry.details import SHOWN, About, ThingDetails
from dateline.gui.registry.merging import MergeStrip
from dateline.gui.registry.things_list import ThingsList
from dateline.gui.session import Session
from dateline.gui.tasks import Tasks
from dateline.gui.theme import Theme
from dateline.model.annotation import Layer
from dateline.model.changes import Changes, Kind
from dateline.model.registry import Entity, Happening
from dateline.store.project import Project

ORIGIN = "registry"
_SHARE = 65  # percent of the height that the list has as long as nobody says otherwise
_LATER_MS = 60
_BUTTONS = ("registry_new", "registry_link", "registry_merge", "registry_remove")
_OF_MENTIONS = ("registry_compare", "registry_split", "registry_unlink")


class RegistryPanel(QWidget):
    """Shows all things of one kind, and one of them in full. What is hidden costs nothing: it catches up when shown."""

    thing_chosen = Signal(object, str)  # Kind, id: the timeline may show it too
    articles_wanted = Signal(object, str)  # frozenset of article ids, what they have in common
    state_changed = Signal()
    share_moved = Signal(int)  # percent of the height that a person gave the list
    done = Signal()  # the keys belong to the reader again

    def __init__(
        self,
        session: Session,
        annotating: Annotating,
        tasks: Tasks,
        actions: Actions,
        theme: Theme,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._session, self._annotating, self._actions = session, annotating, actions
        self._stale: set[str] | None = None  # things to read anew; None: all
        self._links: dict[str, str] = {}  # what mentions stand for
        self._following = False  # the cursor is being moved by us, not by a person
        self._settled = False  # what is listed was seen: from now on a person says which kind
        self.list, self.details, self.merges = ThingsList(theme), ThingDetails(), MergeStrip(session, tasks)
        splitter = self._splitter = QSplitter(Qt.Orientation.Vertical)
        self._below = Below(self.details, self.merges)
        for part in (self.list, self._below):
            splitter.addWidget(part)
        splitter.setChildrenCollapsible(False)
        self._share = _SHARE
        splitter.splitterMoved.connect(self._share_moved)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(splitter, 1)
        self._later = WhenSeen(self, self._read, _LATER_MS)
        self._connect()
        self._later.start()
        for name in _BUTTONS:
            self.list.add_button(actions[name])
        for name in _OF_MENTIONS:
            self.details.add_button(actions[name])

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The list keeps its share."""
        super().resizeEvent(event)
        self.set_share(self._share)

    def set_share(self, percent: int) -> None:
        """Give the list so much of the height, as far as what lies below has room."""
        self._share = percent
        self._splitter.setSizes([percent * self.height(), (100 - percent) * self.height()])

    def _share_moved(self, *_: int) -> None:
        first, second = self._splitter.sizes()
        self._share = round(100 * first / max(1, first + second))
        self.share_moved.emit(self._share)

    def _connect(self) -> None:
        session, shown, details = self._session, self.list, self.details
        session.changed.connect(self._changed)
        session.annotator_changed.connect(self._all_stale)
        session.project_changed.connect(self._project_changed)
        session.schema_changed.connect(self._all_stale)
        session.closing.connect(details.flush)
        session.mention_selected.connect(self._follow)
        shown.kind_chosen.connect(self._all_stale)
        shown.current_changed.connect(self._show)
        shown.chosen_changed.connect(self.state_changed)
        shown.activated.connect(self._go)
        shown.left.connect(self.done)
        details.renamed.connect(lambda on, text: self._edit(lambda p, k, i: things.rename(p, k, i, text), on))
        details.typed.connect(lambda on, text: self._edit(lambda p, k, i: things.set_type(p, k, i, text), on))
        details.aliased.connect(lambda on, names: self._edit(lambda p, _, i: things.set_aliases(p, i, names), on))
        details.identified.connect(
            lambda on, text: self._edit(lambda p, k, i: things.set_external_id(p, k, i, text), on)
        )
        details.dated.connect(
            lambda on, text: self._edit(
                lambda p, _, i: date_happening(p, i, as_typed(text), session.mention_id or "", text), on
            )
        )
        details.noted.connect(lambda on, text: self._edit(lambda p, k, i: things.set_thing_note(p, k, i, text), on))
        details.mention_wanted.connect(lambda i: session.show_mention(i, ORIGIN))
        details.left.connect(shown.view.setFocus)  # what comes next is meant for the registry, not for the text
        details.mentions.itemSelectionChanged.connect(self.state_changed)
        for name, verb in {
            "registry_new": self.new_thing,
            "registry_rename": self.edit_name,
            "registry_merge": self.merge_chosen,
            "registry_remove": self.remove,
            "registry_split": self.split,
            "registry_unlink": self.unlink_chosen,
            "registry_link": self.link_selected,
            "registry_articles": self.show_articles,
        }.items():
            self._actions[name].triggered.connect(lambda _=False, v=verb: v())

    # Keeping up

    def set_in_front(self, on: bool) -> None:
        """Say whether anything of the panel can be seen: a dock behind another is visible to Qt all the same."""
        self._later.set_in_front(on)

    def _all_stale(self, *_: object) -> None:
        self._stale = None
        self._later.start()

    def _project_changed(self, *_: object) -> None:
        self._settled = False
        self._all_stale()

    def _changed(self, changes: Changes, _origin: str) -> None:
        """Find the things that are touched; tagging what is linked to nothing, the usual case, touches none."""
        project = self._session.project
        if changes.articles is None or changes.touches(Kind.ARTICLE):
            self._all_stale()
        elif self._stale is not None and project is not None:
            stale, self._stale = self._stale, None  # where reading fails, all is read next time
            with self._session.explaining():
                touched = self._touched(project, changes)
                self._stale = stale | touched
                if touched:
                    self._later.start()

    def _touched(self, project: Project, changes: Changes) -> set[str]:
        kind, parts = self.list.kind, (changes.added, changes.altered, changes.removed)
        touched = {i for part in parts for i in part.get(kind, ())} | self._relinked(project, changes)
        told = changes.touches(Kind.TIME_VALUE, Kind.ARGUMENT, Kind.MENTION, Kind.RELATION)
        if kind is Kind.HAPPENING and told and changes.articles:
            touched |= project.registry.things_in(kind, changes.articles)
        return touched

    def _relinked(self, project: Project, changes: Changes) -> set[str]:
        """Return what mentions stood for or stand for that came, went or changed."""
        field = "entity_id" if self.list.kind is Kind.ENTITY else "happening_id"
        gone = changes.removed.get(Kind.MENTION, frozenset())
        there = changes.added.get(Kind.MENTION, frozenset()) | changes.altered.get(Kind.MENTION, frozenset())
        touched: set[str] = set()
        for mention_id in gone:
            touched.add(self._links.pop(mention_id, ""))
        for mention in project.annotations.records(Kind.MENTION, there):
            thing_id = getattr(mention, field)
            touched |= {self._links.pop(mention.id, ""), thing_id or ""}
            if thing_id:
                self._links[mention.id] = thing_id
        return touched - {""}

    def set_theme(self, theme: Theme) -> None:
        """Draw in other colours."""
        self.list.set_theme(theme)

    def catch_up(self) -> None:
        """Read what changed, now."""
        self._later.start()
        self._later.hurry()

    def _read(self) -> None:
        stale, self._stale = self._stale, None  # where reading fails, all is read next time
        with self._session.explaining():
            self._read_these(stale)
            self._stale = set()

    def _read_these(self, stale: set[str] | None) -> None:
        project, annotator = self._session.project, self._session.annotator
        if project is None or annotator is None:
            self.list.set_things([], self._session.schema)
        elif stale is None:
            self._links = project.registry.links(self.list.kind, annotator.id)
            self.list.set_things(project.registry.summaries(self.list.kind, annotator.id), self._session.schema)
        else:
            now = project.registry.summaries(self.list.kind, annotator.id, stale)
            self.list.update_things(now, stale - {s.id for s in now})
        if stale is None or stale:
            self.merges.ask_later(self.list.kind, self.list.rows.things, stale)
        if not self.list.current():
            self._find_selected(stale)
        self._settled = project is not None
        self._show(self.list.current())

    def _follow(self, mention_id: str | None, origin: str) -> None:
        """Put the cursor on the thing behind the mention that was just selected."""
        if origin != ORIGIN and (found := self._behind(mention_id)):
            self.follow_thing(*found)

    def _find_selected(self, stale: set[str] | None) -> None:
        """Put the cursor on the thing behind the selected mention, if that was just read (None: all were).

        Not if a person chose to list the other kind.
        """
        found = self._behind(self._session.mention_id)
        if found and (found[0] is self.list.kind or not self._settled) and (stale is None or found[1] in stale):
            self.follow_thing(*found)

    def _behind(self, mention_id: str | None) -> About | None:
        page = self._session.page
        mention = page.mentions.get(mention_id) if page and mention_id else None
        if mention is None:
            return None
        kind = Kind.HAPPENING if mention.layer is Layer.EVENT else Kind.ENTITY
        thing_id = mention.happening_id if kind is Kind.HAPPENING else mention.entity_id
        return (kind, thing_id) if thing_id else None

    def follow_thing(self, kind: Kind, thing_id: str) -> None:
        """Put the cursor on a thing that was chosen elsewhere, if the panel is looked at."""
        if self._later.seen:
            self._following = True
            try:
                self.show_thing(kind, thing_id)
            finally:
                self._following = False

    def show_thing(self, kind: Kind, thing_id: str) -> None:
        """Put the cursor on a thing."""
        if kind is not self.list.kind:
            self.list.set_kind(kind)
        self._later.hurry()
        self.list.show_thing(thing_id)

    def _show(self, thing_id: str) -> None:
        """Show one thing in full."""
        with self._session.explaining():
            self._show_this(thing_id)

    def _show_this(self, thing_id: str) -> None:
        project, annotator, kind = self._session.project, self._session.annotator, self.list.kind
        thing: Entity | Happening | None = None
        if project is not None and annotator is not None and thing_id:
            registry = project.registry
            thing = registry.entity(thing_id) if kind is Kind.ENTITY else registry.happening(thing_id)
        if project is None or annotator is None or thing is None:
            self.details.show_thing(None, self._session.schema, None, (), 0)
        else:
            places = project.registry.appearances(kind, thing_id, annotator.id, limit=SHOWN)
            summary = self.list.rows.thing(thing_id)
            total = summary.mentions if summary else len(places)
            self.details.show_thing(thing, self._session.schema, summary.when if summary else None, places, total)
            if not self._following:
                self.thing_chosen.emit(kind, thing_id)
        self._below.show_details(thing is not None)
        self.details.let_edit(self._may_edit)
        self.state_changed.emit()

    @property
    def _may_edit(self) -> bool:
        return not self._session.readonly

    def state(self) -> When:
        """Return what is chosen, for the action table."""
        state, mentions = When.ALWAYS, len(self.details.chosen_mentions())
        current, total = self.list.current(), self.details.mentions.count()
        if current:
            state |= When.THING | (When.THINGS if len(self.list.chosen()) > 1 else When.ALWAYS)
            state |= When.MENTIONED if total else When.ALWAYS
            state |= When.REPORTED if total and self.list.kind is Kind.HAPPENING else When.ALWAYS
            selected = self._annotating.selected
            if selected and selected.layer is (Layer.EVENT if self.list.kind is Kind.HAPPENING else Layer.ENTITY):
                state |= When.FITTING
        state |= When.OF_THING if mentions else When.ALWAYS
        return state | (When.SOME_OF_THING if 0 < mentions < total else When.ALWAYS)

    # What a person does

    def seek(self) -> None:
        """Put the cursor where things are looked for."""
        self.list.field.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.list.field.selectAll()

    def _edit(self, edit: Callable[[Project, Kind, str], Changes], on: About | None = None) -> None:
        """Edit a thing: the one with the cursor, or the one that something was written about."""
        project, (kind, thing_id) = self._session.project, on or (self.list.kind, self.list.current())
        if project is not None and thing_id:
            self._session.do(lambda: edit(project, kind, thing_id), ORIGIN, say=True)
            self._later.start()  # what was refused is shown as it is

    def new_thing(self) -> None:
        """Make a thing, called what was looked for and not found, and put the cursor into its name."""
        project, kind = self._session.project, self.list.kind
        if project is None:
            return
        sought = "" if self.list.rows.rowCount() else self.list.field.text().strip()
        name = sought or (self.tr("New entity") if kind is Kind.ENTITY else self.tr("New happening"))
        self._made(lambda: things.create(project, kind, name, self.list.type.currentData() or ""))

    def split(self) -> None:
        """Give the chosen mentions to a new thing, called by their words, and put the cursor into its name."""
        project, kind, current = self._session.project, self.list.kind, self.list.current()
        mentions, thing = self.details.chosen_mentions(), self.list.rows.thing(current)
        if project is None or not mentions or thing is None:
            return
        found = project.annotations.records(Kind.MENTION, mentions[:1])
        text = project.articles.get(found[0].article_id).text if found else ""
        words = " ".join(found[0].text_of(text).split()) if found else ""
        name = words if words and words != thing.name else self.tr("{} (2)").format(thing.name)
        self._made(lambda: things.split(project, kind, current, mentions, name), apart_from=current)

    def _made(self, make: Callable[[], tuple[Entity | Happening, Changes]], apart_from: str = "") -> None:
        """Make a thing and show it; it is not asked whether it is one with what it was parted from."""
        made: list[str] = []

        def edit() -> Changes:
            thing, changes = make()
            made.append(thing.id)
            return changes

        if self._session.do(edit, ORIGIN, say=True) is not None:
            if apart_from:
                self.merges.keep_apart(made[0], apart_from)
            self.catch_up()
            self.list.show_thing(made[0])
            self.edit_name()

    def edit_name(self) -> None:
        """Put the cursor into the name."""
        self.details.name.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.details.name.selectAll()

    def merge_chosen(self) -> None:
        """Merge the chosen things into the one with the cursor."""
        chosen = self.list.chosen()
        if len(chosen) > 1:
            self._edit(lambda p, k, _: merge(p, k, chosen[0], chosen[1:]))

    def remove(self) -> None:
        """Remove the thing; its mentions stay, unlinked."""
        self._edit(remove_thing)

    def unlink_chosen(self) -> None:
        """Say that the chosen mentions stand for nothing known."""
        mentions = self.details.chosen_mentions()
        if mentions:
            self._edit(lambda p, k, _: things.link_mentions(p, k, None, mentions))

    def link_selected(self) -> None:
        """Link the mention selected in the reader to the thing with the cursor."""
        project, current, mention = self._session.project, self.list.current(), self._annotating.selected
        if project is None or not current or mention is None:
            return
        found = project.annotations.records(self.list.kind, [current])
        if found:
            self._annotating.link(mention.id, found[0])

    def happening(self) -> str:
        """Return the id of the happening that the cursor is on, "" for none."""
        return self.list.current() if self.list.kind is Kind.HAPPENING else ""

    def show_articles(self) -> None:
        """Ask for the articles that mention the thing, and no others."""
        project, annotator, current = self._session.project, self._session.annotator, self.list.current()
        if project is not None and annotator is not None and current:
            places = project.registry.appearances(self.list.kind, current, annotator.id)
            thing = self.list.rows.thing(current)
            ids = frozenset(p.mention.article_id for p in places)
            self.articles_wanted.emit(ids, thing.name if thing else "")

    def _go(self, _thing_id: str) -> None:
        """Go to the thing's mentions, on repeated calls from one to the next."""
        items = [self.details.mentions.item(i) for i in range(self.details.mentions.count())]
        ids = [item.data(Qt.ItemDataRole.UserRole) for item in items if item is not None]
        if not ids:
            self._session.message.emit(self.tr("Nothing in the articles is linked to it."))
            return
        here = ids.index(self._session.mention_id) + 1 if self._session.mention_id in ids else 0
        self._session.show_mention(ids[here % len(ids)], ORIGIN)

"""All wiring between the panels of the window, and what the window answers itself."""

from PySide6.QtCore import QObject, QPoint
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QMenu

from dateline.gui.actions import When
from dateline.gui.icons import Icons
from dateline.gui.later import PALETTE, STATE, Later
from dateline.gui.main_window import MainWindow
from dateline.gui.panels import Panels
from dateline.gui.theme import Theme
from dateline.model.annotation import Layer
from dateline.model.changes import Changes, Kind

_REST_MS = 2_000  # after the last edit: nobody is in the middle of one


class Wiring(QObject):
    """Connects the panels of a complete window; none of them knows another."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        self._range = False  # whether a range is brushed on the timeline
        self._state_later = Later(self, self._say_state, STATE)
        self._palette_later = Later(self, self._tell_palette, PALETTE)
        self._gather_later = Later(self, self._gather, _REST_MS)
        self._wire_panels()
        self._wire_annotating()
        self._wire_view()
        self._state_later.start()

    def hurry(self) -> None:
        """Tell now what else would be told a moment later."""
        self._state_later.hurry()
        self._palette_later.hurry()

    def _gather(self) -> None:
        """Leave a file that can be copied: who looks for it in a file manager leaves the window, or has rested."""
        if self._window.session.project is not None:
            self._window.session.project.gather()

    def _wire_panels(self) -> None:
        window = self._window
        session, verbs, keys, palette = window.session, window.annotating, window.keys, window.palette_panel
        session.project_changed.connect(self._remember_project)
        session.annotator_changed.connect(self._list_annotators)
        session.schema_changed.connect(palette.set_schema)
        session.page_changed.connect(self._palette_later.start)
        session.changed.connect(self._changed)
        session.message.connect(self._window.status_line.say)
        for fact in (session.mention_selected, session.text_selected, session.page_changed, session.changed):
            fact.connect(self._state_later.start)
        session.changed.connect(self._gather_later.start)
        if isinstance(app := QGuiApplication.instance(), QGuiApplication):
            app.applicationStateChanged.connect(self._gather_later.hurry)
        for moved in (session.mention_selected, session.text_selected):
            moved.connect(self._moved_on)
        verbs.proposals_changed.connect(self._state_later.start)
        self._window.suggesting.changed.connect(self._state_later.start)
        self._window.suggesting.withdrawn.connect(self._state_later.start)
        self._window.side.state_changed.connect(self._state_later.start)
        self._window.pane.reader.suggestion_selected.connect(self._state_later.start)
        session.locked_changed.connect(lambda _: self._state_later.start())
        bar = self._window.pane.find_bar
        bar.hits_changed.connect(lambda *_: self._state_later.start())
        bar.closed.connect(self._state_later.start)
        self._window.feed.range_articles.connect(self._range_brushed)
        keys.prefix_changed.connect(palette.set_prefix)
        keys.armed.connect(palette.set_armed)
        palette.label_requested.connect(self._window.pane.take_label)
        palette.arm_requested.connect(keys.arm)
        palette.left.connect(self._window.pane.reader.setFocus)
        session.mention_selected.connect(self._palette_later.start)
        self._window.pane.reader.mention_activated.connect(self._open_mention)
        self._window.inspector.done.connect(self._window.pane.reader.setFocus)
        self._window.articles.done.connect(self._window.pane.reader.setFocus)
        self._window.articles.mark_wanted.connect(self._window.bulk.mark)
        self._window.articles.range_cleared.connect(self._clear_range)
        self._window.articles.order_chosen.connect(lambda o: setattr(self._window.settings, "article_order", o.value))
        self._window.feed.range_articles.connect(self._window.articles.set_range)
        self._window.annotator_box.activated.connect(self._annotator_chosen)
        self._window.themes.changed.connect(self._wear)

    def _wire_annotating(self) -> None:
        verbs, pane = self._window.annotating, self._window.pane
        for name, verb in {
            "undo": self._window.session.undo,
            "redo": self._window.session.redo,
            "find": pane.open_find,
            "find_next": lambda: pane.find_bar.step(1),
            "find_previous": lambda: pane.find_bar.step(-1),
            "done_next": pane.walk.finish,
            "next_to_do": verbs.next_to_do,
            "next_article": lambda: verbs.step_article(1),
            "previous_article": lambda: verbs.step_article(-1),
            "skip_article": verbs.skip,
            "reopen_article": verbs.reopen,
            "next_mention": lambda: pane.reader.select_next(1),
            "previous_mention": lambda: pane.reader.select_next(-1),
            "delete": pane.walk.reject,
            "note": self._edit_note,
            "boilerplate": verbs.boilerplate,
            "negative": verbs.negative,
            "join": pane.joining.begin,
            "link": verbs.link_as_proposed,
            "link_search": self._seek_link,
            "unlink": self._unlink,
            "accept": pane.walk.accept,
            "next_suggestion": lambda: pane.reader.next_suggestion(1),
            "previous_suggestion": lambda: pane.reader.next_suggestion(-1),
        }.items():
            self._window.actions_table[name].triggered.connect(lambda _=False, v=verb: v())
        for number in range(4):
            action = self._window.actions_table[f"time_{number + 1}"]
            action.triggered.connect(lambda _=False, n=number: verbs.choose_reading(n))

    def _wire_view(self) -> None:
        actions = self._window.actions_table
        for name in ("articles", "inspector", "palette", "timeline"):
            dock = self._window.docks[name]
            action = actions[f"toggle_{name}"]
            action.setChecked(not dock.isHidden())
            action.toggled.connect(dock.setVisible)
            dock.visibilityChanged.connect(lambda _, a=action, d=dock: a.setChecked(not d.isHidden()))
        self._panels = Panels(self._window)
        actions["reader_alone"].toggled.connect(self._reader_alone)
        actions["show_arcs"].toggled.connect(self._show_arcs)
        actions["show_suggestions"].toggled.connect(self._show_suggestions)
        actions["zoom_in"].triggered.connect(lambda: self._zoom(1.1))
        actions["zoom_out"].triggered.connect(lambda: self._zoom(1 / 1.1))
        actions["zoom_reset"].triggered.connect(lambda: self._window.pane.reader.set_zoom(1.0))
        settings = self._window.settings
        for name in ("auto", "light", "dark", "contrast"):
            actions[f"theme_{name}"].triggered.connect(lambda _=False, n=name: setattr(settings, "theme", n))
        actions.choose("theme", f"theme_{self._window.settings.theme}")
        self._window.pane.menu_wanted.connect(self._context_menu)

    def _list_annotators(self, annotator: object) -> None:
        self._window.annotator_box.clear()
        if self._window.session.project is not None:
            self._window.annotator_box.addItems([a.name for a in self._window.session.project.annotations.annotators()])
            self._window.annotator_box.addItem(self.tr("Another…"))
        if self._window.session.annotator is not None:
            self._window.annotator_box.setCurrentText(self._window.session.annotator.name)
        self._window.annotator_box.setVisible(annotator is not None)
        self._window.annotator_label.setVisible(annotator is not None)

    def _annotator_chosen(self, index: int) -> None:
        if index < self._window.annotator_box.count() - 1:
            self._window.session.set_annotator(self._window.annotator_box.itemText(index))
            self._window.pane.reader.setFocus()
            return
        from dateline.gui.dialogs.ask import ask_line

        self._list_annotators(self._window.session.annotator)
        name = ask_line(self._window, self.tr("Annotator"), self.tr("Whose annotations are these?"))
        if name:
            self._window.session.set_annotator(name)

    def _changed(self, changes: Changes, _origin: str) -> None:
        if changes.touches(Kind.MENTION, Kind.RELATION):
            self._palette_later.start()
        if changes.touches(Kind.ANNOTATOR):
            self._list_annotators(self._window.session.annotator)

    def _moved_on(self, *_: object) -> None:
        """What was said of another place goes, but not what says where to go."""
        if not self._window.pane.reader.picking():
            self._window.status_line.move_on()

    def _tell_palette(self) -> None:
        """Say how often each label stands in the article, and which one the selected mention has."""
        page = self._window.session.page
        self._window.palette_panel.set_counts(page.label_counts() if page else {})
        selected = self._window.annotating.selected
        self._window.palette_panel.set_selected(selected.label if selected else "")

    def _say_state(self) -> None:
        """Tell the action table what is there, so that it enables what makes sense."""
        session, state = self._window.session, When.ALWAYS
        project, page, mention = session.project, session.page, self._window.annotating.selected
        if project is not None:
            state |= When.PROJECT
            state |= When.READ_ONLY if project.readonly or session.locked else When.ALWAYS
            state |= When.UNDO if session.steps.next(back=True) else When.ALWAYS
            state |= When.REDO if session.steps.next(back=False) else When.ALWAYS
            state |= When.RANGE if self._range else When.ALWAYS
            state |= self._window.side.state()
        if page is not None:
            state |= When.ARTICLE
            state |= When.WORDS if session.selection else When.ALWAYS
            pending, current = self._window.suggesting.shown, self._window.pane.reader.current_suggestion()
            state |= When.PENDING if pending else When.ALWAYS
            state |= When.SUGGESTION if current else When.ALWAYS
            bar = self._window.pane.find_bar
            state |= When.FOUND if bar.hits and bar.isVisible() else When.ALWAYS
        if mention is not None:
            state |= When.MENTION
            state |= {Layer.EVENT: When.EVENT, Layer.TIME: When.TIME}.get(mention.layer, When.ALWAYS)
            state |= When.LINKED if mention.entity_id or mention.happening_id else When.LINKABLE
            verbs = self._window.annotating
            state |= When.SUGGESTION if verbs.proposals or verbs.told else When.ALWAYS
        self._window.actions_table.set_state(state)

    def _edit_note(self) -> None:
        self._window.docks["inspector"].show()
        self._window.docks["inspector"].raise_()
        self._window.inspector.edit_note()

    def _open_mention(self, mention_id: str) -> None:
        """Enter or a double click on a date: another one is typed in its card. Other mentions are all there already."""
        page = self._window.session.page
        mention = page.mentions.get(mention_id) if page else None
        if mention is not None and mention.layer is Layer.TIME:
            self._window.session.select_mention(mention_id, "keys")
            self._window.docks["inspector"].show()
            self._window.docks["inspector"].raise_()
            self._window.inspector.seek_date()

    def _seek_link(self) -> None:
        self._window.docks["inspector"].show()
        self._window.docks["inspector"].raise_()
        self._window.inspector.seek_link()

    def _unlink(self) -> None:
        if mention := self._window.annotating.selected:
            self._window.annotating.link(mention.id, None)

    def _range_brushed(self, articles: object, _dates: str) -> None:
        self._range = articles is not None
        self._state_later.start()

    def _clear_range(self) -> None:
        self._range = False
        self._state_later.start()
        self._window.articles.set_range(None)

    def _context_menu(self, position: QPoint) -> None:
        menu = QMenu(self._window)
        tagged = ("accept", "delete", "note", "", "link", "link_search", "unlink", "")
        for name in (*tagged, "boilerplate", "negative", "", "find"):
            if name:
                menu.addAction(self._window.actions_table[name])
            else:
                menu.addSeparator()
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(position)

    def _reader_alone(self, on: bool) -> None:
        if on:
            self._before_alone = [d for d in self._window.docks.values() if not d.isHidden()]
            for dock in self._window.docks.values():
                dock.hide()
        else:
            for dock in getattr(self, "_before_alone", self._window.docks.values()):
                dock.show()
        self._window.pane.reader.setFocus()

    def _show_arcs(self, on: bool) -> None:
        self._window.settings.show_arcs = on
        self._window.pane.reader.set_show_arcs(on)

    def _show_suggestions(self, on: bool) -> None:
        self._window.settings.show_suggestions = on
        self._window.suggesting.set_enabled(on)

    def _zoom(self, factor: float) -> None:
        self._window.pane.reader.set_zoom(self._window.pane.reader.zoom() * factor)

    def _wear(self, theme: Theme) -> None:
        self._window.actions_table.set_icons(Icons(theme))
        self._window.pane.set_theme(theme)
        self._window.articles.set_theme(theme)
        self._window.palette_panel.set_theme(theme)
        self._window.status_line.set_theme(theme)

    def _remember_project(self, _project: object) -> None:
        project = self._window.session.project
        if project is not None:
            self._window.settings.last_project = project.path
        self._say_state()  # at once: the next key may be Import

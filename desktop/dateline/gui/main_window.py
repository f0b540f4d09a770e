"""The window: panels laid out as docks, and all wiring between them in one block."""

from PySide6.QtCore import QPoint, Qt, QTimer
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import QComboBox, QDockWidget, QLabel, QMainWindow, QMenu, QStackedWidget, QWidget

from dateline.gui.actions import Actions, Scope, When
from dateline.gui.annotating import Annotating
from dateline.gui.articles.panel import ArticlesPanel
from dateline.gui.icons import Icons
from dateline.gui.inspector.panel import InspectorPanel
from dateline.gui.palette.label_keys import LabelKeys
from dateline.gui.palette.panel import PalettePanel
from dateline.gui.reading import ReaderPane
from dateline.gui.session import Session
from dateline.gui.settings import Settings
from dateline.gui.tasks import Tasks
from dateline.gui.theme import Theme
from dateline.gui.theme_style import ThemeKeeper
from dateline.gui.timeline.feed import TimelineFeed
from dateline.gui.welcome import Welcome
from dateline.gui.widgets.dock_title import DockTitle
from dateline.gui.widgets.progress_strip import ProgressStrip
from dateline.gui.widgets.status_line import StatusLine
from dateline.model.annotation import Layer
from dateline.model.changes import Changes, Kind

_DOCKS = Qt.DockWidgetArea


class MainWindow(QMainWindow):
    """Lays out the panels and lets them speak through the session."""

    def __init__(self, session: Session, settings: Settings, themes: ThemeKeeper, tasks: Tasks) -> None:
        super().__init__()
        self.session, self.settings, self.themes, self.tasks = session, settings, themes, tasks
        theme = themes.current
        self.annotating = Annotating(session, self)
        self.keys = LabelKeys(self)
        self.actions_table = Actions(Icons(theme), self)
        self.articles = ArticlesPanel(session, theme)
        self.pane = ReaderPane(session, self.annotating, self.keys, theme)
        self.inspector = InspectorPanel(session, self.annotating)
        self.palette_panel = PalettePanel(theme)
        self.feed = TimelineFeed(session, self)
        self.timeline: QWidget | None = None  # made after the first paint: it brings numpy and pyqtgraph
        self.welcome = Welcome(theme)
        self._state_later = QTimer(self, singleShot=True, interval=0)
        self._lay_out()
        self._fill_bars()
        self._wire()
        self._restore()
        self._say_state()

    # Layout

    def _lay_out(self) -> None:
        self.setObjectName("main")
        self.setWindowTitle("Dateline")
        self.resize(1480, 940)
        self.setDockNestingEnabled(True)
        self.setTabPosition(_DOCKS.AllDockWidgetAreas, self.tabPosition(_DOCKS.TopDockWidgetArea))
        centre = QStackedWidget()
        centre.addWidget(self.pane)
        centre.addWidget(self.welcome)
        self._centre = centre
        self.setCentralWidget(centre)
        self._timeline_place = QLabel(self.tr("The timeline is being drawn…"))
        self._timeline_place.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._timeline_place.setProperty("role", "muted")
        left, right, bottom = _DOCKS.LeftDockWidgetArea, _DOCKS.RightDockWidgetArea, _DOCKS.BottomDockWidgetArea
        self.docks = {
            "articles": self._dock("articles", self.tr("Articles"), self.articles, left),
            "inspector": self._dock("inspector", self.tr("Inspector"), self.inspector, right),
            "palette": self._dock("palette", self.tr("Labels"), self.palette_panel, right),
            "timeline": self._dock("timeline", self.tr("Timeline"), self._timeline_place, bottom),
        }
        self.setCorner(Qt.Corner.BottomRightCorner, right)
        self.resizeDocks([self.docks["articles"], self.docks["inspector"]], [270, 330], Qt.Orientation.Horizontal)
        self.resizeDocks([self.docks["inspector"], self.docks["palette"]], [430, 400], Qt.Orientation.Vertical)
        self.resizeDocks([self.docks["timeline"]], [270], Qt.Orientation.Vertical)

    def _dock(self, name: str, title: str, widget: QWidget, area: Qt.DockWidgetArea) -> QDockWidget:
        dock = QDockWidget(title, self)
        dock.setObjectName(f"dock-{name}")
        dock.setWidget(widget)
        title_bar = DockTitle(dock, self.themes.current)
        dock.setTitleBarWidget(title_bar)
        self.themes.changed.connect(title_bar.set_theme)
        self.addDockWidget(area, dock)
        return dock

    def _fill_bars(self) -> None:
        self.actions_table.attach_window(self)
        self.actions_table.attach(Scope.READER, self.pane.reader)
        self.keys.set_actions(self.actions_table.plain_keys(Scope.READER))
        self.menus = self.actions_table.fill(self.menuBar())
        bar = self.statusBar()
        self.status_line = StatusLine(self.themes.current)
        self.progress = ProgressStrip(self.tasks)
        self.annotator_box = QComboBox()
        self.annotator_box.setAccessibleName(self.tr("Annotator"))
        self.annotator_box.setToolTip(self.tr("Whose annotations are shown and made"))
        self.annotator_box.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.annotator_box.hide()  # until a project is open
        bar.addWidget(self.status_line, 1)
        bar.addPermanentWidget(self.progress)
        bar.addPermanentWidget(self.annotator_box)
        bar.setSizeGripEnabled(False)

    # Wiring

    def _wire(self) -> None:
        session, verbs, keys, palette = self.session, self.annotating, self.keys, self.palette_panel
        session.project_changed.connect(self._project_changed)
        session.annotator_changed.connect(self._list_annotators)
        session.schema_changed.connect(palette.set_schema)
        session.page_changed.connect(self._count_labels)
        session.changed.connect(self._changed)
        session.message.connect(self.status_line.say)
        for fact in (session.mention_selected, session.text_selected, session.page_changed, session.changed):
            fact.connect(self._state_later.start)
        verbs.proposals_changed.connect(self._state_later.start)
        self._state_later.timeout.connect(self._say_state)
        keys.prefix_changed.connect(palette.set_prefix)
        keys.armed.connect(palette.set_armed)
        palette.label_requested.connect(verbs.tag)
        palette.arm_requested.connect(keys.arm)
        palette.left.connect(self.pane.reader.setFocus)
        session.mention_selected.connect(self._mark_label)
        self.inspector.done.connect(self.pane.reader.setFocus)
        self.articles.range_cleared.connect(self._clear_range)
        self.feed.range_articles.connect(self.articles.set_range)
        self.annotator_box.activated.connect(self._annotator_chosen)
        self.themes.changed.connect(self._wear)
        self._wire_annotating()
        self._wire_view()

    def _wire_annotating(self) -> None:
        verbs, pane = self.annotating, self.pane
        for name, verb in {
            "undo": self.session.undo,
            "redo": self.session.redo,
            "find": pane.open_find,
            "find_next": lambda: pane.find_bar.step(1),
            "find_previous": lambda: pane.find_bar.step(-1),
            "done_next": verbs.done_and_next,
            "next_to_do": verbs.next_to_do,
            "next_article": lambda: verbs.step_article(1),
            "previous_article": lambda: verbs.step_article(-1),
            "skip_article": verbs.skip,
            "reopen_article": verbs.reopen,
            "next_mention": lambda: verbs.step_mention(1),
            "previous_mention": lambda: verbs.step_mention(-1),
            "delete": verbs.delete,
            "note": self._edit_note,
            "boilerplate": verbs.boilerplate,
            "negative": verbs.negative,
            "link": self._link_proposed,
            "link_search": self._seek_link,
            "unlink": self._unlink,
            "accept": verbs.accept_proposals,
        }.items():
            self.actions_table[name].triggered.connect(lambda _=False, v=verb: v())
        for number in range(4):
            action = self.actions_table[f"time_{number + 1}"]
            action.triggered.connect(lambda _=False, n=number: verbs.choose_reading(n))

    def _wire_view(self) -> None:
        actions = self.actions_table
        for name, dock in self.docks.items():
            action = actions[f"toggle_{name}"]
            action.toggled.connect(dock.setVisible)
            dock.visibilityChanged.connect(lambda _, a=action, d=dock: a.setChecked(not d.isHidden()))
        actions["reader_alone"].toggled.connect(self._reader_alone)
        actions["show_arcs"].toggled.connect(self._show_arcs)
        actions["zoom_in"].triggered.connect(lambda: self._zoom(1.1))
        actions["zoom_out"].triggered.connect(lambda: self._zoom(1 / 1.1))
        actions["zoom_reset"].triggered.connect(lambda: self.pane.reader.set_zoom(1.0))
        for name in ("auto", "light", "dark", "contrast"):
            actions[f"theme_{name}"].triggered.connect(lambda _=False, n=name: setattr(self.settings, "theme", n))
        actions.choose("theme", f"theme_{self.settings.theme}")
        self.pane.menu_wanted.connect(self._context_menu)

    # The timeline comes after the first paint

    def bring_timeline(self) -> None:
        """Make the timeline panel; imports numpy and pyqtgraph unless somebody has."""
        if self.timeline is not None:
            return
        from dateline.gui.timeline.panel import TimelinePanel

        panel = TimelinePanel(self.themes.current)
        panel.set_group(self.settings.timeline_group)
        panel.mark_activated.connect(self.feed.open_mark)
        panel.date_proposed.connect(self.feed.date_mark)
        panel.range_brushed.connect(self.feed.brush)
        panel.article_activated.connect(self.session.open_article)
        panel.group_changed.connect(lambda by: setattr(self.settings, "timeline_group", by))
        self.articles.range_cleared.connect(panel.clear_brush)
        self.themes.changed.connect(panel.set_theme)
        actions = self.actions_table
        actions.attach(Scope.TIMELINE, panel)
        actions["timeline_fit"].triggered.connect(panel.fit)
        actions["timeline_clear_range"].triggered.connect(panel.clear_brush)
        for name, by in {"type": "type", "actor": "participant", "place": "place", "article": "article"}.items():
            actions[f"timeline_group_{name}"].triggered.connect(lambda _=False, b=by: panel.set_group(b))
        self.docks["timeline"].setWidget(panel)
        self._timeline_place.deleteLater()
        self.timeline = panel
        self.feed.show_on(panel)

    # Answers

    def _project_changed(self, project: object) -> None:
        self._centre.setCurrentWidget(self.welcome if project is None else self.pane)
        path = self.session.project.path if self.session.project else None
        self.setWindowTitle(f"{path.stem} — Dateline" if path else "Dateline")
        self.setWindowFilePath(str(path) if path else "")
        if path is not None:
            self.settings.last_project = path
        self._say_state()

    def _list_annotators(self, annotator: object) -> None:
        self.annotator_box.clear()
        if self.session.project is not None:
            self.annotator_box.addItems([a.name for a in self.session.project.annotations.annotators()])
            self.annotator_box.addItem(self.tr("Another…"))
        if self.session.annotator is not None:
            self.annotator_box.setCurrentText(self.session.annotator.name)
        self.annotator_box.setVisible(annotator is not None)

    def _annotator_chosen(self, index: int) -> None:
        if index < self.annotator_box.count() - 1:
            self.session.set_annotator(self.annotator_box.itemText(index))
            self.pane.reader.setFocus()
            return
        from dateline.gui.dialogs.ask import ask_line

        self._list_annotators(self.session.annotator)
        name = ask_line(self, self.tr("Annotator"), self.tr("Whose annotations are these?"))
        if name:
            self.session.set_annotator(name)

    def _changed(self, changes: Changes, _origin: str) -> None:
        if changes.touches(Kind.MENTION, Kind.RELATION):
            self._count_labels()
        if changes.touches(Kind.ANNOTATOR):
            self._list_annotators(self.session.annotator)
        self._mark_label(self.session.mention_id)

    def _count_labels(self, _page: object = None) -> None:
        counts: dict[str, int] = {}
        page = self.session.page
        for mention in page.mentions.values() if page else ():
            counts[mention.label] = counts.get(mention.label, 0) + 1
        self.palette_panel.set_counts(counts)

    def _mark_label(self, _mention_id: object, _origin: str = "") -> None:
        mention = self.annotating.selected
        self.palette_panel.set_selected(mention.label if mention else "")

    def _say_state(self) -> None:
        """Tell the action table what is there, so that it enables what makes sense."""
        session, state = self.session, When.ALWAYS
        project, page, mention = session.project, session.page, self.annotating.selected
        if project is not None:
            state |= When.PROJECT
            state |= When.READ_ONLY if project.readonly or session.locked else When.ALWAYS
            state |= When.UNDO if project.next_undo() else When.ALWAYS
            state |= When.REDO if project.next_redo() else When.ALWAYS
        if page is not None:
            state |= When.ARTICLE
            state |= When.WORDS if session.selection else When.ALWAYS
            state |= When.FOUND if self.pane.find_bar.hits and self.pane.find_bar.isVisible() else When.ALWAYS
        if mention is not None:
            state |= When.MENTION
            state |= {Layer.EVENT: When.EVENT, Layer.TIME: When.TIME}.get(mention.layer, When.ALWAYS)
            state |= When.LINKED if mention.entity_id or mention.happening_id else When.LINKABLE
            state |= When.SUGGESTION if self.annotating.proposals else When.ALWAYS
        self.actions_table.set_state(state)

    def _edit_note(self) -> None:
        self.docks["inspector"].show()
        self.inspector.edit_note()

    def _seek_link(self) -> None:
        self.docks["inspector"].show()
        self.inspector.seek_link()

    def _link_proposed(self) -> None:
        mention = self.annotating.selected
        thing = self.annotating.proposed_thing(mention.id) if mention else None
        if mention is None:
            return
        if thing is not None:
            self.annotating.link(mention.id, thing)
        else:
            self.annotating.link_new(mention.id)

    def _unlink(self) -> None:
        if mention := self.annotating.selected:
            self.annotating.link(mention.id, None)

    def _clear_range(self) -> None:
        self.articles.set_range(None)

    def _context_menu(self, position: QPoint) -> None:
        menu = QMenu(self)
        for name in ("delete", "note", "link", "link_search", "unlink", "", "boilerplate", "negative", "", "find"):
            if name:
                menu.addAction(self.actions_table[name])
            else:
                menu.addSeparator()
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(position)

    def _reader_alone(self, on: bool) -> None:
        if on:
            self._before_alone = [d for d in self.docks.values() if not d.isHidden()]
            for dock in self.docks.values():
                dock.hide()
        else:
            for dock in getattr(self, "_before_alone", self.docks.values()):
                dock.show()
        self.pane.reader.setFocus()

    def _show_arcs(self, on: bool) -> None:
        self.settings.show_arcs = on
        self.pane.reader.set_show_arcs(on)

    def _zoom(self, factor: float) -> None:
        self.pane.reader.set_zoom(self.pane.reader.zoom() * factor)

    def _wear(self, theme: Theme) -> None:
        self.actions_table.set_icons(Icons(theme))
        self.pane.set_theme(theme)
        self.articles.set_theme(theme)
        self.palette_panel.set_theme(theme)
        self.welcome.set_theme(theme)
        self.status_line.set_theme(theme)

    # Coming and going

    def _restore(self) -> None:
        settings, reader = self.settings, self.pane.reader
        reader.set_font(settings.reader_font or None, settings.reader_size)
        reader.set_line_width(settings.reader_width)
        reader.set_leading(settings.reader_leading)
        self.actions_table["show_arcs"].setChecked(settings.show_arcs)
        if not settings.window_geometry.isEmpty():
            self.restoreGeometry(settings.window_geometry)
        if not settings.window_state.isEmpty():
            self.restoreState(settings.window_state)
        self._centre.setCurrentWidget(self.welcome)

    def closeEvent(self, event: QCloseEvent) -> None:
        """Remember where everything stands; there is nothing to save."""
        self.tasks.stop_all()
        self.pane.remember()
        if not self.actions_table["reader_alone"].isChecked():
            self.settings.window_state = self.saveState()
        self.settings.window_geometry = self.saveGeometry()
        self.settings.flush()
        self.session.close_project()
        event.accept()

"""The window: the reader in its centre and the panels around it, laid out as docks.

It is made in three stages, so that the first article can be read at once: the reader among empty docks; `complete`
makes all other panels after the first paint; `bring_timeline` the timeline, when numpy and pyqtgraph are there.
"""

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtGui import QCloseEvent, QStatusTipEvent
from PySide6.QtWidgets import QDockWidget, QLabel, QMainWindow, QStackedWidget, QWidget

from dateline.gui.dock_keeping import DockMemory, DockRoom
from dateline.gui.reading import ReaderPane
from dateline.gui.screen_fit import ScreenFit, first_size
from dateline.gui.session import Session
from dateline.gui.settings import Settings
from dateline.gui.tasks import Tasks
from dateline.gui.theme import Theme
from dateline.gui.theme_style import ThemeKeeper
from dateline.gui.widgets.choice_box import ChoiceBox
from dateline.gui.widgets.dock_title import DockTitle, close_icon
from dateline.gui.widgets.holder import Holder
from dateline.store.project import SUFFIX

if TYPE_CHECKING:
    from dateline.gui.nothing_yet import NothingYet
    from dateline.gui.welcome import Welcome

_DOCKS = Qt.DockWidgetArea
_MENU_ROOM = 14  # pixels that the style sheet puts around the words of the menu bar
_STATUS_ROOM = 12
_SIDES = {_DOCKS.LeftDockWidgetArea: 270, _DOCKS.RightDockWidgetArea: 330}  # pixels, at the first start
_REMEMBERED = {  # the settings of how large the docks are wished, whatever room the window has for them now
    _DOCKS.LeftDockWidgetArea: "left_width",
    _DOCKS.RightDockWidgetArea: "right_width",
    _DOCKS.BottomDockWidgetArea: "bottom_height",
}
_TIMELINE_SHARE, _TIMELINE = 0.42, (300, 390)  # of the window's height, at the first start; pixels at least, at most
_COLUMN = (0.65, 0.35)  # the inspector with what lies behind it, the palette
_SIZE = QSize(1480, 940)  # at the first start, where the screen has room for it


class MainWindow(QMainWindow):
    """Lays out the panels and lets them speak through the session."""

    welcome_made = Signal(object)  # Welcome: connect what it asks for

    def __init__(self, session: Session, settings: Settings, themes: ThemeKeeper, tasks: Tasks) -> None:
        super().__init__()
        self._welcome: Welcome | None = None
        self._nothing_yet: NothingYet | None = None
        self.session, self.settings, self.themes, self.tasks = session, settings, themes, tasks
        self.pane = ReaderPane(session, themes.current)
        self.timeline: QWidget | None = None  # made after the first paint: it brings numpy and pyqtgraph
        self._complete = False
        self._room: DockRoom | None = None
        self._holders: dict[str, Holder] = {}
        self._lay_out()
        self._restore()
        session.project_changed.connect(self._project_changed)
        session.page_changed.connect(self._show_centre)

    # Layout

    def _lay_out(self) -> None:
        self.setObjectName("main")
        self.setWindowTitle("Dateline")
        self.resize(first_size(self, _SIZE))
        self.setDockNestingEnabled(True)
        self.setAnimated(False)  # nothing moves by itself, for those whom it makes unwell
        self.setTabPosition(_DOCKS.AllDockWidgetAreas, self.tabPosition(_DOCKS.TopDockWidgetArea))
        centre = QStackedWidget()
        centre.addWidget(self.pane)
        self._centre = centre
        self.setCentralWidget(centre)
        left, right, bottom = _DOCKS.LeftDockWidgetArea, _DOCKS.RightDockWidgetArea, _DOCKS.BottomDockWidgetArea
        self.docks = {
            "articles": self._dock("articles", self.tr("Articles"), left),
            "inspector": self._dock("inspector", self.tr("Inspector"), right),
            "palette": self._dock("palette", self.tr("Labels"), right),
            "timeline": self._dock("timeline", self.tr("Timeline"), bottom),
            "registry": self._dock("registry", self.tr("Registry"), right),
            "problems": self._dock("problems", self.tr("Problems"), right),
        }
        for behind in ("registry", "problems"):
            self.tabifyDockWidget(self.docks["inspector"], self.docks[behind])
        self.docks["inspector"].raise_()
        self.setCorner(Qt.Corner.BottomRightCorner, right)
        self.share_out()
        # The bars are empty until `complete`: their room is kept, so that nothing jumps.
        line = self.fontMetrics().height()
        self.menuBar().setFixedHeight(line + _MENU_ROOM)
        self.statusBar().setFixedHeight(line + _STATUS_ROOM)
        self.statusBar().setSizeGripEnabled(False)

    def share_out(self) -> None:
        """Give every dock its share of the window, as at the first start."""
        docks, across, down = self.docks, Qt.Orientation.Horizontal, Qt.Orientation.Vertical
        self.resizeDocks([docks["articles"], docks["inspector"]], list(_SIDES.values()), across)
        low, high = _TIMELINE
        below = round(max(low, min(_TIMELINE_SHARE * self.height(), high)))
        self.resizeDocks([docks["timeline"]], [below], down)
        if self._room is not None:
            self._room.wished.update({**_SIDES, _DOCKS.BottomDockWidgetArea: below})
        column = [docks["inspector"], docks["palette"]]
        self.resizeDocks(column, [round(share * self.height()) for share in _COLUMN], down)

    def _dock(self, name: str, title: str, area: Qt.DockWidgetArea) -> QDockWidget:
        dock = QDockWidget(title, self)
        dock.setObjectName(f"dock-{name}")
        self._holders[name] = Holder()  # empty until there is a panel
        dock.setWidget(self._holders[name])
        dock.setTitleBarWidget(DockTitle(dock, self.themes.current, plain=True))
        self.addDockWidget(area, dock)
        return dock

    # All that the first article does not need

    def complete(self) -> None:
        """Make every panel but the timeline, the menus and the wiring; once."""
        if self._complete:
            return
        self._complete = True
        self._make_panels()
        self._fill_bars()
        from dateline.gui.side import SidePanels
        from dateline.gui.wiring import Wiring

        self.side = SidePanels(self)
        self._wiring = Wiring(self)
        self.actions_table["show_arcs"].setChecked(self.settings.show_arcs)
        self.actions_table["show_suggestions"].setChecked(self.settings.show_suggestions)
        self.session.announce()
        self.inspector.hurry()
        self._wiring.hurry()  # so that all is painted once

    def _make_panels(self) -> None:
        from dateline.gui.actions import Actions
        from dateline.gui.annotating import Annotating
        from dateline.gui.articles.order import Order
        from dateline.gui.articles.panel import ArticlesPanel
        from dateline.gui.bulk import Bulk
        from dateline.gui.inspector.panel import InspectorPanel
        from dateline.gui.long_work import LongWork
        from dateline.gui.palette.label_keys import LabelKeys
        from dateline.gui.palette.panel import PalettePanel
        from dateline.gui.ready_names import ReadyNames
        from dateline.gui.suggesting import Suggesting
        from dateline.gui.timeline.feed import TimelineFeed

        session, theme, holders = self.session, self.themes.current, self._holders
        self.suggesting = Suggesting(session, self)
        self.ready_names = ReadyNames(session, self)
        self.annotating = Annotating(session, self, self.suggesting.hints)
        self.annotating.long_work = LongWork(session, self.tasks, self)
        self.annotating.deleted.connect(self.suggesting.leave_alone)
        for more in (self.suggesting.roles_learned, self.suggesting.changed, self.suggesting.withdrawn):
            more.connect(self.annotating.propose)
        self.keys = LabelKeys(self)
        self.bulk = Bulk(session, self.tasks, self)
        self.bulk.removed.connect(self.suggesting.leave_all_alone)
        self.pane.complete(self.annotating, self.keys, self.bulk, self.suggesting)
        self.actions_table = Actions(parent=self)  # icons come with `draw_icons`
        self.articles = ArticlesPanel(session, theme, holders["articles"])
        self.articles.set_order(Order.of(self.settings.article_order))
        self.annotating.article_order = self.articles.list.summaries
        self.inspector = InspectorPanel(session, self.annotating, holders["inspector"])
        self.palette_panel = PalettePanel(theme, parent=holders["palette"])
        self.feed = TimelineFeed(session, self)
        self.suggesting.give_way_to(lambda: self.feed.filling)
        place = QLabel(self.tr("The timeline is being drawn…"))
        place.setAlignment(Qt.AlignmentFlag.AlignCenter)
        place.setProperty("role", "muted")
        panels = {"articles": self.articles, "inspector": self.inspector, "palette": self.palette_panel}
        for name, panel in {**panels, "timeline": place}.items():
            self.fill_dock(name, panel)
        self._wear(theme)
        self.themes.changed.connect(self._wear)
        if session.project is None:
            self._centre.setCurrentWidget(self.welcome)

    @property
    def welcome(self) -> "Welcome":
        """What stands in the centre while no project is open; made when it is first needed."""
        if self._welcome is None:
            from dateline.gui.welcome import Welcome

            self._welcome = Welcome(self.themes.current)
            self._centre.addWidget(self._welcome)
            self.themes.changed.connect(self._welcome.set_theme)
            self.welcome_made.emit(self._welcome)
        return self._welcome

    @property
    def has_welcome(self) -> bool:
        """Whether the welcome page has been made."""
        return self._welcome is not None

    def draw_icons(self) -> None:
        """Draw the icons of menus and buttons in the colours of the theme."""
        from dateline.gui.icons import Icons

        self.actions_table.set_icons(Icons(self.themes.current))

    def fill_dock(self, name: str, panel: QWidget) -> None:
        """Put a panel into its dock."""
        self._holders[name].hold(panel)
        if self._room is not None:
            self._room.arrange_later()

    def _wear(self, theme: Theme) -> None:
        """Draw the heads of the docks in the colours of a theme."""
        close = close_icon(theme)
        for dock in self.docks.values():
            title = dock.titleBarWidget()
            if isinstance(title, DockTitle):
                title.wear(theme, close)

    def _fill_bars(self) -> None:
        from dateline.gui.actions import Scope
        from dateline.gui.widgets.progress_strip import ProgressStrip
        from dateline.gui.widgets.status_line import StatusLine

        self.actions_table.attach_window(self)
        self.actions_table.attach(Scope.READER, self.pane.reader)
        self.keys.set_actions(self.actions_table.plain_keys(Scope.READER))
        self.menus = self.actions_table.fill(self.menuBar())
        bar = self.statusBar()
        self.status_line = StatusLine(self.themes.current)
        self.progress = ProgressStrip(self.tasks)
        self.annotator_box = ChoiceBox()
        self.annotator_box.setAccessibleName(self.tr("Annotator"))
        self.annotator_box.setToolTip(self.tr("Whose annotations are shown and made"))
        self.annotator_box.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.annotator_box.hide()  # until a project is open
        bar.addWidget(self.status_line, 1)
        bar.addPermanentWidget(self.progress)
        self.annotator_label = QLabel(self.tr("Annotator"))
        self.annotator_label.setProperty("role", "muted")
        self.annotator_label.hide()
        bar.addPermanentWidget(self.annotator_label)
        bar.addPermanentWidget(self.annotator_box)

    # The timeline comes after the first paint

    def bring_timeline(self) -> QWidget:
        """Make the timeline panel, once, and return what it draws on; imports numpy and pyqtgraph, unless they are."""
        self.complete()
        from dateline.gui.timeline.panel import TimelinePanel
        from dateline.gui.timeline_wiring import TimelineWiring

        panel = TimelinePanel(self.themes.current, self._holders["timeline"])
        self._timeline_wiring = TimelineWiring(self, panel)
        self.fill_dock("timeline", panel)
        self.timeline = panel
        self.feed.show_on(panel)
        panel.settle()
        viewport: QWidget = panel.plot.viewport()
        return viewport

    def _show_centre(self, _changed: object = None) -> None:
        """Show the text; where there is none, how to begin."""
        project = self.session.project
        if project is None:
            if self._complete:
                self._centre.setCurrentWidget(self.welcome)
        elif self._complete and self.session.page is None and project.articles.first() is None:
            self.nothing_yet.let_import(not project.readonly)
            self._centre.setCurrentWidget(self.nothing_yet)
        else:
            self._centre.setCurrentWidget(self.pane)

    @property
    def nothing_yet(self) -> "NothingYet":
        """What stands in the centre while a project has no articles; made when it is first needed."""
        if self._nothing_yet is None:
            from dateline.gui.nothing_yet import NothingYet

            self._nothing_yet = made = NothingYet(self.themes.current)
            self._centre.addWidget(made)
            self.themes.changed.connect(made.set_theme)
            made.import_wanted.connect(self.actions_table["import_articles"].trigger)
        return self._nothing_yet

    def _project_changed(self, _project: object) -> None:
        self._show_centre()
        path = self.session.project.path if self.session.project else None
        named = path and (path.stem if path.suffix.lower() == SUFFIX else path.name)
        self.setWindowTitle(f"{named} — Dateline" if named else "Dateline")
        self.setWindowFilePath(str(path) if path else "")

    # Coming and going

    def _restore(self) -> None:
        settings = self.settings
        self.pane.set_type(settings)
        self.pane.reader.set_show_arcs(settings.show_arcs)
        if not settings.window_geometry.isEmpty():
            self.restoreGeometry(settings.window_geometry)
        if not settings.window_state.isEmpty():
            self.restoreState(settings.window_state)
        found = {area: int(getattr(settings, name)) for area, name in _REMEMBERED.items()}
        known = {area: size for area, size in found.items() if size}
        first = _SIDES if settings.window_state.isEmpty() else {}
        self._room = DockRoom(self, self.docks.values(), {**first, **known}, _SIDES)
        self.screen_fit = ScreenFit(self)
        self._memory = DockMemory(self, self.docks.values(), self._remember_docks)

    def _remember_docks(self) -> None:
        if self._complete and not self.actions_table["reader_alone"].isChecked():
            self.settings.window_state = self.saveState()
        for area, name in _REMEMBERED.items():
            setattr(self.settings, name, self._room.wished.get(area, 0) if self._room is not None else 0)
        self.settings.window_geometry = self.saveGeometry()
        self.settings.flush()

    def focusNextPrevChild(self, forward: bool) -> bool:
        """Tab passes over docks that lie behind others: to Qt what is in them is visible."""
        passed: list[QWidget] = []
        while super().focusNextPrevChild(forward):
            focused = self.focusWidget()
            if focused is None or focused in passed or _is_seen(focused):
                return True
            passed.append(focused)
        return False

    def event(self, event: QEvent) -> bool:
        """Say what a button does on the line of the messages: Qt would hide these behind it."""
        if isinstance(event, QStatusTipEvent) and self._complete:
            self.status_line.hint(event.tip())
            return True
        return super().event(event)

    def closeEvent(self, event: QCloseEvent) -> None:
        """Remember where everything stands; there is nothing to save."""
        self.tasks.stop_all()
        self.pane.remember()
        self._remember_docks()
        self.session.close_project()
        event.accept()


def _is_seen(widget: QWidget) -> bool:
    above: QWidget | None = widget
    while above is not None and not isinstance(above, QDockWidget):
        above = above.parentWidget()
    return above is None or not above.visibleRegion().isEmpty()

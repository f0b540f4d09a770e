"""The panels that lie behind the inspector: the registry and the problems. Each is made when it is first looked at."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, QTimer, Signal
from PySide6.QtWidgets import QDockWidget, QWidget

from dateline.gui.actions import Scope, When
from dateline.gui.main_window import MainWindow
from dateline.model.changes import Kind

if TYPE_CHECKING:
    from dateline.gui.problem_list.panel import ProblemsPanel
    from dateline.gui.problems import ProblemKeeper
    from dateline.gui.registry.comparison import ComparisonDialog
    from dateline.gui.registry.panel import RegistryPanel

_CHECKS_MS = 1500  # after the window is complete


class SidePanels(QObject):
    """Fills the two docks, and connects them with the timeline, the article list and the actions."""

    state_changed = Signal()  # what the registry's actions depend on

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        self.registry: RegistryPanel | None = None
        self.problems: ProblemsPanel | None = None
        self.comparison: ComparisonDialog | None = None
        self._keeper: ProblemKeeper | None = None
        QTimer.singleShot(_CHECKS_MS, self, lambda: self.keeper)
        for name, make in {"registry": self._made_registry, "problems": self._made_problems}.items():
            self._prepare(window.docks[name], name, make)
        window.annotating.event_tagged.connect(self._event_tagged)
        for answered in (window.annotating.proposals_changed, window.annotating.pending_role_changed):
            answered.connect(window.pane.cards.renew)
        window.pane.cards.set_event_says(self._event_says)
        window.docks["inspector"].visibilityChanged.connect(window.pane.cards.renew)
        actions = window.actions_table
        actions["problem_next"].triggered.connect(lambda: self._step(1))
        actions["registry_compare"].triggered.connect(self._compare_reports)
        actions["problem_previous"].triggered.connect(lambda: self._step(-1))

    @property
    def keeper(self) -> "ProblemKeeper":
        """Who checks; made when somebody asks, or a while after the start, which does without."""
        if self._keeper is None:
            from dateline.gui.problems import ProblemKeeper, Telling

            self._keeper, telling = ProblemKeeper(self._window.session, self._window.tasks, self), Telling()
            self._keeper.changed.connect(lambda found: self._tell(len(found), telling.of_events(found)))
            self._keeper.give_way_to(lambda: self._window.feed.filling)
        return self._keeper

    def _prepare(self, dock: QDockWidget, name: str, make: Callable[[], QWidget]) -> None:
        def seen(on: bool) -> None:
            action.setChecked(on)
            if on:
                make()
            panel = self.registry if name == "registry" else self.problems
            if panel is not None:
                panel.set_in_front(on)

        action = self._window.actions_table[f"toggle_{name}"]
        dock.visibilityChanged.connect(seen)
        action.triggered.connect(lambda on, n=name: self.show(n) if on else self.put_behind(dock))
        if in_front(dock):
            seen(True)

    def show(self, name: str) -> None:
        """Bring one of the panels to the front, with the keys."""
        dock = self._window.docks[name]
        dock.show()
        dock.raise_()
        panel = self._made_registry() if name == "registry" else self._made_problems()
        QTimer.singleShot(0, panel.seek)  # a panel behind another takes the keys once it has come to the front

    def put_behind(self, dock: QDockWidget) -> None:
        """The inspector comes to the front again where the panel lies before it."""
        inspector = self._window.docks["inspector"]
        if inspector in self._window.tabifiedDockWidgets(dock):
            inspector.raise_()
        else:
            dock.hide()
        self._window.pane.reader.setFocus()

    def _event_tagged(self, _event_id: str) -> None:
        """The card of an event just tagged must be seen: its roles are filled next. No selection brings it forward."""
        inspector = self._window.docks["inspector"]
        if not inspector.isHidden() and not in_front(inspector):
            inspector.raise_()

    def _event_says(self) -> list[str]:
        """Where the inspector was put away, what is proposed for an event stands beside its words."""
        hidden = self._window.docks["inspector"].isHidden()
        return self._window.annotating.proposed_lines() if hidden else []

    def _made_registry(self) -> "RegistryPanel":
        if self.registry is None:
            from dateline.gui.registry.panel import RegistryPanel

            window = self._window
            actions, theme = window.actions_table, window.themes.current
            panel = self.registry = RegistryPanel(window.session, window.annotating, window.tasks, actions, theme)
            panel.set_share(window.settings.registry_share)
            panel.share_moved.connect(lambda percent: setattr(window.settings, "registry_share", percent))
            actions.attach(Scope.REGISTRY, panel)
            window.themes.changed.connect(panel.set_theme)
            panel.state_changed.connect(self.state_changed)
            panel.thing_chosen.connect(self._thing_chosen)
            panel.articles_wanted.connect(window.articles.set_only)
            panel.done.connect(window.pane.reader.setFocus)
            self._fill("registry", panel)
        return self.registry

    def _made_problems(self) -> "ProblemsPanel":
        if self.problems is None:
            from dateline.gui.problem_list.panel import ProblemsPanel

            window = self._window
            panel = self.problems = ProblemsPanel(
                window.session, self.keeper, window.themes.current, window.annotating.proposed
            )
            window.themes.changed.connect(panel.set_theme)
            self._fill("problems", panel)
        return self.problems

    def _fill(self, name: str, panel: QWidget) -> None:
        self._window.fill_dock(name, panel)

    def state(self) -> When:
        """Return what is chosen in the registry, and whether there is a happening to compare the reports of."""
        state = self.registry.state() if self.registry is not None else When.ALWAYS
        return state | (When.REPORTED if self._told_here() else When.ALWAYS)

    def _told_here(self) -> str:
        """Return the id of the happening behind the event that is selected in the text, "" for none."""
        event = self._window.annotating.selected_event
        return (event.happening_id if event else None) or ""

    def _compare_reports(self) -> None:
        """Compare the reports of the happening the registry's cursor is on, where it is seen; else of the event's."""
        there = self.registry.happening() if self.registry is not None else ""
        seen = in_front(self._window.docks["registry"])
        if wanted := (there or self._told_here()) if seen else (self._told_here() or there):
            self.compare(wanted)

    def show_thing(self, kind: Kind, thing_id: str) -> None:
        """Show an entity or happening in the registry."""
        self.show("registry")
        registry = self._made_registry()
        registry.show_thing(kind, thing_id)
        QTimer.singleShot(0, lambda: registry.list.view.setFocus(Qt.FocusReason.ShortcutFocusReason))

    def compare(self, happening_id: str) -> None:
        """Show what the articles say of a happening."""
        from dateline.gui.registry.comparison import ComparisonDialog

        if self.comparison is None:
            window = self._window
            made = self.comparison = ComparisonDialog(window.session, window.themes.current, happening_id, window)
            window.themes.changed.connect(made.set_theme)
            made.destroyed.connect(self._comparison_gone)
        else:
            self.comparison.show_happening(happening_id)
        self.comparison.open()

    def _comparison_gone(self) -> None:
        self.comparison = None

    def _thing_chosen(self, kind: Kind, thing_id: str) -> None:
        """The timeline shows the happening that is looked at."""
        if kind is Kind.HAPPENING:
            self._window.feed.show_happening(thing_id)

    def follow_mark(self, mark_id: str) -> None:
        """The registry shows the happening of the mark that was stepped to on the timeline."""
        mark = self._window.feed.marks.get(mark_id)
        if self.registry is not None and mark is not None and mark.happening_id:
            self.registry.follow_thing(Kind.HAPPENING, mark.happening_id)

    def _step(self, by: int) -> None:
        self._made_problems().step(by)

    def _tell(self, count: int, texts: dict[str, str]) -> None:
        """Say how many there are, and mark their events on the timeline and in the inspector."""
        title = self.tr("Problems")
        self._window.docks["problems"].setWindowTitle(f"{title} ({count})" if count else title)
        self._window.feed.set_problems(texts)
        self._window.inspector.set_problems(texts)


def in_front(dock: QDockWidget) -> bool:
    """Qt keeps a dock that lies behind another visible, but moves it off the window."""
    return dock.isVisible() and (dock.isFloating() or dock.geometry().right() > 0)

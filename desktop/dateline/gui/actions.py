"""The actions of the window: menus, shortcuts, the F1 sheet and the command palette are all made from one table."""

from collections.abc import Iterable, Mapping

from PySide6.QtCore import QCoreApplication, QObject, Qt
from PySide6.QtGui import QAction, QActionGroup, QKeySequence
from PySide6.QtWidgets import QMenu, QMenuBar, QWidget

from dateline.gui.action_spec import ActionSpec, Scope, When
from dateline.gui.action_table import MENUS, TABLE, TOPICS
from dateline.gui.icons import Icons

__all__ = [
    "MENUS",
    "TABLE",
    "ActionSpec",
    "Actions",
    "Scope",
    "When",
    "by_topic",
    "reserved_keys",
    "shown_keys",
    "translated",
]

# Fields and cards lie inside the reader, and what is typed in them is theirs: its keys need its own focus.
_CONTEXTS = {
    Scope.WINDOW: Qt.ShortcutContext.WindowShortcut,
    Scope.READER: Qt.ShortcutContext.WidgetShortcut,
    Scope.TIMELINE: Qt.ShortcutContext.WidgetWithChildrenShortcut,
    Scope.ARTICLES: Qt.ShortcutContext.WidgetWithChildrenShortcut,
    Scope.REGISTRY: Qt.ShortcutContext.WidgetWithChildrenShortcut,
    Scope.PROBLEMS: Qt.ShortcutContext.WidgetWithChildrenShortcut,
}
_ROLES = {
    "quit": QAction.MenuRole.QuitRole,
    "about": QAction.MenuRole.AboutRole,
    "settings": QAction.MenuRole.PreferencesRole,
}
_REPEATED = frozenset(("undo", "redo"))  # of all that edits only these go on while their keys are held


def translated(text: str) -> str:
    """Return a text of the action table in the language of the program."""
    return QCoreApplication.translate("", text) if text else ""


def shown_keys(spec: ActionSpec) -> str:
    """Return how a row is done, as people read it: "Ctrl+Return", "Alt+drag"."""
    keys = [QKeySequence(key).toString(QKeySequence.SequenceFormat.NativeText) for key in spec.keys]
    return "  ".join([*keys, *([translated(spec.gesture)] if spec.gesture else [])])


def reserved_keys() -> dict[str, str]:
    """Return the single characters that mean something in the reader, and what: no label may have them."""
    return {
        key.lower(): translated(spec.text).replace("&", "")
        for spec in TABLE
        if spec.scope is Scope.READER and spec.when is not When.TIME
        for key in spec.keys
        if len(key) == 1
    }


class Actions(QObject):
    """A QAction for every row of the table that can be triggered; `actions["tag"]` gives it.

    Window-wide actions get their shortcuts when `attach_window` is called; those of one panel when that
    panel is handed to `attach(scope, widget)`: they fire only while it has the focus.
    """

    def __init__(self, icons: Icons | None = None, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._by_id: dict[str, QAction] = {}
        self._groups: dict[str, QActionGroup] = {}
        self._state = When.ALWAYS
        for spec in TABLE:
            if spec.triggered:
                self._by_id[spec.id] = self._build(spec)
        if icons:
            self.set_icons(icons)
        self.set_state(When.ALWAYS)

    def __getitem__(self, action_id: str) -> QAction:
        return self._by_id[action_id]

    def __contains__(self, action_id: str) -> bool:
        return action_id in self._by_id

    def items(self) -> Iterable[tuple[ActionSpec, QAction]]:
        """Return rows with their actions in the order of the table."""
        return [(spec, self._by_id[spec.id]) for spec in TABLE if spec.id in self._by_id]

    def set_icons(self, icons: Icons) -> None:
        """Give every action its icon; call again when the theme has changed."""
        for spec, action in self.items():
            if spec.icon:
                action.setIcon(icons[spec.icon])

    def set_state(self, state: When) -> None:
        """Enable what can be done now: rows one of whose conditions holds, except edits while READ_ONLY."""
        self._state = state
        for spec, action in self.items():
            holds = spec.when is When.ALWAYS or bool(spec.when & state)
            action.setEnabled(holds and not (spec.edits and When.READ_ONLY in state))

    @property
    def state(self) -> When:
        """The conditions that hold, as last told."""
        return self._state

    def choose(self, group: str, action_id: str) -> None:
        """Check one action of an exclusive group ("theme", "timeline_group") without triggering it.

        An id that is none of its checks none.
        """
        for action in self._groups[group].actions():
            action.setChecked(action is self._by_id.get(action_id))

    def attach_window(self, window: QWidget) -> None:
        """Make the window-wide shortcuts work in a window, also while its menu bar is hidden."""
        window.addActions([action for spec, action in self.items() if spec.scope is Scope.WINDOW])

    def attach(self, scope: Scope, widget: QWidget) -> None:
        """Make the shortcuts of a panel's scope work in it, and only while it has the focus."""
        widget.addActions([action for spec, action in self.items() if spec.scope is scope])

    def plain_keys(self, scope: Scope) -> dict[str, QAction]:
        """Return a panel's actions by those of their keys that are one character ("0", "=")."""
        return {
            key: action for spec, action in self.items() if spec.scope is scope for key in spec.keys if len(key) == 1
        }

    def fill(self, bar: QMenuBar) -> dict[str, QMenu]:
        """Fill a menu bar; return its menus by path ("file", "file/recent", "view/theme") to add to."""
        menus: dict[str, QMenu] = {}
        for path, title in MENUS.items():
            above, _, _ = path.rpartition("/")
            if not above:
                menus[path] = bar.addMenu(translated(title))
        section: dict[str, str] = {}
        for spec in TABLE:
            if spec.menu:
                menu = _menu(menus, spec.menu)
                self._add(menu, spec, section)
        for path in MENUS:
            _menu(menus, path)
        menus["file"].insertMenu(self._by_id["open_sample"], menus["file/recent"])  # it has no rows of the table
        return menus

    def _add(self, menu: QMenu, spec: ActionSpec, section: dict[str, str]) -> None:
        if section.setdefault(spec.menu, spec.section) != spec.section:
            menu.addSeparator()
            section[spec.menu] = spec.section
        menu.addAction(self._by_id[spec.id])

    def _build(self, spec: ActionSpec) -> QAction:
        action = QAction(translated(spec.text), self)
        action.setObjectName(spec.id)
        action.setShortcuts([QKeySequence(key) for key in spec.keys])
        action.setShortcutContext(_CONTEXTS[spec.scope])
        action.setAutoRepeat(not spec.edits or spec.id in _REPEATED)
        keys = shown_keys(spec)
        name = translated(spec.text).replace("&", "").rstrip("…")
        action.setToolTip(f"{name} ({keys})" if keys else name)
        action.setStatusTip(translated(spec.description))
        action.setCheckable(spec.checkable or bool(spec.group))
        if spec.group:
            group = self._groups.setdefault(spec.group, QActionGroup(self))
            group.addAction(action)
        action.setMenuRole(_ROLES.get(spec.id, QAction.MenuRole.NoRole))
        return action


def _menu(menus: dict[str, QMenu], path: str) -> QMenu:
    """A submenu stands where the first of its rows stands in the table."""
    if path not in menus:
        above, _, _ = path.rpartition("/")
        menus[path] = _menu(menus, above).addMenu(translated(MENUS[path]))
    return menus[path]


def by_topic(specs: Iterable[ActionSpec] = TABLE) -> Mapping[str, list[ActionSpec]]:
    """Return the rows by their topic, topics in the order of the F1 sheet, rows in that of the table."""
    found: dict[str, list[ActionSpec]] = {topic: [] for topic in TOPICS}
    for spec in specs:
        found[spec.topic].append(spec)
    return found

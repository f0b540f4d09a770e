"""What the program remembers about the person and the window: typed values over an INI file."""

import math
import os
from collections.abc import Iterable
from pathlib import Path
from typing import Any, Generic, TypeVar, overload

from PySide6.QtCore import QByteArray, QObject, QSettings, Signal

from dateline.gui.paths import is_folder

T = TypeVar("T")

RECENT_LIMIT = 10
THEMES = ("auto", "light", "dark", "contrast")


def config_folder() -> Path:
    """Return the folder of the settings file: DATELINE_CONFIG_DIR, or the user's own."""
    if own := os.environ.get("DATELINE_CONFIG_DIR"):
        return Path(own)
    from platformdirs import user_config_path

    return user_config_path("dateline", appauthor=False)


class _Stored(Generic[T]):
    """A setting as an attribute: reads fall back to the default, writes emit `changed(name)`."""

    def __init__(self, key: str, default: T, low: float = -math.inf, high: float = math.inf) -> None:
        self._key, self._default, self._low, self._high = key, default, low, high

    @property
    def default(self) -> T:
        """The value where nothing is stored."""
        return self._default

    def __set_name__(self, owner: type, name: str) -> None:
        self._name = name

    @overload
    def __get__(self, owner: None, kind: type) -> "_Stored[T]": ...
    @overload
    def __get__(self, owner: "Settings", kind: type) -> T: ...
    def __get__(self, owner: "Settings | None", kind: type) -> "T | _Stored[T]":
        return self if owner is None else self._read(owner.store.value(self._key))

    def __set__(self, owner: "Settings", value: T) -> None:
        if value == self.__get__(owner, type(owner)):
            return
        owner.store.setValue(self._key, ("true" if value else "false") if isinstance(value, bool) else str(value))
        owner.changed.emit(self._name)

    def _read(self, raw: object) -> T:
        """An INI file may have been edited by hand: what cannot be read or is out of bounds is the default."""
        kind: Any = type(self._default)
        if raw is None:
            return self._default
        try:
            value: Any = str(raw).lower() in {"true", "1", "yes"} if kind is bool else kind(str(raw))
        except ValueError:
            return self._default
        if kind in {int, float} and not self._low <= value <= self._high:
            return self._default
        read: T = value
        return read


class Settings(QObject):
    """Every setting of the program; `changed` names the attribute that has a new value."""

    changed = Signal(str)

    theme = _Stored("look/theme", "auto")
    language = _Stored("look/language", "")  # "" follows the system, else "en", "tr"
    reader_font = _Stored("reader/font", "")  # "" is the serif the reader chooses
    reader_size = _Stored("reader/size", 12.5, 6.0, 48.0)  # points
    reader_width = _Stored("reader/width", 75, 30, 200)  # characters a line
    reader_leading = _Stored("reader/leading", 1.0, 0.8, 2.0)  # times the usual line pitch
    show_arcs = _Stored("reader/arcs", False)
    show_suggestions = _Stored("reader/suggestions", True)
    annotator_name = _Stored("annotator/name", "")
    article_order = _Stored("articles/order", "import")
    timeline_group = _Stored("timeline/group", "type")
    left_width = _Stored("window/left", 0, 0, 10_000)  # pixels of the docks there, where there is room; 0: not known
    right_width = _Stored("window/right", 0, 0, 10_000)
    bottom_height = _Stored("window/bottom", 0, 0, 10_000)
    timeline_measures = _Stored("timeline/measures", True)
    timeline_order = _Stored("timeline/order", False)
    registry_share = _Stored("registry/share", 65, 10, 90)  # percent of the panel's height that the list has

    def __init__(self, folder: Path | None = None, parent: QObject | None = None) -> None:
        super().__init__(parent)
        folder = folder or config_folder()
        self.store = QSettings(str(folder / "dateline.ini"), QSettings.Format.IniFormat)

    @property
    def window_geometry(self) -> QByteArray:
        """What `saveGeometry` gave; empty the first time."""
        return self._bytes("window/geometry")

    @window_geometry.setter
    def window_geometry(self, value: QByteArray) -> None:
        self.store.setValue("window/geometry", value)

    @property
    def window_state(self) -> QByteArray:
        """What `saveState` gave; empty the first time."""
        return self._bytes("window/state")

    @window_state.setter
    def window_state(self, value: QByteArray) -> None:
        self.store.setValue("window/state", value)

    @property
    def recent_projects(self) -> tuple[Path, ...]:
        """Projects opened lately, newest first; they may no longer exist."""
        return tuple(Path(p) for p in self._strings("projects/recent"))

    @property
    def last_project(self) -> Path | None:
        """The project to open at the next start, or None."""
        return Path(str(raw)) if (raw := self.store.value("projects/last")) else None

    @last_project.setter
    def last_project(self, path: Path | None) -> None:
        self.store.setValue("projects/last", str(path or ""))
        if path:
            self._set_strings("projects/recent", [path, *(p for p in self.recent_projects if p != path)][:RECENT_LIMIT])
        self.changed.emit("last_project")

    def forget_project(self, path: Path) -> None:
        """Take a project that is gone off the recent ones."""
        self._set_strings("projects/recent", (p for p in self.recent_projects if p != path))
        if self.last_project == path:
            self.store.setValue("projects/last", "")
        self.changed.emit("recent_projects")

    def flag(self, name: str, default: bool = False) -> bool:
        """Return a small remembered choice of one panel ("articles/show_done")."""
        raw = self.store.value(f"flags/{name}")
        return default if raw is None else str(raw) == "true"

    def set_flag(self, name: str, on: bool) -> None:
        """Remember a small choice of one panel."""
        self.store.setValue(f"flags/{name}", "true" if on else "false")

    def last_folder(self, purpose: str) -> Path | None:
        """Return the folder last used for a purpose ("import"), if it is still there."""
        raw = self.store.value(f"folders/{purpose}")
        return Path(str(raw)) if raw and is_folder(Path(str(raw))) else None

    def set_last_folder(self, purpose: str, folder: Path) -> None:
        """Remember the folder last used for a purpose."""
        self.store.setValue(f"folders/{purpose}", str(folder))

    def flush(self) -> None:
        """Write to disk now; Qt does so by itself only now and then and at the end."""
        self.store.sync()

    def _bytes(self, key: str) -> QByteArray:
        raw = self.store.value(key)
        return raw if isinstance(raw, QByteArray) else QByteArray()

    def _strings(self, key: str) -> list[str]:
        """A list is kept as JSON: QSettings gives a list of one back as a plain string."""
        import json

        try:
            raw = json.loads(str(self.store.value(key) or "[]"))
        except ValueError:
            return []
        return [str(item) for item in raw] if isinstance(raw, list) else []

    def _set_strings(self, key: str, values: Iterable[Path]) -> None:
        import json

        self.store.setValue(key, json.dumps([str(v) for v in values], ensure_ascii=False))

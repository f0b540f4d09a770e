"""Imports pyqtgraph without what it does at import that we need nothing of, which is more than half of its time.

It copies every name of three Qt modules into mirrors of its own, and so has PySide build all two thousand classes with
their enumerations, which otherwise happens to each when it is first used. Here the mirrors ask Qt when they are asked.
Some widgets that only other programs use are left out. This knows how pyqtgraph 0.14 is laid out (the dependency is
pinned to it); where that does not work, as with another layout, the ordinary import does everything.
"""

import importlib
import logging
import sys
from types import ModuleType
from typing import Any

_QT = ("QtCore", "QtGui", "QtWidgets")
_UNUSED = (
    "imageview",
    "widgets.ColorMapWidget",
    "widgets.DataFilterWidget",
    "widgets.DiffTreeWidget",
    "widgets.RemoteGraphicsView",
    "widgets.ScatterPlotWidget",
    "widgets.TableWidget",
)


class _Mirror(ModuleType):
    """A module that has what another has, when it is asked for it."""

    def __init__(self, name: str, real: ModuleType) -> None:
        super().__init__(name)
        self.__path__: list[str] = []
        self._real = real

    def __getattr__(self, name: str) -> Any:
        return getattr(self._real, name)


class _LeftOut(ModuleType):
    """A module nothing is used of."""

    __all__ = ()

    def __init__(self, name: str) -> None:
        super().__init__(name)
        self.__path__: list[str] = []

    def __getattr__(self, name: str) -> Any:
        if name.startswith("__"):
            raise AttributeError(name)
        return type(name, (), {})


def import_pyqtgraph() -> None:
    """Import pyqtgraph so that it is there for whoever imports it afterwards."""
    if "pyqtgraph" in sys.modules:
        return
    try:
        _import_lean()
    except Exception:  # whatever is laid out otherwise
        logging.getLogger(__name__).info("pyqtgraph is imported the ordinary way", exc_info=True)
        for name in [n for n in sys.modules if n.partition(".")[0] == "pyqtgraph"]:
            del sys.modules[name]
        importlib.import_module("pyqtgraph")


def _import_lean() -> None:
    reals = {name: importlib.import_module(f"PySide6.{name}") for name in _QT}
    lists = {name: real.__dict__.get("__dir__") for name, real in reals.items()}
    for name, real in reals.items():
        sys.modules[f"pyqtgraph.Qt.{name}"] = _Mirror(f"pyqtgraph.Qt.{name}", real)
        real.__dict__["__dir__"] = list  # what is copied is what is listed
    for name in _UNUSED:
        sys.modules[f"pyqtgraph.{name}"] = _LeftOut(f"pyqtgraph.{name}")
    try:
        importlib.import_module("pyqtgraph")
    finally:
        for name, real in reals.items():
            del real.__dict__["__dir__"]
            if lists[name] is not None:
                real.__dict__["__dir__"] = lists[name]
        for name in _UNUSED:
            sys.modules.pop(f"pyqtgraph.{name}", None)

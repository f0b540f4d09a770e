"""Imports pyqtgraph without what it does at import that we need nothing of, which is three quarters of its time.

It copies every name of three Qt modules into mirrors of its own, and so has PySide build all two thousand classes with
their enumerations, which otherwise happens to each when it is first used. Here the mirrors ask Qt when they are asked.
And it imports everything it has: we use its view, its view box and its axes, and leave out curves, images, colour maps
and the widgets around them. This knows how pyqtgraph 0.14 is laid out (the dependency is pinned to it); where that does
not work, as with another layout, the ordinary import does everything.
"""

import importlib
import logging
import sys
from types import ModuleType
from typing import Any

_QT = ("QtCore", "QtGui", "QtWidgets")
_NOT_OF_QT = ("PySide6.QtOpenGLWidgets", "PySide6.QtTest")  # which it can do without, and says so when it cannot
_UNUSED = {
    "": "SRTTransform SRTTransform3D ThreadsafeTimer Transform3D Vector WidgetGroup colormap imageview",
    "Qt": "OpenGLConstants OpenGLHelpers",
    "graphicsItems": "ArrowItem BarGraphItem BoxplotItem ButtonItem ColorBarItem CurvePoint DateAxisItem ErrorBarItem "
    "FillBetweenItem GradientEditorItem GradientLegend GraphItem GraphicsLayout GraphicsWidgetAnchor GridItem "
    "HistogramLUTItem ImageItem InfiniteLine IsocurveItem LabelItem LegendItem LinearRegionItem PColorMeshItem "
    "PlotCurveItem PlotDataItem PlotItem ROI ScaleBar ScatterPlotItem TargetItem TextItem UIGraphicsItem VTickGroup",
    "graphicsItems.ViewBox": "ViewBoxMenu",
    "util": "cprint",
    "widgets": "BusyCursor CheckTable ColorButton ColorMapMenu ColorMapWidget ComboBox DataFilterWidget DataTreeWidget "
    "DiffTreeWidget FeedbackButton FileDialog GradientWidget GraphicsLayoutWidget GroupBox HistogramLUTWidget "
    "JoystickButton LayoutWidget PathButton PlotWidget ProgressDialog RawImageWidget RemoteGraphicsView "
    "ScatterPlotWidget SpinBox TableWidget TreeWidget ValueLabel VerticalLabel",
}


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


def _left_out() -> dict[str, ModuleType | None]:
    """What stands in for the modules that are not imported; None makes an import fail."""
    ours = [f"pyqtgraph.{room}.{name}".replace("..", ".") for room, names in _UNUSED.items() for name in names.split()]
    stand_ins: dict[str, ModuleType | None] = {name: _LeftOut(name) for name in ours}
    return stand_ins | {name: None for name in _NOT_OF_QT if name not in sys.modules}


def import_pyqtgraph() -> None:
    """Import what we use of pyqtgraph, so that it is there for whoever imports it afterwards."""
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
    left_out = _left_out()
    sys.modules.update(left_out)  # type: ignore[arg-type]  # None is what says that there is no such module
    try:
        importlib.import_module("pyqtgraph")
    finally:
        for name, real in reals.items():
            del real.__dict__["__dir__"]
            if lists[name] is not None:
                real.__dict__["__dir__"] = lists[name]
        for name in left_out:
            sys.modules.pop(name, None)

"""What is shown of the timeline as a file: drawn at once, written beside the window."""

from pathlib import Path

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QFileDialog

from dateline.exchange.outbox import Outbox
from dateline.gui.tasks import Tasks
from dateline.gui.timeline.panel import TimelinePanel
from dateline.gui.timeline.picture import Drawn, natural_height, render_timeline, svg_of_timeline, write_drawn
from dateline.model.progress import Progress

translate = QCoreApplication.translate
_SCALE = 2.0  # pixels a point


def ask_picture(panel: TimelinePanel, tasks: Tasks) -> None:
    """Ask where to save the picture, and save it there; the panel says how that went."""
    path, _ = QFileDialog.getSaveFileName(
        panel,
        translate("TimelinePanel", "Save the timeline as a picture"),
        "timeline.png",
        translate("TimelinePanel", "Pictures (*.png *.svg)"),
    )
    if path:
        save_picture(panel, tasks, Path(path))


def save_picture(panel: TimelinePanel, tasks: Tasks, path: Path) -> None:
    """Write what is shown as PNG or SVG, by the file's ending."""

    def failed(error: BaseException) -> None:
        if not isinstance(error, OSError):
            raise error
        said = translate("TimelinePanel", "The picture was not saved: {error}")
        panel.message.emit(said.format(error=error))

    try:
        drawn = drawn_picture(panel, vector=path.suffix.lower() == ".svg")
    except OSError as error:  # too large for an image
        failed(error)
        return

    def work(_: Progress) -> None:
        with Outbox() as outbox:
            write_drawn(outbox.path(path), drawn)

    task = tasks.start(translate("TimelinePanel", "Saving the picture"), work)
    said = translate("TimelinePanel", "Picture saved: {path}").format(path=path)
    task.succeeded.connect(lambda _: panel.message.emit(said))
    task.failed.connect(failed)


def drawn_picture(panel: TimelinePanel, *, vector: bool) -> Drawn:
    """Draw what is shown, with all lanes; raises OSError where it is too large for an image."""
    plot, marks = panel.plot, panel.plot.scene_marks.everything()
    schema, theme, by = plot.ink.schema, plot.ink.theme, plot.scene_marks.by
    width, height, visible = max(plot.width(), 600), max(plot.height(), 200), panel.visible_range()
    measures = plot.series if plot.measures_shown else ()
    links = plot.links if plot.links_shown else ()
    if not plot.lag:  # what is scrolled out of view belongs to it, and nobody can scroll a picture
        height = max(height, natural_height(marks, schema, theme, width, by, measures, visible))
    size, publications = (width, height), panel.publications()
    if vector:
        return svg_of_timeline(marks, publications, schema, theme, size, by, visible, plot.lag, measures, links)
    return render_timeline(marks, publications, schema, theme, size, _SCALE, by, visible, plot.lag, measures, links)

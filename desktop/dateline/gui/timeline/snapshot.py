"""What a timeline shows at a moment, drawn as a picture."""

from dateline.gui.timeline.panel import TimelinePanel
from dateline.gui.timeline.picture import Drawn, natural_height, render_timeline, svg_of_timeline

_SCALE = 2.0  # pixels a point


def drawn_picture(panel: TimelinePanel, *, vector: bool) -> Drawn:
    """Draw what is shown, with all lanes; raises OSError where it is too large for an image."""
    plot, marks = panel.plot, panel.plot.scene_marks.everything()
    schema, theme, by = plot.ink.schema, plot.ink.theme, plot.scene_marks.by
    width, height, visible = max(plot.width(), 600), max(plot.height(), 200), panel.visible_range()
    measures = plot.series if plot.measures_shown else ()
    links = plot.links if plot.links_shown else ()
    publications = panel.publications()
    reported = publications if plot.lag else None
    # What is scrolled out of view belongs to it, and nobody can scroll a picture.
    height = max(height, natural_height(marks, schema, theme, width, by, measures, visible, reported))
    size = (width, height)
    if vector:
        return svg_of_timeline(marks, publications, schema, theme, size, by, visible, plot.lag, measures, links)
    return render_timeline(marks, publications, schema, theme, size, _SCALE, by, visible, plot.lag, measures, links)

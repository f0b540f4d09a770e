"""Whose view of time it is: fitted to the marks, until somebody zooms or moves."""

from dateline.gui.timeline.roving import RovingTimeline


class Fitting:
    """Keeps all marks of a plot in view as long as nobody has chosen another view.

    Times are in seconds, as on the plot's scale.
    """

    def __init__(self, plot: RovingTimeline) -> None:
        self._plot = plot
        self._done = False  # marks have been in view; what comes later leaves a chosen view alone
        self._as_fitted: tuple[float, float] | None = None  # any other view is the person's own

    def visible_range(self) -> tuple[float, float]:
        """Return the first and last moment shown."""
        scale = self._plot.time_scale
        return scale.begin, scale.end

    def look(self, begin: float, end: float) -> None:
        """Show the time between two moments; it counts as chosen."""
        self._done = True
        self._plot.look(begin, end)

    def fit(self) -> None:
        """Show all marks."""
        self._done = len(self._plot.scene_marks) > 0
        self._plot.fit()
        self._as_fitted = self.visible_range()

    def reveal(self, mark_id: str) -> None:
        """Bring a mark into view; whether the view is the person's own is as before."""
        nobody_chose = self._is_as_fitted()
        self._plot.reveal(mark_id)
        if nobody_chose:
            self._as_fitted = self.visible_range()

    def forget(self) -> None:
        """Fit the first marks that come: another project has another time."""
        self._done, self._as_fitted = False, None

    def note_move(self) -> None:
        """Know that the view has changed under the marks that are there."""
        self._done = self._done or len(self._plot.scene_marks) > 0

    def keep(self) -> None:
        """Fit the first marks, and later ones that lie outside while nobody has zoomed or moved.

        As long as there are none, the time of the articles is shown, not where the project of before had its events.
        """
        span, view = self._plot.whole_span(), self.visible_range()
        if span is None:
            if self._as_fitted is None or self._is_as_fitted():
                self.fit()
            return
        outside = span[0] < view[0] or span[1] > view[1]
        if not self._done or (outside and self._is_as_fitted()):
            self.fit()

    def _is_as_fitted(self) -> bool:
        return self._as_fitted is not None and _same_view(self.visible_range(), self._as_fitted)


def _same_view(one: tuple[float, float], other: tuple[float, float]) -> bool:
    """Another width of the panel shows the same time, but for rounding."""
    slack = (one[1] - one[0]) * 1e-6
    return abs(one[0] - other[0]) <= slack and abs(one[1] - other[1]) <= slack

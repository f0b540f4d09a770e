"""When which card shows: a moment after the pointer has come to rest, or at once after a key."""

from collections.abc import Callable

from msgspec.structs import replace
from PySide6.QtCore import QObject, QPoint, QRect, QTimer

from dateline.gui.date_words import label
from dateline.gui.timeline.band import Spot
from dateline.gui.timeline.card import Card
from dateline.gui.timeline.layout import Scale
from dateline.gui.timeline.links import orders_of, told_order
from dateline.gui.timeline.marks import Publication, TimelineMark
from dateline.gui.timeline.mouse import LiveTimeline
from dateline.model.schema import Schema
from dateline.model.when import Granularity, When

_CARD_DELAY = 280  # milliseconds of rest before the card shows


class Hovering(QObject):
    """Shows the card of the mark, publication or number that is pointed at."""

    def __init__(self, plot: LiveTimeline, card: Card) -> None:
        super().__init__(plot)
        self._plot, self._card = plot, card
        self.schema = Schema()
        self.publications: dict[str, Publication] = {}
        self.sentence_of: Callable[[TimelineMark], str] = lambda mark: mark.sentence
        self._rest = QTimer(self, singleShot=True, interval=_CARD_DELAY)
        self._rest.timeout.connect(self._show)
        for pointed in (plot.mark_hovered, plot.article_hovered, plot.spot_hovered):
            pointed.connect(self._pointed)
        self._told_at: tuple[Scale, float] | None = None  # where the plot looked when the card was shown
        for looked in (plot.range_changed, plot.scroll_changed):
            looked.connect(self._looked)

    def hide(self) -> None:
        """Take the card away."""
        self._rest.stop()
        self._card.hide()

    def _pointed(self, at: object) -> None:
        self.hide()
        if at is not None:
            self._rest.start()

    def _looked(self) -> None:
        """What the card lay beside is elsewhere: it comes again when the pointer has rested."""
        shown = not self._card.isHidden() and (self._plot.time_scale, self._plot.lane_scroll) != self._told_at
        if shown:
            self._card.hide()
        if self._rest.isActive() or (shown and self._is_pointed):
            self._rest.start()

    @property
    def _is_pointed(self) -> bool:
        plot = self._plot
        return plot.hovered is not None or plot.spot is not None or plot.hovered_article is not None

    def _show(self) -> None:
        plot = self._plot
        if plot.hovered is not None:
            self.tell_mark(plot.hovered)
        elif plot.spot is not None:
            self._tell_number(plot.spot)
        elif publication := self.publications.get(plot.hovered_article or ""):
            x = plot.time_scale.x(publication.at_seconds)
            day = publication.at_seconds - publication.at_seconds % 86_400
            date = label(When(day, day + 86_400, Granularity.DAY))
            reported = sum(publication.article_id in m.article_ids for m in plot.scene_marks.everything())
            others = [p.title for p in plot.publications_beside(publication)]
            beside = self._on_screen(QRect(round(x) - 4, 0, 8, 24))
            self._card.tell_publication(publication, reported, date, beside, others)

    def tell_mark(self, index: int) -> None:
        """Show a mark's card at once."""
        box = self._plot.mark_box(index)
        if box is not None and self._plot.isVisible():
            around = box.adjusted(0, -2, 0, 2).toRect()
            around.setLeft(max(around.left(), 0))
            mark = self._plot.scene_marks.mark(index)
            sentence = mark.sentence or self.sentence_of(mark)
            orders = orders_of(self._plot.links, mark.id, mark.when, self._plot.scene_marks.told)
            said = [(told_order(link, mark.id, other, self.schema), against) for link, other, against in orders]
            self._card.tell_mark(replace(mark, sentence=sentence), self.schema, self._on_screen(around), said)

    def _tell_number(self, spot: Spot) -> None:
        series = self._plot.series[spot[0]]
        titles = [p.title for a in series.points[spot[1]].article_ids if (p := self.publications.get(a))]
        self._card.tell_number(series, spot[1], titles, self._on_screen(self._plot.spot_box(spot).toRect()))

    def _on_screen(self, box: QRect) -> QRect:
        """Return where a box of the plot is on the screen: there a card is about to show."""
        self._told_at = self._plot.time_scale, self._plot.lane_scroll
        corner = self._plot.from_box(box.x(), box.y()).toPoint()
        return QRect(self._plot.viewport().mapToGlobal(QPoint(corner)), box.size())

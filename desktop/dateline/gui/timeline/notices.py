"""What the edges of the view say of what lies outside it, in words and as hints to be clicked."""

from PySide6.QtCore import QObject

from dateline.gui.timeline.beyond import Beyond, JustDated, Lanes, Signpost, Way, beside_view, beyond_view, signposts
from dateline.gui.timeline.card import plural
from dateline.gui.timeline.ink import Ink
from dateline.gui.timeline.lag_lines import Field
from dateline.gui.timeline.layout import STRIP, Scale
from dateline.gui.timeline.scene import Scene


class Notices(QObject):
    """Says what is not in view, by the way that leads there."""

    def beyond(self, beyond: Beyond, *, fresh: bool = False) -> dict[Way, str]:
        """Return how many events are outside the view, and where, in words; `fresh` ones were dated just now."""
        return {way: plural(self._said(way, n, fresh), n) for way, n in beyond.items()}

    def _said(self, way: Way, n: int, fresh: bool) -> str:
        if way is Way.EARLIER:
            one = self.tr("%n event(s) just dated, earlier", "", n) if fresh else None
            return one or self.tr("%n event(s) earlier", "", n)
        if way is Way.LATER:
            one = self.tr("%n event(s) just dated, later", "", n) if fresh else None
            return one or self.tr("%n event(s) later", "", n)
        return self.tr("%n event(s) above", "", n) if way is Way.ABOVE else self.tr("%n event(s) below", "", n)

    def beside(self, beside: Beyond) -> dict[Way, str]:
        """Return how many are earlier and later in few words, for where something is in view."""
        words = {Way.EARLIER: self.tr("{n} earlier"), Way.LATER: self.tr("{n} later")}
        return {way: words[way].format(n=f"{n:,}") for way, n in beside.items()}

    def fresh(self, just_dated: JustDated, scene: Scene, scale: Scale) -> dict[Way, str]:
        """Return how many events were dated just now where nobody sees them, in words."""
        return self.beyond({way: len(ids) for way, ids in just_dated.sides(scene, scale).items()}, fresh=True)

    def hints(
        self, scene: Scene, scale: Scale, just_dated: JustDated, ink: Ink, room: float, lanes: Lanes | None
    ) -> tuple[Signpost, ...]:
        """Return what is said at the edges of a view whose lanes are `room` pixels high."""
        if beyond := beyond_view(scene, scale, lanes):
            return signposts(self.beyond(beyond), ink, scale.width, room)
        fresh = self.fresh(just_dated, scene, scale) if just_dated else {}
        words = self.beside(beside_view(scene, scale)) | fresh
        return signposts(words, ink, scale.width, room, low=True) if words else ()

    def scrolled_away(self, field: Field, ink: Ink, width: float, room: float) -> tuple[Signpost, ...]:
        """Return what is said of the days of publication above and below the reporting lag as it is scrolled."""
        middles = [(top + end) / 2 for _, top, end in field.bands]
        above, below = sum(y < STRIP for y in middles), sum(y > STRIP + room for y in middles)
        words = {}
        if above:
            words[Way.ABOVE] = plural(self.tr("%n day(s) above", "", above), above)
        if below:
            words[Way.BELOW] = plural(self.tr("%n day(s) below", "", below), below)
        return signposts(words, ink, width, room, low=True) if words else ()

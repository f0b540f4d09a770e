"""What is drawn on each line of a block: pieces of spans in lanes, tags, marks and arcs, as frozen shapes.

Composing reads annotations and geometry and paints nothing; two equal shapes look the same on screen.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from itertools import accumulate

from msgspec import Struct
from msgspec.structs import replace

from dateline.gui.reader.captions import Bow, place_captions
from dateline.gui.reader.lanes import LANES, pack_lanes, pack_rows
from dateline.gui.reader.links import Focus, Link
from dateline.gui.reader.scene import Scene, Suggestion
from dateline.gui.reader.shapes import CAPTION_RIM, EMPTY, Arc, Bridge, Extent, LineShape, Outline, Piece, Tag
from dateline.gui.reader.styles import DENIED, PLAIN, PLANNED, Caption, LabelStyle, Mode, Styles, Told
from dateline.gui.reader.tags import DOT, Form, Placed, Want, place_between, place_tags
from dateline.gui.reader.typeset import Portion, SetLine
from dateline.model.annotation import Layer, Mention
from dateline.model.text import Span

_BEYOND = 14  # how far an arc that goes on elsewhere reaches into the margin
_ROLE = 5  # letters of a role's name, where there is no room for all
_TRIGGERS = 2  # blocks drawn over one another; more are counted


class _Lead(Struct, frozen=True):
    """A tag that wants a place: its mention's first piece and the text to show."""

    owner: str
    style: LabelStyle
    left: int
    right: int
    full: Caption
    code: Caption
    mode: Mode
    kind: str
    name: Caption | None = None  # of a date that is suggested: without what it would be
    told: Told = PLAIN


class Composer:
    """Composes blocks for one scene with one set of styles; `edge` is how far right tags may reach."""

    def __init__(self, scene: Scene, styles: Styles, width: int, edge: int) -> None:
        self.scene = scene
        self.styles = styles
        self.width = width
        self.edge = edge

    def block(self, block: Portion) -> list[LineShape]:
        """Return the shapes of the lines of a part of a block, in order."""
        scene, begin, end = self.scene, block.begin, max(block.end, block.begin + 1)
        mentions = scene.index.over(begin, end)
        greyed, negatives = scene.zones_over(begin, end)
        suggestions = scene.suggestions_over(begin, end)
        if not (mentions or greyed or negatives or suggestions):
            return [EMPTY] * len(block.lines)
        canvas = [_Canvas() for _ in block.lines]
        self._mentions(block, mentions, greyed, canvas)
        for suggestion in suggestions:
            self._suggestion(block, suggestion, canvas)
        for zones, name in ((greyed, "greyed"), (negatives, "negatives")):
            for i, extent in _over_lines(block, zones):
                getattr(canvas[i], name).append(extent)
        for zone in negatives:
            if block.begin <= zone.begin < end:
                first = next((i for i, _ in _over_lines(block, (zone,))), None)  # none where it is but white space
                if first is not None:
                    canvas[first].marked = True
        if scene.arcs:
            self._arcs(block, mentions, canvas)
        return [self._shape(c) for c in canvas]

    def _mentions(
        self, block: Portion, mentions: Sequence[Mention], greyed: Sequence[Span], canvas: list["_Canvas"]
    ) -> None:
        """Draw what finds a lane, the outermost first and triggers on top; count the rest line by line."""
        flat = [m for m in mentions if m.layer is not Layer.EVENT]
        triggers = [m for m in mentions if m.layer is Layer.EVENT]
        drawn: list[tuple[Mention, int]] = []
        for group, lanes in ((flat, LANES), (triggers, _TRIGGERS)):
            extents = _clipped(group, block.begin, max(block.end, block.begin + 1))
            packed = pack_lanes(extents, lanes)
            found = [(m, lane, e) for m, lane, e in zip(group, packed, extents, strict=True) if lane >= 0]
            found.sort(key=lambda each: (-each[1], each[2]))
            drawn += [(m, lane) for m, lane, _ in found]
            if len(found) < len(group):
                _count(block, [e for e, lane in zip(extents, packed, strict=True) if lane < 0], canvas)
        for mention, lane in drawn:
            mode = mode_of(self.scene.focus, mention.id)
            if mode is Mode.NORMAL and any(zone.covers(mention.span) for zone in greyed):
                mode = Mode.DIM  # it is as grey as the boilerplate it stands in
            self._mention(block, mention, lane if mention.layer is not Layer.EVENT else 0, mode, canvas)

    def _mention(self, block: Portion, mention: Mention, lane: int, mode: Mode, canvas: list["_Canvas"]) -> None:
        style = self.styles.label(mention.label, trigger=mention.layer is Layer.EVENT)
        told = told_of(mention) if style.trigger else PLAIN
        led = False
        for k, fragment in enumerate(mention.fragments):
            for i in _lines(block, fragment):
                line = block.lines[i]
                extents = block.extents(line, fragment.begin, fragment.end)
                for left, right in extents:
                    canvas[i].pieces.append(Piece(mention.id, style, left, right, lane, mode, told))
                if line.begin <= fragment.begin and k == 0 and extents and not led:
                    led = True
                    canvas[i].leads.append(self._lead(mention, style, mode, extents[0], told))
            if k + 1 < len(mention.fragments):
                gap = (fragment.end, mention.fragments[k + 1].begin)
                for i, (left, right) in _over_lines(block, [Span(*gap)] if gap[0] < gap[1] else []):
                    canvas[i].bridges.append(Bridge(style, left, right, lane, mode))

    def _lead(self, mention: Mention, style: LabelStyle, mode: Mode, extent: Extent, told: Told) -> _Lead:
        focus = self.scene.focus
        role = focus.roles.get(mention.id) if focus else None
        if role:
            names = [self.styles.link_name(name) for name in role.split(" · ")]
            full, short = (self.styles.caption(" · ".join(each)) for each in (names, map(_shortened, names)))
            return _Lead(mention.id, style, *extent, full, short, Mode.LIT, "role", told=told)
        return _Lead(mention.id, style, *extent, style.full, style.code, mode, "label", told=told)

    def _suggestion(self, block: Portion, suggestion: Suggestion, canvas: list["_Canvas"]) -> None:
        style = self.styles.label(suggestion.label)
        current = suggestion.id == self.scene.current_suggestion
        for k, fragment in enumerate(suggestion.fragments):
            for i in _lines(block, fragment):
                line = block.lines[i]
                found = block.bounded(line, fragment.begin, fragment.end)
                for part in found:
                    canvas[i].outlines.append(Outline(suggestion.id, style, *part, current))
                if line.begin <= fragment.begin and k == 0 and found:
                    extent = found[0][:2]
                    says = suggestion.says
                    full = self.styles.caption(f"{style.full.text} {says}") if says else style.full
                    name = style.full if says else None
                    lead = _Lead(suggestion.id, style, *extent, full, style.code, Mode.NORMAL, "suggestion", name)
                    canvas[i].leads.append(lead)

    def _shape(self, canvas: "_Canvas") -> LineShape:
        return LineShape(
            tuple(canvas.pieces),
            tuple(self._tags(canvas.leads)) if canvas.leads else (),
            tuple(canvas.bridges),
            tuple(canvas.outlines),
            tuple(canvas.greyed),
            tuple(canvas.negatives),
            canvas.marked,
            canvas.more,
            tuple(self._rowed(canvas)) if canvas.arcs else (),
        )

    def _tags(self, leads: list[_Lead]) -> Iterable[Tag]:
        """Place the tags of a line; while an event is in focus, its own come first and the others have what is left."""
        leads.sort(key=lambda lead: (lead.left, -lead.right, lead.kind))
        edge, reach = self.edge, 5 * self.styles.tag_pixels + 28
        first = [lead for lead in leads if lead.mode is Mode.LIT]
        rest = [lead for lead in leads if lead.mode is not Mode.LIT]
        placed = place_tags([_want(lead) for lead in first], edge, reach)
        between = place_between([_want(lead) for lead in rest], placed, edge, reach)
        for lead, at in sorted(zip((*first, *rest), (*placed, *between), strict=True), key=_tag_x):
            if at.form is Form.HIDDEN:
                continue
            caption = {Form.FULL: lead.full, Form.NAME: lead.name, Form.CODE: lead.code}.get(at.form)
            width = at.width if caption else DOT
            yield Tag(lead.owner, lead.style, at.x, width, caption, lead.mode, lead.kind, lead.told)

    def _arcs(self, block: Portion, mentions: Sequence[Mention], canvas: list["_Canvas"]) -> None:
        done: set[str] = set()
        for mention in mentions:
            for link in self.scene.links.of(mention.id):
                if link.id not in done:
                    done.add(link.id)
                    self._arc(block, link, canvas)

    def _arc(self, block: Portion, link: Link, canvas: list["_Canvas"]) -> None:
        """Draw a link's arc: whole when both ends stand on one line, else a part on each end's line."""
        index = self.scene.index
        source, target = index.get(link.source), index.get(link.target)
        if source is None or target is None:
            return
        focus = self.scene.focus
        lit = bool(focus and focus.centre in (link.source, link.target) and focus.holds(link.source))
        caption = self.styles.caption(self.styles.link_name(link.label) if link.relation else link.label)
        here = _foot(block, source)
        there = _foot(block, target)
        if here and there and here[0] == there[0]:
            left, right = sorted((here[1], there[1]))
            if left == right:
                right = left + 10
            arrow = 1 if there[1] >= here[1] else -1
            arc = Arc(link.id, caption, 0, left, right, 0, True, True, arrow, link.relation, lit)
            canvas[here[0]].arcs.append(arc)
            return
        for foot, other, points in ((here, target, False), (there, source, True)):
            if foot is None:
                continue
            mine = source if other is target else target
            onward = (other.span.begin > mine.span.begin) != block.rtl
            left, right = (foot[1], self.width + _BEYOND) if onward else (-_BEYOND, foot[1])
            arrow = (-1 if onward else 1) if points else 0
            arc = Arc(link.id, caption, 0, left, right, 0, onward, not onward, arrow, link.relation, lit)
            canvas[foot[0]].arcs.append(arc)

    def _captioned(self, canvas: "_Canvas") -> list[Arc]:
        """Give each arc's caption its place, shortened or left out where there is none."""
        forms = [(a.caption, self.styles.caption(_shortened(a.caption.text))) for a in canvas.arcs if a.caption]
        bows = [
            Bow(
                arc.left,
                arc.right,
                (arc.left,) * arc.left_foot + (arc.right,) * arc.right_foot,
                tuple(form.width + CAPTION_RIM for form in each),
                arc.arrow < 0 if arc.left_foot and arc.right_foot else arc.left_foot,
            )
            for arc, each in zip(canvas.arcs, forms, strict=True)
        ]
        taken = [(piece.left, piece.right) for piece in canvas.pieces]
        spots = place_captions(bows, taken, -_BEYOND, self.width + _BEYOND)
        return [
            replace(arc, caption=each[spot.form] if spot else None, at=spot.x if spot else 0)
            for arc, each, spot in zip(canvas.arcs, forms, spots, strict=True)
        ]

    def _rowed(self, canvas: "_Canvas") -> Iterable[Arc]:
        """Give each arc its row; it takes the room of its caption too."""
        arcs = self._captioned(canvas)
        room = [
            (min(a.left, a.at), max(a.right, a.at + a.caption.width + CAPTION_RIM)) if a.caption else (a.left, a.right)
            for a in arcs
        ]
        rows = pack_rows(room, lengths=[arc.right - arc.left for arc in arcs])
        return (replace(arc, row=row) for arc, row in zip(arcs, rows, strict=True))


class _Canvas:
    """What has been found for one line so far."""

    __slots__ = ("arcs", "bridges", "greyed", "leads", "marked", "more", "negatives", "outlines", "pieces")

    def __init__(self) -> None:
        self.pieces: list[Piece] = []
        self.leads: list[_Lead] = []
        self.bridges: list[Bridge] = []
        self.outlines: list[Outline] = []
        self.greyed: list[Extent] = []
        self.negatives: list[Extent] = []
        self.arcs: list[Arc] = []
        self.more = 0
        self.marked = False


def _want(lead: _Lead) -> Want:
    pad = 6 if lead.kind == "role" else 0
    name = lead.name.width + pad if lead.name else 0
    return Want(lead.left, lead.right, lead.full.width + pad, lead.code.width + pad, name)


def _tag_x(placed: tuple[_Lead, Placed]) -> int:
    return placed[1].x


def _shortened(role: str) -> str:
    """Return the begin of a role's name, for where two stand too near one another."""
    return role if len(role) <= _ROLE else f"{role[: _ROLE - 1]}."


def mode_of(focus: Focus | None, mention_id: str) -> Mode:
    """Return how a mention is drawn while `focus` is what stands out."""
    if focus is None:
        return Mode.NORMAL
    return Mode.LIT if focus.holds(mention_id) else Mode.DIM


def told_of(mention: Mention) -> Told:
    """Return how an event is told."""
    return (PLANNED if mention.planned else PLAIN) | (DENIED if mention.denied else PLAIN)


def _clipped(mentions: Iterable[Mention], begin: int, end: int) -> list[Extent]:
    """Return the whole extents of mentions, cut to [begin, end)."""
    # As one expression: this is most of the work where a hundred thousand lie on a page.
    return [
        (
            low if (low := (fragments := mention.fragments)[0].begin) > begin else begin,
            high if (high := fragments[-1].end) < end else end,
        )
        for mention in mentions
    ]


def _count(block: Portion, extents: Iterable[Extent], canvas: list["_Canvas"]) -> None:
    """Count extents that are not drawn on each line they touch."""
    change = [0] * (len(canvas) + 1)
    begins = [line.begin for line in block.lines]
    for low, high in extents:
        change[bisect_right(begins, low) - 1] += 1
        change[bisect_left(begins, high)] -= 1
    for each, more in zip(canvas, accumulate(change), strict=False):
        each.more += more


def _lines(block: Portion, span: Span) -> range:
    if span.end <= block.begin or span.begin >= max(block.end, block.begin + 1):
        return range(0)
    return range(block.line_at(max(span.begin, block.begin)), block.line_at(span.end - 1) + 1)


def _over_lines(block: Portion, spans: Iterable[Span]) -> Iterable[tuple[int, Extent]]:
    for span in spans:
        for i in _lines(block, span):
            for extent in block.extents(block.lines[i], span.begin, span.end):
                yield i, extent


def _foot(block: Portion, mention: Mention) -> tuple[int, int] | None:
    """Return the line and x at which an arc stands on a mention: the middle of its first piece, if in this block."""
    first = mention.fragments[0]
    if not block.begin <= first.begin < max(block.end, block.begin + 1):
        return None
    i = block.line_at(first.begin)
    line: SetLine = block.lines[i]
    extents = block.extents(line, first.begin, first.end)
    return (i, (extents[0][0] + extents[0][1]) // 2) if extents else None

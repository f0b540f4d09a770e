"""Where hints at the edges of the view stand: over no mark, label or publication, if there is such a place."""

from bisect import bisect_right
from collections.abc import Iterable, Iterator

import numpy as np
from PySide6.QtCore import QRectF

from dateline.gui.timeline.beyond import EDGE, Signpost, Way
from dateline.gui.timeline.drawing import Picture
from dateline.gui.timeline.lag_lines import Field
from dateline.gui.timeline.layout import STRIP
from dateline.gui.timeline.today import word_at

_UP, _ASIDE = 6.0, 24.0  # pixels by which a hint makes way
_SHEET = 12.0  # pixels from the middle of a publication's sheet in which nothing else stands
_HALF = 8.0  # of what is drawn for a report


def placed(picture: Picture, field: Field | None) -> tuple[Signpost, ...]:
    """Return a picture's hints where they are in nobody's way; `field` is that of the reporting lag, if it is shown."""
    small = [_way_of(post) for post in picture.posts if post.small]
    if not small:
        return picture.posts
    labels = (box for box, _ in picture.labels_at)
    marks = _marks(picture, small) if field is None else _points(field)
    near = (b for b in (*labels, *marks, *_in_strip(picture)) if any(_above(b, one) for one in small))
    return clear_of(picture.posts, near)


def clear_of(posts: tuple[Signpost, ...], taken: Iterable[QRectF]) -> tuple[Signpost, ...]:
    """Return the hints, the small ones moved to where they cover nothing that is `taken`, if there is such a place.

    Those at the sides go up, at last into the strip of publications; those above and below go left.
    """
    out = [post for post in posts if not post.small]
    full = [*taken, *(post.box for post in out)]
    for post in sorted(posts, key=lambda p: p.way not in (Way.ABOVE, Way.BELOW)):
        if post.small:
            free = (b for b in _places(post) if not any(b.intersects(t) for t in full))
            box = next(free, post.box)
            full.append(box)
            out.append(Signpost(post.way, post.words, box, post.small))
    return tuple(out)


def _way_of(post: Signpost) -> QRectF:
    """Return the columns in which a small hint may come to stand."""
    return post.box.adjusted(EDGE - post.box.left(), 0, 0, 0) if post.way in (Way.ABOVE, Way.BELOW) else post.box


def _places(post: Signpost) -> Iterator[QRectF]:
    """Yield where a hint may stand, the best place first."""
    box = QRectF(post.box)
    if post.way in (Way.ABOVE, Way.BELOW):
        while box.left() >= EDGE:
            yield QRectF(box)
            box.translate(-_ASIDE, 0)
    else:
        while box.top() >= STRIP + 2:
            yield QRectF(box)
            box.translate(0, -_UP)
        box.moveTop((STRIP - box.height()) / 2 - 0.5)
        yield box


def _above(one: QRectF, other: QRectF) -> bool:
    """Say whether two boxes share a column of pixels."""
    return one.left() < other.right() and one.right() > other.left()


def _marks(picture: Picture, hints: Iterable[QRectF]) -> Iterator[QRectF]:
    """Yield what marks take up of each row that is seen, in the columns of some hints."""
    layout, scale = picture.layout, picture.scale
    low = picture.scroll - layout.row_height
    first, ends = bisect_right(layout.tops, low), bisect_right(layout.tops, picture.scroll + picture.lanes_height)
    columns = {(hint.left(), hint.right()) for hint in hints}
    for row, top in zip(layout.rows[first:ends], layout.tops[first:ends], strict=True):
        y = STRIP + top - picture.scroll
        for left, right in columns:
            begin, end = row.between(scale.moment(left), scale.moment(right))
            if end > begin:
                yield QRectF(left, y + 1, right - left, layout.row_height - 2)


def _points(field: Field) -> Iterator[QRectF]:
    for _, form, y in field.points:
        yield QRectF(form.out_left, y - _HALF, form.out_right - form.out_left, 2 * _HALF)


def _in_strip(picture: Picture) -> Iterator[QRectF]:
    """Yield what stands in the strip: the sheets, and the word of today."""
    scale = picture.scale
    low, high = np.searchsorted(picture.published, [scale.begin, scale.end])
    if high - low > scale.width / 4:
        yield QRectF(0, 0, scale.width, STRIP)
        return
    for at in picture.published[low:high].tolist():
        yield QRectF(scale.x(at) - _SHEET, 0, 2 * _SHEET, STRIP)
    if picture.today is not None and scale.begin <= picture.today <= scale.end:
        x = scale.x(picture.today)
        yield QRectF(x - 2, 0, 4, STRIP)
        if (left := word_at(picture, x)) is not None:
            yield QRectF(left, 0, picture.ink.small_metrics.horizontalAdvance(picture.today_word), STRIP)

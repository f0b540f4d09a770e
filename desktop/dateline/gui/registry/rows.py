"""The rows of the registry: things as a table that is filtered and sorted without asking the project again."""

from bisect import bisect_left, insort
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from enum import IntEnum
from itertools import count
from operator import attrgetter
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, QRect, QRectF, Qt
from PySide6.QtGui import QPainter, QPixmap

from dateline.gui.date_words import label
from dateline.gui.theme import Theme
from dateline.gui.widgets.swatch import draw_swatch
from dateline.model.annotation import Layer
from dateline.model.calendar import publication_order
from dateline.model.changes import Kind
from dateline.model.report import ThingSummary
from dateline.model.schema import Schema
from dateline.model.text import fold
from dateline.model.when import sort_key, when_from_value

THING = Qt.ItemDataRole.UserRole
_NOWHERE = QModelIndex()
_ID = attrgetter("id")
_MARK = QRect(0, 0, 16, 14)
_COLUMNS = 3
_FEW = 100  # changed things that are put in their places one by one
_ANSWERED = frozenset(
    {
        THING,
        Qt.ItemDataRole.DisplayRole,
        Qt.ItemDataRole.ToolTipRole,
        Qt.ItemDataRole.DecorationRole,
        Qt.ItemDataRole.AccessibleTextRole,
        Qt.ItemDataRole.ForegroundRole,
        Qt.ItemDataRole.TextAlignmentRole,
    }
)
Index = QModelIndex | QPersistentModelIndex


class Column(IntEnum):
    """What stands in a row."""

    NAME = 0
    MENTIONS = 1
    DATE = 2


class _Falling:
    """A value that stands before those that are less."""

    __slots__ = ("value",)

    def __init__(self, value: Any) -> None:
        self.value = value

    def __lt__(self, other: "_Falling") -> bool:
        return bool(other.value < self.value)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Falling) and bool(self.value == other.value)

    __hash__ = None  # type: ignore[assignment]


class ThingRows(QAbstractTableModel):
    """Shows those of the things that fit the words and the type looked for, in the order asked for."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._all: dict[str, ThingSummary] = {}
        self._folded: dict[str, str] = {}
        self._named: list[ThingSummary] | None = None  # all of them by name
        self._sorted: list[ThingSummary] | None = None  # all of them in order, until one of them or the order changes
        self._texts: list[str] | None = None  # what is sought in, in that order, made when it is asked for
        self._types: Counter[str] = Counter()
        self._shown: list[ThingSummary] = []
        self._rows: dict[str, int] | None = None  # of what is shown, made when it is asked for
        self._words: tuple[str, ...] = ()
        self._type: str | None = None
        self.kind = Kind.ENTITY
        self._order = (Column.NAME, Qt.SortOrder.AscendingOrder)
        self._schema = Schema()
        self._theme: Theme | None = None
        self._ratio = 1.0
        self._marks: dict[str, QPixmap] = {}

    def set_look(self, schema: Schema, theme: Theme, ratio: float) -> None:
        """Mark types as the page does, in pixmaps of so many pixels a point."""
        self._schema, self._theme, self._ratio = schema, theme, ratio
        self._marks.clear()
        if self._shown:
            self.dataChanged.emit(self.index(0, 0), self.index(len(self._shown) - 1, 0))

    def _mark(self, name: str) -> QPixmap:
        """Return the mark of a type."""
        if name not in self._marks:
            made = QPixmap(round(_MARK.width() * self._ratio), round(_MARK.height() * self._ratio))
            made.setDevicePixelRatio(self._ratio)
            made.fill(Qt.GlobalColor.transparent)
            painter = QPainter(made)
            known = self._schema.by_name.get(name)
            layer = known.layer if known else Layer.ENTITY
            if self._theme is not None:
                box, ink = QRectF(_MARK).adjusted(1, 1, -1, -1), self._theme.ink(self._schema, name)
                draw_swatch(painter, box, ink, layer, self._theme)
            painter.end()
            self._marks[name] = made
        return self._marks[name]

    def set_things(self, things: Iterable[ThingSummary], kind: Kind = Kind.ENTITY) -> None:
        """Hold these things, of this kind, and no others."""
        if kind is not self.kind:
            self.kind = kind
            self.headerDataChanged.emit(Qt.Orientation.Horizontal, Column.DATE, Column.DATE)
        self._all = {t.id: t for t in things}
        self._folded = {t.id: _sought(t) for t in self._all.values()}
        self._types = Counter(t.type for t in self._all.values())
        self._sorted = self._named = self._texts = None
        self._arrange()

    def update(self, changed: Sequence[ThingSummary], removed: Iterable[str] = ()) -> None:
        """Show some things anew, and some no longer. What is shown keeps its place: somebody may be about to click."""
        new = {t.id: t for t in changed}
        before = [self._all.pop(i) for i in {*removed, *new} if i in self._all]
        gone = [t.id for t in before if t.id not in new]
        for thing_id in gone:
            del self._folded[thing_id]
        for thing in new.values():
            self._all[thing.id] = thing
            self._folded[thing.id] = _sought(thing)
        self._types.subtract(t.type for t in before)
        self._types.update(t.type for t in new.values())
        self._named = _moved(self._named, before, new.values(), _name_key)
        self._sorted, self._texts = _moved(self._sorted, before, new.values(), self._key), None
        self._say_anew([t for t in new.values() if self.row_of(t.id) is not None])
        come = [t for t in new.values() if self.row_of(t.id) is None and self._fits(t)]
        left = [row for i in gone if (row := self.row_of(i)) is not None]
        if len(come) + len(left) > _FEW:
            self._arrange(self._shown)
        else:
            self._take_out(left)
            self._put_in(come)

    def _say_anew(self, things: Iterable[ThingSummary]) -> None:
        for thing in things:
            row = self._row_numbers()[thing.id]
            self._shown[row] = thing
            self.dataChanged.emit(self.index(row, 0), self.index(row, _COLUMNS - 1))

    def _take_out(self, rows: Iterable[int]) -> None:
        for row in sorted(rows, reverse=True):
            self.beginRemoveRows(_NOWHERE, row, row)
            del self._shown[row]
            self._rows = None
            self.endRemoveRows()

    def _put_in(self, things: Iterable[ThingSummary]) -> None:
        """Show some more, each after the one it follows by rights of those that are shown."""
        order = self._ordered() if things else []
        below: dict[int, list[ThingSummary]] = {}
        looked, under = 0, 0  # how far of the order was looked through, and below which row one of there stands
        for thing in sorted(things, key=self._key):
            at = bisect_left(order, self._key(thing), key=self._key)
            before = (self.row_of(order[i].id) for i in range(at - 1, looked - 1, -1))
            under = next((row + 1 for row in before if row is not None), under)
            below.setdefault(under, []).append(thing)
            looked = at
        for row, new in sorted(below.items(), reverse=True):
            self.beginInsertRows(_NOWHERE, row, row + len(new) - 1)
            self._shown[row:row] = new
            self._rows = None
            self.endInsertRows()

    def seek(self, words: str, type_: str | None) -> None:
        """Show only things with all these words in their names or ids, and of this type (None: any)."""
        wanted = tuple(fold(words).split())
        if (wanted, type_) != (self._words, self._type):
            self._words, self._type = wanted, type_
            self._arrange()

    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        """Order by a column."""
        self._order = (Column(column), order)
        self._sorted = self._texts = None
        self._arrange()

    def thing(self, thing_id: str) -> ThingSummary | None:
        """Return a thing by its id, shown or not."""
        return self._all.get(thing_id)

    def things(self) -> list[ThingSummary]:
        """Return all things, shown or not."""
        return list(self._all.values())

    @property
    def total(self) -> int:
        """How many things there are, shown or not."""
        return len(self._all)

    def row_of(self, thing_id: str) -> int | None:
        """Return the row in which a thing is shown."""
        return self._row_numbers().get(thing_id)

    def _row_numbers(self) -> dict[str, int]:
        if self._rows is None:
            self._rows = dict(zip(map(_ID, self._shown), count()))  # in C, for there may be ten thousand
        return self._rows

    def types(self) -> list[str]:
        """Return the types there are, those of the schema first and in its order."""
        there = {name for name, count in self._types.items() if name and count}
        known = [t.name for t in self._schema.types if t.name in there]
        return [*known, *sorted(there.difference(known))]

    def _arrange(self, before: Sequence[ThingSummary] = ()) -> None:
        """Show what fits, in order; what stood there `before` stays, in that order, whether or not it still fits."""
        self.beginResetModel()
        self._shown = self._kept(before, self._in_order()) if before else self._in_order()
        self._rows = None
        self.endResetModel()

    def _kept(self, before: Sequence[ThingSummary], now: list[ThingSummary]) -> list[ThingSummary]:
        """Return what was there before, with each new one after the one it follows by rights."""
        kept = [self._all[t.id] for t in before if t.id in self._all]
        there = {t.id for t in kept}
        new: dict[str, list[ThingSummary]] = {}
        last = ""  # first of all, before anything that was kept
        for thing in now:
            if thing.id in there:
                last = thing.id
            else:
                new.setdefault(last, []).append(thing)
        found = new.pop("", [])
        for thing in kept:
            found.append(thing)
            if thing.id in new:
                found += new[thing.id]
        return found

    def _in_order(self) -> list[ThingSummary]:
        """Return what fits; a key pressed in the field sorts nothing."""
        found = self._ordered()
        if self._words:
            first, *others = self._words
            found = [t for t, told in zip(found, self._folded_in_order(), strict=True) if first in told]
            for word in others:
                found = [t for t in found if word in self._folded[t.id]]
        if self._type is not None:
            return [t for t in found if t.type == self._type]
        return found if self._words else [*found]

    def _folded_in_order(self) -> list[str]:
        """Return what is sought in, of all things in the order asked for; the list is ours."""
        if self._texts is None:
            self._texts = [self._folded[t.id] for t in self._ordered()]
        return self._texts

    def _ordered(self) -> list[ThingSummary]:
        """Return all things in the order asked for; the list is ours."""
        if self._sorted is None:
            self._sorted = self._sort()
        return self._sorted

    def _key(self, thing: ThingSummary) -> Any:
        """Return what puts a thing into its place: as `_sort` does."""
        column, order = self._order
        key = _KEYS[column](thing)
        if order is Qt.SortOrder.DescendingOrder:
            key = _Falling(key)
        return column is Column.DATE and self._undated(thing), key, _name_key(thing)

    def _sort(self) -> list[ThingSummary]:
        column, order = self._order
        if self._named is None:
            self._named = sorted(self._all.values(), key=_name_key)
        things = [*self._named]
        if column is not Column.NAME or order is Qt.SortOrder.DescendingOrder:
            things.sort(key=_KEYS[column], reverse=order is Qt.SortOrder.DescendingOrder)
        if column is Column.DATE:
            things.sort(key=self._undated)  # what has no date stays last, whichever way
        return things

    def _undated(self, thing: ThingSummary) -> bool:
        """Whether it has no date: when it was told of is none of a happening."""
        return thing.when is None and (self.kind is Kind.HAPPENING or not thing.first)

    def _fits(self, thing: ThingSummary) -> bool:
        if self._type is not None and thing.type != self._type:
            return False
        text = self._folded[thing.id]
        return all(word in text for word in self._words)

    # What Qt asks

    def rowCount(self, parent: Index = _NOWHERE) -> int:
        """Return how many things are shown."""
        return 0 if parent.isValid() else len(self._shown)

    def columnCount(self, parent: Index = _NOWHERE) -> int:
        """Return how many columns there are."""
        return 0 if parent.isValid() else _COLUMNS

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Return what stands in a cell."""
        if role not in _ANSWERED or not index.isValid() or index.row() >= len(self._shown):
            return None  # Qt asks for more than a hundred roles in each frame
        thing, column = self._shown[index.row()], index.column()
        if role == THING:
            return thing
        if role == Qt.ItemDataRole.DisplayRole:
            return self._text(thing, column)
        if role == Qt.ItemDataRole.ToolTipRole:
            told = self.tr("first told {}").format(_day(thing.first[:10])) if thing.first else ""
            facts = (thing.name, self._type_of(thing), ", ".join(thing.aliases), thing.external_id, told)
            return "\n".join(t for t in facts if t)
        if role == Qt.ItemDataRole.DecorationRole and column == Column.NAME:
            return self._mark(thing.type)
        if role == Qt.ItemDataRole.AccessibleTextRole and column == Column.NAME:
            return f"{thing.name}, {self._type_of(thing)}"
        if role == Qt.ItemDataRole.ForegroundRole and column == Column.DATE and self._theme is not None:
            return self._theme.muted if self._undated(thing) else None
        if role == Qt.ItemDataRole.TextAlignmentRole and column == Column.MENTIONS:
            return Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        return None

    def _type_of(self, thing: ThingSummary) -> str:
        known = self._schema.by_name.get(thing.type)
        return known.shown if known else thing.type

    def _text(self, thing: ThingSummary, column: int) -> str:
        if column == Column.NAME:
            return thing.name
        if column == Column.MENTIONS:
            return str(thing.mentions)
        if thing.when or not thing.first:
            return label(thing.when) if thing.when else ""
        if self.kind is Kind.HAPPENING:
            return self.tr("told {}").format(_day(thing.first[:7]))  # the month: the column is narrow
        return _day(thing.first[:10])

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Return what stands over a column."""
        if orientation is Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            date = self.tr("Date") if self.kind is Kind.HAPPENING else self.tr("First told")
            return (self.tr("Name"), self.tr("№"), date)[section]
        if orientation is Qt.Orientation.Horizontal and role == Qt.ItemDataRole.ToolTipRole:
            said = self.tr("When the first article that mentions it appeared")
            if self.kind is Kind.HAPPENING:
                said = self.tr("When it takes place; grey where no article says so: when it was first told of")
            return (None, self.tr("Mentions"), said)[section]
        return None


def _moved(
    ordered: list[ThingSummary] | None,
    before: Sequence[ThingSummary],
    now: Iterable[ThingSummary],
    key: Callable[[ThingSummary], Any],
) -> list[ThingSummary] | None:
    """Put changed things to their places in an order; None, to be sorted when it is asked for, where they are many."""
    if ordered is None or len(before) > _FEW:
        return None
    for thing in before:
        at = bisect_left(ordered, key(thing), key=key)
        if at == len(ordered) or ordered[at].id != thing.id:
            return None
        del ordered[at]
    for thing in now:
        insort(ordered, thing, key=key)
    return ordered


def _day(published: str) -> str:
    """Return an ISO day or month as it is read."""
    when = when_from_value(published)
    return label(when) if when else published


def _sought(thing: ThingSummary) -> str:
    return fold(" ".join((thing.name, *thing.aliases, thing.external_id)))


def _name_key(thing: ThingSummary) -> tuple[str, str]:
    return thing.name.casefold(), thing.id


def _date_key(thing: ThingSummary) -> Any:
    return (0, sort_key(thing.when)) if thing.when else (1, publication_order(thing.first))


_KEYS: dict[Column, Callable[[ThingSummary], Any]] = {
    Column.NAME: _name_key,
    Column.MENTIONS: lambda t: t.mentions,
    Column.DATE: _date_key,
}

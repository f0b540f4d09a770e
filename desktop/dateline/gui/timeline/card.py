"""The card that tells what a mark is: title, date, people, the sentence it comes from, what speaks against it."""

from collections.abc import Sequence
from html import escape

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtWidgets import QFrame, QLabel, QVBoxLayout, QWidget

from dateline.chronology.quantity import Quantity
from dateline.gui.date_words import label
from dateline.gui.theme import Theme
from dateline.gui.timeline.marks import Publication, TimelineMark
from dateline.gui.timeline.measures import Series
from dateline.model.schema import Schema

_WIDTH = 340
_MOST_ORDERS = 5
_MOST_TITLES = 6
_LONGEST = 260  # characters of the sentence
_OPENING_MARKS = ("“", '"', "«", "„")


class Card(QFrame):
    """A sheet over the window beside what is pointed at; it takes neither focus nor clicks."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._panel = parent
        self._spared: QWidget | None = None
        self.setObjectName("timeline-card")
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.hide()
        self._text = QLabel(self)
        self._text.setTextFormat(Qt.TextFormat.RichText)
        self._text.setWordWrap(True)
        box = QVBoxLayout(self)
        box.setContentsMargins(12, 10, 12, 10)
        box.addWidget(self._text)
        self._theme = theme
        self.show_theme(theme)

    @property
    def text(self) -> str:
        """What the card says, as rich text."""
        return self._text.text()

    def spare(self, widget: QWidget) -> None:
        """Lie over everything but this."""
        self._spared = widget

    def show_theme(self, theme: Theme) -> None:
        """Use other colours."""
        self._theme = theme
        self.setStyleSheet(
            f"#timeline-card {{ background: {theme.panel.name()}; border: 1px solid {theme.line.name()};"
            f" border-radius: 6px; }} #timeline-card QLabel {{ color: {theme.text.name()}; border: none; }}"
        )

    def tell_mark(
        self, mark: TimelineMark, schema: Schema, beside: QRect, orders: Sequence[tuple[str, bool]] = ()
    ) -> None:
        """Show a mark's card beside a rectangle of the screen.

        `orders` are what the texts say of its order, each with whether the dates speak against it.
        """
        theme = self._theme
        colour = theme.ink(schema, mark.type).colour.name()
        kind = schema.by_name.get(mark.type)
        when = label(mark.when) if mark.when else self.tr("no date yet")
        lines = [
            f"<span style='color:{colour}'>◆ <b>{escape(kind.shown if kind else mark.type)}</b></span>"
            + "".join(f" · {word}" for word in self._states(mark)),
            f"<div style='font-weight:600;font-size:14px;margin-top:3px'>{escape(mark.title or mark.type)}</div>",
            f"<div style='margin-top:2px'>{escape(when)}</div>",
        ]
        if gone := dict.fromkeys(label(r.when) for r in mark.reports if r.gone and r.when):
            was = self.tr("was to be {date}").format(date=", ".join(gone))
            lines.append(f"<div style='color:{theme.muted.name()};margin-top:2px'>{escape(was)}</div>")
        facts = [", ".join(mark.participants), mark.place]
        if any(facts):
            joined = escape(" · ".join(f for f in facts if f))
            lines.append(f"<div style='color:{theme.muted.name()};margin-top:2px'>{joined}</div>")
        if mark.amounts:
            lines.append(f"<div style='margin-top:2px'>{escape(' · '.join(mark.amounts))}</div>")
        if mark.sentence:
            lines.append(f"<div style='font-family:serif;margin-top:7px'>{escape(_quoted(mark.sentence))}</div>")
        lines.append(f"<div style='color:{theme.muted.name()};margin-top:6px'>{escape(self._sources(mark))}</div>")
        for order, against in orders[:_MOST_ORDERS]:
            colour, sign = (theme.bad.name(), "<b>!</b> ") if against else (theme.muted.name(), "")
            lines.append(f"<div style='color:{colour};margin-top:4px'>{sign}{escape(order)}</div>")
        if mark.badge:
            lines.append(f"<div style='color:{theme.bad.name()};margin-top:6px'><b>!</b> {escape(mark.badge)}</div>")
        self._show("".join(lines), beside)

    def tell_publication(
        self, publication: Publication, reported: int, date: str, beside: QRect, others: Sequence[str] = ()
    ) -> None:
        """Show a publication's card; `others` are the titles of those that stand with it."""
        count = self.tr("reports %n event(s)", "", reported)
        published = self.tr("published {date}").format(date=date)
        self._show(
            f"<div style='font-weight:600;font-size:14px'>{escape(publication.title)}</div>"
            f"<div style='margin-top:2px'>{escape(published)}</div>"
            f"<div style='color:{self._theme.muted.name()};margin-top:4px'>{escape(plural(count, reported))}</div>"
            + self._others(others),
            beside,
        )

    def _others(self, titles: Sequence[str]) -> str:
        if not titles:
            return ""
        more = plural(self.tr("%n article(s) beside it", "", len(titles)), len(titles))
        listed = "".join(f"<br>{escape(title)}" for title in titles[:_MOST_TITLES])
        dots = "<br>…" if len(titles) > _MOST_TITLES else ""
        return f"<div style='margin-top:6px'><b>{escape(more)}</b>{listed}{dots}</div>"

    def tell_number(self, series: Series, number: int, titles: list[str], beside: QRect) -> None:
        """Show the card of one number of a series: what it is, of when, how it changed, who says so."""
        point, muted = series.points[number], self._theme.muted.name()
        due = label(point.when) if point.due else self.tr("some day; reported {date}").format(date=label(point.when))
        target = " · " + self.tr("target") if point.target else ""
        lines = [
            f"<div><b>{escape(series.title)}</b>{escape(target)}</div>",
            f"<div style='font-weight:600;font-size:14px;margin-top:3px'>{escape(point.amount.shown)}</div>",
            f"<div style='margin-top:2px'>{escape(due)}</div>",
        ]
        before = series.before(number)
        if before and (change := changed(before.amount, point.amount)):
            since = self.tr("{change} against {date}").format(change=change, date=label(before.when))
            lines.append(f"<div style='margin-top:2px'>{escape(since)}</div>")
        lines.append(f"<div style='font-family:serif;margin-top:7px'>{escape(_quoted(point.words))}</div>")
        lines += [f"<div style='color:{muted};margin-top:4px'>{escape(title)}</div>" for title in titles[:4]]
        self._show("".join(lines), beside)

    def _states(self, mark: TimelineMark) -> list[str]:
        words = [(mark.planned, self.tr("planned")), (mark.negated, self.tr("did not happen"))]
        return [word for is_so, word in words if is_so]

    def _sources(self, mark: TimelineMark) -> str:
        mentions, articles = len(mark.event_ids), len(mark.article_ids)
        told = plural(self.tr("%n mention(s)", "", mentions), mentions)
        told_in = plural(self.tr("in %n article(s)", "", articles), articles)
        source = mark.sources[0] if articles == 1 and mark.sources else ""
        return f"{told} {told_in}" + (f" · {source}" if source else "")

    def _show(self, text: str, beside: QRect) -> None:
        self._text.setText(text)
        self._text.setFixedWidth(_WIDTH - 26)
        self.adjustSize()
        window = self._panel.window()
        if self.parentWidget() is not window:
            self.setParent(window)
        corner = window.mapFromGlobal(beside.topLeft())
        free = QRect(self._spared.mapTo(window, QPoint()), self._spared.size()) if self._spared else QRect()
        self.move(placed(QRect(corner, beside.size()), self.width(), self.height(), window.rect(), free))
        self.show()
        self.raise_()


def changed(before: Quantity, now: Quantity) -> str:
    """Return by how much a number changed: "+26 %", in points where it is a percentage; "" where that says nothing."""
    if now.unit == "%":
        return f"{now.value - before.value:+.3g} %-pt"
    return f"{(now.value / before.value - 1) * 100:+.3g} %" if before.value > 0 else ""


def plural(text: str, count: int) -> str:
    """Return an English text with its "(s)" settled, where no translation did it."""
    return text.replace("(s)", "" if count == 1 else "s").replace("%n", str(count))


def _quoted(sentence: str) -> str:
    """Return a sentence in quotation marks, unless it begins with its own; a long one is cut."""
    text = " ".join(sentence.split())
    text = text if len(text) <= _LONGEST else text[:_LONGEST].rsplit(" ", 1)[0] + " …"
    return text if text[:1] in _OPENING_MARKS else f"“{text}”"


def placed(beside: QRect, width: int, height: int, ground: QRect, spared: QRect | None = None) -> QPoint:
    """Return where a card goes: above the mark if there is room on the ground, else below, else beside it.

    It lies neither over the mark nor over what is `spared`, as long as there is such a place.
    """
    x = min(max(beside.left() + 4, ground.left() + 4), ground.right() - width - 4)
    right = beside.right() + 12
    side = right if right + width <= ground.right() else max(ground.left(), beside.left() - 12 - width)
    low = max(ground.top(), ground.bottom() - height - 4)
    places = [QPoint(x, beside.top() - height - 8), QPoint(x, beside.bottom() + 8), QPoint(side, low)]
    if spared:
        places.append(QPoint(x, spared.top() - height - 4))
    for place in places:
        box = QRect(place, QSize(width, height))
        if ground.contains(box) and not box.intersects(beside) and not (spared and box.intersects(spared)):
            return place
    return QPoint(side, low)

"""What the articles say of one happening, side by side: a column for each report, a row for each field.

An article that tells of it in several places has its name over all of their columns.
"""

from collections.abc import Iterator, Sequence
from html import escape
from itertools import groupby

from PySide6.QtCore import QRect, Qt, QTimer
from PySide6.QtGui import QColor, QFont, QFontMetrics, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QLabel, QTableWidget, QTableWidgetItem, QWidget

from dateline.chronology.quantity import may_be_one
from dateline.editing.watching import known_parts
from dateline.gui.date_words import label
from dateline.gui.dialogs.frame import Dialog, heading, plural
from dateline.gui.session import Session
from dateline.gui.theme import Theme, blend
from dateline.model.changes import Changes, Kind
from dateline.model.lifecycle import Turn
from dateline.model.report import Report
from dateline.review.comparison import Comparison, Field, Row, compare

ORIGIN = "registry"
_WIDTH = 150  # pixels a report has at least
_NAMED = 4  # of what reports say that disagree
_PAD = (8, 5)
_REPORT = Qt.ItemDataRole.UserRole


class ComparisonDialog(Dialog):
    """Stands beside the window and follows what is edited there; a cell leads to the report's words."""

    def __init__(self, session: Session, theme: Theme, happening_id: str, parent: QWidget | None = None) -> None:
        super().__init__("", parent)
        self.setWindowModality(Qt.WindowModality.NonModal)
        self.resize(900, 520)
        self._session, self._theme, self.happening_id = session, theme, happening_id
        self.title, self.story = heading("", 1.25), QLabel()
        self.story.setWordWrap(True)
        self.story.setProperty("role", "muted")
        self.apart = QLabel()
        self.apart.setWordWrap(True)
        self.apart.setTextInteractionFlags(
            Qt.TextInteractionFlag.LinksAccessibleByMouse | Qt.TextInteractionFlag.LinksAccessibleByKeyboard
        )
        self.apart.setAccessibleName(self.tr("What the reports disagree about"))
        self.table = QTableWidget()
        self.table.setAccessibleName(self.tr("Reports compared"))
        self.table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.table.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.table.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.table.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.table.setWordWrap(True)
        self.table.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.table.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Interactive)
        self.table.setStyleSheet(f"QTableView::item {{ padding: {_PAD[1]}px {_PAD[0]}px; }}")
        self.table.horizontalHeader().setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)
        self.table.horizontalHeader().setTextElideMode(Qt.TextElideMode.ElideRight)
        for widget in (self.title, self.story, self.apart):
            self.body.addWidget(widget)
        self.body.addWidget(self.table, 1)
        self.add_button(self.tr("Close"), self.reject, default=True)
        self._spread_later = QTimer(self, singleShot=True, interval=0)
        self._spread_later.timeout.connect(self._spread)
        self.apart.linkActivated.connect(self._lead)
        self.table.cellActivated.connect(self._go)
        self.table.cellClicked.connect(self._go)
        self._later = QTimer(self, singleShot=True, interval=60)
        self._later.timeout.connect(self.refresh)
        session.changed.connect(self._changed)
        session.project_changed.connect(self.close)
        session.annotator_changed.connect(self._whose)  # no lambda: it would outlive the window
        self.refresh()

    def set_theme(self, theme: Theme) -> None:
        """Draw in other colours."""
        self._theme = theme
        self.refresh()

    def show_happening(self, happening_id: str) -> None:
        """Compare the reports of another happening."""
        self.happening_id = happening_id
        self.refresh()

    def _whose(self, _annotator: object) -> None:
        self._later.start()

    def _changed(self, changes: Changes, _origin: str) -> None:
        if changes.touches(Kind.HAPPENING, Kind.ENTITY, Kind.MENTION, Kind.ARGUMENT, Kind.TIME_VALUE, Kind.ARTICLE):
            self._later.start()

    def refresh(self) -> None:
        """Read the reports and show them; where the happening is gone, close."""
        with self._session.explaining():
            self._read()

    def _read(self) -> None:
        project, annotator = self._session.project, self._session.annotator
        happening = project.registry.happening(self.happening_id) if project else None
        if project is None or annotator is None or happening is None:
            self.close()
            return
        reports = project.occurrences.of_happening(happening.id, annotator.id)
        seen = compare(reports, known_parts(project), may_be_one, happening.when)
        (summary,) = project.registry.summaries(Kind.HAPPENING, annotator.id, [happening.id])
        self.setWindowTitle(self.tr("Reports of {}").format(happening.name))
        self.title.setText(happening.name)
        turns = dict.fromkeys(self._story(seen))
        date = label(summary.when) if summary.when else self.tr("no article says when")
        by_hand = self.tr("date set by hand") if happening.when else ""
        self.story.setText(" · ".join(t for t in (date, by_hand, " → ".join(turns)) if t))
        self._fill(seen)

    def _fill(self, seen: Comparison) -> None:
        table, fields = self.table, self._fields()
        rows = sorted(seen.rows, key=lambda row: not _disputed(row))  # what they disagree about is read first
        top = sum(map(_disputed, rows)) + 1  # the sentence stands behind
        at = (table.currentRow(), table.currentColumn())
        table.clear()
        table.clearSpans()
        table.setRowCount(len(seen.rows) + 2)
        table.setColumnCount(len(seen.reports))
        names = [fields[r.field] + ("  ≠" if _disputed(r) else "") for r in rows]
        names.insert(top - 1, self.tr("Sentence"))
        table.setVerticalHeaderLabels([self.tr("Article"), *names])
        said: list[str] = []
        for first, count in _articles(seen.reports):
            if count > 1:  # what one article says in several places stands under its name
                table.setSpan(0, first, 1, count)
            for n, report in enumerate(seen.reports[first : first + count]):
                date = report.published[:10] or self.tr("no date")
                many = self.tr("{date} · {n} of {count}").format(date=date, n=n + 1, count=count)
                table.setHorizontalHeaderItem(first + n, QTableWidgetItem(many if count > 1 else date))
                self._put(0, first + n, "\n".join(t for t in (report.article, report.source) if t), report.id)
        for column, report in enumerate(seen.reports):
            self._put(top, column, f"“{report.sentence}”", report.id).setFont(self._serif())
        for place, line in enumerate(rows, start=1):
            row = place if _disputed(line) else place + 1
            for column, text in enumerate(line.cells):
                shown = self._said(line, column)
                if shown and line.before and line.before[column]:
                    shown = self.tr("{date}, instead of {before}").format(date=text, before=line.before[column])
                item = self._put(row, column, shown or "—", seen.reports[column].id)
                if column in line.gone:
                    self._strike(item)
                if why := self._differs(line, column):
                    self._mark(item, why)
                elif not text:
                    item.setForeground(self._theme.muted)
            if _disputed(line):
                by_hand = self.tr("{date}, set by hand").format(date=line.by_hand) if line.by_hand else ""
                sides = " · ".join(t for t in (escape(by_hand), self._sides(row, line, seen)) if t)
                said.append(f"<b>≠ {fields[line.field]}:</b> {sides}")
        self.apart.setText("<br>".join(said))
        self.apart.setVisible(bool(said))
        self._spread()
        if 0 <= at[0] < table.rowCount() and 0 <= at[1] < table.columnCount():
            table.setCurrentCell(*at)

    def _differs(self, line: Row, column: int) -> str:
        """Return from what a cell differs; "" where nothing stands against it."""
        if column in line.apart:
            return self.tr("differs from another report")
        return self.tr("differs from the date set by hand") if column in line.against else ""

    def _said(self, line: Row, column: int) -> str:
        return self._turn(line.cells[column]) if line.field is Field.STATUS else line.cells[column]

    def _sides(self, row: int, line: Row, seen: Comparison) -> str:
        """Return what stands against each other in a line, each a link to the first report in the row that says it.

        The day that one of them gives up makes no side of its own. One that gives no day speaks against that set by
        hand by when it told of it as past or planned.
        """
        texts = {column: self._said(line, column) for column in sorted(line.apart | line.against)}
        for column in (c for c, text in texts.items() if not text):
            published = seen.reports[column].published[:10]
            texts[column] = self.tr("{told} ({date})").format(told=self._turn(seen.turns[column]), date=published)
        said: dict[frozenset[str], list[int]] = {}
        for column, text in texts.items():  # "Akar, Blinken" and "Blinken, Akar" are one side
            said.setdefault(frozenset(text.split(", ")), []).append(column)
        links = []
        for where in list(said.values())[:_NAMED]:
            text = texts[where[0]]
            count = plural(len(where), "", self.tr(" ({} reports)"))
            links.append(f'<a href="{row} {where[0]}">{escape(text)}</a>{count}')
        more = plural(len(said) - _NAMED, self.tr("1 more"), self.tr("{} more")) if len(said) > _NAMED else ""
        return " · ".join((*links, more) if more else links)

    def _lead(self, link: str) -> None:
        """Show a cell that the line above the table names, and its report's words."""
        row, column = map(int, link.split())
        self.table.setCurrentCell(row, column)
        self._go(row, column)

    def _serif(self) -> QFont:
        """Sentences look like the page they are from."""
        font = QFont("serif")
        font.setPointSizeF(self.font().pointSizeF() * 1.05)
        return font

    def _spread(self) -> None:
        """Few reports share the width; many keep a readable one each and scroll."""
        table = self.table
        room = table.viewport().width()
        width = max(_WIDTH, room // max(1, table.columnCount()))
        for column in range(table.columnCount()):
            table.setColumnWidth(column, width)
        for row in range(table.rowCount()):
            cells = ((table.item(row, column), table.columnSpan(row, column)) for column in range(table.columnCount()))
            table.setRowHeight(row, max(_height(item, width * span) for item, span in cells if item is not None))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Use the width there is."""
        super().resizeEvent(event)
        self._spread_later.start()

    def _put(self, row: int, column: int, text: str, report_id: str) -> QTableWidgetItem:
        item = QTableWidgetItem(text)
        item.setData(_REPORT, report_id)
        item.setToolTip(text)
        item.setTextAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)
        self.table.setItem(row, column, item)
        return item

    def _mark(self, item: QTableWidgetItem, why: str) -> None:
        """Disagreement is a tint, bold words and a sign at the row's name: not colour alone."""
        font = item.font()
        font.setBold(True)
        item.setFont(font)
        item.setBackground(QColor(blend(self._theme.bad, self._theme.page, 0.14)))
        item.setData(Qt.ItemDataRole.AccessibleDescriptionRole, why)

    def _strike(self, item: QTableWidgetItem) -> None:
        """A day from which it was put off is told as such, in words too: it is no day of this happening."""
        font = item.font()
        font.setStrikeOut(True)
        item.setFont(font)
        item.setForeground(self._theme.muted)
        item.setToolTip(self.tr("{date}: put off").format(date=item.text()))
        item.setData(Qt.ItemDataRole.AccessibleDescriptionRole, self.tr("put off"))

    def _fields(self) -> dict[Field, str]:
        return {
            Field.STATUS: self.tr("Told as"),
            Field.DATE: self.tr("Date"),
            Field.PLACE: self.tr("Place"),
            Field.PARTICIPANTS: self.tr("Who"),
            Field.AMOUNT: self.tr("Amount"),
            Field.TOPIC: self.tr("About"),
        }

    def _story(self, seen: Comparison) -> Iterator[str]:
        """Yield what the reports add; of one that moves a plan nobody told of before, the announcement too."""
        before = next((row.before for row in seen.rows if row.field is Field.DATE), ())
        for place, turn in enumerate(seen.turns):
            if place == 0 and before and before[0] and turn in (Turn.POSTPONED, Turn.BROUGHT_FORWARD):
                yield self.tr("announced for {date}").format(date=before[0])
            yield self._turn(turn.value)

    def _turn(self, turn: str) -> str:
        return {
            "announced": self.tr("announced"),
            "confirmed": self.tr("confirmed"),
            "postponed": self.tr("postponed"),
            "brought forward": self.tr("brought forward"),
            "called off": self.tr("called off"),
            "took place": self.tr("took place"),
            "did not take place": self.tr("did not take place"),
            "possible": self.tr("possible"),
        }.get(turn, turn)

    def _go(self, row: int, column: int) -> None:
        item = self.table.item(row, column)
        if item is not None:
            self._session.show_mention(item.data(_REPORT), ORIGIN)


def _disputed(row: Row) -> bool:
    """Say whether reports stand against each other, or against a person."""
    return bool(row.apart or row.against)


def _articles(reports: Sequence[Report]) -> Iterator[tuple[int, int]]:
    """Yield, article by article, the place of its first report and how many it has; they stand side by side."""
    first = 0
    for _, group in groupby(reports, key=lambda report: report.occurrence.event.article_id):
        count = sum(1 for _ in group)
        yield first, count
        first += count


def _height(item: QTableWidgetItem, width: int) -> int:
    """Return how tall a cell must be for all its words; Qt's own answer forgets the room round them."""
    room = QRect(0, 0, width - 2 * _PAD[0] - 6, 100_000)
    text = QFontMetrics(item.font()).boundingRect(room, Qt.TextFlag.TextWordWrap, item.text())
    return text.height() + 2 * _PAD[1] + 4

"""Keeps the timeline's marks in step with the session. Free of numpy and pyqtgraph, so that it may start early."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from itertools import chain
from time import perf_counter
from typing import Protocol

from PySide6.QtCore import QObject, Signal

from dateline.editing.registry import date_event, set_happening_date, typed_date
from dateline.gui.date_words import as_typed, label
from dateline.gui.later import TIMELINE, Later
from dateline.gui.session import Session
from dateline.gui.timeline.links import Link, orders_of, told_order
from dateline.gui.timeline.marks import Publication, TimelineMark
from dateline.gui.timeline.measures import Series, series_of
from dateline.gui.timeline.told import Renewed, Told, Touched
from dateline.model.calendar import DAY, HOUR
from dateline.model.changes import Changes, Kind
from dateline.model.page import Page
from dateline.model.schema import Schema
from dateline.model.text import sentence_at
from dateline.model.when import Granularity, When
from dateline.store.errors import ProjectError

_TURN = 0.007  # seconds of one turn; the window's own come between
_QUIET = 0.06  # seconds after something was asked for in which long work goes on no further: it is being painted
_MANY = 2_000  # marks that are shown quicker all anew than one by one


class ShowsMarks(Protocol):
    """What the feed needs of the panel, which it must not import."""

    def set_marks(self, marks: list[TimelineMark], publications: list[Publication], schema: Schema) -> None:
        """Show these marks and no others."""

    def bring_marks(self, marks: list[TimelineMark], publications: list[Publication], schema: Schema) -> Iterator[None]:
        """Do the same in pieces."""

    def others_come(self) -> None:
        """Be told that the marks shown next are another annotator's."""

    def update_marks(self, added_or_changed: list[TimelineMark], removed_ids: Iterable[str] = ()) -> None:
        """Show some marks anew, and some no longer."""

    def set_measures(self, series: tuple[Series, ...]) -> None:
        """Show these numbers over time and no others."""

    def set_links(self, links: tuple[Link, ...]) -> None:
        """Know this order of the marks and no other."""

    def select(self, mark_id: str | None, reveal: bool = True) -> None:
        """Select a mark, or none."""

    def show_article(self, article_id: str | None) -> None:
        """Show which article is open."""

    def set_sentences(self, sentence_of: Callable[[TimelineMark], str]) -> None:
        """Ask here for the words a mark comes from."""


class TimelineFeed(QObject):
    """Reads occurrences when they change and hands marks to the panel, once there is one."""

    range_articles = Signal(object, str)  # frozenset of article ids in the brushed range, or None; its dates

    def __init__(self, session: Session, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._panel: ShowsMarks | None = None
        self._told: Told | None = None
        self._problems: Mapping[str, str] = {}  # by event: what speaks against it
        self._stale = True  # everything is to be read anew
        self._touched = Touched()
        self._work: Iterator[None] | None = None
        self._later = Later(self, self._catch_up, TIMELINE)
        self._more = Later(self, self._go_on, 0)
        self._brushed = False
        self._whole = False  # whether the work under way reads everything
        self._asked = 0.0  # when something else was asked for last
        for fact in (session.page_changed, session.changed, session.mention_selected, session.text_selected):
            fact.connect(self._step_back)
        session.annotator_changed.connect(self._another)
        session.project_changed.connect(lambda p: self._all_stale() if p is None else None)
        session.schema_changed.connect(self._restyle)
        session.changed.connect(self._changed)
        session.mention_selected.connect(self._follow)
        self._article_later = Later(self, self._show_article, TIMELINE)
        session.page_changed.connect(self._article_later.start)

    @property
    def marks(self) -> Mapping[str, TimelineMark]:
        """The marks as they were made last, by id."""
        return self._told.marks if self._told is not None else {}

    @property
    def busy(self) -> bool:
        """Whether the marks are still to be brought up to date."""
        return self._work is not None or self._later.waiting or self._more.waiting

    @property
    def filling(self) -> bool:
        """Whether everything is being read, or about to be."""
        return self.busy and (self._stale or (self._whole and self._work is not None))

    def show_on(self, panel: ShowsMarks) -> None:
        """Feed this panel from now on."""
        self._panel = panel
        if isinstance(panel, QObject):
            panel.destroyed.connect(self._let_go)
        panel.set_sentences(self.sentence)
        self._show_article()
        if self._stale or (self._told is None and self._work is not None):
            self._catch_up()
        else:
            self._show_all()
            self._later.start()  # for what has changed since it was read

    def _show_article(self) -> None:
        page = self._session.page
        if self._panel is not None:
            self._panel.show_article(page.article.id if page else None)

    def _let_go(self) -> None:
        """A window that is torn down takes its panel with it before the project is closed."""
        self._panel = None
        self._work = None
        for later in (self._later, self._more, self._article_later):
            later.stop()

    def _all_stale(self, *_: object) -> None:
        """Read everything anew; also before there is a panel, which then has marks as soon as it is shown."""
        self._stale, self._work, self._touched = True, None, Touched()
        self._later.start()

    def _another(self, *_: object) -> None:
        if self._panel is not None:
            self._panel.others_come()
        self._all_stale()

    def _changed(self, changes: Changes, _origin: str) -> None:
        """Note what is touched, also by a thing renamed or dated: to read all takes seconds in a large project."""
        if changes.articles is None or changes.touches(Kind.ARTICLE):
            self._all_stale()
            return
        self._touched.note(changes)
        if self._touched and self._panel is not None:
            self._later.start()

    def _restyle(self, *_: object) -> None:
        """Show the same marks in other colours; annotations that another label was put on are told of besides."""
        if self._panel is not None and not self._stale:
            self._show_marks(self._panel)

    def _step_back(self, *_: object) -> None:
        self._asked = perf_counter()

    def _go_on(self) -> None:
        """Go on with long work, unless a key was pressed just now, whose answer is still to be painted."""
        if perf_counter() - self._asked < _QUIET:
            self._later.start()
        else:
            self._catch_up()

    def _catch_up(self) -> None:
        """Go on with what is to be read, for a moment: a large project takes many, and the window has its turns."""
        until = perf_counter() + _TURN
        try:
            while self._goes_on():
                if perf_counter() >= until:
                    self._more.start()
                    return
        except ProjectError as error:  # the next edit tries again, from the begin: what was touched is half read
            self._stale, self._work = True, None
            self._session.failed.emit(error)

    def _goes_on(self) -> bool:
        """Do the next piece of work; False where there is none."""
        self._work = self._work or self._next_work()
        if self._work is None:
            return False
        work = self._work
        try:
            next(work)
        except StopIteration:
            if self._work is work:
                self._work = None
        return True

    def _next_work(self) -> Iterator[None] | None:
        self._whole = self._stale
        if self._stale:
            self._stale = False
            return self._read_all()
        if self._told is not None and self._touched and self._panel is not None:
            touched, self._touched = self._touched, Touched()
            return self._renew(self._panel, self._told, touched)
        return None

    def _read_all(self) -> Iterator[None]:
        project, annotator = self._session.project, self._session.annotator
        told = None
        if project is not None and annotator is not None:
            told = Told(project, annotator.id, lambda: self._problems, self._text_at_hand)
            yield from told.read()
        self._told = told
        if self._panel is not None and len(self.marks) > _MANY:
            yield from self._bring(self._panel)
        else:
            self._show_all()

    def _bring(self, panel: ShowsMarks) -> Iterator[None]:
        yield from self._bring_marks(panel)
        yield
        self._show_beside(panel)

    def _bring_marks(self, panel: ShowsMarks) -> Iterator[None]:
        """Show all marks in pieces, between which the schema may change: what is shown is in its newest colours."""
        schema = self._session.schema
        yield from panel.bring_marks(list(self.marks.values()), self._publications(), schema)
        if schema is not self._session.schema:
            self._show_marks(panel)
        else:
            self._follow(self._session.mention_id, "")

    def _renew(self, panel: ShowsMarks, told: Told, touched: Touched) -> Iterator[None]:
        out = Renewed()
        yield from told.renew(touched, out)
        if len(out.changed) + len(out.removed) > _MANY:
            yield from self._bring_marks(panel)
        elif out.changed or out.removed:
            panel.update_marks(out.changed, out.removed)
        if out.events:
            self._follow(self._session.mention_id, "")
        if out.beside:
            self._show_beside(panel)

    def _text_at_hand(self, article_id: str) -> str:
        page = self._session.page
        return page.text if page is not None and page.article.id == article_id else ""

    def _show_marks(self, panel: ShowsMarks) -> None:
        panel.set_marks(list(self.marks.values()), self._publications(), self._session.schema)
        self._follow(self._session.mention_id, "")

    def _publications(self) -> list[Publication]:
        return self._told.publications if self._told is not None else []

    def _show_all(self) -> None:
        if self._panel is not None:
            self._show_marks(self._panel)
            self._show_beside(self._panel)

    def _show_beside(self, panel: ShowsMarks) -> None:
        panel.set_measures(series_of(self._told.readings()) if self._told is not None else ())
        panel.set_links(tuple(self._told.links()) if self._told is not None else ())

    def set_problems(self, problems: Mapping[str, str]) -> None:
        """Mark the events that something speaks against, by mention id; those of before are marked no longer."""
        others = {i for i in {*problems, *self._problems} if problems.get(i) != self._problems.get(i)}
        self._problems = problems
        self._touched.mentions |= others
        if others and self._panel is not None and not self._stale:
            self._catch_up()

    def show_happening(self, happening_id: str) -> None:
        """Select the mark of a happening, where it has one."""
        if self._panel is not None and happening_id in self.marks:
            self._panel.select(happening_id)

    def _follow(self, mention_id: str | None, _origin: str) -> None:
        """Select the mark of the selected event, or of the event the selected mention belongs to."""
        page = self._session.page
        if self._panel is None or page is None:
            return
        self._panel.select(self._mark_of(page, mention_id) if mention_id else None)

    def _mark_of(self, page: Page, mention_id: str) -> str | None:
        mention = page.mentions.get(mention_id)
        if mention is None:
            return None
        roles = (page.mentions.get(a.event_id) for a in page.roles_of(mention_id))
        events = chain([mention], (event for event in roles if event is not None))
        candidates = (event.happening_id or event.id for event in events)
        return next((c for c in candidates if c in self.marks), None)

    def sentence(self, mark: TimelineMark) -> str:
        """Return the sentence of a mark's first report, "" where it is gone."""
        project = self._session.project
        events = self._told.events if self._told is not None else {}
        first = next((events[i] for i in mark.event_ids if i in events), None)
        if project is None or first is None:
            return ""
        article_id, text = first.event.article_id, ""
        with self._session.explaining():
            text = self._text_at_hand(article_id) or project.articles.get(article_id).text
        span = sentence_at(text, first.event.span.begin)
        return " ".join(span.of(text).split()) if span else ""

    def open_mark(self, mark_id: str) -> None:
        """Go to the trigger behind a mark; from one of its reports to the next on repeated calls."""
        mark = self.marks.get(mark_id)
        if mark is None or not mark.event_ids:
            return
        ids = mark.event_ids
        here = ids.index(self._session.mention_id) + 1 if self._session.mention_id in ids else 0
        self._session.show_mention(ids[here % len(ids)], "timeline")

    def typed_date(self, mark: TimelineMark, typed: str) -> When:
        """Return the date that was typed for a mark, a weekday counted from the selected report's publication.

        Raises ValueError saying what to write instead.
        """
        project = self._session.project
        if project is None:
            raise ValueError(self.tr("no project is open any more"))
        return typed_date(project, as_typed(typed), mark.event_ids, self._session.mention_id or "", typed)

    def date_mark(self, mark_id: str, when: When) -> None:
        """Give a mark the date it was dragged to."""
        mark, project = self.marks.get(mark_id), self._session.project
        if mark is None or project is None:
            return
        if mark.happening_id:
            done = self._session.do(lambda: set_happening_date(project, mark_id, when), "timeline")
        else:
            done = self._session.do(lambda: date_event(project, mark.event_ids[0], when), "timeline")
        if done:
            self._select_event(mark)
            against = self._against(mark_id, when)
            text = (
                self.tr("{name}: now {date}, which contradicts {order}; undo takes it back.")
                if against
                else self.tr("{name}: now {date}; undo takes it back.")
            )
            self._session.message.emit(text.format(name=mark.title, date=label(when), order=against))
        else:
            self._put_back(mark)

    def _put_back(self, mark: TimelineMark) -> None:
        if self._panel is not None:
            self._panel.update_marks([mark])

    def _select_event(self, mark: TimelineMark) -> None:
        """Select what was dated, on the open page where it is told there: the next key is meant for it."""
        ids, page = mark.event_ids, self._session.page
        if self._session.mention_id not in ids:
            self._session.show_mention(next((i for i in ids if page and i in page.mentions), ids[0]), "timeline")

    def _against(self, mark_id: str, when: When) -> str:
        """Return the first relation of a mark that a date rules out, as words."""
        links = self._told.links() if self._told is not None else ()

        def mark_of(other: str) -> tuple[str, When | None] | None:
            found = self.marks.get(other)
            return (found.title, found.when) if found else None

        orders = orders_of(links, mark_id, when, mark_of)
        schema = self._session.schema
        return next((told_order(link, mark_id, other, schema) for link, other, is_broken in orders if is_broken), "")

    def brush(self, between: tuple[float, float] | None) -> None:
        """Work out which articles tell of something in a range of seconds, or appeared in it."""
        was_brushed, self._brushed = self._brushed, between is not None
        if between is None:
            self.range_articles.emit(None, "")
            if was_brushed:
                self._session.message.emit(self.tr("All articles are shown again."))
            return
        begin, end = between
        ids = {a for m in self.marks.values() if m.when and _in_range(m.when, begin, end) for a in m.article_ids}
        ids |= {p.article_id for p in self._publications() if begin <= p.at_seconds < end}
        dates = range_label(begin, end)
        self.range_articles.emit(frozenset(ids), dates)
        text = self.tr("{dates}: articles that tell of it or appeared in it, {n} in all. Esc there shows all again.")
        self._session.message.emit(text.format(dates=dates, n=len(ids)))


def range_label(begin: float, end: float) -> str:
    """Return the dates of a range of seconds: by hours where it is shorter than three days and no whole ones."""
    whole = end - begin >= 3 * DAY or begin % DAY == end % DAY == 0
    unit, size = (Granularity.DAY, DAY) if whole else (Granularity.HOUR, HOUR)
    first, last = int(begin // size * size), int(-(-end // size) * size)
    return label(When(first, max(last, first + size), unit))


def _in_range(when: When, begin: float, end: float) -> bool:
    return (when.begin is None or when.begin < end) and (when.end is None or when.end > begin)

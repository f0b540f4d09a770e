"""Keeps the timeline's marks in step with the session. Free of numpy and pyqtgraph, so that it may start early."""

from collections.abc import Callable, Iterable, Mapping, Sequence, Set
from typing import Protocol

from msgspec.structs import replace
from PySide6.QtCore import QObject, Signal

from dateline.editing.registry import date_event, set_happening_date
from dateline.gui.later import TIMELINE, Later
from dateline.gui.session import Session
from dateline.gui.timeline.links import Link, links_from, orders_of, told_order
from dateline.gui.timeline.marks import Publication, TimelineMark
from dateline.gui.timeline.measures import Reading, Series, readings_of, series_of
from dateline.gui.timeline.source import key_of, marks_from, publications_from
from dateline.model.annotation import Relation
from dateline.model.changes import Changes, Kind
from dateline.model.occurrence import Occurrence
from dateline.model.page import Page
from dateline.model.schema import Schema
from dateline.model.text import sentence_at
from dateline.model.when import When, label
from dateline.store.articles import ArticleSummary


class ShowsMarks(Protocol):
    """What the feed needs of the panel, which it must not import."""

    def set_marks(self, marks: list[TimelineMark], publications: list[Publication], schema: Schema) -> None:
        """Show these marks and no others."""

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

    range_articles = Signal(object)  # frozenset of article ids in the brushed range, or None

    def __init__(self, session: Session, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._panel: ShowsMarks | None = None
        self._articles: dict[str, ArticleSummary] = {}
        self._occurrences: dict[str, list[Occurrence]] = {}  # by article
        self._readings: dict[str, list[Reading]] = {}  # by article
        self._links: dict[str, list[Link]] = {}  # by article
        self._names: dict[str, str] = {}  # of entities, as they are shown
        self.marks: dict[str, TimelineMark] = {}
        self._problems: Mapping[str, str] = {}  # by event: what speaks against it
        self._stale: set[str] | None = None  # articles to read anew; None: all
        self._later = Later(self, self._catch_up, TIMELINE)
        session.annotator_changed.connect(self._all_stale)
        session.project_changed.connect(lambda p: self._all_stale() if p is None else None)
        session.schema_changed.connect(self._restyle)
        session.changed.connect(self._changed)
        session.mention_selected.connect(self._follow)
        self._article_later = Later(self, self._show_article, TIMELINE)
        session.page_changed.connect(self._article_later.start)

    def show_on(self, panel: ShowsMarks) -> None:
        """Feed this panel from now on."""
        self._panel = panel
        if isinstance(panel, QObject):
            panel.destroyed.connect(self._let_go)
        panel.set_sentences(self.sentence)
        self._show_article()
        if self._stale is None:
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
        self._later.stop()
        self._article_later.stop()

    def _all_stale(self, *_: object) -> None:
        """Read everything anew; also before there is a panel, which then has marks as soon as it is shown."""
        self._stale = None
        self._later.start()

    def _changed(self, changes: Changes, _origin: str) -> None:
        """Find what is touched also by a thing renamed or dated: to read all takes seconds in a large project."""
        if changes.articles is None or changes.touches(Kind.ARTICLE):
            self._all_stale()
            return
        stale: set[str] = set()
        if changes.touches(Kind.MENTION, Kind.ARGUMENT, Kind.TIME_VALUE, Kind.RELATION):
            stale |= changes.articles
        for happening_id in (i for part in (changes.altered, changes.removed) for i in part.get(Kind.HAPPENING, ())):
            if happening_id in self.marks:
                stale.update(self.marks[happening_id].article_ids)
        if renamed := self._renamed(changes.altered.get(Kind.ENTITY, frozenset())):
            for article_id, told in self._occurrences.items():
                if any(f.mention.entity_id in renamed for o in told for f in o.fillers):
                    stale.add(article_id)
        if stale and self._stale is not None:
            self._stale |= stale
        if stale and self._panel is not None:
            self._later.start()

    def _renamed(self, entity_ids: Iterable[str]) -> set[str]:
        """Return those of some entities that are called otherwise than on the timeline."""
        project = self._session.project
        now = project.annotations.records(Kind.ENTITY, entity_ids) if project is not None else ()
        return {e.id for e in now if self._names.get(e.id, e.name) != e.name}

    def _restyle(self, *_: object) -> None:
        """Show the same marks in other colours; annotations that another label was put on are told of besides."""
        if self._panel is not None and self._stale is not None:
            self._show_marks(self._panel)

    def _catch_up(self) -> None:
        if self._stale is None:
            self._stale = set()
            self._read_all()
            self._show_all()
        elif self._stale and self._panel is not None:
            stale, self._stale = self._stale, set()
            self._read_some(self._panel, stale)

    def _show_marks(self, panel: ShowsMarks) -> None:
        panel.set_marks(list(self.marks.values()), publications_from(self._articles.values()), self._session.schema)
        self._follow(self._session.mention_id, "")

    def _show_all(self) -> None:
        if self._panel is not None:
            self._show_marks(self._panel)
            self._show_beside(self._panel)

    def _read_all(self) -> None:
        project, annotator = self._session.project, self._session.annotator
        self._occurrences.clear()
        self._names.clear()
        self._articles.clear()
        self._readings.clear()
        self._links.clear()
        if project is not None and annotator is not None:
            self._articles = {a.id: a for a in project.articles.summaries(annotator.id)}
            for occurrence in project.occurrences.of(annotator.id):
                self._occurrences.setdefault(occurrence.event.article_id, []).append(occurrence)
                self._note_names(occurrence)
            related: dict[str, list[Relation]] = {}
            for relation in project.occurrences.order_links(annotator.id):
                related.setdefault(relation.article_id, []).append(relation)
            for article_id, told in self._occurrences.items():
                self._note_beside(article_id, told, related.get(article_id, ()))
        self.marks = {m.id: m for m in self._made(None)}

    def _read_some(self, panel: ShowsMarks, stale: set[str]) -> None:
        project, annotator = self._session.project, self._session.annotator
        if project is None or annotator is None:
            return
        touched: set[str] = set()
        beside = False
        for article_id in stale:
            before = self._occurrences.pop(article_id, [])
            now = project.occurrences.of(annotator.id, article_id=article_id)
            if now:
                self._occurrences[article_id] = now
                for occurrence in now:
                    self._note_names(occurrence)
            beside |= self._note_beside(
                article_id, now, project.occurrences.order_links(annotator.id, article_id=article_id)
            )
            touched |= {key_of(o) for o in (*before, *now)}
        made = {m.id: m for m in self._made(touched, stale)}
        changed = [m for m in made.values() if self.marks.get(m.id) != m]
        removed = [key for key in touched if key not in made and key in self.marks]
        for key in removed:
            del self.marks[key]
        self.marks |= made
        if changed or removed:
            panel.update_marks(changed, removed)
        if beside:
            self._show_beside(panel)
        self._follow(self._session.mention_id, "")

    def _made(self, keys: set[str] | None, stale: Set[str] = frozenset()) -> list[TimelineMark]:
        project = self._session.project
        if project is None:
            return []
        if keys is None:
            told = [o for group in self._occurrences.values() for o in group]
            happenings = project.registry.happenings()
        else:
            groups = (self._occurrences.get(a, ()) for a in sorted(self._articles_of(keys, stale)))
            told = [o for group in groups for o in group if key_of(o) in keys]
            happenings = project.annotations.records(Kind.HAPPENING, keys)
        marks = marks_from(told, {h.id: h for h in happenings}, self._articles)
        return [self._with_problem(m) for m in marks] if self._problems else marks

    def _articles_of(self, keys: Set[str], stale: Set[str]) -> set[str]:
        """Return the articles that tell of some marks: those that did, and those just read."""
        return set(stale).union(*(self.marks[k].article_ids for k in keys if k in self.marks))

    def _with_problem(self, mark: TimelineMark) -> TimelineMark:
        """Add to a mark's badge what the checks found about its events."""
        found = dict.fromkeys(self._problems[i] for i in mark.event_ids if i in self._problems)
        if not found or mark.badge:
            return mark
        return replace(mark, badge=" ".join(found))

    def set_problems(self, problems: Mapping[str, str]) -> None:
        """Mark the events that something speaks against, by mention id; those of before are marked no longer."""
        touched = {i for i in {*problems, *self._problems} if problems.get(i) != self._problems.get(i)}
        self._problems = problems
        keys = {m.id for m in self.marks.values() if not touched.isdisjoint(m.event_ids)}
        if keys and self._panel is not None and self._stale is not None:
            made = {m.id: m for m in self._made(keys)}
            changed = [m for m in made.values() if self.marks.get(m.id) != m]
            self.marks |= made
            if changed:
                self._panel.update_marks(changed)

    def show_happening(self, happening_id: str) -> None:
        """Select the mark of a happening, where it has one."""
        if self._panel is not None and happening_id in self.marks:
            self._panel.select(happening_id)

    def _note_names(self, occurrence: Occurrence) -> None:
        self._names |= {f.mention.entity_id: f.entity_name for f in occurrence.fillers if f.mention.entity_id}

    def _note_beside(self, article_id: str, told: list[Occurrence], relations: Sequence[Relation]) -> bool:
        """Keep the numbers an article gives and the order it states; say whether they changed."""
        before = self._readings.pop(article_id, []), self._links.pop(article_id, [])
        now = (
            readings_of(told, self._articles),
            links_from(relations, {o.event.id: key_of(o) for o in told} if relations else {}),
        )
        if now[0]:
            self._readings[article_id] = now[0]
        if now[1]:
            self._links[article_id] = now[1]
        return before != now

    def _show_beside(self, panel: ShowsMarks) -> None:
        panel.set_measures(series_of(r for told in self._readings.values() for r in told))
        panel.set_links(tuple(link for told in self._links.values() for link in told))

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
        candidates = [mention.happening_id or mention.id]
        for argument in page.roles_of(mention_id):
            event = page.mentions.get(argument.event_id)
            if event is not None:
                candidates.append(event.happening_id or event.id)
        return next((c for c in candidates if c in self.marks), None)

    def sentence(self, mark: TimelineMark) -> str:
        """Return the sentence of a mark's first report, "" where it is gone."""
        project = self._session.project
        told = (o for a in mark.article_ids for o in self._occurrences.get(a, ()) if o.event.id in mark.event_ids)
        first = next(told, None)
        if project is None or first is None:
            return ""
        text = project.articles.get(first.event.article_id).text
        span = sentence_at(text, first.event.span.begin)
        return span.of(text) if span else ""

    def open_mark(self, mark_id: str) -> None:
        """Go to the trigger behind a mark; from one of its reports to the next on repeated calls."""
        mark = self.marks.get(mark_id)
        if mark is None or not mark.event_ids:
            return
        ids = mark.event_ids
        here = ids.index(self._session.mention_id) + 1 if self._session.mention_id in ids else 0
        self._session.show_mention(ids[here % len(ids)], "timeline")

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
            self._all_stale()  # put the mark back where it was

    def _select_event(self, mark: TimelineMark) -> None:
        """Select what was dated, on the open page where it is told there: the next key is meant for it."""
        ids, page = mark.event_ids, self._session.page
        if self._session.mention_id not in ids:
            self._session.show_mention(next((i for i in ids if page and i in page.mentions), ids[0]), "timeline")

    def _against(self, mark_id: str, when: When) -> str:
        """Return the first relation of a mark that a date rules out, as words."""
        links = (link for told in self._links.values() for link in told)

        def mark_of(other: str) -> tuple[str, When | None] | None:
            found = self.marks.get(other)
            return (found.title, found.when) if found else None

        orders = orders_of(links, mark_id, when, mark_of)
        schema = self._session.schema
        return next((told_order(link, mark_id, other, schema) for link, other, is_broken in orders if is_broken), "")

    def brush(self, between: tuple[float, float] | None) -> None:
        """Work out which articles tell of something in a range of seconds, or appeared in it."""
        if between is None:
            self.range_articles.emit(None)
            return
        begin, end = between
        ids = {a for m in self.marks.values() if m.when and _in_range(m.when, begin, end) for a in m.article_ids}
        ids |= {p.article_id for p in publications_from(self._articles.values()) if begin <= p.at_seconds < end}
        self.range_articles.emit(frozenset(ids))


def _in_range(when: When, begin: float, end: float) -> bool:
    return (when.begin is None or when.begin < end) and (when.end is None or when.end > begin)

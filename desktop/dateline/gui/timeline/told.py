"""What the marks are made from, kept event by event: an edit reads and makes anew no more than it touched. Free of Qt.

All work comes as an iterator that stops between two pieces of a few milliseconds, so that the window keeps up.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

from msgspec import Struct, field
from msgspec.structs import replace

from dateline.gui.timeline.links import Link, links_from
from dateline.gui.timeline.marks import Publication, TimelineMark
from dateline.gui.timeline.measures import Reading, readings_of
from dateline.gui.timeline.source import key_of, marks_from, publications_from
from dateline.model.annotation import Relation
from dateline.model.changes import Changes, Kind
from dateline.model.occurrence import Occurrence
from dateline.store.articles import ArticleSummary
from dateline.store.project import Project

_AT_ONCE = 40  # events read, or made into marks, in one piece
_ARTICLES = 200  # looked at in one piece


class Touched(Struct):
    """The ids of what was changed since the marks were made."""

    mentions: set[str] = field(default_factory=set)
    arguments: set[str] = field(default_factory=set)
    entities: set[str] = field(default_factory=set)
    marks: set[str] = field(default_factory=set)
    related: set[str] = field(default_factory=set)  # articles whose relations were

    def __bool__(self) -> bool:
        return bool(self.mentions or self.arguments or self.entities or self.marks or self.related)

    def note(self, changes: Changes) -> None:
        """Take in what a step changed; what it did to articles themselves is for a whole reading."""
        for part in (changes.added, changes.altered, changes.removed):
            self.mentions |= part.get(Kind.MENTION, frozenset()) | part.get(Kind.TIME_VALUE, frozenset())
            self.arguments |= part.get(Kind.ARGUMENT, frozenset())
        for part in (changes.altered, changes.removed):
            self.marks |= part.get(Kind.HAPPENING, frozenset())
        self.entities |= changes.altered.get(Kind.ENTITY, frozenset())
        if changes.touches(Kind.RELATION):
            self.related |= changes.articles or frozenset()


class Renewed(Struct):
    """What has become of the marks; `events`: whether any was read, `beside`: whether numbers or order changed."""

    events: bool = False
    changed: list[TimelineMark] = field(default_factory=list)
    removed: list[str] = field(default_factory=list)
    beside: bool = False


class Told:
    """An annotator's events as last read, and the marks, numbers and links made from them."""

    def __init__(
        self,
        project: Project,
        annotator_id: str,
        problems: Callable[[], Mapping[str, str]],
        at_hand: Callable[[str], str],
    ) -> None:
        """`problems` by event say what speaks against it; `at_hand` returns the text of the open article, else ""."""
        self.project = project
        self._annotator_id = annotator_id
        self._problems = problems
        self._at_hand = at_hand
        self._text = ("", "")  # of the article read last
        self.articles: dict[str, ArticleSummary] = {}
        self.publications: list[Publication] = []
        self.marks: dict[str, TimelineMark] = {}
        self.events: dict[str, Occurrence] = {}
        self._of_happening: dict[str, set[str]] = {}
        self._of_argument: dict[str, str] = {}
        self._names: dict[str, str] = {}  # of entities, as they are shown
        self._readings: dict[str, list[Reading]] = {}  # by event
        self._relations: dict[str, list[Relation]] = {}  # by article
        self._links: dict[str, list[Link]] = {}  # by article

    # Reading

    def read(self) -> Iterator[None]:
        """Read everything."""
        project, annotator_id = self.project, self._annotator_id
        for known in project.articles.summaries_by(_ARTICLES, annotator_id):
            self.articles.update((a.id, a) for a in known)
            self.publications += publications_from(known)
            yield
        for articles in _parts(self.articles):
            for part in project.occurrences.portions(annotator_id, articles, _AT_ONCE, self._text_of):
                for occurrence in part:
                    self._keep(occurrence)
                yield
        for relation in project.occurrences.order_links(annotator_id):
            self._relations.setdefault(relation.article_id, []).append(relation)
        for article_id in self._relations:
            self._link(article_id)
        for ids in _parts(self.events):
            keys = dict.fromkeys(key_of(self.events[i]) for i in ids)
            self.marks.update((m.id, m) for m in self._made([k for k in keys if k not in self.marks]))
            yield
        self._text = ("", "")

    def renew(self, touched: Touched, out: Renewed) -> Iterator[None]:
        """Read the events that were touched, and make their marks anew."""
        events: set[str] = set()
        for part in _parts(touched.mentions):
            events |= self.project.occurrences.concerned(part) | {i for i in part if i in self.events}
            yield
        events |= self._behind(touched)
        keys, related = set(touched.marks), set(touched.related)
        for part in _parts(sorted(events, key=self._place)):
            out.events = True
            before = self._lose(part)
            now = self._take(part)
            out.beside |= before.readings != now.readings
            keys |= before.keys | now.keys
            if before.keys != now.keys:
                related |= (before.articles | now.articles) & self._relations.keys()
            yield
        for article_id in related:
            out.beside |= self._relate(article_id, anew=article_id in touched.related)
        for part in _parts(keys):
            self._remake(part, out)
            yield
        self._text = ("", "")

    def _behind(self, touched: Touched) -> set[str]:
        """Return the events that changed arguments belong to, and those in which renamed entities take part."""
        if not (touched.arguments or touched.entities):
            return set()
        records = self.project.annotations.records
        found = {a.event_id for a in records(Kind.ARGUMENT, touched.arguments)}
        found |= {self._of_argument[i] for i in touched.arguments if i in self._of_argument}
        entities = records(Kind.ENTITY, touched.entities) if touched.entities else ()
        if renamed := {e.id for e in entities if self._names.get(e.id, e.name) != e.name}:
            told = self.events.items()
            found |= {i for i, o in told if any(f.mention.entity_id in renamed for f in o.fillers)}
        return found

    def _place(self, event_id: str) -> tuple[str, int, str]:
        """Return where an event stands: article by article each text is read once."""
        there = self.events.get(event_id)
        return (there.event.article_id, there.event.span.begin, event_id) if there else ("", 0, event_id)

    def _text_of(self, article_id: str) -> str:
        if self._text[0] != article_id:
            self._text = article_id, self._at_hand(article_id) or self.project.occurrences.text(article_id)
        return self._text[1]

    def _take(self, event_ids: Sequence[str]) -> "_Part":
        """Read some events and keep them."""
        part = _Part()
        for occurrence in self.project.occurrences.some(self._annotator_id, event_ids, self._text_of):
            part.add(occurrence, self._keep(occurrence))
        return part

    def _keep(self, occurrence: Occurrence) -> list[Reading]:
        """Keep an event, and return the numbers it gives."""
        event, measured = occurrence.event, False
        event_id = event.id
        self.events[event_id] = occurrence
        if event.happening_id is not None:
            self._of_happening.setdefault(event.happening_id, set()).add(event_id)
        for filler in occurrence.fillers:
            self._of_argument[filler.argument_id] = event_id
            measured = measured or filler.role == "Amount"
            if entity_id := filler.mention.entity_id:
                self._names[entity_id] = filler.entity_name
        readings = readings_of([occurrence], self.articles) if measured else []
        if readings:
            self._readings[event_id] = readings
        return readings

    def _lose(self, event_ids: Iterable[str]) -> "_Part":
        """Keep some events no longer, and return what they were."""
        part = _Part()
        for occurrence in [self.events.pop(i) for i in event_ids if i in self.events]:
            event_id, happening_id = occurrence.event.id, occurrence.event.happening_id
            if happening_id is not None:
                self._of_happening[happening_id].discard(event_id)
                if not self._of_happening[happening_id]:
                    del self._of_happening[happening_id]
            for filler in occurrence.fillers:
                self._of_argument.pop(filler.argument_id, None)
            part.add(occurrence, self._readings.pop(event_id, []))
        return part

    def _relate(self, article_id: str, *, anew: bool) -> bool:
        """Make the links of an article, reading its relations if they were touched; say whether they are others."""
        if anew:
            found = self.project.occurrences.order_links(self._annotator_id, article_id=article_id)
            self._relations.pop(article_id, None)
            if found:
                self._relations[article_id] = found
        before = self._links.pop(article_id, [])
        self._link(article_id)
        return before != self._links.get(article_id, [])

    def _link(self, article_id: str) -> None:
        relations = self._relations.get(article_id, ())
        ends = {i for r in relations for i in (r.source_id, r.target_id) if i in self.events}
        if links := links_from(relations, {i: key_of(self.events[i]) for i in ends}):
            self._links[article_id] = links

    # Marks

    def _remake(self, keys: Sequence[str], out: Renewed) -> None:
        made = {m.id: m for m in self._made(keys)}
        out.changed += [m for m in made.values() if self.marks.get(m.id) != m]
        gone = [key for key in keys if key not in made and key in self.marks]
        out.removed += gone
        for key in gone:
            del self.marks[key]
        self.marks |= made

    def _made(self, keys: Sequence[str]) -> list[TimelineMark]:
        told, linked = [], []
        for key in keys:
            alone = self.events.get(key)  # where there is no happening the mark is called after its event
            if alone is None:
                linked.append(key)
                told += [self.events[i] for i in sorted(self._of_happening.get(key, ()), key=self._place)]
            elif alone.event.happening_id is None:
                told.append(alone)
        happenings = self.project.annotations.records(Kind.HAPPENING, linked) if linked else ()
        marks = marks_from(told, {h.id: h for h in happenings}, self.articles)
        problems = self._problems()
        return [with_problem(m, problems) for m in marks] if problems else marks

    # What is told

    def readings(self) -> Iterator[Reading]:
        """Yield all numbers, in the order of the texts."""
        return (r for i in sorted(self._readings, key=self._place) for r in self._readings[i])

    def links(self) -> Iterator[Link]:
        """Yield what the texts say of the order of marks."""
        return (link for told in self._links.values() for link in told)


class _Part(Struct):
    """Of some events: their marks, articles and numbers."""

    keys: set[str] = field(default_factory=set)
    articles: set[str] = field(default_factory=set)
    readings: dict[str, list[Reading]] = field(default_factory=dict)

    def add(self, occurrence: Occurrence, readings: list[Reading]) -> None:
        self.keys.add(key_of(occurrence))
        self.articles.add(occurrence.event.article_id)
        if readings:
            self.readings[occurrence.event.id] = readings


def _parts(ids: Iterable[str]) -> Iterator[list[str]]:
    every = list(ids)
    return (every[i : i + _AT_ONCE] for i in range(0, len(every), _AT_ONCE))


def with_problem(mark: TimelineMark, problems: Mapping[str, str]) -> TimelineMark:
    """Add to a mark's badge what the checks found about its events."""
    found = dict.fromkeys(problems[i] for i in mark.event_ids if i in problems)
    if not found or mark.badge:
        return mark
    return replace(mark, badge=" ".join(found))

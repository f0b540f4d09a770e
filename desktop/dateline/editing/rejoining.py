"""Annotations that come once more: formats that give no ids bring those of an earlier import again."""

from collections import Counter, defaultdict
from collections.abc import Callable, Hashable, Iterable, Iterator, Mapping, Sequence, Set

from msgspec import Struct
from msgspec.structs import replace

from dateline.exchange.problems import Problem, ProblemKind, worded
from dateline.exchange.tokens import without_edges
from dateline.model.annotation import Annotations, Annotator, Argument, Comment, Mention, TimeSource, TimeValue
from dateline.model.article import Article, State
from dateline.model.text import Span
from dateline.model.wording import Wording, tr
from dateline.store.annotations import FIELDS

Place = tuple[Hashable, ...]
_SHOWN = 60  # characters of words
_THINGS = {"entity": "entity_id", "happening": "happening_id"}


def count_of(annotations: Annotations) -> int:
    """Return how many records annotations are."""
    return sum(len(getattr(annotations, name)) for name in FIELDS.values())


def marks_of(annotations: Annotations) -> int:
    """Return how many mentions and relations annotations are: what a person counts."""
    return len(annotations.mentions) + len(annotations.relations)


class Difference(Struct, frozen=True):
    """Something a source says of a mention otherwise than it is here, where it stays: what that is, there and here.

    `what` is "date", "words", "entity", "happening" or the name of an attribute or role. Of a role `there` and `here`
    are the mentions that fill it, of "words" those that cover them; of a `thing` they are ids.
    """

    mention: Mention
    what: str
    there: str | tuple[Mention, ...]
    here: str | tuple[Mention, ...]
    thing: bool = False


_TOLD = tr("“{words}” ({label}), {what}: {there} in what comes, {here} here, which stays")
_ADVICE = tr("Change it here if what comes is right")
_STATE = tr("state for {who}: {there} in what comes, {here} here, which stays")
_AGAIN = tr("is there in several records of {who}, which are taken as one article")
_DIFFER = tr(
    "is there in several records of {who}, which are taken as one article; {count} annotations are only in one of them,"
    " such as “{words}” ({label})"
)
_DIFFERS = tr(
    "is there in several records of {who}, which are taken as one article; 1 annotation is only in one of them:"
    " “{words}” ({label})"
)
_CHECK = tr("Look at the article: all of them are on it")
_STATES = {
    State.NEW: Wording(tr("new")),
    State.STARTED: Wording(tr("started")),
    State.DONE: Wording(tr("done")),
    State.SKIPPED: Wording(tr("skipped")),
}
_NOT_SET = Wording(tr("not set"))
_WHAT = {w: Wording(w) for w in (tr("date"), tr("words"), tr("entity"), tr("happening"))}


def told_of_state(article: Article, who: Annotator, there: State, here: State) -> Problem:
    """Say that an article is in another state for somebody than a source says."""
    details: dict[str, str | Wording] = {"who": who.name, "there": _STATES[there], "here": _STATES[here]}
    return worded(Wording(_STATE, details), _ADVICE, article.name, kind=ProblemKind.OTHERWISE)


def told(article: Article, differences: Iterable[Difference], named: Callable[[str], str]) -> Iterator[Problem]:
    """Put differences into words; `named` says what the thing of an id is called."""

    def said(side: str | tuple[Mention, ...], *, thing: bool) -> str | Wording:
        if isinstance(side, str):
            return (named(side) if thing else side) or _NOT_SET
        return ", ".join(m.text_of(article.text)[:_SHOWN] for m in side) or _NOT_SET

    for x in differences:
        details: dict[str, str | Wording] = {
            "words": x.mention.text_of(article.text)[:_SHOWN],
            "label": x.mention.label,
            "what": _WHAT.get(x.what, x.what),
            "there": said(x.there, thing=x.thing),
            "here": said(x.here, thing=x.thing),
        }
        yield worded(Wording(_TOLD, details), _ADVICE, article.name, kind=ProblemKind.OTHERWISE)


def told_of_record(article: Article, who: Annotator, come: Annotations, here: Annotations, *, alone: bool) -> Problem:
    """Say that a text has a further record of one annotator, and what is only in one of them.

    `alone`: all that is `here` came with the records before it.
    """
    there, known = ({placed(m): m for m in page.mentions} for page in (come, here))
    other = [m for place, m in there.items() if place not in known]
    other += [m for place, m in known.items() if place not in there] if alone else []
    details = {"who": who.name, "count": f"{len(other)}"}
    if not other:
        return worded(Wording(_AGAIN, details), "", article.name, kind=ProblemKind.REPEATED_TEXT)
    details |= {"words": other[0].text_of(article.text)[:_SHOWN], "label": other[0].label}
    return worded(
        Wording(_DIFFERS if len(other) == 1 else _DIFFER, details), _CHECK, article.name, kind=ProblemKind.REPEATED_TEXT
    )


def placed(m: Mention) -> Place:
    """Return what two mentions have in common that are one: layer, label and where they stand."""
    return m.layer, m.label, m.fragments


class Rejoined(Struct, frozen=True):
    """What of a page is not here yet, its links leading to what is, and what is here otherwise.

    `linked` are mentions that are here, with the entity or happening they get: they had none.
    """

    new: Annotations
    linked: tuple[Mention, ...] = ()
    differences: tuple[Difference, ...] = ()
    same: Mapping[str, str] = {}  # ids of mentions that come, of what they are here


def rejoin(come: Annotations, here: Annotations, seen: Set[str], text: str, *, notes_adrift: bool = False) -> Rejoined:
    """Compare what comes for an annotator's page of a text with what is `here`.

    A mention that is here stands for one of the same words and label, white space at its edges aside, which formats of
    tokens do not have; among several, the one that says most of the same. What is here stays as it is: the roles nobody
    fills here, and a date or link that is missing, join it, and what the source says otherwise is told. `seen` are ids
    that are here already: those records are told by their ids. `notes_adrift`: a note on the text may be one that is on
    a mention here.
    """
    same = _same_mentions(come, here, seen, text)

    def moved(record_id: str) -> str:
        return same.get(record_id, record_id)

    relations = {(r.label, r.source_id, r.target_id) for r in here.relations}
    zones = {(r.kind, r.span, r.annotator_id is None) for r in here.regions}
    comparing = _Comparing(come, here, same, text)
    arguments = [a for a in come.arguments if a.event_id not in same] + comparing.roles()
    times = [t for t in come.times if t.id not in same] + comparing.times()
    comparing.attributes()
    comparing.words()
    linked = comparing.links()
    related = (replace(r, source_id=moved(r.source_id), target_id=moved(r.target_id)) for r in come.relations)
    notes = [replace(c, mention_id=moved(c.mention_id)) if c.mention_id else c for c in come.comments]
    new = Annotations(
        tuple(m for m in come.mentions if m.id not in same),
        tuple(times),
        tuple(replace(a, event_id=moved(a.event_id), filler_id=moved(a.filler_id)) for a in arguments),
        tuple(r for r in related if r.id in seen or (r.label, r.source_id, r.target_id) not in relations),
        tuple(_new_notes(notes, here.comments, seen, adrift=notes_adrift)),
        tuple(r for r in come.regions if r.id in seen or (r.kind, r.span, r.annotator_id is None) not in zones),
    )
    return Rejoined(new, linked, tuple(comparing.found), same)


def _new_notes(come: Iterable[Comment], here: Sequence[Comment], seen: Set[str], *, adrift: bool) -> Iterator[Comment]:
    """Yield the notes that are not here; of those `adrift` each stands for one of its words, wherever that is."""
    known = {(c.text, c.mention_id) for c in here}
    left = Counter(c.text for c in here)
    for note in come:
        if adrift and note.mention_id is None and note.id not in seen:
            there = left[note.text] > 0
            left[note.text] -= 1
        else:
            there = (note.text, note.mention_id) in known
        if note.id in seen or not there:
            yield note


class _Comparing:
    """What mentions that come and those they are here say: what joins, and what is `found` to differ."""

    def __init__(self, come: Annotations, here: Annotations, same: Mapping[str, str], text: str) -> None:
        self._come, self._here, self._same, self._text = come, here, same, text
        self._mentions = {m.id: m for m in (*here.mentions, *come.mentions)}
        self.found: list[Difference] = []

    def _tell(self, come_id: str, what: str, there: str | Sequence[Mention], here: str | Sequence[Mention]) -> None:
        there, here = (x if isinstance(x, str) else tuple(x) for x in (there, here))
        self.found.append(Difference(self._mentions[self._same[come_id]], what, there, here))

    def times(self) -> list[TimeValue]:
        """Return the dates of those here that have none; what a rule has made of the words now is no source's."""
        here = {t.id: t for t in self._here.times}
        joining: list[TimeValue] = []
        for time in self._come.times:
            if time.id in self._same:
                known = here.get(self._same[time.id])
                if known is None:
                    joining.append(replace(time, id=self._same[time.id]))
                elif time.value and time.source is not TimeSource.RULE and _dated(time) != _dated(known):
                    self._tell(time.id, "date", " ".join(_dated(time)).strip(), " ".join(_dated(known)).strip())
        return joining

    def attributes(self) -> None:
        """Tell which attributes differ; of one that the source does not have it says nothing."""
        for mention in self._come.mentions:
            if mention.id in self._same:
                here = self._mentions[self._same[mention.id]].attributes
                for name, value in mention.attributes.items():
                    if here.get(name) != value:
                        self._tell(mention.id, name, value, here.get(name, ""))

    def words(self) -> None:
        """Tell which mentions of several parts come as one stretch, as formats have them that cannot hold the parts."""
        for mention in self._come.mentions:
            if mention.id in self._same:
                here = self._mentions[self._same[mention.id]]
                same = here.fragments == mention.fragments
                if not same and _edgeless(self._text, here) != _edgeless(self._text, mention):
                    self._tell(mention.id, "words", [mention], [here])

    def links(self) -> tuple[Mention, ...]:
        """Return the mentions here that get the link they lack; tell which are linked to something else."""
        joining: dict[str, Mention] = {}
        for mention in self._come.mentions:
            if mention.id not in self._same:
                continue
            here = self._mentions[self._same[mention.id]]
            for what, field in _THINGS.items():
                there, mine = getattr(mention, field), getattr(here, field)
                if there and not mine:
                    joining[here.id] = replace(joining.get(here.id, here), **{field: there})
                elif there and there != mine:
                    self.found.append(Difference(here, what, there, mine, thing=True))
        return tuple(joining.values())

    def roles(self) -> list[Argument]:
        """Return the arguments that join the events here: where all who fill the role here fill it there, too."""
        here, come = _by_role(self._here), _by_role(self._come)
        joining: list[Argument] = []
        for (event_id, role), fillers in come.items():
            if event_id not in self._same:
                continue
            known = {self._filler(a): a for a in here.get((self._same[event_id], role), ())}
            more = {self._filler(a): a for a in fillers}
            if known.keys() <= more.keys():
                joining += [a for place, a in more.items() if place not in known]
            elif not more.keys() <= known.keys():
                self._tell(event_id, role, self._who(more.values()), self._who(known.values()))
        return joining

    def _filler(self, argument: Argument) -> Place:
        """Say which words fill a role: under another label they are the same."""
        mention = self._mentions[argument.filler_id]
        return mention.layer, mention.fragments

    def _who(self, arguments: Iterable[Argument]) -> list[Mention]:
        return [self._mentions[a.filler_id] for a in arguments]


def _by_role(page: Annotations) -> dict[tuple[str, str], list[Argument]]:
    ids = {m.id for m in page.mentions}
    found: dict[tuple[str, str], list[Argument]] = defaultdict(list)
    for argument in page.arguments:
        if argument.filler_id in ids:
            found[argument.event_id, argument.role].append(argument)
    return found


def _dated(time: TimeValue) -> tuple[str, str]:
    return time.value, time.mod


def _edgeless(text: str, mention: Mention) -> tuple[Span, ...]:
    return without_edges(text, mention).fragments


def _stretch(text: str, span: Span) -> Span:
    """Return a span without white space at its edges, whatever parts were in it."""
    words = span.of(text)
    if words.isspace():
        return span
    return Span(span.begin + len(words) - len(words.lstrip()), span.begin + len(words.rstrip()))


def _same_mentions(come: Annotations, here: Annotations, seen: Set[str], text: str) -> dict[str, str]:
    """Return by their ids the mentions that are here, with the ids of those they are.

    Those that say the same in everything find each other first, then those that differ more and more.
    """
    same: dict[str, str] = {}
    known, left = ([m for m in page.mentions if m.id not in seen] for page in (here, come))
    for of_here, of_come in zip(_sayings(here, text), _sayings(come, text), strict=True):
        free: dict[Hashable, list[Mention]] = defaultdict(list)
        for mention in known:
            free[of_here(mention)].append(mention)
        for mention in left:
            if fitting := free.get(of_come(mention)):
                same[mention.id] = fitting.pop(0).id
        taken = set(same.values())
        known, left = [m for m in known if m.id not in taken], [m for m in left if m.id not in same]
    return same


def _sayings(page: Annotations, text: str) -> Iterator[Callable[[Mention], Hashable]]:
    """Yield what tells a mention from others on its page, from all it says down to its words and label."""
    places = {m.id: (m.layer.value, m.fragments) for m in page.mentions}
    roles: dict[str, set[Hashable]] = defaultdict(set)
    for argument in page.arguments:
        if argument.filler_id in places:
            roles[argument.event_id].add((argument.role, places[argument.filler_id]))
    dates = {t.id: _dated(t) for t in page.times}

    def plain(m: Mention) -> Place:
        return placed(m)

    def marked(m: Mention) -> Place:
        return frozenset(m.attributes.items()), dates.get(m.id)

    def filled(m: Mention) -> Hashable:
        return frozenset(roles.get(m.id, ()))

    def linked(m: Mention) -> Hashable:
        return m.entity_id, m.happening_id

    yield lambda m: (plain(m), marked(m), filled(m), linked(m))
    yield lambda m: (plain(m), filled(m), linked(m))
    yield lambda m: (plain(m), marked(m), filled(m))
    yield lambda m: (plain(m), filled(m))
    yield lambda m: (plain(m), linked(m))
    yield lambda m: (plain(m), marked(m))
    yield plain
    yield lambda m: (m.layer, m.label, _edgeless(text, m))
    yield lambda m: (m.layer, m.label, m.span)  # its parts are lost, or others
    yield lambda m: (m.layer, m.label, without_edges(text, m).span)
    yield lambda m: (m.layer, m.label, _stretch(text, m.span))

"""The entities and happenings a source brings: which of them the project has already, under ids of its own.

Most formats know what their mentions stand for without an id that lasts: each import makes new ones. A thing is one of
the project's where an id that means the same everywhere says so (a Wikidata number, an address), or another external id
together with name and type, or where the article is here and linked to one of the same external id, or of the same name
and type. Happenings of one name are one only if they share words of the article and no dates say otherwise.
"""

from collections import defaultdict, deque
from collections.abc import Hashable, Iterable, Iterator, Sequence, Set

from msgspec.structs import replace

from dateline.model.annotation import Annotations, Layer, Mention
from dateline.model.changes import Kind
from dateline.model.registry import Entity, Happening, is_worldwide_id, tidy_external_id
from dateline.model.text import fold
from dateline.model.when import overlaps
from dateline.scratch import Ledger
from dateline.store.project import Project

Thing = Entity | Happening
_Links = dict[str, list[Mention]]  # thing to the mentions that are linked to it
_KINDS = (Kind.ENTITY, Kind.HAPPENING)
_BY_NAME = 2  # how surely a thing is another one where only name and type say so


class ThingsByExternalId:
    """The project's things by their ids in other databases, read once for all the sources of an import."""

    def __init__(self, project: Project) -> None:
        self._project = project
        self._things: dict[tuple[Kind, str], dict[str, Thing]] | None = None

    def of(self, thing: Thing, external: str) -> list[Thing]:
        """Return the project's things of an external id, of the same kind as one that comes."""
        if self._things is None:
            self._things = defaultdict(dict)
            self.add([*self._project.registry.entities(), *self._project.registry.happenings()])
        return list(self._things.get((_kind(thing), external), {}).values())

    def add(self, things: Iterable[Thing]) -> None:
        """Take in what the project gets; as long as nobody has asked it is found there."""
        if self._things is not None:
            for thing in things:
                if external := _external(thing):
                    self._things[_kind(thing), external][thing.id] = thing


class Recognising:
    """The things of one source while it is read: those that are the project's, and those that wait to come in.

    They wait for the end of the source: an article that is here may tell that a thing is one of the project's when
    articles that are new have named it before.
    """

    def __init__(self, project: Project, outside: ThingsByExternalId) -> None:
        self._project, self._outside = project, outside
        self._same = Ledger()  # a source's id to the project's
        self._waiting: dict[str, Thing] = {}  # told, and not one of the project's as far as is known
        self._of_whole: set[str] = set()  # of those that wait
        self._referred: set[str] = set()  # of those that wait
        self._needed: set[str] = set()  # what mentions that are taken in are linked to, under the source's ids
        self._late: dict[str, Thing] = {}  # of these what was recognised only then, with the project's
        self._more: dict[str, Thing] = {}  # the project's, with what a source knows and they did not say

    def told(self, things: Sequence[Thing], *, whole: bool) -> int:
        """Take in what a source tells; return how many of them are here already, by their ids or an outside one.

        `whole`: the source describes a project, whose things come in though no mention needs them.
        """
        there = self._there(things)
        known = 0
        for thing in things:
            if thing.id in there:
                known += 1
            elif here := self._everywhere(thing):
                known += 1
                self._is(thing, here)
            else:
                self._waiting[thing.id] = thing
                if whole:
                    self._of_whole.add(thing.id)
        return known

    def linked(self, come: Annotations, article_id: str | None, text: str, whose: str = "") -> Annotations:
        """Return annotations that are linked to what is here; `article_id` where the project had the article.

        Of things that fit alike, the one that the annotator of id `whose` has linked most of the same words to is it.
        """
        links = _links(come.mentions)
        if article_id is not None and any(i in self._waiting for i in links):
            for kind in _KINDS:
                self._look_in(article_id, kind, links, text, whose)
        self._referred.update(i for i in links if i in self._waiting)
        if not any(i in self._same for i in links):
            return come
        return replace(come, mentions=tuple(self._moved(m) for m in come.mentions))

    def pass_over(self, mentions: Iterable[Mention]) -> None:
        """Note what mentions that are left out stand for: nothing needs it for their sake."""
        self._referred.update(i for m in mentions for i in (m.entity_id, m.happening_id) if i in self._waiting)

    def need(self, mentions: Iterable[Mention]) -> None:
        """Note what mentions that are taken in stand for."""
        ids = (i for m in mentions for i in (m.entity_id, m.happening_id) if i)
        self._needed.update(i for i in ids if i in self._waiting)

    def rest(self) -> list[Thing]:
        """Return, at the end, what is new: what mentions need, and what a project had or nothing is linked to."""
        wanted = self._needed | self._of_whole
        left = [t for i, t in self._waiting.items() if i in wanted or i not in self._referred]
        self._waiting.clear()
        self._outside.add(left)
        return left

    def late_mentions(self) -> Iterator[Mention]:
        """Yield mentions taken in with things of the source that are the project's, which was not known at the time."""
        for came_as, thing in self._late.items():
            kind, link = (Kind.ENTITY, "entity_id") if isinstance(thing, Entity) else (Kind.HAPPENING, "happening_id")
            for mention in self._project.registry.all_mentions(kind, came_as):
                yield replace(mention, **{link: thing.id})

    def more(self) -> list[Thing]:
        """Return things of the project with what the source knows of them and they did not say."""
        self._outside.add(self._more.values())
        return list(self._more.values())

    def name(self, thing_id: str) -> str:
        """Return what a thing is called, one of the source or the project's."""
        thing = self._waiting.get(thing_id) or next(iter(self._of_project([thing_id])), None)
        return thing.name or thing.external_id if thing else ""

    def _there(self, things: Sequence[Thing]) -> set[str]:
        return {t.id for t in self._of_project(t.id for t in things)}

    def _of_project(self, ids: Iterable[str]) -> Iterator[Thing]:
        wanted = list(ids)
        for kind in _KINDS:
            yield from self._project.annotations.records(kind, wanted)

    def _is(self, thing: Thing, here: Thing) -> None:
        """Note that a thing is one of the project's; what that one does not say it learns."""
        self._same[thing.id] = here.id
        self._waiting.pop(thing.id, None)
        if thing.id in self._needed:
            self._late[thing.id] = here
        here = self._more.get(here.id, here)
        richer = _with(here, thing)
        if richer != here:
            self._more[here.id] = richer

    def _moved(self, mention: Mention) -> Mention:
        entity, happening = (i and (self._same.get(i) or i) for i in (mention.entity_id, mention.happening_id))
        if (entity, happening) == (mention.entity_id, mention.happening_id):
            return mention
        return replace(mention, entity_id=entity, happening_id=happening)

    def _everywhere(self, thing: Thing) -> Thing | None:
        """Return the project's thing of the same external id, where that suffices; one of the same type first."""
        external = _external(thing)
        if not external:
            return None
        found = self._outside.of(thing, external)
        alike = [t for t in found if t.type == thing.type]
        if not is_worldwide_id(external):
            return next((t for t in alike if not _names(t).isdisjoint(_names(thing))), None)
        return next(iter((*alike, *found)), None)

    def _look_in(self, article_id: str, kind: Kind, links: _Links, text: str, whose: str) -> None:
        """Recognise what waits among the things an article that is here is linked to."""
        mine = _links(self._project.annotations.linked(kind, article_id))
        if not mine:
            return
        here: list[Thing] = self._project.annotations.records(kind, mine)
        come = [t for i in links if (t := self._waiting.get(i)) and _kind(t) is kind]
        ours = [(h, mine[h.id]) for h in here]
        own = {i: {_place(m) for m in there if m.annotator_id == whose} for i, there in mine.items()}

        def surest(pair: tuple[int, Thing, Thing]) -> tuple[int, int]:
            rank, thing, there = pair
            return -rank, -sum(_place(m) in own[there.id] for m in links[thing.id])

        pairs = sorted(_pairs([(t, links[t.id]) for t in come], ours, text), key=surest)
        taken = {self._same[i] for i in links if i in self._same}
        for _, thing, there in (p for p in pairs if p[0] > _BY_NAME):
            if thing.id in self._waiting:
                self._is(thing, there)
                taken.add(there.id)
        # Of two of one name in one article only the words tell that both are the one that is here.
        named = _Namesakes(ours, taken)
        for thing in come:
            if thing.id in self._waiting and (found := named.of(thing)):
                self._is(thing, found)
                taken.add(found.id)
        for _, thing, there in (p for p in pairs if p[0] < _BY_NAME):
            if thing.id in self._waiting and there.id not in taken:
                self._is(thing, there)
                taken.add(there.id)


class _Namesakes:
    """The entities an article is linked to, by name and type; each is given out as long as it is not `taken`.

    Not the happenings: those are often named by one word of the text ("talks"), and two may well have the same.
    """

    def __init__(self, here: Iterable[tuple[Thing, Sequence[Mention]]], taken: Set[str]) -> None:
        self._taken = taken
        self._here: dict[Hashable, deque[tuple[int, Thing]]] = defaultdict(deque)
        for number, (thing, mine) in enumerate(here):
            for name in _names(thing) if isinstance(thing, Entity) else ():
                for type_ in {thing.type, *(m.label for m in mine)}:
                    self._here[name, type_, bool(_external(thing))].append((number, thing))

    def of(self, thing: Thing) -> Thing | None:
        """Return the first one of the same name and type whose id in another database is no other."""
        heads = []
        for name in _names(thing) if isinstance(thing, Entity) else ():
            for has_id in (False,) if _external(thing) else (False, True):
                held = self._here.get((name, thing.type, has_id), deque())
                while held and held[0][1].id in self._taken:
                    held.popleft()
                heads += [held[0]] if held else []
        return min(heads, key=lambda head: head[0])[1] if heads else None


def _pairs(
    come: Iterable[tuple[Thing, Sequence[Mention]]], here: Iterable[tuple[Thing, Sequence[Mention]]], text: str
) -> Iterator[tuple[int, Thing, Thing]]:
    """Yield what may be one thing, with how surely; only what has an id or words of the text in common is compared."""
    holders: dict[Hashable, list[int]] = defaultdict(list)
    known = []
    for number, (thing, mine) in enumerate(here):
        places, labels = {_place(m) for m in mine}, {m.label for m in mine}
        known.append((thing, places, {thing.type, *labels}))
        for sign in _signs(thing, places):
            holders[sign].append(number)
    for thing, mentions in come:
        for number in sorted({n for sign in _signs(thing, map(_place, mentions)) for n in holders.get(sign, ())}):
            there, places, types = known[number]
            if rank := _fits(thing, mentions, there, places, types, text):
                yield rank, thing, there


def _signs(thing: Thing, places: Iterable[Hashable]) -> set[Hashable]:
    """Return what a thing may have in common with one it is."""
    external = _external(thing)
    return {*(("place", p) for p in places), *([("id", external)] if external else [])}


def _fits(
    thing: Thing, mentions: Sequence[Mention], here: Thing, places: Set[object], types: Set[str], text: str
) -> int:
    """Say how surely a thing is one that its article is linked to, at some places and as some types; 0: not by these.

    Between words with a name and words alone stands the name alone: see _Namesakes.
    """
    one, other = _external(thing), _external(here)
    if one and other:
        return 4 if one == other else 0
    if _at_other_times(thing, here):
        return 0
    together = [m for m in mentions if _place(m) in places]
    if not _names(thing).isdisjoint(_names(here)) and thing.type in types:
        return 3 if together else 0
    words = any(m.text_of(text) == thing.name for m in mentions)  # the format had no name, so it was made of words
    return 1 if words and not one and len(together) == len(mentions) else 0


def _at_other_times(one: Thing, other: Thing) -> bool:
    """Say whether two happenings are told to have been at times that share no moment."""
    if not (isinstance(one, Happening) and isinstance(other, Happening) and one.when and other.when):
        return False
    return not overlaps(one.when, other.when)


def _place(mention: Mention) -> tuple[Layer, str, object]:
    return mention.layer, mention.label, mention.fragments


def _names(thing: Thing) -> set[str]:
    aliases = thing.aliases if isinstance(thing, Entity) else ()
    return {folded for name in (thing.name, *aliases) if (folded := fold(name))}


def _external(thing: Thing) -> str:
    try:
        return tidy_external_id(thing.external_id)
    except ValueError:
        return thing.external_id


def _kind(thing: Thing) -> Kind:
    return Kind.ENTITY if isinstance(thing, Entity) else Kind.HAPPENING


def _links(mentions: Iterable[Mention]) -> _Links:
    found: _Links = defaultdict(list)
    for m in mentions:
        for thing_id in (m.entity_id, m.happening_id):
            if thing_id:
                found[thing_id].append(m)
    return found


def _with(here: Thing, thing: Thing) -> Thing:
    """Return a thing with what another record of it knows and it does not."""
    known = replace(here, external_id=here.external_id or thing.external_id, note=here.note or thing.note)
    if isinstance(known, Happening) and isinstance(thing, Happening):
        return replace(known, when=known.when or thing.when)
    if isinstance(known, Entity) and isinstance(thing, Entity):
        new = [a for a in thing.aliases if fold(a) not in _names(known)]
        return replace(known, aliases=(*known.aliases, *new))
    return known

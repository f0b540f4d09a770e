"""A delivery that comes once more, as it was or corrected: under another name, or beside what it corrects."""

from bisect import bisect_left
from collections import Counter, defaultdict, deque
from collections.abc import Callable, Iterable, Iterator, Sequence

from dateline.editing.redelivered_links import LinksAgain
from dateline.editing.rejoining import Place, Rejoined, placed
from dateline.editing.works_of_several import WorksOfSeveral
from dateline.exchange.problems import Problem, ProblemKind, worded
from dateline.model.annotation import Annotations, Annotator, AnnotatorKind, Layer, Mention
from dateline.model.article import Article
from dateline.model.changes import Kind
from dateline.model.text import Span, SpanSet, SpansLeft
from dateline.model.wording import Advice, Wording, cut_short, tr
from dateline.scratch import Ledger
from dateline.store.project import Project

Label = tuple[str, str]  # a layer, or "role", and a label
Example = tuple[str, Mention, Mention | None]  # an article, what comes or is there, and what it stands for
_MOST = 0.8  # of what comes: so much of it does not stand there by chance
_NAMED = 3  # examples
_LONGEST = 41  # characters of an article's name
_PEOPLE = (AnnotatorKind.PERSON, AnnotatorKind.IMPORT)
_ECHO = tr("perhaps the same work once more: all {count} annotations that come as {who}'s to texts here are {other}'s")
_ECHO_OF_ONE = tr("perhaps the same work once more: the annotation that comes as {who}'s to a text here is {other}'s")
_SAME_FILE = tr("Leave it if this is the same file once more")
_SAME_WORK = tr("If it is {other}'s work, go back and write {other} as the Annotator: nothing is doubled then")
_NEARLY = tr("{count} of {all} that come as {who}'s to texts that are here are there already as {other}'s")
_CORRECTED = tr(
    "If this is {other}'s work corrected, go back and write {other} as the Annotator: what is there joins it"
)
_DIFFER = tr("{count} of {who} differ in label or extent from what stands there, and both are kept: {such}")
_DIFFERS = tr("1 of {who} differs in label or extent from what stands there, and both are kept: {such}")
_ONE_STAYS = tr("Go through these articles and delete the one that is wrong")
_ABSENT = tr("{count} of {who} that stand there did not come again, and stay: {such}")
_IS_ABSENT = tr("1 of {who} that stands there did not come again, and stays: {such}")
_LINKS_DIFFER = tr("{what} of {who} differ from what stands there, and both are kept: {such}")
_LINKS_ABSENT = tr("{what} of {who} that stand there did not come again, and stay: {such}")
_DELETE = tr("Delete there what was taken out")
_FOR = tr("“{come}” ({label}) beside “{here}” ({known}) in {article}")
_IN = tr("“{come}” ({label}) in {article}")


class Redelivery:
    """Finds out of what comes to texts that are here whether it is the same work once more, or nearly."""

    def __init__(self, project: Project) -> None:
        self._project = project
        self._here = {a.id: a for a in project.annotations.annotators()}
        self._come: Counter[str] = Counter()
        self._same: Counter[tuple[str, str]] = Counter()
        self._of_several = WorksOfSeveral()
        self._again: dict[str, _Again] = defaultdict(_Again)
        self._links: dict[str, LinksAgain] = defaultdict(lambda: LinksAgain(project.articles.get))

    def look(self, who: Annotator, article_id: str, mentions: Sequence[Mention]) -> None:
        """Look whether what is new of an annotator's page is there as another's."""
        self._come[who.name] += len(mentions)
        places = Counter(placed(m) for m in mentions)
        pages: dict[str, Counter[Place]] = {}  # of people
        for other in self._project.annotations.annotators_of(article_id) if mentions else ():
            if other.id != who.id and other.id in self._here:
                theirs = Counter(placed(m) for m in self._project.annotations.mentions(article_id, other.id))
                self._same[who.name, other.name] += (places & theirs).total()
                if other.kind in _PEOPLE:
                    pages[other.name] = theirs
        if pages and who.id not in self._here:
            self._of_several.look(who.name, mentions, self._project.annotations.mentions(article_id, who.id), pages)

    def look_again(
        self,
        who: Annotator,
        article_id: str,
        come: Annotations,
        page: Annotations,
        found: Rejoined,
        *,
        part: bool = False,
    ) -> None:
        """Look at what comes for a `page` of which the annotator has something: what comes otherwise, or not at all.

        `part`: it is a single answer about the text, which says nothing of the rest.
        """
        self._links[who.name].look(article_id, come, page, found)
        here = page.mentions
        again = self._again[who.name]
        matched = {*found.same.values()}
        common = [m for m in here if m.id in matched]
        again.meet(come, page, found, len(common))
        left = _Left(m for m in here if m.id not in matched)
        for mention in found.new.mentions if left else ():
            if (other := left.taken_for(mention)) is not None:
                again.differ(article_id, mention, other)
        if not part:
            came = SpanSet(m.span for m in common)
            again.lack(article_id, [m for m in left if not came.meets(m.span)])

    def look_further(self, who: Annotator, article_id: str, found: Rejoined) -> None:
        """Look at a further record of a page that was looked at: what it has did come again."""
        self._again[who.name].come_after_all(article_id, found.same.values())

    def told(self, newcomer: Callable[[str], Annotator | None]) -> Iterator[Problem]:
        """Yield what there is to tell; `newcomer` returns who of a name is new with this import."""
        as_ones = set[str]()  # names under which one person's work comes
        for (who, other), count in self._same.items():
            details: dict[str, str | Wording] = {"count": f"{count}", "who": who, "other": other}
            may_be_others = _named_by_nobody(newcomer(who)) and self._is_a_person(other)
            if count > _MOST * self._come[who]:
                as_ones.add(who)
            if count and count == self._come[who]:
                window = Wording(_SAME_WORK, {"other": other})
                elsewhere = f'If it is {other}\'s work, give --annotator "{other}": nothing is doubled then'
                said = Wording(_ECHO_OF_ONE if count == 1 else _ECHO, details)
                yield worded(
                    said, Advice(window, elsewhere) if may_be_others else _SAME_FILE, kind=ProblemKind.NAMESAKE
                )
            elif count > _MOST * self._come[who] and may_be_others:
                window = Wording(_CORRECTED, {"other": other})
                todo = Advice(window, f'If this is that work corrected, import it with --annotator "{other}"')
                told = Wording(_NEARLY, details | {"all": f"{self._come[who]}"})
                yield worded(told, todo, kind=ProblemKind.NAMESAKE)
        for who, count in self._come.items():
            if who not in as_ones and _named_by_nobody(newcomer(who)):
                yield from self._of_several.told(who, count)
        for who, again in self._again.items():
            yield from self._told_again(who, again)

    def _told_again(self, who: str, again: "_Again") -> Iterator[Problem]:
        if (count := again.differing) and (again.is_same_work or again.is_mostly(0.5)):  # else it is another task's
            said = _DIFFERS if count == 1 else _DIFFER
            details: dict[str, str | Wording] = {"count": f"{count}", "who": who, "such": self._such(again.differences)}
            yield worded(Wording(said, details), _ONE_STAYS, kind=ProblemKind.OTHERWISE)
        count, examples = again.absent() if again.is_same_work else (0, [])
        if count:
            said = _IS_ABSENT if count == 1 else _ABSENT
            such = self._such([(article_id, self._mention(id_), None) for article_id, id_ in examples])
            details = {"count": f"{count}", "who": who, "such": such}
            yield worded(Wording(said, details), _DELETE, kind=ProblemKind.OTHERWISE)
        if again.is_same_work:
            links = self._links[who]
            for found, told, todo in (
                (links.differ(), _LINKS_DIFFER, _ONE_STAYS),
                (links.absent(), _LINKS_ABSENT, _DELETE),
            ):
                if found:
                    what, such = found
                    wording = Wording(told, {"what": what, "who": who, "such": such})
                    yield worded(wording, todo, kind=ProblemKind.OTHERWISE)

    def _such(self, examples: Sequence[Example]) -> Wording:
        """Put examples into one text."""
        said: dict[str, str | Wording] = {}
        for number, (article_id, mention, other) in enumerate(examples):
            article = self._project.articles.get(article_id)
            details: dict[str, str | Wording] = _named(article, mention)
            if other is not None:
                details |= {"here": other.text_of(article.text), "known": other.label}
            said[f"e{number}"] = Wording(_IN if other is None else _FOR, details)
        return Wording("; ".join(f"{{{name}}}" for name in said), said)

    def _mention(self, id_: str) -> Mention:
        found: Mention = self._project.annotations.records(Kind.MENTION, [id_])[0]
        return found

    def _is_a_person(self, name: str) -> bool:
        return any(a.name == name and a.kind in _PEOPLE for a in self._here.values())


class _Left:
    """Mentions of a page, in its order, that did not come again, until what comes in their place takes them."""

    def __init__(self, mentions: Iterable[Mention]) -> None:
        self._mentions = dict(enumerate(mentions))
        self._by_words: dict[tuple[Span, ...], deque[int]] = defaultdict(deque)
        self._by_label: dict[Label, list[int]] = defaultdict(list)
        for number, m in self._mentions.items():
            self._by_words[m.fragments].append(number)
            self._by_label[_label(m)].append(number)
        self._spans = {
            label: SpansLeft([self._mentions[number].span for number in numbers])
            for label, numbers in self._by_label.items()
        }

    def __bool__(self) -> bool:
        return bool(self._mentions)

    def __iter__(self) -> Iterator[Mention]:
        return iter(self._mentions.values())

    def taken_for(self, come: Mention) -> Mention | None:
        """Take the first that is one that comes, corrected: other words of it, or another label; None for none."""
        numbers = [number for number in (self._of_words(come), self._of_label(come)) if number is not None]
        if not numbers:
            return None
        here = self._mentions.pop(min(numbers))
        of_label = self._by_label[_label(here)]
        self._spans[_label(here)].take(bisect_left(of_label, min(numbers)))
        return here

    def _of_words(self, come: Mention) -> int | None:
        numbers = self._by_words.get(come.fragments, deque())
        while numbers and numbers[0] not in self._mentions:
            numbers.popleft()
        return numbers[0] if numbers else None

    def _of_label(self, come: Mention) -> int | None:
        spans = self._spans.get(_label(come))
        number = spans.first_that_meets(come.span) if spans else None
        return None if number is None else self._by_label[_label(come)][number]


class _Again:
    """What is counted of an annotator's pages that come again."""

    def __init__(self) -> None:
        self.differing = 0
        self.differences: list[Example] = []
        self._here = self._common = 0
        self._by_itself = False  # whether any that came again is more than the end of a link that comes
        self._labels_here: set[Label] = set()
        self._came: set[Label] = set()  # labels that come, and those of what comes otherwise
        self._otherwise: set[Label] = set()  # labels of what comes in the place of something
        self._missing = Ledger()  # articles with mentions that did not come again to their labels, "" where they did

    def meet(self, come: Annotations, page: Annotations, found: Rejoined, common: int) -> None:
        """Count what comes for a page, of which so many mentions are there already."""
        self._here += len(page.mentions)
        self._common += common
        self._labels_here.update(_labels(page))
        self._came.update(_labels(come))
        ends = {end for a in come.arguments for end in (a.filler_id, a.event_id)}
        ends |= {end for r in come.relations for end in (r.source_id, r.target_id)}
        self._by_itself |= not ends.issuperset(found.same)

    def differ(self, article_id: str, mention: Mention, other: Mention) -> None:
        """Note a mention that comes in the place of another one."""
        self.differing += 1
        self._otherwise.add(_label(mention))
        self._came.add(_label(other))
        if len(self.differences) < _NAMED:
            self.differences.append((article_id, mention, other))

    def lack(self, article_id: str, mentions: Sequence[Mention]) -> None:
        """Note what did not come again; not beside what lies over it, which some formats cannot hold."""
        for mention in mentions:
            self._missing[f"{article_id}\0{mention.id}"] = f"{mention.layer}\0{mention.label}"

    def come_after_all(self, article_id: str, ids: Iterable[str]) -> None:
        """Note that mentions of a page came with a further record of it."""
        for key in (f"{article_id}\0{id_}" for id_ in ids) if self._missing else ():
            if self._missing.get(key):
                self._missing[key] = ""
                self._common += 1

    def is_mostly(self, share: float) -> bool:
        """Say whether more than this share of what stands there came, as it is there or otherwise."""
        return self._common + self.differing > share * self._here

    @property
    def is_same_work(self) -> bool:
        """Whether what comes is the work that stands there, and no other layer or part of it.

        Another layer has no label in common with it, or brings labels of its own, and of those that stand there only
        the ends of its links.
        """
        if not self._common and self._otherwise.isdisjoint(self._labels_here):
            return False
        news = self._came - self._labels_here - self._otherwise
        return self._by_itself or not news or self.is_mostly(_MOST)

    def absent(self) -> tuple[int, list[tuple[str, str]]]:
        """Return how many mentions did not come again, and some, by article and id; of labels that the source has.

        Where nearly all came, of all labels of its layers.
        """
        layers = {layer for layer, _ in self._came} if self.is_mostly(_MOST) else set()
        count, examples = 0, list[tuple[str, str]]()
        for key, kind in self._missing.items():
            layer, _, label = kind.partition("\0")
            if kind and (layer in layers or (layer, label) in self._came):
                count += 1
                if len(examples) < _NAMED:
                    article_id, _, id_ = key.partition("\0")
                    examples.append((article_id, id_))
        return count, examples


def _label(mention: Mention) -> Label:
    return mention.layer, mention.label


def _labels(page: Annotations) -> Iterator[Label]:
    """Yield the labels of a page, and its roles."""
    yield from map(_label, page.mentions)
    yield from ((Layer.RELATION, r.label) for r in page.relations)
    yield from (("role", a.role) for a in page.arguments)


def _named(article: Article, mention: Mention) -> dict[str, str | Wording]:
    return {"come": mention.text_of(article.text), "label": mention.label, "article": cut_short(article.name, _LONGEST)}


def _named_by_nobody(who: Annotator | None) -> bool:
    """Say whether the name of somebody new is that of the file: a source names people."""
    return who is not None and who.kind is AnnotatorKind.IMPORT

"""A delivery that comes once more, as it was or corrected: under another name, or beside what it corrects."""

from collections import Counter, defaultdict
from collections.abc import Callable, Iterator, Sequence

from dateline.editing.redelivered_links import LinksAgain
from dateline.editing.rejoining import Rejoined
from dateline.exchange.problems import Problem, ProblemKind, worded
from dateline.model.annotation import Annotations, Annotator, AnnotatorKind, Layer, Mention
from dateline.model.article import Article
from dateline.model.wording import Advice, Wording, tr
from dateline.store.project import Project

Example = tuple[str, Mention, Mention | None]  # an article, what comes or is there, and what it stands for
_MOST = 0.8  # of what comes: so much of it does not stand there by chance
_NAMED = 3  # examples
_LONGEST = 40  # characters of an article's name
_PEOPLE = (AnnotatorKind.PERSON, AnnotatorKind.IMPORT)
_ECHO = tr("all that comes as {who}'s to texts that are here ({count}) is there already as {other}'s")
_SAME_FILE = tr("Leave it if this is the same file once more")
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
        self._here = project.annotations.annotators()
        self._come: Counter[str] = Counter()
        self._same: Counter[tuple[str, str]] = Counter()
        self._again: dict[str, _Again] = defaultdict(_Again)
        self._links: dict[str, LinksAgain] = defaultdict(lambda: LinksAgain(project.articles.get))

    def look(self, who: Annotator, article_id: str, mentions: Sequence[Mention]) -> None:
        """Look whether what is new of an annotator's page is there as another's."""
        self._come[who.name] += len(mentions)
        places = Counter(_place(m) for m in mentions)
        for other in self._here if mentions else ():
            if other.id != who.id:
                theirs = Counter(_place(m) for m in self._project.annotations.mentions(article_id, other.id))
                self._same[who.name, other.name] += (places & theirs).total()

    def look_again(
        self, who: Annotator, article_id: str, come: Annotations, page: Annotations, found: Rejoined
    ) -> None:
        """Look at what comes for a `page` of which the annotator has something: what comes otherwise, or not at all."""
        self._links[who.name].look(article_id, come, page, found)
        here = page.mentions
        again = self._again[who.name]
        matched = {*found.same.values()}
        common = [m for m in here if m.id in matched]
        again.here += len(here)
        again.common += len(common)
        again.labels.update((m.layer, m.label) for m in common)
        left = [m for m in here if m.id not in matched]
        for mention in found.new.mentions if left else ():
            other = next((m for m in left if _stands_for(mention, m)), None)
            if other is not None:
                left.remove(other)
                again.differ(article_id, mention, other)
        again.lack(article_id, [m for m in left if not any(_overlap(m, other) for other in common)])

    def told(self, newcomer: Callable[[str], Annotator | None]) -> Iterator[Problem]:
        """Yield what there is to tell; `newcomer` returns who of a name is new with this import."""
        for (who, other), count in self._same.items():
            details: dict[str, str | Wording] = {"count": f"{count}", "who": who, "other": other}
            if count and count == self._come[who]:
                yield worded(Wording(_ECHO, details), _SAME_FILE, kind=ProblemKind.NAMESAKE)
            elif count > _MOST * self._come[who] and _named_by_nobody(newcomer(who)) and self._is_a_person(other):
                window = Wording(_CORRECTED, {"other": other})
                todo = Advice(window, f'If this is that work corrected, import it with --annotator "{other}"')
                told = Wording(_NEARLY, details | {"all": f"{self._come[who]}"})
                yield worded(told, todo, kind=ProblemKind.NAMESAKE)
        for who, again in self._again.items():
            yield from self._told_again(who, again)

    def _told_again(self, who: str, again: "_Again") -> Iterator[Problem]:
        if (count := again.differing) and 2 * (again.common + count) > again.here:  # else it is another task's
            said = _DIFFERS if count == 1 else _DIFFER
            details: dict[str, str | Wording] = {"count": f"{count}", "who": who, "such": self._such(again.differences)}
            yield worded(Wording(said, details), _ONE_STAYS, kind=ProblemKind.OTHERWISE)
        count, examples = again.absent()
        if count and again.common + again.differing > _MOST * again.here:
            said = _IS_ABSENT if count == 1 else _ABSENT
            details = {"count": f"{count}", "who": who, "such": self._such(examples)}
            yield worded(Wording(said, details), _DELETE, kind=ProblemKind.OTHERWISE)
        if again.common + again.differing > _MOST * again.here:
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

    def _is_a_person(self, name: str) -> bool:
        return any(a.name == name and a.kind in _PEOPLE for a in self._here)


class _Again:
    """What is counted of an annotator's pages that come again."""

    def __init__(self) -> None:
        self.here = self.common = self.differing = 0
        self.differences: list[Example] = []
        self.labels: set[tuple[Layer, str]] = set()  # that came again
        self._lacking: Counter[tuple[Layer, str]] = Counter()
        self._absent: dict[tuple[Layer, str], list[Example]] = defaultdict(list)

    def differ(self, article_id: str, mention: Mention, other: Mention) -> None:
        self.differing += 1
        if len(self.differences) < _NAMED:
            self.differences.append((article_id, mention, other))

    def lack(self, article_id: str, mentions: Sequence[Mention]) -> None:
        """Note what did not come again; not beside what lies over it, which some formats cannot hold."""
        for mention in mentions:
            kind = mention.layer, mention.label
            self._lacking[kind] += 1
            if len(self._absent[kind]) < _NAMED:
                self._absent[kind].append((article_id, mention, None))

    def absent(self) -> tuple[int, list[Example]]:
        """Return how many mentions did not come again, and some of them; of labels that the source has."""
        kinds = [kind for kind in self._lacking if kind in self.labels]
        return sum(self._lacking[k] for k in kinds), [x for k in kinds for x in self._absent[k]][:_NAMED]


def _named(article: Article, mention: Mention) -> dict[str, str | Wording]:
    return {"come": mention.text_of(article.text), "label": mention.label, "article": _short(article.name)}


def _short(name: str) -> str:
    return name if len(name) <= _LONGEST else f"{name[:_LONGEST].rstrip()}…"


def _named_by_nobody(who: Annotator | None) -> bool:
    """Say whether the name of somebody new is that of the file: a source names people."""
    return who is not None and who.kind is AnnotatorKind.IMPORT


def _stands_for(come: Mention, here: Mention) -> bool:
    """Say whether a mention that is not here is one that is, corrected: other words of it, or another label."""
    if come.fragments == here.fragments:
        return True
    return _overlap(come, here) and (come.layer, come.label) == (here.layer, here.label)


def _overlap(one: Mention, other: Mention) -> bool:
    return one.span.begin < other.span.end and other.span.begin < one.span.end


def _place(mention: Mention) -> tuple[object, ...]:
    return mention.layer, mention.label, mention.fragments

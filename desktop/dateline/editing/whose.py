"""Whose the annotations of a source are: an annotator of the project, or one who comes in with what they bring.

Most formats give an annotator's name and not what kind it is. A name that only a model or the adjudicator has here
proves nothing: a person may have it, too. What comes under such a name becomes an import's of its own, "berg
(imported)", unless the page is the model's, mention for mention, as when an export of it comes back.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

from dateline.editing.rejoining import count_of, rejoin
from dateline.exchange.problems import Problem, ProblemKind, worded
from dateline.exchange.tokens import without_edges
from dateline.model.annotation import Annotator, AnnotatorKind, Mention, called
from dateline.model.article import State
from dateline.model.bundle import Bundle
from dateline.model.ids import new_id
from dateline.model.wording import Advice, Wording, tr
from dateline.store.project import Project

_NAMED = (AnnotatorKind.PERSON, AnnotatorKind.IMPORT)  # whom a name alone may mean, the likelier first
_IMPORTED = " (imported)"
_NAMESAKE = {
    AnnotatorKind.MODEL: tr("here {name} is a model: what comes under that name becomes {becomes}'s"),
    AnnotatorKind.ADJUDICATOR: tr("here {name} is the adjudicator: what comes under that name becomes {becomes}'s"),
}
_ASKED = {
    AnnotatorKind.MODEL: tr("here {name} is a model: what names nobody joins the model's work, as was asked for"),
    AnnotatorKind.ADJUDICATOR: tr("here {name} is the adjudicator: what names nobody joins this, as was asked for"),
}
_RENAME = tr("Rename one of the two to tell them apart")
_TWO = tr("here {name} is already: what comes under that name becomes that of a second one, {becomes}")
_IF_ONE = Advice(
    tr("If they are the same, import it with the one who is here as its Annotator"),
    "If they are the same, import it with the one who is here as whose it is (--annotator NAME)",
)


def annotators_by_name(annotators: Sequence[Annotator]) -> dict[str, Annotator]:
    """Return whom a name alone means: a person before an import, the oldest of several.

    In the place of a model or the adjudicator whose name nobody else has stands who gets what comes under it.
    """
    named = [a for kind in _NAMED for a in annotators if a.kind is kind]
    found = {a.name: a for a in reversed(named)}
    for a in annotators:
        if a.name not in found:
            beside = f"{a.name}{_IMPORTED}"
            found[a.name] = found.setdefault(beside, Annotator(new_id(), beside, AnnotatorKind.IMPORT))
    return found


def annotator_named(name: str, annotators: Sequence[Annotator]) -> Annotator | None:
    """Return whom somebody means who names an annotator of the project for what names nobody, of whatever kind."""
    there = called(name, annotators)
    meant = annotators_by_name(annotators).get(name)
    return meant if meant and meant.name == name else next(iter(there), None)


class Whose:
    """Says whose pages are, and who of the annotators of a source is new.

    `asked` is who gets what names nobody, where somebody has said so.
    """

    def __init__(self, project: Project, asked: Annotator | None = None) -> None:
        self._project, self._asked = project, asked
        self._joined = False  # whether something came to who was asked for
        self._here = project.annotations.annotators()
        self._met = {a.id: a for a in self._here}  # by the ids of sources, too
        self._by_name = {(a.name, a.kind): a for a in reversed(self._here)}
        self._new: dict[str, Annotator] = {}

    def of(self, who: Annotator) -> Annotator:
        """Return the project's annotator: of the same id, else of the same name and kind, else the one who comes."""
        found = self._met.get(who.id) or self._by_name.setdefault((who.name, who.kind), who)
        self._met[who.id] = found
        return found

    def of_all(self, annotators: Sequence[Annotator]) -> list[Annotator]:
        """Return the project's for the annotators of one whole project, where two of one name are two."""
        found = {who.id: here for who in annotators if (here := self._met.get(who.id))}
        taken = {here.id for here in found.values()}
        for who in annotators:
            if who.id not in found:
                here = self._by_name.setdefault((who.name, who.kind), who)
                found[who.id] = self._met[who.id] = who if here.id in taken else here
                taken.add(found[who.id].id)
        return [found[who.id] for who in annotators]

    def of_page(self, bundle: Bundle, article_id: str | None) -> Annotator | None:
        """Return whose a page is; `article_id` where the project had the article."""
        if bundle.annotator is None:
            return None
        who = self.of(bundle.annotator)
        other = self._namesake(who)
        if other is None or article_id is None:
            return who
        come = bundle.annotations
        if count_of(come):
            here = self._project.annotations.of(article_id, other.id)
            text = bundle.article.text
            own = _same_mentions(come.mentions, here.mentions, text)
            own = own and not count_of(rejoin(come, here, frozenset(), text, notes_adrift=bundle.notes_adrift).new)
        else:
            known = self._project.annotations.progress_id(article_id, other.id)
            own = bundle.state is (known[1] if known else State.NEW)
        return other if own else who

    def arrives(self, who: Annotator) -> bool:
        """Note that somebody brings something; say whether that adds them to the project."""
        self._joined |= self._asked is not None and self._asked.id == who.id
        if who.id in self._new or any(a.id == who.id for a in self._here):
            return False
        self._new[who.id] = who
        return True

    def newcomer(self, name: str) -> Annotator | None:
        """Return the annotator of a name whom this import adds."""
        return next((who for who in self._new.values() if who.name == name), None)

    def told(self) -> Iterator[Problem]:
        """Yield what there is to tell of those who brought something: that they are, or are not, who has the name."""
        if self._joined and self._asked and self._asked.kind not in _NAMED:
            yield worded(Wording(_ASKED[self._asked.kind], {"name": self._asked.name}), kind=ProblemKind.NAMESAKE)
        for who in self._new.values():
            if other := self._namesake(who):
                details: dict[str, str | Wording] = {"name": other.name, "becomes": who.name}
                yield worded(Wording(_NAMESAKE[other.kind], details), _RENAME, kind=ProblemKind.NAMESAKE)
            elif same := called(who.name, self._here):
                details = {"name": f"{same[0].name} ({same[0].kind})", "becomes": f"{who.name} ({who.kind})"}
                yield worded(Wording(_TWO, details), _IF_ONE, kind=ProblemKind.NAMESAKE)

    def _namesake(self, who: Annotator) -> Annotator | None:
        """Return the model or adjudicator beside whom an import stands."""
        if who.kind is not AnnotatorKind.IMPORT or not who.name.endswith(_IMPORTED):
            return None
        name = who.name.removesuffix(_IMPORTED)
        return next((a for a in self._here if a.name == name and a.kind not in _NAMED), None)


def _same_mentions(come: Sequence[Mention], here: Iterable[Mention], text: str) -> bool:
    """Say whether what comes is all that is here of its layers: a format may not hold the others."""
    layers = {m.layer for m in come}
    theirs = Counter((m.layer, m.label, without_edges(text, m).span) for m in here if m.layer in layers)
    return Counter((m.layer, m.label, without_edges(text, m).span) for m in come) == theirs

"""Why articles are not in an export, as far as the choice of states and annotators decides that."""

from collections import Counter
from enum import StrEnum

from dateline.exchange.answers import is_rejected
from dateline.exchange.options import WriteOptions
from dateline.model.annotation import Annotator, AnnotatorKind
from dateline.model.article import NEWER, Article, State
from dateline.model.wording import tr


class Why(StrEnum):
    """What is true of articles that are left out; of several annotators' the first that holds is said."""

    UNDECIDED = tr("no adjudicator has decided")
    REJECTED = tr("rejected")
    OLDER = tr("superseded by a newer version")
    SKIPPED = tr("marked as skipped")
    STATE = tr("in another state")
    NEW = tr("still new")
    OTHERS = tr("only others have worked on")
    MODELS = tr("only models have tagged")
    NOBODY = tr("nobody has worked on")


BY_STATE = frozenset(
    {Why.REJECTED, Why.OLDER, Why.SKIPPED, Why.STATE, Why.NEW, Why.NOBODY}
)  # which another choice of states would take
_ORDER = {why: place for place, why in enumerate(Why)}


def why_skipped(article: Article, who: Annotator | None) -> Why:
    """Return what it is that an annotator has skipped an article, if so it is."""
    if is_rejected(article, who):
        return Why.REJECTED
    return Why.OLDER if article.meta.get(NEWER) else Why.SKIPPED


class PassedOver:
    """Counts the articles of which no bundle is taken; those of one article come in a row."""

    def __init__(self, options: WriteOptions) -> None:
        self._options = options
        self._counts: Counter[Why] = Counter()
        self._article, self._why, self._taken = "", Why.NOBODY, True

    def takes(self, article_id: str, who: Annotator | None, state: State, *, skipped: Why, marked: bool) -> bool:
        """Say whether what an annotator did with an article is asked for, and remember why it is not.

        `skipped` is why, if that is because it is skipped. `marked`: there is something that the annotator did,
        whatever the state says.
        """
        if article_id != self._article:
            self._count()
            self._article, self._why, self._taken = article_id, Why.NOBODY, False
        if self._options.take(who, state):
            self._taken = True
            return True
        why = _why(who, state, self._options, skipped=skipped, marked=marked)
        self._why = min(self._why, why, key=_ORDER.__getitem__)
        return False

    def counts(self) -> dict[Why, int]:
        """Return how many articles were left out, by reason; no more bundles may come."""
        self._count()
        self._taken = True
        return {why: self._counts[why] for why in Why if self._counts[why]}

    def _count(self) -> None:
        self._counts[self._why] += not self._taken


def _why(who: Annotator | None, state: State, options: WriteOptions, *, skipped: Why, marked: bool) -> Why:
    if who is None:
        return Why.NOBODY
    if who.kind is AnnotatorKind.MODEL and not options.take(who):
        return Why.MODELS
    if state is State.SKIPPED:
        return skipped
    if state is State.NEW and not marked:
        return Why.NOBODY
    if options.adjudicated and who.kind is not AnnotatorKind.ADJUDICATOR:
        return Why.UNDECIDED
    if not options.take(who):
        return Why.OTHERS
    return Why.NEW if state is State.NEW else Why.STATE

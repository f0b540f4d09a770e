"""Why articles are not in an export, as far as the choice of states and annotators decides that."""

from collections import Counter
from enum import StrEnum

from dateline.exchange.options import WriteOptions
from dateline.model.annotation import AnnotatorKind
from dateline.model.article import State
from dateline.model.bundle import Bundle


class Why(StrEnum):
    """What is true of articles that are left out; of several annotators' the first that holds is said."""

    UNDECIDED = "no adjudicator has decided"
    REJECTED = "rejected"
    SKIPPED = "skipped, as older versions are"
    STATE = "in another state"
    OTHERS = "only others have worked on"
    MODELS = "only models have tagged"
    NOBODY = "nobody has worked on"


BY_STATE = frozenset({Why.REJECTED, Why.SKIPPED, Why.STATE, Why.NOBODY})  # which another choice of states would take
_ORDER = {why: place for place, why in enumerate(Why)}


class PassedOver:
    """Counts the articles of which no bundle is taken; those of one article come in a row."""

    def __init__(self, options: WriteOptions) -> None:
        self._options = options
        self._counts: Counter[Why] = Counter()
        self._article, self._why, self._taken = "", Why.NOBODY, True

    def takes(self, bundle: Bundle) -> bool:
        """Say whether a bundle is asked for, and remember why it is not."""
        if bundle.article.id != self._article:
            self._count()
            self._article, self._why, self._taken = bundle.article.id, Why.NOBODY, False
        if self._options.take(bundle.annotator, bundle.state):
            self._taken = True
            return True
        self._why = min(self._why, _why(bundle, self._options), key=_ORDER.__getitem__)
        return False

    def counts(self) -> dict[Why, int]:
        """Return how many articles were left out, by reason; no more bundles may come."""
        self._count()
        self._taken = True
        return {why: self._counts[why] for why in Why if self._counts[why]}

    def _count(self) -> None:
        self._counts[self._why] += not self._taken


def _why(bundle: Bundle, options: WriteOptions) -> Why:
    who, state = bundle.annotator, bundle.state
    if who is None:
        return Why.NOBODY
    if who.kind is AnnotatorKind.MODEL and not options.take(who):
        return Why.MODELS
    if state is State.SKIPPED:
        return Why.REJECTED if bundle.article.meta.get("answer") == "reject" else Why.SKIPPED
    if state is State.NEW:
        return Why.NOBODY
    if options.adjudicated and who.kind is not AnnotatorKind.ADJUDICATOR:
        return Why.UNDECIDED
    return Why.STATE if options.take(who) else Why.OTHERS

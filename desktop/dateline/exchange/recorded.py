"""Which articles make a record of an export, as far as that is known before one is written."""

from collections import Counter

from dateline.exchange.not_taken import Taggings
from dateline.exchange.options import WriteOptions
from dateline.exchange.split import Plan
from dateline.model.annotation import Layer
from dateline.scratch import Ledger


class Recorded:
    """Notes the articles that may make one: the others surely make none.

    `cuts`: the format cuts boilerplate out. `record_of`: a record is an annotation of this layer, None where it is a
    text, or a sentence of one.
    """

    def __init__(self, options: WriteOptions, *, cuts: bool, record_of: Layer | None) -> None:
        self._options, self._cuts, self._record_of = options, cuts and not options.boilerplate, record_of
        self._articles = Ledger()

    @property
    def asks(self) -> bool:
        """Whether it is needed at all: else each article that is taken makes one."""
        return self._record_of is not None or not self._options.empty

    def meet(self, one: Taggings) -> None:
        """Take in what is of one article and annotator."""
        if self._options.take(one.annotator, one.state) and self._may_make_one(one):
            self._articles.add(one.article_id)

    def _may_make_one(self, one: Taggings) -> bool:
        wanted = {key: count for key, count in one.labels.items() if self._options.wants(*key)}
        if self._record_of is not None:
            return any(layer is self._record_of for _, layer in wanted)
        cut = one.cut if self._cuts else {}
        spans = ((key, count) for key, count in wanted.items() if key[1] is not Layer.RELATION)
        return one.negative or any(count > cut.get(key, 0) for key, count in spans)

    def counts(self, plan: Plan) -> dict[str, int]:
        """Return how many articles of each part may make one; no more may come."""
        return dict(Counter(plan.part_of[article] for article in self._articles)) if self.asks else plan.articles

"""How much of a project an export leaves out by what was chosen: known beforehand, and told afterwards."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping

from msgspec import Struct, field

from dateline.exchange.boilerplate import kept_text
from dateline.exchange.options import WriteOptions
from dateline.exchange.passed_over import PassedOver, Why, why_skipped
from dateline.exchange.split_notes import articles as of_articles
from dateline.model.annotation import Annotator, Layer
from dateline.model.article import RegionKind, State
from dateline.model.bundle import Bundle
from dateline.model.wording import Wording, tr

_NAMED = 3  # labels, or annotators, in a sentence


class Taggings(Struct, frozen=True):
    """What of one article and annotator decides how much of it is left out.

    `skipped` is why, if that is because it is skipped. `labels` counts the annotations by (label, layer), `cut` the
    spans with words in boilerplate. `negative`: whether any stretch is a verified negative.
    """

    article_id: str
    annotator: Annotator | None
    state: State
    skipped: Why
    labels: Mapping[tuple[str, Layer], int]
    cut: Mapping[tuple[str, Layer], int]
    negative: bool = False

    @classmethod
    def of(cls, bundle: Bundle) -> "Taggings":
        """Count a bundle's annotations."""
        found, skipped = bundle.annotations, why_skipped(bundle.article, bundle.annotator)
        labels = Counter((m.label, m.layer) for m in found.mentions)
        labels.update((r.label, Layer.RELATION) for r in found.relations)
        cut: Counter[tuple[str, Layer]] = Counter()
        if any(r.kind is RegionKind.BOILERPLATE for r in found.regions):
            kept = kept_text(bundle.article.text, found.regions)
            cut.update((m.label, m.layer) for m in found.mentions if not all(map(kept.carried, m.fragments)))
        negative = any(r.kind is RegionKind.NEGATIVE for r in found.regions)
        return cls(bundle.article.id, bundle.annotator, bundle.state, skipped, dict(labels), dict(cut), negative)


class NotTaken(Struct, frozen=True):
    """How much is left out: articles by why, annotations by whose they are and by label, and spans in boilerplate."""

    articles: dict[Why, int] = field(default_factory=dict)
    whose: dict[str, int] = field(default_factory=dict)
    labels: dict[str, int] = field(default_factory=dict)
    boilerplate: int = 0

    def of_articles(self) -> list[Wording]:
        """Return which articles are left out, by why."""
        text = tr("{articles} {why}")
        return [Wording(text, {"articles": of_articles(n), "why": Wording(w)}) for w, n in self.articles.items()]

    def of_annotations(self) -> list[Wording]:
        """Return which annotations are left out, the most first."""
        found = [*_most(self.whose, tr("{count} of {name}"), tr("{count} of others"))]
        found += _most(self.labels, tr("{count} labelled {name}"), tr("{count} with other labels"))
        if self.boilerplate:
            found.append(Wording(tr("{count} in boilerplate"), {"count": str(self.boilerplate)}))
        return found

    def said(self) -> list[Wording]:
        """Return both, a sentence each, without what there is none of."""
        articles = (tr("left out: {these}"), self.of_articles())
        annotations = (tr("annotations left out: {these}"), self.of_annotations())
        return [Wording(text, {"these": joined(these)}) for text, these in (articles, annotations) if these]


class Leaving:
    """Counts what an export with these options leaves out; `cuts`: boilerplate is, unless the options keep it.

    What is of one article comes in a row.
    """

    def __init__(self, options: WriteOptions, *, cuts: bool) -> None:
        self._options, self._cuts = options, cuts and not options.boilerplate
        self._passed = PassedOver(options)
        self._whose, self._labels, self._boilerplate = Counter[str](), Counter[str](), 0

    def meet(self, one: Taggings) -> None:
        """Count what is left out of one article and annotator."""
        options = self._options
        marked = bool(one.labels)
        if not self._passed.takes(one.article_id, one.annotator, one.state, skipped=one.skipped, marked=marked):
            self._whose[one.annotator.name if one.annotator else ""] += sum(one.labels.values())
            return
        for (label, layer), count in one.labels.items():
            if not options.wants(label, layer):
                self._labels[label] += count
        if self._cuts and one.cut:
            self._boilerplate += sum(n for (label, layer), n in one.cut.items() if options.wants(label, layer))

    def counts(self) -> NotTaken:
        """Return the counts; no more may come."""
        return NotTaken(self._passed.counts(), dict(+self._whose), dict(self._labels), self._boilerplate)


def joined(wordings: Iterable[Wording]) -> Wording:
    """Return several in a row, parted by commas."""
    details = {f"n{number}": wording for number, wording in enumerate(wordings)}
    return Wording(", ".join(f"{{{name}}}" for name in details), details)


def _most(counts: Mapping[str, int], text: str, others: str) -> Iterator[Wording]:
    by_count = sorted(counts.items(), key=lambda pair: (-pair[1], pair[0]))
    for name, count in by_count[:_NAMED]:
        yield Wording(text, {"count": str(count), "name": name})
    if rest := by_count[_NAMED:]:
        yield Wording(others, {"count": str(sum(count for _, count in rest))})

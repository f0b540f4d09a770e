"""How a split would come out, from what is known of each article: no file is written for it."""

from collections.abc import Iterable, Iterator, Sequence

from msgspec import Struct

from dateline.exchange.options import WriteOptions
from dateline.exchange.split import ArticleLinks, Likeness, Plan, Split, plan_split, told_of
from dateline.model.annotation import AnnotatorKind
from dateline.model.article import State
from dateline.model.bundle import Bundle
from dateline.model.progress import Progress


class BundleFacts(Struct, frozen=True):
    """What of one article and annotator decides the split."""

    article_id: str
    sha256: str
    annotator_id: str | None
    adjudicated: bool
    state: State
    published: str
    like: tuple[str, ...]
    happenings: frozenset[str]


def gather(bundles: Iterable[Bundle], total: int, progress: Progress) -> list[BundleFacts]:
    """Walk all bundles once; `total` articles are to come."""
    facts: list[BundleFacts] = []
    likeness = Likeness()
    seen, last = 0, ""
    for bundle in bundles:
        if bundle.article.id != last:
            last, seen = bundle.article.id, seen + 1
            progress.step(seen, total, bundle.article.name)
        happenings = told_of(bundle)
        adjudicated = bundle.annotator is not None and bundle.annotator.kind is AnnotatorKind.ADJUDICATOR
        who = bundle.annotator.id if bundle.annotator else None
        article = bundle.article
        like = likeness.of(article.id, article.text)
        facts.append(
            BundleFacts(article.id, article.sha256, who, adjudicated, bundle.state, article.published, like, happenings)
        )
    return facts


def chosen(facts: Iterable[BundleFacts], options: WriteOptions) -> Iterator[BundleFacts]:
    """Yield the bundles that the options ask for, as the export will."""
    for fact in facts:
        if options.annotators is not None and fact.annotator_id not in options.annotators:
            continue
        if options.adjudicated and not fact.adjudicated:
            continue
        if options.states is None or fact.state in options.states:
            yield fact


def preview(facts: Sequence[BundleFacts], options: WriteOptions, split: Split) -> Plan:
    """Return the plan that the export will make; what annotators who are left out say of an article binds it, too."""
    wanted = {fact.article_id for fact in chosen(facts, options)}
    return plan_split(
        (
            ArticleLinks(fact.article_id, fact.sha256, fact.happenings, fact.published, fact.like)
            for fact in facts
            if fact.article_id in wanted
        ),
        split,
    )

"""How a split would come out, from what is known of each article: no file is written for it."""

from collections.abc import Iterable
from itertools import chain

from msgspec import Struct

from dateline.exchange.evening import choices_of
from dateline.exchange.options import WriteOptions
from dateline.exchange.split import ArticleLinks, Likeness, Plan, Split, plan_split, told_of
from dateline.model.annotation import Annotator
from dateline.model.article import State
from dateline.model.bundle import Bundle
from dateline.model.progress import Progress


class BundleFacts(Struct, frozen=True):
    """What of one article and annotator decides the split."""

    article_id: str
    sha256: str
    annotator: Annotator | None
    state: State
    published: str
    happenings: frozenset[str]
    choices: frozenset[str]


class ProjectFacts(Struct, frozen=True):
    """What decides the split: of each article and annotator, and which texts are nearly the same."""

    bundles: list[BundleFacts]
    like: list[ArticleLinks]


def gather(bundles: Iterable[Bundle], total: int, progress: Progress) -> ProjectFacts:
    """Walk all bundles once; `total` articles are to come."""
    facts: list[BundleFacts] = []
    likeness = Likeness()
    seen, last, sha256 = 0, "", ""
    for bundle in bundles:
        article = bundle.article
        if article.id != last:
            last, seen = article.id, seen + 1
            progress.step(seen, total, article.name)
            sha256 = article.sha256
            likeness.add(article, sha256)
        told, would = told_of(bundle), choices_of(bundle)
        facts.append(BundleFacts(article.id, sha256, bundle.annotator, bundle.state, article.published, told, would))
    return ProjectFacts(facts, list(likeness.links(lambda: progress.step(total, total, ""))))


def preview(facts: ProjectFacts, options: WriteOptions, split: Split) -> Plan:
    """Return the plan that the export will make; articles and annotators who are left out bind articles, too."""
    wanted = {f.article_id for f in facts.bundles if options.take(f.annotator, f.state)}
    links = (
        ArticleLinks(
            f.article_id, f.sha256, f.happenings, f.published, chosen=f.article_id in wanted, choices=f.choices
        )
        for f in facts.bundles
    )
    return plan_split(chain(links, facts.like), split)

"""How an export would come out, from what is known of each article: no file is written for it."""

from collections.abc import Container, Iterable, Iterator
from itertools import chain
from pathlib import Path

from msgspec import Struct

from dateline.exchange.divided_before import divided_before
from dateline.exchange.earlier import going
from dateline.exchange.not_taken import Leaving, NotTaken, Taggings
from dateline.exchange.options import WriteOptions
from dateline.exchange.recorded import Recorded
from dateline.exchange.split import ArticleLinks, Likeness, Plan, plan_split, told_of
from dateline.model.annotation import Layer
from dateline.model.bundle import Bundle
from dateline.model.progress import Progress
from dateline.model.wording import Wording

_STEP = 500  # of one article and annotator each, between two chances to stop


class BundleFacts(Struct, frozen=True):
    """What of one article and annotator decides whether it is exported, and into which part."""

    taggings: Taggings
    sha256: str
    published: str
    happenings: frozenset[str]


class ProjectFacts(Struct, frozen=True):
    """What decides an export: of each article and annotator, and which texts are nearly the same (None: not known)."""

    bundles: list[BundleFacts]
    like: list[ArticleLinks] | None


class Outlook(Struct, frozen=True):
    """How an export would come out: what is left out, how it is divided, if it is, and which files go by that."""

    left: NotTaken
    plan: Plan | None
    going: Wording | None = None


def gather(bundles: Iterable[Bundle], total: int, progress: Progress, *, likeness: bool) -> ProjectFacts:
    """Walk all bundles once; `total` articles are to come. With `likeness` texts are compared, as a split needs."""
    facts: list[BundleFacts] = []
    found = Likeness() if likeness else None
    seen, last, sha256 = 0, "", ""
    for bundle in bundles:
        article = bundle.article
        if article.id != last:
            last, seen = article.id, seen + 1
            progress.step(seen, total, article.name)
            sha256 = article.sha256
            if found is not None:
                found.add(article, sha256)
        facts.append(BundleFacts(Taggings.of(bundle), sha256, article.published, told_of(bundle)))
    like = None if found is None else list(found.links(lambda: progress.step(total, total, "")))
    return ProjectFacts(facts, like)


def outlook(
    facts: ProjectFacts,
    options: WriteOptions,
    progress: Progress,
    *,
    cuts: bool,
    record_of: Layer | None = None,
    target: Path | None = None,
) -> Outlook:
    """Return how the export will come out, with the very numbers that it tells.

    `cuts`: the format cuts boilerplate. `record_of`: a record of it is an annotation of this layer.
    What the export before this one to `target` had in another part is told.

    Articles and annotators who are left out bind articles of a split, too.
    """
    leaving, wanted = Leaving(options, cuts=cuts), set[str]()
    recorded = Recorded(options, cuts=cuts, record_of=record_of)
    for number, f in enumerate(facts.bundles):
        if number % _STEP == 0:
            progress.step(number, len(facts.bundles), "")
        leaving.meet(f.taggings)
        recorded.meet(f.taggings)
        if options.take(f.taggings.annotator, f.taggings.state):
            wanted.add(f.taggings.article_id)
    if options.split is None or facts.like is None:
        return Outlook(leaving.counts(), None)
    before = divided_before(target, options.split) if target else None
    plan = plan_split(chain(_links(facts, wanted, progress), facts.like), options.split, before)
    progress.step(len(facts.bundles), len(facts.bundles), "")
    gone = going(target, options.split, recorded.counts(plan)) if target else None
    return Outlook(leaving.counts(), plan, gone)


def _links(facts: ProjectFacts, wanted: Container[str], progress: Progress) -> Iterator[ArticleLinks]:
    """Yield what binds the articles, of which the `wanted` are exported; can be stopped."""
    for number, f in enumerate(facts.bundles):
        if number % _STEP == 0:
            progress.step(number, len(facts.bundles), "")
        name = f.taggings.article_id
        yield ArticleLinks(name, f.sha256, f.happenings, f.published, chosen=name in wanted)

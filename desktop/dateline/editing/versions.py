"""The versions of articles while one import runs: which one is replaced, and where what comes for an older one goes."""

from collections.abc import Callable, Mapping, Sequence
from functools import lru_cache, partial
from itertools import chain, pairwise

from msgspec.structs import replace

from dateline.editing.newer_versions import (
    carried_fragments,
    is_later,
    later_than,
    parted,
    state_of_newest,
    told_of_newer,
    told_of_older,
)
from dateline.editing.rejoining import count_of
from dateline.editing.revising import Revision, carry_over
from dateline.exchange.problems import Tally
from dateline.model.annotation import Annotations, Annotator, Argument, Mention, Relation
from dateline.model.article import NEWER, Article, State
from dateline.model.bundle import Bundle
from dateline.model.ids import is_id
from dateline.model.revision import Alignment
from dateline.scratch import Ledger
from dateline.store.project import Project
from dateline.store.step import Step


class Versions:
    """Is asked with the pages of one import in their order; `settle` ends a source.

    `flush` writes what the import has not written yet, so that it is found in the project.
    """

    def __init__(self, project: Project, step: Step, notices: Tally, flush: Callable[[], None]) -> None:
        self._project, self._step, self._notices, self._flush = project, step, notices, flush
        self._aligned = lru_cache(128)(Alignment)  # each annotator's page of an older version asks for the same
        self._ids = Ledger()  # this source's ids of articles to the project's
        self._named: dict[str, str] = {}  # new articles to what they name as their newer version

    def came(self, source_id: str, article: Article, *, new: bool) -> None:
        """Take in which of the project's articles one of the source is."""
        self._ids.setdefault(source_id, article.id)
        if new and NEWER in article.meta:
            self._named[article.id] = article.meta[NEWER]

    def settle(self) -> None:
        """Let the new articles of a source name their newer versions as the project does; one it lacks is not named."""
        for article_id, named in self._named.items():
            there = self._ids.get(named) or named
            if not self._project.articles.exists(there):
                if not is_id(named):
                    continue  # a column of another program's
                there = ""
            if there != named:
                article = self._project.articles.get(article_id)
                meta = {key: value for key, value in article.meta.items() if key != NEWER}
                self._step.put(replace(article, meta=meta | ({NEWER: there} if there else {})))
        self._named.clear()
        self._ids.clear()

    def revising_the_newest(self, bundle: Bundle) -> Bundle:
        """Let an article stand in the place of the newest version there is, where it was published no earlier."""
        self._flush()
        later = self._later(bundle.revises)
        if not later:
            return bundle
        newer = later[-1]
        if is_later(newer.published, bundle.article.published):
            self._notices.add(told_of_newer(bundle.article, newer))
            return replace(bundle, revises="")
        return replace(bundle, revises=newer.id)

    def carried_over(self, old_id: str, new_id: str) -> Revision:
        """Let an article that has come replace an older version; return what became of the annotations."""
        self._flush()
        return carry_over(self._project, self._step, old_id, self._project.articles.get(new_id))

    def parted(
        self, bundle: Bundle, article_id: str, whose: Callable[[], Annotator | None]
    ) -> tuple[list[Bundle], int]:
        """Part a page of an article that has newer versions: each annotation goes as far as its words still stand.

        From one version to the next, as it had gone if it had come before them. Returns the pages, the newest first,
        none where nothing goes on, and how many mentions are copies of others (see `newer_versions.parted`).
        """
        later = self._later(article_id)
        who = whose() if later else None
        if not later or who is None:
            return [], 0
        self._flush()
        at, rest = self._project.articles.get(article_id), bundle.annotations
        versions, pages, cut = [at, *later], list[tuple[Article, Annotations]](), list[Argument | Relation]()
        copies = set[str]()
        here = {version.id: self._project.annotations.of(version.id, who.id) for version in versions}
        for step, version in enumerate(later):
            goes_on = partial(self._goes_on, versions[step:], here)
            aligned = self._aligned(at.text, version.text)
            there = [here[v.id] for v in later[step:]]
            joins = any(page.mentions or any(r.annotator_id for r in page.regions) for page in there)
            parts = parted(rest, aligned, here[at.id], goes_on, joins=joins, notes_adrift=bundle.notes_adrift)
            if not count_of(parts.carried):
                break
            pages.append((at, parts.stays))
            cut += parts.cut
            copies |= parts.copies
            at, rest = version, parts.carried
        if not pages:
            return [], 0
        pages.append((at, rest))
        known = chain.from_iterable(p.mentions for p in here.values())
        self._notices.extend(told_of_older(versions, pages, cut, known, copies))
        states = {versions[-1].id: state_of_newest(bundle.state)}
        found = [
            replace(bundle, article=v, annotations=some, state=states.get(v.id, State.SKIPPED))
            for v, some in reversed(pages)
            if count_of(some)
        ]
        return found, len(copies)

    def _goes_on(self, versions: Sequence[Article], here: Mapping[str, Annotations], mention: Mention) -> bool:
        """Say whether a mention of the first of some versions stands on the page of one that came after it."""
        fragments = mention.fragments
        for one, other in pairwise(versions):
            there = carried_fragments(self._aligned(one.text, other.text), fragments)
            if there is None:
                return False
            fragments, place = there, (mention.layer, mention.label, there)
            if any((m.layer, m.label, m.fragments) == place for m in here[other.id].mentions):
                return True
        return False

    def _later(self, article_id: str) -> list[Article]:
        old = self._project.articles.find(article_id)
        return later_than(old, self._project.articles.find) if old else []

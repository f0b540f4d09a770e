"""The versions of articles while one import runs: which one is replaced, and where what comes for an older one goes."""

from collections.abc import Callable, Sequence
from functools import lru_cache
from itertools import chain

from msgspec.structs import replace

from dateline.editing.newer_versions import NEWER, is_later, later_than, parted, told_of_newer, told_of_older
from dateline.editing.rejoining import count_of
from dateline.editing.revising import Revision, carry_over
from dateline.exchange.problems import Tally
from dateline.model.annotation import Annotations, Annotator, Argument, Relation
from dateline.model.article import Article, State
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
    ) -> tuple[list[Bundle], Sequence[Relation]]:
        """Part a page of an article that has newer versions: each annotation goes as far as its words still stand.

        From one version to the next, as it had gone if it had come before them. Returns the pages, the newest first,
        none where nothing goes on, and the relations left out.
        """
        later = self._later(article_id)
        who = whose() if later else None
        if not later or who is None:
            return [], ()
        self._flush()
        at, rest = self._project.articles.get(article_id), bundle.annotations
        versions, pages, cut = [at, *later], list[tuple[Article, Annotations]](), list[Argument | Relation]()
        here = {version.id: self._project.annotations.of(version.id, who.id) for version in versions}
        for version in later:
            parts = parted(rest, self._aligned(at.text, version.text), here[at.id], notes_adrift=bundle.notes_adrift)
            if not count_of(parts.carried):
                break
            pages.append((at, parts.stays))
            cut += parts.cut
            at, rest = version, parts.carried
        if not pages:
            return [], ()
        pages.append((at, rest))
        self._notices.extend(
            told_of_older(versions, pages, cut, chain.from_iterable(p.mentions for p in here.values()))
        )
        states = {versions[-1].id: State.STARTED}
        found = [
            replace(bundle, article=v, annotations=some, state=states.get(v.id, State.SKIPPED))
            for v, some in reversed(pages)
            if count_of(some)
        ]
        return found, [link for link in cut if isinstance(link, Relation)]

    def _later(self, article_id: str) -> list[Article]:
        old = self._project.articles.find(article_id)
        return later_than(old, self._project.articles.find) if old else []

"""What a lexicon still has to learn, little by little: the names of the registry, and the pages that were left."""

from collections import deque
from collections.abc import Iterable, Iterator

from dateline.assist.lexicon import Lexicon
from dateline.editing.suggesting import learn, learn_page
from dateline.model.changes import Kind
from dateline.model.page import Page
from dateline.model.registry import Entity
from dateline.store.project import Project

_PAGES = 100  # left in a hurry that are remembered


class Lessons:
    """Keeps the lexicon of one annotator up with the work; each generator yields after every small piece of it."""

    def __init__(self) -> None:
        self.lexicon = Lexicon()
        self._left: deque[Page] = deque(maxlen=_PAGES)
        self._to_name: deque[Entity] | None = None  # whose names are still to be learned; None: of all there are
        self._renamed: set[str] = set()  # entities that came, went or changed since

    def leave(self, page: Page) -> None:
        """Take note of a page that is being left."""
        self._left.append(page)

    def rename(self, entity_ids: Iterable[str]) -> None:
        """Take note of entities that came, went or changed."""
        self._renamed.update(entity_ids)

    def unlearn(self, project: Project, article_ids: Iterable[str], annotator_id: str) -> None:
        """Learn anew at once what articles teach that taught something before part of it was taken back."""
        for article_id in article_ids:
            if self.lexicon.taught_by(article_id):
                learn(project, self.lexicon, article_id, annotator_id)

    def from_pages(self, project: Project, annotator_id: str) -> Iterator[None]:
        """Learn from the pages that were left, if they are this annotator's."""
        while self._left:
            page = self._left.popleft()
            if page.annotator_id == annotator_id:
                learn_page(project, self.lexicon, page)
            yield

    def from_names(self, project: Project) -> Iterator[None]:
        """Learn what entities are called: all of them once, and then only those that were touched."""
        if self._to_name is None:
            self._to_name, self._renamed = deque(project.registry.entities()), set()
        while self._to_name:
            self.lexicon.put_name(self._to_name.popleft())
            yield
        renamed, self._renamed = self._renamed, set()
        for entity_id in renamed:
            self.lexicon.drop_name(entity_id)
        for entity in project.annotations.records(Kind.ENTITY, renamed):
            self.lexicon.put_name(entity)

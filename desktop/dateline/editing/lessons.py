"""What is still to be learned, little by little: names from the registry, words and roles from pages and events."""

from collections import deque
from collections.abc import Iterable, Iterator

from dateline.assist.lexicon import Lexicon
from dateline.assist.role_model import RoleModel
from dateline.editing.suggesting import learn, learn_page
from dateline.model.changes import Kind
from dateline.model.page import Page
from dateline.model.registry import Entity
from dateline.model.schema import Schema
from dateline.store.project import Project

_PAGES = 100  # left in a hurry that are remembered
_EVENTS = 800  # from which the roles are learned


class Lessons:
    """Keeps what is known of one annotator's ways up with the work; each generator yields after a small piece of it."""

    def __init__(self, roles: RoleModel) -> None:
        self.lexicon, self.roles = Lexicon(), roles
        self._articles: deque[str] = deque()  # worked on before, the last first
        self._event: str | None = None  # the one being filled: it is learned when it is left
        self._filled: deque[tuple[Page, str]] = deque()
        self._left: deque[Page] = deque(maxlen=_PAGES)
        self._to_name: deque[Entity] | None = None  # whose names are still to be learned; None: of all there are
        self._renamed: set[str] = set()  # entities that came, went or changed since

    def leave(self, page: Page) -> None:
        """Take note of a page that is being left."""
        self._left.append(page)
        if self._event is not None:
            self._filled.append((page, self._event))
            self._event = None

    def go_on_to(self, page: Page, event_id: str) -> None:
        """Take note of the event that is being filled; the one before it is left."""
        if self._event is not None and self._event != event_id:
            self._filled.append((page, self._event))
        self._event = event_id

    @property
    def has_events(self) -> bool:
        """Whether there are events to learn from that were left."""
        return bool(self._filled)

    def will_read(self, article_ids: Iterable[str]) -> None:
        """Take note of articles that were worked on before, the last first."""
        self._articles.extend(article_ids)

    @property
    def has_articles(self) -> bool:
        """Whether there are articles to learn from that were worked on before."""
        return bool(self._articles)

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

    def from_events(self, schema: Schema) -> Iterator[None]:
        """Learn who fills which role from the events that were left."""
        while self._filled:
            page, event_id = self._filled.popleft()
            if event_id in page.mentions:
                self.roles.learn(page, schema, page.mentions[event_id])
                yield

    def from_articles(self, project: Project, schema: Schema, page: Page) -> Iterator[bool]:
        """Learn from the articles that were worked on before; of the open `page` only who fills which role.

        Yields whether all the roles of an article have been learned.
        """
        while self._articles:
            article_id = self._articles.popleft()
            other: Page | None = page
            if article_id != page.article.id:
                other = learn(project, self.lexicon, article_id, page.annotator_id)
                yield False
            if other is not None and self.roles.events < _EVENTS:
                for event in other.events():
                    self.roles.learn(other, schema, event)
                    yield False
                yield True

"""What joins mentions: arguments of events and relations, and which of them a selection brings into focus.

Free of Qt.
"""

from collections.abc import Mapping

from msgspec import Struct, field

from dateline.model.annotation import Argument, Layer, Relation
from dateline.model.page import Page


class Link(Struct, frozen=True):
    """A labelled connection from an event's trigger, or a relation's source, to a mention."""

    id: str
    source: str
    target: str
    label: str
    relation: bool = False


class Focus(Struct, frozen=True):
    """What stands out while a mention of an event is selected: the trigger, and others with their roles."""

    centre: str
    roles: dict[str, str] = field(default_factory=dict)

    def holds(self, mention_id: str) -> bool:
        """Say whether a mention is part of what is in focus."""
        return mention_id == self.centre or mention_id in self.roles


class Links:
    """Arguments and relations by the mentions at both ends, kept up record by record."""

    def __init__(self, arguments: Mapping[str, Argument], relations: Mapping[str, Relation]) -> None:
        self._links: dict[str, Link] = {}
        self._by_mention: dict[str, dict[str, Link]] = {}
        for argument in arguments.values():
            self.put(argument)
        for relation in relations.values():
            self.put(relation)

    def put(self, record: Argument | Relation) -> None:
        """Add a link, or replace the one of the same id."""
        self.discard(record.id)
        if isinstance(record, Argument):
            link = Link(record.id, record.event_id, record.filler_id, record.role)
        else:
            link = Link(record.id, record.source_id, record.target_id, record.label, relation=True)
        self._links[link.id] = link
        for end in (link.source, link.target):
            self._by_mention.setdefault(end, {})[link.id] = link

    def discard(self, link_id: str) -> Link | None:
        """Take a link out; return it, or None."""
        link = self._links.pop(link_id, None)
        if link:
            for end in (link.source, link.target):
                self._by_mention.get(end, {}).pop(link_id, None)
        return link

    def of(self, mention_id: str) -> list[Link]:
        """Return the links at either end of which a mention stands."""
        return list(self._by_mention.get(mention_id, {}).values())

    def get(self, link_id: str) -> Link | None:
        """Return a link by id."""
        return self._links.get(link_id)

    def focus(self, page: Page, mention_id: str | None) -> Focus | None:
        """Return what a selected mention brings into focus: its event, else its relations, else nothing."""
        mention = page.mentions.get(mention_id) if mention_id else None
        if mention is None:
            return None
        if mention.layer is Layer.EVENT:
            return self._around(mention.id)
        events = [link.source for link in self.of(mention.id) if not link.relation and link.target == mention.id]
        events = [e for e in events if e in page.mentions]
        if events:
            return self._around(min(events, key=lambda e: page.mentions[e].span))
        return self._around(mention.id) if self.of(mention.id) else None

    def _around(self, centre: str) -> Focus:
        roles: dict[str, list[str]] = {}
        for link in self.of(centre):
            other = link.target if link.source == centre else link.source
            if other != centre:
                roles.setdefault(other, []).append(link.label)
        return Focus(centre, {m: " · ".join(dict.fromkeys(labels)) for m, labels in roles.items()})

"""What a person deletes is not suggested once more in its place, unless the deletion is undone."""

from collections.abc import Iterable

from dateline.editing.suggesting import leave_mentions_alone
from dateline.model.annotation import Mention
from dateline.model.changes import Changes, Kind
from dateline.store.project import Project

_LOOKED_UP = 5_000  # mentions of a step of an earlier session; more would make undo wait


class LeftAlone:
    """The mentions deleted since the project was opened, and what is thereby left alone."""

    def __init__(self) -> None:
        self._mentions: dict[str, Mention] = {}

    def take(self, project: Project, mention: Mention) -> None:
        """A mention has been deleted: nothing of its label is to be suggested where its pieces stood."""
        self.remember([mention])
        leave_mentions_alone(project, [mention])

    def remember(self, mentions: Iterable[Mention]) -> None:
        """These are left alone already: they come back with undo, and go with redo."""
        self._mentions.update((m.id, m) for m in mentions)

    def replay(self, project: Project, changes: Changes, *, back: bool) -> None:
        """What undo brings back may be suggested again, were it taken away; what redo deletes anew may not."""
        there = (changes.added if back else changes.removed).get(Kind.MENTION, frozenset())
        found = [self._mentions[i] for i in self._mentions.keys() & there]
        if back and len(found) < len(there) <= _LOOKED_UP:
            found = list(project.annotations.records(Kind.MENTION, there))
        leave_mentions_alone(project, found, again=back)

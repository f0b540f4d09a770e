"""What a person deletes is not suggested once more in its place, unless the deletion is undone."""

from dateline.assist.suggestions import SpanProposal
from dateline.editing import suggesting
from dateline.model.annotation import Mention
from dateline.model.changes import Changes, Kind
from dateline.store.project import Project

_BY_HAND = 20  # mentions in a step; more were not deleted one by one


class LeftAlone:
    """The mentions deleted since the project was opened, and what is thereby left alone."""

    def __init__(self) -> None:
        self._mentions: dict[str, Mention] = {}

    def take(self, project: Project, mention: Mention) -> None:
        """A mention has been deleted: nothing of its label is to be suggested where its pieces stood."""
        self._mentions[mention.id] = mention
        _leave_alone(project, mention)

    def replay(self, project: Project, changes: Changes, *, back: bool) -> None:
        """What undo brings back may be suggested again, were it taken away; what redo deletes anew may not."""
        there = changes.added.get(Kind.MENTION, frozenset()) if back else frozenset()
        if 0 < len(there) <= _BY_HAND:
            for mention in project.annotations.records(Kind.MENTION, there):
                _leave_alone(project, mention, again=True)
        gone = frozenset() if back else changes.removed.get(Kind.MENTION, frozenset())
        for mention_id in self._mentions.keys() & gone:
            _leave_alone(project, self._mentions[mention_id])


def _leave_alone(project: Project, mention: Mention, *, again: bool = False) -> None:
    ids = {SpanProposal(mention.label, mention.layer, piece).id for piece in mention.fragments}
    suggesting.leave_alone(project, mention.article_id, mention.annotator_id, ids, again=again)

"""What an import brought in, or would."""

from collections import Counter

from msgspec import Struct, field

from dateline.editing.newcomers import Newcomers
from dateline.editing.revising import Revision
from dateline.exchange.problems import Problem
from dateline.model.changes import Changes

FILLED_SHOWN = 5


class Filled(Struct, frozen=True):
    """An article of the project, and what it got: each field or further column with what that says now."""

    name: str
    fields: dict[str, str]
    columns: dict[str, str]


class FactsTaken(Struct):
    """What articles of the project got of what they lacked: how many each field, and each further column.

    `articles`: how many got anything; `recounted`: how many dates in their texts have another value with it;
    `first`: at most FILLED_SHOWN of them.
    """

    articles: int = 0
    fields: Counter[str] = field(default_factory=Counter)
    columns: Counter[str] = field(default_factory=Counter)
    recounted: int = 0
    first: list[Filled] = field(default_factory=list)  # the first of them


class ImportReport(Struct):
    """What an import brought in. `left_out` are the records that were wrong, `notices` what is worth knowing."""

    changes: Changes = field(default_factory=Changes)
    new: Newcomers = field(default_factory=Newcomers)
    known_articles: int = 0
    in_several: int = 0  # those of them that an earlier source of the import brought
    facts: FactsTaken = field(default_factory=FactsTaken)  # what they got of what they lacked
    met: dict[str, set[str]] = field(default_factory=dict)  # labels, and roles by `role_key`, by the sources' formats
    come: int = 0  # annotations the sources hold
    annotations: int = 0  # those of them that are new
    comments: int = 0  # notes on articles and annotations that are new
    repeated: int = 0  # those that the sources have more than once
    passed_over: int = 0  # those that labels, or what becomes of near-repeats, leave out by choice
    arguments_left_out: int = 0  # of events that come, as their roles are left out by choice
    known_records: int = 0
    labels_added: tuple[str, ...] = ()
    records: int = 0  # annotations with all they have, entities and happenings, and links that were missing
    states: int = 0  # of articles, for annotators who had none there
    silent_times: int = 0  # time expressions of which the sources do not say what they stand for
    newcomers: list[str] = field(default_factory=list)  # annotators who are new
    revisions: list[Revision] = field(default_factory=list)
    annotators: dict[str, int] = field(default_factory=dict)  # name to how many annotations came in under it
    left_out: list[Problem] = field(default_factory=list)
    notices: list[Problem] = field(default_factory=list)
    once_more: bool = False  # whether one of them is that what comes is here already, or nearly, as another's work

    @property
    def annotations_there(self) -> int:
        """How many annotations of the sources are here already."""
        return max(0, self.come - self.passed_over - self.repeated - self.annotations)

    @property
    def articles(self) -> int:
        """How many articles are new."""
        return self.new.count

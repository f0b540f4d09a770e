"""What a step touched: the one thing that editing returns and panels refresh by."""

from enum import StrEnum

from msgspec import Struct, field

from dateline.model.text import Span


class Kind(StrEnum):
    """The kinds of record a project holds; the value is the table's name."""

    ARTICLE = "article"
    ORIGINAL = "original"
    REGION = "region"
    ANNOTATOR = "annotator"
    PROGRESS = "progress"
    MENTION = "mention"
    TIME_VALUE = "time_value"
    ARGUMENT = "argument"
    RELATION = "relation"
    COMMENT = "comment"
    ENTITY = "entity"
    HAPPENING = "happening"
    LABEL_TYPE = "label_type"
    SETTING = "setting"  # the project's own settings, such as the schema's name


class Place(Struct, frozen=True):
    """Where in the project something happened, for the view to go to."""

    article_id: str
    span: Span | None = None
    record_id: str | None = None


class Changes(Struct, frozen=True):
    """The records one step (or its undo or redo) added, altered and removed, as ids by kind.

    `articles` are the ids of all articles whose content or annotations were touched; None stands for
    "many: reload everything" after a bulk step. `label` says what was done, for the status line.
    """

    label: str = ""
    added: dict[Kind, frozenset[str]] = field(default_factory=dict)
    altered: dict[Kind, frozenset[str]] = field(default_factory=dict)
    removed: dict[Kind, frozenset[str]] = field(default_factory=dict)
    articles: frozenset[str] | None = frozenset()
    place: Place | None = None

    def __bool__(self) -> bool:
        return bool(self.added or self.altered or self.removed or self.articles is None)

    def touches(self, *kinds: Kind) -> bool:
        """Say whether any record of these kinds changed (always, after a bulk step)."""
        return self.articles is None or any(
            k in part for part in (self.added, self.altered, self.removed) for k in kinds
        )

    def touches_article(self, article_id: str) -> bool:
        """Say whether this article or its annotations changed."""
        return self.articles is None or article_id in self.articles

"""Many new records at once, as an import brings them."""

from collections.abc import Iterable

from dateline.model.article import Article, Original
from dateline.model.changes import Kind
from dateline.store.rows import Record, codec_of
from dateline.store.step import Step

_RECORDS = 5_000  # held back before they are written
_TEXT = 4 << 20  # characters of text, likewise
# What is referred to comes before what refers to it, so that SQLite need not look back.
_ORDER = (
    Kind.SETTING,
    Kind.LABEL_TYPE,
    Kind.ANNOTATOR,
    Kind.ENTITY,
    Kind.HAPPENING,
    Kind.ARTICLE,
    Kind.ORIGINAL,
    Kind.PROGRESS,
    Kind.REGION,
    Kind.MENTION,
    Kind.TIME_VALUE,
    Kind.ARGUMENT,
    Kind.RELATION,
    Kind.COMMENT,
)


class BulkWriter:
    """Takes new records of any kinds in any order and inserts them by the thousand, in one step.

    Call `flush` at the end, inside the step. Memory stays bounded however much comes.
    """

    def __init__(self, step: Step) -> None:
        self._step = step
        self._waiting: dict[Kind, list[Record]] = {kind: [] for kind in _ORDER}
        self._records = 0
        self._text = 0

    def add(self, records: Iterable[Record]) -> None:
        """Take records whose ids are new to the project; raises sqlite3.IntegrityError once written if one is not."""
        for record in records:
            self._waiting[codec_of(record).kind].append(record)
            self._records += 1
            if isinstance(record, Article):
                self._text += len(record.text)
            elif isinstance(record, Original):
                self._text += len(record.content)
        if self._records >= _RECORDS or self._text >= _TEXT:
            self.flush()

    def flush(self) -> None:
        """Write what is held back."""
        for kind in _ORDER:
            if self._waiting[kind]:
                self._step.add_all(self._waiting[kind])
                self._waiting[kind] = []
        self._records = self._text = 0

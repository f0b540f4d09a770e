"""Reading events with the words of their triggers and fillers: what the timeline is drawn from."""

from collections.abc import Iterable

from dateline.model.changes import Kind
from dateline.model.occurrence import Filler, Occurrence
from dateline.store.reader import Reader
from dateline.store.rows import CODECS

_MENTION, _TIME = CODECS[Kind.MENTION], CODECS[Kind.TIME_VALUE]
_WORDS = "substr(article_text.text, mention.begin + 1, mention.end - mention.begin)"
_TEXT = "JOIN article_text ON article_text.id = mention.article_id"
_EVENTS = f"SELECT {_WORDS}, {_MENTION.select} FROM mention {_TEXT} WHERE layer = 'event' AND annotator_id = ?"
_FILLERS = (
    f"SELECT event_id, role, entity.name, {_WORDS}, {_MENTION.select}, {_TIME.select} FROM argument "
    f"JOIN mention ON mention.id = filler_id {_TEXT} LEFT JOIN entity ON entity.id = mention.entity_id "
    "LEFT JOIN time_value ON time_value.id = mention.id WHERE event_id IN (?)"
)
_BEFORE = 4  # columns of _FILLERS before the mention's


class OccurrenceReader(Reader):
    """Reads the events of one project as occurrences."""

    def of(self, annotator_id: str, *, article_id: str | None = None) -> list[Occurrence]:
        """Return an annotator's events in text order, of one article or of all."""
        if article_id is None:
            rows = self._rows(f"{_EVENTS} ORDER BY mention.article_id, begin", [annotator_id])
        else:
            rows = self._rows(f"{_EVENTS} AND mention.article_id = ? ORDER BY begin", [annotator_id, article_id])
        fillers = self._fillers(r[1] for r in rows)
        return [
            Occurrence(
                _MENTION.from_row(row[1:]),
                " ".join(row[0].split()),
                tuple(sorted(fillers.get(row[1], ()), key=lambda f: f.mention.span)),
            )
            for row in rows
        ]

    def _fillers(self, event_ids: Iterable[str]) -> dict[str, list[Filler]]:
        """Return what fills the roles of some events, by event."""
        fillers: dict[str, list[Filler]] = {}
        width = _BEFORE + len(_MENTION.columns)
        for row in self._rows_for(_FILLERS, event_ids):
            value = _TIME.from_row(row[width:]) if row[width] else None
            mention = _MENTION.from_row(row[_BEFORE:width])
            filler = Filler(row[1], mention, " ".join(row[3].split()), row[2] or "", value)
            fillers.setdefault(row[0], []).append(filler)
        return fillers

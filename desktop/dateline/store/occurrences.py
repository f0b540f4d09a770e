"""Reading events with the words of their triggers and fillers: what the timeline is drawn from."""

from collections.abc import Iterable
from itertools import groupby
from typing import Any

from dateline.model.annotation import Mention
from dateline.model.changes import Kind
from dateline.model.occurrence import Filler, Occurrence
from dateline.model.when import When
from dateline.store.reader import Reader
from dateline.store.rows import CODECS

_MENTION, _TIME = CODECS[Kind.MENTION], CODECS[Kind.TIME_VALUE]
_EVENTS = f"SELECT {_MENTION.select} FROM mention WHERE layer = 'event' AND annotator_id = ?"
_FILLERS = (
    f"SELECT {_MENTION.select}, event_id, role, entity.name, {_TIME.select} FROM argument "
    "JOIN mention ON mention.id = filler_id LEFT JOIN entity ON entity.id = mention.entity_id "
    "LEFT JOIN time_value ON time_value.id = mention.id WHERE event_id IN (?)"
)
_Found = tuple[str, str, str, Mention, Any]  # event, role, entity's name, mention, time value


class OccurrenceReader(Reader):
    """Reads the events of one project as occurrences."""

    def of(self, annotator_id: str, *, article_id: str | None = None) -> list[Occurrence]:
        """Return an annotator's events in text order, of one article or of all."""
        with self._one_moment():
            if article_id is None:
                rows = self._rows(f"{_EVENTS} ORDER BY article_id, begin, id", [annotator_id])
            else:
                rows = self._rows(f"{_EVENTS} AND article_id = ? ORDER BY begin, id", [annotator_id, article_id])
            events: list[Mention] = self._decoded(_MENTION, rows)
            fillers = self._fillers(e.id for e in events)
            found: list[Occurrence] = []
            for of_article, group in groupby(events, key=lambda e: e.article_id):
                text = self._text_of(of_article)
                found += [_occurrence(event, fillers.get(event.id, []), text) for event in group]
        return found

    def told_before(self, annotator_id: str, label: str, when: When) -> str | None:
        """Return the happening behind an annotator's first event of a label and a date, or None."""
        sql = (
            "SELECT DISTINCT mention.article_id FROM time_value CROSS JOIN argument ON filler_id = time_value.id "
            "JOIN mention ON mention.id = event_id WHERE time_value.begin IS ? AND time_value.end IS ? "
            "AND mention.annotator_id = ? AND mention.label = ? AND mention.happening_id IS NOT NULL ORDER BY 1"
        )
        for (article_id,) in self._rows(sql, [when.begin, when.end, annotator_id, label]):
            for occurrence in self.of(annotator_id, article_id=article_id):
                event = occurrence.event
                if event.happening_id and event.label == label and occurrence.when == when:
                    return event.happening_id
        return None

    def _fillers(self, event_ids: Iterable[str]) -> dict[str, list[_Found]]:
        """Return what fills the roles of some events, by event."""
        rows = list(self._rows_for(_FILLERS, event_ids))
        width = len(_MENTION.columns)
        mentions = self._decoded(_MENTION, rows)
        values = iter(self._decoded(_TIME, (row[width + 3 :] for row in rows if row[width + 3])))
        fillers: dict[str, list[_Found]] = {}
        for row, mention in zip(rows, mentions, strict=True):
            event_id, role, name = row[width : width + 3]
            value = next(values) if row[width + 3] else None
            fillers.setdefault(event_id, []).append((event_id, role, name or "", mention, value))
        return fillers


def _occurrence(event: Mention, found: list[_Found], text: str) -> Occurrence:
    """Words are taken from the text here and not by SQL, whose substr() ends at a NUL and counts from the begin."""
    fillers = [Filler(role, m, _words(m, text), name, value) for _, role, name, m, value in found]
    return Occurrence(event, _words(event, text), tuple(sorted(fillers, key=lambda f: f.mention.span)))


def _words(mention: Mention, text: str) -> str:
    return " ".join(mention.text_of(text).split())

"""Event extraction sets as ACE's preprocessing and OneIE have them: a sentence a line, tokens, triggers, arguments."""

from pathlib import Path

from dateline.exchange.format import Format, as_outside, tr
from dateline.exchange.formats.oneie.reader import read
from dateline.exchange.formats.oneie.writer import OneIeWriter
from dateline.exchange.jsonstream import first_object


def _recognises(source: Path, head: bytes) -> bool:
    if source.suffix.lower() not in (".json", ".jsonl", ".ndjson"):
        return False
    record = first_object(head)
    return isinstance(record.get("tokens"), list) and isinstance(record.get("event_mentions"), list)


FORMAT = Format(
    name="oneie",
    title="Event extraction JSONL (ACE, OneIE)",
    suffixes=(".jsonl", ".json"),
    description=tr("A record for each sentence: tokens, entities, relations, event triggers and arguments by role."),
    reads=read,
    opens=OneIeWriter,
    recognises=_recognises,
    result=True,
    unread=as_outside,
    by_sentence=True,
)

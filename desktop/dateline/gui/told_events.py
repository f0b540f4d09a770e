"""What the text tells of events that were made without being looked at, in a line."""

from PySide6.QtCore import QCoreApplication

from dateline.gui.session import Session
from dateline.model.annotation import Layer
from dateline.model.changes import Changes, Kind

_LOOKED_AT = 40  # of the events made at once
_SHOWN = 40  # characters of a trigger


def told_of_made(session: Session, changes: Changes) -> str:
    """Say which of the events that a step made the text tells of in some other way than as usual; or ""."""
    page, schema = session.page, session.schema
    made = [i for i in changes.added.get(Kind.MENTION, ()) if page and i in page.mentions][:_LOOKED_AT]
    events = [i for i in made if page and page.mentions[i].layer is Layer.EVENT]
    if page is None or not events:
        return ""
    from dateline.assist.attributes import propose_attributes  # its patterns take a while to compile

    found = [(i, told) for i in events if (told := propose_attributes(page, schema, i))]
    if len(found) > 1:
        text = QCoreApplication.translate(
            "EventVerbs", "{n} of the events are told as planned, possible or denied: select them to answer."
        )
        return text.format(n=len(found))
    for event_id, told in found:
        words = " ".join(page.mentions[event_id].text_of(page.text).split())
        said = " · ".join(f"{t.name}: {t.value} (“{t.cue}”)" for t in told)
        text = QCoreApplication.translate("EventVerbs", "“{words}” – {said}? Select it to answer.")
        return text.format(words=words[:_SHOWN], said=said)
    return ""

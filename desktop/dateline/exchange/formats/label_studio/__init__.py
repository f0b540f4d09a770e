"""Label Studio: its full JSON and JSON-MIN in, full JSON with a labelling configuration out."""

from pathlib import Path

from dateline.exchange.format import Choice, Format, tr
from dateline.exchange.formats.label_studio.reader import is_minimal, is_task, read
from dateline.exchange.formats.label_studio.writer import LabelStudioWriter
from dateline.exchange.jsonstream import first_object


def _recognises(source: Path, head: bytes) -> bool:
    if source.suffix.lower() not in (".json", ".jsonl"):
        return False
    record = first_object(head)
    return is_task(record) or is_minimal(record)


FORMAT = Format(
    name="label-studio",
    title="Label Studio JSON",
    suffixes=(".json",),
    description=tr("Tasks with regions, relations and everybody's annotations; a labelling configuration lies beside."),
    choices=(Choice("predictions", tr("Predictions of models"), ("take", "leave out"), importing=True),),
    reads=read,
    opens=LabelStudioWriter,
    recognises=_recognises,
)

"""What an export says of what it wrote, and of what it found and left: sentences for the person."""

from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from dateline.exchange.beside import CARD, beside
from dateline.exchange.earlier import Earlier, look, remove
from dateline.exchange.options import WriteOptions
from dateline.exchange.split_notes import articles
from dateline.model.annotation import Layer
from dateline.model.bundle import Frame
from dateline.model.wording import Wording, tr


def of_nothing(
    written: int, chosen: int, labels: Mapping[str, int], options: WriteOptions, frame: Frame
) -> Iterator[Wording]:
    """Say that nothing, or not all, of what was asked for is there: a file that is empty for that is seldom wanted.

    `written` and `chosen` count articles.
    """
    asked = options.labels is not None or options.layers is not None
    if not chosen:
        yield Wording(tr("no article is as was asked for (states, annotators): what was written is empty"))
    elif silent := chosen - written:
        text = tr("{silent} of {chosen} made no record")
        yield Wording(text, {"silent": str(silent), "chosen": articles(chosen)})
    elif asked and not labels and _only_relations(options, frame):
        yield Wording(tr("relations are written with both their ends: ask for the ends' labels or layers, too"))
    elif asked and not labels:
        yield Wording(tr("no annotation has the labels asked for: the texts were written without any"))


def _only_relations(options: WriteOptions, frame: Frame) -> bool:
    """Say whether nothing was asked for that can be an end of a relation."""
    types = frame.schema.types if frame.schema else ()
    wanted = {t.layer for t in types if options.wants(t.name, t.layer)} or set(options.layers or ())
    return wanted == {Layer.RELATION}


def of_unwritten(paths: Sequence[Path], gone: Sequence[str], own: Sequence[str]) -> Iterator[Wording]:
    """Say which parts of a division are not there, which an earlier export had written, and which are somebody's."""
    if paths:
        text = tr("not written, without a record: {files}; name only the other parts where they are read")
        yield Wording(text, {"files": ", ".join(path.name for path in paths)})
    if gone:
        yield _removed(gone)
    if own:
        text = tr("left as it is, since no export wrote it so: {files}; who reads all parts reads it, too")
        yield Wording(text, {"files": ", ".join(own)})


def of_earlier(found: Earlier, target: Path, options: WriteOptions, written: Sequence[Path]) -> Iterator[Wording]:
    """Yield what to know of files beside that earlier exports left, once those that may go are gone."""
    if options.remove_earlier:
        gone, kept = remove(found, options.remove_earlier)
        if gone:
            yield _removed(gone)
        if kept:
            text = tr("{files} could not be removed: not as the earlier export wrote it")
            yield Wording(text, {"files": ", ".join(kept)})
    yield from look(target, written).also(found).sentences(written)
    if not options.card and beside(target, CARD).is_file():
        yield Wording(tr("{file} is of an earlier export"), {"file": beside(target, CARD).name})


def _removed(names: Sequence[str]) -> Wording:
    return Wording(tr("removed {files}, of an earlier export"), {"files": ", ".join(names)})

"""Writes doccano's JSONL."""

import shutil
import zipfile
from pathlib import Path
from typing import IO, Any

from dateline.exchange.counting import COUNTED, has_astral
from dateline.exchange.json_lines import LinesWriter
from dateline.exchange.left_out import Holds
from dateline.exchange.losses import Losses
from dateline.exchange.names import FileNames
from dateline.exchange.options import WriteOptions
from dateline.exchange.outbox import Outbox
from dateline.model.annotation import Layer
from dateline.model.bundle import Bundle, Frame
from dateline.model.text import Utf16Map
from dateline.model.wording import tr

_HOLDS = frozenset({Holds.FIELDS, Holds.STATES, Holds.ANNOTATORS, Holds.COMMENTS})
_LINKS = frozenset({Holds.ARGUMENTS, Holds.RELATIONS})


class DoccanoWriter(LinesWriter):
    """Takes bundles and writes a line for each unit, or a zip with a file for each annotator.

    Arguments of events are written as relations from the trigger, whose type is the role.
    """

    def __init__(self, outbox: Outbox, target: Path, frame: Frame, options: WriteOptions, losses: Losses) -> None:
        super().__init__(outbox, target, frame, options, losses)
        self._outbox = outbox
        self._files: dict[str, IO[bytes]] | None = {} if target.suffix.lower() == ".zip" else None  # of a zip
        self._triples = options.extra.get("style") == "triples"
        self.holds = _HOLDS if self._triples else _HOLDS | _LINKS
        self._utf16 = options.extra.get("offsets", "utf16") == "utf16"
        self._relations = {t.name for t in frame.schema.layer(Layer.RELATION)} if frame.schema else set()
        self._last = 0

    def write(self, line: bytes, unit: Bundle) -> None:
        """Write a line, to its annotator's file in a zip."""
        if self._files is None:
            self.file.write(line)
            return
        name = unit.annotator.name if unit.annotator else "all"
        if name not in self._files:
            self._files[name] = self._outbox.scratch()
        self._files[name].write(line)

    def close(self) -> None:
        """Pack the files of a zip."""
        if self._files is None:
            return
        names = FileNames(".jsonl")
        with zipfile.ZipFile(self.file, "w", zipfile.ZIP_DEFLATED, compresslevel=6) as archive:
            for name, file in self._files.items():
                file.seek(0)
                with archive.open(names.named(name), "w", force_zip64=True) as packed:
                    shutil.copyfileobj(file, packed, 1 << 20)

    def record(self, unit: Bundle) -> dict[str, Any]:
        """Return the record of a unit: doccano wants the same keys of metadata on every line."""
        text, found = unit.article.text, unit.annotations
        utf16 = Utf16Map(text).to_utf16 if self._utf16 and has_astral(text) else None
        triples: list[list[Any]] = []
        entities: list[dict[str, Any]] = []
        ids: dict[str, int] = {}
        for m in found.mentions:
            fragments = m.fragments
            begin, end = fragments[0].begin, fragments[-1].end
            if len(fragments) > 1:
                self.losses.add(tr("discontinuous spans (written as the whole stretch)"), m.text_of(text))
            if utf16:
                begin, end = utf16(begin), utf16(end)
            if self._triples:
                triples.append([begin, end, m.label])
            else:
                self._last += 1
                ids[m.id] = self._last
                entities.append({"id": self._last, "label": m.label, "start_offset": begin, "end_offset": end})
        record: dict[str, Any] = {"text": text}
        if self._triples:
            record["label"] = triples
        else:
            record["entities"] = entities
            record["relations"] = self._links(unit, ids)
        record["Comments"] = [c.text for c in found.comments]
        for c in found.comments:
            if c.mention_id or c.at:
                self.losses.add(tr("what comments are about, and when they were made"), c.text[:80])
        return record | self.facts(unit) | {COUNTED: "utf16" if self._utf16 else "codepoints"}

    def _links(self, unit: Bundle, ids: dict[str, int]) -> list[dict[str, Any]]:
        found = unit.annotations
        links = [(a.event_id, a.filler_id, a.role) for a in found.arguments]
        for _, _, role in links:
            if role in self._relations:
                self.losses.add(tr("roles named like a relation (read back as relations)"), role)
        links += [(r.source_id, r.target_id, r.label) for r in found.relations]
        first = self._last + 1
        self._last += len(links)
        return [
            {"id": number, "from_id": ids[source], "to_id": ids[target], "type": label}
            for number, (source, target, label) in enumerate(links, start=first)
        ]

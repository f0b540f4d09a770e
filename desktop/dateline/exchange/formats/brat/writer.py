"""Writes a folder for brat."""

from collections.abc import Iterator
from pathlib import Path

from dateline.exchange.facts import FactsTable
from dateline.exchange.formats.brat.config import TOOLS_CONF, Met, annotation_conf, visual_conf
from dateline.exchange.formats.brat.lines import BREAKS, COLUMNS, ENTITY, HAPPENING, TABLE, TIMEX
from dateline.exchange.left_out import Holds, note_left_out
from dateline.exchange.losses import Losses
from dateline.exchange.names import FileNames
from dateline.exchange.options import WriteOptions
from dateline.exchange.outbox import Outbox
from dateline.exchange.units import trimmed
from dateline.model.annotation import Annotations, Annotator, Argument, Layer, Mention
from dateline.model.bundle import Bundle, Frame
from dateline.model.text import Span
from dateline.model.wording import tr
from dateline.scratch import Ledger

_HOLDS = frozenset(Holds) - {Holds.WHEN, Holds.KINDS, Holds.NEGATIVES, Holds.BOILERPLATE, Holds.ORIGINALS}
_BROKEN = str.maketrans(dict.fromkeys(f"{BREAKS}\t", " "))


class BratWriter:
    """Takes bundles and writes a .txt and an .ann for each; of several annotators each has a folder."""

    def __init__(self, outbox: Outbox, target: Path, frame: Frame, options: WriteOptions, losses: Losses) -> None:
        self._folder, self._outbox = outbox.folder(target), outbox
        self._options, self._losses = options, losses
        self._schema = frame.schema
        self._entities = {e.id: e for e in frame.entities}
        self._happenings = {h.id: h for h in frame.happenings}
        self._met = Met()
        if frame.schema:
            self._met.take_schema(frame.schema)
        self._several = len(frame.annotators) > 1
        self._names = FileNames(".txt")
        self._name_of = Ledger()  # article id to file name, the same in each annotator's folder
        self._folder_names = FileNames("")
        self._folder_of: dict[str, str] = {}  # by annotator's id
        self._tables: dict[Path, FactsTable] = {}

    def add(self, bundle: Bundle) -> int:
        """Write a text and its annotations."""
        note_left_out(bundle, self._losses, _HOLDS)
        kept = trimmed(bundle, self._options, self._losses, _HOLDS)
        if kept is None:
            return 0
        article = kept.article
        name = self._name_of.get(article.id)
        if name is None:
            name = self._name_of[article.id] = self._names.of(article)
        folder = self._folder_for(bundle.annotator)
        text = article.text
        if text.startswith("\ufeff"):
            self._losses.add(tr("byte order marks at the begin of a text"), article.name)
        (folder / name).write_bytes(text.encode())
        page = _Page(kept.annotations, text, self._met, self._losses)
        written = "".join(f"{line}\n" for line in (*page.lines(), *self._references(kept.annotations, page.mentions)))
        (folder / name).with_suffix(".ann").write_bytes(written.encode())
        if folder not in self._tables:
            self._tables[folder] = FactsTable(self._losses, self._outbox.scratch(), COLUMNS)
        self._tables[folder].add(name, kept)
        return 1

    def close(self) -> None:
        """Write the configuration, and the tables of what is known of the texts."""
        (self._folder / "annotation.conf").write_text(annotation_conf(self._met, self._schema), "utf-8", newline="\n")
        (self._folder / "visual.conf").write_text(visual_conf(self._met, self._schema), "utf-8", newline="\n")
        (self._folder / "tools.conf").write_text(TOOLS_CONF, "utf-8", newline="\n")
        for folder, table in self._tables.items():
            table.write(folder / TABLE)

    def _folder_for(self, who: Annotator | None) -> Path:
        if who is None or not self._several:
            return self._folder
        if who.id not in self._folder_of:
            self._folder_of[who.id] = self._folder_names.named(who.name)
            (self._folder / self._folder_of[who.id]).mkdir()
        return self._folder / self._folder_of[who.id]

    def _references(self, found: Annotations, mentions: list[tuple[int, Mention]]) -> Iterator[str]:
        """Yield N lines: what the entities, happenings and values behind mentions are called."""
        number = 0
        values = {t.id: t for t in found.times}
        for place, m in mentions:
            keys: list[tuple[str, str, str]] = []
            if m.entity_id:
                entity = self._entities.get(m.entity_id)
                keys.append((ENTITY, m.entity_id, entity.name if entity else ""))
                if entity and entity.external_id:
                    wikidata = entity.external_id[:1] == "Q" and entity.external_id[1:].isdigit()
                    keys.append(("Wikidata" if wikidata else "External", entity.external_id, entity.name))
            if m.happening_id:
                happening = self._happenings.get(m.happening_id)
                keys.append((HAPPENING, m.happening_id, happening.name if happening else ""))
            if (time := values.get(m.id)) and (time.value or time.mod):
                keys.append((TIMEX, time.value, f"{time.value} mod={time.mod}" if time.mod else time.value))
            for database, key, name in keys:
                if not key or len(key.split()) != 1 or key != key.strip():
                    self._losses.add(tr("references brat cannot write"), f"{database}:{key}")
                    continue
                number += 1
                yield f"N{number}\tReference T{place} {database}:{key}\t{name.translate(_BROKEN).strip()}"


class _Page:
    """One .ann file: a mention's T line has its place in the text as number, an event's E line its place among them."""

    def __init__(self, found: Annotations, text: str, met: Met, losses: Losses) -> None:
        self._found, self._text, self._met, self._losses = found, text, met, losses
        self._pieces = {m.id: self._written(m) for m in found.mentions}
        self.mentions = [(i, m) for i, m in enumerate(found.mentions, start=1) if self._pieces[m.id]]
        events = [m for _, m in self.mentions if m.layer is Layer.EVENT]
        self._event = {m.id: number for number, m in enumerate(events, start=1)}
        self._id = {m.id: f"E{self._event[m.id]}" if m.id in self._event else f"T{i}" for i, m in self.mentions}

    def _written(self, m: Mention) -> list[Span]:
        """Return a mention's fragments as brat takes them: no line end in any of them."""
        pieces = [piece for f in m.fragments for piece in _without_breaks(f, self._text)]
        if not pieces:
            self._losses.drop(tr("spans of nothing but line ends"), self._met.type(m.layer, m.label), m)
        elif (pieces[0].begin, pieces[-1].end) != (m.fragments[0].begin, m.fragments[-1].end):
            self._losses.add(tr("line ends at the edges of spans"), m.text_of(self._text))
        elif joined(pieces, self._text) != m.fragments:
            self._losses.add(tr("spans in parts with only line ends between them"), m.text_of(self._text))
        return pieces

    def lines(self) -> Iterator[str]:
        """Yield T, E, R, A and # lines."""
        for i, m in self.mentions:
            pieces = self._pieces[m.id]
            places = ";".join(f"{p.begin} {p.end}" for p in pieces)
            words = " ".join(p.of(self._text) for p in pieces)
            yield f"T{i}\t{self._met.type(m.layer, m.label)} {places}\t{words}"
        yield from self._events()
        for number, r in enumerate(self._found.relations, start=1):
            source, target = self._id.get(r.source_id), self._id.get(r.target_id)
            if source and target:
                yield f"R{number}\t{self._met.type(Layer.RELATION, r.label)} Arg1:{source} Arg2:{target}"
            else:
                self._losses.drop(tr("links to spans of nothing but line ends"), r.label, r)
        yield from self._attributes()
        yield from self._notes()

    def _events(self) -> Iterator[str]:
        arguments: dict[str, list[Argument]] = {}
        for a in self._found.arguments:
            if a.event_id in self._id and a.filler_id in self._id:
                arguments.setdefault(a.event_id, []).append(a)
            else:
                self._losses.add(tr("links to spans of nothing but line ends"), a.role)
        for i, m in self.mentions:
            if m.layer is not Layer.EVENT:
                continue
            written: dict[str, str] = {}  # roles as written, to ids
            for a in arguments.get(m.id, ()):
                written[self._role(m.label, a.role, written)] = self._id[a.filler_id]
            said = "".join(f" {role}:{id_}" for role, id_ in written.items())
            yield f"E{self._event[m.id]}\t{self._met.type(m.layer, m.label)}:T{i}{said}"

    def _role(self, label: str, role: str, written: dict[str, str]) -> str:
        """Return a role as brat writes it: Org, and Org2, Org3 … for further ones, none of which is a role itself."""
        form = self._met.role(label, role, repeated=False)
        if form not in written:
            return form
        self._met.role(label, role, repeated=True)
        n = 2
        while f"{form}{n}" in written or self._met.roles.has_form(f"{form}{n}"):
            n += 1
        return f"{form}{n}"

    def _attributes(self) -> Iterator[str]:
        number = 0
        for _, m in self.mentions:
            for name, value in m.attributes.items():
                clean = value.translate(_BROKEN).strip()
                if clean != value:
                    self._losses.add(tr("line ends, tabs and empty values of attributes"), f"{name} = {value}")
                if clean:
                    number += 1
                    yield f"A{number}\t{self._met.attribute(name, clean, m.label)} {self._id[m.id]} {clean}"

    def _notes(self) -> Iterator[str]:
        for number, c in enumerate(self._found.comments, start=1):
            clean = c.text.translate(_BROKEN).strip()
            if c.mention_id is None or c.mention_id not in self._id:
                self._losses.add(tr("comments on articles"), c.text[:80])
                continue
            if clean != c.text:
                self._losses.add(tr("line ends and tabs in comments"), c.text[:80])
            if c.at:
                self._losses.add(tr("when comments were made"), c.at)
            yield f"#{number}\tAnnotatorNotes {self._id[c.mention_id]}\t{clean}"


def _without_breaks(span: Span, text: str) -> Iterator[Span]:
    begin = span.begin
    for i in range(span.begin, span.end):
        if text[i] in BREAKS:
            if begin < i:
                yield Span(begin, i)
            begin = i + 1
    if begin < span.end:
        yield Span(begin, span.end)


def joined(pieces: list[Span] | tuple[Span, ...], text: str) -> tuple[Span, ...]:
    """Put fragments together that only line ends part: brat cannot write them as one."""
    out = [pieces[0]]
    for piece in pieces[1:]:
        gap = text[out[-1].end : piece.begin]
        if gap and not gap.strip(BREAKS):
            out[-1] = Span(out[-1].begin, piece.end)
        else:
            out.append(piece)
    return tuple(out)

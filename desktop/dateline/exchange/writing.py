"""Writing bundles out: choosing, splitting, counting, and saying what the format could not hold."""

from collections import Counter
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from pathlib import Path
from typing import Protocol

import orjson
from msgspec import Struct, field
from msgspec.structs import replace

from dateline.exchange.beside import CARD, MANIFEST, REPORT, beside, is_sealed, refuse_own, sealed
from dateline.exchange.card import card
from dateline.exchange.divided_before import DividedBefore, divided_before
from dateline.exchange.earlier import Earlier, exported, going, look, not_exported, targets
from dateline.exchange.exported import remember
from dateline.exchange.left_out import note_unlinked
from dateline.exchange.losses import Loss, Losses
from dateline.exchange.manifest import PartFacts, digest, is_manifest, manifest, write_manifest
from dateline.exchange.not_taken import Leaving, NotTaken, Taggings
from dateline.exchange.options import WriteOptions
from dateline.exchange.outbox import Outbox
from dateline.exchange.recorded import Recorded
from dateline.exchange.seal import write_sealed
from dateline.exchange.split import Plan, links_of, plan_split
from dateline.exchange.split_notes import notes_of_split
from dateline.exchange.unread import Unread
from dateline.exchange.written_notes import of_earlier, of_nothing, of_unwritten
from dateline.model.annotation import Annotations, Annotator, Layer, told_apart
from dateline.model.bundle import Bundle, Frame
from dateline.model.wording import Wording, tr

_STEP = 50  # bundles between two reports of progress


class Writer(Protocol):
    """What a format gives to be fed with bundles."""

    def add(self, bundle: Bundle) -> int:
        """Write one bundle; return how many records it made."""

    def close(self) -> None:
        """Write what stands at the end; the outbox closes the files."""


class Part(Struct, frozen=True):
    """One part: articles, bundles and records in it, and its groups when articles were kept together.

    One of a division that has no record is not `written`.
    """

    name: str
    path: Path
    articles: int = 0
    bundles: int = 0
    records: int = 0
    groups: int = 0
    written: bool = True


class Report(Struct, frozen=True):
    """What an export wrote. `labels` counts the mentions that were chosen; `told` are sentences for the person.

    `described` are the manifest and the card. `chosen` counts the articles that are as was asked for, `doubled` those
    of which each of several annotators made a record of its own, and `doubled_by` are their names. `left` counts
    what was not asked for.
    """

    parts: tuple[Part, ...]
    labels: dict[str, int] = field(default_factory=dict)
    losses: tuple[Loss, ...] = ()
    loss_file: Path | None = None
    told: tuple[Wording, ...] = ()
    described: tuple[Path, ...] = ()
    chosen: int = 0
    doubled: int = 0
    doubled_by: tuple[str, ...] = ()
    left: NotTaken = field(default_factory=NotTaken)

    @property
    def files(self) -> tuple[Path, ...]:
        """All that was written."""
        extra = (self.loss_file,) if self.loss_file else ()
        return (*(part.path for part in self.parts if part.written), *extra, *self.described)

    @property
    def notes(self) -> tuple[str, ...]:
        """The sentences for the person, in English."""
        return tuple(str(wording) for wording in self.told)

    @property
    def articles(self) -> int:
        """How many articles were written."""
        return sum(part.articles for part in self.parts)


class _Counted:
    """A writer with its counts."""

    def __init__(self, name: str, path: Path, writer: Writer, losses: Losses, unread: Unread, described: bool) -> None:
        self.name, self.path, self.writer, self._losses, self._unread = name, path, writer, losses, unread
        self.articles = self.chosen = self.bundles = self.records = 0
        self._last = ""
        self._by: list[Annotator | None] = []  # who made a record of the article at hand
        self.doubled = 0
        self.doubled_by: list[Annotator] = []
        self.facts = PartFacts() if described else None

    def add(self, bundle: Bundle) -> None:
        made = self.writer.add(bundle)
        written = self._losses.written()
        if bundle.article.id != self._last:
            self._last, self._by = bundle.article.id, []
            self.chosen += 1
        if made:
            self._unread.meet(bundle)
            self._by.append(bundle.annotator)
            self.articles += len(self._by) == 1
            if len(self._by) > 1:
                self.doubled += len(self._by) == 2
                self.doubled_by = [*{a.id: a for a in (*self.doubled_by, *self._by) if a}.values()]
        self.records += made
        self.bundles += 1
        if self.facts is not None:
            if made or (self._by and written.characters != 0):  # else nothing of this annotator's is there
                self.facts.take(bundle, written)
            self.facts.count(bundle)
        self._take_back()

    def close(self) -> None:
        self.writer.close()
        self._take_back()

    def _take_back(self) -> None:
        dropped = self._losses.dropped()
        if self.facts is not None and dropped:
            self.facts.labels.subtract(dropped)

    def part(self, plan: Plan | None) -> Part:
        groups = plan.groups[self.name] if plan else 0
        return Part(self.name, self.path, self.articles, self.bundles, self.records, groups, self.written)

    @property
    def written(self) -> bool:
        """Whether there is a file of it: trainers stop at one without a record, some without saying why."""
        return bool(self.records) or not self.name


def selected(
    bundles: Iterable[Bundle], options: WriteOptions, losses: Losses, met: Callable[[Bundle], None] = lambda _: None
) -> Iterator[Bundle]:
    """Yield the bundles, and of them the annotations, that the options ask for; `met` is shown each that there is."""
    narrowed = options.labels is not None or options.layers is not None
    for bundle in bundles:
        met(bundle)
        if options.take(bundle.annotator, bundle.state):
            yield replace(bundle, annotations=_narrowed(bundle.annotations, options, losses)) if narrowed else bundle


def _narrowed(annotations: Annotations, options: WriteOptions, losses: Losses) -> Annotations:
    """Keep the labels and layers asked for, and of the rest only what still has both its ends.

    What was asked for and misses one end is a loss: an event's filler, a relation's source or target.
    """
    mentions = tuple(m for m in annotations.mentions if options.wants(m.label, m.layer))
    ids = {m.id for m in mentions}
    bare = sum(a.event_id in ids and a.filler_id not in ids for a in annotations.arguments)
    related = [r for r in annotations.relations if options.wants(r.label, Layer.RELATION)]
    cut = sum((r.source_id in ids) != (r.target_id in ids) for r in related)
    losses.add(tr("arguments whose filler has a label that was not asked for"), count=bare)
    losses.add(tr("relations with an end whose label was not asked for"), count=cut)
    return Annotations(
        mentions=mentions,
        times=tuple(t for t in annotations.times if t.id in ids),
        arguments=tuple(a for a in annotations.arguments if a.event_id in ids and a.filler_id in ids),
        relations=tuple(r for r in related if r.source_id in ids and r.target_id in ids),
        comments=tuple(c for c in annotations.comments if c.mention_id is None or c.mention_id in ids),
        regions=annotations.regions,
    )


class OpensWriter(Protocol):
    """How a format starts to write one file or folder."""

    def __call__(self, outbox: Outbox, target: Path, frame: Frame, options: WriteOptions, losses: Losses) -> Writer:
        """Stage `target` in the outbox and return what takes the bundles."""


def write_with(
    opens: OpensWriter,
    target: Path,
    frame: Frame,
    bundles: Iterable[Bundle],
    options: WriteOptions,
    format_name: str = "",
    *,
    cuts: bool = True,
    unread: str = "",
    record_of: Layer | None = None,
) -> Report:
    """Write the bundles the options ask for, in one file or in the parts of a split, all or nothing.

    `cuts`: the format cuts boilerplate out. `unread`: what is noted of each text that is not done. `record_of`: a
    record is an annotation of this layer.

    Raises CannotWrite, Cancelled, and ValueError for a split whose bundles can be walked only once.
    """
    refuse_own(target, manifest=options.described, card=options.card)
    frame = _narrowed_frame(frame, options)
    looked = options.total or 0 if options.split and options.links is None else 0  # a division reads all beforehand
    whole = options.total and options.total + looked
    recorded = Recorded(options, cuts=cuts, record_of=record_of)
    plan = _plan(bundles, options, whole, divided_before(target, options.split) if options.split else None, recorded)
    foretold = tuple(notes_of_split(plan, options.split)) if plan and options.split else ()
    for note in foretold:
        options.foretell(note)
    known = recorded.counts if options.links is None else (lambda plan: plan.articles)
    if plan and options.split and (goes := going(target, options.split, known(plan))):
        options.foretell(goes)  # once they are gone, that is told
    places = targets(target, options.split)
    found = look(target, places.values())  # before the manifest is renewed
    described = options.described or is_manifest(beside(target, MANIFEST))
    losses, labels, leaving = Losses(frame), Counter[str](), Leaving(options, cuts=cuts)
    noted = Unread(unread, frame, losses)
    with Outbox(options.overwrite) as outbox:
        parts: dict[str, _Counted] = {}
        staged: dict[str, tuple[Path, ...]] = {}  # a part, and what its format puts beside it
        for name, path in places.items():
            before = len(outbox.targets)
            parts[name] = _Counted(name, path, opens(outbox, path, frame, options, losses), losses, noted, described)
            staged[name] = outbox.targets[before:]
        for done, bundle in enumerate(selected(bundles, options, losses, lambda b: leaving.meet(Taggings.of(b)))):
            if done % _STEP == 0:
                options.progress.step(looked + done, whole, bundle.article.name)
            parts[plan.part_of[bundle.article.id] if plan else ""].add(bundle)
            for mention in bundle.annotations.mentions:
                labels[mention.label] += 1
        for part in parts.values():
            part.close()
        if options.is_all:
            note_unlinked(losses)
        unwritten = [part.path for part in parts.values() if not part.written]
        empty = [path for name, part in parts.items() if not part.written for path in staged[name]]
        own = [path for path in not_exported(target, empty) if not is_sealed(path)]
        gone = [path.name for path in unwritten if path.is_file() and path not in own]
        for path in empty:
            outbox.drop(path, clear=path not in own)
        loss_file = _write_losses(outbox, target, losses, places.values(), unwritten)
        left = leaving.counts()
        about = (
            _describe(outbox, target, frame, options, plan, parts, losses, format_name, left, found)
            if described
            else ()
        )
        options.progress.step(whole or 1, whole or 1, target.name)
    written = tuple(part.part(plan) for part in parts.values())
    remember((part.path for part in written if part.written), format_name)
    chosen = sum(part.chosen for part in parts.values())
    notes = (
        *of_nothing(sum(part.articles for part in written), chosen, labels, options, frame),
        *losses.grave(),
        *of_unwritten(unwritten, gone, [path.name for path in own]),
        *foretold,
        *of_earlier(found, target, options, [part.path for part in written]),
    )
    doubled = sum(part.doubled for part in parts.values())
    by = told_apart(who for part in parts.values() for who in part.doubled_by)
    return Report(written, dict(labels), losses.all(), loss_file, notes, about, chosen, doubled, tuple(by), left)


def _describe(
    outbox: Outbox,
    target: Path,
    frame: Frame,
    options: WriteOptions,
    plan: Plan | None,
    parts: Mapping[str, _Counted],
    losses: Losses,
    format_name: str,
    left: NotTaken,
    found: Earlier,
) -> tuple[Path, ...]:
    """Stage the manifest of what has been written, and the card if it is asked for.

    Where a manifest lies there already it would tell of files that are there no more; of what was `found` of earlier
    exports the new one tells as it did.
    """
    outbox.flush()
    staged = {
        name: (part.facts or PartFacts(), part.part(plan), outbox.staged(part.path) if part.written else None)
        for name, part in parts.items()
    }
    told = manifest(format_name, frame, options, plan, staged, found.told(target))
    paths = [beside(target, MANIFEST)]
    write_manifest(outbox.file(paths[0]), told, [facts for facts, *_ in staged.values()])
    if options.card:
        paths.append(beside(target, CARD))
        outbox.file(paths[1]).write(sealed(card(target.stem, told, frame.schema, losses.all(), left)))
    return tuple(paths)


def _narrowed_frame(frame: Frame, options: WriteOptions) -> Frame:
    """Keep the annotators asked for."""
    if options.annotators is None and options.kinds is None and not options.adjudicated:
        return frame
    return replace(frame, annotators=tuple(a for a in frame.annotators if options.take(a)))


def _plan(
    bundles: Iterable[Bundle],
    options: WriteOptions,
    whole: int | None,
    before: DividedBefore | None,
    recorded: Recorded,
) -> Plan | None:
    if options.split is None:
        return None
    if options.links is not None:
        return plan_split(options.links, options.split, before)
    if iter(bundles) is bundles:
        raise ValueError("a split needs bundles that can be walked twice, or the articles' links")
    watched = _watched(bundles, options, whole, recorded)
    links = links_of(
        watched,
        lambda bundle: options.take(bundle.annotator, bundle.state),
        lambda: options.progress.step(options.total or 0, whole, ""),
    )
    return plan_split(links, options.split, before)


def _watched(
    bundles: Iterable[Bundle], options: WriteOptions, whole: int | None, recorded: Recorded
) -> Iterator[Bundle]:
    """Yield bundles that are only looked at, which is told and can be stopped, too."""
    for done, bundle in enumerate(bundles):
        if done % _STEP == 0:
            options.progress.step(min(done, options.total or done), whole, bundle.article.name)
        if recorded.asks:
            recorded.meet(Taggings.of(bundle))
        yield bundle


def _write_losses(
    outbox: Outbox, target: Path, losses: Losses, paths: Iterable[Path], unwritten: Collection[Path]
) -> Path | None:
    """Stage TARGET.report.json with what the format could not hold, if there is any.

    Where one lies there already, of an export before this, it is to say that nothing was lost.
    """
    lost = losses.all()
    path = beside(target, REPORT)
    if not lost and not path.is_file():
        return None
    outbox.flush()
    staged = {path.name: outbox.staged(path) for path in paths if path not in unwritten}
    new = {*staged, *(path.name for path in unwritten)}
    older = {at.name: told for at, told in exported(target).items() if told and at.is_file() and at.name not in new}
    data = {
        "export": target.name,
        "parts": list(staged),
        "sha256": older | {name: digest(at) for name, at in staged.items() if at.is_file()},
        "not_held": [{"kind": x.kind, "count": x.count, "examples": x.examples} for x in lost],
    }
    write_sealed(outbox.file(path), [orjson.dumps(data, option=orjson.OPT_INDENT_2 | orjson.OPT_APPEND_NEWLINE)])
    return path if lost else None

"""Commands that bring articles and annotations in and out: import, export."""

import sys
from collections.abc import Mapping, Sequence
from functools import partial
from pathlib import Path
from typing import Any

import click
from msgspec.structs import replace as changed

from dateline.cli.of_sources import told_apart as told_by_source
from dateline.cli.shared import DATA, FILE, FormatCommand, explained, format_option, no_backup, pairs
from dateline.cli.telling import (
    annotations,
    in_formats,
    known_texts,
    tell_and_ask,
    tell_besides,
    tell_preview,
    tell_revisions,
)
from dateline.cli.terminal import Terminal, progress_line
from dateline.exchange.options import Nearly
from dateline.exchange.split import Order
from dateline.model.annotation import AnnotatorKind, Layer, called, told_apart
from dateline.model.article import State
from dateline.model.wording import Wording, counted


@click.command(name="import", cls=FormatCommand)
@click.argument("file", type=FILE)
@click.argument("paths", type=FILE, nargs=-1, required=True)
@click.option("--format", "format_name", default="", help="Such as doccano or brat; otherwise told by looking.")
@click.option("--metadata", type=FILE, help="A CSV, TSV or .xlsx with a column 'file' and title, published, source, …")
@click.option("--published", default="", metavar="DATE", help="Publication date where nothing says one: 2018-04-19.")
@click.option("--annotator", default="", metavar="NAME", help="Whom annotations belong to that name nobody.")
@click.option("--encoding", default="", help="Of text files; otherwise detected.")
@click.option(
    "--offsets",
    default="",
    metavar="UNIT",
    help="What offsets count, where texts have emoji: codepoints, utf16; doccano's also graphemes.",
)
@click.option("--dates", default=None, type=click.Choice(["day-first", "month-first"]), metavar="ORDER",
              help="How a table writes 03/04/2024: day-first or month-first.")  # fmt: skip
@format_option("column.published=Day for tables; list.csv:column.published=Day says it of one source alone")
@click.option("--skip-bad", is_flag=True, help="Leave out what is wrong instead of refusing the whole;"
              " the exit code is 1 where something was left out.")  # fmt: skip
@click.option("--add-labels", is_flag=True, help="Add labels to the schema that it does not have.")
@click.option("--map", "mapped", multiple=True, metavar="LABEL=HERE", help="Take a source's label for one that is here;"
              " LABEL= leaves its annotations out.")  # fmt: skip
@click.option("--map-role", "mapped_roles", multiple=True, metavar="EVENT.ROLE=HERE",
              help="Take a source's role for one the event has; EVENT.ROLE= leaves out what fills it.")  # fmt: skip
@click.option("--nearly", type=click.Choice([n.value for n in Nearly]), default=Nearly.BESIDE.value, show_default=True,
              help="What becomes of an article much like another; revise: annotations go over to it.")  # fmt: skip
@click.option("--dry-run", is_flag=True, help="Only tell what would be imported.")
@click.option("--yes", is_flag=True, help="Do not ask, on a terminal, whether to go on where what comes is here already"
              " as another's work, as a corrected file under another name is.")  # fmt: skip
@explained
def import_(
    file: Path,
    paths: Sequence[Path],
    format_name: str,
    metadata: Path | None,
    published: str,
    annotator: str,
    encoding: str,
    offsets: str,
    dates: str | None,
    extra: tuple[str, ...],
    skip_bad: bool,
    add_labels: bool,
    mapped: Sequence[str],
    mapped_roles: Sequence[str],
    nearly: str,
    dry_run: bool,
    yes: bool,
) -> None:
    """Import texts or annotations from PATHS (files or folders) into the project FILE.

    The whole import is one step: it can be undone in the window, and a problem leaves the project as it was.
    """
    from dateline.editing.chosen_before import as_chosen_before, run_as_before
    from dateline.editing.import_request import ImportRequest
    from dateline.editing.importing import UnknownLabels
    from dateline.editing.preview import preview_import
    from dateline.editing.relabelling import NotMet
    from dateline.editing.sources import import_annotator
    from dateline.exchange.options import ReadOptions
    from dateline.store.project import Project

    published = _require_sense(metadata, published, dates, encoding)
    of_all, own = told_by_source(extra, paths)
    with Project.open(file if dry_run else no_backup(file), readonly=dry_run) as project, progress_line() as progress:
        options = ReadOptions(
            skip_bad=skip_bad,
            encoding=encoding,
            metadata=metadata,
            defaults={"published": published} if published else {},
            annotator=import_annotator(annotator) if annotator else None,
            extra=of_all | ({"offsets": offsets} if offsets else {}) | ({"dates": dates} if dates else {}),
            own=own,
            nearly=Nearly(nearly),
            progress=progress,
        )
        mapping, roles = pairs(mapped, "--map"), pairs(mapped_roles, "--map-role")
        request = ImportRequest(list(paths), options, format_name, mapping, roles)
        try:
            if dry_run:
                found = preview_import(project, chosen := as_chosen_before(project, request))
                new = found.lacking
                wrong = sum(group.count for group in found.problems)
                if found.not_met and (skip_bad or not wrong):
                    raise found.not_met
                lacking = [f"--skip-bad ({counted(wrong, 'record')} wrong)"] if wrong and not skip_bad else []
                if new and not add_labels:
                    lacking.append(f"--add-labels or --map ({counted(len(new), 'new label')})")
                tell_preview(found, progress, in_formats(chosen, found), lacking)
                if new and not add_labels:
                    raise UnknownLabels(new)  # it ends as the import would
                if wrong:
                    sys.exit(DATA)
                return
            before = partial(tell_and_ask, progress=progress, ask=not yes)
            report = run_as_before(project, request, before, add_labels=add_labels)
        except NotMet as error:
            progress.clear()
            one = "Of several sources in one command one that has it is enough"
            raise click.UsageError(f"{error}. {one}. Nothing was imported.") from None
        except UnknownLabels as error:
            progress.clear()
            needed = "--add-labels adds them, --map takes them for others"
            click.echo(f"dateline: {error}; {needed}. Nothing was imported.", err=True)
            sys.exit(DATA)
    tell_revisions(report.revisions)
    added = report.labels_added
    labels = f", {counted(len(added), 'label')} added ({', '.join(added)})" if added else ""
    click.echo(f"{file}: {counted(report.articles, 'article')}{known_texts(report)}, {annotations(report)}{labels}")
    tell_besides(report)
    if report.left_out:
        sys.exit(DATA)


def _require_sense(metadata: Path | None, published: str, dates: str | None, encoding: str) -> str:
    """What is wrong with the command is not said of the data; return the publication date in ISO 8601."""
    from dateline.exchange.decode import no_encoding, text_codec
    from dateline.exchange.published import Dates, normalised_published

    if metadata is not None and not metadata.is_file():
        raise click.BadParameter(f"there is no file {metadata}", param_hint="--metadata")
    try:
        day = normalised_published(published, Dates(dates) if dates else None)
    except ValueError as error:
        raise click.BadParameter(str(error), param_hint="--published") from None
    try:
        text_codec(encoding or "utf-8")
    except LookupError:
        raise click.BadParameter(no_encoding(encoding), param_hint="--encoding") from None
    return day


@click.command(cls=FormatCommand)
@click.argument("file", type=FILE)
@click.option("-o", "--output", type=FILE, required=True, help="The file to write; replaced only when all is well.")
@click.option("--format", "format_name", default="dateline", show_default=True, help="Such as spans, doccano or brat.")
@click.option(
    "--annotator",
    "annotators",
    multiple=True,
    metavar="NAME",
    help="Only this annotator's; may be repeated. Otherwise all; training sets and tables leave out models.",
)
@click.option(
    "--state",
    "states",
    multiple=True,
    type=click.Choice([s.value for s in State]),
    help="Only such articles; may be repeated. Otherwise training sets and tables take what was started or done, other"
    " formats all: see below.",
)
@click.option("--label", "labels", multiple=True, metavar="LABEL", help="Only this label; may be repeated.")
@click.option(
    "--layer", "layers", multiple=True, type=click.Choice([x.value for x in Layer]), help="Only labels of this kind."
)
@click.option("--adjudicated", is_flag=True, help="Only what an adjudicator decided.")
@click.option("--unit", type=click.Choice(["document", "sentence"]), default="document", show_default=True,
              help="What a record of a training set is.")  # fmt: skip
@click.option(
    "--split",
    metavar="80/10/10",
    help="Write train, dev and test parts (80/20: train, test), articles on one event in one; and their manifest.",
)
@click.option("--seed", type=int, help="Another seed than 0 gives another split.")
@click.option("--split-by", type=click.Choice([o.value for o in Order]),
              help="By date: the earliest are for training, the latest for the test. Else by lot.")  # fmt: skip
@click.option("--no-empty", is_flag=True, help="Leave out texts without a span, but for verified negatives.")
@click.option("--keep-boilerplate", is_flag=True, help="Leave in what is marked as boilerplate.")
@click.option("--card", is_flag=True, help="Write a dataset card beside, and a manifest also without --split.")
@click.option("--remove-earlier", is_flag=True, help="Take away what the manifest of an earlier export there lists and"
              " this one does not write, where it is unchanged.")  # fmt: skip
@click.option("--replace", is_flag=True, help="Write over a file that no export wrote there, or that was edited since;"
              " what an export wrote is replaced anyway, and a file of another format never.")  # fmt: skip
@format_option("unfinished=outside for spacy")
@explained
def export(
    file: Path,
    output: Path,
    format_name: str,
    annotators: tuple[str, ...],
    states: tuple[str, ...],
    labels: tuple[str, ...],
    layers: tuple[str, ...],
    adjudicated: bool,
    unit: str,
    split: str | None,
    seed: int | None,
    split_by: str | None,
    no_empty: bool,
    keep_boilerplate: bool,
    card: bool,
    remove_earlier: bool,
    replace: bool,
    extra: tuple[str, ...],
) -> None:
    """Export the project FILE as JSONL or a training set."""
    from dateline.editing.exporting import export_project
    from dateline.exchange.formats import format_to_write
    from dateline.exchange.held_formats import require_same_format, strange_ending
    from dateline.exchange.options import Unit, WriteOptions
    from dateline.exchange.passed_over import BY_STATE
    from dateline.exchange.split import Split
    from dateline.store.project import Project

    _require_split(split, seed, split_by)
    try:
        parts = Split.parse(split, seed or 0, Order(split_by or Order.LOT)) if split else None
    except ValueError as error:
        raise click.BadParameter(str(error), param_hint="--split") from None
    chosen = format_to_write(format_name)
    _require_held(chosen, sentences=unit == Unit.SENTENCE, no_empty=no_empty, narrowed=bool(labels or layers))
    if (named := chosen.named(output)) != output:
        click.echo(f"dateline: {output.name} has no ending: it is written as {named.name}", err=True)
        output = named
    if strange := strange_ending(output, chosen):
        click.echo(f"dateline: {strange}", err=True)
    with Project.open(file, readonly=True) as project, progress_line() as progress:
        foretold: list[str] = []

        def foretell(note: Wording) -> None:
            foretold.append(str(note))
            progress.clear()
            click.echo(f"dateline: {note}", err=True)

        annotators = _require_known(project, annotators, labels)
        options = WriteOptions(
            annotators=annotators or None,
            kinds=None if annotators else chosen.usual_kinds,
            states=[State(s) for s in states] or chosen.usual_states,
            labels=labels or None,
            layers=[Layer(x) for x in layers] or None,
            adjudicated=adjudicated,
            unit=Unit(unit),
            empty=not no_empty,
            boilerplate=keep_boilerplate,
            split=parts,
            card=card,
            extra=pairs(extra, "--option"),
            total=project.articles.count(),
            progress=progress,
            foretell=foretell,
        )
        require_same_format(output, parts, chosen)
        if not replace:
            _require_exported(output, parts)
        said, removable = _tell_earlier(output, options, progress, remove=remove_earlier)
        options = changed(options, remove_earlier=removable if remove_earlier else {})
        report = export_project(project, output, format_name, options)
        _tell_models(project, chosen, options, progress)
    for part in report.parts:
        absent = "" if part.written else ": not written"
        click.echo(f"{part.path}: {counted(part.articles, 'article')}, {counted(part.records, 'record')}{absent}")
    for path in report.described:
        click.echo(str(path))
    hint = "; --state says which are taken" if not states and BY_STATE.intersection(report.left.articles) else ""
    for sentence in report.left.said():
        click.echo(f"dateline: {sentence}{hint}", err=True)
        hint = ""
    if report.doubled and (chosen.result or chosen.training):
        come = "article comes" if report.doubled == 1 else "articles come"
        click.echo(
            f"dateline: {report.doubled} {come} more than once, for each of several annotators"
            f" ({', '.join(report.doubled_by)}): --annotator NAME or --adjudicated takes one",
            err=True,
        )
    for note in report.notes:
        if note not in said and note not in foretold:
            click.echo(f"dateline: {note}", err=True)
    if report.loss_file is not None:
        click.echo(f"dateline: what the format cannot hold is listed in {report.loss_file}", err=True)


def _tell_models(project: Any, chosen: Any, options: Any, progress: Terminal) -> None:
    """Say of whom that is a model what becomes: in a training set nobody can tell it from gold."""
    progress.clear()
    for who in project.annotations.annotators() if chosen.result else ():
        if who.kind is AnnotatorKind.MODEL and not options.take(who):
            if not options.annotators and not options.adjudicated:
                what = f"what {who.name} tagged, a model, is left out; --annotator {who.name} takes it in"
                click.echo(f"dateline: {what}", err=True)
        elif who.kind is AnnotatorKind.MODEL:
            what = f"{who.name} is a model: what it tagged is exported as if somebody had found it right"
            click.echo(f"dateline: {what}", err=True)


def _require_exported(output: Path, parts: Any) -> None:
    from dateline.exchange.earlier import require_exported, targets

    require_exported(output, targets(output, parts).values(), "Choose another name, or --replace")


def _tell_earlier(
    output: Path, options: Any, progress: Terminal, *, remove: bool
) -> tuple[list[str], Mapping[Path, str]]:
    """Say, before anything is written, what earlier exports left there; return that, and the files that may go."""
    from dateline.exchange.earlier import look, targets

    written = targets(output, options.split).values()
    found = look(output, written)
    said = [str(sentence) for sentence in found.sentences(written)]
    progress.clear()
    for sentence in said:
        click.echo(f"dateline: {sentence}", err=True)
    if found.removable and not remove:
        click.echo(f"dateline: --remove-earlier takes away {', '.join(found.removable)}, if unchanged", err=True)
    if found.unlisted and remove:
        left = ", ".join(found.unlisted)
        click.echo(f"dateline: --remove-earlier leaves {left}: no manifest says how it was written", err=True)
    return said, found.listed


def _require_split(split: str | None, seed: int | None, split_by: str | None) -> None:
    """What concerns a split would be asked for in vain without one."""
    if unheard := [] if split else [n for n, v in (("--seed", seed), ("--split-by", split_by)) if v is not None]:
        raise click.UsageError(f"{' and '.join(unheard)} changes nothing without --split")
    if seed is not None and split_by == Order.DATE:
        raise click.UsageError("--seed changes nothing with --split-by date: the dates decide")


def _in_units(one: Any) -> bool:
    return bool(one.training or one.by_sentence)


def _require_held(chosen: Any, *, sentences: bool, no_empty: bool, narrowed: bool) -> None:
    """What a format has no place for would be asked for in vain."""
    from dateline.exchange.formats import all_formats

    training = ", ".join(sorted(f.name for f in all_formats().values() if f.can_export and _in_units(f)))
    if sentences and not _in_units(chosen):
        raise click.UsageError(f"{chosen.name} is not written by sentence; --unit sentence is for {training}")
    if no_empty and not _in_units(chosen):
        raise click.UsageError(f"{chosen.name} always has all articles; --no-empty is for {training}")
    if narrowed and not chosen.annotated:
        raise click.UsageError(f"{chosen.name} holds no annotations: --label and --layer change nothing")


def _require_known(project: Any, annotators: Sequence[str], labels: Sequence[str]) -> tuple[str, ...]:
    """A misspelt name would give an empty export, one that two have their works mixed; return ids where need be."""
    here = project.annotations.annotators()
    names = told_apart(here)
    if unknown := [n for n in annotators if not called(n, here)]:
        raise click.UsageError(f"no annotator called {', '.join(unknown)}; there are {', '.join(names) or 'none'}")
    for name in annotators:
        if len(found := called(name, here)) > 1:
            several = ", ".join(f'--annotator "{one}"' for one in told_apart(found))
            raise click.UsageError(f"{len(found)} annotators are called {name}: say which with {several}")
    one_each = [called(name, here)[0] for name in annotators]
    shared = {a.id for a in one_each if len(called(a.name, here)) > 1}
    chosen = tuple(a.id if a.id in shared else a.name for a in one_each)
    known = project.schema().by_name
    if missing := [n for n in labels if n not in known]:
        raise click.UsageError(f"no label called {', '.join(missing)}; there are {', '.join(known) or 'none'}")
    return chosen

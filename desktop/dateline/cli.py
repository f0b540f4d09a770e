"""The same job without a window: new, import, export, check, stats, resolve, render."""

import json
import sys
from collections.abc import Callable, Sequence
from functools import wraps
from pathlib import Path
from typing import Any, TypeVar

import click

from dateline import __version__, assets
from dateline.model.article import State
from dateline.model.progress import Cancelled
from dateline.model.wording import counted
from dateline.terminal import progress_line

_DATA, _USAGE = 1, 2
F = TypeVar("F", bound=Callable[..., Any])

_NOUNS = {
    "entity": ("entity", "entities"),
    "time_value": ("date", "dates"),
    "progress": ("state of work", "states of work"),
}
_FILE = click.Path(path_type=Path)
_OPTION = click.option(
    "--option", "extra", multiple=True, metavar="KEY=VALUE", help="What only one format knows; may be repeated."
)
_EPILOG = """\b
Examples:
  dateline                                        the window
  dateline new talks.dateline --schema diplomacy
  dateline import talks.dateline articles/ --metadata articles.tsv
  dateline talks.dateline                         annotate it
  dateline export talks.dateline -o talks.jsonl --split 80/10/10 --seed 7

Exit codes: 0 all is well, 1 something is wrong with the data or the disk, 2 the command was not understood.
"""


class _Commands(click.Group):
    """Says what was meant where the first word is no command; a project alone opens the window before it comes here."""

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        if args and args[0] not in self.commands and not args[0].startswith("-"):
            if args[0].endswith(".dateline") or Path(args[0]).exists():
                raise click.UsageError(f"to open {args[0]} in the window, give its path alone: dateline {args[0]}")
            known = ", ".join(sorted(self.commands))
            raise click.UsageError(f"there is no command or project {args[0]!r}; commands are {known}")
        return super().resolve_command(ctx, args)


@click.group(cls=_Commands, epilog=_EPILOG, context_settings={"max_content_width": 100})
@click.version_option(__version__, prog_name="dateline")
def dateline() -> None:
    """Turn news into labelled data.

    With no command, or with the path of a project alone, the window opens. The commands do the same job without one.
    """


def _explained(command: F) -> F:
    """Say what went wrong in one line on standard error, and leave with the fitting code."""

    @wraps(command)
    def run(*args: Any, **kwargs: Any) -> Any:
        from dateline.editing.common import EditError
        from dateline.exchange.format import UnknownFormat
        from dateline.exchange.problems import BadInput, CannotWrite
        from dateline.store.errors import ProjectError

        try:
            return command(*args, **kwargs)
        except BadInput as error:
            for problem in error.problems:
                click.echo(f"dateline: {problem}", err=True)
            click.echo("dateline: nothing was imported; --skip-bad leaves out what is wrong", err=True)
        except UnknownFormat as error:
            raise click.UsageError(str(error)) from None
        except (ProjectError, CannotWrite, EditError) as error:
            click.echo(f"dateline: {error}", err=True)
        except (Cancelled, KeyboardInterrupt):
            click.echo("dateline: stopped; nothing was changed", err=True)
        except BrokenPipeError:  # whoever read our output has enough
            sys.stderr.close()
            sys.exit(0)
        except OSError as error:
            where = f": {error.filename}" if error.filename else ""
            click.echo(f"dateline: {error.strerror or error}{where}", err=True)
        sys.exit(_DATA)

    return run  # type: ignore[return-value]


@dateline.command()
@click.argument("file", type=_FILE)
@click.option("--schema", default="diplomacy", show_default=True, help="A shipped schema's name, or a TOML file.")
@_explained
def new(file: Path, schema: str) -> None:
    """Make an empty project FILE with a label schema.

    Shipped schemas: diplomacy, conll2003, ontonotes, timeml.
    """
    from dateline.store.project import Project

    with Project.create(file, _schema(schema)) as project:
        made = project.schema()
    click.echo(f"{file}: a new project with the schema {made.name} ({counted(len(made.types), 'label')})")


def _schema(name: str) -> Any:
    import tomllib

    from dateline.model.schema import SchemaError, schema_from_toml

    path = Path(name)
    if path.suffix != ".toml":
        path = assets.resources("schemas", f"{name}.toml")
        if not path.exists():
            shipped = sorted(p.stem for p in assets.resources("schemas").glob("*.toml"))
            raise click.UsageError(f"there is no schema {name!r}; there are {', '.join(shipped)}, or a .toml file")
    try:
        return schema_from_toml(tomllib.loads(path.read_text(encoding="utf-8")), path.stem)
    except (OSError, ValueError) as error:
        wrong = error.strerror if isinstance(error, OSError) else str(error)
        if isinstance(error, tomllib.TOMLDecodeError | SchemaError | OSError | UnicodeDecodeError):
            click.echo(f"dateline: the schema {path} cannot be used: {wrong}", err=True)
            sys.exit(_DATA)
        raise


@dateline.command(name="import")
@click.argument("file", type=_FILE)
@click.argument("paths", type=_FILE, nargs=-1, required=True)
@click.option("--format", "format_name", default="", help="Such as doccano or brat; otherwise told by looking.")
@click.option("--metadata", type=_FILE, help="A CSV or TSV with a column 'file' and title, published, source, url, …")
@click.option("--published", default="", metavar="DATE", help="Publication date where nothing says one: 2018-04-19.")
@click.option("--annotator", default="", metavar="NAME", help="Whom annotations belong to that name nobody.")
@click.option("--encoding", default="", help="Of text files; otherwise detected.")
@click.option(
    "--offsets", default="", metavar="UNIT", help="What doccano's offsets count: codepoints, utf16, graphemes."
)
@_OPTION
@click.option("--skip-bad", is_flag=True, help="Leave out what is wrong instead of refusing the whole.")
@click.option("--add-labels", is_flag=True, help="Add labels to the schema that it does not have.")
@click.option("--map", "mapped", multiple=True, metavar="LABEL=HERE", help="Take a source's label for one that is here;"
              " LABEL= leaves its annotations out.")  # fmt: skip
@click.option("--leave-out-near", is_flag=True, help="Leave out articles that nearly repeat another one.")
@click.option("--dry-run", is_flag=True, help="Only tell what would be imported.")
@_explained
def import_(
    file: Path,
    paths: Sequence[Path],
    format_name: str,
    metadata: Path | None,
    published: str,
    annotator: str,
    encoding: str,
    offsets: str,
    extra: tuple[str, ...],
    skip_bad: bool,
    add_labels: bool,
    mapped: Sequence[str],
    leave_out_near: bool,
    dry_run: bool,
) -> None:
    """Import texts or annotations from PATHS (files or folders) into the project FILE.

    The whole import is one step: it can be undone in the window, and a problem leaves the project as it was.
    """
    from dateline.editing.importing import UnknownLabels, import_annotator, import_sources
    from dateline.editing.preview import preview_sources
    from dateline.exchange.options import ReadOptions
    from dateline.store.project import Project

    with Project.open(file) as project, progress_line() as progress:
        options = ReadOptions(
            skip_bad=skip_bad,
            encoding=encoding,
            metadata=metadata,
            defaults={"published": published} if published else {},
            annotator=project.annotations.annotator(annotator) or import_annotator(annotator) if annotator else None,
            extra=_extra(extra) | ({"offsets": offsets} if offsets else {}),
            keep_near=not leave_out_near,
            progress=progress,
        )
        mapping = _pairs(mapped, "--map")
        if dry_run:
            _tell_preview(preview_sources(project, list(paths), options, format_name, mapping), progress)
            return
        try:
            report = import_sources(project, list(paths), options, format_name, add_labels=add_labels, mapping=mapping)
        except UnknownLabels as error:
            progress.clear()
            click.echo(
                f"dateline: {error}; --add-labels adds them, --map takes them for others. Nothing was imported.",
                err=True,
            )
            sys.exit(_DATA)
    for problem in (*report.notices, *report.left_out):
        left = "" if problem.notice else "left out: "
        click.echo(f"dateline: {left}{problem}", err=True)
    known = f", {report.known_articles} there already" if report.known_articles else ""
    labels = f", {counted(len(report.labels_added), 'label')} added" if report.labels_added else ""
    click.echo(
        f"{file}: {counted(report.articles, 'article')}{known}, {counted(report.annotations, 'annotation')}{labels}"
    )
    if report.left_out:
        sys.exit(_DATA)


def _pairs(given: Sequence[str], option: str) -> dict[str, str]:
    """Return what NAME=VALUE arguments say."""
    if wrong := [pair for pair in given if "=" not in pair or pair.startswith("=")]:
        raise click.BadParameter(f"write NAME=VALUE, not {wrong[0]!r}", param_hint=option)
    pairs = (pair.partition("=") for pair in given)
    return {name.strip(): value.strip() for name, _, value in pairs}


def _tell_preview(found: Any, progress: "_Terminal") -> None:
    """Print what an import would bring."""
    progress.clear()
    known = f", {found.known_articles} there already" if found.known_articles else ""
    click.echo(f"would import {counted(found.articles, 'article')}{known}")
    for name, count in found.annotators.items():
        click.echo(f"  by {name}: {counted(count, 'annotation')}")
    for label in found.labels:
        there = "" if label.known else f"  (new; --map {label.name}={label.here})" if label.here else "  (new)"
        click.echo(f"  {label.count:7} {label.layer.value} {label.name}{there}  {'; '.join(label.examples)}".rstrip())
    for group in (*found.problems, *found.notices):
        click.echo(f"  {group.count:7} × {group.kind}: {group.examples[0]}", err=True)
    if found.problems:
        sys.exit(_DATA)


@dateline.command()
@click.argument("file", type=_FILE)
@click.option("-o", "--output", type=_FILE, required=True, help="The file to write; replaced only when all is well.")
@click.option("--format", "format_name", default="dateline", show_default=True, help="Such as spans, doccano or brat.")
@click.option(
    "--annotator", "annotators", multiple=True, metavar="NAME", help="Only this annotator's; may be repeated."
)
@click.option(
    "--state", "states", multiple=True, type=click.Choice([s.value for s in State]), help="Only such articles."
)
@click.option("--label", "labels", multiple=True, metavar="LABEL", help="Only this label; may be repeated.")
@click.option("--unit", type=click.Choice(["document", "sentence"]), default="document", show_default=True,
              help="What a record of a training set is.")  # fmt: skip
@click.option(
    "--split",
    metavar="80/10/10",
    help="Write train, dev and test parts (80/20: train and test); articles on one event stay together.",
)
@click.option("--seed", type=int, default=0, show_default=True, help="Another seed gives another split.")
@_OPTION
@_explained
def export(
    file: Path,
    output: Path,
    format_name: str,
    annotators: tuple[str, ...],
    states: tuple[str, ...],
    labels: tuple[str, ...],
    unit: str,
    split: str | None,
    seed: int,
    extra: tuple[str, ...],
) -> None:
    """Export the project FILE as JSONL or a training set."""
    from dateline.editing.exporting import export_project
    from dateline.exchange.options import Unit, WriteOptions
    from dateline.exchange.split import Split
    from dateline.store.project import Project

    try:
        parts = Split.parse(split, seed) if split else None
    except ValueError as error:
        raise click.BadParameter(str(error), param_hint="--split") from None
    with Project.open(file, readonly=True) as project, progress_line() as progress:
        _require_known(project, annotators, labels)
        options = WriteOptions(
            annotators=annotators or None,
            states=[State(s) for s in states] or None,
            labels=labels or None,
            unit=Unit(unit),
            split=parts,
            extra=_extra(extra),
            total=project.articles.count(),
            progress=progress,
        )
        report = export_project(project, output, format_name, options)
    for part in report.parts:
        click.echo(f"{part.path}: {counted(part.articles, 'article')}, {counted(part.records, 'record')}")
    for note in report.notes:
        click.echo(f"dateline: {note}", err=True)
    if report.loss_file is not None:
        click.echo(f"dateline: what the format cannot hold is listed in {report.loss_file}", err=True)


def _extra(given: Sequence[str]) -> dict[str, str]:
    """Part KEY=VALUE pairs; which there are is the format's to say."""
    pairs = [pair.partition("=") for pair in given]
    if wrong := [key for key, equals, _ in pairs if not equals or not key]:
        raise click.BadParameter(f"expected KEY=VALUE, not {wrong[0]!r}", param_hint="--option")
    return {key: value for key, _, value in pairs}


def _require_known(project: Any, annotators: Sequence[str], labels: Sequence[str]) -> None:
    """A misspelt name would give an empty export."""
    names = [a.name for a in project.annotations.annotators()]
    if unknown := [n for n in annotators if n not in names]:
        raise click.UsageError(f"no annotator called {', '.join(unknown)}; there are {', '.join(names) or 'none'}")
    known = project.schema().by_name
    if missing := [n for n in labels if n not in known]:
        raise click.UsageError(f"no label called {', '.join(missing)}; there are {', '.join(known)}")


@dateline.command()
@click.argument("file", type=_FILE)
@_explained
def check(file: Path) -> None:
    """Check every offset of FILE against its text, references, the schema and the database itself.

    Contradictions are named as notes: articles that disagree, a person in two places, ends before begins and more.
    """
    from dateline.editing.checking import check_project
    from dateline.store.project import Project

    grave = minor = 0
    with Project.open(file, readonly=True) as project, progress_line() as progress:
        for finding in check_project(project, progress):
            progress.clear()
            click.echo(f"{'fault' if finding.grave else 'note'}: {finding}")
            grave += finding.grave
            minor += not finding.grave
        articles = project.articles.count()
    verdict = "all is well" if not grave else counted(grave, "fault")
    notes = f", {counted(minor, 'note')}" if minor else ""
    click.echo(f"{file}: {counted(articles, 'article')} checked, {verdict}{notes}")
    if grave:
        sys.exit(_DATA)


@dateline.command()
@click.argument("file", type=_FILE)
@click.option("--json", "as_json", is_flag=True, help="One JSON object instead of a table.")
@_explained
def stats(file: Path, as_json: bool) -> None:
    """Count FILE's articles, annotators and annotations per label."""
    from dateline.editing.checking import statistics
    from dateline.store.project import Project

    with Project.open(file, readonly=True) as project:
        told = statistics(project)
    if as_json:
        click.echo(json.dumps(told, ensure_ascii=False, indent=2))
        return
    click.echo(f"{told['project']}  schema {told['schema']}  {counted(told['articles'], 'article')}")
    for annotator in told["annotators"]:
        states = ", ".join(f"{n} {state}" for state, n in annotator["articles"].items() if n)
        click.echo(f"\n{annotator['name']} ({annotator['kind']}): {states}")
        for label, count in sorted(annotator["labels"].items(), key=lambda item: (-item[1], item[0])):
            click.echo(f"  {count:7} {label}")
    if records := [f"{n:9} {_noun(name, n)}" for name, n in told["records"].items() if n]:
        click.echo("\n" + "\n".join(records))


@dateline.command()
@click.argument("text")
@click.option("--published", default="", metavar="DATE", help="The publication date it is read against: 2018-04-19.")
@click.option("--language", default="", metavar="CODE", help="en, tr, ru or kk; otherwise told by the letters.")
@click.option("--json", "as_json", is_flag=True, help="One JSON object instead of lines.")
@_explained
def resolve(text: str, published: str, language: str, as_json: bool) -> None:
    """Show how the time expressions in TEXT read: value, interval, anchor, rule and the other readings.

    TEXT is one expression or running text; - reads it from standard input.
    """
    from dateline.editing.resolving import expression_to_data, expressions, told
    from dateline.exchange.published import normalised_published

    try:
        published = normalised_published(published)
    except ValueError as error:
        raise click.BadParameter(str(error), param_hint="--published") from None
    text = sys.stdin.read() if text == "-" else text
    if not text.strip():
        raise click.BadParameter("there are no words in it", param_hint="TEXT")
    found = expressions(text, published, language)
    if as_json:
        data = {"text": text, "published": published, "expressions": [expression_to_data(e) for e in found]}
        click.echo(json.dumps(data, ensure_ascii=False, indent=2))
    else:
        click.echo("\n".join(line for expression in found for line in told(expression)))
    if not any(expression.reading.value for expression in found):
        sys.exit(_DATA)


@dateline.command()
@click.argument("file", type=_FILE)
@click.option(
    "--article", metavar="ID", help="The article to draw: its id, its number in the list, or part of its title."
)
@click.option("--timeline", is_flag=True, help="Draw the timeline.")
@click.option("-o", "--output", type=_FILE, required=True, help="OUT.png, OUT.svg or OUT.html")
@click.option("--theme", type=click.Choice(["light", "dark", "contrast"]), default="light", show_default=True)
@click.option(
    "--scale", type=click.FloatRange(0.5, 4), default=2.0, show_default=True, help="Pixels per point of a PNG."
)
@click.option("--annotator", metavar="NAME", help="Whose annotations; otherwise those of the one with the most.")
@_explained
def render(
    file: Path, article: str | None, timeline: bool, output: Path, theme: str, scale: float, annotator: str | None
) -> None:
    """Draw an annotated article or the timeline as a picture or a web page."""
    if bool(article) == timeline:
        raise click.UsageError("say either --article ID or --timeline")
    if output.suffix.lower() not in (".png", ".svg", ".html"):
        raise click.BadParameter("the name must end in .png, .svg or .html", param_hint="--output")
    from dateline.gui.reader.picture import PictureTooTall
    from dateline.gui.rendering import Wish, render_project
    from dateline.store.project import Project

    with Project.open(file, readonly=True) as project:
        try:
            render_project(project, Wish(output, article, theme, scale, annotator))
        except LookupError as error:
            raise click.UsageError(str(error.args[0])) from None
        except PictureTooTall as error:
            click.echo(f"dateline: {error}", err=True)
            sys.exit(_DATA)
    click.echo(str(output))


def _noun(kind: str, count: int) -> str:
    one, many = _NOUNS.get(kind, (kind, f"{kind}s"))
    return one if count == 1 else many


def main() -> None:
    """Run the command line."""
    dateline.main(prog_name="dateline")

"""Commands about a project and what is in it: new, check, stats, redate."""

import json
import sys
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import click

from dateline import assets
from dateline.cli.shared import DATA, FILE, explained, no_backup
from dateline.cli.terminal import progress_line
from dateline.model.wording import counted

_NOUNS = {
    "entity": ("entity", "entities"),
    "time_value": ("date", "dates"),
    "progress": ("state of work", "states of work"),
}


@click.command()
@click.argument("file", type=FILE)
@click.option("--schema", default="diplomacy", show_default=True, help="A shipped schema's name, a TOML file, or none.")
@explained
def new(file: Path, schema: str) -> None:
    """Make an empty project FILE with a label schema.

    Shipped schemas: diplomacy, conll2003, ontonotes, timeml. With none, the labels are those of what is imported.
    """
    from dateline.store.project import SUFFIX, Project

    with Project.create(file, _schema(schema)) as project:
        made = project.schema()
    named = f"the schema {made.name} ({counted(len(made.types), 'label')})" if made.types else "no labels"
    click.echo(f"{file}: a new project with {named}")
    if file.suffix.lower() != SUFFIX:
        click.echo(f"{file}: the window works on projects whose names end in {SUFFIX}; rename it for that", err=True)


def _schema(name: str) -> Any:
    import tomllib

    from dateline.model.schema import Schema, SchemaError, schema_from_toml

    if name == "none":
        return Schema()
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
            sys.exit(DATA)
        raise


@click.command()
@click.argument("file", type=FILE)
@explained
def check(file: Path) -> None:
    """Check every offset of FILE against its text, references, the schema and the database itself.

    Problems are contradictions in what was annotated: articles that disagree, a person in two places, ends before
    begins and more. Only faults, of the data themselves, make the exit code 1.
    """
    from dateline.editing.checking import check_project
    from dateline.review.consistency import Severity
    from dateline.store.project import Project

    found = dict.fromkeys(Severity, 0)
    with Project.open(file, readonly=True) as project, progress_line() as progress:
        for finding in check_project(project, progress):
            progress.clear()
            click.echo(f"{finding.severity.value}: {finding}")
            found[finding.severity] += 1
        articles = project.articles.count()
    empty = not articles and not found[Severity.FAULT]
    told = "empty" if empty else f"{counted(articles, 'article')} checked, {_verdict(found)}"
    click.echo(f"{file}: {told}")
    if found[Severity.FAULT]:
        sys.exit(DATA)


def _verdict(found: Mapping[Any, int]) -> str:
    """Say what was found by severity, the gravest first: all is well only where there is nothing but notes."""
    told = [counted(n, severity.value) for severity, n in found.items() if n]
    if found["problem"] and not found["fault"]:
        told.insert(0, "no faults in the data")
    elif not found["fault"]:
        told.insert(0, "all is well")
    return ", ".join(told)


@click.command()
@click.argument("file", type=FILE)
@click.option("--article", metavar="ID", required=True, help="Its id, its number in the list, or part of its title.")
@click.option("--published", metavar="DATE", required=True, help='The date it appeared: 2018-04-19; "" for not known.')
@click.option("--dry-run", is_flag=True, help="Show what would change, and write nothing.")
@click.option("--json", "as_json", is_flag=True, help="One JSON object instead of lines.")
@explained
def redate(file: Path, article: str, published: str, dry_run: bool, as_json: bool) -> None:
    """Change the publication date of an article, and every date that was counted from it.

    What changes is listed, before and after. With the date it has, times without a value get the one they read as.
    Dates set by hand stay, and those that were imported with a value. It is one step, which undo in the window takes
    back.
    """
    from dateline.editing import redating
    from dateline.exchange.published import normalised_published
    from dateline.store.project import Project

    try:
        published = normalised_published(published)
    except ValueError as error:
        raise click.BadParameter(str(error), param_hint="--published") from None
    with Project.open(file if dry_run else no_backup(file), readonly=dry_run) as project:
        try:
            wished = redating.redating(project, redating.article_called(project, article), published)
        except LookupError as error:
            raise click.UsageError(str(error.args[0])) from None
        written = not dry_run and bool(redating.redate(project, wished))
    if as_json:
        click.echo(json.dumps(redating.redating_to_data(wished, written=written), ensure_ascii=False, indent=2))
    else:
        click.echo("\n".join(_redated(wished, written=written)))


def _redated(wished: Any, *, written: bool) -> Iterator[str]:
    """Yield what another publication date changes, as lines for people."""
    old, new = wished.old.published, wished.new.published
    same = f"{wished.old.name}: published {old or 'on a day that is not known'} already"
    if old == new and not wished.dates:
        yield f"{same}; nothing to change"
        return
    yield same if old == new else f"{wished.old.name}: published {old or 'not known'} → {new or 'not known'}"
    width = max((len(d.text) for d in wished.dates), default=0)
    for date in wished.dates:
        before, after = date.shown
        yield f"  {date.text:{width}}  {before or '–'} → {after or '–'}  ({date.annotator})"
    kept = ((wished.by_hand, "set by hand"), (wished.imported, "imported with a value"))
    stay = "".join(f"; {counted(n, 'date')} {how} {'stays' if n == 1 else 'stay'}" for n, how in kept if n)
    done = "changed" if written else "would change; nothing was written"
    what = "that had no value" if old == new else "counted from it"
    yield f"{counted(len(wished.dates), 'date')} {what} {done}{stay}"


@click.command()
@click.argument("file", type=FILE)
@click.option("--json", "as_json", is_flag=True, help="One JSON object instead of a table.")
@explained
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


def _noun(kind: str, count: int) -> str:
    one, many = _NOUNS.get(kind, (kind, f"{kind}s"))
    return one if count == 1 else many

"""What all commands share: how they name files and options, and how they say what went wrong."""

import sys
from collections.abc import Callable, Sequence
from functools import wraps
from pathlib import Path
from typing import Any, TypeVar

import click

from dateline.model.progress import Cancelled

DATA = 1  # exit code: something is wrong with the data or the disk; click leaves with 2 for what it cannot understand
F = TypeVar("F", bound=Callable[..., Any])

FILE = click.Path(path_type=Path)


def format_option(example: str) -> Callable[[Callable[..., None]], Callable[..., None]]:
    """Return the option for what only one format knows, with an example of it."""
    told = f"What only one format knows, such as {example}; may be repeated."
    return click.option("--option", "extra", multiple=True, metavar="KEY=VALUE", help=told)


class FormatCommand(click.Command):
    """A command whose help ends with the names of the formats it knows, foreign ones too."""

    def format_epilog(self, _ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """List the formats; they are looked for only when help is asked for."""
        from dateline.exchange.formats import all_formats

        reads = self.name == "import"
        names = sorted(f.name for f in all_formats().values() if (f.can_import if reads else f.can_export))
        formatter.write_paragraph()
        with formatter.section("Formats"):
            formatter.write_text(", ".join(names))
        if not reads:
            results = sorted(f.name for f in all_formats().values() if f.can_export and f.result)
            formatter.write_paragraph()
            with formatter.section("States"):
                rule = "Only started and done articles, unless --state says otherwise"
                formatter.write_text(f"{rule}: {', '.join(results)}. All articles: the other formats.")


def explained(command: F) -> F:
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
            leave = "; --skip-bad leaves out what is wrong" if error.rest else ""
            click.echo(f"dateline: nothing was imported{leave}", err=True)
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
        sys.exit(DATA)

    return run  # type: ignore[return-value]


def no_backup(file: Path) -> Path:
    """Return a project that a command is to write to; raises BackupProject for one that is kept as it was."""
    from dateline.store.errors import BackupProject
    from dateline.store.project import SUFFIX

    if f"{SUFFIX}." in file.resolve().name.lower():
        raise BackupProject(file)
    return file


def pairs(given: Sequence[str], option: str) -> dict[str, str]:
    """Return what KEY=VALUE arguments say."""
    if wrong := [pair for pair in given if "=" not in pair or pair.startswith("=")]:
        raise click.BadParameter(f"expected KEY=VALUE, not {wrong[0]!r}", param_hint=option)
    said: dict[str, str] = {}
    for name, value in ((name.strip(), value.strip()) for name, _, value in (pair.partition("=") for pair in given)):
        if said.setdefault(name, value) != value:
            raise click.BadParameter(f"{name} is given twice, as {said[name]!r} and as {value!r}", param_hint=option)
    return said

"""The same job without a window: new, import, export, check, stats, redate, resolve, render."""

from pathlib import Path

import click

from dateline import __version__
from dateline.cli import exchange, looking, projects

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


for _command in (
    *(projects.new, exchange.import_, exchange.export),
    *(projects.check, projects.stats, projects.redate, looking.resolve, looking.render),
):
    dateline.add_command(_command)


def main() -> None:
    """Run the command line."""
    dateline.main(prog_name="dateline")

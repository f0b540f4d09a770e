"""Commands that show something: resolve, render."""

import json
import sys
from pathlib import Path

import click

from dateline.cli.shared import DATA, FILE, explained
from dateline.cli.terminal import progress_line


@click.command()
@click.argument("text")
@click.option("--published", default="", metavar="DATE", help="The publication date it is read against: 2018-04-19.")
@click.option("--language", default="", metavar="CODE", help="en, tr, ru or kk; otherwise told by the letters.")
@click.option("--json", "as_json", is_flag=True, help="One JSON object instead of lines.")
@explained
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
        sys.exit(DATA)


@click.command()
@click.argument("file", type=FILE)
@click.option(
    "--article", metavar="ID", help="The article to draw: its id, its number in the list, or part of its title."
)
@click.option("--timeline", is_flag=True, help="Draw the timeline.")
@click.option("-o", "--output", type=FILE, required=True, help="OUT.png, OUT.svg or OUT.html")
@click.option(
    "--theme",
    type=click.Choice(["light", "dark", "contrast"]),
    help="By default pictures are light, and the timeline's page is as its reader's system is.",
)
@click.option(
    "--scale", type=click.FloatRange(0.5, 4), default=2.0, show_default=True, help="Pixels per point of a PNG."
)
@click.option("--annotator", metavar="NAME", help="Whose annotations; otherwise those of the one with the most.")
@explained
def render(
    file: Path,
    article: str | None,
    timeline: bool,
    output: Path,
    theme: str | None,
    scale: float,
    annotator: str | None,
) -> None:
    """Draw an annotated article or the timeline as a picture or a web page."""
    if bool(article) == timeline:
        raise click.UsageError("say either --article ID or --timeline")
    if output.suffix.lower() not in (".png", ".svg", ".html"):
        raise click.BadParameter("the name must end in .png, .svg or .html", param_hint="--output")
    from dateline.gui.reader.picture import PictureTooTall
    from dateline.gui.rendering import Wish, render_project
    from dateline.store.project import Project

    with Project.open(file, readonly=True) as project, progress_line() as progress:
        try:
            render_project(project, Wish(output, article, theme, scale, annotator), progress)
        except LookupError as error:
            raise click.UsageError(str(error.args[0])) from None
        except PictureTooTall as error:
            progress.clear()
            click.echo(f"dateline: {error}", err=True)
            sys.exit(DATA)
    click.echo(str(output))

"""The timeline as one web page that needs nothing else: the picture, and the same as a sorted table."""

from collections.abc import Sequence
from html import escape

from dateline.gui.rendering.web import page_html
from dateline.gui.theme import Theme
from dateline.gui.timeline.marks import TimelineMark
from dateline.model.schema import Schema
from dateline.model.when import label, sort_key


def timeline_html(marks: Sequence[TimelineMark], svg: str, schema: Schema, theme: Theme) -> str:
    """Return the page; `svg` is the picture."""
    drawing = svg[svg.index("<svg") :] if "<svg" in svg else ""
    dated = sorted((m for m in marks if m.when), key=lambda m: sort_key(m.when) if m.when else (0,))
    rows = [_row(m, schema, theme) for m in (*dated, *(m for m in marks if m.when is None))]
    head = "<tr><th>When</th><th>Type</th><th>What</th><th>Who</th><th>Where</th><th>Told by</th></tr>"
    table = f'<table class="events"><thead>{head}</thead><tbody>{"".join(rows)}</tbody></table>' if rows else ""
    empty = "" if rows else "<p>There are no events yet.</p>"
    return page_html("Timeline", f'<h1>Timeline</h1><div class="wide">{drawing}</div>{empty}{table}', theme)


def _row(mark: TimelineMark, schema: Schema, theme: Theme) -> str:
    known = schema.by_name.get(mark.type)
    when = label(mark.when) if mark.when else "undated"
    said = [s for s, on in (("planned", mark.planned), ("did not happen", mark.negated)) if on]
    title = escape(mark.title) + (f" <em>({', '.join(said)})</em>" if said else "")
    badge = f'<br><small class="bad">{escape(mark.badge)}</small>' if mark.badge else ""
    colour = theme.ink(schema, mark.type).colour.name()
    name = escape(known.shown if known else mark.type)
    cells = (
        escape(when),
        f'<span class="dot" style="--c:{colour}"></span>{name}',
        title + badge,
        escape(", ".join(mark.participants)),
        escape(mark.place),
        f"{len(mark.article_ids)}",
    )
    return "<tr>" + "".join(f"<td>{c}</td>" for c in cells) + "</tr>"

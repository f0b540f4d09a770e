"""An annotated article as one web page that needs nothing else."""

from html import escape
from itertools import pairwise

from dateline.gui.rendering.web import page_html
from dateline.gui.theme import Theme, Underline
from dateline.model.annotation import Layer, Mention
from dateline.model.page import Page
from dateline.model.schema import Schema
from dateline.model.text import Span, paragraphs
from dateline.model.when import label

_STYLES = {
    Underline.SOLID: "solid",
    Underline.DASHED: "dashed",
    Underline.DOUBLE: "double",
    Underline.DOTTED: "dotted",
    Underline.DASHDOT: "dashed",
}


def article_html(page: Page, schema: Schema, theme: Theme) -> str:
    """Return the page: title, facts, the text with its mentions, and a table of its events."""
    article = page.article
    facts = " · ".join(escape(f) for f in (article.published, article.source, article.language) if f)
    zones = page.boilerplate()
    body = [f"<h1>{escape(article.title)}</h1>" if article.title else "", f'<p class="facts">{facts}</p>']
    inner = _Marker(page, schema, theme)
    for paragraph in paragraphs(page.text):
        grey = ' class="boilerplate"' if any(z.covers(paragraph) for z in zones) else ""
        body.append(f'<p dir="auto"{grey}>{inner.marked(paragraph)}</p>')
    body.append(_events(page, schema))
    return page_html(article.name, "\n".join(body), theme)


class _Marker:
    """Cuts a paragraph at every edge of a mention and wraps each piece in the mentions that cover it."""

    def __init__(self, page: Page, schema: Schema, theme: Theme) -> None:
        self._text, self._schema, self._theme, self._page = page.text, schema, theme, page
        self._fragments = sorted(
            ((f, m) for m in page.mentions.values() for f in m.fragments), key=lambda x: (x[0].begin, -x[0].end)
        )

    def marked(self, paragraph: Span) -> str:
        """Return the paragraph's HTML."""
        here = [(f, m) for f, m in self._fragments if f.overlaps(paragraph)]
        edges = {paragraph.begin, paragraph.end}
        for fragment, _ in here:
            edges |= {max(fragment.begin, paragraph.begin), min(fragment.end, paragraph.end)}
        cuts = sorted(edges)
        out = []
        for begin, end in pairwise(cuts):
            piece = escape(self._text[begin:end])
            covering = [(f, m) for f, m in here if f.begin <= begin and end <= f.end]
            for depth, (fragment, mention) in reversed(list(enumerate(covering))):
                piece = self._wrapped(piece, mention, depth, first=fragment.begin == begin)
            out.append(piece)
        return "".join(out)

    def _wrapped(self, inner: str, mention: Mention, depth: int, *, first: bool) -> str:
        ink = self._theme.ink(self._schema, mention.label)
        known = self._schema.by_name.get(mention.label)
        name = known.shown if known else mention.label
        tip = [name]
        value = self._page.times.get(mention.id)
        if value and value.when:
            tip.append(label(value.when))
        tip += [f"{k}: {v}" for k, v in mention.attributes.items()]
        classes = "mention event" if mention.layer is Layer.EVENT else "mention"
        tag = f' data-tag="{escape(("◆ " if mention.layer is Layer.EVENT else "") + name)}"' if first else ""
        style = f"--c:{ink.colour.name()};--s:{_STYLES[ink.underline]};--d:{min(depth, 3)}"
        return f'<span class="{classes}" style="{style}" title="{escape(" · ".join(tip))}"{tag}>{inner}</span>'


def _events(page: Page, schema: Schema) -> str:
    rows = []
    for event in page.events():
        known = schema.by_name.get(event.label)
        value = page.time_of(event.id)
        when = label(value.when) if value and value.when else ""
        roles = "; ".join(
            f"{escape(a.role)}: {escape(' '.join(page.mentions[a.filler_id].text_of(page.text).split()))}"
            for a in page.arguments_of(event.id)
            if a.filler_id in page.mentions
        )
        words = escape(" ".join(event.text_of(page.text).split()))
        name = escape(known.shown if known else event.label)
        rows.append(f"<tr><td>{escape(when)}</td><td>{name}</td><td>{words}</td><td>{roles}</td></tr>")
    if not rows:
        return ""
    head = "<tr><th>When</th><th>Event</th><th>Words</th><th>Roles</th></tr>"
    return f'<table class="events"><thead>{head}</thead><tbody>{"".join(rows)}</tbody></table>'

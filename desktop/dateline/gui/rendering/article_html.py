"""An annotated article as one web page that needs nothing else."""

from collections.abc import Callable, Mapping
from html import escape
from itertools import pairwise

from msgspec import Struct

from dateline.gui.date_words import label
from dateline.gui.rendering.web import page_html
from dateline.gui.theme import Theme, Underline
from dateline.model.annotation import Layer, Mention
from dateline.model.page import Page
from dateline.model.schema import Schema
from dateline.model.text import Span, paragraphs

_TAG_WIDTH, _TEXT_WIDTH = 6.4, 8.5  # of a character, about, in pixels
_FAR = 1 << 40  # where the next mention begins after the last
_TAG_GAP = 5.0  # pixels at least between a tag and the next
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
    head = [f"<h1>{escape(article.title)}</h1>" if article.title else "", f'<p class="facts">{facts}</p>']
    body = article_body(page, schema, theme, lambda name: theme.ink(schema, name).colour.name())
    return page_html(article.name, "\n".join((*head, body, _events(page, schema))), theme)


class Anchor(Struct, frozen=True):
    """Where an event is to be found in the text, and the number of the mark it leads to."""

    id: str
    mark: int


def article_body(
    page: Page,
    schema: Schema,
    theme: Theme,
    colour_of: Callable[[str], str],
    anchors: Mapping[str, Anchor] | None = None,
) -> str:
    """Return the paragraphs with their mentions; `colour_of` gives a label's colour as CSS."""
    zones = page.boilerplate()
    inner = _Marker(page, schema, theme, colour_of, anchors)
    body = []
    for paragraph in paragraphs(page.text):
        grey = ' class="boilerplate"' if any(z.covers(paragraph) for z in zones) else ""
        body.append(f'<p dir="auto"{grey}>{inner.marked(paragraph)}</p>')
    return "\n".join(body)


class _Marker:
    """Cuts a paragraph at every edge of a mention and wraps each piece in the mentions that cover it."""

    def __init__(
        self,
        page: Page,
        schema: Schema,
        theme: Theme,
        colour_of: Callable[[str], str],
        anchors: Mapping[str, Anchor] | None,
    ) -> None:
        self._text, self._schema, self._theme, self._page = page.text, schema, theme, page
        self._colour_of, self._anchors = colour_of, anchors or {}
        self._fitted = anchors is not None  # the page's script chooses among the forms of a tag
        self._anchored: set[str] = set()
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
        begins = sorted({f.begin for f, _ in here})
        out = []
        for begin, end in pairwise(cuts):
            piece = escape(self._text[begin:end])
            room = next((b for b in begins if b > begin), _FAR) - begin
            covering = [(f, m) for f, m in here if f.begin <= begin and end <= f.end]
            for depth, (fragment, mention) in reversed(list(enumerate(covering))):
                outer = covering[depth - 1][0].begin if depth else -1
                piece = self._wrapped(
                    piece, mention, depth, first=fragment.begin == begin, under=outer == begin, room=room
                )
            out.append(piece)
        return "".join(out)

    def _wrapped(self, inner: str, mention: Mention, depth: int, *, first: bool, under: bool, room: int) -> str:
        ink = self._theme.ink(self._schema, mention.label)
        known = self._schema.by_name.get(mention.label)
        name = known.shown if known else mention.label
        tip = [name]
        value = self._page.times.get(mention.id)
        if value and value.when:
            tip.append(label(value.when))
        tip += [f"{k}: {v}" for k, v in mention.attributes.items()]
        classes = _classes(mention) + (" under" if under else "")
        code = known.code if known else ""
        tag = ""
        if first:
            tag = f' data-tag="{escape(_tag(name, code, room, event=mention.layer is Layer.EVENT))}"'
            tag += f' data-name="{escape(name)}" data-code="{escape(code)}"' if self._fitted else ""
        style = f"--c:{self._colour_of(mention.label)};--s:{_STYLES[ink.underline]};--d:{min(depth, 3)}"
        link = self._link(mention)
        return f'<span class="{classes}" style="{style}" title="{escape(" · ".join(tip))}"{tag}{link}>{inner}</span>'

    def _link(self, mention: Mention) -> str:
        """The first piece of an event with a mark can be found and pressed."""
        anchor = self._anchors.get(mention.id)
        if anchor is None or mention.id in self._anchored:
            return ""
        self._anchored.add(mention.id)
        return f' id="{escape(anchor.id)}" data-mark="{anchor.mark}" role="button" tabindex="0"'


def _classes(mention: Mention) -> str:
    """Return what a mention is, for its style: a planned event is hollow and a denied one struck, as its mark is."""
    if mention.layer is not Layer.EVENT:
        return "mention"
    return "mention event" + " planned" * mention.planned + " denied" * mention.denied


def _tag(name: str, code: str, room: int, *, event: bool) -> str:
    """Return the longest tag that ends before the next one begins, `room` characters on; else one cut short."""
    diamond = "◆ " if event else ""
    tags = [diamond + name, *((diamond + code, code) if code else ())]
    most = int((room * _TEXT_WIDTH - _TAG_GAP) / _TAG_WIDTH)
    cut = code or f"{tags[0][: max(most - 1, 1)].rstrip()}…"
    return next((tag for tag in tags if len(tag) <= most), cut)


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

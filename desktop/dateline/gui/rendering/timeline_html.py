"""The timeline and its annotated articles as one web page that needs nothing else: offline, by key, mouse and finger.

The page holds its data as JSON, its style and its script; its content security policy forbids it to load anything.
"""

import json
from base64 import b64encode
from collections.abc import Iterable, Mapping, Sequence
from hashlib import sha256
from html import escape
from typing import Any

from msgspec import Struct

from dateline import assets
from dateline.gui.date_words import calendar_names, date_words, label
from dateline.gui.rendering.article_html import Anchor, article_body
from dateline.gui.rendering.timeline_words import page_words
from dateline.gui.theme import Theme
from dateline.gui.timeline.band_drawing import edge_number
from dateline.gui.timeline.links import Link, broken, told_order
from dateline.gui.timeline.marks import Publication, TimelineMark
from dateline.gui.timeline.measures import Series
from dateline.gui.timeline.shape import Extents, extents
from dateline.model.calendar import DAY
from dateline.model.page import Page
from dateline.model.schema import Schema
from dateline.model.temporal import Order
from dateline.model.text import paragraphs, sentence_at
from dateline.model.when import Granularity, When, sort_key

_COLOURS = ("window", "page", "panel", "text", "muted", "line", "accent", "wash", "trigger", "bad")
_POLICY = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'"
_SCRIPTS = ("timeline", "timeline-views", "timeline-tags", "timeline-hand")  # one after the other
_LONGEST = 400  # characters of a sentence on a card


Words = Mapping[str, str]


class Story(Struct, frozen=True):
    """All that goes into the page. `pages` are the articles in order; each event's trigger leads to its mark."""

    title: str
    marks: Sequence[TimelineMark]
    publications: Sequence[Publication]
    series: Sequence[Series] = ()
    pages: Iterable[Page] = ()
    links: Sequence[Link] = ()


def timeline_html(story: Story, schema: Schema, looks: tuple[Theme, Theme]) -> str:
    """Return the page. `looks` are the themes for readers whose system is light and dark; two equal ones fix it."""
    dated = sorted((m for m in story.marks if m.when), key=lambda m: sort_key(m.when) if m.when else (0,))
    marks = [*dated, *(m for m in story.marks if m.when is None)]
    colours = {t.name: i + 1 for i, t in enumerate(schema.types)}
    anchors = {event: Anchor(f"e{i}-{n}", i) for i, m in enumerate(marks) for n, event in enumerate(m.event_ids)}
    texts = _Texts(schema, looks[0], anchors, colours)
    articles = "".join(texts.add(page) for page in story.pages)
    words = page_words()
    used, numbers = {m.type for m in marks}, {m.id: i for i, m in enumerate(marks)}
    links = [link for link in story.links if link.source in numbers and link.target in numbers]
    told = {
        "marks": _marks(marks, anchors, texts, words["undated"]),
        "pubs": [_publication(p, texts) for p in story.publications],
        "series": [_series(s, numbers) for s in story.series],
        "ties": [_tie(link, marks, numbers, schema) for link in links],
        "types": {t.name: {"t": t.shown, "n": colours[t.name]} for t in schema.types if t.name in used},
        "words": _for_script(words),
    }  # fmt: skip
    script = "".join(_resource(f"{name}.js") for name in _SCRIPTS)
    orders = _orders(links, {m.id: m for m in marks}, schema)
    body = _body(story.title, marks, articles, _table(marks, schema, colours, anchors, words, orders), words)
    return _page(story.title, body, _styles(schema, colours, looks), _json(told), script)


class _Texts:
    """Writes the articles one by one and remembers their numbers and the sentences of their events."""

    def __init__(self, schema: Schema, look: Theme, anchors: Mapping[str, Anchor], colours: Mapping[str, int]) -> None:
        self._schema, self._look, self._anchors, self._colours = schema, look, anchors, colours
        self.numbers: dict[str, int] = {}
        self.sentences: dict[str, str] = {}

    def add(self, page: Page) -> str:
        """Return one article's HTML."""
        number = self.numbers[page.article.id] = len(self.numbers)
        for event in page.events():
            span = sentence_at(page.text, event.span.begin)
            if event.id in self._anchors and span:
                words = " ".join(span.of(page.text).split())
                self.sentences[event.id] = (
                    words if len(words) <= _LONGEST else words[:_LONGEST].rsplit(" ", 1)[0] + " …"
                )
        facts = " · ".join(f for f in (page.article.published, page.article.source) if f)
        inner = article_body(
            page, self._schema, self._look, lambda name: f"var(--k{self._colours.get(name, 0)})", self._anchors
        )
        language = f' lang="{escape(page.article.language)}"' if page.article.language else ""
        name = escape(page.article.name)
        head = f'<h3 dir="auto">{name}</h3>'
        first = next(iter(paragraphs(page.text)), None)
        if first and first.of(page.text).strip() == page.article.name:  # it says its title itself, with annotations
            head, inner = "", inner.replace('<p dir="auto"', '<p class="head" dir="auto"', 1)
        return (
            f'<article id="a{number}" data-title="{name}"{language}>{head}'
            f'<p class="facts">{escape(facts)}</p>\n{inner}\n</article>\n'
        )


def _marks(
    marks: Sequence[TimelineMark], anchors: Mapping[str, Anchor], texts: _Texts, undated: str
) -> list[dict[str, Any]]:
    dated = [m for m in marks if m.when]
    shape = extents([m.when for m in dated if m.when])
    out = []
    for i, mark in enumerate(marks):
        sentence = mark.sentence or next((s for e in mark.event_ids if (s := texts.sentences.get(e))), "")
        out.append({
            "t": mark.title or mark.type, "k": mark.type, "d": label(mark.when) if mark.when else undated,
            **(_extent(shape, i) if mark.when else {}),
            "f": mark.planned, "g": mark.negated, "w": mark.participants, "l": mark.place, "s": mark.sources,
            "h": mark.articles, "q": mark.badge, "z": sentence, "n": mark.amounts,
            "a": [texts.numbers[a] for a in mark.article_ids if a in texts.numbers],
            "m": [anchors[e].id for e in mark.event_ids], "y": _reports(mark, texts) if mark.when else {},
        })  # fmt: skip
    return out


def _extent(shape: Extents, i: int) -> dict[str, Any]:
    columns = (shape.begin, shape.core_begin, shape.core_end, shape.end)
    return {
        "x": [round(float(c[i])) for c in columns],
        "p": bool(shape.point[i]),
        "o": int(shape.open_begin[i]) + 2 * int(shape.open_end[i]),
        "v": bool(shape.vague[i]),
    }


def _reports(mark: TimelineMark, texts: _Texts) -> dict[int, dict[str, Any]]:
    """Return, by article, what tells of it otherwise than the mark: of one that puts off, the new day."""
    told = {r.article_id: r for r in sorted(mark.reports, key=lambda r: not r.gone)}
    shape = extents([w for r in told.values() if (w := r.when or mark.when)])
    return {
        texts.numbers[r.article_id]: {**_extent(shape, i), "f": r.planned, "g": r.negated}
        for i, r in enumerate(told.values())
        if r.article_id in texts.numbers
    }


def _tie(link: Link, marks: Sequence[TimelineMark], numbers: Mapping[str, int], schema: Schema) -> dict[str, Any]:
    """Return a link: `s` to `e` as it is told, `a` the earlier and `b` the later of them; `x`: the dates exclude it."""
    source, target = numbers[link.source], numbers[link.target]
    first, second = (target, source) if link.order is Order.AFTER else (source, target)
    when, known = marks[source].when, schema.by_name.get(link.label)
    return {
        "s": source, "e": target, "a": first, "b": second, "o": link.order is not Order.TOGETHER,
        "t": known.shown if known else link.label,
        "x": when is not None and broken(link, link.source, when, marks[target].when),
    }  # fmt: skip


def _orders(links: Iterable[Link], marks: Mapping[str, TimelineMark], schema: Schema) -> dict[str, list[str]]:
    """Return what is said of the order of each mark and others, as words."""
    said: dict[str, list[str]] = {}
    for link in links:
        for mark_id in (link.source, link.target):
            other = marks[link.other(mark_id)]
            said.setdefault(mark_id, []).append(told_order(link, mark_id, other.title or other.type, schema))
    return said


def _publication(publication: Publication, texts: _Texts) -> dict[str, Any]:
    day = publication.at_seconds // DAY * DAY
    return {
        "a": texts.numbers.get(publication.article_id, -1),
        "t": publication.title,
        "at": publication.at_seconds,
        "in": publication.span,
        "d": label(When(day, day + DAY, Granularity.DAY)),
    }


def _series(series: Series, numbers: Mapping[str, int]) -> dict[str, Any]:
    middles = extents([p.when for p in series.points])
    points = [
        {
            "at": float((middles.middle if p.due else middles.begin)[i]), "v": p.amount.value, "text": p.amount.number,
            "target": p.target, "due": p.due, "d": label(p.when), "m": numbers.get(p.mark_id, -1),
        }
        for i, p in enumerate(series.points)
    ]  # fmt: skip
    ends = [edge_number(end) for end in series.range]
    return {"title": series.title, "unit": series.unit, "range": series.range, "ends": ends, "points": points}


def _for_script(words: Words) -> dict[str, Any]:
    names = ["published", "today", "unnamed", "close", "planned", "negated", "empty", "nothing"]
    names += ["ahead", "after", "broken", "lagged"]
    looks = [words[name] for name in ("auto", "light", "dark")]
    *working, sunday = calendar_names().days
    days = (sunday, *working)  # as a script counts them
    return {n: words[n] for n in names} | {"looks": looks, "months": date_words().months, "days": days}


def _body(title: str, marks: Sequence[TimelineMark], articles: str, table: str, words: Words) -> str:
    said = {name: escape(text) for name, text in words.items()}
    groups = ("type", "participant", "place", "source", "article")
    options = "".join(f'<option value="{name}">{said[name]}</option>' for name in groups)
    facts = said["facts"].format(n=len(marks), undated=sum(m.when is None for m in marks))
    empty = f"<p>{said['none']}</p>" if not marks else ""
    return f"""<a class="skip" href="#list">{said["skip"]}</a>
<header><h1>{escape(title)}</h1><span class="facts">{facts}</span>
<label><span>{said["group"]} </span><select id="by" aria-label="{said["group"]}">{options}</select></label>
<input id="find" type="search" placeholder="{said["find"]}" aria-label="{said["find"]}">
<button id="more" type="button" aria-expanded="false" aria-controls="rest" aria-label="{said["more"]}">⋯</button>
<div id="rest"><button id="fit" type="button">{said["fit"]}</button>
<button id="lag" type="button" aria-pressed="false">{said["lag"]}</button>
<button id="measures" type="button" aria-pressed="true">{said["measures"]}</button>
<button id="order" type="button" aria-pressed="false">{said["order"]}</button>
<button id="tags" type="button" aria-pressed="true">{said["annotations"]}</button>
<button id="look" type="button">{said["auto"]}</button></div></header>
<div id="chart" tabindex="0" role="application" aria-label="{said["timeline"]}" aria-describedby="keys">
<svg id="strip" height="24" aria-hidden="true"></svg>
<div id="lanes"><svg id="all" height="100" aria-hidden="true"></svg></div>
<svg id="axis" height="40" aria-hidden="true"></svg></div>
<p id="keys" hidden>{said["keys"]}</p><div id="say" class="skip" aria-live="polite"></div>
<aside id="card" hidden></aside>
<main><section id="articles" aria-label="{said["articles"]}">{articles}</section>
<section id="list" aria-label="{said["list"]}"><h2>{said["list"]}</h2>{empty}{table}</section></main>"""


def _table(
    marks: Sequence[TimelineMark],
    schema: Schema,
    colours: Mapping[str, int],
    anchors: Mapping[str, Anchor],
    words: Words,
    orders: Mapping[str, Sequence[str]],
) -> str:
    if not marks:
        return ""
    rows = []
    for i, mark in enumerate(marks):
        known = schema.by_name.get(mark.type)
        said = [s for s, on in ((words["planned"], mark.planned), (words["negated"], mark.negated)) if on]
        facts = ", ".join((*mark.participants, *((mark.place,) if mark.place else ()), *mark.amounts, *said))
        facts = " · ".join(f for f in (facts, *orders.get(mark.id, ())) if f)
        title = escape(mark.title or mark.type)
        link = f'<a href="#{anchors[mark.event_ids[0]].id}">{title}</a>' if mark.event_ids else title
        badge = f'<br><span class="bad">{escape(mark.badge)}</span>' if mark.badge else ""
        dot = f'<span class="dot" style="--c:var(--k{colours.get(mark.type, 0)})"></span>'
        rows.append(
            f'<tr id="r{i}"><td>{escape(label(mark.when) if mark.when else words["undated"])}</td>'
            f"<td>{dot}{escape(known.shown if known else mark.type)}</td>"
            f'<td dir="auto">{link}<br><span class="muted">{escape(facts)}</span>{badge}</td></tr>'
        )
    head = "".join(f"<th>{escape(t)}</th>" for t in (words["when"], words["type"], words["what"]))
    return f"<table><thead><tr>{head}</tr></thead><tbody>{''.join(rows)}</tbody></table>"


def _styles(schema: Schema, colours: Mapping[str, int], looks: tuple[Theme, Theme]) -> str:
    """Variables for both looks: by the reader's system, unless the page's button says otherwise."""
    light, dark = (_variables(schema, colours, look) for look in looks)
    return (
        f":root{{{light}}}\n@media (prefers-color-scheme:dark){{:root:not([data-look=light]){{{dark}}}}}\n"
        f":root[data-look=dark]{{{dark}}}\n{_resource('timeline.css')}"
    )


def _variables(schema: Schema, colours: Mapping[str, int], look: Theme) -> str:
    named = [f"--{name}:{getattr(look, name).name()}" for name in _COLOURS]
    labels = [f"--k{n}:{look.ink(schema, name).colour.name()}" for name, n in colours.items()]
    return ";".join((f"color-scheme:{'dark' if look.dark else 'light'}", *named, f"--k0:{look.muted.name()}", *labels))


def _resource(name: str) -> str:
    return assets.resources("web", name).read_text(encoding="utf-8")


def _json(told: Mapping[str, Any]) -> str:
    """Return data that cannot end the element it stands in."""
    text = json.dumps(told, ensure_ascii=False, separators=(",", ":"))
    return text.replace("<", "\\u003c").replace("\u2028", "\\u2028").replace("\u2029", "\\u2029")


def _page(title: str, body: str, style: str, data: str, script: str) -> str:
    seal = b64encode(sha256(script.encode()).digest()).decode()
    policy = f"{_POLICY}; script-src 'sha256-{seal}'"
    return (
        '<!doctype html>\n<html lang="en"><head><meta charset="utf-8">'
        f'<meta http-equiv="Content-Security-Policy" content="{policy}">'
        '<meta name="viewport" content="width=device-width,initial-scale=1">'
        f"<title>{escape(title)}</title><style>{style}</style></head>\n<body>\n{body}\n"
        f'<script type="application/json" id="told">{data}</script>\n<script>{script}</script>\n</body></html>\n'
    )  # fmt: skip

"""What the web pages share: their frame and their style."""

from html import escape

from dateline.gui.theme import Theme

_STYLE = """
:root{color-scheme:%(scheme)s}
body{margin:0;background:%(page)s;color:%(text)s;font:18px/1.95 "Noto Serif","Source Serif 4",Georgia,serif}
main{max-width:44rem;margin:3rem auto;padding:0 1.25rem}
h1{font-size:1.6em;line-height:1.25;margin:0 0 .3em}
.facts,small,th{color:%(muted)s;font-family:"Noto Sans",system-ui,sans-serif;font-size:.75rem}
.boilerplate{opacity:.45}
.mention{background:color-mix(in srgb,var(--c) 14%%,transparent);border-bottom:2px var(--s) var(--c);
 padding-bottom:calc(var(--d)*3px);position:relative;border-radius:2px 2px 0 0}
.mention[data-tag]::before{content:attr(data-tag);position:absolute;left:0;top:-1.05em;font:600 10px/1.3 "Noto Sans",
 system-ui,sans-serif;color:var(--c);white-space:nowrap;pointer-events:none}
.mention.under:not(:hover)::before{display:none}
.mention.event{background:%(trigger)s;color:%(page)s;border-bottom:0;border-radius:3px;padding:0 .1em}
.mention.event[data-tag]::before{color:%(text)s}
.mention.event.planned{background:color-mix(in srgb,%(trigger)s 10%%,%(page)s);color:%(text)s;
 box-shadow:inset 0 0 0 1.6px %(trigger)s}
.mention.event.denied{text-decoration:line-through}
table{border-collapse:collapse;width:100%%;font:14px/1.5 "Noto Sans",system-ui,sans-serif;margin-top:2rem}
td,th{text-align:start;vertical-align:top;padding:.35rem .6rem .35rem 0;border-top:1px solid %(line)s}
.dot{display:inline-block;width:.6em;height:.6em;background:var(--c);transform:rotate(45deg);margin-right:.5em}
.bad{color:%(bad)s}
.wide{width:min(96vw,100rem);margin-left:50%%;transform:translateX(-50%%);overflow-x:auto}
.wide svg{width:100%%;height:auto;min-width:46rem}
"""


def page_html(title: str, body: str, theme: Theme) -> str:
    """Return a whole page in the colours of the theme."""
    names = ("page", "text", "muted", "line", "trigger", "bad")
    colours = {n: getattr(theme, n).name() for n in names} | {"scheme": "dark" if theme.dark else "light"}
    return (
        '<!doctype html>\n<html lang="en"><head><meta charset="utf-8">'
        '<meta name="viewport" content="width=device-width,initial-scale=1">'
        f"<title>{escape(title)}</title><style>{_STYLE % colours}</style></head>\n"
        f"<body><main>\n{body}\n</main></body></html>\n"
    )

"""The web pages: well formed, escaped, complete, in every theme, on empty and difficult input."""

import xml.etree.ElementTree as ET
from collections.abc import Iterator
from html.parser import HTMLParser
from pathlib import Path

import pytest
from msgspec.structs import replace
from PySide6.QtWidgets import QApplication

from dateline.gui.rendering import Wish, render_project
from dateline.gui.rendering.article_html import article_html
from dateline.gui.theme import theme
from dateline.model.annotation import Annotations, Argument, Layer, Mention, TimeValue
from dateline.model.article import Article, Region, RegionKind
from dateline.model.page import Page
from dateline.model.schema import Schema
from dateline.model.text import Span
from dateline.model.when import Granularity, When, from_iso
from dateline.store.project import Project

_VOID = {"meta", "br", "input"}


class Reading(HTMLParser):
    """Reads a page, insisting that every element is closed where it was opened."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.open: list[str] = []
        self.seen: list[tuple[str, dict[str, str | None]]] = []
        self.words: list[tuple[str, str]] = []  # element, text
        self.feed(page)
        self.close()
        assert self.open == []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.seen.append((tag, dict(attrs)))
        if tag not in _VOID:
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        self.words.append((self.open[-1] if self.open else "", data))

    def body(self) -> str:
        """Return the words of the text, without head and table."""
        return "".join(text for tag, text in self.words if tag in {"p", "span"})

    def spans(self) -> Iterator[dict[str, str | None]]:
        """Return the attributes of each piece of a mention."""
        return (a for tag, a in self.seen if tag == "span" and "mention" in (a.get("class") or ""))


def mention(schema: Schema, name: str, *spans: tuple[int, int]) -> Mention:
    label = schema.by_name[name]
    return Mention(f"{name}{spans}", "a", "n", label.layer, name, tuple(Span(*s) for s in spans))


def page(text: str, *mentions: Mention, title: str = "Talks", **more: object) -> Page:
    return Page.of(Article("a", text, title), "n", Annotations(mentions=mentions, **more))  # type: ignore[arg-type]


@pytest.mark.parametrize("look", ["light", "dark", "contrast"])
def test_text_and_title_are_escaped(schema: Schema, look: str) -> None:
    text = 'He said "a < b & c > d" <script>alert(1)</script>\u00a0🤝'
    made = article_html(page(text, mention(schema, "PERSON", (0, 2)), title="<b>A & B</b>"), schema, theme(look))
    read = Reading(made)
    assert "<script" not in made
    assert "<b>" not in made
    assert text in read.body()
    assert ("h1", "<b>A & B</b>") in read.words


def test_nested_and_crossing_mentions_give_closed_pieces_and_each_tag_once(schema: Schema) -> None:
    text = "the Turkish Foreign Ministry in Ankara said"
    mentions = (
        mention(schema, "ORG", (4, 28)),
        mention(schema, "NORP", (4, 11)),
        mention(schema, "TITLE", (12, 38)),
    )
    read = Reading(article_html(page(text, *mentions), schema, theme("light")))
    assert read.body() == text
    tags = [a["data-tag"] for a in read.spans() if "data-tag" in a]
    assert tags == ["ORG", "NRP", schema.by_name["TITLE"].shown]  # the code where the next tag is near
    assert [a["class"] for a in read.spans() if "under" in (a["class"] or "")] == ["mention under"]
    depths = {(a.get("style") or "").rpartition("--d:")[2] for a in read.spans()}
    assert depths == {"0", "1"}


def test_a_discontinuous_mention_is_marked_in_all_its_pieces(schema: Schema) -> None:
    read = Reading(article_html(page("ab cd ef", mention(schema, "ORG", (0, 2), (6, 8))), schema, theme("light")))
    assert len(list(read.spans())) == 2


@pytest.mark.parametrize(
    ("attributes", "classes"),
    [
        ({}, "mention event"),
        ({"modality": "asserted", "polarity": "positive"}, "mention event"),
        ({"modality": "planned"}, "mention event planned"),
        ({"polarity": "negative"}, "mention event denied"),
        ({"modality": "possible", "polarity": "negative"}, "mention event planned denied"),
    ],
)
def test_a_planned_event_is_hollow_and_a_denied_one_struck_as_in_the_program(
    schema: Schema, attributes: dict[str, str], classes: str
) -> None:
    event = replace(mention(schema, "CONSULT", (0, 4)), attributes=attributes)
    person = replace(mention(schema, "PERSON", (8, 12)), attributes=attributes)
    read = Reading(article_html(page("meet in Oslo", event, person), schema, theme("light")))
    assert [a["class"] for a in read.spans()] == [classes, "mention"]


def test_a_mention_over_two_paragraphs_stays_in_each(schema: Schema) -> None:
    read = Reading(article_html(page("one two\nthree", mention(schema, "ORG", (4, 13))), schema, theme("light")))
    assert len(list(read.spans())) == 2
    assert sum(tag == "p" for tag, _ in read.seen) == 3  # with that of the facts


def test_boilerplate_is_grey_and_events_are_in_the_table(schema: Schema) -> None:
    text = "Akar met Blinken on Monday.\nShare this story."
    event, who = mention(schema, "CONSULT", (5, 8)), mention(schema, "PERSON", (0, 4))
    when = mention(schema, "DATE", (20, 26))
    begin = from_iso("2018-04-16")
    value = TimeValue(when.id, "2018-04-16", When(begin, begin + 86_400, Granularity.DAY))
    shown = page(
        text, event, who, when,
        times=(value,),
        arguments=(Argument("1", event.id, "Agent", who.id), Argument("2", event.id, "Time", when.id)),
        regions=(Region("r", "a", RegionKind.BOILERPLATE, Span(28, 45)),),
    )  # fmt: skip
    read = Reading(article_html(shown, schema, theme("light")))
    grey = [a for tag, a in read.seen if tag == "p" and a.get("class") == "boilerplate"]
    assert len(grey) == 1
    cells = [text for tag, text in read.words if tag == "td"]
    assert cells == ["16 Apr 2018", schema.by_name["CONSULT"].shown, "met", "Agent: Akar; Time: Monday"]
    assert event.layer is Layer.EVENT
    assert [a["data-tag"] for a in read.spans() if "event" in (a["class"] or "")] == [
        f"◆ {schema.by_name['CONSULT'].shown}"
    ]


def test_a_tag_leaves_room_before_the_next_one(schema: Schema) -> None:
    text = "Akar met Erdogan in Kazakhstan on Monday"
    marked = page(
        text,
        mention(schema, "CONSULT", (5, 8)),
        mention(schema, "PERSON", (9, 16)),
        mention(schema, "GPE", (20, 30)),
        mention(schema, "DATE", (31, 40)),
    )
    consult, _, country, _ = (
        str(a["data-tag"]) for a in Reading(article_html(marked, schema, theme("light"))).spans() if "data-tag" in a
    )
    assert consult == schema.by_name["CONSULT"].code
    assert country == schema.by_name["GPE"].code or country == "Country or c…"


def test_an_unknown_label_is_shown_by_its_name(schema: Schema) -> None:
    odd = Mention("x", "a", "n", Layer.ENTITY, "OD<D", (Span(0, 3),))
    read = Reading(article_html(page("abc", odd), schema, theme("light")))
    assert [a["data-tag"] for a in read.spans()] == ["OD<D"]


def test_an_empty_article_is_a_page(schema: Schema) -> None:
    Reading(article_html(page("", title=""), schema, theme("light")))


@pytest.mark.parametrize("article", ["1", None])
@pytest.mark.parametrize("ending", ["html", "svg", "png"])
def test_a_project_is_drawn_even_when_nothing_is_tagged(
    qapp: QApplication, path: Path, tmp_path: Path, article: str | None, ending: str
) -> None:
    output = tmp_path / f"out.{ending}"
    with Project.open(path, readonly=True) as project:
        render_project(project, Wish(output, article))
    assert output.stat().st_size > 300
    assert [p.name for p in tmp_path.glob(".out*")] == []
    if ending == "svg":
        assert ET.parse(output).getroot().tag.endswith("svg")
    if ending == "html":
        Reading(output.read_text(encoding="utf-8"))


def test_what_is_not_there_is_told_with_what_is(qapp: QApplication, path: Path, tmp_path: Path) -> None:
    with Project.open(path, readonly=True) as project:
        with pytest.raises(LookupError, match=r"no article matches 'nowhere'(.|\n)*Talks"):
            render_project(project, Wish(tmp_path / "x.png", "nowhere"))
        with pytest.raises(LookupError, match="no annotator called grace"):
            render_project(project, Wish(tmp_path / "x.png", "1", annotator="grace"))

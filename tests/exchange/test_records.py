"""Articles in JSON records of other programs: which fields they are, and what is said of them."""

import json
from pathlib import Path

import pytest

from dateline.exchange.formats import open_sources, recognised
from dateline.exchange.formats.records import FORMAT
from dateline.exchange.options import ReadOptions
from dateline.exchange.problems import BadInput
from dateline.exchange.unknown import Unrecognised

RECORDS: list[dict[str, object]] = [
    {"headline": "Talks", "date": "2018-04-19", "body": "Ada met Bo.\n\nThey talked.", "url": "https://a.b/1"},
    {"headline": " No\n talks", "date": "20.04.2018", "body": "Nobody came.", "url": "", "views": 7},
]
SHAPES = {
    "list": ("a.json", json.dumps(RECORDS)),
    "over lines": ("a.json", json.dumps(RECORDS, indent=1)),
    "lines": ("a.jsonl", "".join(json.dumps(r) + "\n" for r in RECORDS)),
}


def _written(folder: Path, content: object, name: str = "a.jsonl") -> Path:
    path = folder / name
    path.write_text(content if isinstance(content, str) else json.dumps(content), encoding="utf-8")
    return path


@pytest.mark.parametrize("shape", SHAPES)
def test_records_are_articles_and_it_is_told_what_is_taken_for_what(tmp_path: Path, shape: str) -> None:
    name, content = SHAPES[shape]
    path = _written(tmp_path, content, name)
    assert recognised(path).name == "records"
    (reader,) = open_sources([path], ReadOptions())
    first, second = (page.article for page in reader)
    assert (first.text, first.title, first.published) == ("Ada met Bo.\n\nThey talked.", "Talks", "2018-04-19")
    assert (first.url, first.meta, second.meta) == ("https://a.b/1", {}, {"views": "7"})
    assert (second.text, second.title, second.published) == ("Nobody came.", "No talks", "2018-04-20")
    assert [n.what for n in reader.notices] == [
        "fields are taken for what an article has: headline = title, date = published, body = text"
    ]


@pytest.mark.parametrize(
    ("record", "meta", "source"),
    [
        ({"text": "Ada came.", "source": {"id": 1, "name": "AA"}}, {"source.id": "1"}, "AA"),
        (
            {"text": "Ada came.", "source": {"id": None, "name": "AA", "url": "https://a.b"}},
            {"source.url": "https://a.b"},
            "AA",
        ),
        (
            {"text": "Ada came.", "author": {"name": "Eve", "email": "e@a.b", "of": {"name": "AA", "no": [1, 2]}}},
            {"author": "Eve", "author.email": "e@a.b", "author.of": "AA", "author.of.no": "1; 2"},
            "",
        ),
        (
            {"text": "Ada came.", "by": {"name": {"first": "Eve"}, "age": 4}},
            {"by.name.first": "Eve", "by.age": "4"},
            "",
        ),
        ({"content": "Ada came.", "publisher": "AA", "keywords": ["a", "b"]}, {"keywords": "a; b"}, "AA"),
        ({"articleBody": "Ada came.", "author": {"name": "Eve"}, "datePublished": None}, {"author": "Eve"}, ""),
        ({"text": "Ada came.", "meta": {"x": 1}, "empty": [], "no": None, "none": {}}, {"meta.x": "1"}, ""),
        ({"text": "Ada came.", "a": {"b": 2}, "a.b": "1"}, {"a.b": "1"}, ""),
    ],
)
def test_what_is_beside_the_text_is_kept(
    tmp_path: Path, record: dict[str, object], meta: dict[str, str], source: str
) -> None:
    path = _written(tmp_path, record)
    assert recognised(path).name == "records"
    reader = FORMAT.read(path)
    (page,) = reader
    assert (page.article.text, page.article.meta, page.article.source) == ("Ada came.", meta, source)
    assert [n.what for n in reader.notices if "left out" in n.what] == (
        ["the field a.b is there twice: what it says inside an object is left out"] if "a.b" in record else []
    )


def test_lists_that_hold_more_than_plain_values_are_left_out_and_named_wherever_they_are(tmp_path: Path) -> None:
    path = _written(tmp_path, {"text": "Ada came.", "tags": [{"name": "x"}], "meta": {"parts": [[1]], "no": []}})
    reader = FORMAT.read(path)
    (page,) = reader
    assert page.article.meta == {}
    assert [n.what for n in reader.notices] == [
        "the field tags holds a list and is left out",
        "the field meta.parts holds a list and is left out",
    ]


def test_a_field_inside_an_object_can_be_the_text(tmp_path: Path) -> None:
    record = {"title": {"rendered": "Talks"}, "content": {"rendered": "Ada came.", "name": "x"}}
    path = _written(tmp_path, record)
    extra = {"column.text": "content.rendered", "column.title": "title.rendered"}
    (page,) = FORMAT.read(path, ReadOptions(extra=extra))
    assert (page.article.text, page.article.title, page.article.meta) == ("Ada came.", "Talks", {"content": "x"})
    for extra, said in (
        ({}, "content: is an object, not a text"),
        ({"column.text": "body"}, "has no field body .its fields: title, title.rendered, content, content.rendered."),
    ):
        with pytest.raises(BadInput, match=said):
            list(FORMAT.read(path, ReadOptions(extra=extra)))


@pytest.mark.parametrize(
    ("record", "said"),
    [
        ({"title": "x"}, "a.jsonl, line 2: has no field with the text (its fields: title). Say which it is: --option"),
        ({"body": 7}, "a.jsonl, line 2, body: is a number, not a text"),
        ({"body": " "}, "a.jsonl, line 2, body: the text is empty"),
        ({"body": "x", "date": "soon"}, "a.jsonl, line 2, date: 'soon' is not a date"),
        ({"body": "x", "date": "03/04/2024"}, "can be read in two ways"),
        ({"body": "x", "date": "03/04/2024"}, "Or say how it is read with --dates day-first"),
    ],
)
def test_what_is_wrong_is_said_with_its_place_and_the_rest_comes_in(
    tmp_path: Path, record: dict[str, object], said: str
) -> None:
    path = _written(tmp_path, "".join(json.dumps(r) + "\n" for r in (RECORDS[0], record, RECORDS[1])))
    with pytest.raises(BadInput) as refused:
        list(FORMAT.read(path))
    assert said in str(refused.value), str(refused.value)
    assert len(list(FORMAT.read(path, ReadOptions(skip_bad=True)))) == 2


def test_fields_and_dates_can_be_said(tmp_path: Path) -> None:
    path = _written(tmp_path, {"story": "Ada came.", "body": "x", "when": "03/04/2024", "headline": "y"})
    extra = {"column.text": "story", "column.published": "when", "column.title": "", "dates": "day-first"}
    (page,) = FORMAT.read(path, ReadOptions(extra=extra))
    article = page.article
    assert (article.text, article.published, article.title) == ("Ada came.", "2024-04-03", "")
    assert article.meta == {"body": "x", "headline": "y"}
    with pytest.raises(BadInput, match="has no field tale"):
        list(FORMAT.read(path, ReadOptions(extra={"column.text": "tale"})))
    with pytest.raises(BadInput, match="no record has a field wen"):
        list(FORMAT.read(path, ReadOptions(extra={"column.text": "story", "column.published": "wen"})))


@pytest.mark.parametrize(
    "record",
    [
        {"text": "Ada came.", "marks": [{"from": 0, "to": 3}]},
        {"text": "Ada came.", "found": {"people": [[0, 3]]}},
        {"title": "no text"},
        {"text": 7},
    ],
)
def test_what_may_hold_annotations_is_not_taken_for_articles_alone(tmp_path: Path, record: dict[str, object]) -> None:
    with pytest.raises(Unrecognised):
        recognised(_written(tmp_path, record))


def test_a_text_that_comes_twice_is_taken_once(tmp_path: Path) -> None:
    reader = FORMAT.read(_written(tmp_path, [RECORDS[0], RECORDS[0]], "a.json"))
    assert [page.repeats for page in reader] == [False, True]
    assert any("has the same text as Talks" in n.what for n in reader.notices)

"""spaCy's old training data: a list of tuples, one a line, or as annotators' pages in the browser write them."""

import json
from contextlib import suppress
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.exchange.formats import open_sources, recognised
from dateline.exchange.formats.spacy_tuples import FORMAT
from dateline.exchange.options import ReadOptions
from dateline.exchange.problems import BadInput, Undecided
from dateline.model.annotation import Layer

RECORDS = [
    ["Ada met Bo in Rome on Friday.", {"entities": [[0, 3, "PERSON"], [14, 18, "GPE"], [22, 28, "DATE"]]}],
    ["Nobody came to Oslo.", {"entities": [[15, 19, "GPE"]], "cats": {"POLITICS": 1.0}}],
    ["Nothing is here.", {"entities": []}],
]
SHAPES = {
    "one list": ("a.json", json.dumps(RECORDS)),
    "a list over lines": ("a.json", json.dumps(RECORDS, indent=2)),
    "one a line": ("a.jsonl", "".join(json.dumps(r) + "\n" for r in RECORDS)),
    "with a mark": ("a.jsonl", "\ufeff" + "".join(json.dumps(r) + "\n\n" for r in RECORDS)),
    "beside classes": ("a.json", json.dumps({"classes": ["GPE"], "annotations": RECORDS})),
    "before classes": ("a.json", json.dumps({"annotations": RECORDS, "classes": ["GPE"]}, indent=1)),
}


def _written(folder: Path, name: str, content: str) -> Path:
    path = folder / name
    path.write_text(content, encoding="utf-8")
    return path


@pytest.mark.parametrize("shape", SHAPES)
def test_it_is_recognised_and_read(tmp_path: Path, shape: str) -> None:
    path = _written(tmp_path, *SHAPES[shape])
    assert recognised(path).name == "spacy-tuples"
    (reader,) = open_sources([path], ReadOptions())
    pages = list(reader)
    assert [p.article.text for p in pages] == [text for text, _ in RECORDS]
    found = [[(m.span.begin, m.span.end, m.label, m.layer) for m in p.annotations.mentions] for p in pages]
    assert found[0][1:] == [(14, 18, "GPE", Layer.ENTITY), (22, 28, "DATE", Layer.TIME)]
    assert (found[1], found[2]) == ([(15, 19, "GPE", Layer.ENTITY)], [])
    assert [n.what for n in reader.notices if n.kind.value == "field"] == ["the field cats is left out"]
    assert {p.annotator.name for p in pages if p.annotator} == {"a"}


def test_a_text_without_annotations_is_one_nobody_has_worked_on(tmp_path: Path) -> None:
    path = _written(tmp_path, "a.json", json.dumps([RECORDS[0], ["Bo left.", None]]))
    (reader,) = open_sources([path], ReadOptions())
    assert [(p.article.text, p.annotator is None) for p in reader][1] == ("Bo left.", True)
    assert "a text without annotations (null) comes in as new" in [n.what for n in reader.notices]


@pytest.mark.parametrize(
    ("record", "line", "said"),
    [
        (["Ada came.", {"entities": [[0, 30, "PERSON"]]}], 2, "entities[0].end: 30 is outside the text"),
        (["Ada came.", {"entities": [[3, 0, "PERSON"]]}], 2, "entities[0].end: the span 3 to 0 is reversed"),
        (["Ada came.", {"entities": [[0, 3]]}], 2, "entities[0]: has 2 parts, not [start, end, label]"),
        (["Ada came.", {"entities": [[0, 3, None]]}], 2, "entities[0].label: the label is null, not a text"),
        (["Ada came.", {"entities": [[0, 3, ""]]}], 2, "the label is empty"),
        (["Ada came.", {"entities": [7]}], 2, "entities[0]: is a number, not a span"),
        (["Ada came.", {"entities": [["0", 3, "P"]]}], 2, "entities[0].start: is a text, not a whole number"),
        (["", {"entities": []}], 2, "text: is empty"),
        ([{"entities": []}, "Ada came."], 2, "is no list of a text and an object with entities"),
        (["Ada came."], 2, "is no list of a text"),
    ],
)
@pytest.mark.parametrize("by_line", [False, True])
def test_what_is_wrong_is_said_with_its_line_and_the_rest_comes_in(
    tmp_path: Path, record: object, line: int, said: str, by_line: bool
) -> None:
    lines = [json.dumps(RECORDS[0]), json.dumps(record), json.dumps(RECORDS[2])]
    content = "\n".join(lines) if by_line else f"[{lines[0]},\n{lines[1]},\n{lines[2]}]"
    path = _written(tmp_path, "a.jsonl" if by_line else "a.json", content)
    with pytest.raises(BadInput) as refused:
        list(FORMAT.read(path))
    (problem,) = refused.value.problems
    assert (problem.line, said in str(problem)) == (line, True), str(problem)
    assert len(list(FORMAT.read(path, ReadOptions(skip_bad=True)))) == 2


def test_what_offsets_count_is_asked_where_it_matters(tmp_path: Path) -> None:
    path = _written(tmp_path, "a.json", json.dumps([["\U0001f91d Ada came.", {"entities": [[3, 6, "PERSON"]]}]]))
    with pytest.raises(Undecided, match="--offsets utf16"):
        list(FORMAT.read(path))
    for unit, words in (("utf16", "Ada"), ("codepoints", "da ")):
        (page,) = FORMAT.read(path, ReadOptions(extra={"offsets": unit}))
        assert page.annotations.mentions[0].text_of(page.article.text) == words


@pytest.mark.parametrize(
    "content",
    ['["Ada came."]', "[]", "[[1, 2]]", '{"annotations": []}', '{"annotations": [{"a": 1}]}', '["a", "b"]'],
)
def test_other_json_is_left_to_others(tmp_path: Path, content: str) -> None:
    assert not FORMAT.recognises(_written(tmp_path, "a.json", content), content.encode())  # type: ignore[misc]


@pytest.mark.parametrize(
    ("wrong", "by_line"),
    [
        ("1", False),
        ('["w"]', False),
        ('[["w"]]', False),
        ('"w"', True),
        ("1", True),
        ('["w"]', True),
        ('[["w"]]', True),
    ],
)
def test_it_is_recognised_behind_much_that_is_no_record(tmp_path: Path, wrong: str, by_line: bool) -> None:
    begin = '["first"]\n' if by_line else "["  # by the line if a list with a text begins the file
    lines = [*([wrong] * (7 if wrong.startswith("[[") else 500)), *map(json.dumps, RECORDS)]
    path = _written(tmp_path, "a.json", begin + ("\n" if by_line else ", ").join(lines) + ("" if by_line else "]"))
    assert FORMAT.recognises(path, path.read_bytes())  # type: ignore[misc]


@given(st.text(alphabet='[]{},:"entis01aA \n', max_size=60))
def test_any_rest_of_a_file_is_an_error_of_its_own(tmp_path_factory: pytest.TempPathFactory, rest: str) -> None:
    path = _written(tmp_path_factory.mktemp("t"), "a.json", f"{json.dumps(RECORDS)[:-1]}{rest}")
    with suppress(BadInput):
        list(FORMAT.read(path))

"""spaCy 2's training JSON: documents, their paragraphs, and tokens with the tags of named entities."""

import json
from contextlib import suppress
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.exchange.formats import open_sources, recognised
from dateline.exchange.formats.spacy_json import FORMAT
from dateline.exchange.options import ReadOptions
from dateline.exchange.problems import BadInput
from dateline.model.annotation import Layer
from dateline.model.article import State


def sentence(*words: str, **more: str) -> dict[str, Any]:
    """Return a sentence of words, each with its tag behind a stroke where it has one."""
    parted = [word.split("|") for word in words]
    tokens = [{"id": n, "orth": p[0], **({"ner": p[1]} if p[1:] else {}), **more} for n, p in enumerate(parted)]
    return {"tokens": tokens, "brackets": []}


FIRST = sentence("Ada|B-PERSON", "Lee|L-PERSON", "met|O", "Bo|U-PERSON", ".|O")
SECOND = sentence("On|-", "Friday|U-DATE", "she|O", "left|O", "Rome|U-GPE", ".|O")
RAW = "Ada  Lee met Bo.\n\nOn Friday she left Rome."
PARAGRAPH = {
    "raw": RAW,
    "sentences": [FIRST, SECOND],
    "cats": [{"label": "POLITICS", "value": 1.0}, {"label": "SPORT", "value": 0.0}, {"label": "TRADE", "value": 0.25}],
}
OTHER = {"raw": "Nobody came.", "sentences": [sentence("Nobody|O", "came|O", ".|O")]}
DOCUMENTS = [{"id": 0, "paragraphs": [PARAGRAPH, OTHER]}, {"id": 1, "paragraphs": [{"raw": "No token."}]}]
SHAPES = {
    "one list": ("a.json", json.dumps(DOCUMENTS)),
    "a list over lines": ("a.json", json.dumps(DOCUMENTS, indent=2)),
    "one a line": ("a.jsonl", "".join(json.dumps(d) + "\n" for d in DOCUMENTS)),
    "with a mark": ("a.json", "\ufeff" + json.dumps(DOCUMENTS)),
    "one document": ("a.json", json.dumps({"id": 0, "paragraphs": [PARAGRAPH, OTHER, {"raw": "No token."}]}, indent=1)),
}


def _written(folder: Path, content: Any, name: str = "a.json") -> Path:
    path = folder / name
    path.write_text(content if isinstance(content, str) else json.dumps(content), encoding="utf-8")
    return path


def _documents(*paragraphs: Any) -> list[Any]:
    return [{"id": 0, "paragraphs": list(paragraphs)}]


def _spans(page: Any) -> list[tuple[str, str]]:
    return [(m.label, m.text_of(page.article.text)) for m in page.annotations.mentions]


@pytest.mark.parametrize("shape", SHAPES)
def test_it_is_recognised_and_read(tmp_path: Path, shape: str) -> None:
    name, content = SHAPES[shape]
    path = _written(tmp_path, content, name)
    assert recognised(path).name == "spacy-json"
    (reader,) = open_sources([path], ReadOptions())
    pages = list(reader)
    assert [p.article.text for p in pages] == [RAW, "Nobody came.", "No token."]
    found = [(m.span.begin, m.span.end, m.label, m.layer) for m in pages[0].annotations.mentions]
    assert found == [
        (0, 8, "PERSON", Layer.ENTITY), (13, 15, "PERSON", Layer.ENTITY), (21, 27, "DATE", Layer.TIME),
        (37, 41, "GPE", Layer.ENTITY),
    ]  # fmt: skip
    assert [p.article.meta for p in pages] == [{"cats": "POLITICS, TRADE 0.25"}, {}, {}]
    assert {(p.annotator.name, p.remade) for p in pages if p.annotator} == {("a", False)}
    assert [p.state for p in pages] == [State.STARTED, State.STARTED, State.NEW]
    assert [n.what.partition(" comes")[0] for n in reader.notices] == ["1 text in which every token is outside"]


def test_without_its_text_one_is_made_of_the_tokens(tmp_path: Path) -> None:
    """As `spacy convert` writes it; what else it says of tokens is left out and told once."""
    parsed = sentence("Rome|U-GPE", "fell|O", tag="NN", dep="-", head="0")
    path = _written(tmp_path, _documents({"sentences": [FIRST, SECOND]}, {"raw": None, "sentences": [parsed, parsed]}))
    (reader,) = open_sources([path], ReadOptions())
    pages = list(reader)
    assert [p.article.text for p in pages] == ["Ada Lee met Bo .\nOn Friday she left Rome .", "Rome fell\nRome fell"]
    assert [label for label, _ in _spans(pages[0])] == ["PERSON", "PERSON", "DATE", "GPE"]
    assert _spans(pages[1]) == [("GPE", "Rome"), ("GPE", "Rome")]
    assert all(p.remade for p in pages)
    assert [n.what.partition(":")[0] for n in reader.notices] == [
        "has no raw text", "the field tag of tokens is left out"
    ]  # fmt: skip


def test_entities_beside_untagged_tokens_are_taken(tmp_path: Path) -> None:
    """spaCy 3's docs_to_json writes both; the tokens' tags are the ones it reads."""
    told = {"raw": "Bo saw Rome.", "entities": [[7, 11, "GPE"]]}
    both = {**told, "sentences": [sentence("Bo|U-PERSON", "saw|O", "Rome|O", ".|O")]}
    path = _written(tmp_path, _documents({**told, "sentences": [sentence("Bo", "saw", "Rome", ".")]}, told, both))
    assert [_spans(p) for p in FORMAT.read(path)] == [[("GPE", "Rome")], [("GPE", "Rome")], [("PERSON", "Bo")]]


def test_tags_of_the_other_schemes_and_white_space_as_a_token_are_read(tmp_path: Path) -> None:
    tagged = sentence("Ada|B-PERSON", "Lee|I-PERSON", "\n\n|O", "Bo|S-PERSON", "Li|B-A-B", "Wu|E-A-B")
    path = _written(tmp_path, _documents({"raw": "Ada Lee\n\nBo Li Wu", "sentences": [tagged]}))
    (page,) = FORMAT.read(path)
    assert _spans(page) == [("PERSON", "Ada Lee"), ("PERSON", "Bo"), ("A-B", "Li Wu")]


@pytest.mark.parametrize(
    ("paragraph", "said"),
    [
        (
            {**PARAGRAPH, "raw": RAW.replace("met", "saw")},
            "paragraphs[1].raw: the tokens do not stand in it one behind",
        ),
        ({"sentences": [sentence("Ada|B-")]}, "paragraphs[1].sentences[0].tokens[0].ner: 'B-' is no tag: expected O"),
        ({"sentences": [sentence("Ada|!U-X")]}, "tokens[0].ner: '!U-X' is no tag"),
        ({"sentences": [sentence("Ada|PERSON")]}, "tokens[0].ner: 'PERSON' is no tag"),
        ({"sentences": [{"tokens": [{"orth": "Ada", "ner": 7}]}]}, "tokens[0].ner: is a number, not a text"),
        ({"sentences": [{"tokens": [{"orth": ""}]}]}, "paragraphs[1].sentences[0].tokens[0].orth: is empty"),
        ({"sentences": [{"tokens": [{"ner": "O"}]}]}, "tokens[0].orth: missing: a text was expected"),
        ({"sentences": [{"tokens": ["Ada"]}]}, "sentences[0].tokens[0]: is a text, not an object"),
        ({"sentences": "Ada"}, "paragraphs[1].sentences: is a text, not a list"),
        ({"sentences": [{"tokens": []}]}, "paragraphs[1].raw: is empty, and there are no tokens"),
        ({"raw": 7}, "paragraphs[1].raw: is a number, not a text"),
        ({"raw": "Ada", "cats": {"A": 1}}, "paragraphs[1].cats: is an object, not a list"),
        ({"raw": "Ada", "cats": [{"label": "A", "value": "1"}]}, "cats[0].value: is a text, not a number"),
        ({"raw": "Ada", "entities": [[0, 9, "X"]]}, "entities[0].end: 9 is outside the text"),
        ({"raw": "Ada", "entities": [[0, 3]]}, "paragraphs[1].entities[0]: is no [start, end, label]"),
        ({"raw": "Ada", "entities": {"a": 1}}, "paragraphs[1].entities: is an object, not a list"),
    ],
)
def test_what_is_wrong_with_a_paragraph_is_said_and_the_others_come_in(
    tmp_path: Path, paragraph: dict[str, Any], said: str
) -> None:
    path = _written(tmp_path, f"[\n{json.dumps(_documents(PARAGRAPH, paragraph, OTHER)[0])}\n]")
    with pytest.raises(BadInput) as refused:
        list(FORMAT.read(path))
    (problem,) = refused.value.problems
    assert (problem.line, said in str(problem)) == (2, True), str(problem)
    assert [p.article.text for p in FORMAT.read(path, ReadOptions(skip_bad=True))] == [RAW, "Nobody came."]


@pytest.mark.parametrize(
    ("document", "said"),
    [
        ({"id": 1, "paragraphs": []}, "paragraphs: is empty"),
        ({"id": 1}, "paragraphs: missing"),
        ({"id": 1, "paragraphs": ["Ada"]}, "paragraphs[0]: is a text, not an object"),
        ({"id": 1, "paragraphs": "Ada"}, "paragraphs: is a text, not a list"),
    ],
)
def test_a_document_that_is_none_is_said(tmp_path: Path, document: dict[str, Any], said: str) -> None:
    path = _written(tmp_path, [DOCUMENTS[0], document])
    with pytest.raises(BadInput, match=said.replace("[", r"\[")):
        list(FORMAT.read(path))
    assert len(list(FORMAT.read(path, ReadOptions(skip_bad=True)))) == 2


@pytest.mark.parametrize(
    "content",
    [
        '{"data": [{"title": "A", "paragraphs": [{"context": "Ada.", "qas": []}]}]}',
        '[{"title": "A", "paragraphs": [{"context": "Ada."}]}]', "[]", '{"paragraphs": []}', '{"paragraphs": ["Ada"]}',
        '{"paragraphs": {"raw": "Ada"}}', '{"text": "Ada", "sentences": []}',
    ],
)  # fmt: skip
def test_other_json_is_left_to_others(tmp_path: Path, content: str) -> None:
    assert not FORMAT.recognises(_written(tmp_path, content), content.encode())  # type: ignore[misc]


def test_a_document_of_more_than_a_megabyte_is_recognised(tmp_path: Path) -> None:
    """`docs_to_json` makes one document of a whole corpus."""
    many = [{"raw": f"{n} {'word ' * 200}", "sentences": []} for n in range(1500)]
    path = _written(tmp_path, _documents(*many))
    assert (recognised(path).name, len(list(FORMAT.read(path)))) == ("spacy-json", 1500)


@given(st.text(alphabet='[]{},:"entis01aA \n', max_size=60))
def test_any_rest_of_a_file_is_an_error_of_its_own(tmp_path_factory: pytest.TempPathFactory, rest: str) -> None:
    path = _written(tmp_path_factory.mktemp("t"), f"{json.dumps(DOCUMENTS)[:-1]}{rest}")
    with suppress(BadInput):
        list(FORMAT.read(path))

"""What is no record between the records of a JSON file is named and left out alone, in every format of such files."""

import json

import pytest

from dateline.exchange.formats import open_sources, recognised
from dateline.exchange.options import ReadOptions
from dateline.exchange.problems import BadInput
from dateline.exchange.unknown import Unrecognised

TEXT = "Ada met Bo in Oslo on day {}."
SPAN = {"start": 0, "end": 3, "label": "PER"}
TOKENS = TEXT.split()
NO_MENTIONS = {f"{kind}_mentions": [] for kind in ("entity", "event", "relation")}
MAKERS = {
    "bioc": lambda n: {"id": f"{n}", "passages": [{"offset": 0, "text": TEXT.format(n), "annotations": []}]},
    "doccano": lambda n: {"id": n, "text": TEXT.format(n), "label": [[0, 3, "PER"]]},
    "label-studio": lambda n: {"id": n, "data": {"text": TEXT.format(n)}, "annotations": [{"id": n, "result": []}]},
    "oneie": lambda n: {"doc_id": f"d{n}", "sent_id": f"d{n}-0", "tokens": TOKENS, "sentence": TEXT} | NO_MENTIONS,
    "prodigy": lambda n: {"text": TEXT.format(n), "spans": [SPAN], "answer": "accept", "_input_hash": n},
    "pubannotation": lambda n: {"text": TEXT.format(n), "denotations": []},
    "records": lambda n: {"text": TEXT.format(n), "title": "The talks"},
    "spacy-json": lambda n: {
        "id": n,
        "paragraphs": [{"raw": TEXT.format(n), "sentences": [{"tokens": [{"orth": "Ada", "ner": "U-PER"}]}]}],
    },
    "spacy-tuples": lambda n: [TEXT.format(n), {"entities": [[0, 3, "PER"]]}],
    "spans": lambda n: {"text": TEXT.format(n), "spans": [SPAN]},
    "huggingface": lambda n: {"tokens": TOKENS, "ner_tags": ["B-PER"] + ["O"] * (len(TOKENS) - 1), "id": f"{n}"},
}
LISTED = {name: "[%s]" for name in MAKERS if name not in ("spans", "huggingface")}
LISTED |= {"bioc": '{"documents": [%s]}', "spacy-tuples": '{"classes": ["PER"], "annotations": [%s]}'}
FILES = [(name, "%s", "\n", "line 2") for name in MAKERS if name != "bioc"]
FILES += [(name, around, ", ", "line 1, element 2") for name, around in LISTED.items()]
FILES += [("spacy-tuples", "[%s]", ", ", "line 1, element 2"), ("bioc", "[%s]", ", ", "line 1, element 2")]


@pytest.mark.parametrize("odd", ["null", "7", '"x y"', "[1]", "true", "NaN"])
@pytest.mark.parametrize(("name", "around", "between", "where"), FILES)
def test_a_value_that_is_no_record_is_named_and_left_out_alone(tmp_path, name, around, between, where, odd):
    source = tmp_path / ("a.jsonl" if between == "\n" else "a.json")
    source.write_text(around % between.join([json.dumps(MAKERS[name](1)), odd, json.dumps(MAKERS[name](2))]))
    (strict,) = open_sources([source], ReadOptions(), name)
    with strict, pytest.raises(BadInput) as refused:
        list(strict)
    assert strict.rest
    (told,) = refused.value.problems
    assert told.where == f"{source.name}, {where}"
    assert any(words in told.what for words in ("expected an object", "is no list of a text", "JSON has no number"))
    (tolerant,) = open_sources([source], ReadOptions(skip_bad=True), name)
    with tolerant:
        assert len(list(tolerant)) == 2
    assert tolerant.problems == [told]


def test_of_a_wrong_record_in_a_list_its_number_is_said_beside_its_field(tmp_path):
    source = tmp_path / "a.json"
    source.write_text(json.dumps([MAKERS["spacy-tuples"](1), [TEXT, {"entities": [[0, 3]]}]]))
    (reader,) = open_sources([source], ReadOptions())
    with reader, pytest.raises(BadInput, match=r"a\.json, line 1, element 2, entities\[0\]: has 2 parts"):
        list(reader)


@pytest.mark.parametrize("odd", ["null", "7", '"x y"', "[1]", '["x", 2]'])
@pytest.mark.parametrize(
    ("name", "around", "between"),
    [file[:3] for file in FILES if file[0] not in ("bioc", "spacy-tuples")],
)
def test_a_file_is_known_by_its_first_record_behind_many_values_that_are_none(tmp_path, name, around, between, odd):
    source = tmp_path / ("a.jsonl" if between == "\n" else "a.json")
    source.write_text(around % between.join(map(json.dumps, [MAKERS[name](1), MAKERS[name](2)])))
    alone = recognised(source)
    source.write_text(around % between.join([*[odd] * 500, *map(json.dumps, [MAKERS[name](1), MAKERS[name](2)])]))
    assert recognised(source) is alone
    (tolerant,) = open_sources([source], ReadOptions(skip_bad=True))
    with tolerant:
        assert len(list(tolerant)) == 2


@pytest.mark.parametrize("many", [1, 2])
@pytest.mark.parametrize("begin", ["[\n", "\n [\n", "[\n\n"])
@pytest.mark.parametrize("name", ["spans", "huggingface"])
def test_a_list_of_one_record_a_line_is_no_file_of_lines(tmp_path, name, begin, many):
    content = begin + ",\n".join(json.dumps(MAKERS[name](n)) for n in range(many)) + "\n]\n"
    source = tmp_path / "a.json"
    source.write_text(content)
    with pytest.raises(Unrecognised, match="is of no format known here"):
        recognised(source)
    source.rename(tmp_path / "a.txt")
    assert recognised(tmp_path / "a.txt").name == "text"


@pytest.mark.parametrize("begin", ["\n\n", "\ufeff\n", "[1]\n", '["x", 2]\n\n'])
@pytest.mark.parametrize("name", ["spans", "huggingface"])
def test_a_file_of_lines_is_known_behind_a_line_that_is_no_record(tmp_path, name, begin):
    source = tmp_path / "a.jsonl"
    source.write_text(begin + "".join(json.dumps(MAKERS[name](n)) + "\n" for n in (1, 2)), "utf-8")
    assert recognised(source).name == name

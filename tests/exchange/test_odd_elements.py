"""What is no record between the records of a JSON file is named and left out alone, in every format of such files."""

import json

import pytest

from dateline.exchange.formats import open_sources
from dateline.exchange.options import ReadOptions
from dateline.exchange.problems import BadInput

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

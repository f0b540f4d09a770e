"""Records of one text by several people: each field that names the annotator is known, in every such format."""

import json
import zipfile

import pytest

from dateline.exchange.formats import recognised
from tests.exchange.foreign import read_back

TEXT = "Ankara agreed."
SPAN = {"start": 0, "end": 6, "label": "GPE"}
RECORDS = {
    "doccano": {"text": TEXT, "label": [[0, 6, "GPE"]]},
    "spans": {"text": TEXT, "spans": [SPAN]},
    "prodigy": {"text": TEXT, "spans": [SPAN], "answer": "accept", "_input_hash": 1, "_task_hash": 2},
    "huggingface": {"tokens": ["Ankara", "agreed", "."], "ner_tags": ["B-GPE", "O", "O"]},
    "oneie": {
        "doc_id": "a", "sent_id": "a-0", "sentence": TEXT, "tokens": ["Ankara", "agreed", "."],
        "entity_mentions": [], "relation_mentions": [], "event_mentions": [],
    },
}  # fmt: skip
FIELDS = ["annotator", "annotated_by", "annotator_name"]


def written(path, *records):
    path.write_text("".join(json.dumps(r) + "\n" for r in records), "utf-8")
    return path


@pytest.mark.parametrize("field", FIELDS)
@pytest.mark.parametrize(
    ("form", "inside"),
    [(form, False) for form in RECORDS] + [(form, True) for form in ("doccano", "spans", "prodigy")],
)
def test_two_people_s_records_of_one_text_are_one_article_of_two_annotators(tmp_path, form, inside, field):
    said = [{field: name} for name in ("merve", "jon")]
    records = [RECORDS[form] | ({"meta": one} if inside else one) for one in said]
    path = written(tmp_path / "x.jsonl", *records)
    assert recognised(path).name == form
    reader, got = read_back(form, path)
    assert [b.annotator.name for b in got] == ["merve", "jon"]
    assert len({b.article.id for b in got}) == 1
    assert all(field not in b.article.meta for b in got)
    told = [n for n in reader.notices if field in str(n)]
    what = f"the field {field} is taken for whose the annotations are"
    assert [(n.line, n.what) for n in told] == ([(1, what)] if field != "annotator" else [])
    assert all(n.what_to_do for n in told)


@pytest.mark.parametrize(
    ("form", "beside", "who", "columns"),
    [
        ("spans", {"user": "poster"}, "x", {"user": "poster"}),  # who wrote a post
        ("spans", {"annotator": "ada", "username": "poster"}, "ada", {"username": "poster"}),
        ("spans", {"annotator": "", "annotated_by": "ada"}, "ada", {}),
        ("spans", {"username": "poster"}, "x", {"username": "poster"}),  # as in files of tweets
        ("doccano", {"username": "poster"}, "x", {"username": "poster"}),
        ("prodigy", {"_annotator_id": "ada", "username": "poster"}, "ada", {"username": "poster"}),
        *((form, {"annotated_by": " "}, "x", {}) for form in RECORDS),  # a blank is no name
        *((form, {"annotator": "\t", "annotated_by": " ", "annotator_name": "bo"}, "bo", {}) for form in RECORDS),
        ("prodigy", {"_annotator_id": " "}, "x", {}),
    ],
)
def test_a_field_that_says_it_more_surely_goes_first(tmp_path, form, beside, who, columns):
    _, (got,) = read_back(form, written(tmp_path / "x.jsonl", RECORDS[form] | beside))
    assert got.annotator.name == who
    about = ("user", "username", *FIELDS)
    assert {k: v for k, v in got.article.meta.items() if k in about} == columns


def test_a_file_of_an_archive_that_is_called_after_its_user_is_theirs(tmp_path):
    with zipfile.ZipFile(tmp_path / "x.zip", "w") as archive:
        archive.writestr("ada.jsonl", json.dumps(RECORDS["doccano"] | {"annotated_by": "other"}))
        archive.writestr("all.jsonl", json.dumps(RECORDS["doccano"] | {"annotated_by": "bo"}))
    _, got = read_back("doccano", tmp_path / "x.zip")
    assert [b.annotator.name for b in got] == ["ada", "bo"]

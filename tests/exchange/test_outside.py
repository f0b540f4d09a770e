"""Texts whose every token is tagged as outside, in files that tag every token: read, where others are tagged."""

import json
from pathlib import Path

import pytest

from dateline.editing.importing import import_sources
from dateline.exchange.formats import format_named, open_sources
from dateline.exchange.options import ReadOptions
from dateline.model.annotation import Layer
from dateline.model.article import State
from dateline.model.schema import Schema
from dateline.store.project import Project

Sentences = list[list[tuple[str, str]]]
RAIN, SNOW = [("Rain", "O"), ("falls", "O")], [("Snow", "O"), ("fell", "O")]
EU = [("EU", "B-ORG"), ("votes", "O")]
MOVED = [("Bo", "O"), ("left", "O"), ("Riga", "B-GPE")]
NAMES = ["O", "B-ORG", "B-GPE"]


def _conll(folder: Path, texts: Sentences) -> Path:
    pages = ["-DOCSTART- -X- O\n\n" + "".join(f"{word} NN {tag}\n" for word, tag in text) for text in texts]
    (folder / "x.conll").write_text("\n".join(pages), encoding="utf-8")
    return folder / "x.conll"


def _jsonl(folder: Path, texts: Sentences) -> Path:
    made = [{"tokens": [w for w, _ in text], "ner_tags": [tag for _, tag in text]} for text in texts]
    (folder / "x.jsonl").write_text("\n".join(map(json.dumps, made)), encoding="utf-8")
    return folder / "x.jsonl"


def _parquet(folder: Path, texts: Sentences) -> Path:
    pyarrow, parquet = pytest.importorskip("pyarrow"), pytest.importorskip("pyarrow.parquet")
    feature = {"feature": {"names": NAMES, "_type": "ClassLabel"}, "_type": "Sequence"}
    table = pyarrow.table(
        {
            "tokens": [[w for w, _ in text] for text in texts],
            "ner_tags": [[NAMES.index(tag) for _, tag in text] for text in texts],
        }
    ).replace_schema_metadata({"huggingface": json.dumps({"info": {"features": {"ner_tags": feature}}})})
    parquet.write_table(table, folder / "x.parquet")
    return folder / "x.parquet"


def _paragraphs(folder: Path, texts: Sentences) -> Path:
    made = [{"sentences": [{"tokens": [{"orth": w, "ner": tag} for w, tag in text]}]} for text in texts]
    (folder / "x.json").write_text(json.dumps([{"id": 0, "paragraphs": made}]), encoding="utf-8")
    return folder / "x.json"


FORMATS = {"conll": _conll, "huggingface": _jsonl, "parquet": _parquet, "spacy-json": _paragraphs}
TOLD = "in which every token is outside"


@pytest.mark.parametrize("name", FORMATS)
@pytest.mark.parametrize(
    ("texts", "new", "said"),
    [
        ([EU, RAIN], 0, "1 text in which every token is outside comes in as started"),
        ([RAIN, EU], 0, "1 text in which every token is outside comes in as started"),
        ([RAIN, SNOW, MOVED, EU], 0, "2 texts in which every token is outside come in as started"),
        ([EU, MOVED], 0, ""),
        ([RAIN, SNOW], 2, ""),  # nobody has tagged them yet
    ],
)
def test_a_text_without_a_span_is_read_where_others_are_tagged(
    tmp_path: Path, name: str, texts: Sentences, new: int, said: str
) -> None:
    with Project.create(tmp_path / "p.dateline", Schema()) as project:
        path = FORMATS[name](tmp_path, texts)
        report = import_sources(project, [path], ReadOptions(), name, add_labels=True)
        states = [bundle.state for bundle in project.annotations.bundles()]
    assert [state for state in states if state is not State.NEW] == [State.STARTED] * (len(texts) - new)
    told = [str(problem) for problem in report.notices if TOLD in str(problem)]
    assert len(told) == bool(said)
    assert all(said in text for text in told)


@pytest.mark.parametrize(
    ("said", "state"), [({"state": "new"}, State.NEW), ({"state": "done"}, State.DONE), ({}, State.STARTED)]
)
def test_a_state_that_is_said_is_the_state(tmp_path: Path, said: dict[str, str], state: State) -> None:
    records = [{"tokens": ["EU"], "ner_tags": ["B-ORG"]}, {"tokens": ["Rain"], "ner_tags": ["O"]} | said]
    (tmp_path / "x.jsonl").write_text("\n".join(map(json.dumps, records)), encoding="utf-8")
    assert [b.state for b in format_named("huggingface").read(tmp_path / "x.jsonl")] == [State.STARTED, state]


def test_records_of_spans_alone_say_nothing_of_the_rest(tmp_path: Path) -> None:
    records = [
        {"text": "EU votes", "spans": [{"start": 0, "end": 2, "label": "ORG"}]},
        {"text": "Rain falls", "spans": []},
    ]
    (tmp_path / "x.jsonl").write_text("\n".join(map(json.dumps, records)), encoding="utf-8")
    assert [b.state for b in format_named("huggingface").read(tmp_path / "x.jsonl")] == [State.STARTED, State.NEW]


UNKNOWN, PARTLY = [("Who", "-"), ("knows", "-")], [("Bo", "-"), ("left", "O")]


@pytest.mark.parametrize(
    ("texts", "states"),
    [
        ([EU, RAIN, UNKNOWN], [State.STARTED, State.STARTED, State.NEW]),
        ([UNKNOWN, EU], [State.NEW, State.STARTED]),
        ([RAIN, UNKNOWN], [State.STARTED, State.NEW]),  # the file tells one from the other
        ([EU, PARTLY], [State.STARTED, State.NEW]),
        ([UNKNOWN], [State.NEW]),
    ],
)
def test_what_spacy_marks_as_missing_nobody_has_read(tmp_path: Path, texts: Sentences, states: list[State]) -> None:
    assert [b.state for b in format_named("spacy-json").read(_paragraphs(tmp_path, texts))] == states


BROKEN = {
    "conll": [("EU", "B-ORG"), ("votes", "B-")],
    "huggingface": [("EU", "B-ORG"), ("votes", "B-")],
    "spacy-json": [("EU", "B-ORG"), ("votes", "X-")],
}  # with a tag that is none


@pytest.mark.parametrize("name", BROKEN)
@pytest.mark.parametrize(
    ("texts", "state"), [([RAIN, None], State.NEW), ([None, RAIN], State.NEW), ([None, RAIN, EU], State.STARTED)]
)
def test_a_record_that_is_left_out_makes_no_other_read(
    tmp_path: Path, name: str, texts: list[list[tuple[str, str]] | None], state: State
) -> None:
    path = FORMATS[name](tmp_path, [text or BROKEN[name] for text in texts])
    (reader,) = open_sources([path], ReadOptions(skip_bad=True), name)
    assert {b.article.text: b.state for b in reader}["Rain falls"] is state
    assert len(reader.problems) == 1


EMOJI = {"text": "\U0001f600 Rain", "tokens": ["\U0001f600", "Rain"], "ner_tags": ["O", "B-ORG"]}
DRY = {"text": "Sun shines", "tokens": ["Sun", "shines"], "ner_tags": ["O", "O"]}


@pytest.mark.parametrize(
    ("offsets", "start", "states"),
    [
        ("utf16", 3, [State.STARTED] * 2),  # the span ends behind the text if its offsets are taken as they are
        ("codepoints", 2, [State.STARTED] * 2),
        ("ask", 2, [State.STARTED] * 2),
        ("utf16", 2, [State.NEW]),  # contradicts its tokens, and is left out
    ],
)
def test_offsets_count_the_same_when_the_file_is_read_again(
    tmp_path: Path, offsets: str, start: int, states: list[State]
) -> None:
    spans = {"spans": [{"start": start, "end": start + 4, "label": "ORG"}]}
    (tmp_path / "x.jsonl").write_text("\n".join(map(json.dumps, [DRY, EMOJI | spans])), encoding="utf-8")
    options = ReadOptions(skip_bad=True, extra={"offsets": offsets})
    (reader,) = open_sources([tmp_path / "x.jsonl"], options, "huggingface")
    assert [b.state for b in reader] == states


def test_labels_that_clash_are_counted_once_though_the_file_is_read_again(tmp_path: Path) -> None:
    path = _jsonl(tmp_path, [RAIN, EU])
    options = ReadOptions(skip_bad=True, labels={"ORG": Layer.RELATION})
    (reader,) = open_sources([path], options, "huggingface")
    assert [b.state for b in reader] == [State.NEW]
    assert options.clashing == {("ORG", Layer.ENTITY): 1}

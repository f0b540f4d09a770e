"""Hugging Face: `datasets` reads parquet and JSONL, ClassLabel names included; our own export comes back."""

import tracemalloc

import orjson
import pytest
from hypothesis import HealthCheck, example, given, settings

from dateline.exchange import extras
from dateline.exchange.formats import format_named, recognised
from dateline.exchange.formats.huggingface import footer, rows, writer
from dateline.exchange.left_out import Holds
from dateline.exchange.options import ReadOptions, Unit, WriteOptions
from dateline.exchange.problems import BadInput, CannotWrite
from dateline.model.annotation import Annotations, Annotator, Layer, Mention
from dateline.model.article import Article, State
from dateline.model.bundle import Bundle, Frame
from dateline.model.ids import new_id
from dateline.model.progress import Cancelled
from dateline.model.schema import LabelType, Schema
from dateline.model.text import Span
from tests.exchange.bundles import projects
from tests.exchange.fuzzing import read_or_refuse
from tests.exchange.rich import RICH
from tests.exchange.shapes import everything, lost, shape

arrow = pytest.importorskip("pyarrow")
parquet = pytest.importorskip("pyarrow.parquet")
HOLDS = frozenset({Holds.FIELDS, Holds.ANNOTATORS, Holds.STATES, Holds.NEGATIVES})
UNHURRIED = settings(
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow], deadline=None, max_examples=60
)
BOTH = pytest.mark.parametrize(("name", "file"), [("huggingface", "x.jsonl"), ("parquet", "x.parquet")])
TEXT = "😀 Ann met Bob Ray.\r\nThey left."
WHO = Annotator("w", "Ada")
TYPES = (LabelType("1", Layer.ENTITY, "PER"), LabelType("2", Layer.EVENT, "MEET"), LabelType("3", Layer.RELATION, "OF"))
FRAME = Frame(schema=Schema(types=TYPES))


def at(words):
    return Span(TEXT.index(words), TEXT.index(words) + len(words))


def sample():
    mentions = (
        Mention("m1", "a", "w", Layer.ENTITY, "PER", (at("Ann"),)),
        Mention("m2", "a", "w", Layer.EVENT, "MEET", (at("met"), at("Ray"))),
        Mention("m3", "a", "w", Layer.ENTITY, "PER", (at("Bob Ray"),)),
        Mention("m4", "a", "w", Layer.ENTITY, "PER", (at("Bo"),)),
    )
    return Bundle(Article("a", TEXT, title="T"), WHO, State.DONE, Annotations(mentions))


@BOTH
def test_tokens_tags_and_spans(tmp_path, name, file):
    report = format_named(name).write(tmp_path / file, FRAME, [sample()])
    rows = (
        parquet.read_table(tmp_path / file).to_pylist()
        if name == "parquet"
        else [orjson.loads(line) for line in (tmp_path / file).read_bytes().splitlines()]
    )
    (row,) = rows
    assert row["tokens"] == ["😀", "Ann", "met", "Bob", "Ray", ".", "They", "left", "."]
    tags = ["O", "B-PER", "B-MEET", "I-MEET", "I-MEET", "O", "O", "O", "O"]
    assert row["ner_tags"] == (
        [["O", "B-PER", "I-PER", "B-MEET", "I-MEET"].index(t) for t in tags] if name == "parquet" else tags
    )
    assert [(row["text"][s["start"] : s["end"]], s["label"]) for s in row["spans"]] == [
        ("Ann", "PER"), ("met Bob Ray", "MEET"), ("Bob Ray", "PER"), ("Bo", "PER")
    ]  # fmt: skip
    assert {str(x.kind): x.count for x in report.losses} == {
        "spans that tokens do not begin and end with (in spans, not in ner_tags)": 1,
        "spans that overlap others (in spans, not in ner_tags)": 1,
    }


@pytest.mark.filterwarnings("ignore")
def test_datasets_reads_the_parquet_with_the_names_of_its_tags(tmp_path, monkeypatch):
    monkeypatch.setenv("HF_HUB_OFFLINE", "1")
    datasets = pytest.importorskip("datasets")
    format_named("parquet").write(tmp_path / "x.parquet", FRAME, [sample()], WriteOptions(unit=Unit.SENTENCE))
    loaded = datasets.load_dataset(
        "parquet", data_files=str(tmp_path / "x.parquet"), split="train", cache_dir=str(tmp_path / "cache")
    )
    names = loaded.features["ner_tags"].feature
    assert names.names == ["O", "B-PER", "I-PER", "B-MEET", "I-MEET"]
    assert [names.int2str(tag) for tag in loaded[0]["ner_tags"]][:2] == ["O", "B-PER"]
    assert loaded[0]["spans"][0]["label"] == "PER"
    assert loaded.num_rows == 2


@pytest.mark.filterwarnings("ignore")
def test_datasets_reads_the_json_lines(tmp_path, monkeypatch):
    monkeypatch.setenv("HF_HUB_OFFLINE", "1")
    datasets = pytest.importorskip("datasets")
    format_named("huggingface").write(tmp_path / "x.jsonl", FRAME, [sample()])
    loaded = datasets.load_dataset(
        "json", data_files=str(tmp_path / "x.jsonl"), split="train", cache_dir=str(tmp_path / "cache")
    )
    assert loaded[0]["ner_tags"][1:3] == ["B-PER", "B-MEET"]
    assert loaded[0]["text"] == TEXT


@BOTH
@given(project=projects())
@example(project=RICH)
@UNHURRIED
def test_what_it_holds_comes_back_and_the_rest_is_reported(tmp_path, name, file, project):
    frame, bundles = project
    path = tmp_path / file
    report = format_named(name).write(path, frame, bundles, WriteOptions(boilerplate=True))
    assert lost(bundles, HOLDS) <= {str(x.kind) for x in report.losses}
    if not bundles:
        return
    assert recognised(path).name == name
    _, got = everything(format_named(name).read(path))
    for before, after in zip(bundles, got, strict=True):
        wanted, back = shape(before, frame, HOLDS), shape(after, frame, HOLDS)
        if before.annotator is None:
            wanted.pop("who"), back.pop("who")
        assert back == wanted


def test_other_peoples_tokens_and_tags_are_read(tmp_path):
    path = tmp_path / "x.jsonl"
    path.write_text('{"tokens":["Ann","met","Bob"],"ner_tags":["B-PER","O","B-PER"]}\n')
    assert recognised(path).name == "huggingface"
    (got,) = format_named("huggingface").read(path)
    assert [(m.text_of("Ann met Bob"), m.label) for m in got.annotations.mentions] == [("Ann", "PER"), ("Bob", "PER")]
    metadata = {"huggingface": b'{"info":{"features":{"ner_tags":{"feature":{"names":["O","B-X"]}}}}}'}
    table = arrow.table({"tokens": [["a", "b"]], "ner_tags": [[1, 0]]}).replace_schema_metadata(metadata)
    parquet.write_table(table, tmp_path / "x.parquet")
    (got,) = format_named("parquet").read(tmp_path / "x.parquet")
    assert [(m.span, m.label) for m in got.annotations.mentions] == [(Span(0, 1), "X")]


def test_spans_that_are_words_and_further_columns_are_left_out_and_named(tmp_path):
    path = tmp_path / "x.jsonl"
    row = {"tokens": ["Ann", "met", "Bob"], "ner_tags": ["B-PER", "O", "B-PER"], "fine_ner_tags": [1, 0, 1]}
    path.write_bytes(orjson.dumps(row | {"spans": ["PER: Ann", "PER: Bob"], "langs": []}))
    reader = format_named("huggingface").read(path)
    (got,) = reader
    assert [m.text_of("Ann met Bob") for m in got.annotations.mentions] == ["Ann", "Bob"]
    assert [n.what for n in reader.notices if n.kind.value == "field"] == [
        "the field fine_ner_tags is left out",
        "the field spans holds words and no places: the tags of the tokens count",
    ]
    path.write_bytes(orjson.dumps({"text": "Ann", "spans": ["PER: Ann"]}))
    with pytest.raises(BadInput, match="is a text, not an object"):
        list(format_named("huggingface").read(path, ReadOptions()))


def test_tags_count_where_a_text_stands_beside_tokens_and_no_spans(tmp_path):
    path = tmp_path / "x.jsonl"
    row = {"text": "Ann  met\nBob Ray.", "tokens": ["Ann", "met", "Bob", "Ray", "."]}
    row |= {"ner_tags": ["B-PER", "O", "B-PER", "I-PER", "O"]}
    path.write_bytes(orjson.dumps(row))
    (got,) = format_named("huggingface").read(path, ReadOptions(labels={}))
    assert got.article.text == row["text"]
    assert [m.text_of(row["text"]) for m in got.annotations.mentions] == ["Ann", "Bob Ray"]
    path.write_bytes(orjson.dumps(row | {"tokens": ["Ann", "met", "Bo", "Ray", "."]}))
    with pytest.raises(BadInput, match=r"x\.jsonl, line 1, tokens: do not stand in the text"):
        list(format_named("huggingface").read(path, ReadOptions(labels={})))


@pytest.mark.parametrize(
    ("line", "field", "what"),
    [
        ("{", "", "ends in the middle of a record"),
        ("{]", "", "not valid JSON"),
        ('{"tokens":[1]}', "tokens[0]", "is a number, not a text"),
        ('{"tokens":[]}', "text", "missing"),
        ('{"tokens":["a"],"ner_tags":[1]}', "ner_tags[0]", "the number 1 has no name"),
        ('{"tokens":["a","","b"],"ner_tags":["B-X","O","O"],"text":"a b"}', "tokens", "do not stand in the text"),
        ('{"tokens":["a"],"ner_tags":[]}', "ner_tags", "there are 0 tags for 1 tokens"),
        ('{"text":"a","spans":[{"start":0,"end":2,"label":"X"}]}', "spans[0].end", "is outside the text"),
    ],
)
def test_bad_lines_are_named(tmp_path, line, field, what):
    path = tmp_path / "x.jsonl"
    path.write_text(f'{{"tokens":["a"],"ner_tags":["O"]}}\n{line}\n')
    with pytest.raises(BadInput, match=what) as caught:
        list(format_named("huggingface").read(path))
    problem = caught.value.problems[0]
    assert (problem.file, problem.line, problem.field) == ("x.jsonl", 2, field)


def test_bad_parquet_is_named(tmp_path):
    path = tmp_path / "x.parquet"
    path.write_bytes(b"PAR1hello")
    with pytest.raises(BadInput, match="is no parquet file that can be read"):
        list(format_named("parquet").read(path))
    parquet.write_table(arrow.table({"a": [1]}), path)
    with pytest.raises(BadInput, match=r"neither a column text nor a column tokens \(its columns: a\)"):
        list(format_named("parquet").read(path))
    parquet.write_table(arrow.table({"text": ["a", None]}), path)
    with pytest.raises(BadInput, match="row 2, text: missing"):
        list(format_named("parquet").read(path))


def test_a_text_that_a_file_says_over_and_over_is_not_held_as_often(tmp_path, monkeypatch):
    path = tmp_path / "x.parquet"
    once = arrow.array(["word " * 100_000])
    indices = arrow.array([0] * 400, arrow.int32())
    parquet.write_table(
        arrow.table({"text": arrow.DictionaryArray.from_arrays(indices, once)}), path, compression="zstd"
    )
    assert path.stat().st_size < 10_000
    monkeypatch.setattr(rows, "LONGEST_LINE", 1_000_000)
    monkeypatch.setattr(rows, "_ALLOWED_ANYWAY", 50_000_000)
    reader = format_named("parquet").read(path, ReadOptions(skip_bad=True))
    tracemalloc.start()
    assert sum(1 for _ in reader) == 100
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert peak < 10_000_000
    assert [p.what for p in reader.problems] == ["unpacks to far more than a file of its size can hold"]


def test_a_row_of_one_long_token_over_and_over_is_left_out(tmp_path, monkeypatch):
    path = tmp_path / "x.parquet"
    tokens = [["word " * 1000] * 500, ["a", "b"]]
    parquet.write_table(arrow.table({"tokens": tokens, "ner_tags": [["O"] * 500, ["B-X", "O"]]}), path)
    monkeypatch.setattr(rows, "LONGEST_LINE", 1_000_000)
    reader = format_named("parquet").read(path, ReadOptions(skip_bad=True))
    (got,) = reader
    assert got.article.text == "a b"
    assert [(p.what, p.field) for p in reader.problems] == [("holds more than 0 MB", "row 1")]


def test_numbers_that_a_file_says_over_and_over_are_refused_unread(tmp_path, monkeypatch):
    path = tmp_path / "x.parquet"
    parquet.write_table(arrow.table({"tokens": [["a"]], "ner_tags": [[0] * 1_000_000]}), path)
    monkeypatch.setattr(rows, "_ALLOWED_ANYWAY", 1_000_000)
    with pytest.raises(BadInput, match="unpacks to far more"):
        list(format_named("parquet").read(path))


@BOTH
def test_a_cancelled_export_leaves_nothing(tmp_path, name, file):
    class Stops:
        def step(self, done, total, what):
            if done:
                raise Cancelled

    many = (sample() for _ in range(60))
    with pytest.raises(Cancelled):
        format_named(name).write(tmp_path / file, FRAME, many, WriteOptions(progress=Stops()))
    assert list(tmp_path.iterdir()) == []


def test_without_pyarrow_it_says_what_to_install(tmp_path, monkeypatch):
    def import_nothing(module):
        raise ImportError(module)

    monkeypatch.setattr(extras, "import_module", import_nothing)
    line = r"pyarrow is not installed.*bootstrap\.py formats.*dateline\[parquet\]"
    with pytest.raises(BadInput, match=line):
        list(format_named("parquet").read(tmp_path / "x.parquet", ReadOptions()))
    with pytest.raises(CannotWrite, match=line):
        format_named("parquet").write(tmp_path / "x.parquet", Frame(), [])
    assert list(tmp_path.iterdir()) == []


def test_rows_are_not_held_as_pythons_objects_until_a_row_group_is_full(tmp_path, monkeypatch):
    """Tokens take ten times the room of the text as Python has them; Arrow takes that of the text."""
    monkeypatch.setattr(writer, "_BATCH_TEXT", 1 << 16)

    def written(count):
        made = (Bundle(Article(f"{n:036}", f"{n} " + "word " * 1000)) for n in range(count))
        tracemalloc.start()
        try:
            format_named("parquet").write(tmp_path / f"{count}.parquet", Frame(), made)
            return tracemalloc.get_traced_memory()[1]
        finally:
            tracemalloc.stop()

    written(1)  # what is imported or compiled for the first row stays
    assert written(150) < written(50) + 500_000
    metadata = parquet.ParquetFile(tmp_path / "150.parquet").metadata
    assert (metadata.num_rows, metadata.num_row_groups) == (150, 1), "many small groups would be slow to read"


def test_another_programs_numbers_part_no_copies_of_a_text(tmp_path):
    tokens = ["Ada", "met", "Bo", "."]
    records = [
        {"id": f"{n}", "text": "Ada met Bo.", "tokens": tokens, "ner_tags": ["B-PER", "O", "O", "O"], "annotator": who}
        for n, who in enumerate("ab")
    ]
    path = tmp_path / "rows.jsonl"
    path.write_bytes(b"\n".join(map(orjson.dumps, records)))
    assert len({b.article.id for b in format_named("huggingface").read(path)}) == 1
    for row, own in zip(records, (new_id(), new_id()), strict=True):
        row["id"] = own
    path.write_bytes(b"\n".join(map(orjson.dumps, records)))
    assert len({b.article.id for b in format_named("huggingface").read(path)}) == 2


@pytest.mark.parametrize("change", [1, 16])
def test_no_byte_of_its_footer_ends_the_program(tmp_path, change):
    """In pyarrow 26 a look at a damaged column's size statistics does."""
    file = tmp_path / "x.parquet"
    parquet.write_table(arrow.table({"id": [1], "text": ["Ann met Bob."], "tokens": [["Ann"]]}), file)
    whole = file.read_bytes()
    footer = int.from_bytes(whole[-8:-4], "little")
    for at in range(len(whole) - 8 - footer, len(whole)):
        file.write_bytes(whole[:at] + bytes([whole[at] ^ change]) + whole[at + 1 :])
        read_or_refuse("parquet", file, skip_bad=True)


def test_what_a_footer_says_is_what_pyarrow_reads(tmp_path):
    table = arrow.table({"n": [*range(90)], "s": ["x"] * 90, "l": [[{"k": [1.5, 2]}]] * 90, "b": [True] * 90})
    for i, how in enumerate([{}, {"row_group_size": 4}, {"write_page_index": True}, {"compression": "zstd"}]):
        parquet.write_table(table, tmp_path / f"{i}.parquet", **how)
        about = parquet.ParquetFile(tmp_path / f"{i}.parquet").metadata
        groups = [about.row_group(g) for g in range(about.num_row_groups)]
        values = [max(g.column(c).num_values for c in range(g.num_columns)) for g in groups]
        with (tmp_path / f"{i}.parquet").open("rb") as opened:
            assert [*footer.row_groups(opened)] == list(zip([g.total_byte_size for g in groups], values, strict=True))


NO_FOOTERS = [
    *(b"", b"\x00", b"\x49\xfc\xff\xff\xff\xff\x0f", b"\x4c" * 90, b"\x46\x02\x00", b"\x48\xff\xff\x03", b"\x4d"),
    b"\x46" + b"\xff" * 12,
]


@pytest.mark.parametrize("damage", NO_FOOTERS)
def test_a_footer_that_is_none(tmp_path, damage):
    file = tmp_path / "x.parquet"
    file.write_bytes(b"PAR1" + damage + len(damage).to_bytes(4, "little") + b"PAR1")
    reader = format_named("parquet").read(file)
    with pytest.raises(BadInput):
        list(reader)

"""Dateline JSONL loses nothing, and what it writes fits its JSON Schema."""

import json
import re
import tracemalloc
from pathlib import Path

import jsonschema
import pytest
from hypothesis import HealthCheck, example, given, settings

from dateline import assets
from dateline.exchange.formats import format_named, recognised
from dateline.exchange.options import ReadOptions
from dateline.model.annotation import Annotator, Layer, Mention
from dateline.model.article import Article
from dateline.model.bundle import Annotations, Bundle, Frame
from dateline.model.text import Span
from tests.exchange.bundles import projects
from tests.exchange.rich import RICH

NATIVE = format_named("dateline")
SCHEMA = json.loads(assets.resources("jsonschema", "dateline.schema.json").read_text("utf-8"))
SHARED_FOLDER = settings(
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow], deadline=None
)


def read_back(path: Path, **options):
    reader = NATIVE.read(path, ReadOptions(**options))
    return reader.frame, list(reader), reader


@given(projects())
@example(RICH)
@settings(SHARED_FOLDER, max_examples=120)
def test_what_is_read_back_is_what_was_written(tmp_path, project):
    frame, bundles = project
    path = tmp_path / "x.jsonl"
    report = NATIVE.write(path, frame, bundles)
    assert report.losses == ()
    assert read_back(path)[:2] == (frame, bundles)


@given(projects())
@example(RICH)
@settings(SHARED_FOLDER, max_examples=40)
def test_every_line_fits_the_json_schema(tmp_path, project):
    path = tmp_path / "x.jsonl"
    NATIVE.write(path, *project)
    validator = jsonschema.Draft202012Validator(SCHEMA)
    for line in path.read_bytes().splitlines():
        validator.validate(json.loads(line))


def test_the_json_schema_is_one():
    jsonschema.Draft202012Validator.check_schema(SCHEMA)


@pytest.mark.parametrize("wrong", [{"start": -1}, {"label": ""}, {"start": "0"}, {"id": 7}])
def test_the_json_schema_refuses_what_the_reader_does(wrong):
    mention = {"id": "m", "label": "GPE", "start": 0, "end": 1, "text": "x"} | wrong
    line = {"record": "article", "id": "a", "text": "x", "entities": [mention]}
    assert not jsonschema.Draft202012Validator(SCHEMA).is_valid(line)


def test_the_sample_reads_and_writes_back():
    gold = assets.seeds("gold.jsonl")
    if not gold.exists():
        pytest.skip("no sample")
    _, bundles, reader = read_back(gold, labels={})
    assert bundles
    assert reader.problems == reader.notices == []


def test_text_is_kept_to_the_last_character(tmp_path):
    text = "\ufeffA\r\nb\u00a0c\rd\u2028😀 محادثات\n\n "
    path = tmp_path / "x.jsonl"
    NATIVE.write(path, Frame(), [Bundle(Article("a", text))])
    assert read_back(path)[1][0].article.text == text


def test_annotators_of_one_article_share_the_article(tmp_path):
    article, who = Article("a", "one two"), [Annotator("w1", "Ada"), Annotator("w2", "Bo")]
    bundles = [
        Bundle(article, w, annotations=Annotations((Mention(f"m{w.id}", "a", w.id, Layer.ENTITY, "X", (Span(0, 3),)),)))
        for w in who
    ]
    NATIVE.write(tmp_path / "x.jsonl", Frame(annotators=tuple(who)), bundles)
    got = read_back(tmp_path / "x.jsonl")[1]
    assert got == bundles
    assert got[0].article is got[1].article


def test_a_file_without_a_first_record_is_read(tmp_path):
    path = tmp_path / "x.jsonl"
    path.write_text('{"record":"article","id":"a","text":"hello"}\n', "utf-8")
    frame, bundles, _ = read_back(path)
    assert (frame, bundles) == (Frame(), [Bundle(Article("a", "hello"))])


def test_memory_does_not_grow_with_the_corpus(tmp_path):
    """Reading and writing hold one article at a time: ten times the articles take no more."""
    path = tmp_path / "x.jsonl"

    def articles(count):
        return (Bundle(Article(f"{n:036}", f"{n} " + "word " * 4000)) for n in range(count))

    def peak(work, *args):
        tracemalloc.start()
        try:
            work(*args)
            return tracemalloc.get_traced_memory()[1]
        finally:
            tracemalloc.stop()

    for count in (20, 200):
        assert peak(NATIVE.write, path, Frame(), articles(count)) < 2_000_000
        assert peak(lambda: sum(1 for _ in NATIVE.read(path))) < 2_000_000
    assert path.stat().st_size > 4_000_000


def test_the_examples_of_the_guide_are_right(tmp_path):
    guide = assets.resources("jsonschema", "README.md").read_text("utf-8")
    examples = re.findall(r"```json\n(.*?)\n```", guide)
    for name, shown in zip(("dateline", "spans"), examples, strict=True):
        schema = json.loads(assets.resources("jsonschema", f"{name}.schema.json").read_text("utf-8"))
        jsonschema.Draft202012Validator(schema).validate(json.loads(shown))
        (tmp_path / "x.jsonl").write_text(shown, "utf-8")
        reader = recognised(tmp_path / "x.jsonl").read(tmp_path / "x.jsonl")
        (bundle,) = reader
        assert len(bundle.annotations.mentions) >= 2
        assert reader.problems == []

"""Other tools' formats from the command line: their options, and a refusal that changes nothing."""

import json

import pytest
from click.testing import CliRunner

from dateline.cli import dateline


@pytest.fixture
def run(tmp_path):
    def call(*words, code=0):
        got = CliRunner().invoke(dateline, [str(w) for w in words])
        assert got.exit_code == code, got.output
        return got.output

    call("new", tmp_path / "p.dateline", "--schema", "conll2003")
    return call


def test_doccano_comes_in_and_goes_out(run, tmp_path):
    record = {"text": "😀 x Ankara", "label": [[5, 11, "LOC"]], "title": "T"}
    (tmp_path / "in.jsonl").write_text(json.dumps(record), "utf-8")
    project = tmp_path / "p.dateline"
    run("import", project, tmp_path / "in.jsonl", "--annotator", "Ada", "--offsets", "utf16")
    run("export", project, "-o", tmp_path / "out.jsonl", "--format", "doccano", "--option", "style=triples",
        "--option", "offsets=codepoints")  # fmt: skip
    out = json.loads((tmp_path / "out.jsonl").read_text("utf-8"))
    assert (out["label"], out["title"], out["annotator"]) == ([[4, 10, "LOC"]], "T", "Ada")


def test_options_a_format_does_not_have_are_refused(run, tmp_path):
    (tmp_path / "in.jsonl").write_text('{"text": "Ankara", "label": [[0, 6, "LOC"]]}', "utf-8")
    project = tmp_path / "p.dateline"
    said = run("import", project, tmp_path / "in.jsonl", "--option", "ofsets=utf16", code=2)
    assert "the format doccano has no option ofsets; it has offsets" in said
    said = run("export", project, "-o", tmp_path / "o", "--format", "doccano", "--option", "style=x", code=2)
    assert "the option style of doccano is one of entities, triples, not 'x'" in said
    assert "expected KEY=VALUE" in run("export", project, "-o", tmp_path / "o", "--option", "style", code=2)
    assert "0 articles" in run("stats", project)

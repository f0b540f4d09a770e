"""Other tools' formats from the command line: their options, and a refusal that changes nothing."""

import json
from datetime import date

import openpyxl
import pytest
from click.testing import CliRunner

from dateline import assets
from dateline.cli import dateline
from dateline.model.annotation import Annotator, AnnotatorKind
from dateline.model.ids import new_id
from dateline.store.project import Project


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


def test_what_doccano_counts_has_to_be_said_where_readings_differ(run, tmp_path):
    record = {"text": "😀 x Ankara", "label": [[5, 11, "LOC"]]}
    (tmp_path / "in.jsonl").write_text(json.dumps(record), "utf-8")
    project = tmp_path / "p.dateline"
    for more in ([], ["--skip-bad"], ["--dry-run"]):
        said = run("import", project, tmp_path / "in.jsonl", *more, code=1)
        assert "in.jsonl, line 1, offsets: offsets behind characters such as '😀' can be read in two ways" in said
        assert "with --offsets utf16 " in said
        assert "the edges of words suggest utf16" in said
        assert "skip-bad" not in said
        assert "0 articles" in run("stats", project)
    (tmp_path / "in.jsonl").write_text(json.dumps({"text": "x 😀 Ankara", "label": [[0, 1, "LOC"]]}), "utf-8")
    assert "1 article" in run("import", project, tmp_path / "in.jsonl")


def test_a_dry_run_ends_as_the_import_would(run, tmp_path):
    (tmp_path / "in.jsonl").write_text(json.dumps({"text": "x Ada", "label": [[2, 5, "WHO"]]}), "utf-8")
    project = tmp_path / "p.dateline"
    for more in (["--dry-run"], []):
        said = run("import", project, tmp_path / "in.jsonl", *more, code=1)
        assert "not in the schema: WHO; --add-labels adds them" in said
    assert "would import 1 article" in run("import", project, tmp_path / "in.jsonl", "--dry-run", "--add-labels")
    assert "would import 1 article" in run("import", project, tmp_path / "in.jsonl", "--dry-run", "--map", "WHO=PER")


def test_a_dry_run_names_the_first_of_a_kind_and_how_many_more_there_are(run, tmp_path):
    project, folder = tmp_path / "p.dateline", tmp_path / "texts"
    folder.mkdir()
    for number in range(5):
        (folder / f"{number}.txt").write_bytes(f"Görüşme {number}, ğ.".encode("cp1254"))
    told = run("import", project, folder, "--dry-run")
    assert all(f"{number}.txt: " in told for number in range(3))
    assert "and 2 more" in told


def test_a_dry_run_looks_at_a_project_that_a_window_has_open(run, tmp_path):
    (tmp_path / "in.txt").write_text("Ada met Bo.", "utf-8")
    with Project.open(tmp_path / "p.dateline"):
        assert "would import 1 article" in run("import", tmp_path / "p.dateline", tmp_path / "in.txt", "--dry-run")
        run("import", tmp_path / "p.dateline", tmp_path / "in.txt", code=1)


def test_labels_that_were_added_are_named_as_that_and_not_as_missing(run, tmp_path):
    (tmp_path / "in.jsonl").write_text(json.dumps({"text": "x Ada", "label": [[2, 5, "WHO"]]}), "utf-8")
    for more in (["--add-labels"], ["--map", "WHO=PER"], ["--map", "WHO="]):
        assert "is not in the schema" not in run(
            "import", tmp_path / "p.dateline", tmp_path / "in.jsonl", "--dry-run", *more
        )
    said = run("import", tmp_path / "p.dateline", tmp_path / "in.jsonl", "--add-labels")
    assert "1 label added (WHO)" in said
    assert "is not in the schema" not in said


def test_options_a_format_does_not_have_are_refused(run, tmp_path):
    (tmp_path / "in.jsonl").write_text('{"text": "Ankara", "label": [[0, 6, "LOC"]]}', "utf-8")
    project = tmp_path / "p.dateline"
    said = run("import", project, tmp_path / "in.jsonl", "--option", "ofsets=utf16", code=2)
    assert "the format doccano has no option ofsets; it has offsets" in said
    said = run("export", project, "-o", tmp_path / "o", "--format", "doccano", "--option", "style=x", code=2)
    assert "the option style of doccano is one of entities, triples, not 'x'" in said
    assert "expected KEY=VALUE" in run("export", project, "-o", tmp_path / "o", "--option", "style", code=2)
    assert "0 articles" in run("stats", project)


@pytest.mark.parametrize(
    ("name", "target", "needs"),
    [
        ("uima", "out", "cassis"),
        ("uima-json", "out", "cassis"),
        ("spacy", "out.spacy", "spacy"),
        ("timeml", "out", ""),
        ("webanno", "out", ""),
        ("conllu", "out.conllu", ""),
        ("huggingface", "out.jsonl", ""),
        ("parquet", "out.parquet", "pyarrow"),
    ],
)
def test_the_sample_goes_out_and_is_recognised_when_it_comes_in(run, tmp_path, name, target, needs):
    if needs:
        pytest.importorskip(needs)
    gold = assets.seeds("gold.jsonl")
    run("import", tmp_path / "p.dateline", gold)
    said = run("export", tmp_path / "p.dateline", "-o", tmp_path / target, "--format", name)
    assert "5 articles" in said
    run("new", tmp_path / "q.dateline", "--schema", "timeml" if name == "timeml" else "conll2003")
    said = run("import", tmp_path / "q.dateline", tmp_path / target, "--add-labels")
    assert "5 articles" in said
    kept = int(said.rpartition(" articles, ")[2].split()[0])
    whole = sum(line.count('"label"') for line in gold.read_text("utf-8").splitlines()[1:])
    assert kept > whole * (0.3 if name == "timeml" else 0.85)
    run("check", tmp_path / "q.dateline")


def test_a_dry_run_says_when_nothing_is_new(run, tmp_path):
    (tmp_path / "in.jsonl").write_text(json.dumps({"text": "Ann left.", "label": [[0, 3, "PER"]]}), "utf-8")
    project = tmp_path / "p.dateline"
    assert run("import", project, tmp_path / "in.jsonl", "--dry-run").startswith(
        "would import 1 article, 1 annotation\n"
    )
    run("import", project, tmp_path / "in.jsonl")
    assert run("import", project, tmp_path / "in.jsonl", "--dry-run").startswith("nothing new, 1 there already\n")


def test_an_annotator_named_for_an_import_is_the_projects_of_that_name(run, tmp_path):
    (tmp_path / "in.jsonl").write_text(json.dumps({"text": "Ann left.", "label": [[0, 3, "PER"]]}), "utf-8")
    project = tmp_path / "p.dateline"
    with Project.open(project) as opened, opened.step("Annotator") as step:
        step.put(Annotator(new_id(), "Ada", AnnotatorKind.ADJUDICATOR))
    said = run("import", project, tmp_path / "in.jsonl", "--annotator", "Ada")
    assert "here Ada is the adjudicator" in said, "it was asked for, and it is no secret"
    with Project.open(project) as opened:
        assert [a.name for a in opened.annotations.annotators()] == ["Ada"]


def test_labels_of_whole_texts_come_in_as_a_column(run, tmp_path):
    rows = [{"id": 1, "text": "Ann left.", "label": ["politics"]}, {"id": 2, "text": "Rain.", "label": ["weather"]}]
    (tmp_path / "in.jsonl").write_text("\n".join(map(json.dumps, rows)), "utf-8")
    said = run("import", tmp_path / "p.dateline", tmp_path / "in.jsonl")
    assert "2 articles, 0 annotations" in said
    assert "kept in the column label" in said
    with Project.open(tmp_path / "p.dateline") as project:
        assert [a.meta["label"] for a in project.articles.all()] == ["politics", "weather"]
        assert project.annotations.annotators() == []
    assert "nothing new" in run("import", tmp_path / "p.dateline", tmp_path / "in.jsonl", "--dry-run")


@pytest.mark.parametrize("kind", ["table", "beside"])
def test_the_order_of_dates_in_a_table_can_be_said(run, tmp_path, kind):
    if kind == "table":
        source = tmp_path / "list.csv"
        source.write_text("text,date\nMinisters met in Oslo.,03/04/2024\n", encoding="utf-8")
    else:
        source = tmp_path / "texts"
        source.mkdir()
        (source / "a.txt").write_text("Ministers met in Oslo.", encoding="utf-8")
        (source / "articles.csv").write_text("file,date\na.txt,03/04/2024\n", encoding="utf-8")
    for order, day in (("", ""), ("day-first", "2024-04-03"), ("month-first", "2024-03-04")):
        file = tmp_path / f"{order}.dateline"
        run("new", file)
        words = ["import", file, source, *(["--dates", order] if order else [])]
        told = run(*words, code=0 if order else 1)
        if not order:
            assert "two ways" in told
            assert "--dates day-first or month-first" in told
            continue
        with Project.open(file, readonly=True) as project:
            assert [a.published for a in project.articles.all()] == [day]


def test_a_workbook_is_the_table_of_metadata(run, tmp_path):
    (tmp_path / "texts").mkdir()
    (tmp_path / "texts" / "a.txt").write_text("Ministers met in Oslo.", encoding="utf-8")
    book = openpyxl.Workbook()
    book.active.append(["file", "Headline", "Date"])
    book.active.append(["a.txt", "Talks", date(2024, 4, 3)])
    book.save(tmp_path / "files.xlsx")
    project = tmp_path / "p.dateline"
    assert "Import these files or their folder with --metadata files.xlsx" in run(
        "import", project, tmp_path / "files.xlsx", code=1
    )
    run("import", project, tmp_path / "texts", "--metadata", tmp_path / "files.xlsx")
    with Project.open(project, readonly=True) as opened:
        assert [(a.title, a.published) for a in opened.articles.all()] == [("Talks", "2024-04-03")]

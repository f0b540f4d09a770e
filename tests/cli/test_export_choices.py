"""What `dateline export` takes unless it is told otherwise, and what it does not leave unsaid."""

import json
from collections import Counter
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from dateline.cli import dateline
from dateline.editing.sample import make_sample
from dateline.exchange.formats import own_formats
from dateline.model.annotation import Annotator, AnnotatorKind, Layer, Mention
from dateline.model.article import Progress, State
from dateline.model.changes import Kind
from dateline.model.ids import new_id
from dateline.model.text import Span
from dateline.store.project import Project

FORMATS = sorted(f.name for f in own_formats().values() if f.can_export)
RESULTS = {"spans", "conll", "conllu", "huggingface", "parquet", "oneie", "spacy", "events"}
NEEDS = {"spacy": "spacy", "parquet": "pyarrow", "uima": "cassis", "uima-json": "cassis"}


def run(*words: object) -> Result:
    return CliRunner().invoke(dateline, [str(word) for word in words])


@pytest.fixture
def file(tmp_path: Path) -> Path:
    """The sample, one article of it skipped, one not begun."""
    path = tmp_path / "p.dateline"
    make_sample(path)
    with Project.open(path) as project, project.step("States") as step:
        (who,) = project.annotations.annotators()
        for article, state in zip(project.articles.all(), (State.SKIPPED, State.NEW), strict=False):
            known = project.annotations.progress_id(article.id, who.id)
            step.put(Progress(known[0] if known else new_id(), article.id, who.id, state))
    return path


@pytest.mark.parametrize("name", FORMATS)
def test_training_sets_and_tables_take_what_was_begun_or_done_and_other_formats_all(
    file: Path, tmp_path: Path, name: str
) -> None:
    if name in NEEDS:
        pytest.importorskip(NEEDS[name])
    result = run("export", file, "-o", tmp_path / "out.x", "--format", name)
    assert result.exit_code == 0, result.output
    assert f"out.x: {3 if name in RESULTS else 5} articles" in result.stdout
    said = "left out: 1 article marked as skipped, 1 article still new; --state says"
    assert (said in result.stderr) is (name in RESULTS)
    every = [word for state in State for word in ("--state", state.value)]
    result = run("export", file, "-o", tmp_path / "all.x", "--format", name, *every)
    assert "all.x: 5 articles" in result.stdout
    assert "left out" not in result.stderr


def test_the_help_says_which_formats_take_what(file: Path) -> None:
    told = " ".join(run("export", "--help").stdout.split())
    assert f"Only started and done articles, unless --state says otherwise: {', '.join(sorted(RESULTS))}" in told


@pytest.mark.parametrize(("asked", "said"), [
    (["--seed", "7"], "--seed changes nothing without --split"),
    (["--seed", "0"], "--seed changes nothing without --split"),
    (["--split-by", "date"], "--split-by changes nothing without --split"),
    (["--split", "80/20", "--split-by", "date", "--seed", "7"], "--seed changes nothing with --split-by date"),
])  # fmt: skip
def test_what_would_change_nothing_is_refused(file: Path, tmp_path: Path, asked: list[str], said: str) -> None:
    result = run("export", file, "-o", tmp_path / "out.jsonl", *asked)
    assert (result.exit_code, said in " ".join(result.stderr.replace("│", " ").split())) == (2, True), result.stderr
    assert not list(tmp_path.glob("out*"))


def test_event_sets_are_by_sentence_and_can_leave_out_those_without_a_span(file: Path, tmp_path: Path) -> None:
    counts = []
    for asked in ([], ["--unit", "sentence"], ["--no-empty"]):
        result = run("export", file, "-o", tmp_path / "out.jsonl", "--format", "oneie", *asked)
        assert result.exit_code == 0, result.stderr
        counts.append(len((tmp_path / "out.jsonl").read_text("utf-8").splitlines()))
    assert counts[0] == counts[1] > counts[2] > 0


@pytest.fixture
def shared(file: Path) -> Path:
    """The sample, two articles of it tagged by somebody else, too, and two by a model."""
    with Project.open(file) as project, project.step("Others") as step:
        bo, model = Annotator(new_id(), "Bo"), Annotator(new_id(), "predictor", AnnotatorKind.MODEL)
        step.put(bo)
        step.put(model)
        for who in (bo, model):
            for article in list(project.articles.all())[2:4]:
                step.put(Mention(new_id(), article.id, who.id, Layer.ENTITY, "GPE", (Span(0, 6),)))
                step.put(Progress(new_id(), article.id, who.id, State.DONE))
    return file


@pytest.mark.parametrize("name", FORMATS)
def test_what_a_model_tagged_is_in_no_training_set_unless_it_is_asked_for(
    shared: Path, tmp_path: Path, name: str
) -> None:
    if name in NEEDS:
        pytest.importorskip(NEEDS[name])
    result = run("export", shared, "-o", tmp_path / "out.x", "--format", name, "--card")
    assert result.exit_code == 0, result.output
    told = json.loads((tmp_path / "out.x.manifest.json").read_text())
    if name != "text":  # which holds nobody's annotations
        assert ("predictor" in told["parts"][0]["annotators"]) is (name not in RESULTS)
    said = "what predictor tagged, a model, is left out; --annotator predictor takes it in"
    assert (said in result.stderr) is (name in RESULTS)
    card = (tmp_path / "out.x.card.md").read_text()
    assert ("- what models tagged was left out" in card) is (name in RESULTS)


def test_a_model_that_is_asked_for_is_taken_and_told_as_one(shared: Path, tmp_path: Path) -> None:
    out = tmp_path / "out.jsonl"
    result = run("export", shared, "-o", out, "--format", "spans", "--annotator", "predictor")
    assert "out.jsonl: 2 articles" in result.stdout
    assert "predictor is a model: what it tagged is exported as if somebody had found it right" in result.stderr
    told = run("export", shared, "-o", out, "--format", "spans", "--annotator", "Bo").stderr
    assert "a model" not in told
    assert "annotations left out: " in told
    assert " of predictor" in told
    assert "is a model" not in run("export", shared, "-o", out, "--annotator", "predictor").stderr


def test_articles_that_come_once_for_each_annotator_are_counted(shared: Path, tmp_path: Path) -> None:
    for name in sorted(RESULTS - set(NEEDS)):
        result = run("export", shared, "-o", tmp_path / f"{name}.x", "--format", name)
        said = "2 articles come more than once, for each of several annotators (Bo, gold): --annotator NAME or"
        assert (said in result.stderr) is (name != "events"), result.stderr  # Bo tagged no event
        result = run("export", shared, "-o", tmp_path / f"{name}.x", "--format", name, "--annotator", "gold")
        assert "more than once" not in result.stderr
    assert "more than once" not in run("export", shared, "-o", tmp_path / "whole.jsonl").stderr


@pytest.mark.parametrize("name", ["dateline", "spans"])
def test_what_no_export_wrote_is_written_over_only_where_that_is_asked_for(
    file: Path, tmp_path: Path, name: str
) -> None:
    target = tmp_path / "own.jsonl"
    target.write_text("my own texts")
    command = ("export", file, "-o", target, "--format", name)
    refused = run(*command)
    assert refused.exit_code != 0
    assert "own.jsonl" in refused.stderr
    assert "--replace" in refused.stderr
    assert target.read_text() == "my own texts"
    assert run(*command, "--replace", "--card").exit_code == 0
    assert run(*command).exit_code == 0, "an export's own file, as its manifest says"
    target.write_text("edited since")
    assert run(*command).exit_code != 0
    assert target.read_text() == "edited since"


def test_an_export_that_leaves_nothing_beside_it_is_known_again_until_it_is_edited(file: Path, tmp_path: Path) -> None:
    target = tmp_path / "backup.jsonl"
    command = ("export", file, "-o", target)
    assert run(*command).exit_code == 0
    assert [p.name for p in tmp_path.glob("backup*")] == ["backup.jsonl"]
    assert run(*command).exit_code == 0
    kept = tmp_path / "gold-1.0.jsonl"
    kept.write_bytes(target.read_bytes())
    assert run("export", file, "-o", kept, "--format", "spans").exit_code != 0, "a copy is somebody's own"
    with target.open("a") as out:
        out.write("\n")
    assert run(*command).exit_code != 0


def test_an_export_without_a_manifest_is_known_by_its_loss_report_as_long_as_it_is_as_it_was(
    file: Path, tmp_path: Path
) -> None:
    target = tmp_path / "set.jsonl"
    command = ("export", file, "-o", target, "--format", "spans", "--split", "80/20")
    assert run(*command).exit_code == 0
    assert run(*command).exit_code == 0
    (tmp_path / "set.test.jsonl").write_text("edited since")
    refused = run(*command)
    assert refused.exit_code != 0
    assert "set.test.jsonl" in refused.stderr
    assert "set.train.jsonl" not in refused.stderr


def test_a_part_that_stays_empty_is_told_before_the_files_and_with_what_to_do(file: Path, tmp_path: Path) -> None:
    asked = ("export", file, "-o", tmp_path / "s.jsonl", "--format", "spans", "--split", "a=1/b=1/c=1/d=1/e=1")
    result = run(*asked)
    assert result.exit_code == 0
    lines = result.output.splitlines()
    (told,) = [n for n, line in enumerate(lines) if "nothing is left for" in line]
    assert told < next(n for n, line in enumerate(lines) if line.startswith(str(tmp_path)))
    assert "choose more articles" in lines[told]


def test_of_annotators_with_one_name_one_can_be_named(file, tmp_path):
    with Project.open(file) as project, project.step("Namesakes") as step:
        (who,) = project.annotations.annotators()
        two = [Annotator(new_id(), who.name, kind) for kind in (AnnotatorKind.IMPORT, AnnotatorKind.IMPORT)]
        for one in two:
            step.put(one)
        first = next(iter(project.articles.all()))
        for one in two:
            mention = Mention(new_id(), first.id, one.id, Layer.ENTITY, "PER", (Span(0, 3),))
            step.put(mention)
            step.put(Progress(new_id(), first.id, one.id, State.DONE))
    out = tmp_path / "out.jsonl"
    told = run("export", file, "-o", out, "--format", "spans")
    assert f"({who.name} ({two[0].id}), {who.name} ({two[1].id}))" in told.stderr.replace("\n", " ")
    refused = run("export", file, "-o", out, "--format", "spans", "--annotator", who.name)
    assert refused.exit_code == 2
    assert f'3 annotators are called {who.name}: say which with --annotator "{who.name} (' in refused.stderr
    for name in (f"{who.name} ({who.kind})", who.id):
        assert run("export", file, "-o", out, "--format", "spans", "--annotator", name).exit_code == 0
        assert len(out.read_bytes().splitlines()) == 3
    assert run("export", file, "-o", out, "--format", "spans", "--annotator", two[1].id).exit_code == 0
    assert len(out.read_bytes().splitlines()) == 1


def test_what_the_export_before_trained_on_and_is_tested_on_now_is_told(file: Path, tmp_path: Path) -> None:
    words = ("export", file, "-o", tmp_path / "x.jsonl", "--format", "spans", "--card", "--split")
    told = "that train of the export before this one had"
    assert told not in run(*words, "80/20").stderr
    assert told not in run(*words, "80/20").stderr
    moved = run(*words, "20/80").stderr  # the largest group comes into the largest part
    assert told in moved
    assert "in train now: a model trained on that has seen" in moved
    assert told not in run(*words, "20/80").stderr


@pytest.mark.parametrize("replace", [(), ("--replace",)])
def test_a_file_of_another_format_is_never_written_over(file: Path, tmp_path: Path, replace: tuple[str, ...]) -> None:
    out = tmp_path / "ner.jsonl"
    assert run("export", file, "-o", out, "--format", "spans", "--split", "60/40").exit_code == 0
    before = {path: path.read_bytes() for path in tmp_path.iterdir() if path != file}
    for split in (("--split", "60/40"), ()):
        refused = run("export", file, "-o", out, "--format", "huggingface", *split, *replace)
        assert refused.exit_code == 1, refused.output
        for told in ("ner.train.jsonl", "Spans JSONL", "Hugging Face JSONL", "Choose another name, or remove"):
            assert told in refused.stderr
    assert {path: path.read_bytes() for path in tmp_path.iterdir() if path != file} == before


def test_a_name_that_ends_as_another_formats_is_told(file: Path, tmp_path: Path) -> None:
    done = run("export", file, "-o", tmp_path / "x.spacy", "--format", "conll")
    assert done.exit_code == 0
    assert "x.spacy ends as spaCy DocBin does, and is written as CoNLL-2003 columns" in done.stderr
    assert "ends as" not in run("export", file, "-o", tmp_path / "x.conll", "--format", "conll").stderr


@pytest.mark.parametrize(
    ("name", "then"),
    [
        ("spans", ("--no-empty", "--label", "{one}")),
        ("conll", ("--no-empty", "--label", "{one}", "--unit", "sentence")),
        ("events", ("--label", "{one}")),
        ("spans", ("--split", "100/0")),
    ],
    ids=["no span", "no span in a sentence", "no event", "no article"],
)
def test_parts_of_an_earlier_export_that_go_are_named_before_the_files(
    file: Path, tmp_path: Path, name: str, then: tuple[str, ...]
) -> None:
    with Project.open(file) as project, project.step("No negatives") as step:
        bundles = [b for b in project.annotations.bundles() if b.state in (State.STARTED, State.DONE)]
        for region in (r for b in bundles for r in b.annotations.regions):
            step.delete(Kind.REGION, region.id)
    events = Counter(m.label for b in bundles for m in b.annotations.mentions if m.layer is Layer.EVENT)
    rare = min(events, key=lambda label: events[label])
    first = ("export", file, "-o", tmp_path / "s.out", "--format", name, "--split", "50/50")
    assert run(*first).exit_code == 0
    there = {path for part in ("train", "test") if (path := tmp_path / f"s.{part}.out").is_file()}
    assert len(there) == 2
    result = run(*first, *(word.format(one=rare) for word in then))
    assert result.exit_code == 0
    gone = [path.name for path in sorted(there) if not path.exists()]
    assert gone, result.output
    lines = result.output.splitlines()
    (told,) = [n for n, line in enumerate(lines) if "of an earlier export, go" in line]
    said = f"dateline: {', '.join(gone)}, of an earlier export, goes with this one: nothing is left for it now"
    assert lines[told].startswith(said)
    assert told < next(n for n, line in enumerate(lines) if line.startswith(str(tmp_path)))
    again = run(*first, *(word.format(one=rare) for word in then))
    assert "of an earlier export, go" not in again.output


def test_the_advice_to_remove_what_an_earlier_export_left_holds_when_it_is_followed(file: Path, tmp_path: Path) -> None:
    words = ("export", file, "--format", "spans", "-o", tmp_path / "a.jsonl")
    run(*words, "--split", "60/20/20")
    assert "--remove-earlier takes away a.dev.jsonl, if unchanged" in run(*words, "--split", "80/20").stderr
    told = run(*words, "--split", "80/20", "--remove-earlier").stderr.splitlines()
    assert "dateline: removed a.dev.jsonl, of an earlier export" in told
    assert not (tmp_path / "a.dev.jsonl").exists()


def test_what_cannot_be_removed_since_no_manifest_lists_it_is_told(file: Path, tmp_path: Path) -> None:
    words = ("export", file, "--format", "doccano", "-o", tmp_path / "a.jsonl")
    run(*words, "--split", "60/20/20")
    (tmp_path / "a.jsonl.manifest.json").unlink()
    told = run(*words, "--split", "80/20", "--remove-earlier").stderr.splitlines()
    assert "dateline: --remove-earlier leaves a.dev.jsonl: no manifest says how it was written" in told
    assert (tmp_path / "a.dev.jsonl").exists()

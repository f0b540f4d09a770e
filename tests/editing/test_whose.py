"""Whose annotations are that come in: nobody gets another's work, and nobody comes who brings nothing."""

import json

import pytest
from click.testing import CliRunner

from dateline import cli
from dateline.editing.checking import statistics
from dateline.editing.exporting import export_project
from dateline.editing.importing import import_sources
from dateline.editing.preview import preview_sources
from dateline.editing.sources import import_annotator
from dateline.editing.whose import annotators_by_name
from dateline.exchange.options import ReadOptions, WriteOptions
from dateline.exchange.problems import ProblemKind
from dateline.model.annotation import Annotator, AnnotatorKind, Layer, Mention
from dateline.model.article import Article, Progress, State
from dateline.model.changes import Kind
from dateline.model.schema import LabelType, Schema
from dateline.model.text import Span
from dateline.store.project import Project

TEXT = "Bob came home early."
BOB, HOME = Span(0, 3), Span(9, 13)


def annotator(name, kind):
    return Annotator(f"{name} {kind.value}", name, kind)


def mention(who, span):
    return Mention(f"{who.id} {span.begin}", "a", who.id, Layer.ENTITY, "PER", (span,))


@pytest.fixture
def project(tmp_path):
    with Project.create(tmp_path / "p.dateline", Schema()) as made:
        with made.step("Put") as step:
            for record in (LabelType("l", Layer.ENTITY, "PER"), Article("a", TEXT)):
                step.put(record)
        yield made


def put(project, *records):
    with project.step("Put") as step:
        for record in records:
            step.put(record)


def spans_of(path, name, *spans):
    found = [{"start": s.begin, "end": s.end, "label": "PER"} for s in spans]
    path.write_text(json.dumps({"text": TEXT, "spans": found, "meta": {"annotator": name}}))
    return path


def pages(project):
    """Return the words of each annotator, by name and kind."""
    found = {}
    for who in project.annotations.annotators():
        words = [m.text_of(TEXT) for m in project.annotations.mentions("a", who.id)]
        found[who.name, who.kind.value] = words
    return found


@pytest.mark.parametrize("kind", [AnnotatorKind.MODEL, AnnotatorKind.ADJUDICATOR])
def test_a_persons_work_never_joins_a_models(project, tmp_path, kind):
    model = annotator("berg", kind)
    put(project, model, mention(model, BOB))
    path = spans_of(tmp_path / "x.jsonl", "berg", BOB, HOME)
    found = preview_sources(project, [path], ReadOptions(), "spans")
    [told] = [g for g in found.notices if g.kind == ProblemKind.NAMESAKE]
    assert "berg (imported)" in told.examples[0].what
    assert (found.annotators, found.new_annotators) == ({"berg (imported)": 2}, ["berg (imported)"])
    report = import_sources(project, [path], ReadOptions(), "spans")
    assert [p.what for p in report.notices if p.kind is ProblemKind.NAMESAKE] == [told.examples[0].what]
    expected = {("berg", kind.value): ["Bob"], ("berg (imported)", "import"): ["Bob", "home"]}
    assert pages(project) == expected
    assert preview_sources(project, [path], ReadOptions(), "spans").nothing_new
    assert not import_sources(project, [path], ReadOptions(), "spans").changes
    assert pages(project) == expected


@pytest.mark.parametrize("kind", [AnnotatorKind.MODEL, AnnotatorKind.ADJUDICATOR])
def test_who_is_named_for_what_names_nobody_gets_it_and_a_model_is_told_of(project, tmp_path, kind):
    model = annotator("berg", kind)
    put(project, model)
    path = tmp_path / "x.jsonl"
    path.write_text(json.dumps({"text": TEXT, "spans": [{"start": 0, "end": 3, "label": "PER"}]}))
    asked = ReadOptions(annotator=annotator("berg", AnnotatorKind.IMPORT))
    [told] = [g for g in preview_sources(project, [path], asked, "spans").notices if g.kind == ProblemKind.NAMESAKE]
    assert "as was asked for" in told.examples[0].what
    import_sources(project, [path], asked, "spans")
    assert pages(project) == {("berg", kind.value): ["Bob"]}
    found = preview_sources(project, [path], asked, "spans")
    assert ProblemKind.NAMESAKE not in {g.kind for g in found.notices}
    put(project, ada := annotator("berg", AnnotatorKind.PERSON))
    import_sources(project, [path], asked, "spans")
    assert [m.text_of(TEXT) for m in project.annotations.mentions("a", ada.id)] == ["Bob"]


@pytest.mark.parametrize("kind", [AnnotatorKind.MODEL, AnnotatorKind.ADJUDICATOR])
@pytest.mark.parametrize("name", ["brat", "doccano", "label-studio", "spans", "prodigy"])
def test_a_models_own_export_comes_back_as_its_own(project, tmp_path, name, kind):
    model = annotator("berg", kind)
    put(project, model, mention(model, BOB), Progress("p", "a", model.id, State.DONE))
    path = tmp_path / ("out" if name == "brat" else "out.jsonl" if name != "label-studio" else "out.json")
    export_project(project, path, name, WriteOptions())
    found = preview_sources(project, [path], ReadOptions(), name)
    assert (found.nothing_new, found.annotators) == (True, {"berg": 1})
    assert ProblemKind.NAMESAKE not in {g.kind for g in found.notices}
    report = import_sources(project, [path], ReadOptions(), name)
    assert not report.changes
    assert ProblemKind.NAMESAKE not in {p.kind for p in report.notices}


def test_a_page_without_annotations_is_a_models_only_in_its_state(project, tmp_path):
    model = annotator("berg", AnnotatorKind.MODEL)
    put(project, model, Progress("p", "a", model.id, State.STARTED))
    path = tmp_path / "x.jsonl"
    path.write_text(json.dumps({"text": TEXT, "label": [], "annotator": "berg", "state": "done"}))
    assert preview_sources(project, [path], ReadOptions(), "doccano").states == 1
    import_sources(project, [path], ReadOptions(), "doccano")
    states = {who.name: project.annotations.progress_id("a", who.id)[1] for who in project.annotations.annotators()}
    assert states == {"berg": State.STARTED, "berg (imported)": State.DONE}


def test_a_name_means_a_person_before_an_import_and_never_a_model():
    model, other, imported, ada = (
        annotator("m", AnnotatorKind.MODEL),
        annotator("ada", AnnotatorKind.ADJUDICATOR),
        annotator("ada", AnnotatorKind.IMPORT),
        annotator("ada", AnnotatorKind.PERSON),
    )
    assert annotators_by_name([other, imported, ada])["ada"] == ada
    assert annotators_by_name([other, imported])["ada"] == imported
    found = annotators_by_name([model, other])
    assert {n: (a.name, a.kind) for n, a in found.items() if n in ("m", "ada")} == {
        "m": ("m (imported)", AnnotatorKind.IMPORT),
        "ada": ("ada (imported)", AnnotatorKind.IMPORT),
    }
    beside = annotator("m (imported)", AnnotatorKind.IMPORT)
    assert annotators_by_name([model, beside])["m"] == beside
    older = Annotator("0", "ada", AnnotatorKind.PERSON)
    assert annotators_by_name([older, ada])["ada"] == older


@pytest.mark.parametrize("state", ["", "done"])
def test_who_brings_nothing_does_not_come(project, tmp_path, state):
    """A state is something: whoever has read a text and found nothing has said so."""
    path = tmp_path / "x.jsonl"
    records = ({"text": text, "label": [], "annotator": "zoe", "state": state} for text in (TEXT, "Another."))
    path.write_text("\n".join(map(json.dumps, records)))
    found = preview_sources(project, [path], ReadOptions(), "doccano")
    assert (found.new_annotators, found.states) == ((["zoe"], 2) if state else ([], 0))
    import_sources(project, [path], ReadOptions(), "doccano")
    assert [a.name for a in project.annotations.annotators()] == (["zoe"] if state else [])
    assert preview_sources(project, [path], ReadOptions(), "doccano").nothing_new
    assert not import_sources(project, [path], ReadOptions(), "doccano").changes


def test_two_files_of_one_name_are_one_annotators(project, tmp_path):
    paths = [spans_of(tmp_path / f"{n}.jsonl", "zoe", span) for n, span in enumerate((BOB, HOME))]
    assert preview_sources(project, paths, ReadOptions(), "spans").new_annotators == ["zoe"]
    import_sources(project, paths, ReadOptions(), "spans")
    assert pages(project) == {("zoe", "person"): ["Bob", "home"]}


def test_a_file_under_another_name_is_known_for_what_is_here(project, tmp_path):
    ada = annotator("ada", AnnotatorKind.PERSON)
    put(project, ada, mention(ada, BOB), mention(ada, HOME), Progress("p", "a", ada.id, State.STARTED))
    same, less = spans_of(tmp_path / "x.jsonl", "zoe", BOB, HOME), spans_of(tmp_path / "y.jsonl", "zoe", BOB)
    other = spans_of(tmp_path / "z.jsonl", "zoe", BOB, Span(4, 8))
    for path, told in ((same, True), (less, True), (other, False)):
        found = preview_sources(project, [path], ReadOptions(), "spans")
        notices = [g.examples[0].what for g in found.notices if g.kind == ProblemKind.NAMESAKE]
        assert bool(notices) is told
        assert all("zoe's" in what and "ada's" in what for what in notices)
    assert preview_sources(project, [spans_of(same, "ada", BOB, HOME)], ReadOptions(), "spans").nothing_new


def test_a_preview_counts_what_is_new_beside_what_is_here(project, tmp_path):
    ada = annotator("ada", AnnotatorKind.PERSON)
    put(project, ada, mention(ada, BOB))
    path = spans_of(tmp_path / "x.jsonl", "ada", BOB, HOME)
    found = preview_sources(project, [path], ReadOptions(), "spans")
    assert (found.annotations, found.new_annotations) == (2, 1)
    project.close()
    told = CliRunner().invoke(cli.dateline, ["import", str(tmp_path / "p.dateline"), str(path), "--dry-run"]).output
    assert "would import 0 articles, 1 there already, 1 annotation (1 there already)" in told


def native(project, tmp_path):
    path = tmp_path / "out.jsonl"
    export_project(project, path, "dateline", WriteOptions())
    return path


def test_an_empty_project_takes_whoever_a_whole_one_has(project, tmp_path):
    put(project, annotator("idle", AnnotatorKind.PERSON))
    with project.step("Empty") as step:
        step.delete(Kind.ARTICLE, "a")
    path = native(project, tmp_path)
    with Project.create(tmp_path / "q.dateline", project.schema()) as other:
        found = preview_sources(other, [path], ReadOptions())
        assert (found.new_annotators, found.nothing_new) == (["idle"], False)
        import_sources(other, [path], ReadOptions())
        assert [a.name for a in other.annotations.annotators()] == ["idle"]


def test_types_that_a_project_brings_are_something_new(project, tmp_path):
    path = native(project, tmp_path)
    with Project.create(tmp_path / "q.dateline", Schema()) as other:
        put(other, Article("b", TEXT), LabelType("x", Layer.ENTITY, "ORG"))
        found = preview_sources(other, [path], ReadOptions())
        assert (found.new_types, found.nothing_new) == (("PER",), False)
        assert import_sources(other, [path], ReadOptions()).labels_added == ("PER",)
        found = preview_sources(other, [path], ReadOptions())
        assert (found.new_types, found.nothing_new) == ((), True)
        assert not import_sources(other, [path], ReadOptions()).changes


def test_a_state_that_is_not_set_here_is_something_new(project, tmp_path):
    ada = annotator("ada", AnnotatorKind.PERSON)
    put(project, ada, mention(ada, BOB), Progress("p", "a", ada.id, State.DONE))
    path = native(project, tmp_path)
    with project.step("Forget") as step:
        step.delete(Kind.PROGRESS, "p")
    found = preview_sources(project, [path], ReadOptions())
    assert (found.states, found.adds, found.nothing_new) == (1, 0, False)
    assert import_sources(project, [path], ReadOptions()).changes
    assert project.annotations.progress_id("a", ada.id)[1] is State.DONE
    assert preview_sources(project, [path], ReadOptions()).nothing_new


def test_a_link_that_is_missing_here_is_something_new(tmp_path):
    """The records that join, and those that are only linked, are counted, and with them the things they need."""
    folder = tmp_path / "in"
    folder.mkdir()
    (folder / "a.txt").write_text(TEXT)
    (folder / "a.ann").write_text("T1\tPER 0 3\tBob\n")
    with Project.create(tmp_path / "q.dateline", Schema()) as other:
        import_sources(other, [folder], ReadOptions(), "brat", add_labels=True)
        assert preview_sources(other, [folder], ReadOptions(), "brat").nothing_new
        (folder / "a.ann").write_text("T1\tPER 0 3\tBob\nN1\tReference T1 own:7\tBob\n")
        found = preview_sources(other, [folder], ReadOptions(), "brat")
        assert (found.adds, found.new_annotations, found.nothing_new) == (2, 0, False), "the entity, and the link"
        import_sources(other, [folder], ReadOptions(), "brat")
        assert [e.name for e in other.registry.entities()] == ["Bob"]
        assert preview_sources(other, [folder], ReadOptions(), "brat").nothing_new


def test_who_agrees_with_a_part_of_a_models_page_is_no_model(project, tmp_path):
    model = annotator("berg", AnnotatorKind.MODEL)
    put(project, model, mention(model, BOB), mention(model, HOME))
    path = spans_of(tmp_path / "x.jsonl", "berg", BOB)
    import_sources(project, [path], ReadOptions(), "spans")
    assert pages(project) == {("berg", "model"): ["Bob", "home"], ("berg (imported)", "import"): ["Bob"]}
    assert not import_sources(project, [path], ReadOptions(), "spans").changes


def _two_called(name, ids, *, text=TEXT):
    """Return a project file of ours with persons of one name, each with one word."""
    head = {"record": "project", "format": "dateline", "version": 1, "name": "P", "entities": []}
    who = [{"id": i, "name": name, "kind": "person"} for i in ids]
    types = [{"id": "t", "layer": "entity", "name": "PER"}]
    lines = [head | {"annotators": who, "schema": {"name": "S", "version": "1", "types": types}}]
    for one, span in zip(who, (BOB, HOME), strict=True):
        words = [{"id": f"m-{one['id']}", "label": "PER", "start": span.begin, "end": span.end}]
        lines.append({"record": "article", "id": "a", "text": text, "annotator": one, "entities": words})
    return "".join(json.dumps(line) + "\n" for line in lines)


@pytest.mark.parametrize("here", [["other"], ["two"]])
def test_two_of_one_name_in_a_project_that_comes_are_two(project, tmp_path, here):
    put(project, *(Annotator(i, "ada", AnnotatorKind.PERSON) for i in here))
    path = tmp_path / "x.jsonl"
    path.write_text(_two_called("ada", ["one", "two"]))
    for _ in range(2):
        import_sources(project, [path], ReadOptions(), "dateline")
        words = [
            [m.text_of(TEXT) for m in project.annotations.mentions("a", a.id)] for a in project.annotations.annotators()
        ]
        assert sorted(words) == [["Bob"], ["home"]]


def test_another_state_than_here_is_told(project, tmp_path):
    ada = annotator("ada", AnnotatorKind.PERSON)
    put(project, ada, Progress("p", "a", ada.id, State.STARTED), mention(ada, BOB))
    path = tmp_path / "x.jsonl"
    for state, told in (
        ("done", ["state for ada: done in what comes, started here, which stays"]),
        ("started", []),
        ("new", []),
    ):
        path.write_text(json.dumps({"text": TEXT, "label": [], "annotator": "ada", "state": state}))
        report = import_sources(project, [path], ReadOptions(), "doccano")
        assert [p.what for p in report.notices if p.kind is ProblemKind.OTHERWISE] == told
    assert project.annotations.progress_id("a", ada.id) == ("p", State.STARTED)


def test_a_second_annotator_of_a_name_is_told_and_not_where_it_is_said_to_be_the_first(tmp_path):
    text = "Ann left for Oslo."
    records = {"ada.jsonl": (0, 3, "PER"), "bo.jsonl": (4, 8, "ACT")}
    for name, span in records.items():
        (tmp_path / name).write_text(json.dumps({"text": text, "label": [span]}), "utf-8")
    with Project.create(tmp_path / "p.dateline", Schema()) as project:
        with project.step("Ada") as step:
            step.put(Annotator("w", "ada", AnnotatorKind.PERSON))
        source = [tmp_path / "ada.jsonl"]
        found = preview_sources(project, source, ReadOptions())
        report = import_sources(project, source, ReadOptions(), add_labels=True)
        for notices in (report.notices, [p for group in found.notices for p in group.examples]):
            (told,) = [n for n in notices if n.kind is ProblemKind.NAMESAKE]
            assert "here ada (person) is already" in told.what
            assert "ada (import)" in told.what
        by_kind = {(a["name"], a["kind"]): a["articles"] for a in statistics(project)["annotators"]}
        assert (by_kind["ada", "person"]["started"], by_kind["ada", "import"]["started"]) == (0, 1)
        asked = ReadOptions(annotator=import_annotator("ada (import)"))
        report = import_sources(project, [tmp_path / "bo.jsonl"], asked, add_labels=True)
        assert [n for n in report.notices if n.kind is ProblemKind.NAMESAKE] == []
        assert len(project.annotations.annotators()) == 2

"""Before an import: what it would bring; and labels taken for others."""

import json
from pathlib import Path

import pytest
from click.testing import CliRunner

from dateline import assets, cli
from dateline.editing.common import EditError
from dateline.editing.importing import UnknownLabels, import_sources
from dateline.editing.preview import preview_sources
from dateline.editing.relabelling import LEFT_OUT, proposed
from dateline.editing.taking_in import TakingIn
from dateline.exchange.formats import format_named
from dateline.exchange.options import Nearly, ReadOptions
from dateline.exchange.problems import BadInput, Problem, ProblemKind
from dateline.exchange.reading import Reader
from dateline.model.annotation import Annotations, Annotator, Layer, Mention
from dateline.model.article import Article
from dateline.model.bundle import Bundle, Frame
from dateline.model.ids import new_id
from dateline.model.schema import LabelType, Schema
from dateline.model.text import Span
from dateline.store.errors import RepeatedId
from dateline.store.project import Project

GOLD = assets.seeds("gold.jsonl")
LINES = (
    {
        "text": "Ada met Bo in Rome.",
        "spans": [{"start": 0, "end": 3, "label": "PER"}, {"start": 14, "end": 18, "label": "X"}],
    },
    {"text": "Bo left.", "spans": [{"start": 0, "end": 2, "label": "PER"}]},
    {"text": "Nobody.", "spans": [{"start": 0, "end": 99, "label": "PER"}]},
)


@pytest.fixture
def empty(tmp_path: Path, schema: Schema) -> Project:
    return Project.create(tmp_path / "empty.dateline", schema)


@pytest.fixture
def spans(tmp_path: Path) -> Path:
    path = tmp_path / "work.jsonl"
    path.write_text("\n".join(map(json.dumps, LINES)), encoding="utf-8")
    return path


def test_a_preview_counts_everything_and_writes_nothing(empty: Project, spans: Path) -> None:
    before = empty.annotations.totals()
    found = preview_sources(empty, [spans], ReadOptions())
    assert (found.articles, found.known_articles) == (2, 0)
    assert [(x.name, x.layer, x.count, x.here, x.examples) for x in found.labels] == [
        ("PER", Layer.ENTITY, 2, "PERSON", ("Ada", "Bo")),
        ("X", Layer.ENTITY, 1, None, ("Rome",)),
    ]
    assert found.annotators == {"work": 3}
    (problems,) = found.problems
    assert (problems.kind, problems.count, problems.examples[0].line) == ("offsets", 1, 3)
    assert empty.annotations.totals() == before
    assert empty.next_undo() is None


def test_a_preview_of_what_is_there_says_so(empty: Project) -> None:
    import_sources(empty, [GOLD], ReadOptions())
    found = preview_sources(empty, [GOLD], ReadOptions())
    assert (found.articles, found.known_articles, found.problems) == (0, 5, ())
    assert all(label.known for label in found.labels)
    assert found.entities > 0
    assert found.happenings > 0


def test_labels_are_taken_for_others_or_left_out(empty: Project, spans: Path) -> None:
    options = ReadOptions(skip_bad=True)
    with pytest.raises(UnknownLabels):
        import_sources(empty, [spans], options, mapping={"PER": "PERSON"})
    assert empty.articles.count() == 0
    report = import_sources(empty, [spans], options, mapping={"PER": "PERSON", "X": LEFT_OUT})
    assert (report.articles, report.annotations, report.labels_added) == (2, 2, ())
    labels = {m.label for b in empty.annotations.bundles() for m in b.annotations.mentions}
    assert labels == {"PERSON"}
    with pytest.raises(EditError, match="no label PERSONS here"):
        import_sources(empty, [spans], options, mapping={"PER": "PERSONS"})
    with pytest.raises(EditError, match=r"no label PER here to take X for; there are (?!.*\bPER\b)"):
        import_sources(empty, [spans], options, mapping={"PER": "PERSON", "X": "PER"})


def test_a_label_taken_for_a_time_is_resolved_and_its_type_not_added(empty: Project, tmp_path: Path) -> None:
    path = tmp_path / "when.jsonl"
    line = {"text": "They met on 4 March 2019.", "spans": [{"start": 12, "end": 24, "label": "WHEN"}]}
    path.write_text(json.dumps(line), encoding="utf-8")
    import_sources(empty, [path], ReadOptions(), mapping={"WHEN": "DATE"})
    (bundle,) = empty.annotations.bundles()
    assert [t.value for t in bundle.annotations.times] == ["2019-03-04"]
    assert "WHEN" not in empty.schema().by_name


def test_the_ends_of_arguments_left_out_take_them_along(empty: Project) -> None:
    import_sources(empty, [GOLD], ReadOptions(), mapping={"CONSULT": LEFT_OUT, "GPE": "LOC"})
    labels = {m.label for b in empty.annotations.bundles() for m in b.annotations.mentions}
    assert "CONSULT" not in labels
    assert "GPE" not in labels
    assert "LOC" in labels


@pytest.mark.parametrize(
    ("label", "layer", "expected"),
    [
        ("per", Layer.ENTITY, "PERSON"),
        ("Organization", Layer.ENTITY, "ORG"),
        ("B.Location", Layer.ENTITY, "LOC"),
        ("cardinal", Layer.ENTITY, "NUMBER"),
        ("timex3", Layer.TIME, "TIMEX3"),
        ("MISC", Layer.ENTITY, None),
        ("PER", Layer.EVENT, None),
    ],
)
def test_well_known_names_are_proposed(schema: Schema, label: str, layer: Layer, expected: str | None) -> None:
    found = proposed(label, layer, schema)
    assert found == expected or (expected == "TIMEX3" and found in {"DATE", "TIMEX3"})


def test_the_command_line_tells_and_maps(tmp_path: Path, spans: Path) -> None:
    file = tmp_path / "p.dateline"
    run = CliRunner().invoke
    assert run(cli.dateline, ["new", str(file)]).exit_code == 0
    told = run(cli.dateline, ["import", str(file), str(spans), "--dry-run"])
    assert told.exit_code == 1
    assert "would import nothing; with" in told.output
    assert "--map PER=PERSON" in told.output
    assert "work.jsonl, line 3" in told.output
    arguments = ["import", str(file), str(spans), "--skip-bad", "--map", "PER=PERSON", "--map", "X="]
    done = run(cli.dateline, arguments)
    assert "2 articles, 2 annotations" in done.output
    assert run(cli.dateline, [*arguments, "--map", "PER"]).exit_code == 2


def test_a_dry_run_says_what_the_import_would_do(tmp_path: Path, spans: Path) -> None:
    file, run = tmp_path / "p.dateline", CliRunner().invoke
    run(cli.dateline, ["new", str(file)])
    words = ["import", str(file), str(spans), "--dry-run"]
    told = run(cli.dateline, words)
    needed = "--skip-bad (1 record wrong) and --add-labels or --map (2 new labels)"
    assert told.stdout.startswith(f"would import nothing; with {needed} 2 articles, 3 annotations\n")
    assert "labels that are not in the schema: PER, X; --add-labels adds them" in told.stderr
    assert told.exit_code == 1
    told = run(cli.dateline, [*words, "--skip-bad", "--map", "PER=PERSON", "--map", "X="])
    assert told.stdout.startswith("would import 2 articles, 2 annotations (1 left out)\n")
    assert "PER  (becomes PERSON)" in told.stdout
    assert "X  (left out)" in told.stdout
    assert "--map" not in told.stdout
    assert told.exit_code == 1, "as the import, which leaves something out"


def test_a_type_of_a_projects_own_file_is_not_said_to_be_left_out(empty: Project, tmp_path: Path) -> None:
    mention = Mention("m", "a", "w", Layer.ENTITY, "ZEBRA", (Span(0, 3),))
    who, frame = Annotator("w", "Ada"), Schema("s", types=(LabelType("t", Layer.ENTITY, "ZEBRA"),))
    bundle = Bundle(Article("a", "Zed ran."), who, annotations=Annotations((mention,)))
    format_named("dateline").write(tmp_path / "z.jsonl", Frame(frame, annotators=(who,)), [bundle])
    empty.close()
    told = CliRunner().invoke(cli.dateline, ["import", str(empty.path), str(tmp_path / "z.jsonl"), "--dry-run"])
    assert "entity ZEBRA  Zed" in told.stdout


def test_the_command_line_lists_the_articles_before_they_come(tmp_path: Path) -> None:
    file, table = tmp_path / "p.dateline", tmp_path / "list.csv"
    rows = ["text,title,published,source", 'They met.,"Envoys\nmeet",2019-03-04 10:00,Harbour Post', "They left.,,,"]
    table.write_text("\n".join(rows + [f"Text {n}.,,," for n in range(250)]), encoding="utf-8")
    run = CliRunner().invoke
    assert run(cli.dateline, ["new", str(file)]).exit_code == 0
    told = run(cli.dateline, ["import", str(file), str(table), "--dry-run"]).output.splitlines()
    assert told[0] == "would import 252 articles"
    assert "  2019-03-04 10:00  Envoys meet (Harbour Post)" in told
    assert "  no date           They left." in told
    assert "  and 52 more articles" in told
    assert "  no date           Text 249." not in told


def test_the_command_line_says_that_nothing_could_be_read(tmp_path: Path) -> None:
    file, packed = tmp_path / "p.dateline", tmp_path / "x.zip"
    packed.write_bytes(b"PK\x03\x04 and no more")
    run = CliRunner().invoke
    assert run(cli.dateline, ["new", str(file)]).exit_code == 0
    told = run(cli.dateline, ["import", str(file), str(packed), "--dry-run", "--format", "text"])
    assert told.exit_code == 1
    assert told.output.startswith("nothing could be read\n")
    assert "cut off or damaged" in told.output
    (tmp_path / "y.zip").write_bytes(b"")
    told = run(cli.dateline, ["import", str(file), str(tmp_path / "y.zip"), "--dry-run"])
    assert "y.zip: is empty" in told.output


def test_the_command_line_says_how_many_have_no_date(tmp_path: Path) -> None:
    file, texts = tmp_path / "p.dateline", tmp_path / "texts"
    texts.mkdir()
    (texts / "one.txt").write_text("They met on Thursday.")
    (texts / "two.txt").write_text("They met again.")
    run = CliRunner().invoke
    assert run(cli.dateline, ["new", str(file)]).exit_code == 0
    for arguments in (["--dry-run"], []):
        told = run(cli.dateline, ["import", str(file), str(texts), *arguments]).output
        assert "2 without a publication date: set it in their properties or import with --published" in told
    (texts / "three.txt").write_text("They left.")
    told = run(cli.dateline, ["import", str(file), str(texts), "--published", "2018-04-19"]).output
    assert "1 article" in told
    assert "without" not in told


LINKED = {
    "text": "Lora met Aku in Mirsk.",
    "entities": [
        {"id": 0, "label": "PERSON", "start_offset": 0, "end_offset": 4},
        {"id": 1, "label": "PERSON", "start_offset": 9, "end_offset": 12},
        {"id": 2, "label": "Treffen", "start_offset": 5, "end_offset": 8},
    ],
    "relations": [
        {"id": 0, "from_id": 2, "to_id": 0, "type": "Teilnehmer"},
        {"id": 1, "from_id": 2, "to_id": 1, "type": "Teilnehmer"},
        {"id": 2, "from_id": 0, "to_id": 1, "type": "kennt"},
    ],
}


@pytest.fixture
def linked(tmp_path: Path) -> Path:
    path = tmp_path / "linked.jsonl"
    path.write_text(json.dumps(LINKED), encoding="utf-8")
    return path


def test_a_role_the_type_of_event_does_not_have_is_told_before_and_after(empty: Project, linked: Path) -> None:
    unmapped = {x.name: (x.layer, x.starts) for x in preview_sources(empty, [linked], ReadOptions()).labels}
    assert unmapped["Teilnehmer"] == (Layer.RELATION, ("Treffen",))
    mapping = {"Treffen": "CONSULT", "kennt": ""}
    found = preview_sources(empty, [linked], ReadOptions(), mapping=mapping)
    assert "Teilnehmer" not in [x.name for x in found.labels]
    (role,) = found.roles
    assert (role.name, role.event, role.count, role.examples) == ("Teilnehmer", "CONSULT", 2, ("Lora", "Aku"))
    report = import_sources(empty, [linked], ReadOptions(), mapping=mapping)
    said = "the role Teilnehmer is not among those of Consult; what fills it is kept under that name"
    assert said in [p.what for p in report.notices]
    assert said in [p.what for group in found.notices for p in group.examples]
    (bundle,) = empty.annotations.bundles()
    assert [a.role for a in bundle.annotations.arguments] == ["Teilnehmer", "Teilnehmer"]


@pytest.mark.parametrize(("becomes", "kept"), [("Participant", ["Participant", "Participant"]), (LEFT_OUT, [])])
def test_a_role_is_taken_for_another_or_left_out(empty: Project, linked: Path, becomes: str, kept: list[str]) -> None:
    mapping, roles = {"Treffen": "CONSULT", "kennt": ""}, {"CONSULT.Teilnehmer": becomes}
    assert preview_sources(empty, [linked], ReadOptions(), mapping=mapping, roles=roles).roles == ()
    report = import_sources(empty, [linked], ReadOptions(), mapping=mapping, roles=roles)
    assert not [p for p in report.notices if "role" in p.what]
    (bundle,) = empty.annotations.bundles()
    assert [a.role for a in bundle.annotations.arguments] == kept


@pytest.mark.parametrize(
    ("roles", "said"),
    [
        ({"CONSULT.Teilnehmer": "Guest"}, "There is no role Guest of CONSULT"),
        ({"TREFFEN.Teilnehmer": "Agent"}, "TREFFEN.Teilnehmer names no role"),
        ({"PERSON.Teilnehmer": "Agent"}, "PERSON.Teilnehmer names no role"),
    ],
)
def test_a_role_that_is_not_here_is_no_choice(empty: Project, linked: Path, roles: dict[str, str], said: str) -> None:
    for run in (preview_sources, import_sources):
        with pytest.raises(EditError, match=said):
            run(empty, [linked], ReadOptions(), mapping={"Treffen": "CONSULT", "kennt": ""}, roles=roles)


def test_roles_are_chosen_on_the_command_line(empty: Project, linked: Path) -> None:
    empty.close()
    chosen = ["--map", "Treffen=CONSULT", "--map", "kennt="]
    args = ["import", str(empty.path), str(linked), *chosen]
    told = CliRunner().invoke(cli.dateline, [*args, "--dry-run"]).output
    assert "--map-role CONSULT.Teilnehmer=…" in told
    done = CliRunner().invoke(cli.dateline, [*args, "--map-role", "CONSULT.Teilnehmer=Participant"])
    assert done.exit_code == 0
    assert "Teilnehmer" not in done.output


def test_a_link_that_is_left_out_is_no_role_either(empty: Project, linked: Path) -> None:
    mapping = {"Treffen": "CONSULT", "kennt": "", "Teilnehmer": ""}
    assert preview_sources(empty, [linked], ReadOptions(), mapping=mapping).roles == ()
    report = import_sources(empty, [linked], ReadOptions(), mapping=mapping)
    assert not [p for p in report.notices if "role" in p.what]
    (bundle,) = empty.annotations.bundles()
    assert bundle.annotations.arguments == bundle.annotations.relations == ()


def test_roles_of_a_new_type_and_of_brats_files_are_told(empty: Project, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("Lora met Aku.", encoding="utf-8")
    lines = "T1\tPERSON 0 4\tLora\nT2\tMEETING 5 8\tmet\nT3\tCONSULT 5 8\tmet\n"
    (tmp_path / "a.ann").write_text(f"{lines}E1\tMEETING:T2 Wer:T1 Wem:T1\nE2\tCONSULT:T3 Agent:T1\n", encoding="utf-8")
    report = import_sources(empty, [tmp_path / "a.ann"], ReadOptions(), add_labels=True)
    (told,) = [p for p in report.notices if "role" in p.what]
    assert "the roles Wer, Wem are not among those of MEETING" in told.what
    assert "Edit → Labels…" in told.what_to_do


def test_every_text_that_nearly_repeats_another_is_listed(empty: Project, tmp_path: Path) -> None:
    """What is taken for a newer version of what is for a person to judge, one by one."""
    words = "The ministers met in Rome on Monday to talk of ferries and fares, and left as they had come, by the night"
    for folder, ending in (("a", "train"), ("b", "boat")):
        (tmp_path / folder).mkdir()
        for number in range(5):
            (tmp_path / folder / f"{number}.txt").write_text(f"{number * 'Once more, as ever. '}{words} {ending}.")
    import_sources(empty, [tmp_path / "a" / "0.txt"], ReadOptions())
    found = preview_sources(empty, [tmp_path / "b"], ReadOptions(nearly=Nearly.REVISE))
    (near,) = [group for group in found.notices if group.kind == ProblemKind.NEAR_TEXT]
    assert len(near.examples) == near.count == 5


def test_labels_of_another_layer_are_told_and_can_be_taken_for_others(empty: Project, tmp_path: Path) -> None:
    schema = {"event": [{"name": "GPE", "title": "Event"}]}
    who = {"id": "w", "name": "ann", "kind": "person"}
    event = {"id": "e", "label": "GPE", "trigger": {"start": 0, "end": 6}}
    lines = (
        {"record": "project", "format": "dateline", "version": 1, "schema": schema},
        {"record": "article", "id": "a", "text": "Ankara waits.", "annotator": who, "events": [event]},
    )
    path = tmp_path / "other.jsonl"
    path.write_text("".join(json.dumps(line) + "\n" for line in lines), encoding="utf-8")
    gpe = LabelType(new_id(), Layer.ENTITY, "GPE")
    with Project.create(tmp_path / "q.dateline", Schema(types=(gpe,))) as project:
        (tmp_path / "t.txt").write_text("Some text.")
        import_sources(project, [tmp_path / "t.txt"], ReadOptions())
        found = preview_sources(project, [path], ReadOptions(), "dateline")
        assert [p.kind for p in found.problems] == [ProblemKind.UNKNOWN_LABEL]
        assert "GPE (event there, entity here)" in found.problems[0].examples[0].what
        assert [label.name for label in found.labels] == ["GPE"]


def test_the_preview_takes_labels_only_for_what_it_is_told_unless_it_is_to_propose(
    empty: Project, tmp_path: Path
) -> None:
    """The command line imports a label as it is called; the window offers another, and imports it if nobody objects."""
    here, there = tmp_path / "ada.jsonl", tmp_path / "more" / "ada.jsonl"
    there.parent.mkdir()
    for path, label in ((here, "PERSON"), (there, "PER")):
        line = {"text": "Ada met Bo in Rome.", "spans": [{"start": 0, "end": 3, "label": label}]}
        path.write_text(json.dumps(line), encoding="utf-8")
    import_sources(empty, [here], ReadOptions())
    plain = preview_sources(empty, [there], ReadOptions())
    offered = preview_sources(empty, [there], ReadOptions(), propose=True)
    kept = preview_sources(empty, [there], ReadOptions(), mapping={"PER": "PERSON"})
    assert [label.here for label in (*plain.labels, *offered.labels)] == ["PERSON", "PERSON"]
    assert (plain.new_annotations, plain.nothing_new, plain.mapping) == (1, False, {})
    assert (offered.new_annotations, offered.nothing_new, offered.mapping) == (0, True, {"PER": "PERSON"})
    assert (kept.new_annotations, kept.mapping) == (0, {"PER": "PERSON"})
    report = import_sources(empty, [there], ReadOptions(), add_labels=True)
    assert report.annotations == plain.new_annotations


def test_an_id_that_is_there_twice_is_said_of_the_file_it_is_in(
    empty: Project, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    paths = [tmp_path / "ok.jsonl", tmp_path / "twice.jsonl"]
    for path in paths:
        path.write_text(json.dumps({"text": f"They met, says {path.stem}.", "spans": []}), encoding="utf-8")
    take = TakingIn.try_to_take_in

    def twice(importing: TakingIn, reader: Reader) -> list[Problem]:
        if reader.source == paths[1]:
            raise RepeatedId("mention", ["m"])
        return take(importing, reader)

    monkeypatch.setattr(TakingIn, "try_to_take_in", twice)
    (group,) = preview_sources(empty, paths, ReadOptions()).problems
    assert (group.kind, group.examples[0].file) == (ProblemKind.DUPLICATE_ID, "twice.jsonl")
    with pytest.raises(BadInput) as refused:
        import_sources(empty, paths, ReadOptions())
    assert [p.file for p in refused.value.problems] == ["twice.jsonl"]


def test_a_link_whose_ends_are_left_out_asks_for_no_label(empty: Project, tmp_path: Path) -> None:
    """Its label was demanded, and added with nothing of it."""
    record = {**LINKED, "relations": LINKED["relations"][:2]}  # type: ignore[index]
    path = tmp_path / "x.jsonl"
    path.write_text(json.dumps(record), encoding="utf-8")
    mapping = {"Treffen": LEFT_OUT}
    found = preview_sources(empty, [path], ReadOptions(), mapping=mapping)
    assert (found.lacking, found.annotations, found.new_annotations, found.passed_over) == ({}, 5, 2, 3)
    report = import_sources(empty, [path], ReadOptions(), mapping=mapping)
    assert (report.labels_added, report.come, report.annotations, report.passed_over) == ((), 5, 2, 3)
    empty.undo()
    empty.close()
    args = ["import", str(empty.path), str(path), "--map", "Treffen="]
    told = CliRunner().invoke(cli.dateline, [*args, "--dry-run"])
    assert told.exit_code == 0
    assert told.stdout.startswith("would import 1 article, 2 annotations (3 left out)\n")
    assert "relation Teilnehmer  (left out with what it is on)" in told.stdout
    done = CliRunner().invoke(cli.dateline, args)
    assert done.stdout.startswith(f"{empty.path}: 1 article, 2 annotations (3 left out)\n")
    again = CliRunner().invoke(cli.dateline, [*args, "--dry-run"])
    assert again.stdout.startswith("nothing new, 1 there already, 3 annotations left out\n")


def test_what_newer_versions_take_over_is_told_before(empty: Project, tmp_path: Path) -> None:
    words = "The ministers met in Rome on Monday to talk of ferries and fares, and left as they had come, by the night"
    lines = []
    for name, ending, labels in (("old", "train", ("Rome", "train")), ("new", "boat", ())):
        text = f"{words} {ending}."
        spans = [{"start": text.index(w), "end": text.index(w) + len(w), "label": "GPE"} for w in labels]
        lines.append(tmp_path / f"{name}.jsonl")
        lines[-1].write_text(json.dumps({"text": text, "spans": spans}), encoding="utf-8")
    import_sources(empty, lines[:1], ReadOptions())
    (revision,) = preview_sources(empty, lines[1:], ReadOptions(nearly=Nearly.REVISE)).revisions
    assert (revision.moved, revision.stayed) == (1, ["Country or city “train” (old)"])
    empty.close()
    args = ["import", str(empty.path), str(lines[1]), "--nearly", "revise"]
    told = CliRunner().invoke(cli.dateline, [*args, "--dry-run"])
    assert "would import 1 article, 0 annotations, 1 carried over\n" in told.stdout
    assert "stays in this older version: Country or city “train” (old)" in told.stderr
    done = CliRunner().invoke(cli.dateline, args)
    assert f"{empty.path}: 1 article, 0 annotations, 1 carried over\n" in done.stdout

"""What was chosen at one import, in the window or on the command line, is so at the next one on either."""

import json
from pathlib import Path

import pytest

from dateline.editing.kept_columns import keep_header, keep_sheet, kept_columns, kept_header, kept_sheet
from dateline.editing.kept_labels import KeptLabels, keep_labels, kept_labels
from dateline.model.annotation import Layer
from dateline.model.ids import new_id
from dateline.model.schema import LabelType, Role, Schema
from dateline.store.project import Project
from tests.cli.test_cli import run

SPANS = [[0, 3, "LOC"], [8, 12, "PER"]]


def _delivery(path: Path, texts: int) -> Path:
    lines = [json.dumps({"text": f"Ava and Bela, {n}.", "label": SPANS}) for n in range(texts)]
    path.write_text("\n".join(lines), encoding="utf-8")
    return path


@pytest.fixture
def file(tmp_path: Path) -> Path:
    """A project in whose window a LOC of doccano's was chosen to become a GPE, and a label of other files to go."""
    with Project.create(tmp_path / "p.dateline", Schema()) as made:
        with made.step("Labels") as step:
            for name in ("PER", "LOC", "GPE"):
                step.put(LabelType(new_id(), Layer.ENTITY, name))
            step.put(LabelType(new_id(), Layer.EVENT, "MEET", roles=(Role("Who"), Role("Where"))))
        chosen = KeptLabels({"LOC": "GPE", "NORP": "", "MISC": "GPE"}, {"MEET.Place": "Where"})
        keep_labels(made, ["doccano"], chosen, ())
    return tmp_path / "p.dateline"


def _labels(file: Path) -> list[str]:
    with Project.open(file, readonly=True) as project:
        return sorted(m.label for b in project.annotations.bundles() for m in b.annotations.mentions)


AS_BEFORE = "as was chosen at an earlier import: LOC becomes GPE. Say --map LOC=LOC to take it as it is"


def test_what_a_label_was_chosen_to_become_holds_on_the_command_line_and_is_told(file: Path, tmp_path: Path) -> None:
    source = _delivery(tmp_path / "work.jsonl", 1)
    seen = run("import", file, source, "--dry-run")
    assert "entity LOC  (becomes GPE)" in seen.stdout
    assert AS_BEFORE in seen.stderr
    done = run("import", file, source)
    assert done.exit_code == 0, done.stderr
    assert [line for line in done.stderr.splitlines() if "earlier import" in line] == [f"dateline: {AS_BEFORE}"]
    assert _labels(file) == ["GPE", "PER"]


def test_a_second_delivery_adds_nothing_twice(file: Path, tmp_path: Path) -> None:
    run("import", file, _delivery(tmp_path / "work.jsonl", 1))
    assert "0 annotations" in run("import", file, tmp_path / "work.jsonl").stdout
    assert _labels(file) == ["GPE", "PER"]


@pytest.mark.parametrize(("said", "got"), [("LOC=LOC", ["LOC", "PER"]), ("LOC=PER", ["PER", "PER"]), ("LOC=", ["PER"])])
def test_what_is_said_goes_before_it_and_is_kept(file: Path, tmp_path: Path, said: str, got: list[str]) -> None:
    first = run("import", file, _delivery(tmp_path / "work.jsonl", 1), "--map", said)
    assert "earlier import" not in first.stderr
    assert _labels(file) == got
    run("import", file, _delivery(tmp_path / "work.jsonl", 2))
    assert sorted({*_labels(file)}) == sorted({*got})
    with Project.open(file, readonly=True) as project:
        target = said.partition("=")[2]
        assert kept_labels(project, ["doccano"]).labels["LOC"] == (None if target == "LOC" else target)


def test_a_label_the_project_lacks_can_be_taken_as_it_is(file: Path, tmp_path: Path) -> None:
    source = tmp_path / "work.jsonl"
    source.write_text(json.dumps({"text": "Ava came.", "label": [[0, 3, "MISC"]]}), encoding="utf-8")
    assert run("import", file, source, "--map", "MISC=MISC", "--add-labels").exit_code == 0
    assert _labels(file) == ["MISC"]


def _meeting(path: Path) -> Path:
    record = {
        "text": "Ava met in Rome.",
        "entities": [
            {"id": 1, "label": "MEET", "start_offset": 4, "end_offset": 7},
            {"id": 2, "label": "LOC", "start_offset": 11, "end_offset": 15},
        ],
        "relations": [{"id": 3, "from_id": 1, "to_id": 2, "type": "Place"}],
    }
    path.write_text(json.dumps(record), encoding="utf-8")
    return path


def test_arguments_that_go_with_a_role_that_is_left_out_are_counted(file: Path, tmp_path: Path) -> None:
    source = _meeting(tmp_path / "work.jsonl")
    said = "1 article, 2 annotations (1 argument left out)"
    assert f"would import {said}" in run("import", file, source, "--map-role", "MEET.Place=", "--dry-run").stdout
    assert said in run("import", file, source, "--map-role", "MEET.Place=").stdout
    again = run("import", file, source)
    assert "(2 there already, 1 argument left out)" in again.stdout, "as it was chosen before"
    assert "nothing new, 1 there already, 1 argument left out" in run("import", file, source, "--dry-run").stdout


def test_roles_are_as_before_too(file: Path, tmp_path: Path) -> None:
    source = _meeting(tmp_path / "work.jsonl")
    done = run("import", file, source)
    assert "as was chosen at an earlier import: LOC becomes GPE, MEET.Place becomes Where" in done.stderr, done.stderr
    with Project.open(file, readonly=True) as project:
        assert [a.role for b in project.annotations.bundles() for a in b.annotations.arguments] == ["Where"]
    again = run("import", file, source, "--map-role", "MEET.Place=Who")
    assert "MEET.Place becomes" not in again.stderr
    with Project.open(file, readonly=True) as project:
        assert kept_labels(project, ["doccano"]).roles == {"MEET.Place": "Who"}


def test_what_was_refused_or_only_looked_at_is_not_kept(file: Path, tmp_path: Path) -> None:
    source = _delivery(tmp_path / "work.jsonl", 1)
    run("import", file, source, "--map", "LOC=PER", "--dry-run")
    assert run("import", file, source, "--map", "LOC=PER", "--map", "LOK=GPE").exit_code == 2
    with Project.open(file, readonly=True) as project:
        assert kept_labels(project, ["doccano"]).labels["LOC"] == "GPE"


def test_columns_that_were_said_are_known_the_next_time_and_in_the_window(file: Path, tmp_path: Path) -> None:
    table, later = tmp_path / "a.csv", tmp_path / "b.csv"
    table.write_text("Body,Kopf,Tag\nAda came.,One,03/04/2024\n", encoding="utf-8")
    later.write_text("Body,Kopf,Tag\nBo went.,Two,05/04/2024\n", encoding="utf-8")
    said = ("column.text=Body", "column.published=Tag")
    first = run("import", file, table, "--dates", "day-first", *(part for s in said for part in ("--option", s)))
    assert first.exit_code == 0, first.stderr
    done = run("import", file, later)
    assert done.exit_code == 0, done.stderr
    assert "taken as was chosen for such a table before" in done.stderr
    with Project.open(file, readonly=True) as project:
        assert [b.article.published for b in project.annotations.bundles()] == ["2024-04-03", "2024-04-05"]
        kept = kept_columns(project, ("Body", "Kopf", "Tag"))
        assert kept == {"text": "Body", "published": "Tag", "dates": "day-first"}


def test_a_sheet_is_as_before_until_another_one_or_all_are_said(file: Path, tmp_path: Path) -> None:
    texts = {"2019": "Ada came.", "2020": "Bo went.", "2021": "Cem stayed."}
    rows = {name: [["text", "title"], [text, name]] for name, text in texts.items()}
    openpyxl, book = pytest.importorskip("openpyxl"), tmp_path / "a.xlsx"
    made = openpyxl.Workbook()
    made.remove(made.active)
    for name, lines in rows.items():
        sheet = made.create_sheet(name)
        for line in lines:
            sheet.append(line)
    made.save(book)
    with Project.open(file) as project:
        keep_sheet(project, tuple(rows), "2020")  # as the window does

    def titles() -> list[str]:
        with Project.open(file, readonly=True) as project:
            return [b.article.title for b in project.annotations.bundles()]

    assert "the sheet 2020 alone is read, as was chosen for such a workbook before" in run("import", file, book).stderr
    assert titles() == ["2020"]
    assert "alone is read" not in run("import", file, book, "--option", "sheet=2021").stderr
    assert titles() == ["2020", "2021"]
    with Project.open(file, readonly=True) as project:
        assert kept_sheet(project, tuple(rows)) == "2021"
    done = run("import", file, book, "--option", "sheet=")
    assert done.exit_code == 0, done.stderr
    assert titles() == ["2020", "2021", "2019"]
    assert "alone is read" not in run("import", file, book).stderr, "all was said the last time"


ABOVE = "text,who\nPress review,of the week\n"  # looks like a header


def _below(path: Path, text: str, above: str = ABOVE) -> Path:
    path.write_text(f"{above}Body,Day\n{text},2020-01-02\n", encoding="utf-8")
    return path


def _texts(file: Path) -> list[str]:
    with Project.open(file, readonly=True) as project:
        return [b.article.text for b in project.annotations.bundles()]


HEADER_BEFORE = "line 3 is taken for the header, as was said for such a table before"


def test_the_line_of_a_header_that_was_said_is_so_until_another_one_or_none_is(file: Path, tmp_path: Path) -> None:
    said = run("import", file, _below(tmp_path / "a.csv", "Ada came."), "--option", "header=3", "--dry-run")
    assert "would import 1 article" in said.stdout
    assert "would import 3 articles" in run("import", file, tmp_path / "a.csv", "--dry-run").stdout
    run("import", file, tmp_path / "a.csv", "--option", "header=3")
    with Project.open(file, readonly=True) as project:
        assert kept_header(project, "", ("text", "who")) == 3
    done = run("import", file, _below(tmp_path / "b.csv", "Bo went."))
    assert HEADER_BEFORE in done.stderr, done.stderr
    assert "--option header= " in done.stderr
    assert _texts(file) == ["Ada came.", "Bo went."]
    again = run("import", file, tmp_path / "b.csv", "--option", "header=")
    assert "header, as was said" not in again.stderr
    assert _texts(file) == ["Ada came.", "Bo went.", "Press review", "Body"]
    assert "header, as was said" not in run("import", file, tmp_path / "b.csv").stderr, "it was forgotten"


def test_the_line_of_a_header_goes_with_the_columns_and_the_window(file: Path, tmp_path: Path) -> None:
    with Project.open(file) as project:
        keep_header(project, "", ("text", "who"), 3)  # as the window does
    assert HEADER_BEFORE in run("import", file, _below(tmp_path / "a.csv", "Ada came.")).stderr
    short = tmp_path / "short.csv"
    short.write_text("text,who\nCem stayed.,Dee\n", encoding="utf-8")
    assert "header, as was said" not in run("import", file, short).stderr, "it has no such line"
    named = run("import", file, _below(tmp_path / "c.csv", "Eve sang."), "--option", "column.text=who")
    assert "header, as was said" not in named.stderr, "the columns that are named say which it is"
    assert _texts(file)[:2] == ["Ada came.", "Cem stayed."]


def test_the_line_of_a_header_is_that_of_its_sheet(file: Path, tmp_path: Path) -> None:
    openpyxl = pytest.importorskip("openpyxl")

    def book(name: str, text: str) -> Path:
        made = openpyxl.Workbook()
        made.remove(made.active)
        for title in ("2019", "2020"):
            sheet = made.create_sheet(title)
            for line in (*ABOVE.splitlines(), "Body,Day", f"{text} in {title},2020-01-02"):
                sheet.append(line.split(","))
        made.save(tmp_path / name)
        return tmp_path / name

    run("import", file, book("a.xlsx", "Ada came"), "--option", "sheet=2020", "--option", "header=3")
    done = run("import", file, book("b.xlsx", "Bo went"))
    assert HEADER_BEFORE in done.stderr, done.stderr
    assert _texts(file) == ["Ada came in 2020", "Bo went in 2020"]


def test_a_choice_for_one_format_is_shown_with_its_name_where_others_have_the_label(file: Path, tmp_path: Path) -> None:
    (tmp_path / "brat").mkdir()
    (tmp_path / "brat" / "a.txt").write_text("Cem and Dee.")
    (tmp_path / "brat" / "a.ann").write_text("T1\tLOC 0 3\tCem\n")
    sources = _delivery(tmp_path / "work.jsonl", 1), tmp_path / "brat"
    seen = run("import", file, *sources, "--dry-run")
    assert "entity LOC  (becomes GPE in doccano)" in seen.stdout
    assert "as was chosen at an earlier import of doccano: LOC becomes GPE" in seen.stderr
    assert run("import", file, *sources).exit_code == 0
    assert _labels(file) == ["GPE", "LOC", "PER"]


@pytest.mark.parametrize(
    ("kept", "told"),
    [
        ({"doccano": ""}, "entity NEW  (left out in doccano, otherwise new)"),
        ({"doccano": "PER"}, "entity NEW  (becomes PER in doccano, otherwise new)"),
        ({"doccano": "", "brat": "GPE"}, "entity NEW  (left out in doccano, becomes GPE in brat)"),
        ({"doccano": "", "brat": ""}, "entity NEW  (left out)"),
    ],
)
def test_what_becomes_of_a_label_is_worded_for_each_format(
    file: Path, tmp_path: Path, kept: dict[str, str], told: str
) -> None:
    with Project.open(file) as project:
        for name, target in kept.items():
            keep_labels(project, [name], KeptLabels({"NEW": target}, {}), ())
    (tmp_path / "a.txt").write_text("Cem and Dee.")
    (tmp_path / "a.ann").write_text("T1\tNEW 0 3\tCem\n")
    (tmp_path / "work.jsonl").write_text(json.dumps({"text": "Ava and Bela.", "label": [[0, 3, "NEW"]]}))
    seen = run("import", file, tmp_path / "work.jsonl", tmp_path / "a.ann", "--dry-run")
    assert told in seen.stdout, seen.stdout + seen.stderr


def test_what_becomes_of_a_label_of_one_format_needs_no_name_of_it(file: Path, tmp_path: Path) -> None:
    with Project.open(file) as project:
        keep_labels(project, ["brat"], KeptLabels({"NEW": "GPE"}, {}), ())
    (tmp_path / "a.txt").write_text("Cem and Dee.")
    (tmp_path / "a.ann").write_text("T1\tNEW 0 3\tCem\n")
    seen = run("import", file, _delivery(tmp_path / "work.jsonl", 1), tmp_path / "a.ann", "--dry-run")
    assert "entity NEW  (becomes GPE)" in seen.stdout, seen.stdout + seen.stderr

"""Options of `dateline import`: what is wrong with them is said of them, and none is passed over in silence."""

import json
from pathlib import Path

import pytest
from click.testing import CliRunner

from dateline.cli import dateline, terminal
from dateline.editing.kept_columns import keep_columns
from dateline.exchange.formats import own_formats
from dateline.store.project import Project
from tests.cli.test_cli import GOLD, run, sample

__all__ = ["sample"]


def test_what_is_wrong_with_a_command_is_not_said_of_the_data(tmp_path: Path) -> None:
    file, table = tmp_path / "p.dateline", tmp_path / "t.csv"
    table.write_text("text,published\nAda came.,03/04/2024\n", encoding="utf-8")
    run("new", file)
    for option, said in (
        (("--encoding", "klingon"), "there is no encoding klingon; there are utf-8, utf-16, cp1252, cp1254"),
        (("--encoding", "undefined"), "there is no encoding undefined; there are utf-8"),
        (("--encoding", "hex"), "there is no encoding hex; there are utf-8"),
        (("--encoding", "rot13"), "there is no encoding rot13; there are utf-8"),
        (("--format", "nope"), "there is no format nope; there are bioc, brat"),
        (("--published", "03/04/2024"), "can be read in two ways"),
        (("--published", "soon"), "'soon' is not a date"),
        (("--metadata", "none.tsv"), "there is no file none.tsv"),
        (("--option", "dates=sideways"), "the option dates of table is one of day-first, month-first"),
    ):
        refused = run("import", file, table, *option)
        assert (refused.exit_code, said in " ".join(refused.stderr.split()), refused.stdout) == (2, True, "")
        assert "t.csv" not in refused.stderr


def test_a_publication_date_is_written_as_dates_says(tmp_path: Path) -> None:
    file, text = tmp_path / "p.dateline", tmp_path / "a.txt"
    text.write_text("Ada met Bo.", encoding="utf-8")
    run("new", file)
    for dates, day in (("day-first", "2024-04-03"), ("month-first", "2024-03-04")):
        assert day in run("import", file, text, "--published", "03/04/2024", "--dates", dates, "--dry-run").stdout


def test_only_formats_that_can_be_imported_are_named(tmp_path: Path) -> None:
    run("new", tmp_path / "p.dateline")
    refused = run("import", tmp_path / "p.dateline", GOLD, "--format", "nope")
    only_written = {f.name for f in own_formats().values() if not f.can_import}
    named = set(" ".join(refused.stderr.split()).partition("there are ")[2].rstrip(".").split(", "))
    assert only_written
    assert named.isdisjoint(only_written)


def test_options_that_change_nothing_are_told_or_refused(sample: Path, tmp_path: Path) -> None:
    lines = tmp_path / "x.jsonl"
    lines.write_text('{"text": "Ada met Bo.", "label": [[0, 3, "PERSON"]]}\n', encoding="utf-8")
    before = run("stats", sample).stdout
    given = "--map", "PER=PERSON", "--map-role", "CONSULT.Who=Participant"
    for refused in (run("import", sample, lines, *given, "--dry-run"), run("import", sample, lines, *given)):
        assert (refused.exit_code, refused.stdout) == (2, "")
        said = " ".join(refused.stderr.split())
        assert "the sources have no label PER; they have PERSON. " in said
        assert "the sources have no role CONSULT.Who; they have no role at all. Of several sources" in said
    assert run("stats", sample).stdout == before
    for told in (run("import", sample, lines, *last, "--encoding", "cp1254") for last in (["--dry-run"], [])):
        assert (told.exit_code, "the encoding cp1254 is not used: files of doccano" in told.stderr) == (0, True)
    lines.write_text('{"text": "Ada met Bo again.", "label": [[0, 3, "PER"]]}\n', encoding="utf-8")
    assert run("import", sample, lines, "--map", "PER=PERSON").exit_code == 0


@pytest.mark.parametrize("dry", [["--dry-run"], []])
def test_a_mapped_label_that_no_source_has_is_refused_with_those_that_are_there(
    sample: Path, tmp_path: Path, dry: list[str]
) -> None:
    """One of several is enough, be it in whichever source, and new labels do not come before it."""
    sources = tmp_path / "x.jsonl", tmp_path / "y.jsonl"
    for path, label in zip(sources, ("LOC", "PER"), strict=True):
        path.write_text(json.dumps({"text": f"{label} met Bo.", "label": [[0, 3, label]]}), encoding="utf-8")
    before = run("stats", sample).stdout
    refused = run("import", sample, *sources, "--map", "PER=PERSON", "--map", "loc=GPE", *dry)
    assert (refused.exit_code, refused.stdout) == (2, "")
    assert "the sources have no label loc; they have LOC, PER. Of several sources" in refused.stderr
    refused = run("import", sample, *sources, "--map", "pr=PERSON", "--map", "LOC=GPE", *dry)
    assert (refused.exit_code, "no label pr; they have PER, LOC." in refused.stderr) == (2, True)
    assert run("stats", sample).stdout == before
    assert run("import", sample, *sources, "--map", "PER=PERSON", "--map", "LOC=GPE", *dry).exit_code == 0


def test_a_label_to_leave_out_that_no_source_has_is_refused(sample: Path, tmp_path: Path) -> None:
    """Also one that only links have, which are not even read, is none that is missing."""
    lines = tmp_path / "x.jsonl"
    entities = [{"id": n, "label": "PERSON", "start_offset": b, "end_offset": e} for n, b, e in ((1, 0, 3), (2, 8, 10))]
    links = [{"id": 1, "from_id": 1, "to_id": 2, "type": "knows"}]
    lines.write_text(json.dumps({"text": "Ada met Bo.", "entities": entities, "relations": links}), encoding="utf-8")
    for dry in ((), ("--dry-run",))[::-1]:
        told = run("import", sample, lines, "--map", "PERSN=", "--map", "knows=", *dry)
        assert (told.exit_code, "the sources have no label PERSN; they have PERSON. " in told.stderr) == (2, True)
        assert run("import", sample, lines, "--map", "knows=", *dry).exit_code == 0


def test_roles_may_be_named_by_the_sources_label_of_the_event(sample: Path, tmp_path: Path) -> None:
    folder = tmp_path / "brat"
    folder.mkdir()
    (folder / "a.txt").write_text("Ada met Bo.", encoding="utf-8")
    ann = "T1\tPERSON 0 3\tAda\nT2\tTREFFEN 4 7\tmet\nE1\tTREFFEN:T2 Who:T1\n"
    (folder / "a.ann").write_text(ann, encoding="utf-8")
    for label in ("TREFFEN", "CONSULT"):
        given = "--map", "TREFFEN=CONSULT", "--map-role", f"{label}.Who=Participant"
        told = run("import", sample, folder, *given, "--dry-run")
        assert told.exit_code == 0, told.stderr
        assert "role" not in told.stderr
    told = run("import", sample, folder, "--map", "TREFFEN=CONSULT", "--map-role", "TREFFN.Who=Participant")
    assert "TREFFN.Who names no role" in told.stderr


def test_a_publication_date_goes_to_the_articles_of_a_dateline_file_that_have_none(tmp_path: Path) -> None:
    file = tmp_path / "p.dateline"
    run("new", file)
    assert "without a publication date" not in run("import", file, GOLD, "--published", "2018-04-19").stdout


def test_a_file_that_cannot_be_read_is_left_out_and_the_rest_comes_in(tmp_path: Path) -> None:
    line = '{"text": "Ada met Bo.", "label": [[0, 3, "PERSON"]]}\n'
    file, here = tmp_path / "p.dateline", tmp_path / "x.jsonl"
    here.write_text(line, encoding="utf-8")
    run("new", file)
    for found in ((), ("--format", "doccano")):
        refused = run("import", file, tmp_path / "gone.jsonl", here, *found)
        assert (refused.exit_code, "gone.jsonl: cannot be read" in refused.stderr) == (1, True)
        rest = run("import", file, tmp_path / "gone.jsonl", here, *found, "--skip-bad")
        assert (rest.exit_code, "gone.jsonl: cannot be read" in rest.stderr) == (1, True)
        assert "0 articles, 1 there already" in rest.stdout or "1 article, 1 annotation" in rest.stdout


def test_what_was_chosen_for_a_tables_columns_holds_on_the_command_line_too(tmp_path: Path) -> None:
    file, table = tmp_path / "p.dateline", tmp_path / "t.csv"
    table.write_text("Meldung,Wann,title\nAda came to Rome.,03/04/2024,Arrival\n", encoding="utf-8")
    run("new", file)
    assert "has no column text" in run("import", file, table).stderr
    columns = ("Meldung", "Wann", "title")
    with Project.open(file) as project:
        keep_columns(project, columns, {"text": "Meldung", "published": "Wann", "title": "", "dates": "day-first"})
    told = run("import", file, table, "--dry-run")
    assert "before: dates = day-first, text = Meldung, published = Wann, title = none" in told.stderr
    assert run("import", file, table, "--option", "column.title=title").exit_code == 0
    with Project.open(file, readonly=True) as project:
        (article,) = project.articles.all()
    assert (article.text, article.published, article.title) == ("Ada came to Rome.", "2024-04-03", "Arrival")


@pytest.mark.parametrize("option", ["--map", "--map-role", "--option"])
def test_what_is_said_twice_otherwise_is_refused(tmp_path, option):
    file = tmp_path / "p.dateline"
    (tmp_path / "in.txt").write_text("Ann left.", "utf-8")
    run("new", file)
    got = run("import", file, tmp_path / "in.txt", option, "PER=PERSON", option, "PER=ORG")
    assert got.exit_code == 2
    assert "PER is given twice, as 'PERSON' and as 'ORG'" in got.stderr.replace("\n", " ")


def test_what_cannot_be_named_is_said_in_words(tmp_path: Path) -> None:
    file, lines = tmp_path / "p.dateline", tmp_path / "x.jsonl"
    lines.write_text('{"text": "Ada met Bo.", "label": [[0, 3, "PER"]]}\n', encoding="utf-8")
    run("new", file, "--schema", "none")
    told = run("import", file, lines, "--map", "PER=PERSON").stderr
    assert "no label PERSON here to take PER for; the project has no labels yet. Check the spelling, or add it" in told
    told = run("export", file, "-o", tmp_path / "o.jsonl", "--label", "PERSON").stderr
    assert "no label called PERSON; there are none" in " ".join(told.split())
    told = run("import", file, lines, "--map-role", "CONSULT.Who=Agent").stderr
    assert "there are none." in told


MIXED = {
    "a.txt": "Plain words.",
    "t.csv": "text,title\nDee came.,Arrival\n",
    "x.jsonl": '{"text": "Ada met Bo.", "label": [[0, 3, "PER"]]}\n',
    "y.jsonl": '{"text": "Eve met Bo.", "label": [[0, 3, "LOC"]]}\n',
    "s.jsonl": '{"text": "Fay met Bo.", "spans": [{"start": 0, "end": 3, "label": "PERSON"}]}\n',
}


@pytest.mark.parametrize("dry", [["--dry-run"], []])
@pytest.mark.parametrize("turned", [False, True])
def test_one_mapping_serves_a_list_of_sources_of_all_kinds(
    sample: Path, tmp_path: Path, dry: list[str], turned: bool
) -> None:
    for name, content in MIXED.items():
        (tmp_path / name).write_text(content, encoding="utf-8")
    sources = [tmp_path / name for name in MIXED]
    taken = run("import", sample, *(sources[::-1] if turned else sources), "--map", "PER=PERSON", *dry)
    assert (taken.exit_code, "5 articles" in taken.stdout) == (0, True), taken.stderr
    before = run("stats", sample).stdout
    others = [s for s in sources if s.name != "x.jsonl"]
    refused = run("import", sample, *others, "--map", "PER=PERSON", *dry)
    assert (refused.exit_code, refused.stdout, run("stats", sample).stdout) == (2, "", before)
    said = " ".join(refused.stderr.split())
    assert "they have PERSON, LOC. Of several sources in one command one that has it is enough." in said


@pytest.mark.parametrize("name", ["p.dateline.backup-20261129", "p.dateline.bak"])
def test_no_command_writes_to_a_backup(tmp_path: Path, name: str) -> None:
    project, backup = tmp_path / "p.dateline", tmp_path / name
    run("new", project)
    project.rename(backup)
    before = backup.read_bytes()
    source = tmp_path / "a.txt"
    source.write_text("They met on 19 April 2018.", encoding="utf-8")
    for words in (("import", backup, source), ("redate", backup, "--article", "1", "--published", "2018-04-19")):
        refused = run(*words)
        assert refused.exit_code == 1
        assert "This is a backup by its name, and stays as it is" in refused.stderr
        assert name in refused.stderr
    assert run("import", backup, source, "--dry-run").exit_code == 0
    assert run("stats", backup).exit_code == 0
    assert backup.read_bytes() == before


@pytest.fixture
def corrected(tmp_path: Path) -> tuple[Path, Path]:
    """A project with a delivery, and that delivery corrected, under another name."""
    file, spans = tmp_path / "p.dateline", [[0, 3, "PER"], [8, 10, "PER"], [14, 18, "GPE"]]
    paths = tmp_path / "doccano.jsonl", tmp_path / "doccano_2024-06.jsonl"
    for path, last in zip(paths, (spans, [*spans[:2], [14, 18, "LOC"]]), strict=True):
        records = ({"text": f"Ada met Bo in Rome, {n}.", "label": spans if n else last} for n in range(5))
        path.write_text("\n".join(map(json.dumps, records)), encoding="utf-8")
    run("new", file)
    assert run("import", file, paths[0], "--add-labels").exit_code == 0
    return file, paths[1]


@pytest.mark.parametrize(
    ("answer", "given", "asked", "came"),
    [("y\n", (), True, True), ("\n", (), True, False), ("", (), True, False), ("", ("--yes",), False, True)],
)
def test_on_a_terminal_a_corrected_delivery_is_told_before_and_can_be_stopped(
    corrected: tuple[Path, Path],
    monkeypatch: pytest.MonkeyPatch,
    answer: str,
    given: tuple[str, ...],
    asked: bool,
    came: bool,
) -> None:
    file, path = corrected
    monkeypatch.setattr(terminal, "_answers", lambda: True)
    before = run("stats", file).stdout
    words = [str(w) for w in ("import", file, path, "--add-labels", *given)]
    told = CliRunner().invoke(dateline, words, input=answer)
    known, question, rest = told.stderr.partition("Import it all the same? [y/N]")
    assert ("are there already as doccano's" in known, bool(question)) == (True, asked)
    assert ("nothing was changed" in rest) is not came
    assert (told.exit_code, "15 annotations" in told.stdout) == ((0, True) if came else (1, False))
    assert (run("stats", file).stdout != before) is came


def test_where_nobody_can_answer_a_corrected_delivery_is_told_and_taken_in(corrected: tuple[Path, Path]) -> None:
    told = run("import", *corrected, "--add-labels")
    assert (told.exit_code, "are there already as doccano's" in told.stderr, "?" in told.stderr) == (0, True, False)


def test_of_what_is_no_ones_work_once_more_nothing_is_asked(
    corrected: tuple[Path, Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    """What differs of the same annotator is told; there is no better way to bring it in."""
    monkeypatch.setattr(terminal, "_answers", lambda: True)
    told = run("import", *corrected, "--add-labels", "--annotator", "doccano")
    assert (told.exit_code, "differs in label or extent" in told.stderr, "?" in told.stderr) == (0, True, False)


def test_texts_that_several_sources_have_are_not_said_to_be_there_already(tmp_path: Path) -> None:
    file, paths = tmp_path / "p.dateline", [tmp_path / name for name in ("here.jsonl", "one.jsonl", "two.jsonl")]
    for path, texts in zip(paths, ("AB", "ABC", "BCD"), strict=True):
        records = ({"text": f"{text} met Bo.", "label": [[6, 8, "PERSON"]]} for text in texts)
        path.write_text("\n".join(map(json.dumps, records)), encoding="utf-8")
    run("new", file)
    assert "2 articles, 2 annotations" in run("import", file, paths[0]).stdout
    for dry in (["--dry-run"], []):
        told = run("import", file, *paths[1:], *dry)
        assert "2 articles, 3 there already, 1 once more in this import, 6 annotations" in told.stdout
    assert "nothing new, 6 there already\n" in run("import", file, *paths[1:], "--dry-run").stdout


def test_facts_that_articles_lacked_are_told_alike_by_preview_and_import(tmp_path: Path) -> None:
    file, text, table = tmp_path / "p.dateline", tmp_path / "a.txt", tmp_path / "t.csv"
    text.write_text("Ada met Bo.", encoding="utf-8")
    table.write_text("text,published,source,author\nAda met Bo.,2024-04-03,AA,Eve\n", encoding="utf-8")
    run("new", file)
    run("import", file, text)
    said = "1 article here gets what was missing: publication date (1), source (1), column author (1)"
    previewed = run("import", file, table, "--dry-run").stdout.splitlines()
    each = "  Ada met Bo.: publication date “2024-04-03”; source “AA”; column author “Eve”"
    assert previewed[:3] == ["would import 0 articles, 1 there already", said, each]
    assert run("import", file, table).stdout.splitlines() == [
        f"{file}: 0 articles, 1 there already, 0 annotations",
        said,
        each,
    ]
    table.write_text("text,published,source\nAda met Bo.,2024-04-03,BB\n", encoding="utf-8")
    told = "Ada met Bo.: source: “BB” in t.csv, “AA” here, which stays"
    for option in (["--dry-run"], []):
        assert told in run("import", file, table, *option).stderr


@pytest.mark.parametrize(
    ("records", "more", "rest"),
    [
        (["{"], "", False),
        (["{", '{"text": "Ada met Bo."}'], "", True),
        (['{"text": "Ada met Bo."}', "{"], "", True),
        (["{"], "Ada met Bo.", True),
        (["{"] * 60, "", True),  # for all that is known
    ],
)
def test_leaving_out_what_is_wrong_is_advised_where_something_is_left(
    tmp_path: Path, records: list[str], more: str, rest: bool
) -> None:
    file, path, text = tmp_path / "p.dateline", tmp_path / "x.jsonl", tmp_path / "a.txt"
    path.write_text("\n".join(records), encoding="utf-8")
    text.write_text(more, encoding="utf-8")
    run("new", file)
    refused = run("import", file, path, *([text] if more else []), "--format", "spans" if not more else "")
    assert (refused.exit_code, "--skip-bad" in refused.stderr) == (1, rest), refused.stderr


def test_what_is_said_of_many_records_alike_is_said_of_the_first_and_counted(tmp_path: Path) -> None:
    """An import of what is there already filled the terminal with a line for each of 500 texts."""
    file, texts = tmp_path / "p.dateline", tmp_path / "a.jsonl"
    records = [{"text": f"Ada met Bo on day {n}, {n * n} times.", "annotator": "ada", "spans": []} for n in range(40)]
    texts.write_text("".join(json.dumps(record) + "\n" for record in records), encoding="utf-8")
    run("new", file)
    run("import", file, texts)
    again = run("import", file, texts)
    said = [line for line in again.stderr.splitlines() if line.startswith("dateline: ")]
    assert sum("has the same text" in line for line in said) == 10
    assert "dateline: and 30 more that say the same (repeated text)" in said

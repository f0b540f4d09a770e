"""Options of an import that are said of one source alone."""

import os
from pathlib import Path

import pytest

from dateline.store.project import Project
from tests.cli.test_cli import run

A = "Body,Kopf,Tag\nAda came.,One,03/04/2024\n"
B = "Report,Kopf,Tag\nBo went.,Two,05/04/2024\n"
TEXTS = ("a.csv:column.text=Body", "b.csv:column.text=Report")


def _two_tables(folder: Path) -> tuple[Path, Path, Path]:
    (folder / "more").mkdir()
    project, one, two = folder / "p.dateline", folder / "a.csv", folder / "more" / "b.csv"
    one.write_text(A, encoding="utf-8")
    two.write_text(B, encoding="utf-8")
    run("new", project)
    return project, one, two


@pytest.mark.parametrize(
    ("said", "days"),
    [
        (TEXTS, ["", ""]),
        (("column.text=Body", TEXTS[1]), ["", ""]),
        ((*TEXTS, "column.published=Tag", "dates=day-first"), ["2024-04-03", "2024-04-05"]),
        ((*TEXTS, "column.published=Tag", "dates=day-first", "b.csv:dates=month-first"), ["2024-04-03", "2024-05-04"]),
        ((*TEXTS, "column.published=Tag", "dates=day-first", "b.csv:column.published="), ["2024-04-03", ""]),
        ((TEXTS[0], "{two}:column.text=Report"), ["", ""]),
    ],
)
def test_what_holds_of_one_table_alone_can_be_said(tmp_path: Path, said: tuple[str, ...], days: list[str]) -> None:
    project, one, two = _two_tables(tmp_path)
    done = run("import", project, one, two, *(part for s in said for part in ("--option", s.format(two=two))))
    assert done.exit_code == 0, done.stderr
    with Project.open(project, readonly=True) as opened:
        assert [(b.article.text, b.article.published) for b in opened.annotations.bundles()] == [
            ("Ada came.", days[0]), ("Bo went.", days[1])
        ]  # fmt: skip


@pytest.mark.parametrize(
    ("said", "code", "told"),
    [
        (("column.text=Body",), 1, "b.csv, line 1: has no column Body (its columns: Report, Kopf, Tag). Check its"),
        ((TEXTS[0], "b.csv:column.text=Body"), 1, "b.csv, line 1: has no column Body (its columns: Report, Kopf"),
        ((*TEXTS, "sheet=One"), 1, "b.csv: has no sheets, and One was named as the one to read. Say of which"),
        ((*TEXTS, "b.csv:header=9"), 1, "b.csv: line 9 is blank or beyond the table's end. Say which line"),
        ((*TEXTS, "c.csv:header=1"), 2, "c.csv is none of the sources; there are"),
        ((*TEXTS, "b.csv:headr=1"), 2, "the format table has no option headr; it has column.text"),
        ((*TEXTS, "b.csv:header"), 2, "expected KEY=VALUE, not 'header'"),
        ((*TEXTS, "b.csv:column.text=Kopf"), 2, "column.text is given twice, as 'Report' and as 'Kopf'"),
    ],
)
@pytest.mark.parametrize("dry", [["--dry-run"], []])
def test_what_does_not_fit_a_table_names_it(
    tmp_path: Path, said: tuple[str, ...], code: int, told: str, dry: list[str]
) -> None:
    project, one, two = _two_tables(tmp_path)
    refused = run("import", project, one, two, *(part for s in said for part in ("--option", s)), *dry)
    assert (refused.exit_code, told in " ".join((refused.stdout + refused.stderr).split())) == (code, True)
    assert "a.csv, line 1: has no column" not in refused.stderr


def test_a_name_that_several_sources_have_is_told_apart_by_the_folder(tmp_path: Path) -> None:
    project, one, two = _two_tables(tmp_path)
    two = two.rename(two.with_name("a.csv"))
    told = "2 sources are called a.csv: say which, such as "
    refused = run("import", project, one, two, "--option", "a.csv:column.text=Body")
    assert (refused.exit_code, told in " ".join(refused.stderr.split())) == (2, True)
    given = "--option", f"{one}:column.text=Body", "--option", f"{two}:column.text=Report"
    assert run("import", project, one, two, *given).exit_code == 0


@pytest.mark.skipif(os.name == "nt", reason="no file is called so there")
def test_a_name_of_a_source_may_have_colons_and_signs_of_equality(tmp_path: Path) -> None:
    project, one, _ = _two_tables(tmp_path)
    one = one.rename(one.with_name("news: x=1.csv"))
    assert run("import", project, one, "--option", "news: x=1.csv:column.text=Body").exit_code == 0


def test_a_sheet_that_one_of_two_workbooks_has_not_names_the_workbook(tmp_path: Path) -> None:
    openpyxl = pytest.importorskip("openpyxl")
    run("new", project := tmp_path / "p.dateline")
    for name in ("One", "Two"):
        book = openpyxl.Workbook()
        book.active.title = name
        for row in (("text",), (f"{name} came.",)):
            book.active.append(row)
        book.save(tmp_path / f"{name}.xlsx")
    sources = [tmp_path / f"{name}.xlsx" for name in ("One", "Two")]
    refused = run("import", project, *sources, "--option", "sheet=One")
    assert "Two.xlsx: has no sheet One; there are Two. Check its spelling; what holds of one" in refused.stderr
    assert run("import", project, *sources, "--option", "One.xlsx:sheet=One").exit_code == 0


def test_fields_of_json_records_are_said_of_one_source_alone(tmp_path: Path) -> None:
    project, one, _ = _two_tables(tmp_path)
    lines = tmp_path / "c.jsonl"
    lines.write_text('{"text": "Cy sat.", "story": "Cy stood."}\n', encoding="utf-8")
    refused = run("import", project, one, lines, "--option", "column.text=Body")
    assert "c.jsonl, line 1: has no field Body (its fields: text, story). Say which it is: --option" in refused.stderr
    assert "SOURCE:column.text=NAME" in refused.stderr
    done = run("import", project, one, lines, "--option", TEXTS[0], "--option", "c.jsonl:column.text=story")
    assert (done.exit_code, "2 articles" in done.stdout) == (0, True), done.stderr
    with Project.open(project, readonly=True) as opened:
        assert [b.article.text for b in opened.annotations.bundles()] == ["Ada came.", "Cy stood."]

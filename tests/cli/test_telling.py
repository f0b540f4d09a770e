"""What the command line says of an import besides its counts."""

from pathlib import Path

import pytest
from click.testing import CliRunner

from dateline.cli import dateline
from dateline.cli.telling import tell_revisions
from dateline.editing.revising import Revision


def test_what_becomes_of_states_is_said_of_newer_versions(capsys: pytest.CaptureFixture[str]) -> None:
    tell_revisions([Revision("a", "b", 2, skipped=["Ana"], reopened=["Ana"]), Revision("c", "d", 1, skipped=["Bo"])])
    told = capsys.readouterr()
    assert told.out.splitlines() == ["b: 2 annotations carried over from a", "d: 1 annotation carried over from c"]
    replaced = "this older version is skipped: the newer one stands in its place"
    assert told.err.splitlines() == [
        "dateline: b: was done by Ana, and is only started: its text is another one",
        f"dateline: a: {replaced}",
        f"dateline: c: {replaced}",
    ]


def run(*words: object) -> str:
    result = CliRunner().invoke(dateline, [str(word) for word in words])
    assert result.exit_code == 0, result.output
    return result.stdout


@pytest.mark.parametrize("more", [("--dry-run",), ()])
def test_what_articles_get_and_the_notes_that_come_are_told_as_in_the_window(
    tmp_path: Path, more: tuple[str, ...]
) -> None:
    file, table = tmp_path / "p.dateline", tmp_path / "a.csv"
    names = [f"Day {n}" for n in range(7)]
    table.write_text("text\n" + "".join(f"{name} it rained.\n" for name in names), encoding="utf-8")
    run("new", file)
    run("import", file, table)
    rows = "".join(f"{name} it rained.,2023-05-0{n + 1},desk {n}\n" for n, name in enumerate(names))
    table.write_text("text,date,desk\n" + rows, encoding="utf-8")
    told = run("import", file, table, *more).splitlines()
    (at,) = [n for n, line in enumerate(told) if line.startswith("7 articles here get what was missing")]
    assert told[at + 1] == "  Day 0 it rained.: publication date “2023-05-01”; column desk “desk 0”"
    assert told[at + 6] == "  and 2 more articles"
    noted = tmp_path / "n.jsonl"
    noted.write_text('{"text": "They met.", "label": [], "Comments": ["who?", "where?"]}\n', encoding="utf-8")
    told = run("import", file, noted, "--format", "doccano", *more).splitlines()
    assert "2 notes on articles and annotations come with it" in told

"""A delivery that comes again, corrected in what links mentions or is said of them: how much differs is told."""

from collections.abc import Callable
from pathlib import Path

import pytest

from dateline.editing.importing import import_sources
from dateline.editing.preview import preview_sources
from dateline.editing.sources import import_annotator
from dateline.exchange.options import ReadOptions
from dateline.exchange.problems import ProblemKind
from dateline.model.schema import Schema
from dateline.store.project import Project

TEXT = "Report {}: Ada met Bo in Rome."
FIRST = (
    "T1\tPER 10 13\tAda\nT2\tMEET 14 17\tmet\nT3\tPER 18 20\tBo\nT4\tGPE 24 28\tRome\n"
    "E1\tMEET:T2 Agent:T1 Place:T4\nR1\tknows Arg1:T1 Arg2:T3\nA1\tNegation E1\n#1\tAnnotatorNotes T4\tthe city\n"
)
PAGES = 5


def delivery(folder: Path, change: Callable[[str], str] = str) -> Path:
    """Write brat's files of the pages, the last of them changed."""
    folder.mkdir()
    for number in range(PAGES):
        (folder / f"d{number}.txt").write_text(TEXT.format(number), encoding="utf-8")
        said = change(FIRST) if number == PAGES - 1 else FIRST
        (folder / f"d{number}.ann").write_text(said, encoding="utf-8")
    return folder


def without(beginning: str) -> Callable[[str], str]:
    return lambda ann: "".join(line for line in ann.splitlines(keepends=True) if not line.startswith(beginning))


def instead(old: str, new: str) -> Callable[[str], str]:
    return lambda ann: ann.replace(old, new)


ABSENT = "of bo that stand there did not come again, and stay: {} in Report 4"
DIFFER = "of bo differ from what stands there, and both are kept: {} in Report 4"


@pytest.mark.parametrize(
    ("change", "said"),
    [
        (str, ""),
        (without("R1"), "relations (1) " + ABSENT.format("“Ada” – knows → “Bo”")),
        (without("A1"), "attributes (1) " + ABSENT.format("Negation of “met”")),
        (without("#1"), "notes (1) " + ABSENT.format("the note “the city”")),
        (instead(" Place:T4", ""), "roles (1) " + ABSENT.format("“met” – Place → “Rome”")),
        (
            instead("knows", "likes"),
            "relations (1) " + DIFFER.format("“Ada” – likes → “Bo” beside “Ada” – knows → “Bo”"),
        ),
        (
            instead("Arg1:T1 Arg2:T3", "Arg1:T3 Arg2:T1"),
            "relations (1) " + DIFFER.format("“Bo” – knows → “Ada” beside “Ada” – knows → “Bo”"),
        ),
        (
            instead("Place:T4", "Target:T4"),
            "roles (1) " + DIFFER.format("“met” – Target → “Rome” beside “met” – Place → “Rome”"),
        ),
        (instead("the city", "a city"), "notes (1) " + DIFFER.format("the note “a city” beside the note “the city”")),
    ],
)
def test_what_links_mentions_or_is_said_of_them_and_was_corrected_is_told(tmp_path, change, said):
    options = ReadOptions(annotator=import_annotator("bo"))
    first, second = delivery(tmp_path / "first"), delivery(tmp_path / "second", change)
    with Project.create(tmp_path / "p.dateline", Schema()) as project:
        import_sources(project, [first], options, add_labels=True)
        seen = preview_sources(project, [second], options)
        report = import_sources(project, [second], options, add_labels=True)
    told = [str(p) for p in report.notices if p.kind is ProblemKind.OTHERWISE]
    assert told == [str(p) for group in seen.notices for p in group.examples if p.kind is ProblemKind.OTHERWISE]
    assert len(told) == bool(said)
    assert said in "".join(told)


def test_other_tasks_on_the_same_mentions_lack_nothing(tmp_path):
    """A delivery without what the first one links, as of another task, or one with other relations alone."""
    options = ReadOptions(annotator=import_annotator("bo"))
    first, second = delivery(tmp_path / "first"), tmp_path / "second"
    second.mkdir()
    for number in range(PAGES):
        (second / f"d{number}.txt").write_text(TEXT.format(number), encoding="utf-8")
        spans = "".join(FIRST.splitlines(keepends=True)[:4])
        (second / f"d{number}.ann").write_text(spans + "E1\tMEET:T2\nR1\tnear Arg1:T3 Arg2:T4\n", encoding="utf-8")
    with Project.create(tmp_path / "p.dateline", Schema()) as project:
        import_sources(project, [first], options, add_labels=True)
        report = import_sources(project, [second], options, add_labels=True)
    assert [str(p) for p in report.notices if p.kind is ProblemKind.OTHERWISE] == []

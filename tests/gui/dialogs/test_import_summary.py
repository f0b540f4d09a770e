"""What the last page of an import says."""

from collections import Counter

import pytest

from dateline.editing.import_report import FactsTaken, Filled, ImportReport
from dateline.editing.preview import ImportPreview
from dateline.editing.problem_groups import grouped
from dateline.editing.revising import Revision
from dateline.exchange.problems import Problem, ProblemKind
from dateline.gui.dialogs.import_summary import preview_lines, report_lines, report_text, report_title
from dateline.model.changes import Changes


@pytest.mark.parametrize(
    ("report", "said"),
    [
        (ImportReport(known_articles=14), "14 texts are in the project already."),
        (ImportReport(known_articles=1), "1 text is in the project already."),
        (ImportReport(known_articles=1, come=2), "1 text was in the project already; its annotations joined it."),
        (
            ImportReport(known_articles=2, in_several=2, come=2),
            "2 texts come once more in this import and are one article each.",
        ),
    ],
)
def test_what_is_there_is_said_with_its_annotations_where_it_has_some(report: ImportReport, said: str) -> None:
    assert report_text(report).splitlines()[0] == said


def test_facts_that_articles_lacked_are_said_with_how_many_got_each() -> None:
    facts = FactsTaken(3, Counter(published=3, url=1), Counter(author=2), recounted=4)
    report = ImportReport(known_articles=3, facts=facts, changes=Changes(articles=None))
    assert report_title(report) == "What was missing of 3 articles is there now"
    assert report_text(report).splitlines()[1:3] == [
        "3 articles here get what was missing: publication date (3), address (1), column author (2).",
        "4 dates in their texts are counted anew.",
    ]


def test_a_newer_version_that_was_here_is_said_to_take_its_place() -> None:
    report = ImportReport(known_articles=1, revisions=[Revision("a", "b", 3)], changes=Changes(articles=None))
    assert report_title(report) == "1 article takes the place of its older version"
    assert "3 annotations are carried over to newer versions." in report_text(report)


def test_what_becomes_of_the_states_of_older_versions_is_said_and_counted() -> None:
    done = [Revision(f"a{n}", f"b{n}", 1, skipped=["Ana", "Bo"], reopened=["Ana", "Bo"][:n]) for n in range(3)]
    stays = Revision("c", "d", 1, stayed=["Person “she” (Ana)"], skipped=["Ana"])
    report = ImportReport(known_articles=4, revisions=[*done, stays], changes=Changes(articles=None))
    said = report_text(report).splitlines()
    assert "2 articles that were done are only started in their newer versions." in said
    assert "4 older versions are skipped from now on." in said
    lines = [(line.where, line.what) for line in report_lines(report)]
    assert [line for line in lines if "only started" in line[1]] == [
        ("b1", "Was done by Ana, and is only started: its text is another one"),
        ("b2", "Was done by Ana, Bo, and is only started: its text is another one"),
    ]
    assert [where for where, what in lines if what.startswith("This older version is skipped")] == [
        "a0", "a1", "a2", "c"
    ]  # fmt: skip


def test_what_has_to_be_acted_on_stands_before_newer_versions_facts_and_how_sources_were_read() -> None:
    notices = [
        Problem("near", kind=ProblemKind.NEAR_TEXT, notice=True),
        Problem("header", "Choose another", kind=ProblemKind.TABLE, notice=True),
    ]
    wrong = Problem("wrong", kind=ProblemKind.FIELD)
    revisions, facts = [Revision("a", "b", 1)], FactsTaken(1, first=[Filled("c", {"url": "x"}, {})])
    report = ImportReport(revisions=revisions, facts=facts, left_out=[wrong], notices=notices)
    found = ImportPreview(revisions=revisions, facts=facts, problems=grouped([wrong]), notices=grouped(notices))
    said = ["Wrong", "Near", "1 annotation carried over from a", "Gets what was missing: address “x”", "Header"]
    assert [line.what for line in report_lines(report)] == [line.what for line in preview_lines(found)] == said

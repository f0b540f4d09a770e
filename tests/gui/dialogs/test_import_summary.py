"""What the last page of an import says."""

import pytest

from dateline.editing.import_report import ImportReport
from dateline.gui.dialogs.import_summary import report_text


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

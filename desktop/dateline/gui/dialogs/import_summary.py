"""An import in words."""

from PySide6.QtCore import QCoreApplication

from dateline.editing.importing import ImportReport
from dateline.gui.dialogs.frame import plural
from dateline.gui.dialogs.work_page import Line, problem_lines


def _tr(text: str) -> str:
    return QCoreApplication.translate("ImportSummary", text)


def report_title(report: ImportReport) -> str:
    """Return the one line that says what happened."""
    if not report.changes:
        return _tr("Nothing new was found")
    if report.articles:
        return plural(report.articles, _tr("1 article imported"), _tr("{} articles imported"))
    return plural(report.annotations, _tr("1 annotation imported"), _tr("{} annotations imported"))


def report_text(report: ImportReport) -> str:
    """Return what else there is to say, a line each."""
    said = []
    if report.articles and report.annotations:
        said.append(plural(report.annotations, _tr("With 1 annotation."), _tr("With {} annotations.")))
    if known := report.known_articles:
        one = _tr("1 text was in the project already; its annotations joined it.")
        said.append(plural(known, one, _tr("{} texts were in the project already; their annotations joined them.")))
    if known := report.known_records:
        one = _tr("1 record was there already and stayed as it is.")
        said.append(plural(known, one, _tr("{} records were there already and stayed as they are.")))
    if report.labels_added:
        said.append(_tr("Labels added: {}.").format(", ".join(report.labels_added)))
    if left := len(report.left_out):
        one = _tr("1 record was wrong and left out; it is listed first.")
        said.append(plural(left, one, _tr("{} records were wrong and left out; they are listed first.")))
    if report.changes:
        said.append(_tr("One undo takes all of it back."))
    return "\n".join(said)


def report_lines(report: ImportReport) -> list[Line]:
    """Return what was left out, then what is worth knowing."""
    return problem_lines([*report.left_out, *report.notices])


def problem_caption(count: int) -> str:
    """Return the line above a list of problems."""
    return plural(count, _tr("1 thing to mend"), _tr("{} things to mend"))

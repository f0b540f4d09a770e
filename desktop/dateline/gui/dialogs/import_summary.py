"""An import in words."""

from collections.abc import Sequence

from msgspec.structs import replace
from PySide6.QtCore import QCoreApplication

from dateline.editing.import_report import FactsTaken, ImportReport
from dateline.editing.newcomers import Newcomers
from dateline.editing.preview import ImportPreview
from dateline.editing.problem_groups import ProblemCount, weight_of
from dateline.editing.revising import Revision
from dateline.exchange.formats.text.files import NAMES
from dateline.exchange.problems import EACH_SHOWN, TO_ACT_ON, weight
from dateline.gui.dialogs.frame import plural
from dateline.gui.dialogs.work_page import Line, problem_lines
from dateline.model.wording import cut_short

_NAMED = 5  # of many names
translate = QCoreApplication.translate


def report_title(report: ImportReport) -> str:
    """Return the one line that says what happened."""
    if not report.changes:
        return translate("ImportSummary", "Nothing new was found")
    if report.articles:
        return plural(
            report.articles,
            translate("ImportSummary", "1 article imported"),
            translate("ImportSummary", "{} articles imported"),
        )
    if report.revisions and not report.annotations:
        return revisions_title(report.revisions)
    if report.facts.articles and not report.annotations:
        return facts_title(report.facts)
    return plural(
        report.annotations,
        translate("ImportSummary", "1 annotation imported"),
        translate("ImportSummary", "{} annotations imported"),
    )


def report_text(report: ImportReport) -> str:
    """Return what else there is to say, a line each."""
    said = []
    if report.articles and report.annotations:
        said.append(
            plural(
                report.annotations,
                translate("ImportSummary", "With 1 annotation."),
                translate("ImportSummary", "With {} annotations."),
            )
        )
    said += newcomers_text(report.new)
    if known := report.known_articles - report.in_several:
        said.append(_joined(known) if report.come else texts_there(known))
    said += texts_in_several(report)
    said += facts_text(report.facts)
    said += what_of_annotations(report)
    if report.annotators:
        whose = translate(
            "ImportSummary", "The annotations belong to {}: choose whose to see at the bottom right of the window."
        )
        said.append(whose.format(_some(list(report.annotators))))
    if report.labels_added:
        said.append(translate("ImportSummary", "Labels added: {}.").format(_some(list(report.labels_added))))
    if left := sum(p.count for p in report.left_out):
        one = translate("ImportSummary", "1 record was wrong and left out; it is listed first.")
        said.append(
            plural(left, one, translate("ImportSummary", "{} records were wrong and left out; they are listed first."))
        )
    if report.changes:
        said.append(translate("ImportSummary", "One undo takes all of it back."))
    return "\n".join(said)


def revisions_title(revisions: Sequence[Revision]) -> str:
    """Say in a line how many articles of the project take the place of older versions."""
    return plural(
        len(revisions),
        translate("ImportSummary", "1 article takes the place of its older version"),
        translate("ImportSummary", "{} articles take the place of their older versions"),
    )


def facts_title(facts: FactsTaken) -> str:
    """Say in a line how many articles of the project get what they lacked."""
    return plural(
        facts.articles,
        translate("ImportSummary", "What was missing of 1 article is there now"),
        translate("ImportSummary", "What was missing of {} articles is there now"),
    )


def facts_text(facts: FactsTaken) -> list[str]:
    """Say what articles of the project get of what they lacked: "Missing before: publication date (12)."."""
    if not facts.articles:
        return []
    got = [(_field(name), count) for name, count in facts.fields.most_common()]
    got += [(_column(name), count) for name, count in facts.columns.most_common()]
    one = translate("ImportSummary", "1 article here gets what was missing: {what}.")
    many = translate("ImportSummary", "{count} articles here get what was missing: {what}.")
    what = _some([f"{name} ({count:n})" for name, count in got])
    said = [(one if facts.articles == 1 else many).format(count=f"{facts.articles:n}", what=what)]
    if anew := facts.recounted:
        once = translate("ImportSummary", "1 date in their texts is counted anew.")
        said.append(plural(anew, once, translate("ImportSummary", "{} dates in their texts are counted anew.")))
    return said


def facts_lines(facts: FactsTaken) -> list[Line]:
    """Return what the first articles of the project get of what they lacked, a line each; the rest is counted."""
    gets = translate("ImportSummary", "Gets what was missing: {}")
    lines = []
    for filled in facts.first:
        got = [(_field(name), value) for name, value in filled.fields.items()]
        got += [(_column(name), value) for name, value in filled.columns.items()]
        lines.append(Line(filled.name, gets.format("; ".join(f"{name} “{cut_short(value)}”" for name, value in got))))
    if more := facts.articles - len(facts.first):
        one = translate("ImportSummary", "1 more article gets what was missing")
        lines.append(Line("", plural(more, one, translate("ImportSummary", "{} more articles get what was missing"))))
    return lines


def _field(name: str) -> str:
    names = {
        "title": translate("ImportSummary", "title"),
        "published": translate("ImportSummary", "publication date"),
        "source": translate("ImportSummary", "source"),
        "url": translate("ImportSummary", "address"),
        "language": translate("ImportSummary", "language"),
        "note": translate("ImportSummary", "note"),
    }
    return names.get(name, name)


def _column(name: str) -> str:
    return translate("ImportSummary", "column {}").format(name)


def texts_there(known: int) -> str:
    """Say how many texts that come without annotations are in the project already."""
    one = translate("ImportSummary", "1 text is in the project already.")
    return plural(known, one, translate("ImportSummary", "{} texts are in the project already."))


def texts_in_several(found: ImportReport | ImportPreview) -> list[str]:
    """Say how many texts several sources of one import have."""
    if not found.in_several:
        return []
    one = translate("ImportSummary", "1 text comes once more in this import and is one article.")
    many = translate("ImportSummary", "{} texts come once more in this import and are one article each.")
    return [plural(found.in_several, one, many)]


def _joined(known: int) -> str:
    one = translate("ImportSummary", "1 text was in the project already; its annotations joined it.")
    many = translate("ImportSummary", "{} texts were in the project already; their annotations joined them.")
    return plural(known, one, many)


def what_of_annotations(found: ImportReport | ImportPreview) -> list[str]:
    """Return what there is to say of annotations that are not added: there already, left out, or carried over."""
    said = []
    if notes := found.comments:
        one = translate("ImportSummary", "1 note on an article or an annotation comes with it.")
        said.append(
            plural(notes, one, translate("ImportSummary", "{} notes on articles and annotations come with it."))
        )
    if there := found.annotations_there:
        one = translate("ImportSummary", "1 annotation is there already and stays as it is.")
        many = translate("ImportSummary", "{} annotations are there already and stay as they are.")
        said.append(plural(there, one, many))
    if repeated := found.repeated:
        one = translate("ImportSummary", "1 annotation is in the sources more than once and is taken once.")
        many = translate("ImportSummary", "{} annotations are in the sources more than once and are taken once.")
        said.append(plural(repeated, one, many))
    if left_out := found.passed_over:
        one = translate("ImportSummary", "1 annotation is left out, as was chosen.")
        said.append(plural(left_out, one, translate("ImportSummary", "{} annotations are left out, as was chosen.")))
    if arguments := found.arguments_left_out:
        one = translate("ImportSummary", "1 argument is left out with its role, as was chosen.")
        many = translate("ImportSummary", "{} arguments are left out with their roles, as was chosen.")
        said.append(plural(arguments, one, many))
    if moved := sum(revision.moved for revision in found.revisions):
        one = translate("ImportSummary", "1 annotation is carried over to a newer version.")
        said.append(
            plural(moved, one, translate("ImportSummary", "{} annotations are carried over to newer versions."))
        )
    if reopened := sum(bool(revision.reopened) for revision in found.revisions):
        one = translate("ImportSummary", "1 article that was done is only started in its newer version.")
        said.append(
            plural(
                reopened,
                one,
                translate("ImportSummary", "{} articles that were done are only started in their newer versions."),
            )
        )
    if skipped := sum(bool(revision.skipped) for revision in found.revisions):
        one = translate("ImportSummary", "1 older version is skipped from now on.")
        said.append(plural(skipped, one, translate("ImportSummary", "{} older versions are skipped from now on.")))
    return said


def _some(names: Sequence[str]) -> str:
    """Return the first names, and how many more there are."""
    if len(names) <= _NAMED + 1:
        return ", ".join(names)
    some = translate("ImportSummary", "{names} and {count} more")
    return some.format(names=", ".join(names[:_NAMED]), count=len(names) - _NAMED)


def newcomers_text(new: Newcomers) -> list[str]:
    """Return what there is to say of new articles besides their list: of tables beside them, and of missing dates."""
    said = []
    if new.tables:
        one = translate("ImportSummary", "Their metadata come from the table {}.")
        more = translate("ImportSummary", "Their metadata come from the tables {}.")
        said.append((one if len(new.tables) == 1 else more).format(", ".join(new.tables)))
    if new.undated:
        one = translate(
            "ImportSummary", "1 without a publication date: set it in its properties, or “Thursday” cannot be dated."
        )
        many = translate(
            "ImportSummary",
            "{} without a publication date: set it in their properties, or “Thursday” cannot be dated.",
        )
        said.append(plural(new.undated, one, many))
        if new.tables == ():
            beside = translate("ImportSummary", "No table ({}) that could say it was found beside them.")
            said.append(beside.format(", ".join(NAMES)))
    return said


def report_lines(report: ImportReport) -> list[Line]:
    """Return what was left out, then what is worth knowing, by its weight."""
    return [
        *problem_lines(report.left_out, left_out=True),
        *problem_lines([p for p in report.notices if weight(p) <= TO_ACT_ON]),
        *revision_lines(report.revisions),
        *facts_lines(report.facts),
        *problem_lines([p for p in report.notices if weight(p) > TO_ACT_ON]),
    ]


def preview_lines(found: ImportPreview) -> list[Line]:
    """Return the same of a preview."""
    return [
        *group_lines(found.problems, left_out=True),
        *group_lines([group for group in found.notices if weight_of(group) <= TO_ACT_ON]),
        *revision_lines(found.revisions),
        *facts_lines(found.facts),
        *group_lines([group for group in found.notices if weight_of(group) > TO_ACT_ON]),
    ]


def left_out_text(found: ImportPreview) -> list[str]:
    """Say how much of the sources is wrong and would be left out."""
    if not (count := sum(group.count for group in found.problems)):
        return []
    one = translate("ImportSummary", "1 record or file is wrong and is left out: it is listed first, with a triangle.")
    many = translate(
        "ImportSummary", "{} records or files are wrong and are left out: they are listed first, with a triangle."
    )
    return [plural(count, one, many)]


def group_lines(groups: Sequence[ProblemCount], *, left_out: bool = False) -> list[Line]:
    """Return a row for each group of problems that say the same, and of the kinds in EACH_SHOWN for each problem."""
    lines = []
    for group in groups:
        shown = problem_lines(group.examples, left_out=left_out)
        if group.kind in EACH_SHOWN:  # such as what is taken for a version of what: that is for a person to judge
            lines += shown
            continue
        first, more = shown[0], group.count - group.examples[0].count
        if more and first.where:
            places = [line.where for line in shown]
            if unnamed := group.count - len(places):
                places.append(translate("ImportSummary", "and {} more").format(f"{unnamed:n}"))
            where = translate("ImportSummary", "{where} and {more} more").format(where=first.where, more=f"{more:n}")
            first = replace(first, where=where, places="\n".join(places))
        elif more:  # which says the same of each
            what = translate("ImportSummary", "{what} ({count} times)")
            first = replace(first, what=what.format(what=first.what, count=f"{group.count:n}"))
        lines.append(first)
    return lines


def revision_lines(revisions: Sequence[Revision]) -> list[Line]:
    """Return what newer versions take over from older ones, and what cannot be."""
    carried = translate("ImportSummary", "{count} carried over from {name}")
    stayed = translate("ImportSummary", "Stays in this older version; its words are not in the newer one")
    cut = translate(
        "ImportSummary", "Stays in this older version with both its ends; one of them is not in the newer one"
    )
    skipped = translate("ImportSummary", "This older version is skipped: what stays in it is in no training set")
    replaced = translate("ImportSummary", "This older version is skipped: the newer one stands in its place")
    reopened = translate("ImportSummary", "Was done by {}, and is only started: its text is another one")
    kept = translate(
        "ImportSummary", "Nothing of what {} did moved: this older version keeps its state, the newer one is new"
    )
    lines = []
    for revision in revisions:
        moved = plural(
            revision.moved, translate("ImportSummary", "1 annotation"), translate("ImportSummary", "{} annotations")
        )
        lines.append(Line(revision.new_name, carried.format(count=moved, name=revision.old_name)))
        if revision.reopened:
            lines.append(Line(revision.new_name, reopened.format(_some(revision.reopened))))
        lines += [Line(revision.old_name, f"{stayed}: {words}") for words in revision.stayed]
        lines += [Line(revision.old_name, f"{cut}: {words}") for words in revision.cut]
        if revision.kept:
            lines.append(Line(revision.old_name, kept.format(_some(revision.kept))))
        elif revision.moved and (revision.stayed or revision.cut):
            lines.append(Line(revision.old_name, skipped))
        elif revision.skipped:
            lines.append(Line(revision.old_name, replaced))
    return lines


def problem_caption(count: int) -> str:
    """Return the line above a list of problems."""
    return plural(count, translate("ImportSummary", "1 thing to mend"), translate("ImportSummary", "{} things to mend"))

"""Bringing what a format reads into the project, as one undoable step or not at all."""

from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

from msgspec.structs import replace

from dateline.editing.common import EditError
from dateline.editing.foreign_attributes import in_its_sense
from dateline.editing.import_report import ImportReport
from dateline.editing.import_request import ImportRequest
from dateline.editing.relabelling import AS_THEY_ARE
from dateline.editing.taking_in import TakingIn
from dateline.exchange.formats import READ
from dateline.exchange.options import ReadOptions
from dateline.exchange.problems import BadInput, Problem, ProblemKind
from dateline.exchange.reading import Reader
from dateline.model.annotation import Layer
from dateline.model.progress import Part
from dateline.model.wording import tr
from dateline.store.errors import RepeatedId
from dateline.store.project import Project

_WRITING = tr("Writing what was read into the project")


class UnknownLabels(EditError):
    """The source uses labels the schema does not have; nothing was imported. `labels` gives their layers."""

    def __init__(self, labels: dict[str, Layer]) -> None:
        self.labels = labels
        super().__init__(f"labels that are not in the schema: {', '.join(labels)}")


def import_sources(
    project: Project,
    sources: Sequence[Path],
    options: ReadOptions,
    format_name: str = "",
    *,
    add_labels: bool = False,
    mapping: Mapping[str, str] = AS_THEY_ARE,
    roles: Mapping[str, str] = AS_THEY_ARE,
    all_met: bool = False,
) -> ImportReport:
    """Import files and folders in one step: `run_import` of a request of these."""
    request = ImportRequest(sources, options, format_name, mapping, roles)
    return run_import(project, request, add_labels=add_labels, all_met=all_met)


def run_import(
    project: Project,
    request: ImportRequest,
    *,
    add_labels: bool = False,
    all_met: bool = False,
    before: Callable[[ImportReport], None] = lambda _: None,
) -> ImportReport:
    """Import files and folders in one step.

    A label or role that is to become another and that the sources do not have at all is told, or, with `all_met`,
    refused. A text that is there already is not added again: annotations that come with it join it. What is there
    already is left as it is; where a source says otherwise, the report's notices tell. Types of a file's schema that
    are not here are added. `before` is shown what will come before it stays, and may raise to stop it. Raises BadInput
    (Undecided where a person has to say how a source is read), UnknownFormat, UnknownLabels (unless `add_labels`),
    NotMet, EditError, ProjectError, Cancelled; then nothing was changed.
    """
    request.require_others(project)
    return in_its_sense(
        request.options,
        lambda read_as: _imported(
            project, replace(request, options=read_as), before, add_labels=add_labels, all_met=all_met
        ),
    )


def _imported(
    project: Project,
    request: ImportRequest,
    before: Callable[[ImportReport], None],
    *,
    add_labels: bool,
    all_met: bool,
) -> ImportReport:
    chosen = request.for_project(project)
    writing = Part(request.options.progress, READ, 1, _WRITING)
    read: Path | str = ""
    try:
        with (
            chosen.options.trees,
            project.little_memory(),
            project.step(f"Import {request.title}", kind="import") as step,
        ):
            importing = TakingIn(project, step, chosen)
            wrong: list[Problem] = []
            rest, broken = False, False
            for reader in chosen.opened():
                read = reader.source
                with reader:
                    wrong += _problems_of(reader) if wrong else importing.try_to_take_in(reader)
                rest, broken = rest or reader.rest, broken or reader.broken
            writing.step(0, 2, "")
            if wrong:
                raise BadInput(wrong, rest=rest and not broken)
            if all_met and (refused := importing.unmet.refusal()):
                raise refused
            if importing.unknown and not add_labels:
                raise UnknownLabels(importing.unknown)
            importing.add_labels()
            importing.finish()
            before(importing.report)
            writing.step(1, 2, "")  # the last word on stopping; what follows makes all of it stay
    except RepeatedId as error:
        raise BadInput([repeated(error, read)]) from error
    importing.report.changes = step.changes
    return importing.report


def _problems_of(reader: Reader) -> list[Problem]:
    """Read a source only for what is wrong with it, once another one has stopped the import."""
    try:
        for _ in reader:
            pass
    except BadInput as error:
        return list(error.problems)
    return []


def repeated(error: RepeatedId, source: Path | str) -> Problem:
    """Return the problem that an id was given twice in a source."""
    return Problem(str(error), "Give each record an id of its own", Path(source).name, kind=ProblemKind.DUPLICATE_ID)

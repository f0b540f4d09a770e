"""The work of the import dialog that is done in a thread: through a connection of its own to the project."""

from collections.abc import Callable, Sequence, Set
from typing import TypeVar

from msgspec import Struct
from msgspec.structs import replace

from dateline.editing.import_report import ImportReport
from dateline.editing.import_request import ImportRequest
from dateline.editing.importing import run_import
from dateline.editing.kept_labels import KeptLabels, kept_labels, offered
from dateline.editing.preview import ImportPreview, preview_import
from dateline.editing.problem_groups import grouped, in_order
from dateline.exchange.problems import ProblemKind, worded
from dateline.model.progress import Progress
from dateline.model.wording import Wording, tr
from dateline.store.project import Project

_DIFFERING = tr("at earlier imports another thing was chosen for {names} in each format of these sources")
_ONE_BY_ONE = tr("Choose what becomes of it in all of them, or import them one format at a time")
Found = TypeVar("Found")


class Looked(Struct):
    """What a preview found, and what was chosen in earlier imports of its formats."""

    found: ImportPreview
    formats: set[str]
    earlier: KeptLabels
    differing: list[str]  # labels and roles for which each format had another choice: nothing is offered


class ChosenBefore(Exception):
    """Labels or roles were chosen to become others in an earlier import of the format: a person is to see that."""


def look_through(own: Project, request: ImportRequest) -> Looked:
    """Look through the sources."""
    formats, found = request.formats(), preview_import(own, request, propose=True)
    earlier, differing = offered(own, formats, found.met, found.mapping)
    return Looked(_with_differing(found, differing), formats, earlier, differing)


def count_again(undecided: Sequence[str], own: Project, request: ImportRequest) -> ImportPreview:
    """Count what would come with what is chosen; `undecided` as in `Looked.differing`, as far as nobody chose."""
    found = preview_import(own, request)
    found.mapping, found.role_mapping = dict(request.mapping), dict(request.roles)  # as they were asked for
    return _with_differing(found, undecided)


def _with_differing(found: ImportPreview, names: Sequence[str]) -> ImportPreview:
    """Return a preview that tells for what each format had another choice."""
    if names:
        told = Wording(_DIFFERING, {"names": ", ".join(names)})
        found.notices = in_order((*grouped([worded(told, _ONE_BY_ONE, kind=ProblemKind.OTHERWISE)]), *found.notices))
    return found


def run_unless_chosen_before(said: Set[str], own: Project, request: ImportRequest) -> ImportReport:
    """Import; where something was chosen for the format before, of which nothing is `said` now, raise ChosenBefore.

    What was chosen for labels that the project lacks is no reason: where one of them comes, UnknownLabels is raised.
    """
    before, here = kept_labels(own, request.formats()), own.schema().by_name
    if not {*(name for name in before.labels if name in here), *before.roles} <= said:
        raise ChosenBefore
    return run_import(own, request)


def on_its_own(
    project: Project, request: ImportRequest, work: Callable[[Project, ImportRequest], Found]
) -> Callable[[Progress], Found]:
    """Return work on a request through a connection of its own, for a thread."""

    def run(progress: Progress) -> Found:
        with project.sibling() as own:
            return work(own, replace(request, options=replace(request.options, progress=progress)))

    return run

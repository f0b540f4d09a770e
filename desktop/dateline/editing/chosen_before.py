"""What was chosen at earlier imports, for one that nobody is shown before: labels, roles, and columns of tables."""

from collections.abc import Callable, Mapping
from contextlib import suppress
from functools import partial

from msgspec.structs import replace

from dateline.editing.import_report import ImportReport
from dateline.editing.import_request import ImportRequest
from dateline.editing.importing import run_import
from dateline.editing.kept_columns import keep_columns, keep_header, keep_sheet, kept_columns, kept_sheet
from dateline.editing.kept_labels import KeptLabels, anything_kept, in_common, keep_by_format, kept_labels, plain
from dateline.editing.relabelling import roles_here
from dateline.exchange.checks import Fault
from dateline.exchange.formats import formats_of
from dateline.exchange.formats.table.header import COLUMN, HEADER
from dateline.exchange.formats.table.preview import preview
from dateline.exchange.formats.table.sheets import SHEET
from dateline.exchange.intake import DATES
from dateline.exchange.problems import BadInput
from dateline.store.project import Project

_TABLE = "table"


def as_chosen_before(project: Project, request: ImportRequest) -> ImportRequest:
    """Return a request with what labels and roles were chosen to become before, where it says nothing of them.

    What it says is to stay as it is (LOC=LOC) becomes nothing else, whether or not the project has it.
    """
    schema = project.schema()
    said, roles = request.mapping, roles_here(request.roles, request.mapping, schema)
    before: dict[str, KeptLabels] = {}
    for name in request.formats() if anything_kept(project) else ():
        kept = kept_labels(project, [name])
        labels: dict[str, str | None] = {k: t for k, t in kept.labels.items() if k not in said and t is not None}
        before[name] = KeptLabels(labels, {k: t for k, t in kept.roles.items() if k not in roles and t is not None})
    of_all = in_common(before.values())
    return replace(
        request,
        mapping=plain(of_all.labels) | {k: t for k, t in said.items() if k != t or t in schema.by_name},
        roles=plain(of_all.roles) | {k: t for k, t in request.roles.items() if not _stays(k, t)},
        earlier=of_all,
        of_format={name: own for name, kept in before.items() if (own := kept.without(of_all))},
    )


def run_as_before(
    project: Project, request: ImportRequest, before: Callable[[ImportReport], None], *, add_labels: bool
) -> ImportReport:
    """Import as `run_import` does, what is not said as before; remember what is said. All that is said must be met."""
    chosen = as_chosen_before(project, request)
    report = run_import(project, chosen, add_labels=add_labels, all_met=True, before=before)
    _keep(project, request, report)
    return report


def _keep(project: Project, request: ImportRequest, report: ImportReport) -> None:
    """Remember what a request that was carried out says of labels, roles and columns, for the next such source."""
    roles = roles_here(request.roles, request.mapping, project.schema())
    if request.mapping or roles:
        labels = {name: None if target == name else target for name, target in request.mapping.items()}
        stays = {key: None if _stays(key, target) else target for key, target in roles.items()}
        keep_by_format(project, request.formats(), report.met, KeptLabels(labels, stays), ())
    for source in request.sources:
        options = replace(request.options.of([source]), columns=partial(kept_columns, project))
        said = _of_columns(options.extra)
        anything = said or not {SHEET, HEADER}.isdisjoint(options.extra)
        if anything and formats_of([source], options, request.format_name) == {_TABLE}:
            with suppress(Fault, BadInput, OSError):  # it was read just now
                table = preview(source, options, 0)
                if said:
                    keep_columns(project, table.columns, {**kept_columns(project, table.columns), **said})
                if table.sheets and SHEET in options.extra:
                    keep_sheet(project, table.sheets, options.extra[SHEET])
                if HEADER in options.extra:
                    sheet = options.extra[SHEET] if SHEET in options.extra else kept_sheet(project, table.sheets)
                    own = replace(options, extra={SHEET: sheet} if sheet else {}, columns=None)
                    keep_header(project, sheet, preview(source, own, 0).columns, int(options.extra[HEADER] or 0))


def _stays(key: str, target: str) -> bool:
    """Say whether a role, by its key, is to stay what it is."""
    return bool(target) and key.endswith(f".{target}")


def _of_columns(extra: Mapping[str, str]) -> dict[str, str]:
    """Return what options say of columns, by field, and of how dates are written."""
    of_fields = {key.removeprefix(COLUMN): column for key, column in extra.items() if key.startswith(COLUMN)}
    return of_fields | ({DATES: extra[DATES]} if DATES in extra else {})

"""How the project was exported last from the window, kept in it: the next export goes on as that did."""

from collections.abc import Mapping

import msgspec
from msgspec import Struct
from msgspec.structs import replace

from dateline.exchange.options import Unit
from dateline.exchange.split import Order
from dateline.store.project import Project

_KEPT = "export"

Boxes = Mapping[str, bool]  # of ids or names: whether each is wanted


class FormatChoice(Struct, frozen=True):
    """What was chosen for the last export to one format; what nobody chose is as that format has it.

    `annotators` (by id), `states` and `labels` (by name) tell of all there were whether they were wanted, and of none
    where nobody chose among them. `extra`: what only this format knows, where it is not as usual.
    """

    annotators: dict[str, bool] = {}
    states: dict[str, bool] = {}
    labels: dict[str, bool] = {}
    unit: Unit = Unit.DOCUMENT
    empty: bool = True
    boilerplate: bool = False
    adjudicated: bool = False
    extra: dict[str, str] = {}


class KeptExport(Struct, frozen=True):
    """The format's name, the parts as they were written ("60/20/20"), and whether the export was divided into them.

    `chosen` has what else was chosen, by the name of the format: one has a use for what another has none for.
    """

    format: str
    divided: bool
    parts: str
    order: Order
    seed: int
    card: bool
    chosen: dict[str, FormatChoice] = {}


def kept_export(project: Project) -> KeptExport | None:
    """Return what was chosen for the last export; None where nothing was, or what no version of this wrote."""
    try:
        return msgspec.convert(project.local.get(_KEPT), KeptExport)
    except msgspec.ValidationError:
        return None


def keep_export(project: Project, chosen: KeptExport) -> None:
    """Remember what was chosen for an export that was carried out; what was for other formats stays known."""
    before = kept_export(project)
    formats = {**(before.chosen if before else {}), **chosen.chosen}
    project.local.set(_KEPT, msgspec.to_builtins(replace(chosen, chosen=formats)))

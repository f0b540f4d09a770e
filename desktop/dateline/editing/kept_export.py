"""How the project was exported last from the window, kept in it: the next export divides as that did."""

import msgspec
from msgspec import Struct

from dateline.exchange.split import Order
from dateline.store.project import Project

_KEPT = "export"


class KeptExport(Struct, frozen=True):
    """The format's name, the parts as they were written ("60/20/20"), and whether the export was divided into them."""

    format: str
    divided: bool
    parts: str
    order: Order
    seed: int
    card: bool


def kept_export(project: Project) -> KeptExport | None:
    """Return what was chosen for the last export; None where nothing was, or what no version of this wrote."""
    try:
        return msgspec.convert(project.local.get(_KEPT), KeptExport)
    except msgspec.ValidationError:
        return None


def keep_export(project: Project, chosen: KeptExport) -> None:
    """Remember what was chosen for an export that was carried out."""
    project.local.set(_KEPT, msgspec.to_builtins(chosen))

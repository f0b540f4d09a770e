"""The zones of an import that belong to nobody: boilerplate comes with each annotator of a text, and is there once."""

from collections.abc import Iterable

from dateline.model.article import Region, RegionKind
from dateline.scratch import Ledger
from dateline.store.project import Project


class Zones:
    """Remembers the regions that an import brought."""

    def __init__(self, project: Project) -> None:
        self._project = project
        self._met = Ledger()  # ids, and where boilerplate is, which comes with each annotator under another id

    def new(self, regions: Iterable[Region], article_id: str, *, fresh: bool) -> list[Region]:
        """Return the regions of a page that are not there yet; `fresh`: the project had no articles."""
        coming = list(regions)
        there: set[tuple[int, int]] = set()
        if coming and not fresh:
            known = self._project.annotations.of(article_id, "").regions
            there = {place for r in known if (place := _place(r))}
        return [r for r in coming if _place(r) not in there and self._met.add(_sign(r, article_id))]


def _sign(region: Region, article_id: str) -> str:
    place = _place(region)
    return region.id if place is None else f"{article_id}\0{place[0]} {place[1]}"


def _place(region: Region) -> tuple[int, int] | None:
    return (region.span.begin, region.span.end) if region.kind is RegionKind.BOILERPLATE else None

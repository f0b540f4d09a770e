"""Records by id that can also be looked up by what they are about, however many there are."""

from collections.abc import Callable, Hashable, Iterable, Mapping
from typing import Any, TypeVar

R = TypeVar("R")
Facet = Callable[[Any], Hashable]


class Records(dict[str, R]):
    """A dictionary of records by id. What they are looked up by is sorted out once, when first asked, and then kept.

    A facet is a function that names what a record is about; it is asked once for each record that comes.
    """

    def __init__(self, records: Mapping[str, R] | None = None) -> None:
        super().__init__(records or {})
        self._kept: dict[Facet, dict[Hashable, dict[str, R]]] = {}

    def having(self, facet: Facet, value: Hashable) -> list[R]:
        """Return the records whose facet is `value`."""
        return list(self._by(facet).get(value, {}).values())

    def counts(self, facet: Facet) -> dict[Hashable, int]:
        """Return how many records there are of each value of a facet."""
        return {value: len(found) for value, found in self._by(facet).items()}

    def _by(self, facet: Facet) -> dict[Hashable, dict[str, R]]:
        if facet not in self._kept:
            made: dict[Hashable, dict[str, R]] = {}
            for record_id, record in self.items():
                made.setdefault(facet(record), {})[record_id] = record
            self._kept[facet] = made
        return self._kept[facet]

    @staticmethod
    def _take(by: dict[Hashable, dict[str, R]], value: Hashable, record_id: str) -> None:
        del by[value][record_id]
        if not by[value]:
            del by[value]

    def __setitem__(self, record_id: str, record: R) -> None:
        """Keep a record, in place of one of the same id."""
        before = self.get(record_id)
        super().__setitem__(record_id, record)
        for facet, by in self._kept.items():
            value = facet(record)
            if before is not None and facet(before) != value:
                self._take(by, facet(before), record_id)
            by.setdefault(value, {})[record_id] = record

    def __delitem__(self, record_id: str) -> None:
        """Keep a record no longer."""
        record = self[record_id]
        super().__delitem__(record_id)
        for facet, by in self._kept.items():
            self._take(by, facet(record), record_id)

    def pop(self, record_id: str, default: Any = None) -> Any:
        """Take a record out and return it, `default` where there is none."""
        record = self.get(record_id)
        if record is None:
            return default
        del self[record_id]
        return record

    def update(self, records: Iterable[tuple[str, R]] | Mapping[str, R]) -> None:  # type: ignore[override]
        """Take in many records."""
        super().update(records)
        self._kept.clear()

    def __ior__(self, records: Any) -> "Records[R]":  # type: ignore[override,misc]
        """Take in many records."""
        self.update(records)
        return self

    def setdefault(self, record_id: str, record: R) -> R:
        """Keep a record unless there is one of its id; return the one that is kept."""
        if record_id not in self:
            self[record_id] = record
        return self[record_id]

    def popitem(self) -> tuple[str, R]:
        """Take the last record out."""
        record_id = next(reversed(self))
        return record_id, self.pop(record_id)

    def clear(self) -> None:
        """Keep none."""
        super().clear()
        self._kept.clear()

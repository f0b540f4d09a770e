"""One measured figure, its floor and its limit."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Figure:
    """A measurement.

    `floor` is what the bare means needs for the same work in the same run, in `unit` too. With `relative` the
    limit bounds value / floor, else it bounds the value itself. `better` says which side of the limit holds.
    """

    name: str
    value: float
    unit: str
    floor: float | None = None
    limit: float | None = None
    better: str = "lower"
    relative: bool = True

    @property
    def ratio(self) -> float | None:
        """The value over its floor."""
        return self.value / self.floor if self.floor else None

    @property
    def holds(self) -> bool | None:
        """Whether the figure keeps its limit; None where there is none."""
        measured = self.ratio if self.relative and self.floor else self.value
        if self.limit is None or measured is None:
            return None
        return measured <= self.limit if self.better == "lower" else measured >= self.limit

    def as_data(self) -> dict[str, object]:
        """Return the figure as one flat object."""
        return {
            "figure": self.name,
            "value": round(self.value, 4),
            "unit": self.unit,
            "floor": None if self.floor is None else round(self.floor, 4),
            "ratio": None if self.ratio is None else round(self.ratio, 3),
            "limit": self.limit,
            "holds": self.holds,
        }

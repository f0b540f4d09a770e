"""What a step touches, collected while it runs."""

from dateline.model.changes import Changes, Kind, Place

_EXISTS_AFTER = {"insert": True, "update": True, "delete": False}


class Touched:
    """Keeps the row changes of a step in order, so that a part of it that failed can be taken out again."""

    def __init__(self) -> None:
        self._log: list[tuple[Kind, str, str, str | None]] = []
        self._many = False
        self._samples: dict[tuple[Kind, str], int] = {}  # where in the log the one that stands for many is

    def note(self, kind: Kind, op: str, row_id: str, article_id: str | None) -> None:
        """Record that a row was inserted, updated or deleted."""
        self._log.append((kind, op, row_id, article_id))

    def note_many(self, kind: Kind, op: str, sample: str) -> None:
        """Record that more rows were changed than anyone wants listed; one id stands for them, however often."""
        if self._samples.setdefault((kind, op), len(self._log)) == len(self._log):
            self._log.append((kind, op, sample, None))
        self._many = True

    def mark(self) -> tuple[int, bool]:
        """Return the present state, for `back_to`."""
        return len(self._log), self._many

    def back_to(self, mark: tuple[int, bool]) -> None:
        """Forget what came after a mark."""
        del self._log[mark[0] :]
        self._many = mark[1]
        self._samples = {sort: place for sort, place in self._samples.items() if place < mark[0]}

    def changes(self, label: str, place: Place | None, *, many: bool = False) -> Changes:
        """Return the outcome: what is there now and was not, was there before and is altered, is gone."""
        was: dict[tuple[Kind, str], bool] = {}
        is_now: dict[tuple[Kind, str], bool] = {}
        for kind, op, row_id, _ in self._log:
            was.setdefault((kind, row_id), op != "insert")
            is_now[kind, row_id] = _EXISTS_AFTER[op]
        parts: dict[tuple[bool, bool], dict[Kind, set[str]]] = {}
        for (kind, row_id), before in was.items():
            parts.setdefault((before, is_now[kind, row_id]), {}).setdefault(kind, set()).add(row_id)

        def part(before: bool, after: bool) -> dict[Kind, frozenset[str]]:
            return {kind: frozenset(ids) for kind, ids in parts.get((before, after), {}).items()}

        articles = None if many or self._many else frozenset(a for *_, a in self._log if a)
        return Changes(label, part(False, True), part(True, True), part(True, False), articles, place)

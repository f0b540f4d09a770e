"""The entities and happenings that the documents of a source name, each once however many documents do."""

from collections.abc import Hashable

from dateline.model.bundle import Frame
from dateline.model.ids import new_id
from dateline.model.registry import Entity, Happening


class Things:
    """The entities and happenings of an import, by what the documents call them. `begin` with each document."""

    def __init__(self) -> None:
        self._entities: dict[Hashable, Entity] = {}
        self._happenings: dict[Hashable, Happening] = {}
        self._new: list[tuple[dict[Hashable, Entity] | dict[Hashable, Happening], Hashable]] = []

    def begin(self) -> None:
        """Forget what a document named that was refused: its mentions do not come."""
        for named, key in self._new:
            del named[key]
        self._new.clear()

    def entity(self, key: Hashable, name: str, label: str, external: str) -> str:
        """Return the id of an entity."""
        if key not in self._entities:
            self._entities[key] = Entity(new_id(), name, label, (), external)
            self._new.append((self._entities, key))
        return self._entities[key].id

    def happening(self, key: Hashable, name: str, label: str, external: str) -> str:
        """Return the id of a happening."""
        if key not in self._happenings:
            self._happenings[key] = Happening(new_id(), name, label, None, external)
            self._new.append((self._happenings, key))
        return self._happenings[key].id

    def new(self) -> Frame | None:
        """Return what is new since this was last asked."""
        found = [named[key] for named, key in self._new]
        self._new.clear()
        entities = tuple(t for t in found if isinstance(t, Entity))
        happenings = tuple(t for t in found if isinstance(t, Happening))
        return Frame(entities=entities, happenings=happenings) if found else None

"""What a record says while it is read, of which nothing counts unless the record is taken in whole."""

from typing import Generic, Protocol, TypeVar

V = TypeVar("V")


class Kept(Protocol[V]):
    """Where values are kept by their keys: a dictionary, or a ledger."""

    def get(self, key: str, /) -> V | None:
        """Return what is kept under a key, None for nothing."""

    def __setitem__(self, key: str, value: V, /) -> None: ...


class Provisional(Generic[V]):
    """Values by their keys; those that came since `keep` was last called go again with `drop`."""

    def __init__(self, kept: Kept[V]) -> None:
        self._kept = kept
        self._new: dict[str, V] = {}

    def get(self, key: str) -> V | None:
        """Return what is under a key, None for nothing."""
        found = self._new.get(key)
        return self._kept.get(key) if found is None else found

    def __contains__(self, key: str) -> bool:
        return self.get(key) is not None

    def __setitem__(self, key: str, value: V) -> None:
        self._new[key] = value

    def setdefault(self, key: str, value: V) -> V:
        """Put a value under a key that has none; return what is there."""
        found = self.get(key)
        if found is None:
            self[key] = found = value
        return found

    def keep(self) -> None:
        """Keep what came."""
        for key, value in self._new.items():
            self._kept[key] = value
        self._new.clear()

    def drop(self) -> None:
        """Forget what came."""
        self._new.clear()

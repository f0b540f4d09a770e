"""Values built from parts that are known to be right, for loops over a whole corpus."""

from collections.abc import Callable
from dataclasses import fields, make_dataclass
from typing import Any, TypeVar

T = TypeVar("T")


def trusted(cls: type[T]) -> Callable[..., T]:
    """Return what builds `cls`, a frozen dataclass with slots, from all its fields in order, unchecked.

    A frozen dataclass sets each field by a call and then checks itself; both cost more than the rest of
    reading a span. This fills an open twin with the same slots and renames it, in a third of the time.
    The caller has checked what `__post_init__` would.
    """
    names = [field.name for field in fields(cls)]  # type: ignore[arg-type]  # every caller's is a dataclass
    twin: Any = make_dataclass(f"Open{cls.__name__}", names, slots=True, eq=False, repr=False)

    def build(*values: Any) -> T:
        made = twin(*values)
        made.__class__ = cls
        return made  # type: ignore[no-any-return]

    return build

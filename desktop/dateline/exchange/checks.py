"""Taking fields out of parsed records, with errors that name the field."""

from collections.abc import Mapping
from enum import StrEnum
from typing import Any, TypeVar

from dateline.exchange.jsonl import kind_of
from dateline.exchange.problems import Problem, ProblemKind
from dateline.model.wording import ToDo, Wording, tr

_NO_TEXT = tr("is {kind}, not a text")
_NO_NUMBER = tr("is {kind}: a whole number was expected")
_NO_LIST = tr("is {kind}, not a list")

E = TypeVar("E", bound=StrEnum)


class Fault(Exception):
    """A record that cannot be taken: the field at fault, what is wrong, what to do; both may be marked texts."""

    def __init__(
        self, field: str, what: str | Wording, what_to_do: ToDo = "", kind: ProblemKind = ProblemKind.FIELD
    ) -> None:
        super().__init__(str(what))
        self.field, self.what, self.what_to_do, self.kind = field, str(what), what_to_do, kind
        self.wording = what if isinstance(what, Wording) else None
        self.line: int | None = None  # where a record has several lines, and who raises knows which

    @property
    def saying(self) -> str | Wording:
        """What is wrong, in a form that can be translated where there is one."""
        return self.wording or self.what

    def at(self, file: str, line: int | None) -> Problem:
        """Return the problem at its place."""
        place = self.line or line
        return Problem(self.what, self.what_to_do, file, place, self.field, self.kind, wording=self.wording)


def text(raw: Mapping[str, Any], key: str, where: str = "", default: str | None = "") -> str:
    """Return a text field; `default` None demands it."""
    value = raw.get(key)
    if value is None:
        if default is None:
            raise Fault(
                where + key, tr("missing: a text was expected") if key not in raw else tr("is null, not a text")
            )
        return default
    if value.__class__ is not str:
        raise Fault(where + key, Wording(_NO_TEXT, {"kind": Wording(kind_of(value))}))
    return value


def some_text(raw: Mapping[str, Any], key: str, where: str = "") -> str:
    """Return a text field that must be there and not be empty."""
    if not (value := text(raw, key, where, None)):
        raise Fault(where + key, tr("is empty"))
    return value


def optional_text(raw: Mapping[str, Any], key: str, where: str = "") -> str | None:
    """Return a text field, or None when it is missing, null or empty."""
    return text(raw, key, where) or None


def whole(raw: Mapping[str, Any], key: str, where: str = "", default: int | None = None) -> int:
    """Return a whole number that fits 64 bits; `default` None demands it."""
    value = raw.get(key, default)
    if value.__class__ is not int:
        if key not in raw:
            raise Fault(where + key, tr("missing: a whole number was expected"))
        raise Fault(where + key, Wording(_NO_NUMBER, {"kind": Wording(kind_of(value))}))
    if not -(2**63) <= value < 2**63:
        raise Fault(where + key, tr("is beyond all bounds"))
    return value


def records(raw: Mapping[str, Any], key: str, where: str = "") -> list[dict[str, Any]]:
    """Return a list of objects; empty when it is missing or null."""
    value = raw.get(key)
    if not value and (value is None or value == []):
        return []
    if value.__class__ is not list:
        raise Fault(where + key, Wording(_NO_LIST, {"kind": Wording(kind_of(value))}))
    for i, item in enumerate(value):
        if item.__class__ is not dict:
            raise Fault(f"{where}{key}[{i}]", Wording(tr("is {kind}, not an object"), {"kind": Wording(kind_of(item))}))
    return value


def texts(raw: Mapping[str, Any], key: str, where: str = "") -> dict[str, str]:
    """Return an object whose values are texts; empty when it is missing or null."""
    value = raw.get(key)
    if not value and (value is None or value == {}):
        return {}
    if value.__class__ is not dict:
        raise Fault(where + key, Wording(tr("is {kind}, not an object"), {"kind": Wording(kind_of(value))}))
    for name, item in value.items():
        if item.__class__ is not str:
            raise Fault(f"{where}{key}.{name}", Wording(tr("is {kind}, not a text"), {"kind": Wording(kind_of(item))}))
    return value


def text_list(raw: Mapping[str, Any], key: str, where: str = "") -> tuple[str, ...]:
    """Return a list of texts; empty when it is missing or null."""
    value = raw.get(key) or []
    if not isinstance(value, list):
        raise Fault(where + key, Wording(_NO_LIST, {"kind": Wording(kind_of(value))}))
    for i, item in enumerate(value):
        if not isinstance(item, str):
            raise Fault(f"{where}{key}[{i}]", Wording(tr("is {kind}, not a text"), {"kind": Wording(kind_of(item))}))
    return tuple(value)


def choice(raw: Mapping[str, Any], key: str, choices: type[E], default: E, where: str = "") -> E:
    """Return a field that is one of the values of an enumeration."""
    value = text(raw, key, where, str(default))
    try:
        return choices(value)
    except ValueError:
        raise Fault(
            where + key,
            Wording(tr("is {value}, expected one of {names}"), {"value": f"{value!r}", "names": ", ".join(choices)}),
        ) from None

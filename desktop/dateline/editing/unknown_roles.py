"""Roles of the sources that the schema does not have for their type of event: what fills them is kept, and it is told.

The schema may learn them afterwards; until then the checks say the same of each event.
"""

from collections import Counter

from msgspec import Struct

from dateline.exchange.problems import Problem, ProblemKind, worded
from dateline.model.bundle import Bundle
from dateline.model.schema import LabelType, Schema
from dateline.model.wording import Wording, tr

_EXAMPLES = 3
_ONE = tr("the role {roles} is not among those of {event}; what fills it is kept under that name")
_MANY = tr("the roles {roles} are not among those of {event}; what fills them is kept under these names")
_ADD_IT = tr("Add it to the type of event under Edit → Labels…, or remove the arguments")
_ADD_THEM = tr("Add them to the type of event under Edit → Labels…, or remove the arguments")


class RoleFound(Struct, frozen=True):
    """A role of the sources that a type of event here does not have, how often it is filled, and some of the words."""

    name: str
    event: str
    count: int
    examples: tuple[str, ...] = ()


class UnknownRoles:
    """Looks at bundles as they come, under the labels they have here."""

    def __init__(self, schema: Schema) -> None:
        self._types: dict[str, LabelType] = {}
        self._met: Counter[tuple[str, str]] = Counter()
        self._words: dict[tuple[str, str], list[str]] = {}
        self.learn(schema)

    def learn(self, schema: Schema) -> None:
        """Take in the types of a source's schema that the project does not have."""
        for label in schema.types:
            self._types.setdefault(label.name, label)

    def look(self, bundle: Bundle) -> None:
        """Count the arguments in roles that their events' types do not have."""
        if not bundle.annotations.arguments:
            return
        mentions = {m.id: m for m in bundle.annotations.mentions}
        for argument in bundle.annotations.arguments:
            event, filler = mentions.get(argument.event_id), mentions.get(argument.filler_id)
            if event is None or self._has(event.label, argument.role):
                continue
            key = event.label, argument.role
            self._met[key] += 1
            words = self._words.setdefault(key, [])
            if filler and len(words) < _EXAMPLES and (said := filler.text_of(bundle.article.text)[:60]) not in words:
                words.append(said)

    def _has(self, event: str, role: str) -> bool:
        known = self._types.get(event)
        return known is not None and known.role(role) is not None

    def found(self) -> tuple[RoleFound, ...]:
        """Return them, those that are filled most first."""
        return tuple(RoleFound(key[1], key[0], n, tuple(self._words[key])) for key, n in self._met.most_common())

    def told(self) -> list[Problem]:
        """Return a notice for each type of event."""
        by_event: dict[str, list[str]] = {}
        for role in self.found():
            by_event.setdefault(role.event, []).append(role.name)
        told = []
        for event, roles in by_event.items():
            shown = self._types[event].shown if event in self._types else event
            details = {"roles": ", ".join(roles), "event": shown}
            said, todo = (_ONE, _ADD_IT) if len(roles) == 1 else (_MANY, _ADD_THEM)
            told.append(worded(Wording(said, details), todo, kind=ProblemKind.ROLE))
        return told

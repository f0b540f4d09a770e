"""Which of the labels and roles that are to become others, or be left out, the sources of an import have."""

from collections.abc import Iterable, Iterator, Mapping
from difflib import SequenceMatcher

from dateline.editing.import_request import ImportRequest
from dateline.editing.relabelling import LEFT_OUT, NotMet, role_key
from dateline.exchange.options import LeftOut
from dateline.exchange.problems import Problem, ProblemKind, worded
from dateline.model.annotation import Annotations
from dateline.model.schema import Schema
from dateline.model.wording import Wording, first_of, tr

_NO_LABEL = tr("the sources have no label {names}, which was to become another or be left out")
_NO_ROLE = tr("the sources have no role {names}, which was to become another or be left out")
_SPELLING = tr("Check its spelling; capitals count")
_NAMED = 12  # labels in a sentence
_AS_BEFORE = tr("as was chosen at an earlier import: {taken}")
_AS_BEFORE_OF = tr("as was chosen at an earlier import of {format}: {taken}")
_BECOMES = tr("{name} becomes {target}")
_IS_LEFT_OUT = tr("{name} is left out")


class Unmet:
    """Keeps account of which labels and roles that are to become others the sources do not have at all.

    Those that are only because that was chosen at an `earlier` import may be missing; the others of them are told.
    """

    def __init__(self, request: ImportRequest, met: dict[str, set[str]]) -> None:
        self._labels, self._roles = set(request.mapping), set(request.roles)
        self._earlier, self._of_format = request.earlier, request.of_format
        self._met: tuple[set[str], set[str]] = set(), set()  # labels and roles that the sources have
        self._by_format = met  # both, by the formats of the sources
        self._here = set[str]()  # of the source that is read

    def begin(self, format_name: str) -> None:
        """Begin with a source of a format."""
        self._here = self._by_format.setdefault(format_name, set())

    def look(self, come: Annotations, here: Annotations) -> None:
        """See a page as its source has it, and under the labels it gets here, under which roles are named."""
        met = {m.label for m in come.mentions} | {r.label for r in come.relations}
        self._met[0].update(met)
        links = {a.role for a in come.arguments}
        self._labels -= met | links
        self._here.update(met, links)
        if here.arguments:
            labels = {m.id: m.label for m in here.mentions}
            roles = {role_key(labels.get(a.event_id, ""), a.role) for a in here.arguments}
            self._met[1].update(roles)
            self._roles -= roles
            self._here.update(roles)

    def end(self, left_out: LeftOut) -> None:
        """End a source; `left_out`: by who reads, as a link of such a label is in no page."""
        self._labels -= left_out.met
        self._here.update(left_out.met)
        left_out.met.clear()

    def frame(self, schema: Schema) -> None:
        """See the types of a source: one that nothing has is not misspelt."""
        roles = {role_key(t.name, r.name) for t in schema.types for r in t.roles}
        self._met[0].update(schema.by_name)
        self._met[1].update(roles)
        self._labels -= schema.by_name.keys()
        self._roles -= roles
        self._here.update(schema.by_name, roles)

    def refusal(self) -> NotMet | None:
        """Return the error for those that were not met, if any, with what the sources have, the nearest first."""
        said = []
        for names, met, sort in zip(self._missing(), self._met, ("label", "role"), strict=True):
            for name in sorted(names):
                known = sorted(sorted(met), key=lambda other: -_likeness(name, other))
                there = f"; they have {first_of(known, _NAMED)}" if known else f"; they have no {sort} at all"
                said.append(f"the sources have no {sort} {name}{there}")
        return NotMet(". ".join(said)) if said else None

    def told(self) -> Iterator[Problem]:
        """Yield a notice for those that were not met, and for those that are as at an earlier import."""
        labels, roles = self._missing()
        missing = ((labels, _NO_LABEL, ProblemKind.UNKNOWN_LABEL), (roles, _NO_ROLE, ProblemKind.ROLE))
        for names, sort, kind in missing:
            if names:
                yield worded(Wording(sort, {"names": ", ".join(sorted(names))}), _SPELLING, kind=kind)
        before = {name: t for name, t in self._earlier.labels.items() if name not in self._labels}
        of_roles = {key: t for key, t in self._earlier.roles.items() if key not in self._roles}
        yield from _told(before, of_roles)
        for name, kept in sorted(self._of_format.items()):
            met = self._by_format.get(name, ())
            there = {label: target for label, target in kept.labels.items() if label in met}
            yield from _told(there, {key: target for key, target in kept.roles.items() if key in met}, name)

    def _missing(self) -> tuple[set[str], set[str]]:
        """Return the labels and roles that were not met, of what was said for this import."""
        return self._labels - self._earlier.labels.keys(), self._roles - self._earlier.roles.keys()


def _told(labels: Mapping[str, str | None], roles: Mapping[str, str | None], of: str = "") -> Iterator[Problem]:
    """Say that labels and roles are taken as at an earlier import, `of` one format where they are so only there."""
    if taken := {**labels, **roles}:
        as_it_is = [f"--map {name}={name}" for name in labels]
        as_it_is += [f"--map-role {key}={key.rpartition('.')[2]}" for key in roles]
        todo = f"Say {first_of(as_it_is, 1)} to take it as it is"
        told = Wording(_AS_BEFORE_OF if of else _AS_BEFORE, {"taken": _listed(taken.items()), "format": of})
        yield worded(told, todo, kind=ProblemKind.CHOSEN)


def _listed(taken: Iterable[tuple[str, str | None]]) -> Wording:
    """Put what names become into one text."""
    parts: dict[str, str | Wording] = {}
    for number, (name, target) in enumerate(sorted(taken)):
        said = _IS_LEFT_OUT if target == LEFT_OUT else _BECOMES
        parts[f"e{number}"] = Wording(said, {"name": name, "target": target or ""})
    return Wording(", ".join(f"{{{part}}}" for part in parts), parts)


def _likeness(one: str, other: str) -> float:
    return SequenceMatcher(None, one.casefold(), other.casefold()).ratio()

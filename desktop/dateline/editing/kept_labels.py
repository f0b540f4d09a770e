"""What labels and roles of a format's sources were chosen to become, kept in the project on this machine."""

from collections.abc import Collection, Iterable, Mapping
from operator import attrgetter

from msgspec import Struct, field

from dateline.editing.relabelling import LEFT_OUT, role_key
from dateline.model.annotation import Layer
from dateline.model.schema import Schema
from dateline.store.project import Project

_KEPT = "import_labels"  # by format: {"labels": {name: target}, "roles": {key: target}}
_UNSAID = "\0"
Met = Mapping[str, Collection[str]]  # by formats, the labels, and roles by `role_key`, that their sources have


class KeptLabels(Struct, frozen=True):
    """What labels, and roles by `role_key`, were chosen to become: a name, LEFT_OUT, or None for what they are."""

    labels: dict[str, str | None] = field(default_factory=dict)
    roles: dict[str, str | None] = field(default_factory=dict)

    def __bool__(self) -> bool:
        return bool(self.labels or self.roles)

    def without(self, others: "KeptLabels") -> "KeptLabels":
        """Return what others do not have."""
        return KeptLabels(
            {name: target for name, target in self.labels.items() if name not in others.labels},
            {key: target for key, target in self.roles.items() if key not in others.roles},
        )


def in_common(several: Iterable[KeptLabels]) -> KeptLabels:
    """Return what was chosen alike in all of some formats."""
    first, *others = [*several] or [KeptLabels()]
    missing = object()
    return KeptLabels(
        {n: t for n, t in first.labels.items() if all(other.labels.get(n, missing) == t for other in others)},
        {k: t for k, t in first.roles.items() if all(other.roles.get(k, missing) == t for other in others)},
    )


def offered(
    project: Project, formats: Collection[str], met: Met, mapping: Mapping[str, str]
) -> tuple[KeptLabels, list[str]]:
    """Return what to offer where sources of several formats get one choice, and of which labels and roles nothing.

    That is where the formats that have one differ in what was chosen for it. `met`: labels and roles by formats, as
    they are with `mapping`; a format has a role, too, that comes of what is offered for its event.
    """
    here = project.schema().by_name
    kept = {name: kept_labels(project, [name]) for name in formats}
    found, differing = KeptLabels(), list[str]()
    for choices, of in ((found.labels, attrgetter("labels")), (found.roles, attrgetter("roles"))):
        there = {name: _becoming(met.get(name, ()), mapping, found.labels) for name in formats}
        for name in sorted({key for one in kept.values() for key in of(one)}):
            having = [one for of_format, one in kept.items() if name in there[of_format]]
            # of none: roles that come up only with another choice for their events are of those that have such roles
            perhaps = having or [one for of_format, one in kept.items() if _has_alike(there[of_format], name)]
            unsaid = None if name in here else _UNSAID  # what the project has is itself where nobody chose otherwise
            chosen = {of(one).get(name, unsaid) for one in perhaps or kept.values()}
            if len(chosen) > 1:
                differing += [name] if having else []
            elif chosen != {_UNSAID}:
                choices[name] = chosen.pop()
    return found, differing


def _becoming(met: Collection[str], mapping: Mapping[str, str], chosen: Mapping[str, str | None]) -> set[str]:
    """Return labels and roles, with the roles that come of what is chosen for labels instead of what they are."""
    found = set(met)
    for label in met:
        before = role_key(mapping.get(label, label), "")
        if target := chosen.get(label):
            found.update(role_key(target, key.removeprefix(before)) for key in met if key.startswith(before))
    return found


def _has_alike(met: Collection[str], key: str) -> bool:
    """Say whether there is a role of this name, of whatever event, or a link that may become one."""
    return any(key.endswith(role_key("", name)) for name in met)


def anything_kept(project: Project) -> bool:
    """Say whether anything was chosen for labels or roles before."""
    return bool(project.local.get(_KEPT))


def kept_labels(project: Project, formats: Collection[str]) -> KeptLabels:
    """Return what was chosen in earlier imports of these formats, as far as the project still has what was chosen."""
    remembered, schema = project.local.get(_KEPT), project.schema()
    found = KeptLabels()
    for name in sorted(formats):
        kept = remembered.get(name) if isinstance(remembered, dict) else None
        targets = {None, LEFT_OUT, *schema.by_name}
        found.labels.update({k: t for k, t in _plain(kept, "labels").items() if t in targets})
        found.roles.update({k: t for k, t in _plain(kept, "roles").items() if _is_role(k, t, schema)})
    return found


def keep_labels(project: Project, formats: Collection[str], chosen: KeptLabels, forgotten: Collection[str]) -> None:
    """Remember for sources of these formats what was chosen; `forgotten` names those that are what is offered again."""
    remembered = project.local.get(_KEPT)
    before = remembered if isinstance(remembered, dict) else {}
    now = dict(before)
    for name in formats:
        kept = before.get(name)
        now[name] = {
            what: {k: t for k, t in _plain(kept, what).items() if k not in forgotten} | new
            for what, new in (("labels", chosen.labels), ("roles", chosen.roles))
        }
    if now != before and (chosen or forgotten):
        project.local.set(_KEPT, now)


def keep_by_format(
    project: Project,
    formats: Collection[str],
    met: Met,
    chosen: KeptLabels,
    forgotten: Collection[str],
) -> None:
    """Remember it for each of several formats as far as its sources have what it is of; `met`: what they have."""
    for name in formats:
        of_it = met.get(name, ()) if len(formats) > 1 else {*chosen.labels, *chosen.roles, *forgotten}
        labels = {label: target for label, target in chosen.labels.items() if label in of_it}
        roles = {key: target for key, target in chosen.roles.items() if key in of_it}
        keep_labels(project, [name], KeptLabels(labels, roles), [other for other in forgotten if other in of_it])


def plain(kept: Mapping[str, str | None]) -> dict[str, str]:
    """Return of what names become what is another name, or nothing."""
    return {name: target for name, target in kept.items() if target is not None}


def _plain(of_format: object, what: str) -> dict[str, str | None]:
    """Return what was remembered of "labels" or "roles", without what no version of this wrote."""
    kept = of_format.get(what) if isinstance(of_format, dict) else None
    if not isinstance(kept, dict):
        return {}
    return {k: t for k, t in kept.items() if isinstance(k, str) and (t is None or isinstance(t, str))}


def _is_role(key: str, target: str | None, schema: Schema) -> bool:
    events = [t for t in schema.layer(Layer.EVENT) if key.startswith(role_key(t.name, ""))]
    return bool(events) and (target in (None, LEFT_OUT) or any(t.role(target or "") for t in events))

"""What labels and roles of a format's sources were chosen to become, kept in the project on this machine."""

from collections.abc import Collection

from msgspec import Struct, field

from dateline.editing.relabelling import LEFT_OUT, role_key
from dateline.model.annotation import Layer
from dateline.model.schema import Schema
from dateline.store.project import Project

_KEPT = "import_labels"  # by format: {"labels": {name: target}, "roles": {key: target}}


class KeptLabels(Struct, frozen=True):
    """What labels, and roles by `role_key`, were chosen to become: a name, LEFT_OUT, or None for what they are."""

    labels: dict[str, str | None] = field(default_factory=dict)
    roles: dict[str, str | None] = field(default_factory=dict)

    def __bool__(self) -> bool:
        return bool(self.labels or self.roles)


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


def _plain(of_format: object, what: str) -> dict[str, str | None]:
    """Return what was remembered of "labels" or "roles", without what no version of this wrote."""
    kept = of_format.get(what) if isinstance(of_format, dict) else None
    if not isinstance(kept, dict):
        return {}
    return {k: t for k, t in kept.items() if isinstance(k, str) and (t is None or isinstance(t, str))}


def _is_role(key: str, target: str | None, schema: Schema) -> bool:
    events = [t for t in schema.layer(Layer.EVENT) if key.startswith(role_key(t.name, ""))]
    return bool(events) and (target in (None, LEFT_OUT) or any(t.role(target or "") for t in events))

"""What is asked of an import, and of its preview: which sources, how they are read, and what their labels become."""

from collections.abc import Mapping, Sequence
from pathlib import Path

from msgspec import Struct, field
from msgspec.structs import replace

from dateline.editing.common import require_other_file
from dateline.editing.kept_labels import KeptLabels, plain
from dateline.editing.relabelling import AS_THEY_ARE, require_roles, roles_here
from dateline.editing.sources import source_options, with_labels
from dateline.exchange.formats import formats_of, open_sources
from dateline.exchange.options import ReadOptions
from dateline.exchange.reading import Reader
from dateline.store.project import Project


class ImportRequest(Struct, frozen=True):
    """Files and folders to import, and how; `format_name`: "" tells the format of each by looking.

    `mapping` gives labels of the sources the names of the project's, or leaves theirs out, and `roles` those of events
    (see relabelling). `earlier`: those of them that are there because an earlier import had them (see chosen_before),
    `of_format`: further ones, for the sources of one format alone. `parts`: the request as it is for such sources.
    """

    sources: Sequence[Path]
    options: ReadOptions
    format_name: str = ""
    mapping: Mapping[str, str] = AS_THEY_ARE
    roles: Mapping[str, str] = AS_THEY_ARE
    earlier: KeptLabels = KeptLabels()
    of_format: Mapping[str, KeptLabels] = field(default_factory=dict)
    parts: Mapping[str, "ImportRequest"] = field(default_factory=dict)

    @property
    def title(self) -> str:
        """What to call the sources in a step: "a.txt, b.txt, c.txt…"."""
        return ", ".join(s.name for s in self.sources[:3]) + ("…" if len(self.sources) > 3 else "")

    def require_others(self, project: Project) -> None:
        """Raise EditError where one of the sources is the project's own file."""
        for source in self.sources:
            require_other_file(project, source, "imported into itself")

    def for_project(self, project: Project) -> "ImportRequest":
        """Return it with what the project knows: its labels, annotators and texts, and roles under its events' names.

        Raises EditError for labels and roles that it does not have.
        """
        schema = project.schema()
        roles = roles_here(self.roles, self.mapping, schema)
        require_roles(roles, schema)
        found = replace(self, options=source_options(project, self.options, self.mapping, roles), roles=roles)
        parts: dict[str, ImportRequest] = {}
        for name, kept in self.of_format.items():
            mapping = {**plain(kept.labels), **self.mapping}
            own = roles_here({**plain(kept.roles), **self.roles}, mapping, schema)
            options = with_labels(project, found.options, mapping, own)
            parts[name] = replace(found, mapping=mapping, roles=own, options=options)
        return replace(found, parts=parts)

    def for_format(self, name: str) -> "ImportRequest":
        """Return it as it is for sources of a format."""
        return self.parts.get(name, self)

    def formats(self) -> set[str]:
        """Return the names of the formats of the sources, as far as they can be told."""
        return formats_of(self.sources, self.options, self.format_name)

    def opened(self) -> list[Reader]:
        """Open the sources; see `open_sources`."""
        own = {name: part.options for name, part in self.parts.items()}
        return open_sources(self.sources, self.options, self.format_name, own)

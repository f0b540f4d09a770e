"""What is asked of an import, and of its preview: which sources, how they are read, and what their labels become."""

from collections.abc import Mapping, Sequence
from pathlib import Path

from msgspec import Struct
from msgspec.structs import replace

from dateline.editing.common import require_other_file
from dateline.editing.kept_labels import KeptLabels
from dateline.editing.relabelling import AS_THEY_ARE, require_roles, roles_here
from dateline.editing.sources import source_options
from dateline.exchange.formats import formats_of, open_sources
from dateline.exchange.options import ReadOptions
from dateline.exchange.reading import Reader
from dateline.store.project import Project


class ImportRequest(Struct, frozen=True):
    """Files and folders to import, and how; `format_name`: "" tells the format of each by looking.

    `mapping` gives labels of the sources the names of the project's, or leaves theirs out, and `roles` those of events
    (see relabelling). `earlier`: those of them that are there because an earlier import had them (see chosen_before).
    """

    sources: Sequence[Path]
    options: ReadOptions
    format_name: str = ""
    mapping: Mapping[str, str] = AS_THEY_ARE
    roles: Mapping[str, str] = AS_THEY_ARE
    earlier: KeptLabels = KeptLabels()

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
        return replace(self, options=source_options(project, self.options, self.mapping, roles), roles=roles)

    def formats(self) -> set[str]:
        """Return the names of the formats of the sources, as far as they can be told."""
        return formats_of(self.sources, self.options, self.format_name)

    def opened(self) -> list[Reader]:
        """Open the sources; see `open_sources`."""
        return open_sources(self.sources, self.options, self.format_name)

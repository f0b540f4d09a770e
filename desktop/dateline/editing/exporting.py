"""Handing the project to a format."""

from collections.abc import Iterator
from pathlib import Path

from msgspec.structs import replace

from dateline.editing.common import require_other_file
from dateline.editing.newer_versions import with_newer_named
from dateline.exchange.formats import format_named
from dateline.exchange.held_formats import require_same_format
from dateline.exchange.options import WriteOptions
from dateline.exchange.writing import Report
from dateline.model.article import NEWER, State
from dateline.model.bundle import Bundle, Frame
from dateline.store.project import Project


def frame_of(project: Project) -> Frame:
    """Return what all articles of the project share."""
    return Frame(
        schema=project.schema(),
        annotators=tuple(project.annotations.annotators()),
        entities=tuple(project.registry.entities()),
        happenings=tuple(project.registry.happenings()),
    )


def export_project(project: Project, target: Path, format_name: str, options: WriteOptions) -> Report:
    """Write the project in a format.

    Raises CannotWrite, UnknownFormat, Cancelled, and EditError for the project's own file; what stood at the target
    before stands there still then.
    """
    require_other_file(project, target, "written to")
    if options.states is not None and set(options.states) == set(State):
        options = replace(options, states=None)  # no choice that a dataset card should tell as one
    chosen = format_named(format_name)
    require_same_format(target, options.split, chosen)
    bundles = Bundles(project, keep_ids=chosen.whole)
    with project.little_memory():
        return chosen.write(target, frame_of(project), bundles, options)


class Bundles:
    """The project's bundles, as often as they are asked for: a split reads them twice.

    Without `keep_ids` an older version of an article names the newer one by its title and date.
    """

    def __init__(self, project: Project, *, keep_ids: bool) -> None:
        self._project, self._keep_ids = project, keep_ids

    def __iter__(self) -> Iterator[Bundle]:
        bundles = self._project.annotations.bundles()
        return bundles if self._keep_ids else map(self._named, bundles)

    def _named(self, bundle: Bundle) -> Bundle:
        if NEWER not in bundle.article.meta:
            return bundle
        meta = with_newer_named(bundle.article.meta, self._project.articles.find)
        return replace(bundle, article=replace(bundle.article, meta=meta))

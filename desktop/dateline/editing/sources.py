"""What a project tells whoever reads a source for it."""

from collections.abc import Mapping
from functools import partial

from msgspec.structs import replace

from dateline.editing.near import NearTexts
from dateline.editing.relabelling import layers_with
from dateline.exchange.options import ReadOptions
from dateline.model.annotation import Annotator, AnnotatorKind
from dateline.model.ids import new_id
from dateline.model.schema import Schema
from dateline.store.project import Project

_NAMED_FIRST = (AnnotatorKind.PERSON, AnnotatorKind.IMPORT, AnnotatorKind.ADJUDICATOR, AnnotatorKind.MODEL)


def source_options(project: Project, options: ReadOptions, schema: Schema, mapping: Mapping[str, str]) -> ReadOptions:
    """Return the options with what the project knows: its annotators, its labels and those mapped to them, its texts.

    An annotator whom somebody named is the project's of that name: a person before an import, and a model or the
    adjudicator only where nobody else has the name; of several the oldest.
    """
    here = sorted(project.annotations.annotators(), key=lambda a: _NAMED_FIRST.index(a.kind))
    annotators = {a.name: a for a in reversed(here)}
    named = options.annotator
    return replace(
        options,
        annotator=annotators.get(named.name, named) if named else None,
        annotators=annotators,
        labels=layers_with(mapping, schema),
        known=partial(project.articles.named_by_text, arrived=project.articles.arrived()),
        first_position=project.articles.last_position() + 1,
        near=options.near or NearTexts(project),
    )


def import_annotator(name: str) -> Annotator:
    """Return the annotator that annotations without one are given."""
    return Annotator(new_id(), name, AnnotatorKind.IMPORT)

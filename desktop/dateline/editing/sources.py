"""What a project tells whoever reads a source for it."""

from collections import Counter
from collections.abc import Mapping
from functools import partial

from msgspec.structs import replace

from dateline.editing.kept_columns import any_header_kept, kept_columns, kept_header, kept_sheet
from dateline.editing.near import NearTexts
from dateline.editing.relabelling import AS_THEY_ARE, LEFT_OUT, layers_with, role_key
from dateline.editing.texts_here import TextsHere
from dateline.editing.whose import annotator_named, annotators_by_name
from dateline.exchange.options import LeftOut, ReadOptions
from dateline.model.annotation import Annotator, AnnotatorKind, Layer
from dateline.model.ids import new_id
from dateline.model.schema import Schema
from dateline.store.project import Project


def source_options(
    project: Project, options: ReadOptions, mapping: Mapping[str, str], roles: Mapping[str, str] = AS_THEY_ARE
) -> ReadOptions:
    """Return the options with what the project knows: its annotators, its labels and those mapped to them, its texts.

    An annotator whom somebody named is the project's of that name (see `whose`). `roles`: what roles become, by
    `role_key`.
    """
    here = project.annotations.annotators()
    named, texts = options.annotator, TextsHere(project.articles, project.articles.arrived())
    return replace(
        with_labels(project, options, mapping, roles),
        annotator=(annotator_named(named.name, here) or named) if named else None,
        annotators=annotators_by_name(here),
        came={},
        learned=set(),
        clashing=Counter(),
        known=texts.known_as,
        texts=texts,
        holds=project.articles.holds,
        columns=options.columns or partial(kept_columns, project),
        sheets=options.sheets or partial(kept_sheet, project),
        headers=options.headers or (partial(kept_header, project) if any_header_kept(project) else None),
        first_position=project.articles.last_position() + 1,
        near=options.near or NearTexts(project, options.nearly),
    )


def with_labels(
    project: Project, options: ReadOptions, mapping: Mapping[str, str], roles: Mapping[str, str]
) -> ReadOptions:
    """Return the options with the project's labels and roles, and with what others become."""
    return replace(
        options,
        labels=layers_with(mapping, project.schema()),
        mapped={label: target for label, target in mapping.items() if target != LEFT_OUT},
        roles=_roles(project, roles),
        left_out=LeftOut(label for label, target in mapping.items() if target == LEFT_OUT),
    )


def _roles(project: Project, chosen: Mapping[str, str]) -> set[tuple[str, str]]:
    """Return the types of event with their roles, those they are filled in, and those that are to become others."""
    schema = project.schema()
    events = schema.layer(Layer.EVENT)
    of_mapping = {
        (t.name, key.removeprefix(role_key(t.name, "")))
        for key in chosen
        for t in events
        if key.startswith(role_key(t.name, ""))
    }
    relations = [t.name for t in schema.layer(Layer.RELATION)]
    return roles_of(schema) | of_mapping | project.annotations.filled_roles(relations)


def roles_of(schema: Schema) -> set[tuple[str, str]]:
    """Return the types of event of a schema, each with each of its roles."""
    return {(t.name, role.name) for t in schema.layer(Layer.EVENT) for role in t.roles}


def import_annotator(name: str) -> Annotator:
    """Return the annotator that annotations without one are given."""
    return Annotator(new_id(), name, AnnotatorKind.IMPORT)

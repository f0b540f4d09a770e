"""Links of formats that have one sort of them, on pages that are here: a role stays a role, a relation a relation."""

from msgspec.structs import replace

from dateline.model.annotation import Annotations, Argument, Relation

Link = tuple[str, object, object]  # what it is called, and what tells its ends


def linked_as_here(come: Annotations, here: Annotations) -> Annotations:
    """Return what comes for a page with each link that is `here` as it is here: a role of an event, or a relation.

    Since it was taken in, the schema may have got a role, or a label for relations, of its name.
    """
    roles, relations = (set(found.values()) for found in _links(here))
    its_roles, its_relations = _links(come)
    as_relations = {id_ for id_, link in its_roles.items() if link in relations - roles}
    as_roles = {id_ for id_, link in its_relations.items() if link in roles - relations}
    if not (as_relations or as_roles):
        return come
    mentions = {m.id: m for m in come.mentions}
    more_roles = (Argument(r.id, r.source_id, r.label, r.target_id) for r in come.relations if r.id in as_roles)
    more_relations = (
        Relation(a.id, event.article_id, event.annotator_id, a.role, a.event_id, a.filler_id)
        for a in come.arguments
        if a.id in as_relations and (event := mentions[a.event_id])
    )
    return replace(
        come,
        arguments=(*(a for a in come.arguments if a.id not in as_relations), *more_roles),
        relations=(*(r for r in come.relations if r.id not in as_roles), *more_relations),
    )


def _links(page: Annotations) -> tuple[dict[str, Link], dict[str, Link]]:
    """Return the roles and the relations of a page by their ids."""
    ends = {m.id: (m.layer, m.label, m.fragments) for m in page.mentions}
    return (
        {a.id: (a.role, ends.get(a.event_id), ends.get(a.filler_id)) for a in page.arguments},
        {r.id: (r.label, ends.get(r.source_id), ends.get(r.target_id)) for r in page.relations},
    )

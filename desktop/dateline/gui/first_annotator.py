"""As whom a project is annotated that was just opened, or whose annotator went or came back."""

from dateline.model.annotation import Annotator
from dateline.model.ids import new_id
from dateline.store.project import Project


def first_annotator(project: Project, own_name: str) -> Annotator:
    """Who worked here last on this machine; else the only one there is; else the person of the settings."""
    known = {a.name: a for a in project.annotations.annotators()}
    for name in (project.local.get("annotator"), own_name):
        if name in known:
            return known[name]
    if len(known) == 1 or (known and project.readonly):
        return next(iter(known.values()))
    if project.readonly:  # nobody has annotated here, and nobody will
        return Annotator(new_id(), own_name)
    from dateline.editing.articles import ensure_annotator  # what edits is imported with the first edit

    return ensure_annotator(project, own_name)[0]


def annotator_after(
    project: Project, shown: Annotator, gone: Annotator | None, own_name: str
) -> tuple[Annotator, Annotator | None]:
    """Return who is shown after annotators changed, and who was shown before being taken away by an undo.

    Undoing an import takes away those who came with it: somebody else is shown until redoing brings them back.
    """
    known = project.annotations.annotators()
    if gone in known:
        return gone, None
    return (shown, gone) if shown in known else (first_annotator(project, own_name), gone or shown)

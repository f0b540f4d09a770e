"""Whether anybody has worked on an article."""

from dateline.model.article import State
from dateline.model.changes import Kind
from dateline.store.project import Project

_WORK = (Kind.MENTION, Kind.RELATION, Kind.COMMENT, Kind.REGION)


def is_worked_on(project: Project, article_id: str) -> bool:
    """Say whether anything is marked on an article, or somebody has come anywhere with it."""
    dependants = project.articles.dependants(article_id)
    if any(dependants[kind] for kind in _WORK):
        return True
    who = project.annotations.annotators_of(article_id) if dependants[Kind.PROGRESS] else []
    states = (project.annotations.progress_id(article_id, annotator.id) for annotator in who)
    return any(state is not None and state[1] is not State.NEW for state in states)

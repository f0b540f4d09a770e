"""A registry panel on a project of two articles, beside a reader's session."""

from collections.abc import Callable, Iterator

import pytest
from pytestqt.qtbot import QtBot

from dateline.gui.actions import Actions
from dateline.gui.annotating import Annotating
from dateline.gui.registry.panel import RegistryPanel
from dateline.gui.session import Session
from dateline.gui.tasks import Tasks
from dateline.gui.theme import theme
from dateline.model.annotation import Layer, Mention
from dateline.model.changes import Kind
from dateline.model.registry import Entity, Happening
from dateline.model.text import Span
from dateline.store.project import Project


@pytest.fixture
def project(session: Session) -> Project:
    """Three people, two of one spelling; a place mentioned thrice; a happening told of twice, one told of never."""
    assert session.project
    assert session.annotator
    project, who = session.project, session.annotator.id
    one, other = project.articles.ids()
    with project.step("Things") as step:
        step.put(Entity("cav", "Çavuşoğlu", "PERSON"))
        step.put(Entity("cav2", "Cavusoglu", "PERSON"))
        step.put(Entity("tok", "Kassym-Jomart Tokayev", "PERSON", ("Tokayev",), "Q1", "President"))
        step.put(Entity("ast", "Astana", "GPE", ("Nur-Sultan",)))
        step.put(Happening("met", "The meeting", "CONSULT"))
        step.put(Happening("none", "The silence"))
        for id_, article, label, begin, end, thing in (
            ("m1", one, "PERSON", 0, 9, "cav"), ("m2", one, "PERSON", 14, 21, "tok"), ("m3", one, "GPE", 25, 31, "ast"),
            ("m4", other, "GPE", 13, 19, "ast"), ("m5", one, "GPE", 69, 75, "ast"),
        ):  # fmt: skip
            step.put(Mention(id_, article, who, Layer.ENTITY, label, (Span(begin, end),), {}, thing))
        for id_, article, begin, says in (("v1", one, 10, {}), ("v2", other, 20, {"modality": "planned"})):
            step.put(Mention(id_, article, who, Layer.EVENT, "CONSULT", (Span(begin, begin + 3),), says, None, "met"))
    session.open_article(one, again=True)
    return project


@pytest.fixture
def panel(qtbot: QtBot, session: Session, verbs: Annotating, project: Project) -> Iterator[RegistryPanel]:
    tasks = Tasks()
    made = RegistryPanel(session, verbs, tasks, Actions(), theme("light"))
    qtbot.addWidget(made)
    made.resize(340, 800)
    made.show()
    made.catch_up()
    yield made
    made.close()
    tasks.stop_all()


@pytest.fixture
def names(panel: RegistryPanel) -> Callable[[], list[str]]:
    """Return what is listed, from top to bottom."""
    rows = panel.list.rows
    return lambda: [rows.index(i, 0).data() for i in range(rows.rowCount())]


def chosen(panel: RegistryPanel, kind: Kind, *ids: str) -> None:
    """Put the cursor on the first of some things and choose the others too."""
    panel.show_thing(kind, ids[0])
    selection = panel.list.view.selectionModel()
    for other in ids[1:]:
        row = panel.list.rows.row_of(other)
        assert row is not None
        flags = selection.SelectionFlag
        selection.select(panel.list.rows.index(row, 0), flags.Select | flags.Rows)

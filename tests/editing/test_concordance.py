"""Lines of all articles, how they are annotated, and the table they are saved as."""

import csv

import pytest

from dateline.assist.kwic import Line
from dateline.assist.seeking import BadExpression, Sought
from dateline.editing import concordance
from dateline.editing.articles import ensure_annotator
from dateline.editing.common import EditError
from dateline.editing.concordance import Marks, lines_of, lines_with_label, marks_of, sought_like, write_lines
from dateline.editing.tagging import tag
from dateline.exchange.problems import CannotWrite
from dateline.model.article import Article
from dateline.model.ids import new_id
from dateline.model.progress import Cancelled
from dateline.model.registry import Entity
from tests.editing.conftest import span

LATER = "=Cavusoglu met nobody. Mevlut Cavusoglu said so."


@pytest.fixture
def ada(project):
    with project.step("Article") as step:
        step.put(Article(new_id(), LATER, "Later", published="2018-04-20", position=1))
    return ensure_annotator(project, "ada")[0]


def hits(lines: list[Line]) -> list[tuple[str, str]]:
    return [(one.name, one.hit) for one in lines]


def test_words_are_found_in_all_articles_in_order(project, ada):
    found = lines_of(project, Sought("cavusoglu"))
    talks = [("Talks", w) for w in ("Çavuşoğlu", "Cavusoglu", "ÇAVUŞOĞLU")]
    assert hits(found) == [*talks, ("Later", "Cavusoglu"), ("Later", "Cavusoglu")]
    assert found[3].after.startswith(" met nobody")
    assert lines_of(project, Sought("cavusoglu"), most=4) == found[:4]
    assert lines_of(project, Sought("  ")) == []


def test_an_expression_is_found_too_and_one_without_end_is_refused(project, ada, monkeypatch):
    assert hits(lines_of(project, Sought(r"m\w\w nobody", regex=True))) == [("Later", "met nobody")]
    with pytest.raises(BadExpression):
        lines_of(project, Sought("(", regex=True))
    with project.step("Article") as step:
        step.put(Article(new_id(), "a" * 70, "Endless", position=2))
    seeker = concordance.BoundedSeeker
    monkeypatch.setattr(concordance, "BoundedSeeker", lambda: seeker(patience=0.3))
    with pytest.raises(EditError, match="too long in “Endless”"):
        lines_of(project, Sought("(a+)+$(?<!a)", regex=True))


def test_a_search_can_be_stopped(project, ada):
    class Stop:
        def step(self, done, total, what):
            assert total == 2
            if done:
                raise Cancelled

    with pytest.raises(Cancelled):
        lines_of(project, Sought("cavusoglu"), Stop())


def test_a_labels_lines_are_one_annotators(project, load, schema, ada):
    person = schema.by_name["PERSON"]
    tag(project, load(), [span("Tokayev")], person)
    tag(project, load(), [span("Çavuşoğlu"), span("Astana")], person)
    found = lines_with_label(project, ada.id, "PERSON")
    assert [one.hit for one in found] == ["Çavuşoğlu met Tokayev in Astana", "Tokayev"]
    assert lines_with_label(project, ada.id, "PERSON", most=1) == found[:1]
    bob = ensure_annotator(project, "bob")[0]
    assert lines_with_label(project, bob.id, "PERSON") == []


def test_marks_say_what_is_on_the_words_and_what_covers_them(project, load, schema, ada):
    person, office = schema.by_name["PERSON"], schema.by_name["TITLE"]
    made = tag(project, load(), [span("Çavuşoğlu")], person).place.record_id
    tag(project, load(), [span("Çavuşoğlu met")], office)
    tag(project, load(), [span("Çavuşoğlu"), span("Astana")], office)
    found = lines_of(project, Sought("cavusoglu"))
    marks = marks_of(project, ada.id, found)
    assert marks[0] == Marks((("PERSON", made),), ("TITLE", "PERSON"))
    assert marks[1:] == [Marks()] * 4
    parts = lines_with_label(project, ada.id, "TITLE")
    assert [len(m.exact) for m in marks_of(project, ada.id, parts)] == [1, 1]


def test_what_is_like_an_annotation_has_its_words_or_another_name_of_its_entity(project, load, schema, ada):
    made = tag(project, load(), [span("Çavuşoğlu")], schema.by_name["PERSON"]).place.record_id
    mention = load().mentions[made]
    alone = sought_like(load(), mention, None, folded=True)
    assert len(lines_of(project, alone)) == 5
    assert len(lines_of(project, sought_like(load(), mention, None, folded=False))) == 1
    linked = sought_like(load(), mention, Entity("e", "Mevlut Cavusoglu", aliases=("Tokayev",)), folded=True)
    assert [one.hit for one in lines_of(project, linked)][-1] == "Mevlut Cavusoglu"
    assert "Tokayev" in [one.hit for one in lines_of(project, linked)]


def test_lines_are_saved_as_a_table_no_spreadsheet_takes_for_formulas(project, load, schema, ada, tmp_path):
    tag(project, load(), [span("Cavusoglu")], schema.by_name["PERSON"])
    found = lines_of(project, Sought("cavusoglu"))
    rows = [
        (one, mark, i == 1) for i, (one, mark) in enumerate(zip(found, marks_of(project, ada.id, found), strict=True))
    ]
    target = tmp_path / "lines.csv"
    write_lines(target, rows, ada)
    with target.open(encoding="utf-8-sig", newline="") as file:
        table = list(csv.DictReader(file))
    assert [row["hit"] for row in table] == [one.hit for one in found]
    assert (table[1]["labels"], table[1]["ticked"], table[1]["annotator"]) == ("PERSON", "1", "ada")
    assert table[3]["before"] == "'="
    begin, end = int(table[3]["begin"]), int(table[3]["end"])
    assert LATER[begin:end] == "Cavusoglu"
    with pytest.raises(CannotWrite):
        write_lines(tmp_path / "no" / "lines.csv", rows, ada)

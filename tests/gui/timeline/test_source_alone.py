"""Marks from what articles tell: one report alone is told as one of several would be."""

from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from dateline.gui.timeline.source import marks_from
from dateline.model.annotation import Layer, Mention, TimeSource, TimeValue
from dateline.model.article import State
from dateline.model.lifecycle import happening_date, outlook
from dateline.model.occurrence import ACTORS, PLACES, Filler, Occurrence
from dateline.model.registry import Happening
from dateline.model.text import Span
from dateline.model.when import when_from_value
from dateline.store.articles import ArticleSummary

DATES = ("2018-04-19", "2018-05", "2018", "P2D")
ROLES = ("Agent", "Target", "PLACE", "Location", "Amount", "Topic", "Time", "Participant")
ARTICLES = {
    f"a{i}": ArticleSummary(f"a{i}", f"Article {i}", f"2018-05-0{i + 1}", "wire", "en", i, 100, State.NEW)
    for i in range(3)
}


@st.composite
def occurrences(draw: st.DrawFn) -> Occurrence:
    number = draw(st.integers(0, 10**6))
    attributes = {}
    if draw(st.booleans()):
        attributes["modality"] = draw(st.sampled_from(["asserted", "planned", "hypothetical"]))
    if draw(st.booleans()):
        attributes["polarity"] = draw(st.sampled_from(["positive", "negative"]))
    article = draw(st.sampled_from(["a0", "a1", "a2", "gone"]))
    event = Mention(f"e{number}", article, "who", Layer.EVENT, "CONSULT", (Span(0, 3),), attributes)
    fillers = []
    for i, role in enumerate(draw(st.lists(st.sampled_from(ROLES), max_size=6))):
        time = None
        if role == "Time":
            value = draw(st.sampled_from(DATES))
            time = TimeValue(f"f{i}", value, when_from_value(value), source=TimeSource.RULE)
        held = Mention(f"f{i}", article, "who", Layer.ENTITY, "PERSON", (Span(5 + i, 6 + i),))
        fillers.append(Filler(role, held, draw(st.sampled_from("abc")), draw(st.sampled_from(["", "N", "M"])), time))
    return Occurrence(event, "met", tuple(fillers))


@given(occurrences())
def test_one_report_alone_is_told_as_the_general_rules_say(one: Occurrence) -> None:
    (mark,) = marks_from([one], {}, ARTICLES)
    article = ARTICLES.get(one.event.article_id)
    told = one.told(article.published if article else "")
    assert mark.when == happening_date([told, told])
    assert (mark.planned, mark.negated) == (outlook([told])[0], one.event.attributes.get("polarity") == "negative")
    assert mark.title == one.title
    assert mark.participants == tuple(dict.fromkeys(f.shown for f in one.filled(ACTORS)))
    assert mark.place == next((f.shown for f in one.filled(PLACES)), "")
    assert mark.amounts == tuple(dict.fromkeys(f.words for f in one.filled(("amount",))))
    assert mark.badge == ""
    assert mark.reports == ()


@given(st.lists(occurrences(), min_size=2, max_size=4, unique_by=lambda o: o.event.id))
def test_several_reports_of_one_happening_are_one_mark(told: list[Occurrence]) -> None:
    joined = [replace(o, event=replace(o.event, happening_id="h")) for o in told]
    (mark,) = marks_from(joined, {"h": Happening("h", "Talks", "CONSULT")}, ARTICLES)
    assert mark.title == "Talks"
    assert set(mark.participants) == {f.shown for o in told for f in o.filled(ACTORS)}
    assert set(mark.amounts) == {f.words for o in told for f in o.filled(("amount",))}
    assert set(mark.event_ids) == {o.event.id for o in told}

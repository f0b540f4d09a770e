"""The verbs: what keys and clicks mean for what is selected."""

from collections.abc import Callable

from dateline.assist.suggestions import SpanProposal
from dateline.editing.filling import Hints
from dateline.editing.things import set_thing_note
from dateline.gui.annotating import Annotating
from dateline.gui.session import Session
from dateline.model.annotation import Layer, Mention
from dateline.model.article import Article, State
from dateline.model.changes import Kind
from dateline.model.ids import new_id
from dateline.model.page import Page
from dateline.model.registry import Entity, Happening
from dateline.model.text import Span
from tests.gui.conftest import span

Tag = Callable[..., str]


def page_of(session: Session) -> Page:
    assert session.page
    return session.page


def test_a_key_on_a_mention_changes_its_label(session: Session, verbs: Annotating, tag: Tag) -> None:
    mention = tag("Astana", "GPE")
    verbs.tag("LOC")
    page = page_of(session)
    assert [m.label for m in page.mentions.values()] == ["LOC"]
    assert session.mention_id == mention


def test_an_event_key_on_an_entity_makes_a_second_annotation(session: Session, verbs: Annotating, tag: Tag) -> None:
    tag("visit", "AGREEMENT")
    verbs.tag("CONSULT")
    assert sorted(m.label for m in page_of(session).mentions.values()) == ["AGREEMENT", "CONSULT"]


def test_without_a_selection_a_key_says_what_to_do(session: Session, verbs: Annotating) -> None:
    said: list[str] = []
    session.message.connect(said.append)
    verbs.tag("GPE")
    assert "Select words first" in said[-1]


def test_everywhere_says_how_many(session: Session, verbs: Annotating) -> None:
    said: list[str] = []
    session.message.connect(said.append)
    session.select_text((span("Ankara"),))
    verbs.tag("GPE", everywhere=True)
    assert "2 times" in said[-1]
    session.undo()
    assert not page_of(session).mentions


def test_everywhere_in_boilerplate_says_why_nothing_is_tagged(session: Session, verbs: Annotating) -> None:
    said: list[str] = []
    session.message.connect(said.append)
    session.select_text((span("Share"),))
    verbs.boilerplate()
    for everywhere in (False, True):
        verbs.tag("PERSON", everywhere=everywhere)
        assert "marked as boilerplate" in said.pop()
    session.select_text((span(" "),))
    for everywhere in (False, True):
        verbs.tag("PERSON", everywhere=everywhere)
        assert "only white space" in said.pop()
    assert not page_of(session).mentions


def test_a_piece_that_overlaps_its_annotation_says_what_to_do(session: Session, verbs: Annotating, tag: Tag) -> None:
    said: list[str] = []
    mention = tag("Tokayev", "PERSON")
    session.message.connect(said.append)
    verbs.add_fragment(mention, span("Tokayev in"))
    assert page_of(session).mentions[mention].fragments == (span("Tokayev"),)
    assert "“Tokayev in” overlaps this annotation" in said[-1]


def test_who_where_and_when_are_proposed_and_taken_in_one_step(session: Session, verbs: Annotating, tag: Tag) -> None:
    ids = {w: tag(w, label) for w, label in {
        "Çavuşoğlu": "PERSON", "Tokayev": "PERSON", "Astana": "GPE", "Thursday": "DATE"}.items()}  # fmt: skip
    event = tag("met", "CONSULT")
    roles = {p.role: p.mention_id for p in verbs.proposals}
    assert roles["Place"] == ids["Astana"]
    assert roles["Time"] == ids["Thursday"]
    assert {p.mention_id for p in verbs.proposals} >= {ids["Çavuşoğlu"], ids["Tokayev"]}
    verbs.accept_proposals()
    page = page_of(session)
    assert len(page.arguments_of(event)) == len(roles) or len(page.arguments_of(event)) == 4
    assert not {p.mention_id for p in verbs.proposals} & set(ids.values())
    session.undo()
    assert not page.arguments


def test_a_role_key_then_a_click_fills_with_a_mention_or_raw_words(
    session: Session, verbs: Annotating, tag: Tag
) -> None:
    place = tag("Astana", "GPE")
    event = tag("met", "CONSULT")
    verbs.role_key("i")
    verbs.pick((place,), span("Astana"))
    verbs.role_key("c")
    verbs.pick((), span("Tokayev"))
    page = page_of(session)
    filled = {a.role: page.mentions[a.filler_id] for a in page.arguments_of(event)}
    assert filled["Place"].id == place
    assert (filled["Participant"].label, filled["Participant"].text_of(page.text)) == ("PERSON", "Tokayev")
    assert session.mention_id == event
    assert not verbs.role_key("ö")


def test_of_nested_mentions_the_one_the_role_is_for_is_taken(session: Session, verbs: Annotating, tag: Tag) -> None:
    outer = tag("Thursday.", "ORG")
    inner = tag("Thursday", "DATE")
    event = tag("met", "CONSULT")
    verbs.role_key("e")
    verbs.pick((outer, inner), None)
    assert [a.filler_id for a in page_of(session).arguments_of(event)] == [inner]


def test_an_attribute_goes_round_its_values(session: Session, verbs: Annotating, tag: Tag) -> None:
    event = tag("visit", "CONSULT")
    page = page_of(session)
    seen = []
    for _ in range(3):
        verbs.cycle_attribute("modality")
        seen.append(page.mentions[event].attributes.get("modality"))
    assert seen == ["planned", "hypothetical", None]


def test_another_reading_counts_as_set_by_hand(session: Session, verbs: Annotating, tag: Tag) -> None:
    mention = tag("Thursday", "DATE")
    verbs.choose_reading(0)
    value = page_of(session).times[mention]
    assert value.source == "hand"
    assert value.value != "2018-04-19"
    assert verbs.set_date(mention, "2018-04-19")
    assert not verbs.set_date(mention, "nonsense")


def test_a_date_that_cannot_be_read_is_quoted_as_it_was_typed(
    turkish: None, session: Session, verbs: Annotating, tag: Tag
) -> None:
    mention, told = tag("Thursday", "DATE"), list[str]()
    session.message.connect(told.append)
    assert not verbs.set_date(mention, "10 Mayıs 2019’dan beri")
    assert not verbs.set_date(mention, "31 Nisan 2019")
    assert "'10 Mayıs 2019’dan beri'" in told[0]
    assert "'31 Nisan 2019'" in told[1]


def test_a_sentence_is_marked_as_read_without_event_and_unmarked(session: Session, verbs: Annotating) -> None:
    session.select_text((span("thanked"),))
    verbs.negative()
    page = page_of(session)
    [negative] = page.negatives()
    assert negative.span.of(page.text) == "🤝 Tokayev thanked Ankara."
    verbs.negative()
    assert not page.negatives()


def test_linking_takes_all_the_same_words_and_proposes_elsewhere(session: Session, verbs: Annotating, tag: Tag) -> None:
    one, two = tag("Ankara", "GPE"), tag("Ankara", "GPE", 1)
    verbs.link_new(one)
    page = page_of(session)
    assert page.mentions[one].entity_id
    assert page.mentions[one].entity_id == page.mentions[two].entity_id
    assert session.project
    session.open_article(session.project.articles.ids()[1])
    session.select_text((page_of(session).in_order() and ()) or (Span(13, 19),))
    verbs.tag("GPE")
    assert session.mention_id
    assert verbs.thing_proposals(session.mention_id) == []
    verbs.link(one, None)


def test_done_opens_the_next_to_do(session: Session, verbs: Annotating) -> None:
    first = page_of(session).article.id
    verbs.done_and_next()
    assert page_of(session).article.title == "Later"
    said: list[str] = []
    session.message.connect(said.append)
    verbs.done_and_next()
    assert "done or skipped" in said[-1]
    assert session.project
    assert session.annotator
    states = {s.id: s.state for s in session.project.articles.summaries(session.annotator.id)}
    assert states[first] is State.DONE
    verbs.reopen()
    assert State.STARTED in {s.state for s in session.project.articles.summaries(session.annotator.id)}


def test_a_fragment_is_added_and_an_edge_moved(session: Session, verbs: Annotating, tag: Tag) -> None:
    mention = tag("visit", "CONSULT")
    verbs.add_fragment(mention, span("next week"))
    page = page_of(session)
    assert page.mentions[mention].text_of(page.text) == "visit next week"
    verbs.move_edges(mention, (span("will visit"),))
    assert page.mentions[mention].text_of(page.text) == "will visit"


def arguments(session: Session) -> set[tuple[str, str]]:
    assert session.page
    page = session.page
    return {(a.role, page.mentions[a.filler_id].text_of(page.text)) for a in page.arguments.values()}


def test_mentions_are_added_to_an_event_in_the_roles_they_fit_best(
    session: Session, verbs: Annotating, tag: Tag
) -> None:
    day, place = tag("Thursday", "DATE"), tag("Astana", "GPE")
    event = tag("met", "CONSULT")
    verbs.add_arguments(event, (day, place, "gone"))
    assert arguments(session) == {("Time", "Thursday"), ("Place", "Astana")}
    session.undo()
    assert arguments(session) == set()


def test_adding_a_mention_again_goes_through_the_roles_and_out(session: Session, verbs: Annotating, tag: Tag) -> None:
    who = tag("Tokayev", "PERSON")
    event = tag("met", "CONSULT")
    seen = []
    for _ in range(6):
        verbs.add_arguments(event, (who,))
        seen += [role for role, _ in arguments(session)]
        if not arguments(session):
            break
    assert sorted(seen) == ["Agent", "Participant", "Target", "Topic"]
    assert arguments(session) == set()


def test_the_roles_offered_for_a_link_begin_with_the_fitting_ones(
    session: Session, verbs: Annotating, tag: Tag
) -> None:
    day = tag("Thursday", "DATE")
    event = tag("met", "CONSULT")
    assert verbs.fitting(event, day)[0] == "Time"
    assert set(verbs.fitting(event, day)) == {"Agent", "Target", "Participant", "Topic", "Place", "Time"}
    assert verbs.fitting(event, "gone") == []


def test_of_two_as_likely_the_key_links_none_and_makes_no_third(session: Session, verbs: Annotating, tag: Tag) -> None:
    assert session.project
    with session.project.step("Two of a name") as step:
        step.put(Entity("k", "Kassym Tokayev", "PERSON"))
        step.put(Entity("r", "Roman Tokayev", "PERSON"))
    mention = tag("Tokayev", "PERSON")
    said: list[str] = []
    session.message.connect(said.append)
    verbs.link_as_proposed()
    assert page_of(session).mentions[mention].entity_id is None
    assert len(session.project.registry.entities()) == 2
    assert "More than one" in said[-1]
    verbs.link(mention, session.project.registry.entity("r"))
    assert page_of(session).mentions[mention].entity_id == "r"
    place = tag("Ankara", "GPE")
    verbs.link_as_proposed()  # nothing is like it: a new one
    assert page_of(session).mentions[place].entity_id not in (None, "r", "k")


def test_a_filled_role_is_said_in_place_of_the_prompt(session: Session, verbs: Annotating, tag: Tag) -> None:
    place, event = tag("Astana", "GPE"), tag("met", "CONSULT")
    said: list[str] = []
    session.message.connect(said.append)
    verbs.role_key("i")
    verbs.pick((place,), span("Astana"))
    assert said[-1] == "Place of “met”: “Astana”"
    verbs.role_key("c")
    verbs.leave()
    assert said[-1] == ""
    assert session.mention_id == event


def test_linking_says_what_was_linked(session: Session, verbs: Annotating, tag: Tag) -> None:
    said: list[str] = []
    session.message.connect(said.append)
    mention = tag("Ankara", "GPE")
    verbs.link_new(mention)
    assert said[-1] == "Made the entity “Ankara”; undo takes it back."
    verbs.link(mention, None)
    assert said[-1] == "Unlinked “Ankara”; undo takes it back."
    assert session.project
    verbs.link(mention, session.project.registry.entities()[0])
    assert said[-1] == "Linked “Ankara” to Ankara; undo takes it back."


def test_the_key_says_what_it_made_and_linking_elsewhere_takes_it_away(
    session: Session, verbs: Annotating, tag: Tag
) -> None:
    assert session.project
    registry = session.project.registry
    said: list[str] = []
    session.message.connect(said.append)
    tag("met", "CONSULT")
    verbs.link_as_proposed()
    (met,) = registry.happenings()
    assert said[-1] == "Made the happening “met”; undo takes it back."
    visit = tag("visit", "CONSULT")
    verbs.link_new(visit)
    assert len(registry.happenings()) == 2
    verbs.link(visit, met)
    assert registry.happenings() == [met]
    session.undo()
    assert len(registry.happenings()) == 2
    (made,) = (h for h in registry.happenings() if h.id != met.id)
    session.do(lambda: set_thing_note(session.project, Kind.HAPPENING, made.id, "Ankara, next week"))
    verbs.link(visit, met)
    assert len(registry.happenings()) == 2  # somebody wrote about it


def test_a_role_key_moves_what_fills_another_role_and_adds_when_told_to(
    session: Session, verbs: Annotating, tag: Tag
) -> None:
    place, event = tag("Astana", "GPE"), tag("met", "CONSULT")
    page = page_of(session)

    def roles() -> list[str]:
        return sorted(a.role for a in page.arguments_of(event) if a.filler_id == place)

    verbs.fill(event, "Place", place)
    verbs.role_key("c")
    verbs.pick((place,), None)
    assert roles() == ["Participant"]
    session.undo()
    assert roles() == ["Place"]
    verbs.role_key("c")
    verbs.pick((place,), None, adds=True)
    assert roles() == ["Participant", "Place"]


def test_what_was_taken_out_by_hand_is_not_proposed_again(session: Session, verbs: Annotating, tag: Tag) -> None:
    place, event = tag("Astana", "GPE"), tag("met", "CONSULT")
    page = page_of(session)
    verbs.accept_proposals()
    (argument,) = page.arguments_of(event)
    verbs.empty(argument.id)
    assert not page.arguments_of(event)
    assert verbs.proposals == ()
    other = tag("visit", "CONSULT")
    assert verbs.selected_event
    assert verbs.selected_event.id == other
    session.select_mention(event)
    assert place not in {p.mention_id for p in verbs.proposals}


def test_a_key_on_words_that_are_tagged_changes_that_label_and_lays_no_second_one_over_it(
    session: Session, verbs: Annotating, tag: Tag
) -> None:
    first, second = tag("Ankara", "GPE"), tag("met", "CONSULT")
    said: list[str] = []
    session.message.connect(said.append)
    for words, label, everywhere in (("Ankara", "ORG", True), ("Ankara", "LOC", False), ("met", "AGREE", False)):
        session.select_mention(None)
        session.select_text((span(words),))
        verbs.tag(label, everywhere)
        assert said[-1].startswith(f"Changed “{words}” from ")
    page = page_of(session)
    assert {m.id: m.label for m in page.mentions.values()} == {first: "LOC", second: "AGREE"}
    session.select_mention(None)
    session.select_text((span("Ankara", 1),))
    verbs.tag("ORG", everywhere=True)  # the other one keeps its label
    assert sorted(m.label for m in page.mentions.values()) == ["AGREE", "LOC", "ORG"]


def test_an_event_laid_over_an_entity_says_that_the_words_are_both(
    session: Session, verbs: Annotating, tag: Tag
) -> None:
    said: list[str] = []
    session.message.connect(said.append)
    entity = tag("Ankara", "GPE")
    assert not any("as well" in s for s in said)
    session.select_mention(entity)
    verbs.tag("CONSULT")
    assert f"Consult was added: these words are {session.schema.shown('GPE')} as well." in said
    assert sorted(m.label for m in page_of(session).mentions.values()) == ["CONSULT", "GPE"]
    said.clear()
    verbs.tag("CONSULT")
    assert not any("as well" in s for s in said)


def _read(session: Session, text: str) -> None:
    """Open an article of just these words."""
    assert session.project
    with session.project.step("Article", kind="import") as step:
        step.put(Article(new_id(), text, "New", published="2018-04-19", position=9))
    session.open_article(session.project.articles.ids()[-1])


def _tag_first(session: Session, verbs: Annotating, words: str, label: str) -> Mention:
    begin = page_of(session).text.index(words)
    session.select_text((Span(begin, begin + len(words)),))
    verbs.tag(label)
    mention = verbs.selected
    assert mention
    return mention


def _attributes(session: Session, event: Mention) -> dict[str, str]:
    return page_of(session).mentions[event.id].attributes


def test_an_event_told_as_planned_is_proposed_as_such_and_taken_with_the_rest(
    session: Session, verbs: Annotating
) -> None:
    said: list[str] = []
    session.message.connect(said.append)
    _read(session, "Akar will not meet Blinken.")
    _tag_first(session, verbs, "Blinken", "PERSON")
    event = _tag_first(session, verbs, "meet", "CONSULT")
    assert _attributes(session, event) == {}
    assert [(t.name, t.value) for t in verbs.told] == [("polarity", "negative"), ("modality", "planned")]
    assert said[-1] == (
        "polarity: negative (“will not”) · modality: planned (“will”)? Enter takes it, Shift+Y / Shift+J refuses it."
    )
    verbs.accept_proposals()
    assert _attributes(session, event) == {"polarity": "negative", "modality": "planned"}
    assert page_of(session).arguments_of(event.id)
    assert verbs.told == ()
    session.undo()
    assert _attributes(session, event) == {}
    assert not page_of(session).arguments_of(event.id)


def test_its_key_takes_what_is_told_and_with_shift_refuses_it_for_good(session: Session, verbs: Annotating) -> None:
    said: list[str] = []
    session.message.connect(said.append)
    _read(session, "Akar could meet Blinken. They would agree.")
    event = _tag_first(session, verbs, "meet", "CONSULT")
    verbs.cycle_attribute("modality")
    assert _attributes(session, event) == {"modality": "hypothetical"}  # not the first of the values
    verbs.cycle_attribute("modality", back=True)
    assert _attributes(session, event) == {"modality": "planned"}
    verbs.cycle_attribute("modality", back=True)
    verbs.cycle_attribute("modality", back=True)
    assert _attributes(session, event) == {"modality": "hypothetical"}
    other = _tag_first(session, verbs, "agree", "AGREE")
    steps = len(session.project.steps()) if session.project else 0
    verbs.cycle_attribute("modality", back=True)
    assert said[-1] == "modality: asserted, not hypothetical."
    assert verbs.told == ()
    assert _attributes(session, other) == {}
    assert session.project
    assert len(session.project.steps()) == steps
    session.select_mention(event.id)
    session.select_mention(other.id)
    assert verbs.told == ()


def test_what_was_said_and_taken_back_is_asked_again(session: Session, verbs: Annotating) -> None:
    _read(session, "Akar could meet Blinken.")
    event = _tag_first(session, verbs, "meet", "CONSULT")
    verbs.set_attribute("modality", "planned")
    assert verbs.told == ()
    session.undo()
    session.select_mention(event.id)
    assert [(t.name, t.value) for t in verbs.told] == [("modality", "hypothetical")]
    verbs.refuse_told("modality")
    verbs.set_attribute("polarity", "negative")
    session.undo()
    session.select_mention(event.id)
    assert verbs.told == (), "what was refused stays refused"


def test_who_says_that_it_is_as_it_is_by_default_is_asked_no_more(session: Session, verbs: Annotating) -> None:
    _read(session, "Akar could meet Blinken.")
    event = _tag_first(session, verbs, "meet", "CONSULT")
    assert session.project
    steps = len(session.project.steps())
    verbs.set_attribute("modality", "")
    assert verbs.told == ()
    assert _attributes(session, event) == {}
    assert len(session.project.steps()) == steps


def test_a_suggested_date_is_offered_as_the_time_and_accepted_in_the_same_step(session: Session) -> None:
    _read(session, "Akar met Blinken on Thursday.")
    text = page_of(session).text
    day = SpanProposal("DATE", Layer.TIME, Span(text.index("Thursday"), text.index("Thursday") + 8))
    verbs = Annotating(session, hints=lambda: Hints(proposals=[day]))
    event = _tag_first(session, verbs, "met", "CONSULT")
    assert [(p.role, p.suggestion) for p in verbs.proposals] == [("Time", day)]
    verbs.take("Time", day.id)
    page = page_of(session)
    [argument] = page.arguments_of(event.id)
    assert page.times[argument.filler_id].value == "2018-04-19"
    session.undo()
    assert set(page_of(session).mentions) == {event.id}
    verbs.accept_proposals()
    assert [a.role for a in page_of(session).arguments_of(event.id)] == ["Time"]
    session.undo()
    assert set(page_of(session).mentions) == {event.id}


def test_the_key_links_two_events_that_had_no_happening_to_a_new_one(session: Session, verbs: Annotating) -> None:
    def meeting() -> Mention:
        _read(session, "Akar met Blinken on Thursday.")
        for words, label in (("Akar", "PERSON"), ("Blinken", "PERSON"), ("Thursday", "DATE")):
            _tag_first(session, verbs, words, label)
        event = _tag_first(session, verbs, "met", "CONSULT")
        verbs.accept_proposals()
        return event

    one, two = meeting(), meeting()
    said: list[str] = []
    session.message.connect(said.append)
    verbs.link_as_proposed()
    assert session.project
    (made,) = session.project.registry.happenings()
    both: list[Mention] = session.project.annotations.records(Kind.MENTION, [one.id, two.id])
    assert {m.happening_id for m in both} == {made.id}
    assert said[-1] == f"Linked “met” and another event to {made.name}; undo takes it back."
    assert page_of(session).mentions[two.id].happening_id == made.id
    session.undo()
    assert not session.project.registry.happenings()
    verbs.link_new(two.id)
    (alone,) = session.project.registry.happenings()
    assert [m.id for m in session.project.registry.all_mentions(Kind.HAPPENING, alone.id)] == [two.id]


def test_of_events_made_at_once_those_told_otherwise_are_counted(session: Session, verbs: Annotating) -> None:
    said: list[str] = []
    session.message.connect(said.append)
    _read(session, "Akar had a meeting. No meeting followed. A meeting could follow. The meeting was long.")
    begin = page_of(session).text.index("meeting")
    session.select_text((Span(begin, begin + 7),))
    verbs.tag("CONSULT", everywhere=True)
    assert said[-1] == (
        "Tagged 4 times as Consult; one undo takes all back. "
        "2 of the events are told as planned, possible or denied: select them to answer."
    )
    session.undo()
    _read(session, "Akar had talks. The talks will go on.")
    begin = page_of(session).text.index("talks")
    session.select_text((Span(begin, begin + 5),))
    verbs.tag("CONSULT", everywhere=True)
    assert said[-1].endswith("“talks” – modality: planned (“will”)? Select it to answer.")


def test_an_event_proposed_along_is_linked_too_though_it_was_relabelled_since(
    session: Session, verbs: Annotating, tag: Tag
) -> None:
    """The card shows the proposal as it was: the happening takes no event's id, and neither event is lost."""
    assert session.project
    one, other = tag("visit", "CONSULT"), tag("met", "CONSULT")
    verbs.tag("AGREEMENT")
    verbs.link(one, Happening(other, "met", "CONSULT"), other)
    (made,) = session.project.registry.happenings()
    assert made.id not in (one, other)
    assert {page_of(session).mentions[i].happening_id for i in (one, other)} == {made.id}


def test_an_event_proposed_along_that_is_gone_is_said(session: Session, verbs: Annotating, tag: Tag) -> None:
    assert session.project
    said: list[str] = []
    one, other = tag("visit", "CONSULT"), tag("met", "CONSULT")
    verbs.delete()
    session.message.connect(said.append)
    verbs.link(one, Happening(other, "met", "CONSULT"), other)
    assert "no longer there" in said[-1]
    assert session.project.registry.happenings() == []
    assert page_of(session).mentions[one].happening_id is None

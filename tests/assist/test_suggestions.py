import tomllib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline import assets
from dateline.assist.lexicon import Lexicon, key_of
from dateline.assist.suggestions import Rejections, SpanProposal, Taken, propose_spans, stretches, time_label
from dateline.model.annotation import Layer, Mention
from dateline.model.article import Article, Region, RegionKind
from dateline.model.ids import new_id
from dateline.model.page import Page
from dateline.model.registry import Entity
from dateline.model.schema import Schema, schema_from_toml
from dateline.model.text import Span

SCHEMA = schema_from_toml(tomllib.loads(assets.resources("schemas", "diplomacy.toml").read_text(encoding="utf-8")))


def mentions(text: str, *said: tuple[str, str], entity: str | None = None, every: bool = True) -> list[Mention]:
    """Tag quotations, each wherever it stands."""
    made = []
    for label, words in said:
        at = text.find(words)
        while at >= 0:
            layer = SCHEMA.by_name[label].layer
            span = Span(at, at + len(words))
            made.append(Mention(new_id(), "a", "me", layer, label, (span,), entity_id=entity))
            at = text.find(words, at + 1) if every else -1
    return made


def taught(text: str, *said: tuple[str, str], entity: str | None = None, every: bool = True) -> Lexicon:
    lexicon = Lexicon()
    lexicon.put("a", text, mentions(text, *said, entity=entity, every=every))
    return lexicon


def proposed(text: str, lexicon: Lexicon, rejected: Rejections | None = None, schema: Schema = SCHEMA) -> list[tuple]:
    found = propose_spans(Article("b", text), schema, lexicon, lambda _: [], rejected or Rejections())
    return [(p.label, p.span.of(text)) for _, part in found for p in part]


@pytest.mark.parametrize("text", ["Çavuşoğlu left.", "CAVUSOGLU left.", "Cavusoglu's plane left.", "“Çavuşoğlu” left."])
def test_a_name_is_proposed_in_whatever_spelling(text: str) -> None:
    lexicon = taught("Çavuşoğlu met them.", ("PERSON", "Çavuşoğlu"))
    (found,) = proposed(text, lexicon)
    assert found[0] == "PERSON"
    assert key_of(found[1]) == ("cavusoglu",)


def test_the_longest_name_wins_and_the_words_after_it_are_looked_at() -> None:
    lexicon = taught("Joint Council of Turkey met Turkey.", ("ORG", "Joint Council of Turkey"), ("GPE", "Turkey"))
    assert proposed("The Joint Council of Turkey thanked Turkey.", lexicon) == [
        ("ORG", "Joint Council of Turkey"),
        ("GPE", "Turkey"),
    ]


def test_a_name_does_not_run_over_a_paragraph_or_a_comma() -> None:
    lexicon = taught("Nur Sultan is a city.", ("GPE", "Nur Sultan"))
    assert proposed("Nur, Sultan. Nur\n\nSultan", lexicon) == []
    assert proposed("Nur\u00a0Sultan and Nur – Sultan and Nur\nSultan", lexicon) == [
        ("GPE", "Nur\u00a0Sultan"),
        ("GPE", "Nur – Sultan"),
        ("GPE", "Nur\nSultan"),
    ]


def test_words_that_were_mostly_left_alone_are_not_proposed() -> None:
    lexicon = taught("May went. In May, in May, in May.", ("PERSON", "May"), every=False)
    assert proposed("May came.", lexicon) == []


def test_a_name_is_not_meant_where_it_has_no_capital() -> None:
    lexicon = taught("Turkey met.", ("GPE", "Turkey"))
    assert proposed("They ate turkey.", lexicon) == []


def test_words_without_capital_must_have_been_tagged_twice() -> None:
    once = taught("They met.", ("CONSULT", "met"))
    twice = taught("They met, they met.", ("CONSULT", "met"))
    assert proposed("Ministers met.", once) == []
    assert proposed("Ministers met.", twice) == [("CONSULT", "met")]


def test_scripts_without_case_are_proposed() -> None:
    lexicon = taught("أنقرة ثم أنقرة", ("GPE", "أنقرة"))
    assert proposed("قالت أنقرة", lexicon) == [("GPE", "أنقرة")]


def test_what_begins_with_a_sign_teaches_nothing() -> None:
    assert proposed("It cost 5 billion.", taught("It cost $5 billion.", ("MONEY", "$5 billion"))) == []


def test_an_article_that_is_learned_again_takes_the_place_of_what_it_taught() -> None:
    lexicon = taught("Astana waits.", ("GPE", "Astana"))
    lexicon.put("a", "Astana waits.", mentions("Astana waits.", ("ORG", "Astana")))
    assert proposed("Astana", lexicon) == [("ORG", "Astana")]
    lexicon.put("a", "Astana waits.", [])
    assert proposed("Astana", lexicon) == []


def test_names_of_the_registry_are_proposed_with_their_aliases() -> None:
    lexicon = Lexicon()
    lexicon.set_names([Entity("e1", "Kassym-Jomart Tokayev", "PERSON", ("K. Tokayev", "Tokayev"))])
    text = "Tokayev, K. Tokayev and Kassym-Jomart Tokayev"
    parts = [
        p for _, part in propose_spans(Article("b", text), SCHEMA, lexicon, lambda _: [], Rejections()) for p in part
    ]
    assert [p.span.of(text) for p in parts] == ["Tokayev", "K. Tokayev", "Kassym-Jomart Tokayev"]
    assert {p.entity_id for p in parts} == {"e1"}


def test_an_entity_is_known_by_the_names_it_has_now() -> None:
    lexicon = Lexicon()
    lexicon.set_names(
        [Entity("e1", "Nur-Sultan", "GPE"), Entity("e2", "Paris", "GPE"), Entity("e3", "Paris", "PERSON")]
    )
    lexicon.put_name(Entity("e1", "Astana", "GPE"))
    lexicon.drop_name("e3")
    lexicon.drop_name("nobody")
    labels = {"GPE": Layer.ENTITY, "PERSON": Layer.ENTITY}
    found = [lexicon.known(key_of(name), labels, capital=True) for name in ("Nur-Sultan", "Astana", "Paris")]
    assert [k and k.entity_id for k in found] == [None, "e1", "e2"]


def test_a_name_of_two_entities_is_linked_to_neither() -> None:
    lexicon = Lexicon()
    lexicon.set_names([Entity("e1", "Georgia", "GPE"), Entity("e2", "Georgia", "GPE"), Entity("e3", "Paris", "GPE")])
    found = [
        p
        for _, part in propose_spans(Article("b", "Georgia, Paris"), SCHEMA, lexicon, lambda _: [], Rejections())
        for p in part
    ]
    assert [p.entity_id for p in found] == [None, "e3"]


def test_the_entity_is_taken_over_where_it_was_always_the_same() -> None:
    lexicon = taught("Astana waits.", ("GPE", "Astana"), entity="e1")
    (known,) = [lexicon.known(("astana",), {"GPE": Layer.ENTITY}, capital=True)]
    assert known is not None
    assert known.entity_id == "e1"
    assert lexicon.known(("astana",), {"ORG": Layer.ENTITY}, capital=True) is None


def test_what_was_rejected_here_is_not_proposed_again_nor_elsewhere_when_rejected_oftener() -> None:
    lexicon = taught("Astana waits.", ("GPE", "Astana"))
    assert proposed("Astana and Astana", lexicon, Rejections(here={"0-6:GPE"})) == [("GPE", "Astana")]
    key = ("GPE", ("astana",))
    assert proposed("Astana", lexicon, Rejections(words={key: 1})) == [("GPE", "Astana")]
    assert proposed("Astana", lexicon, Rejections(words={key: 2})) == []


def test_a_label_the_schema_lacks_is_not_proposed() -> None:
    lexicon = taught("Astana waits.", ("GPE", "Astana"))
    assert proposed("Astana", lexicon, schema=Schema("empty")) == []


def test_dates_go_before_names_of_their_words() -> None:
    lexicon = taught("May Day came, May Day went.", ("AWARD", "May Day"))
    text = "On 1 May Day broke."
    times = [(Span(3, 8), "DATE", "2018-05-01")]
    found = propose_spans(Article("b", text), SCHEMA, lexicon, lambda _: times, Rejections())
    labels = [(p.label, p.span.of(text)) for _, part in found for p in part]
    assert len(labels) == 1  # the longer of the two that overlap


@pytest.mark.parametrize(
    ("labels", "kind", "wanted"),
    [
        (["DATE", "TIME"], "TIME", "TIME"),
        (["Date"], "DATE", "Date"),
        (["TIMEX3"], "SET", "TIMEX3"),
        (["A", "B"], "SET", None),
    ],
)
def test_the_label_of_a_time_expression(labels: list[str], kind: str, wanted: str | None) -> None:
    assert time_label(labels, kind) == wanted


def test_what_is_tagged_or_boilerplate_is_left_alone() -> None:
    text = "Astana met Astana. Astana"
    page = Page(Article("b", text), "me")
    made = Mention("m", "b", "me", Layer.ENTITY, "GPE", (Span(0, 6),))
    page.mentions["m"] = made
    page.regions["r"] = Region("r", "b", RegionKind.BOILERPLATE, Span(19, 25))
    proposals = [SpanProposal("GPE", Layer.ENTITY, Span(b, b + 6)) for b in (0, 11, 19)]
    assert Taken(page).free(proposals) == [proposals[1]]


@given(st.lists(st.tuples(st.integers(0, 40), st.integers(1, 6)), max_size=8), st.integers(0, 40), st.integers(1, 6))
def test_free_means_that_no_character_is_shared(taken: list[tuple[int, int]], begin: int, length: int) -> None:
    page = Page(Article("b", "x" * 60), "me")
    for n, (b, size) in enumerate(taken):
        page.mentions[str(n)] = Mention(str(n), "b", "me", Layer.ENTITY, "GPE", (Span(b, b + size),))
    proposal = SpanProposal("GPE", Layer.ENTITY, Span(begin, begin + length))
    alone = not any(m.span.overlaps(proposal.span) for m in page.mentions.values())
    assert bool(Taken(page).free([proposal])) is alone


@given(st.text("ab .\n", max_size=9000))
def test_stretches_part_a_text_without_gaps(text: str) -> None:
    found = list(stretches(text))
    assert "".join(s.of(text) for s in found) == text
    assert all(len(s) <= 2000 for s in found)

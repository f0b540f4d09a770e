"""Event extraction sets: a record a sentence, and what one can hold comes back."""

import json
import re

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from msgspec.structs import replace

from dateline.exchange.formats import recognised
from dateline.exchange.losses import Losses
from dateline.exchange.options import Unit, WriteOptions
from dateline.exchange.problems import BadInput
from dateline.exchange.tokens import aligned, tokens
from dateline.exchange.units import units
from dateline.model.annotation import Annotations, Annotator, Argument, Layer, Mention, Relation
from dateline.model.article import Article, State
from dateline.model.bundle import Bundle, Frame
from dateline.model.text import Span, sentences
from tests.exchange.foreign import BREAKING, KNOWN, THOROUGH, broken, losses, named_projects, page, read_back, written
from tests.exchange.rich import RICH

TEXT = "Fidan met Tokayev in Astana. They spoke."


def at(words):
    return (Span(TEXT.index(words), TEXT.index(words) + len(words)),)


def bundle():
    mentions = tuple(
        Mention(f"m{i}", "a", "w", KNOWN[label], label, at(words))
        for i, (words, label) in enumerate(
            [("Fidan", "PERSON"), ("met", "CONSULT"), ("Tokayev", "PERSON"), ("Astana", "GPE"), ("spoke", "CONSULT")]
        )
    )
    arguments = [("m1", "Agent", "m0"), ("m1", "Agent", "m2"), ("m1", "Place", "m3"), ("m4", "Agent", "m0")]
    return Bundle(
        Article("a", TEXT),
        Annotator("w", "Ada"),
        State.DONE,
        Annotations(
            mentions,
            arguments=tuple(Argument(f"g{i}", *a) for i, a in enumerate(arguments)),
            relations=(Relation("r", "a", "w", "BEFORE", "m0", "m3"),),
        ),
    )


def test_a_record_is_the_fields_usual_one(tmp_path):
    report = written("oneie", tmp_path / "x.jsonl", (Frame(), [bundle()]))
    first, second = [json.loads(line) for line in (tmp_path / "x.jsonl").read_bytes().splitlines()]
    assert first == {
        "doc_id": "a", "sent_id": "a-1", "sentence": "Fidan met Tokayev in Astana.",
        "tokens": ["Fidan", "met", "Tokayev", "in", "Astana", "."],
        "entity_mentions": [
            {"id": "a-1-E1", "start": 0, "end": 1, "text": "Fidan", "entity_type": "PERSON", "mention_type": "NAM"},
            {"id": "a-1-E2", "start": 2, "end": 3, "text": "Tokayev", "entity_type": "PERSON", "mention_type": "NAM"},
            {"id": "a-1-E3", "start": 4, "end": 5, "text": "Astana", "entity_type": "GPE", "mention_type": "NAM"},
        ],
        "relation_mentions": [
            {"id": "a-1-R1", "relation_type": "BEFORE", "relation_subtype": "BEFORE", "arguments": [
                {"entity_id": "a-1-E1", "role": "Arg-1", "text": "Fidan"},
                {"entity_id": "a-1-E3", "role": "Arg-2", "text": "Astana"}]},
        ],
        "event_mentions": [
            {"id": "a-1-EV1", "event_type": "CONSULT", "trigger": {"start": 1, "end": 2, "text": "met"}, "arguments": [
                {"entity_id": "a-1-E1", "role": "Agent", "text": "Fidan"},
                {"entity_id": "a-1-E2", "role": "Agent", "text": "Tokayev"},
                {"entity_id": "a-1-E3", "role": "Place", "text": "Astana"}]},
        ],
    }  # fmt: skip
    assert (second["sent_id"], len(second["event_mentions"])) == ("a-2", 1)
    assert losses(report)["arguments in another sentence than their event"] == 1
    assert recognised(tmp_path / "x.jsonl").name == "oneie"


def held(bundle):
    """Return the page of what sentences of whole tokens can hold, each sentence a line."""
    lines, mentions, arguments, relations = [], [], [], []
    begin = 0
    for unit in units(replace(bundle, annotations=bundle.annotations), WriteOptions(unit=Unit.SENTENCE), Losses()):
        text, found = unit.article.text, unit.annotations
        of, kept = list(tokens(text)), {}
        for m in found.mentions:
            if place := aligned(m.span, of):
                span = Span(begin + of[place.first].begin, begin + of[place.stop - 1].end)
                kept[m.id] = replace(m, fragments=(span,))
        mentions += kept.values()
        events = {m.id for m in kept.values() if m.layer is Layer.EVENT}
        arguments += [a for a in found.arguments if a.event_id in events and a.filler_id in kept.keys() - events]
        relations += [r for r in found.relations if {r.source_id, r.target_id} <= kept.keys() - events]
        lines.append(text)
        begin += len(text) + 1
    article = replace(bundle.article, text="\n".join(lines))
    return replace(
        bundle, article=article, annotations=Annotations(tuple(mentions), (), tuple(arguments), tuple(relations))
    )


def links(bundle):
    """Return mentions and links by what they cover: entities are written before events, so that places differ."""
    by_id = {m.id: (m.layer, m.label, m.fragments) for m in bundle.annotations.mentions}
    found = bundle.annotations
    return (
        bundle.article.text,
        sorted(map(str, by_id.values())),
        sorted(str((by_id[a.event_id], a.role, by_id[a.filler_id])) for a in found.arguments),
        sorted(str((by_id[r.source_id], r.label, by_id[r.target_id])) for r in found.relations),
    )


@given(named_projects())
@example(RICH)
@THOROUGH
def test_what_sentences_can_hold_comes_back(tmp_path, project):
    path = tmp_path / "x.jsonl"
    written("oneie", path, project)
    wordy = [b for b in project[1] if any(True for _ in sentences(b.article.text))]
    cut = [held(b) for b in wordy]
    expected = [links(b) for b in cut if b.article.text]
    if not expected:
        return
    reader, got = read_back("oneie", path)
    assert reader.problems == []
    assert [links(b) for b in got] == expected


def test_a_set_whose_sentences_are_only_tokens(tmp_path):
    record = {
        "doc_id": "d", "tokens": ["Fidan", "met", "Tokayev"],
        "entity_mentions": [{"id": "e", "start": 0, "end": 1, "entity_type": "PERSON"}],
        "event_mentions": [{"event_type": "CONSULT", "trigger": {"start": 1, "end": 2},
                            "arguments": [{"entity_id": "e", "role": "Agent"}]}],
    }  # fmt: skip
    path = tmp_path / "x.jsonl"
    path.write_text("\n".join(json.dumps(record | {"doc_id": d}) for d in ("d", "d", "c")))
    _, got = read_back("oneie", path)
    assert [b.article.text for b in got] == ["Fidan met Tokayev\nFidan met Tokayev", "Fidan met Tokayev"]
    assert page(got[0])["arguments"] == [(1, "Agent", 0), (3, "Agent", 2)]
    assert got[0].article.meta == {"doc_id": "d"}


def test_kinds_of_mentions_are_kept_and_written_again(tmp_path):
    entities = [
        {"id": "e", "start": 0, "end": 1, "entity_type": "PER", "entity_subtype": "Individual", "mention_type": "PRO"},
        {"id": "f", "start": 2, "end": 3, "entity_type": "Day", "mention_type": "TIM"},
        {"id": "g", "start": 1, "end": 2, "entity_type": "ORG", "mention_type": "NAM"},
    ]
    path = tmp_path / "x.jsonl"
    path.write_text(json.dumps({"doc_id": "d", "tokens": ["She", "left", "Monday"], "entity_mentions": entities}))
    _, (got,) = read_back("oneie", path, labels={})
    she, left, monday = got.annotations.mentions
    assert she.attributes == {"entity_subtype": "Individual", "mention_type": "PRO"}
    assert (left.attributes, monday.attributes, monday.layer) == ({}, {}, Layer.TIME)
    report = written("oneie", tmp_path / "y.jsonl", (Frame(), [got]))
    (record,) = [json.loads(line) for line in (tmp_path / "y.jsonl").read_text().splitlines()]
    assert [(e.get("entity_subtype"), e["mention_type"]) for e in record["entity_mentions"]] == [
        ("Individual", "PRO"), (None, "NAM"), (None, "TIM")
    ]  # fmt: skip
    assert "attributes" not in {str(loss.kind) for loss in report.losses}


def test_a_sentence_that_does_not_hold_its_tokens_is_made_of_them_and_said(tmp_path):
    path = tmp_path / "x.jsonl"
    path.write_text(json.dumps({"doc_id": "d", "tokens": ["-LRB-", "Ada"], "sentence": "(Ada", "event_mentions": []}))
    reader, (got,) = read_back("oneie", path)
    assert got.article.text == "-LRB- Ada"
    assert "the text was made of them" in str(reader.notices[0])


@pytest.mark.parametrize(
    ("record", "said"),
    [
        ({"tokens": []}, "tokens: are empty"),
        ({"entity_mentions": [{"id": "e", "start": 0, "end": 9, "entity_type": "X"}]},
         "entity_mentions[0].end: the tokens 0 to 9 are not in the sentence, which has 2"),
        ({"event_mentions": [{"event_type": "X"}]}, "event_mentions[0].trigger: missing"),
        ({"event_mentions": [{"event_type": "GPE"}]}, "event_mentions[0].event_type: the label GPE is for entity"),
        ({"event_mentions": [{"event_type": "X", "trigger": {"start": 0, "end": 1},
                              "arguments": [{"entity_id": "q", "role": "A"}]}]},
         "event_mentions[0].arguments[0].entity_id: 'q' is the id of no entity of this sentence"),
        ({"relation_mentions": [{"relation_type": "X", "arguments": []}]}, "relation_mentions[0].arguments: has 0"),
    ],
)  # fmt: skip
def test_what_is_wrong_is_said(tmp_path, record, said):
    fine = {"doc_id": "d", "tokens": ["a", "b"], "event_mentions": []}
    (tmp_path / "x.jsonl").write_text("\n".join(json.dumps(r) for r in (fine, fine | record)))
    with pytest.raises(BadInput, match=re.escape(f"x.jsonl, line 2, {said}")):
        read_back("oneie", tmp_path / "x.jsonl")


@given(named_projects(), st.integers(0, 2**32))
@BREAKING
def test_mutated_files_are_read_or_refused(tmp_path, project, seed):
    path = tmp_path / "x.jsonl"
    written("oneie", path, project)
    broken("oneie", path, path.read_bytes(), seed, 50)


@pytest.mark.parametrize(
    ("label", "kind", "layer"),
    [
        ("Day", "TIM", Layer.TIME),
        ("TIM", "TIM", Layer.TIME),
        ("TIME", "TIME", Layer.TIME),  # as ACE's preprocessing has times
        ("TIM", None, Layer.ENTITY),
        ("TIM", "NAM", Layer.ENTITY),
        ("PERSON", "TIM", Layer.ENTITY),  # the project has it
    ],
)
def test_what_is_a_time_is_as_the_guide_says(tmp_path, label, kind, layer):
    item = {"id": "e", "start": 0, "end": 1, "entity_type": label} | ({"mention_type": kind} if kind else {})
    path = tmp_path / "x.jsonl"
    path.write_text(json.dumps({"doc_id": "d", "tokens": ["Monday"], "entity_mentions": [item], "event_mentions": []}))
    _, (bundle,) = read_back("oneie", path)
    assert [m.layer for m in bundle.annotations.mentions] == [layer]

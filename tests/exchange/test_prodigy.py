"""Prodigy: the last token is inside, answers are kept apart, hashes stay, and what was written comes back."""

import json

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from dateline.exchange.answers import REJECTED
from dateline.exchange.formats import format_named, recognised
from dateline.exchange.options import Unit
from dateline.exchange.problems import BadInput
from dateline.model.annotation import Annotator, Argument, Layer, Mention
from dateline.model.article import Article, Region, RegionKind, State
from dateline.model.bundle import Annotations, Bundle, Frame
from dateline.model.text import Span
from tests.exchange.foreign import BREAKING, THOROUGH, broken, count, losses, named_projects, page, read_back, written
from tests.exchange.rich import RICH

TEXT = "Kassym-Jomart Tokayev met Fidan in Astana."
TOKENS = [
    {"text": w, "start": TEXT.index(w), "end": TEXT.index(w) + len(w), "id": i, "ws": True}
    for i, w in enumerate(["Kassym-Jomart", "Tokayev", "met", "Fidan", "in", "Astana", "."])
]


def lines(path, *records):
    path.write_bytes(b"\n".join(json.dumps({"text": TEXT} | r).encode() for r in records))
    return path


def covered(bundle):
    return [(m.text_of(bundle.article.text), m.label) for m in bundle.annotations.mentions]


@given(named_projects())
@example(RICH)
@THOROUGH
def test_what_is_read_back_is_what_was_written(tmp_path, project):
    path = tmp_path / "x.jsonl"
    report = written("prodigy", path, project, boilerplate=True)
    reader, got = read_back("prodigy", path, extra={"offsets": "codepoints"})  # chance begins spans inside words
    assert reader.problems == []
    same = {"comments": False}
    assert [page(b, **same) for b in got] == [page(b, fragments=False, **same) for b in project[1]]
    assert [b.state for b in got] == [b.state for b in project[1]]
    assert [b.annotator.name for b in got if b.annotator] == [
        b.annotator.name if b.annotator else "x" for b in project[1]
    ]
    told = losses(report)
    assert told.get("comments", 0) == count(project[1], lambda b: len(b.annotations.comments))
    assert told.get("discontinuous spans (written as the whole stretch)", 0) == count(
        project[1], lambda b: sum(len(m.fragments) > 1 for m in b.annotations.mentions)
    )


def test_token_numbers_are_those_of_the_last_word(tmp_path):
    mentions = (
        Mention("m1", "a", "w", Layer.ENTITY, "PERSON", (Span(0, 21),)),
        Mention("m2", "a", "w", Layer.EVENT, "CONSULT", (Span(22, 25),)),
    )
    found = Annotations(mentions, arguments=(Argument("g", "m2", "Agent", "m1"),))
    bundle = Bundle(Article("a", TEXT, meta={"_input_hash": "-12"}), Annotator("w", "Ada"), State.DONE, found)
    written("prodigy", tmp_path / "x.jsonl", (Frame(), [bundle]))
    record = json.loads((tmp_path / "x.jsonl").read_bytes())
    assert [(s["token_start"], s["token_end"], s["start"], s["end"]) for s in record["spans"]] == [
        (0, 3, 0, 21),
        (4, 4, 22, 25),
    ]
    (relation,) = record["relations"]
    assert (relation["head"], relation["child"], relation["label"]) == (4, 3, "Agent")
    assert (record["answer"], record["_input_hash"]) == ("accept", -12)
    assert [t["text"] for t in record["tokens"]][:5] == ["Kassym", "-", "Jomart", "Tokayev", "met"]


def test_spans_by_tokens_alone_and_relations_by_last_token(tmp_path):
    record = {
        "tokens": TOKENS,
        "spans": [
            {"token_start": 0, "token_end": 1, "label": "PERSON"},
            {"start": 22, "end": 25, "token_start": 2, "token_end": 2, "label": "CONSULT"},
        ],
        "relations": [
            {"head": 2, "child": 1, "label": "Agent"},
            {"head": 2, "child": 1, "label": "Agent",
             "head_span": {"start": 22, "end": 25, "label": "CONSULT"},
             "child_span": {"start": 0, "end": 21, "label": "PERSON"}},
            {"head": 2, "child": 4, "label": "prep"},
        ],
        "_input_hash": 5, "_task_hash": -7, "_annotator_id": "set-ada", "answer": "accept",
        "meta": {"source": "wire", "n": 3},
    }  # fmt: skip
    path = lines(tmp_path / "x.jsonl", record)
    assert recognised(path).name == "prodigy"
    reader, (bundle,) = read_back("prodigy", path, labels={"PERSON": Layer.ENTITY, "CONSULT": Layer.EVENT})
    assert covered(bundle) == [("Kassym-Jomart Tokayev", "PERSON"), ("met", "CONSULT")]
    assert page(bundle)["arguments"] == [(1, "Agent", 0)] * 2
    assert (bundle.annotator.name, bundle.state) == ("set-ada", State.DONE)
    assert bundle.article.meta == {"_input_hash": "5", "_task_hash": "-7", "n": "3"}
    assert bundle.article.source == "wire"
    assert ["between words" in n.what for n in reader.notices] == [True]


def test_answers(tmp_path):
    span = {"spans": [{"start": 0, "end": 21, "label": "PERSON"}]}
    path = lines(
        tmp_path / "x.jsonl",
        *[span | {"answer": a, "text": f"{TEXT} {a}"} for a in ("accept", "reject", "ignore")],
        {"answer": "accept"},
    )
    reader, got = read_back("prodigy", path)
    assert [(b.state, len(b.annotations.mentions)) for b in got] == [
        (State.DONE, 1),
        (State.SKIPPED, 0),
        (State.SKIPPED, 1),
        (State.DONE, 0),
    ]
    assert got[1].article.meta[REJECTED] == got[1].annotator.name
    assert [n.line for n in reader.notices if "rejected" in n.what] == [2]
    written("prodigy", tmp_path / "again.jsonl", (Frame(), got))
    again = [json.loads(line) for line in (tmp_path / "again.jsonl").read_bytes().splitlines()]
    assert [record["answer"] for record in again] == ["accept", "reject", "ignore", "accept"]
    _, got = read_back("prodigy", path, extra={"rejected": "take"})
    assert (got[1].state, len(got[1].annotations.mentions)) == (State.STARTED, 1)


def test_rejected_examples_are_in_no_training_set(tmp_path):
    path = lines(tmp_path / "x.jsonl", {"answer": "reject"}, {"text": f"{TEXT} no", "answer": "accept"})
    _, got = read_back("prodigy", path)
    written("spans", tmp_path / "out.jsonl", (Frame(), got), states=format_named("spans").usual_states)
    assert len((tmp_path / "out.jsonl").read_bytes().splitlines()) == 1


@pytest.mark.parametrize(
    ("record", "said"),
    [
        ({"spans": [{"start": 5, "end": 99, "label": "A"}]}, "spans[0]: the span 5 to 99 is outside the text"),
        ({"spans": [{"start": 5, "label": "A"}]}, "spans[0].end: missing: a whole number was expected"),
        ({"spans": [{"token_start": 0, "token_end": 9, "label": "A"}], "tokens": TOKENS}, "spans[0].token_end: 9"),
        ({"spans": [{"start": 0, "end": 5}]}, "spans[0].label: missing"),
        ({"spans": [{"start": 0, "end": 5, "label": "A", "text": "Fidan"}]}, "spans[0].text: the text there"),
        ({"answer": "maybe"}, "answer: is 'maybe', expected accept, reject or ignore"),
        ({"relations": [{"head": 99, "child": 1, "label": "x"}], "tokens": TOKENS}, "relations[0].head: 99"),
        ({"text": 5}, "text: is a number, not a text"),
    ],
)  # fmt: skip
def test_what_is_wrong_is_said(tmp_path, record, said):
    with pytest.raises(BadInput) as refused:
        read_back("prodigy", lines(tmp_path / "x.jsonl", record))
    assert str(refused.value).startswith(f"x.jsonl, line 1, {said}")


@given(named_projects(), st.integers(0, 2**32))
@BREAKING
def test_mutated_files_are_read_or_refused(tmp_path, project, seed):
    path = tmp_path / "x.jsonl"
    written("prodigy", path, project)
    broken("prodigy", path, path.read_bytes(), seed, 50)


def test_hashes_go_with_the_text_they_were_made_of_and_no_other(tmp_path):
    menu = Region("r", "a", RegionKind.BOILERPLATE, Span(0, 5), None)
    article = Article("a", "Menu. Ann left. Bob stayed.", meta={"_input_hash": "-12", "_task_hash": "7"})
    bundle = Bundle(article, Annotator("w", "Ada"), State.DONE, Annotations(regions=(menu,)))
    for options, kept in (({}, 0), ({"boilerplate": True}, 1), ({"boilerplate": True, "unit": Unit.SENTENCE}, 0)):
        written("prodigy", tmp_path / "x.jsonl", (Frame(), [bundle]), **options)
        records = [json.loads(line) for line in (tmp_path / "x.jsonl").read_text("utf-8").splitlines()]
        assert sum("_input_hash" in r or "_task_hash" in r for r in records) == kept


def _answer(word, label, answer, **more):
    begin = TEXT.index(word)
    span = {"start": begin, "end": begin + len(word), "label": label}
    return {"spans": [span], "answer": answer, "_input_hash": 5} | more


@pytest.mark.parametrize("mark", [{"_is_binary": True}, {"_view_id": "ner"}])
def test_yes_or_no_about_single_spans_is_one_page_that_nobody_finished(tmp_path, mark):
    answers = ("Fidan", "PERSON", "reject"), ("Astana", "LOC", "accept"), ("Kassym-Jomart", "PERSON", "accept")
    records = [_answer(*a, **mark) for a in answers] + [_answer("met", "EVENT", "ignore", **mark)]
    reader, got = read_back("prodigy", lines(tmp_path / "x.jsonl", *records))
    assert len({b.article.id for b in got}) == 1
    assert [(b.state, covered(b)) for b in got] == [
        (State.SKIPPED, []),
        (State.STARTED, [("Astana", "LOC")]),
        (State.STARTED, [("Kassym-Jomart", "PERSON")]),
        (State.SKIPPED, []),
    ]
    (told,) = [n for n in reader.notices if "yes-or-no" in n.what]
    assert (told.line, "nobody said what else is in it" in told.what) == (1, True)


def test_an_example_that_was_marked_by_hand_is_finished_whatever_else_it_says(tmp_path):
    manual = {"_view_id": "ner_manual", "_is_binary": False}
    blocks = {"_view_id": "blocks", "options": [{"id": "A"}], "accept": ["A"], "text": f"{TEXT} 2"}
    path = lines(
        tmp_path / "x.jsonl", _answer("Fidan", "PERSON", "accept", **manual), _answer("met", "X", "accept") | blocks
    )
    _, got = read_back("prodigy", path)
    assert [b.state for b in got] == [State.DONE, State.DONE]


def test_an_interface_that_is_no_word_is_none(tmp_path):
    """It was looked up among the interfaces as it came, which a list cannot be."""
    record = {"text": TEXT, "label": "POLITICS", "answer": "accept", "_view_id": ["choice"]}
    _, (bundle,) = read_back("prodigy", lines(tmp_path / "x.jsonl", record))
    assert bundle.article.meta["accept"] == "POLITICS"


@pytest.mark.parametrize(
    ("record", "kept"),
    [
        ({"label": "POLITICS"}, "POLITICS"),
        ({"options": [{"id": "SPORT"}], "accept": ["SPORT", 3], "_view_id": "choice"}, "3, SPORT"),
        ({"label": "A", "spans": [{"start": 0, "end": 6, "label": "A"}], "_view_id": "classification"}, "A"),
    ],
)
@pytest.mark.parametrize("answer", ["accept", "reject", "ignore"])
def test_a_category_of_a_text_says_nothing_of_its_words(tmp_path, record, kept, answer):
    reader, (bundle,) = read_back("prodigy", lines(tmp_path / "x.jsonl", record | {"answer": answer}))
    assert bundle.state is (State.SKIPPED if answer == "ignore" else State.NEW)
    assert bundle.annotations.mentions == ()
    assert {k: v for k, v in bundle.article.meta.items() if not k.startswith("_")} == {answer: kept}
    assert [n.line for n in reader.notices] == [1]
    assert "classification" in str(reader.notices[0])


@pytest.mark.parametrize(
    ("record", "kept"),
    [
        ({"label": "POLITICS"}, {"label": "POLITICS"}),
        ({"options": [{"id": "SPORT"}], "accept": ["SPORT"], "_view_id": "choice"}, {"accept": "SPORT"}),
        ({"options": [{"id": "SPORT"}], "accept": [], "_view_id": "choice", "answer": "accept"}, {"answer": "accept"}),
    ],
)
def test_a_category_nobody_answered_about_and_an_answer_about_none_stay_what_they_are(tmp_path, record, kept):
    _, (bundle,) = read_back("prodigy", lines(tmp_path / "x.jsonl", record))
    assert {k: v for k, v in bundle.article.meta.items() if not k.startswith("_")} == kept

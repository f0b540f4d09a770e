"""What the text of a document of OneIE records is, whoever annotated its sentences."""

import json
from itertools import permutations

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from tests.exchange.foreign import THOROUGH, read_back

SAID = ["Rain fell .", "Sun came .", "Snow too .", "Yes ."]


def record(number, whose, field="annotator", **otherwise):
    """A sentence of `SAID` of which the first word is tagged with whose it is said to be and its number."""
    tokens = SAID[number % 4].split()
    label = f"{(whose or 'nobody').strip() or 'nobody'}-{number}"
    return {
        "doc_id": "d", "sent_id": f"d-{number}", "sentence": " ".join(tokens), "tokens": tokens,
        "entity_mentions": [{"id": "e", "start": 0, "end": 1, "entity_type": label}], "event_mentions": [],
    } | ({} if whose is None else {field: whose}) | otherwise  # fmt: skip


def read(folder, *records):
    """Return the texts, and by annotator and text the tagged words with their labels."""
    path = folder / "x.jsonl"
    path.write_text("".join(json.dumps(r) + "\n" for r in records), "utf-8")
    reader, got = read_back("oneie", path)
    texts = {b.article.id: b.article.text for b in got}
    pages = {}
    for b in got:
        assert (b.annotator.name, b.article.id) not in pages
        pages[b.annotator.name, b.article.id] = [(m.text_of(b.article.text), m.label) for m in b.annotations.mentions]
    assert len(texts) == len({article for _, article in pages})
    return list(texts.values()), {name: found for (name, _), found in pages.items()}, reader


THREE = "\n".join(SAID[:3])


@pytest.mark.parametrize("field", ["annotator", "annotated_by"])
@pytest.mark.parametrize(
    "names", [["zoe", None, "zoe"], ["zoe", "", "zoe"], [None, " ", "zoe"], ["zoe ", "zoe", " zoe"]]
)
def test_what_names_nobody_is_the_one_annotator_s_of_the_document(tmp_path, names, field):
    texts, pages, reader = read(tmp_path, *(record(n, who, field) for n, who in enumerate(names)))
    assert texts == [THREE]
    assert [[word for word, _ in found] for found in pages.values()] == [["Rain", "Sun", "Snow"]]
    assert list(pages) == ["zoe"]
    assert not [n for n in reader.notices if "sentence" in n.what]


def test_without_documents_too(tmp_path):
    texts, pages, _ = read(tmp_path, *(record(n, who, doc_id="") for n, who in enumerate(["zoe", None, "zoe "])))
    assert (texts, list(pages)) == ([THREE], ["zoe"])


@pytest.mark.parametrize("id_", [{}, {"sent_id": None}])
def test_a_document_that_was_divided_is_one_text(tmp_path, id_):
    texts, pages, _ = read(tmp_path, *(record(n, who, **id_) for n, who in enumerate(["zoe", "bo", "zoe", None])))
    assert texts == [f"{THREE}\nYes ."]
    assert pages == {
        "zoe": [("Rain", "zoe-0"), ("Snow", "zoe-2")],
        "bo": [("Sun", "bo-1")],
        "x": [("Yes", "nobody-3")],
    }


def test_nobody_s_copy_of_one_annotator_s_sentences_is_a_page_of_its_own(tmp_path):
    texts, pages, _ = read(tmp_path, record(0, "zoe"), record(1, "zoe"), record(1, None), record(2, None))
    assert texts == [THREE]
    assert pages == {"zoe": [("Rain", "zoe-0"), ("Sun", "zoe-1")], "x": [("Sun", "nobody-1"), ("Snow", "nobody-2")]}


@pytest.mark.parametrize("whose", ["bo", None])
@pytest.mark.parametrize("ids", [[10, 11], [None, None], [0, None]])
def test_a_sentence_is_there_once_whatever_numbers_the_records_have(tmp_path, ids, whose):
    copy = [record(n, whose, sent_id=id_) for n, id_ in enumerate(ids)]
    texts, pages, _ = read(tmp_path, record(0, "zoe", sent_id=0), record(1, "zoe", sent_id=1), *copy)
    assert texts == ["\n".join(SAID[:2])]
    assert [len(found) for found in pages.values()] == [2, 2]


def test_a_sentence_with_an_id_of_its_own_is_another_one_though_it_says_the_same(tmp_path):
    records = [record(3, "zoe"), record(0, "zoe"), record(7, "bo"), record(1, "bo")]
    for order in permutations(records):
        texts, pages, _ = read(tmp_path, *order)
        assert texts == ["\n".join(r["sentence"] for r in order)]
        assert {name: len(found) for name, found in pages.items()} == {"zoe": 2, "bo": 2}


def test_white_space_and_tokens_make_no_other_sentence(tmp_path):
    bare = record(0, "bo", sentence="", tokens=["Rain", "fel", "l", "."]) | {"entity_mentions": []}
    bare["event_mentions"] = [{"event_type": "FALL", "trigger": {"start": 1, "end": 3}, "arguments": []}]
    texts, pages, _ = read(tmp_path, record(0, "zoe", sentence=" Rain  fell."), bare, record(1, "bo"))
    assert texts == [" Rain  fell.\nSun came ."]
    assert pages == {"zoe": [("Rain", "zoe-0")], "bo": [("fell", "FALL"), ("Sun", "bo-1")]}


@given(st.lists(st.tuples(st.integers(0, 7), st.sampled_from(["zoe", "bo", "cy "])), unique=True), st.booleans())
@example([(3, "bo"), (7, "zoe"), (3, "zoe"), (7, "bo")], True)
@THOROUGH
def test_records_in_any_order_are_neither_mixed_nor_lost_nor_doubled(tmp_path, said, with_ids):
    said = [(n if with_ids else n % 4, who) for n, who in said]
    # Each has sentences that another has, too, else words alone would tell.
    said = list(dict.fromkeys(said + [(n, who) for _, who in said for n in (0, 1)]))
    if not said:
        return
    numbers = dict.fromkeys(n for n, _ in said)
    otherwise = {} if with_ids else {"sent_id": ""}
    texts, pages, _ = read(tmp_path, *(record(n, who, **otherwise) for n, who in said))
    assert texts == ["\n".join(SAID[n % 4] for n in numbers)]
    for who in {who for _, who in said}:
        mine = [n for n in numbers if (n, who) in said]
        assert pages[who.strip()] == [(SAID[n % 4].split()[0], f"{who.strip()}-{n}") for n in mine]

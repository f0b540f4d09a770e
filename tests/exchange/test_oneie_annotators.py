"""Event extraction sets in which several annotators' records of a document stand."""

import json
from itertools import permutations

import pytest

from dateline.exchange.formats.oneie import documents as oneie
from tests.exchange.foreign import read_back

WORDS = {1: ["Rain", "fell", "."], 2: ["Sun", "came", "."], 3: ["Snow", "too", "."]}
TWO = "Rain fell .\nSun came ."
OTHER = "has other sentences of a document than"
TWICE = "a sentence of a document is there twice under one id"


def record(who, number, document="d", field="annotator"):
    """A sentence whose first word who annotated it tagged with their name; None: no field says it."""
    label = {None: "NOBODY", "": "NOBODY"}.get(who, who and who.upper())
    found = {"id": "e", "start": 0, "end": 1, "text": WORDS[number][0], "entity_type": label}
    said = {} if who is None else {field: who}
    return {
        "doc_id": document, "sent_id": f"{document}-{number}", "sentence": " ".join(WORDS[number]),
        "tokens": WORDS[number], "entity_mentions": [found], "relation_mentions": [], "event_mentions": [],
    } | said  # fmt: skip


def read(tmp_path, *records):
    path = tmp_path / "x.jsonl"
    path.write_text("".join(json.dumps(r) + "\n" for r in records), "utf-8")
    reader, got = read_back("oneie", path, skip_bad=True)
    for b in got:  # nobody's annotations are another's
        name = "NOBODY" if b.annotator.name == "x" else b.annotator.name.upper()
        assert {m.label for m in b.annotations.mentions} == {name}
    articles = {}
    pages = [
        (
            b.annotator.name,
            articles.setdefault(b.article.id, len(articles)),
            b.article.text,
            len(b.annotations.mentions),
        )
        for b in got
    ]
    return pages, [(n.line, n.what) for n in reader.notices if OTHER in n.what or TWICE in n.what], reader


ORDERS = [
    order
    for order in permutations([("zoe", 1), ("zoe", 2), ("bo", 1), ("bo", 2)])
    if all([n for who, n in order if who == name] == [1, 2] for name in ("zoe", "bo"))
]


@pytest.mark.parametrize("field", ["annotator", "annotated_by"])
@pytest.mark.parametrize("order", ORDERS)
def test_each_annotator_of_a_document_has_a_page_of_it_whatever_the_order(tmp_path, order, field):
    pages, told, _ = read(tmp_path, *(record(*who, field=field) for who in order), record("zoe", 3, "e", field))
    assert sorted(pages[:2]) == [("bo", 0, TWO, 2), ("zoe", 0, TWO, 2)]
    assert pages[2:] == [("zoe", 1, "Snow too .", 1)]
    assert told == []


@pytest.mark.parametrize(
    ("said", "pages"),
    [
        ([("zoe", 1), ("", 1)], [("zoe", 0, "Rain fell .", 1), ("x", 0, "Rain fell .", 1)]),
        ([(None, 1), ("bo", 1)], [("x", 0, "Rain fell .", 1), ("bo", 0, "Rain fell .", 1)]),
        ([(None, 1), ("", 2)], [("x", 0, TWO, 2)]),
        ([("zoe", 1, "a"), ("bo", 1, "b")], [("zoe", 0, "Rain fell .", 1), ("bo", 0, "Rain fell .", 1)]),
        (
            [("zoe", 1, "a"), ("zoe", 2, "b"), ("bo", 1, "a"), ("bo", 2, "b")],
            [("zoe", 0, "Rain fell .", 1), ("zoe", 1, "Sun came .", 1), ("bo", 0, "Rain fell .", 1),
             ("bo", 1, "Sun came .", 1)],
        ),
        ([("zoe", 1, None), ("bo", 2, None)], [("zoe", 0, "Rain fell .", 1), ("bo", 1, "Sun came .", 1)]),
    ],
)  # fmt: skip
def test_whose_a_sentence_is_says_each_for_itself(tmp_path, said, pages):
    found, told, _ = read(tmp_path, *(record(*of) for of in said))
    assert found == pages
    assert told == []


def test_who_has_other_sentences_of_a_document_is_told(tmp_path):
    pages, told, reader = read(tmp_path, record("zoe", 1), record("zoe", 2), record("bo", 2))
    assert pages == [("zoe", 0, TWO, 2), ("bo", 1, "Sun came .", 1)]
    assert told == [(3, f"bo {OTHER} zoe: they are an article of their own")]
    assert all(n.what_to_do for n in reader.notices if OTHER in n.what)


@pytest.mark.parametrize("empty", [None, "", " "])
def test_what_names_nobody_is_the_one_annotator_s_of_the_document(tmp_path, empty):
    pages, told, _ = read(tmp_path, *(record("zoe", n) | ({} if n != 2 else {"annotator": empty}) for n in (1, 2, 3)))
    assert [(who, text) for who, _, text, _ in pages] == [("zoe", f"{TWO}\nSnow too .")]
    assert told == []


def test_a_document_at_which_annotators_took_turns_is_one_text(tmp_path):
    pages, told, _ = read(tmp_path, record("zoe", 1), record("bo", 2), record("zoe", 3))
    assert pages == [("zoe", 0, f"{TWO}\nSnow too .", 2), ("bo", 0, f"{TWO}\nSnow too .", 1)]
    assert told == []


@pytest.mark.parametrize(
    "copy",
    [
        {"sent_id": "of-the-copy"},
        {"sentence": "Rain fell  ."},
        {"tokens": ["Rain", "fell."], "sentence": "Rain fell."},
        {"tokens": ["“", "Rain", "fell", "."], "sentence": "“ Rain fell .", "sent_id": None},
    ],
)
@pytest.mark.parametrize("others", [("", "zoe"), ("bo", "zoe")])
def test_a_copy_of_a_sentence_is_none_of_the_first_annotator_s_text(tmp_path, copy, others):
    """It may have an id or white space, marks and tokens of its own; they may be interleaved, too."""
    who, first = others
    records = [record(first, 1), record(who, 1) | copy | {"entity_mentions": []}, record(first, 2), record(who, 2)]
    pages, _, _ = read(tmp_path, *records)
    assert next(text for name, _, text, _ in pages if name == first) == TWO
    assert {name for name, *_ in pages} == {first, who or "x"}
    assert all(text.count("fell") == 1 for _, _, text, _ in pages)


def test_one_after_the_other_with_other_sentences_they_have_texts_of_their_own(tmp_path):
    """Nothing says in which order they are: it is told, and a complete copy stays one."""
    pages, told, _ = read(tmp_path, record("zoe", 1), record("zoe", 3), *(record("bo", n) for n in (1, 2, 3)))
    assert pages == [("zoe", 0, "Rain fell .\nSnow too .", 2), ("bo", 1, f"{TWO}\nSnow too .", 3)]
    assert told == [(3, f"bo {OTHER} zoe: they are an article of their own")]


def test_a_sentence_that_one_annotator_has_twice_is_told(tmp_path):
    pages, told, reader = read(tmp_path, record(None, 1), record(None, 2), record(None, 1))
    assert [text for _, _, text, _ in pages] == [f"{TWO}\nRain fell ."]
    assert told == [(3, f"{TWICE}, and so it is in the text")]
    assert all(n.what_to_do for n in reader.notices if TWICE in n.what)


def test_a_wrong_sentence_leaves_out_its_annotator_s_page_alone(tmp_path):
    wrong = record("bo", 2) | {"tokens": []}
    pages, _, reader = read(tmp_path, record("zoe", 1), record("bo", 1), wrong)
    assert pages == [("zoe", 0, "Rain fell .", 1)]
    assert [(p.line, p.field) for p in reader.problems] == [(3, "tokens")]


def test_an_annotator_that_is_no_text_is_a_problem_wherever_it_stands(tmp_path):
    pages, _, reader = read(tmp_path, record("zoe", 1), record(None, 1), record(None, 2) | {"annotator": 4})
    assert pages == [("zoe", 0, "Rain fell .", 1)]
    assert [(p.line, p.field) for p in reader.problems] == [(3, "annotator")]


@pytest.mark.parametrize("whole", [False, True])
def test_long_files_without_documents_part_alike_for_each_annotator(tmp_path, monkeypatch, whole):
    monkeypatch.setattr(oneie, "_MOST_SENTENCES", 2)
    said = [(who, n) for who in ("zoe", "bo") for n in (1, 2, 3)]
    if not whole:
        said.sort(key=lambda of: of[1])
    pages, told, _ = read(tmp_path, *(record(who, n, "") for who, n in said))
    assert sorted(pages) == [
        ("bo", 0, TWO, 2),
        ("bo", 1, "Snow too .", 1),
        ("zoe", 0, TWO, 2),
        ("zoe", 1, "Snow too .", 1),
    ]
    assert told == []


def test_a_file_of_ever_new_annotators_is_not_held(tmp_path, monkeypatch):
    monkeypatch.setattr(oneie, "_MOST_HELD", 2)
    pages, _, _ = read(tmp_path, *(record(who, 1) for who in "abcde"))
    assert pages == [(who, 0, "Rain fell .", 1) for who in "abcde"]


def documents_read(tmp_path, *records):
    path = tmp_path / "x.jsonl"
    path.write_text("".join(json.dumps(r) + "\n" for r in records), "utf-8")
    return [b.article.meta["doc_id"] for b in read_back("oneie", path)[1]]


def test_the_number_behind_a_document_that_an_export_gave_a_further_annotators_page_is_none_of_its_name(tmp_path):
    """A project with two annotators, brought in again: the article's column would differ from itself."""
    of_d = [record(who, n, name) for who, name in (("zoe", "d"), ("bo", "d#2"), ("al", "d#3")) for n in (1, 2)]
    found = documents_read(tmp_path, *of_d, record("zoe", 3, "e"), record("bo", 3, "e#2"))
    assert found == ["d", "d", "d", "e", "e"]


@pytest.mark.parametrize(
    "records",
    [
        [record("zoe", 1, "d#2"), record("zoe", 2, "d#3")],  # of a file of others: numbers that are their names
        [record("zoe", 1, "c"), record("bo", 2, "d#2")],
        [record(None, 1, "d"), record(None, 2, "d#2")],
        [record("zoe", 1, "d"), record("zoe", 2, "d#2")],  # an annotator has a page of an article once
        [record("zoe", 1, "d"), record("bo", 2, "d#2")],  # another text
    ],
)
def test_a_number_behind_a_document_that_is_its_name_stays(tmp_path, records):
    assert documents_read(tmp_path, *records) == [r["doc_id"] for r in records]

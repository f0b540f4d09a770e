"""Annotated texts that the project has but for their white space join it, each its own text where that is here."""

import json

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from dateline.editing.articles import ensure_annotator
from dateline.editing.exporting import export_project
from dateline.editing.importing import import_sources
from dateline.editing.preview import preview_sources
from dateline.exchange.draft import Draft
from dateline.exchange.formats import format_named
from dateline.exchange.options import ReadOptions, WriteOptions
from dateline.exchange.problems import ProblemKind
from dateline.model.annotation import Annotator, AnnotatorKind, Layer
from dateline.model.article import Article, Progress, State
from dateline.model.ids import new_id
from dateline.model.schema import Schema
from dateline.model.text import Span
from dateline.store.project import Project

BO = Annotator(new_id(), "bo", AnnotatorKind.PERSON)
TEXT = "Berg met Holm.\nBoth left Oslo on Friday."
SPACED = "\n Berg met  Holm.\n\nBoth left\xa0Oslo on Friday.\n"


@pytest.fixture
def project(tmp_path):
    with Project.create(tmp_path / "here.dateline", Schema()) as project:
        yield project


def put(project, *texts, published=""):
    with project.step("Add") as step:
        for position, text in enumerate(texts, start=project.articles.count()):
            step.put(Article(id=new_id(), text=text, position=position, published=published))


def record(text, *words, **more):
    spans = [[text.index(word), text.index(word) + len(word), "THING"] for word in words]
    return {"text": text, "label": spans, **more}


def doccano(folder, *records, name="in.jsonl"):
    (folder / name).write_text("".join(json.dumps(one) + "\n" for one in records), encoding="utf-8")
    return folder / name


def answer(text, word, who, **more):
    at = text.index(word)
    spans = [{"start": at, "end": at + len(word), "label": "THING"}]
    return {"text": text, "spans": spans, "answer": "accept", "_annotator_id": who, **more}


def pages(project):
    """Return the tagged words of each article, by annotator."""
    found = {article.id: (article.text, {}) for article in project.articles.all()}
    for bundle in project.annotations.bundles():
        if bundle.annotator and bundle.annotations.mentions:
            text = bundle.article.text
            words = sorted(m.text_of(text) for m in bundle.annotations.mentions)
            found[bundle.article.id][1][bundle.annotator.name] = words
    return list(found.values())


COPIES = [TEXT.replace("\n", "\r\n"), f"{TEXT}\n", f"\n{TEXT}"]


@pytest.mark.parametrize("comes", COPIES)
@pytest.mark.parametrize("words", [("Berg", "Oslo"), (), ("Holm.", "Both")])
def test_a_record_with_other_line_ends_or_edges_is_of_the_text_that_is_here(project, tmp_path, comes, words):
    for here, other in ((TEXT, comes), (comes, TEXT)):
        with Project.create(tmp_path / f"{len(here)}{here == TEXT}.dateline", Schema()) as own:
            put(own, here)
            path = doccano(tmp_path, record(other, *words))
            found = preview_sources(own, [path], ReadOptions(annotator=BO), "doccano")
            assert (found.articles, found.known_articles) == (0, 1)
            report = import_sources(own, [path], ReadOptions(annotator=BO), "doccano", add_labels=True)
            assert (report.articles, report.known_articles, report.annotations) == (0, 1, len(words))
            assert pages(own) == [(here, {"bo": sorted(words)} if words else {})]
            assert not import_sources(own, [path], ReadOptions(annotator=BO), "doccano").changes, "it is here"


def test_a_record_with_other_white_space_is_another_article_that_nearly_repeats_the_first(project, tmp_path):
    text = " ".join(f"Berg and delegate {n} left Oslo." for n in range(20))
    spaced = text.replace(". ", ".\n\n").replace("Berg and", "Berg\xa0and")
    put(project, text)
    path = doccano(tmp_path, record(spaced, "Berg", "Oslo"))
    report = import_sources(project, [path], ReadOptions(annotator=BO), "doccano", add_labels=True)
    assert (report.articles, report.annotations) == (1, 2)
    assert pages(project) == [(text, {}), (spaced, {"bo": ["Berg", "Oslo"]})]
    assert len([n for n in report.notices if n.kind is ProblemKind.NEAR_TEXT]) == 1
    assert not import_sources(project, [path], ReadOptions(annotator=BO), "doccano").changes, "it is here"


@pytest.mark.parametrize(
    ("comes", "more"),
    [
        (record(TEXT.replace("Berg met", "Bergmet"), "Oslo"), {}),  # other words
        (record(SPACED), {}),  # nothing is annotated
        (record(SPACED, "Oslo"), {"published": "2024-03-06"}),  # another day's
        (record(SPACED), {"label": ["X"]}),  # what is said of the whole text
    ],
)
def test_other_texts_stay_as_they_are(project, tmp_path, comes, more):
    put(project, TEXT, published="2024-03-05")
    import_sources(project, [doccano(tmp_path, comes | more)], ReadOptions(annotator=BO), "doccano", add_labels=True)
    assert [article.text for article in project.articles.all()] == [TEXT, comes["text"]]


def test_the_same_text_goes_before_one_with_other_white_space(project, tmp_path):
    put(project, TEXT, SPACED)
    for records in ([record(SPACED, "Oslo"), record(TEXT, "Berg")], [record(TEXT, "Berg"), record(SPACED, "Oslo")]):
        path = doccano(tmp_path, *records)
        import_sources(project, [path], ReadOptions(annotator=BO), "doccano", add_labels=True)
        assert pages(project) == [(TEXT, {"bo": ["Berg"]}), (SPACED, {"bo": ["Oslo"]})]


def test_two_texts_of_one_source_are_not_one_of_the_project(project, tmp_path):
    """One annotator's two texts that differ in white space are two articles, though one of them alone is here."""
    put(project, TEXT)
    path = doccano(tmp_path, record(TEXT, "Berg"), record(SPACED, "Oslo"))
    for _ in range(2):
        import_sources(project, [path], ReadOptions(annotator=BO), "doccano", add_labels=True)
        assert pages(project) == [(TEXT, {"bo": ["Berg"]}), (SPACED, {"bo": ["Oslo"]})]


@pytest.mark.parametrize("copy", COPIES)
@pytest.mark.parametrize("binary", [{}, {"_is_binary": True}])
def test_two_annotators_copies_in_two_files_are_one_article(project, tmp_path, copy, binary):
    records = [answer(TEXT, "Berg", "ada"), answer(copy, "Oslo", "bo", **binary)]
    if binary:
        records.append(answer(copy, "Holm", "bo", **binary))
    parts = [records[:1], records[1:]]
    paths = [doccano(tmp_path, *part, name=f"{n}.jsonl") for n, part in enumerate(parts)]
    for path in paths:
        import_sources(project, [path], ReadOptions(), "prodigy", add_labels=True)
    assert pages(project) == [(TEXT, {"ada": ["Berg"], "bo": ["Holm", "Oslo"] if binary else ["Oslo"]})]
    assert not any(import_sources(project, [path], ReadOptions(), "prodigy").changes for path in paths)


@given(
    st.lists(
        st.tuples(
            st.sampled_from([TEXT, SPACED, *COPIES]),
            st.sampled_from(["ada", "bo"]),
            st.sampled_from(["", "2024-03-05", "2024-03-06"]),
        ),
        min_size=1,
        max_size=5,
    )
)
@settings(deadline=None, max_examples=40)
def test_copies_in_one_file_that_comes_twice_bring_what_they_bring_once(tmp_path_factory, found):
    """Within one file each text is an article of its own, so that what comes again finds its own text."""
    folder = tmp_path_factory.mktemp("copies")
    records = [answer(text, "Berg", who, meta={"published": day} if day else {}) for text, who, day in found]
    path = doccano(folder, *records)
    with Project.create(folder / "p.dateline", Schema()) as project:
        import_sources(project, [path], ReadOptions(), "prodigy", add_labels=True)
        before = pages(project)
        import_sources(project, [path], ReadOptions(), "prodigy", add_labels=True)
        assert pages(project) == before


def test_who_annotates_two_copies_alike_has_annotated_both(project, tmp_path):
    """In one delivery or two, in any order, and whatever stands on the other one."""
    put(project, TEXT, SPACED)
    first = doccano(tmp_path, record(TEXT, "Berg", annotator="bo"), name="1.jsonl")
    import_sources(project, [first], ReadOptions(), "doccano", add_labels=True)
    second = doccano(tmp_path, record(SPACED, "Berg", annotator="bo"), record(TEXT, "Berg", annotator="bo"))
    for _ in range(2):
        import_sources(project, [second], ReadOptions(), "doccano", add_labels=True)
        assert pages(project) == [(TEXT, {"bo": ["Berg"]}), (SPACED, {"bo": ["Berg"]})]


COPY = st.sampled_from([TEXT, SPACED, *COPIES])
DAY = st.sampled_from(["", "2024-03-05", "2024-03-06"])
WORD = st.sampled_from(["", "Berg", "Oslo"])  # "": nothing is marked
DELIVERY = st.lists(st.tuples(COPY, st.sampled_from(["ada", "bo"]), DAY, WORD), min_size=1, max_size=3)
SPACED_TWICE = TEXT.replace("Berg met", "Berg\xa0met")


@given(st.lists(st.tuples(COPY, DAY), max_size=2), st.lists(DELIVERY, min_size=1, max_size=3))
@example([(SPACED_TWICE, "")], [[(TEXT, "ada", "", "Berg"), (f"{TEXT}\n", "bo", "", "Oslo")]])
@example([(SPACED_TWICE, "")], [[(TEXT, "ada", "", ""), (TEXT, "bo", "", "Oslo")]])
@example([(SPACED_TWICE, "")], [[(TEXT, "bo", "", "Oslo")], [(TEXT, "ada", "", "")]])
@example([(SPACED, "")], [[(TEXT, "bo", "2024-03-05", "Oslo"), (TEXT, "ada", "2024-03-06", "Berg")]])
@example([(TEXT, "2024-03-05")], [[(SPACED, "bo", "", "Berg")], [(SPACED, "ada", "2024-03-06", "Oslo")]])
@example([(TEXT, "")], [[(SPACED, "bo", "", "Oslo")], [(f"{TEXT}\n", "ada", "", "Berg"), (SPACED, "bo", "", "Oslo")]])
@settings(deadline=None, max_examples=40)
def test_deliveries_that_come_again_add_nothing_whatever_came_between(tmp_path_factory, here, deliveries):
    folder = tmp_path_factory.mktemp("copies")
    paths = []
    for number, found in enumerate(deliveries):
        records = [
            record(text, *([word] if word else []), annotator=who, **({"published": day} if day else {}))
            for text, who, day, word in found
        ]
        paths.append(doccano(folder, *records, name=f"{number}.jsonl"))
    with Project.create(folder / "p.dateline", Schema()) as project:
        for text, day in here:
            put(project, text, published=day)
        for path in paths:
            import_sources(project, [path], ReadOptions(), "doccano", add_labels=True)
        before = pages(project)
        for path in [*paths, *reversed(paths)]:
            assert not import_sources(project, [path], ReadOptions(), "doccano", add_labels=True).annotations
            assert pages(project) == before
        delivered = {(who, word) for found in deliveries for _, who, _, word in found if word}
        marked = [(who, word) for _, page in before for who, words in page.items() for word in words]
        assert set(marked) == delivered
        assert len(marked) <= sum(bool(word) for found in deliveries for _, _, _, word in found)


def test_in_one_file_a_copy_of_another_day_or_of_the_same_annotator_is_an_article_of_its_own(project, tmp_path):
    first = answer(TEXT, "Berg", "ada", meta={"published": "2024-03-05"})
    other_day = answer(SPACED, "Oslo", "bo", meta={"published": "2024-03-06"})
    again = answer(TEXT.replace("\n", "\n\n"), "Holm", "ada", meta={"published": "2024-03-05"})
    path = doccano(tmp_path, first, other_day, again)
    import_sources(project, [path], ReadOptions(), "prodigy", add_labels=True)
    assert [words for _, words in pages(project)] == [{"ada": ["Berg"]}, {"bo": ["Oslo"]}, {"ada": ["Holm"]}]


# TimeML names no annotators; of tokens alone CoNLL makes one text of both.
TWO_WAY = [
    "brat", "conllu", "doccano", "huggingface", "label-studio", "dateline", "prodigy", "spans", "uima-json", "webanno",
]  # fmt: skip


@pytest.mark.parametrize("name", TWO_WAY)
@pytest.mark.parametrize("names", [("ada", "ada"), ("ada", "bo")])
def test_what_is_exported_comes_back_to_its_own_text(project, tmp_path, name, names):
    put(project, TEXT, TEXT.replace("\n", "\n\n"))
    whose = [ensure_annotator(project, who)[0] for who in names]
    with project.step("Tag") as step:
        for article, who in zip(project.articles.all(), whose, strict=True):
            draft = Draft(article, who)
            at = article.text.index("Friday")
            draft.mention(Layer.TIME, "DATE", (Span(at, at + 6),))
            for mention in draft.bundle().annotations.mentions:
                step.put(mention)
            step.put(Progress(new_id(), article.id, who.id, State.STARTED))
    before = sorted(pages(project), key=str)
    out = tmp_path / f"out{format_named(name).suffixes[0]}"
    report = export_project(project, out, name, WriteOptions())
    written = [part.path for part in report.parts]
    assert not import_sources(project, written, ReadOptions(), name, add_labels=True).articles
    assert sorted(pages(project), key=str) == before
    with Project.create(tmp_path / "other.dateline", Schema()) as other:
        import_sources(other, written, ReadOptions(), name, add_labels=True)
        assert sorted(pages(other), key=str) == before

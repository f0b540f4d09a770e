"""A text that a format made of its tokens is known again by its characters, and its spans come to the same words."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.editing.importing import import_sources
from dateline.editing.preview import preview_sources
from dateline.editing.respacing import Respacing
from dateline.exchange.draft import Draft
from dateline.exchange.options import ReadOptions
from dateline.exchange.tokens import rebuilt, tokenised
from dateline.model.annotation import Annotator, AnnotatorKind, Layer
from dateline.model.article import Article, RegionKind
from dateline.model.ids import new_id
from dateline.model.schema import Schema
from dateline.model.text import Span
from dateline.store.project import Project

SOMEBODY = Annotator("somebody", "ada", AnnotatorKind.PERSON)
TEXT = "Berg  met Holm\tin Oslo.\r\n\r\n\xa0“It’s done,”\u2003Berg said."
CONLL = (
    "-DOCSTART- O\n\nBerg B-PERSON\nmet O\nHolm B-PERSON\nin O\nOslo B-GPE\n. O\n\n"
    "“ O\nIt O\n’s O\ndone O\n, O\n” O\nBerg B-PERSON\nsaid O\n. O\n"
)


@pytest.fixture
def project(tmp_path):
    with Project.create(tmp_path / "here.dateline", Schema()) as project:
        yield project


def put(project: Project, *texts: str) -> list[str]:
    ids = [new_id() for _ in texts]
    with project.step("Add") as step:
        for position, (id_, text) in enumerate(zip(ids, texts, strict=True), start=project.articles.count()):
            step.put(Article(id=id_, text=text, position=position))
    return ids


def words_of(project: Project, article_id: str) -> list[str]:
    text = project.articles.get(article_id).text
    found = [b for b in project.annotations.bundles() if b.article.id == article_id]
    return [m.text_of(text) for b in found for m in b.annotations.mentions]


def test_tokens_join_the_text_they_are_of(project, tmp_path):
    (id_,) = put(project, TEXT)
    (tmp_path / "in.conll").write_text(CONLL, encoding="utf-8")
    found = preview_sources(project, [tmp_path / "in.conll"], ReadOptions(annotator=SOMEBODY), "conll")
    assert (found.articles, found.known_articles) == (0, 1)
    report = import_sources(project, [tmp_path / "in.conll"], ReadOptions(annotator=SOMEBODY), "conll", add_labels=True)
    assert (report.articles, report.known_articles, report.annotations) == (0, 1, 4)
    assert project.articles.get(id_).text == TEXT
    assert words_of(project, id_) == ["Berg", "Holm", "Oslo", "Berg"]


def test_a_second_file_of_one_import_joins_what_the_first_brought(project, tmp_path):
    (tmp_path / "1.txt").write_text(TEXT, encoding="utf-8", newline="")
    (tmp_path / "2.conll").write_text(CONLL, encoding="utf-8")
    import_sources(project, [tmp_path / "1.txt"], ReadOptions())
    (tmp_path / "3.conll").write_text(CONLL.replace("Oslo", "Riga"), encoding="utf-8")
    sources = [tmp_path / "2.conll", tmp_path / "3.conll", tmp_path / "2.conll"]
    report = import_sources(project, sources, ReadOptions(annotator=SOMEBODY), "conll", add_labels=True)
    assert (report.articles, report.known_articles) == (1, 2), "other words are another text"
    assert report.annotations == 8


def test_the_same_text_goes_before_one_that_differs_in_its_spaces(project):
    remade, _ = rebuilt([[TEXT[s.begin : s.end] for s in sentence.tokens] for sentence in tokenised(TEXT)])
    put(project, TEXT, remade)
    draft = Draft(Article(id="come", text=remade), SOMEBODY)
    bundle = draft.bundle(remade=True)
    assert Respacing(project).laid(bundle) is bundle
    assert project.articles.has_text(bundle.article.sha256, project.articles.arrived())


def test_what_comes_later_is_known_when_it_has_settled(project):
    respacing = Respacing(project)
    remade, _ = rebuilt([[TEXT[s.begin : s.end] for s in sentence.tokens] for sentence in tokenised(TEXT)])
    bundle = Draft(Article(id="come", text=remade), SOMEBODY).bundle(remade=True)
    put(project, TEXT)
    assert respacing.laid(bundle).article.text == remade
    respacing.settle()
    assert respacing.laid(bundle).article.text == TEXT


def test_a_text_that_was_not_remade_stays_as_it_is(project):
    put(project, TEXT)
    bundle = Draft(Article(id="come", text=" ".join(TEXT.split())), SOMEBODY).bundle()
    assert Respacing(project).laid(bundle) is bundle


@given(
    text=st.text(st.sampled_from("abİ̇’é—… \t\n\r\xa0\u2003\u200b😀👍🏽.,-"), min_size=1, max_size=60), data=st.data()
)
def test_spans_come_to_the_same_characters(tmp_path_factory, text, data):
    sentences = [s.tokens for s in tokenised(text)]
    remade, places = rebuilt([[text[t.begin : t.end] for t in tokens] for tokens in sentences])
    flat = [p for mine in places for p in mine]
    if not flat:
        return
    first = data.draw(st.integers(0, len(flat) - 1))
    last = data.draw(st.integers(first, len(flat) - 1))
    draft = Draft(Article(id="come", text=remade), SOMEBODY)
    draft.mention(Layer.ENTITY, "PERSON", (Span(flat[first].begin, flat[last].end),))
    draft.region(RegionKind.NEGATIVE, flat[first])
    with Project.create(tmp_path_factory.mktemp("p") / "p.dateline", Schema()) as project:
        put(project, text)
        laid = Respacing(project).laid(draft.bundle(remade=True))
    assert laid.article.text == text
    tokens = [t for of in sentences for t in of]
    assert laid.annotations.mentions[0].fragments == (Span(tokens[first].begin, tokens[last].end),)
    assert laid.annotations.regions[0].span == tokens[first]


def test_a_tagged_blank_has_no_place_in_another_text(project):
    """Some token datasets label white space: nothing of such a page is laid elsewhere, and nothing breaks."""
    put(project, "Ada Bo left.")
    remade = "Ada \xa0 Bo left."
    draft = Draft(Article(id="come", text=remade), SOMEBODY)
    draft.mention(Layer.ENTITY, "PERSON", (Span(4, 5),))
    bundle = draft.bundle(remade=True)
    assert Respacing(project).laid(bundle) is bundle


LINES = "Berg met Holm\r\nin Oslo.\r\n"


@pytest.mark.parametrize("text", ["Berg met Holm\nin Oslo.", "Berg met Holm\rin Oslo.\r\r"])
def test_a_copy_with_other_line_ends_is_the_text_that_is_there(project, tmp_path, text):
    (id_,) = put(project, LINES)
    at = text.index("Oslo")
    (tmp_path / "a.txt").write_bytes(text.encode())
    (tmp_path / "a.ann").write_text(f"T1\tGPE {at} {at + 4}\tOslo\n", encoding="utf-8")
    found = preview_sources(project, [tmp_path / "a.ann"], ReadOptions(annotator=SOMEBODY))
    assert (found.articles, found.known_articles) == (0, 1)
    report = import_sources(project, [tmp_path / "a.ann"], ReadOptions(annotator=SOMEBODY), add_labels=True)
    assert (report.articles, report.known_articles, report.annotations) == (0, 1, 1)
    assert (project.articles.get(id_).text, words_of(project, id_)) == (LINES, ["Oslo"])
    again = import_sources(project, [tmp_path / "a.ann"], ReadOptions(annotator=SOMEBODY))
    assert (again.articles, again.annotations) == (0, 0)


@pytest.mark.parametrize("text", ["Berg met Holm in Oslo.", "Berg met Holm\n\nin Oslo.", "Berg  met Holm\nin Oslo."])
def test_other_white_space_than_line_ends_is_another_text(project, text):
    put(project, LINES)
    bundle = Draft(Article(id="come", text=text), SOMEBODY).bundle()
    assert Respacing(project).laid(bundle) is bundle


def test_what_stands_on_the_edge_of_a_copy_keeps_it_by_itself(project):
    put(project, LINES)
    draft = Draft(Article(id="come", text=f"\n{LINES}"), SOMEBODY)
    draft.mention(Layer.ENTITY, "PERSON", (Span(0, 1),))
    bundle = draft.bundle()
    assert Respacing(project).laid(bundle) is bundle

"""CoNLL columns: every scheme is read, what tokens can hold comes back, and seqeval reads what is written."""

import re

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from dateline.exchange.bio import TokenSpan, flat
from dateline.exchange.formats import recognised
from dateline.exchange.options import Unit
from dateline.exchange.problems import BadInput
from dateline.exchange.tokens import aligned, tokenised
from dateline.model.annotation import Annotations, Annotator, Layer, Mention
from dateline.model.article import Article, Region, RegionKind, State
from dateline.model.bundle import Bundle, Frame
from dateline.model.text import Span
from tests.exchange.foreign import BREAKING, THOROUGH, broken, losses, named_projects, read_back, written
from tests.exchange.rich import RICH

WHO = Annotator("w", "Ada")


def spans_held(bundle):
    """Return tokens and flat spans of each sentence, and how many mentions could not be held as they are."""
    sentences, lost = [], 0
    mentions = bundle.annotations.mentions
    for sentence in tokenised(bundle.article.text):
        words = [t.of(bundle.article.text) for t in sentence.tokens]
        spans = []
        for m in mentions:
            place = aligned(m.span, sentence.tokens)
            if place and sentence.span.begin < m.span.end and m.span.begin < sentence.span.end:
                others = [s for s in tokenised(bundle.article.text) if s.span != sentence.span]
                if not any(s.span.overlaps(m.span) for s in others):
                    spans.append(TokenSpan(place.first, place.stop, m.label))
        kept, others = flat(spans)
        lost += len(others)
        sentences.append((words, kept))
    return sentences, lost


def spans_read(bundle):
    """Return the same of an article that was made of tokens."""
    text, begin, out = bundle.article.text, 0, []
    for line in text.split("\n"):
        words, at, places = line.split(" "), begin, []
        for word in words:
            places.append(Span(at, at + len(word)))
            at += len(word) + 1
        spans = []
        for m in bundle.annotations.mentions:
            if begin <= m.span.begin < begin + len(line):
                place = aligned(m.span, places)
                spans.append(TokenSpan(place.first, place.stop, m.label))
        out.append((words, sorted(spans)))
        begin += len(line) + 1
    return out


@given(named_projects(), st.sampled_from(["iob1", "iob2", "bioes"]), st.sampled_from(["2", "4"]))
@example(RICH, "iob2", "4")
@example(RICH, "bioes", "2")
@THOROUGH
def test_what_tokens_can_hold_comes_back(tmp_path, project, scheme, columns):
    path = tmp_path / "x.conll"
    report = written("conll", path, project, boilerplate=True, extra={"scheme": scheme, "columns": columns})
    expected = [spans_held(b) for b in project[1]]
    wordy = [e for e in expected if e[0]]
    if not wordy:
        return
    _, got = read_back("conll", path)
    assert [spans_read(b) for b in got] == [sentences for sentences, _ in wordy]
    told = losses(report)
    assert told.get("nested and overlapping spans (the longest is written)", 0) == sum(lost for _, lost in wordy)
    total = sum(len(b.annotations.mentions) for b in project[1])
    kept = sum(len(spans) for sentences, _ in wordy for _, spans in sentences)
    dropped = ("spans without a word", "spans that go beyond a sentence",
               "nested and overlapping spans (the longest is written)")  # fmt: skip
    assert total == kept + sum(told.get(kind, 0) for kind in dropped)


TEXT = "Kassym-Jomart Tokayev met Fidan. Astana waits."


def bundle():
    mentions = tuple(
        Mention(f"m{i}", "a", "w", Layer.ENTITY, label, (Span(TEXT.index(w), TEXT.index(w) + len(w)),))
        for i, (w, label) in enumerate([("Kassym-Jomart Tokayev", "PERSON"), ("Fidan", "PERSON"), ("Astana", "GPE")])
    )
    return Bundle(Article("a", TEXT), WHO, State.DONE, Annotations(mentions))


def test_the_file_is_conlls(tmp_path):
    written("conll", tmp_path / "x.conll", (Frame(), [bundle(), bundle()]))
    one = (
        "-DOCSTART- -X- -X- O\n\nKassym -X- _ B-PERSON\n- -X- _ I-PERSON\nJomart -X- _ I-PERSON\n"
        "Tokayev -X- _ I-PERSON\nmet -X- _ O\n"
        "Fidan -X- _ B-PERSON\n. -X- _ O\n\nAstana -X- _ B-GPE\nwaits -X- _ O\n. -X- _ O\n\n"
    )
    assert (tmp_path / "x.conll").read_text("utf-8") == one + one
    assert recognised(tmp_path / "x.conll").name == "conll"
    written("conll", tmp_path / "y.conll", (Frame(), [bundle()]), unit=Unit.SENTENCE, extra={"columns": "2"})
    assert (tmp_path / "y.conll").read_text("utf-8").startswith("Kassym B-PERSON\n- I-PERSON\nJomart I-PERSON\n")


def test_seqeval_reads_the_tags(tmp_path):
    entities = pytest.importorskip("seqeval.metrics.sequence_labeling").get_entities
    written("conll", tmp_path / "x.conll", (Frame(), [bundle()]))
    sentences = (tmp_path / "x.conll").read_text("utf-8").split("\n\n")[1:-1]
    tags = [[line.split(" ")[3] for line in s.split("\n")] for s in sentences]
    assert [entities(t) for t in tags] == [[("PERSON", 0, 3), ("PERSON", 5, 5)], [("GPE", 0, 0)]]


@pytest.mark.parametrize(
    "rows",
    [
        "EU NNP I-NP I-ORG\nrejects VBZ I-VP O\nGerman JJ I-NP I-MISC\nBritish JJ I-NP B-MISC\n",
        "EU\tB-ORG\nrejects\tO\nGerman\tB-MISC\nBritish\tB-MISC\n",
        "EU S-ORG\r\nrejects O\r\nGerman S-MISC\r\nBritish S-MISC\r\n",
        "# a comment\n\n\nEU U-ORG\nrejects O\nGerman U-MISC\nBritish U-MISC",
    ],
)
def test_all_schemes_and_columns_are_read(tmp_path, rows):
    path = tmp_path / "x.txt"
    path.write_bytes(rows.encode())
    reader, (got,) = read_back("conll", path)
    assert recognised(path).name == "conll"
    assert got.article.text == "EU rejects German British"
    assert [(m.text_of(got.article.text), m.label) for m in got.annotations.mentions] == [
        ("EU", "ORG"), ("German", "MISC"), ("British", "MISC"),
    ]  # fmt: skip
    assert any("the text was made of them" in n.what for n in reader.notices)


@pytest.mark.parametrize(("first", "tokens"), [("# O", "# Ada"), ("#Ada B-PER", "#Ada Ada"), ("# id 7", "Ada")])
def test_a_file_may_begin_with_a_token_that_is_a_hash(tmp_path, first, tokens):
    path = tmp_path / "x.conll"
    path.write_text(f"{first}\nAda B-PER\n")
    _, (got,) = read_back("conll", path)
    assert got.article.text == tokens


def test_a_comment_may_have_as_many_words_as_a_line_has_columns(tmp_path):
    path = tmp_path / "x.conll"
    path.write_text("# id 1\tdomain=train\nAda _ _ B-PER\n\n# id 2\tdomain=train\n# _ _ O\nleft _ _ O\n")
    _, (got,) = read_back("conll", path)
    assert got.article.text == "Ada\n# left"


@pytest.mark.parametrize(
    ("rows", "text", "labels"),
    [
        ("A NNP B-NP B-GPE\nmet VBD O O\n# end of document\n\nB NNP B-NP B-GPE\n", "A met\nB", ["GPE", "GPE"]),
        ("# of document\nA NNP GPE\n# NN GPE\n# end document\n#x NN GPE\n", "A # #x", ["GPE"]),
        ("A GPE\n# end\nmet O\n#Baku GPE\n# O\n#x B-GPE", "A met #Baku # #x", ["GPE", "GPE", "GPE"]),
    ],
)
def test_a_comment_that_ends_in_a_word_is_no_token_under_a_label(tmp_path, rows, text, labels):
    """A bare name is a label where a token that is no hash has it; a tag with a prefix is one anywhere."""
    (tmp_path / "x.conll").write_text(rows)
    _, (got,) = read_back("conll", tmp_path / "x.conll")
    assert got.article.text == text
    assert [m.label for m in got.annotations.mentions] == labels


def test_columns_can_be_chosen(tmp_path):
    (tmp_path / "x.conll").write_text("1 EU B-ORG x\n2 met O x\n")
    _, (got,) = read_back("conll", tmp_path / "x.conll", extra={"tokens": "2", "tags": "3"})
    assert (got.article.text, got.annotations.mentions[0].label) == ("EU met", "ORG")


def test_articles_begin_at_docstart_and_long_files_are_parted(tmp_path):
    (tmp_path / "x.conll").write_text("-DOCSTART- -X- O O\n\nA B-X\n\n-DOCSTART- -X- O O\n\nB O\n\nC O\n")
    assert [b.article.text for b in read_back("conll", tmp_path / "x.conll")[1]] == ["A", "B\nC"]
    (tmp_path / "y.conll").write_text("A O\n\n" * 1201)
    assert [b.article.text.count("\n") + 1 for b in read_back("conll", tmp_path / "y.conll")[1]] == [500, 500, 201]


@pytest.mark.parametrize("name", ["x.conll", "x.bio"])
@pytest.mark.parametrize("rows", [b"A B-X\nB\nC O\n", b"# a comment\nA B-X\nB O\nC B-\n"])
def test_a_file_named_so_with_a_line_that_is_wrong_is_known_all_the_same(tmp_path, name, rows):
    (tmp_path / name).write_bytes(rows)
    assert recognised(tmp_path / name).name == "conll"


@pytest.mark.parametrize(
    ("rows", "said"),
    [
        (b"A B-X\nB\n", "x.conll, line 2: has 1 column, where the lines before have 2"),
        (b"A\nB\n", "x.conll, line 1: has 1 column: too few"),
        (b"A B-X\n\xff O\n", "x.conll, line 2: is not UTF-8"),
        (b"A B-BEFORE\n", "x.conll, line 1, tag: the label BEFORE is for relation"),
        (b"\n\n", "x.conll: holds no token"),
        (b"A O\n" + b"x" * (3 << 20) + b" O\n", "x.conll, line 2: the line is longer than 1 MB"),
    ],
)
def test_what_is_wrong_is_said(tmp_path, rows, said):
    (tmp_path / "x.conll").write_bytes(rows)
    with pytest.raises(BadInput, match=re.escape(said)):
        read_back("conll", tmp_path / "x.conll")


OTHER = {
    "begun": "#begin document (nw/a/0); part 000\nnw/a 0 0 Ada NNP (TOP(NP*) - - - - (PERSON) *\n#end document\n",
    "bare": "nw/a 0 0 Ada NNP (TOP(S(NP* - - - - (PERSON* (ARG0* (1\nnw/a 0 1 Lind NNP *) - - - - *) *) 1)\n",
    "sentences": "Ada|NNP|B-PER met|VBD|O Bo|NNP|B-PER\nThey|PRP|O left|VBD|O\n",
    "words": "Ada|NNP|B-PER\nmet|VBD|O\n",
    "slashes": "Ada/B-PER met/O .../O\n",
    "none": "nw/a 0 0 Ada NNP * - - - - * - (1)\n",
    "dependencies": "1 2018 2018 2018 CD CD _ _ 3 3 (TMP) (TMP) _ _ A0|A1 =\n",
    "universal": "1\tAda\tAda\tPROPN\tNNP\t_\t0\troot\t_\tSpaceAfter=No\n",
}


@pytest.mark.parametrize(
    ("rows", "said", "todo"),
    [
        ("begun", "line 1: is CoNLL-2012", "its words (column 4) and named entities (column 11)"),
        ("bare", "line 1: is CoNLL-2012", "its words (column 4) and named entities (column 11)"),
        ("none", "line 1: is CoNLL-2012", "its words (column 4) and named entities (column 11)"),
        ("dependencies", "line 1, tag: '=' is no tag", "in column 16"),
        ("sentences", "line 1: has words, tags and the rest between |", "Write each word and its tag on a line"),
        ("words", "line 1: has words, tags and the rest between |", "Write each word and its tag on a line"),
        ("slashes", "line 1, tag: '.../O' is no tag: expected O, or a label such as B-LOC", "in column 3"),
        ("universal", "line 1, tag: 'SpaceAfter=No' is no tag", "in column 10"),
    ],
)
def test_lines_of_another_format_are_refused_once_and_named(tmp_path, rows, said, todo):
    path = tmp_path / "x.conll"
    path.write_text(OTHER[rows] * 3)
    with pytest.raises(BadInput) as caught:
        read_back("conll", path)
    first = caught.value.problems[0]
    assert said in str(first)
    assert todo in str(first)
    once = rows in ("begun", "bare", "none", "sentences", "words")
    assert len(caught.value.problems) == 1 or not once
    assert read_back("conll", path, skip_bad=True)[1] == []


@pytest.mark.parametrize("name", ["a.v4_gold_conll", "a.conll", "a.txt"])
def test_conll_2012_is_known_for_what_it_is(tmp_path, name):
    path = tmp_path / name
    path.write_text(OTHER["begun"])
    assert recognised(path).name == "conll"


def test_bars_may_stand_in_tokens_and_labels(tmp_path):
    (tmp_path / "x.conll").write_text("a|b B-x|y\nc|d O\n")
    _, [got] = read_back("conll", tmp_path / "x.conll")
    assert [m.label for m in got.annotations.mentions] == ["x|y"]


def test_labels_may_stand_without_prefix(tmp_path):
    (tmp_path / "x.conll").write_text("New LOC\nYork LOC\nhas O\nDr. PER.title\nNo _\n")
    _, [got] = read_back("conll", tmp_path / "x.conll")
    assert [m.label for m in got.annotations.mentions] == ["LOC", "PER.title"]


def test_an_article_with_a_bad_line_is_left_out_whole(tmp_path):
    (tmp_path / "x.conll").write_bytes(b"-DOCSTART- O\n\nA O\nB\nC O\n\n-DOCSTART- O\n\nD O\n")
    reader, got = read_back("conll", tmp_path / "x.conll", skip_bad=True)
    assert [b.article.text for b in got] == ["D"]
    assert [p.line for p in reader.problems] == [4]


@given(named_projects(), st.integers(0, 2**32))
@BREAKING
def test_mutated_files_are_read_or_refused(tmp_path, project, seed):
    path = tmp_path / "x.conll"
    written("conll", path, project)
    broken("conll", path, path.read_bytes(), seed, 50)


@pytest.mark.parametrize("first", [0, 1])
def test_a_column_that_counts_the_words_holds_no_tokens(tmp_path, first):
    """As the sets of GermEval have it."""
    path = tmp_path / "a.tsv"
    sentences = (("Ann", "B-PER"), ("lebt", "O")), (("Bob", "B-PER"), ("Bell", "I-PER"), ("auch", "O"))
    text = "#\thttps://example.org/1 [2009-10-17]\n"
    for sentence in sentences:
        text += "".join(f"{n}\t{word}\tO\t{tag}\n" for n, (word, tag) in enumerate(sentence, start=first)) + "\n"
    path.write_text(text)
    reader, [bundle] = read_back("conll", path)
    assert bundle.article.text == "Ann lebt\nBob Bell auch"
    assert [m.text_of(bundle.article.text) for m in bundle.annotations.mentions] == ["Ann", "Bob Bell"]
    assert any("counts the words" in p.what for p in reader.notices)
    _, [bundle] = read_back("conll", path, extra={"tokens": "1"})
    assert bundle.article.text.startswith(f"{first} {first + 1}")


def test_tokens_that_are_numbers_among_others_are_tokens(tmp_path):
    (tmp_path / "a.conll").write_text("1 CD O\n2 CD O\nwins NNS O\n")
    _, [bundle] = read_back("conll", tmp_path / "a.conll")
    assert bundle.article.text == "1 2 wins"


def test_lines_that_were_sentences_are_sentences_again(tmp_path):
    """A text made of tokens has one line a sentence, and those of posts look much as if they went on."""
    posts = [
        "so excited to see the new film with my sister in london this friday night",
        "cant believe that arsenal lost again to a team from the second league lol",
        "my flight from paris to berlin is late and nobody here tells us anything",
        "just met the mayor of new york at the airport and he was so very kind",
    ]
    path, again = tmp_path / "x.conll", tmp_path / "y.conll"
    path.write_text("".join("".join(f"{word} O\n" for word in post.split()) + "\n" for post in posts))
    _, (got,) = read_back("conll", path)
    written("conll", again, (Frame(), [got]), extra={"columns": "2"})
    blocks = again.read_text("utf-8").strip().split("\n\n")
    assert [" ".join(row.split()[0] for row in b.split("\n")) for b in blocks if "DOCSTART" not in b] == posts


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("conll", "Ada B-PER\nmet B-\n"),
        ("huggingface", '{"tokens": ["Ada", "met"], "ner_tags": ["B-PER", "I-"]}'),
        ("conllu", "1\tAda\t_\t_\t_\t_\t_\t_\t_\tname=B-PER\n2\tmet\t_\t_\t_\t_\t_\t_\t_\tname=B-\n\n"),
    ],
)
def test_a_tag_that_names_no_label_is_refused(tmp_path, name, content):
    (tmp_path / "x").write_text(content, "utf-8")
    with pytest.raises(BadInput, match=r"'B-' is no tag|[BI]- names no label"):
        read_back(name, tmp_path / "x")


def test_by_sentence_verified_negatives_stay_where_texts_without_a_span_are_left_out(tmp_path):
    text = "Ada came.\nNothing else happened.\nBo left."
    negative = Region("r", "a", RegionKind.NEGATIVE, Span(10, 32), "w")
    ada = Mention("m", "a", "w", Layer.ENTITY, "PERSON", (Span(0, 3),))
    one = Bundle(Article("a", text), Annotator("w", "Ada"), State.DONE, Annotations((ada,), regions=(negative,)))
    path = tmp_path / "x.conll"
    written("conll", path, (Frame(), [one]), unit=Unit.SENTENCE, empty=False)
    words = [line.split()[0] for line in path.read_text(encoding="utf-8").splitlines() if line]
    assert words == ["Ada", "came", ".", "Nothing", "else", "happened", "."]

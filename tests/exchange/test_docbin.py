"""spaCy's DocBin: spaCy reads it and learns from it; what is misaligned is told; read is not the same as not read."""

import tracemalloc
import zlib

import pytest
from hypothesis import HealthCheck, example, given, settings

from dateline import assets
from dateline.exchange import extras
from dateline.exchange.formats import format_named, recognised
from dateline.exchange.formats.docbin import stream as docbin_stream
from dateline.exchange.left_out import Holds
from dateline.exchange.options import ReadOptions, Unit, WriteOptions
from dateline.exchange.problems import BadInput, CannotWrite, ProblemKind
from dateline.exchange.tokens import without_edges
from dateline.model.annotation import Annotations, Annotator, Layer, Mention
from dateline.model.article import Article, Region, RegionKind, State
from dateline.model.bundle import Bundle, Frame
from dateline.model.registry import Entity
from dateline.model.text import Span
from tests.exchange.bundles import projects
from tests.exchange.rich import RICH
from tests.exchange.shapes import everything, lost, shape

spacy = pytest.importorskip("spacy")
DocBin = spacy.tokens.DocBin
SPACY = format_named("spacy")
HOLDS = frozenset({Holds.FIELDS, Holds.META, Holds.ANNOTATORS, Holds.STATES, Holds.NEGATIVES})
UNHURRIED = settings(
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow], deadline=None, max_examples=60
)
TEXT = "😀 The mayor of\r\nAnkara\u00a0met Ann-Marie."
WHO = Annotator("w", "Ada")


def at(words, text=TEXT):
    return Span(text.index(words), text.index(words) + len(words))


def mention(n, words, label, layer=Layer.ENTITY, **more):
    return Mention(f"m{n}", "a", "w", layer, label, (at(words),), **more)


def bundle(*mentions, state=State.DONE, regions=()):
    article = Article("a", TEXT, title="T", language="en")
    return Bundle(article, WHO, state, Annotations(mentions, regions=regions))


def docs_of(path):
    return list(DocBin().from_disk(path).get_docs(spacy.blank("en").vocab))


def write(path, *bundles, frame=None, **options):
    return SPACY.write(path, frame or Frame(), bundles, WriteOptions(**options))


NESTED = (
    mention(1, "mayor of\r\nAnkara", "TITLE"),
    mention(2, "Ankara", "GPE"),
    mention(3, "met", "MEET", Layer.EVENT),
)


def test_spacy_reads_flat_and_nested_spans(tmp_path):
    report = write(tmp_path / "x.spacy", bundle(*NESTED))
    (doc,) = docs_of(tmp_path / "x.spacy")
    assert doc.text == TEXT
    assert [(e.text, e.label_) for e in doc.ents] == [("mayor of\r\nAnkara", "TITLE"), ("met", "MEET")]
    assert [(s.text, s.label_) for s in doc.spans["sc"]] == [
        ("mayor of\r\nAnkara", "TITLE"), ("Ankara", "GPE"), ("met", "MEET")
    ]  # fmt: skip
    assert {key: len(group) for key, group in doc.spans.items()} == {"entity": 2, "event": 1, "sc": 3}
    assert ("spans that overlap others (not in doc.ents, but in doc.spans)", 1) in [
        (x.kind, x.count) for x in report.losses
    ]


def test_misaligned_spans_are_reported_and_their_tokens_not_called_empty(tmp_path):
    cut = Mention("m", "a", "w", Layer.ENTITY, "PERSON", (Span(at("Ankara").begin, at("Ankara").begin + 3),))
    report = write(tmp_path / "x.spacy", bundle(cut))
    assert [(x.kind, x.examples) for x in report.losses] == [
        ("spans that do not begin and end with spaCy's tokens", ("Ank",))
    ]
    (doc,) = docs_of(tmp_path / "x.spacy")
    assert doc.ents == ()
    assert [t.text for t in doc if t.ent_iob == 0] == ["Ankara"]


@pytest.mark.parametrize(
    ("state", "extra", "outside"),
    [(State.DONE, {}, True), (State.STARTED, {}, False), (State.NEW, {}, False),
     (State.STARTED, {"unfinished": "outside"}, True)],
)  # fmt: skip
def test_no_entities_is_not_the_same_as_not_annotated(tmp_path, state, extra, outside):
    report = write(tmp_path / "x.spacy", bundle(state=state), extra=extra)
    (doc,) = docs_of(tmp_path / "x.spacy")
    assert doc.has_annotation("ENT_IOB") is outside
    told = [str(n) for n in report.notes if "of the words outside its spans spaCy learns nothing" in str(n)]
    assert [note.endswith("--option unfinished=outside") for note in told] == ([] if outside else [True])
    taught = [str(n) for n in report.notes if "are written as if there were nothing to tag" in str(n)]
    assert [note.endswith("--state done") for note in taught] == ([True] if outside and state is not State.DONE else [])
    assert {t.ent_iob_ for t in doc} == ({"O"} if outside else {""})


def test_verified_negatives_are_outside_in_an_article_that_is_not_done(tmp_path):
    negative = Region("r", "a", RegionKind.NEGATIVE, at("The mayor"), "w")
    write(tmp_path / "x.spacy", bundle(state=State.STARTED, regions=(negative,)))
    (doc,) = docs_of(tmp_path / "x.spacy")
    assert [t.text for t in doc if t.ent_iob_ == "O"] == ["The", "mayor"]


def test_entities_with_an_external_id_are_linked(tmp_path):
    entities = (Entity("e", "Ankara", "GPE", (), "Q3640"), Entity("f", "The meeting"))
    one = bundle(mention(1, "Ankara", "GPE", entity_id="e"), mention(2, "Ann-Marie", "PERSON", entity_id="f"))
    report = write(tmp_path / "x.spacy", one, frame=Frame(entities=entities))
    (doc,) = docs_of(tmp_path / "x.spacy")
    assert [s.kb_id_ for s in doc.spans["sc"]] == ["Q3640", ""]
    assert [x.kind for x in report.losses] == ["links to entities without an external id"]
    frame, (got,) = everything(SPACY.read(tmp_path / "x.spacy"))
    assert [(e.name, e.external_id) for e in frame.entities] == [("Ankara", "Q3640")]
    assert got.annotations.mentions[0].entity_id == frame.entities[0].id


@given(project=projects())
@example(project=RICH)
@UNHURRIED
def test_what_aligns_comes_back_and_the_rest_is_reported(tmp_path, project):
    frame, bundles = project
    path = tmp_path / "x.spacy"
    report = write(path, *bundles, frame=frame, boilerplate=True)
    kinds = {str(loss.kind): loss.count for loss in report.losses}
    assert {k for k in lost(bundles, HOLDS) if k not in (Holds.ENTITIES, Holds.BOILERPLATE)} <= set(kinds)
    if not bundles:
        return
    _, got = everything(SPACY.read(path))
    misaligned = 0
    for before, after in zip(bundles, got, strict=True):
        wanted, found = shape(before, frame, HOLDS), shape(after, frame, HOLDS)
        bare = (without_edges(before.article.text, m) for m in before.annotations.mentions)
        whole = sorted((m.layer, m.label, m.span) for m in bare)
        back = sorted((m.layer, m.label, m.span) for m in after.annotations.mentions)
        misaligned += len(whole) - len(back)
        assert all(back.count(b) == whole.count(b) for b in back)
        for side in (wanted, found):
            side.pop("mentions")
        if before.annotator is None:
            wanted.pop("who"), found.pop("who")
        assert found == wanted
    assert kinds.get("spans that do not begin and end with spaCy's tokens", 0) == misaligned


def test_other_peoples_documents_are_read(tmp_path):
    nlp = spacy.blank("en")
    one, two, three = nlp("Ann saw Bob in Rome"), nlp("Nothing here"), nlp("Not read")
    one.ents = [spacy.tokens.Span(one, 0, 1, "PERSON"), spacy.tokens.Span(one, 4, 5, "GPE")]
    one.spans["people"] = [spacy.tokens.Span(one, 0, 3, "GROUP"), spacy.tokens.Span(one, 2, 3)]
    two.set_ents([], default="outside")
    two.cats = three.cats = {"POLITICS": 1.0}
    DocBin(docs=[one, two, three]).to_disk(tmp_path / "x.spacy")
    assert recognised(tmp_path / "x.spacy").name == "spacy"
    reader = SPACY.read(tmp_path / "x.spacy", ReadOptions(labels={"PERSON": Layer.ENTITY}))
    got = list(reader)
    assert [(m.text_of(one.text), m.label) for m in got[0].annotations.mentions] == [
        ("Ann saw Bob", "GROUP"), ("Ann", "PERSON"), ("Bob", "people"), ("Rome", "GPE")
    ]  # fmt: skip
    assert [b.state for b in got] == [State.DONE, State.DONE, State.NEW]
    assert set(reader.unknown_labels) == {"GROUP", "people", "GPE"}
    told = [n.what for n in reader.notices if n.kind is not ProblemKind.UNKNOWN_LABEL]
    assert told == ["document 2: categories of whole texts are left out; so are those of others"]


@pytest.mark.parametrize(
    ("data", "what"),
    [
        (b"", "is no DocBin that can be read"),
        (b"hello", "is no DocBin that can be read"),
        (zlib.compress(b"hello"), "is no DocBin that can be read"),
        (DocBin().to_bytes(), "holds no document"),
    ],
)
def test_bad_files_are_named(tmp_path, data, what):
    path = tmp_path / "x.spacy"
    path.write_bytes(data)
    with pytest.raises(BadInput, match=what) as caught:
        list(SPACY.read(path))
    assert caught.value.problems[0].file == "x.spacy"


def test_what_would_unpack_without_end_is_refused(tmp_path, monkeypatch):
    monkeypatch.setattr(docbin_stream, "LARGEST", 1 << 20)
    path = tmp_path / "x.spacy"
    path.write_bytes(zlib.compress(b"\x00" * (9 << 20)))
    with pytest.raises(BadInput, match="would unpack to more than 1 MB"):
        list(SPACY.read(path))


def _of_many(tmp_path, number):
    """Write so many articles of the same words, and a DocBin of them as spaCy itself writes it."""
    who = Annotator("w", "Ada")
    bundles = []
    for n in range(number):
        text = f"Ann met Bob in Rome. {'They talked about trade and borders. ' * 20}😀 {n % 7}"
        mention = Mention(f"m{n}", f"a{n}", "w", Layer.ENTITY, "PER", (Span(0, 3),))
        bundles.append(Bundle(Article(f"a{n}", text), who, State.DONE, Annotations((mention,))))
    ours, theirs = tmp_path / f"{number}.spacy", tmp_path / f"{number}-theirs.spacy"
    SPACY.write(ours, Frame(annotators=(who,)), bundles)
    read = DocBin(store_user_data=True).from_disk(ours)
    DocBin(attrs=["ENT_IOB", "ENT_TYPE", "LEMMA", "DEP"], docs=read.get_docs(spacy.blank("xx").vocab)).to_disk(theirs)
    return ours, theirs


def test_documents_are_read_one_at_a_time(tmp_path, monkeypatch):
    """What is held does not grow with their number: the parts of a DocBin lie in temporary files."""
    monkeypatch.setattr(docbin_stream, "_PIECE", 1 << 14)
    monkeypatch.setattr(docbin_stream, "_TOGETHER", 5)
    for few, many in zip(_of_many(tmp_path, 10), _of_many(tmp_path, 100), strict=True):
        most = 1.2 * min(_held(few, 10) for _ in range(3)) + 50_000
        assert any(_held(many, 100) < most for _ in range(3))  # another thread's memory is traced, too


def _held(path, number):
    tracemalloc.start()
    texts = [len(b.article.text) for b in SPACY.read(path, ReadOptions(labels={"PER": Layer.ENTITY}))]
    most = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert len(texts) == number
    return most


def test_without_spacy_it_says_what_to_install(tmp_path, monkeypatch):
    def import_nothing(module):
        raise ImportError(module)

    monkeypatch.setattr(extras, "import_module", import_nothing)
    line = r"spaCy is not installed.*bootstrap\.py formats.*dateline\[spacy\]"
    with pytest.raises(BadInput, match=line):
        list(SPACY.read(tmp_path / "x.spacy"))
    with pytest.raises(CannotWrite, match=line):
        SPACY.write(tmp_path / "x.spacy", Frame(), [])
    assert list(tmp_path.iterdir()) == []


CONFIG = """
[nlp]
lang = "en"
pipeline = ["tok2vec", "ner"]

[components]

[components.tok2vec]
factory = "tok2vec"

[components.tok2vec.model]
@architectures = "spacy.HashEmbedCNN.v2"
pretrained_vectors = null
width = 48
depth = 2
embed_size = 500
window_size = 1
maxout_pieces = 2
subword_features = true

[components.ner]
factory = "ner"

[components.ner.model]
@architectures = "spacy.TransitionBasedParser.v2"
state_type = "ner"
extra_state_tokens = false
hidden_width = 32
maxout_pieces = 2
use_upper = false

[components.ner.model.tok2vec]
@architectures = "spacy.Tok2VecListener.v1"
width = 48

[corpora]

[corpora.train]
@readers = "spacy.Corpus.v1"
path = ${paths.train}

[corpora.dev]
@readers = "spacy.Corpus.v1"
path = ${paths.dev}

[paths]
train = null
dev = null

[training]
max_steps = 160
eval_frequency = 40
patience = 0

[training.optimizer]
@optimizers = "Adam.v1"
learn_rate = 0.01
"""


@pytest.mark.slow
@pytest.mark.filterwarnings("ignore")
def test_spacy_train_learns_from_the_sample(tmp_path, capsys):
    gold = assets.seeds("gold.jsonl")
    if not gold.exists():
        pytest.skip("no sample")
    reader = format_named("dateline").read(gold)
    frame, bundles = reader.frame, list(reader)
    SPACY.write(tmp_path / "x.spacy", frame, bundles, WriteOptions(unit=Unit.SENTENCE))
    (tmp_path / "base.cfg").write_text(CONFIG)
    from spacy.cli.init_config import fill_config
    from spacy.cli.train import train

    fill_config(tmp_path / "config.cfg", tmp_path / "base.cfg")
    train(
        tmp_path / "config.cfg",
        tmp_path / "model",
        overrides={"paths.train": str(tmp_path / "x.spacy"), "paths.dev": str(tmp_path / "x.spacy")},
    )
    nlp = spacy.load(tmp_path / "model" / "model-best")
    assert nlp.meta["performance"]["ents_f"] > 0.5
    rows = [line.split() for line in capsys.readouterr().out.splitlines() if line.strip()[:1].isdigit()]
    losses = [float(row[3]) / max(1, int(row[1])) for row in rows[1:]]
    assert losses[-1] < losses[0]

"""Whatever the format, what is held while a corpus is written or read does not grow with the corpus."""

import csv
import gc
import json
import tracemalloc
from contextlib import contextmanager

import pytest

from dateline.exchange.formats import all_formats, format_named
from dateline.model.annotation import Annotations, Annotator, Layer, Mention
from dateline.model.article import Article, State
from dateline.model.bundle import Bundle, Frame
from dateline.model.text import Span

WHO = Annotator("w", "Ada")
PASSAGE = f"{'word' * 150}. " * 60  # long words: many tokens would only take time
FEW, MANY = 2, 12
HELD = 0.25  # of the texts by which the corpus is larger; names, ids and hashes come to a few hundredths
# Those that gather records of a megabyte are asked once they are beyond it.
GATHERING = dict.fromkeys(("feed", "label-studio", "parquet", "table"), (60, 80))
NEEDS = {"spacy": "spacy", "uima": "cassis", "uima-json": "cassis", "parquet": "pyarrow"}
ONE_FILE_ONE_TEXT = {"cat", "gate", "pubannotation"}  # these read file by file, as `timeml` does
ELSEWHERE = {"bioc"}  # test_a_bioc_collection_in_json_is_read_document_by_document


def text_of(number):
    return f"{number:04} {PASSAGE}"


def bundles(count):
    for n in range(count):
        found = Annotations((Mention(f"m{n}", f"{n}", "w", Layer.ENTITY, "X", (Span(0, 4),)),))
        yield Bundle(Article(f"{n}", text_of(n), origin=f"{n}.txt"), WHO, State.DONE, found)


@contextmanager
def traced():
    """Trace what is allocated from here; what was there before, rubbish or not, is looked at by no collection."""
    gc.freeze()
    tracemalloc.start()
    try:
        yield
    finally:
        tracemalloc.stop()
        gc.unfreeze()


def weighed(items, seen):
    """Yield items; note after each how many bytes are held by whoever takes or gives them."""
    for item in items:
        yield item
        del item
        gc.collect()
        seen.append(tracemalloc.get_traced_memory()[0])


def held_writing(write, count):
    """Return the bytes held at most between two of so many bundles."""
    seen = []
    with traced():
        write(weighed(bundles(count), seen))
    assert len(seen) == count
    return max(seen)


def held_reading(read, count):
    """Return the bytes held at most between two of so many bundles."""
    seen = []
    with traced():
        for bundle in weighed(read(), seen):
            assert len(bundle.article.text) >= len(PASSAGE) - 1
            del bundle
    assert len(seen) == count
    return max(seen)


def share_held(held, few, many):
    """Return how much of the texts that `many` articles have more than `few` is held; the first time is not counted.

    What is beyond the bound is weighed twice more, and the median counts: once in a suite of thousands of tests
    something else that runs leaves its own allocations between two of these, where whoever holds the texts does so
    each time.
    """
    held(few)

    def share():
        return (held(many) - held(few)) / ((many - few) * len(PASSAGE))

    first = share()
    return first if first < HELD else sorted([first, share(), share()])[1]


def target(folder, made, count):
    return folder / (f"{count}" if made.folder else f"{count}{made.suffixes[0]}")


@pytest.mark.parametrize("name", sorted(n for n, f in all_formats().items() if f.can_export))
def test_memory_does_not_grow_with_the_corpus(tmp_path, name):
    if name in NEEDS:
        pytest.importorskip(NEEDS[name])
    made, turns = format_named(name), iter(range(9))
    few, many = GATHERING.get(name, (FEW, MANY))

    def writing(count):
        folder = tmp_path / f"{next(turns)}"
        folder.mkdir()
        return held_writing(lambda items: made.write(target(folder, made, count), Frame(), items), count)

    assert share_held(writing, few, many) < HELD
    if made.can_import:
        for count in (few, many):
            made.write(target(tmp_path, made, f"of {count}"), Frame(), bundles(count))
        reading = lambda count: held_reading(lambda: made.read(target(tmp_path, made, f"of {count}")), count)  # noqa: E731
        assert share_held(reading, few, many) < HELD


def _lines(path, record):
    def write(count):
        path.write_text("".join(f"{json.dumps(record(text_of(n)))}\n" for n in range(count)))

    return path, write


def _table(folder):
    def write(count):
        with path.open("w", newline="") as file:
            csv.writer(file).writerows([["title", "text"], *([f"{n}", text_of(n)] for n in range(count))])

    path = folder / "x.csv"
    return path, write


def _feed(folder):
    def write(count):
        items = "".join(f"<item><title>{n}</title><description>{text_of(n)}</description></item>" for n in range(count))
        path.write_text(f'<rss version="2.0"><channel><title>x</title>{items}</channel></rss>')

    path = folder / "x.rss"
    return path, write


def _paragraph(text):
    tokens = [{"orth": word, "ner": "O"} for word in text.split()]
    return {"raw": text, "sentences": [{"tokens": tokens}]}


SOURCES = {
    "feed": _feed,
    "records": lambda folder: _lines(folder / "x.jsonl", lambda text: {"title": "x", "body": text}),
    "spacy-json": lambda folder: _lines(folder / "x.jsonl", lambda text: {"paragraphs": [_paragraph(text)]}),
    "spacy-tuples": lambda folder: _lines(folder / "x.jsonl", lambda text: [text, {"entities": [[0, 4, "X"]]}]),
    "table": _table,
}


@pytest.mark.parametrize("name", SOURCES)
def test_memory_does_not_grow_with_what_is_only_read(tmp_path, name):
    path, write = SOURCES[name](tmp_path)

    def reading(count):
        write(count)
        return held_reading(lambda: format_named(name).read(path), count)

    assert share_held(reading, *GATHERING.get(name, (FEW, MANY))) < HELD


def test_every_importer_is_asked():
    both = {n for n, f in all_formats().items() if f.can_export}
    assert {
        n for n, f in all_formats().items() if f.can_import
    } - both == SOURCES.keys() | ONE_FILE_ONE_TEXT | ELSEWHERE


def test_whoever_holds_all_is_found():
    """Else the bound would say nothing: a writer and readers that hold the corpus, before or as they go."""
    assert share_held(lambda count: held_writing(list, count), FEW, MANY) > 4 * HELD

    def beforehand():
        yield from list(bundles(MANY if last[-1] == MANY else FEW))

    def as_it_goes():
        kept = []
        for bundle in bundles(last[-1]):
            kept.append(bundle)
            yield bundle

    last = []
    for reader in (beforehand, as_it_goes):

        def reading(count, reader=reader):
            last.append(count)
            return held_reading(reader, count)

        assert share_held(reading, FEW, MANY) > 4 * HELD

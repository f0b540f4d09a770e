"""Formats of one file for many articles hold one article at a time; so do those of a file each."""

import tracemalloc

import pytest

from dateline.exchange.formats import format_named
from dateline.model.annotation import Annotations, Annotator, Layer, Mention
from dateline.model.article import Article, State
from dateline.model.bundle import Bundle, Frame
from dateline.model.text import Span

WHO = Annotator("w", "Ada")


def bundles(count):
    for n in range(count):
        found = Annotations((Mention(f"m{n}", f"{n}", "w", Layer.ENTITY, "X", (Span(0, 4),)),))
        yield Bundle(Article(f"{n}", f"word {n} " * 100, origin=f"{n}.txt"), WHO, State.DONE, found)


def peak(work):
    tracemalloc.start()
    try:
        work()
        return tracemalloc.get_traced_memory()[1]
    finally:
        tracemalloc.stop()


@pytest.mark.parametrize(
    ("name", "target"),
    [
        *(("brat", "brat"), ("conll", "x.conll"), ("conllu", "x.conllu"), ("doccano", "x.jsonl")),
        *(("huggingface", "x.jsonl"), ("label-studio", "x.json"), ("oneie", "x.jsonl"), ("prodigy", "x.jsonl")),
        *(("timeml", "tml"), ("webanno", "tsv")),
    ],
)
def test_memory_does_not_grow_with_the_corpus(tmp_path, name, target):
    """Eight times the articles take no more than a little more: names, ids and the hashes of texts."""
    made = format_named(name)
    peaks = []
    for count in (3, 24):
        path = tmp_path / f"{count}{target}"
        peaks.append(
            (
                peak(lambda p=path, c=count: made.write(p, Frame(), bundles(c))),
                peak(lambda p=path: sum(1 for _ in made.read(p))),
            )
        )
    for few, many in zip(*peaks, strict=True):
        assert many < few * 1.5 + 100_000

"""Whatever comes together in one import, the preview tells what it brings, and leaves the project alone."""

import json
from pathlib import Path

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from dateline.editing.importing import import_sources
from dateline.editing.preview import preview_sources
from dateline.exchange.options import Nearly, ReadOptions
from dateline.model.schema import Schema
from dateline.store.project import Project
from tests.editing.test_once_more import counts

WORDS = "Ada Bo met the ministers in Ankara and left for Oslo again"
TEXTS = (
    f"{WORDS}.",
    f"{WORDS} .",  # what tokens make of it
    f"{WORDS}, all {WORDS.lower()} as they said before they came back from Riga on the late ferry.",
    f"{WORDS}, all {WORDS.lower()} as they said before they came back from Riga on the last ferry, tired.",
    f"{WORDS}, all {WORDS.lower()} as they said when they came back from Riga on the last ferry, tired.",
)


def _dateline(texts: list[int], who: str, number: int) -> str:
    lines: list[dict[str, object]] = [{"record": "project", "format": "dateline", "version": 1, "annotators": []}]
    for at, text in enumerate(texts):
        words = TEXTS[text]
        begin = words.index("Ankara")
        spans = [{"id": f"{number}-{at}", "label": "GPE", "start": begin, "end": begin + 6}]
        annotator = {"id": who, "name": who, "kind": "person"}
        facts = {
            "id": f"a{text}-{texts[:at].count(text)}",
            "title": f"Report {text}",
            "text": words,
            "annotator": annotator,
            "state": "done",
        }
        lines.append({"record": "article", **facts, "entities": spans})
    return "".join(json.dumps(line) + "\n" for line in lines)


def _doccano(texts: list[int], _who: str, _number: int) -> str:
    return "".join(json.dumps({"text": TEXTS[t], "label": [[0, 6, "PERSON"]]}) + "\n" for t in texts)


def _conll(texts: list[int], _who: str, _number: int) -> str:
    tokens = (TEXTS[t].replace(".", " .").replace(",", " ,").split() for t in texts)
    return "\n".join("".join(f"{w} {'B-GPE' if w == 'Oslo' else 'O'}\n" for w in words) for words in tokens)


def _text(texts: list[int], _who: str, _number: int) -> str:
    return TEXTS[texts[0]]


MADE = {".dateline.jsonl": _dateline, ".jsonl": _doccano, ".conll": _conll, ".txt": _text}
SOURCE = st.tuples(
    st.sampled_from(sorted(MADE)),
    st.lists(st.integers(0, len(TEXTS) - 1), min_size=1, max_size=3),
    st.sampled_from(["ada", "bo"]),
)


def _written(folder: Path, sources: list[tuple[str, list[int], str]]) -> list[Path]:
    paths = []
    for number, (suffix, texts, who) in enumerate(sources):
        path = folder / f"{who}{number if number % 3 else ''}{suffix}"
        path.write_text(MADE[suffix](texts, who, number), encoding="utf-8")
        paths.append(path)
    return list(dict.fromkeys(paths))


@settings(max_examples=60, suppress_health_check=[HealthCheck.too_slow])
@given(
    before=st.lists(SOURCE, max_size=2),
    sources=st.lists(SOURCE, min_size=1, max_size=4),
    nearly=st.sampled_from(Nearly),
    twice=st.booleans(),
)
def test_the_preview_counts_what_the_import_brings(tmp_path_factory, before, sources, nearly, twice):
    folder = tmp_path_factory.mktemp("p")
    options = ReadOptions(nearly=nearly)
    with Project.create(folder / "p.dateline", Schema()) as project:
        for path in _written(folder, before):
            import_sources(project, [path], options, add_labels=True)
        paths = _written(folder, sources)
        paths += paths[:1] if twice else []
        here, steps = counts(project), project.steps()
        found = preview_sources(project, paths, options)
        assert (counts(project), project.steps()) == (here, steps)
        report = import_sources(project, paths, options, add_labels=True)
        told = found.articles, found.known_articles, found.new_annotations, found.states, found.adds
        came = report.articles, report.known_articles, report.annotations, report.states, report.records
        assert told == came
        assert sorted(found.new_annotators) == sorted(report.newcomers)
        assert found.articles == counts(project)["articles"] - here["articles"]
        assert found.nothing_new == (not report.changes)
        again = preview_sources(project, paths, options)
        tokens = any(suffix == ".conll" for suffix, *_ in (*before, *sources))  # these go first to the text they make
        if not tokens and nearly is not Nearly.REVISE:  # what a newer version took is no more on the older one
            assert (again.adds, again.states) == (0, 0)

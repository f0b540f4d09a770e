"""Versions of one article, imported one after the other and then once more."""

import json
from collections.abc import Sequence
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dateline.editing.importing import import_sources
from dateline.editing.preview import preview_sources
from dateline.exchange.options import Nearly, ReadOptions
from dateline.model.schema import Schema
from dateline.store.project import Project
from tests.store.dump import content

WORDS = [f"word{n}" for n in range(40)]
REVISE = ReadOptions(nearly=Nearly.REVISE)
Version = tuple[str, list[str], list[str], str]  # a text, its words that are tagged, that are negatives, and a note


def page_of(version: Version, name: str) -> dict[str, object]:
    """Return a version with its annotations as a record of Spans or doccano JSON-lines, there each word to the next."""
    text, tagged, negative, note = version
    places = [(text.index(w), text.index(w) + len(w)) for w in (*tagged, *negative)]
    if name == "doccano":
        entities = [
            {"id": n, "label": "A", "start_offset": b, "end_offset": e}
            for n, (b, e) in enumerate(places[: len(tagged)])
        ]
        pairs = [{"id": n, "from_id": n, "to_id": n + 1, "type": "R"} for n in range(len(tagged) - 1)]
        return {"text": text, "entities": entities, "relations": pairs, "Comments": [note] if note else []}
    return {
        "text": text,
        "spans": [{"start": b, "end": e, "label": "A"} for b, e in places[: len(tagged)]],
        "meta": {"annotator": "ada", "negatives": places[len(tagged) :]},
    }


def imported(folder: Path, versions: Sequence[Version], name: str, order: Sequence[int]) -> tuple[bool, bool]:
    """Import versions, each as the newest, then all in some order; say whether preview and import do nothing."""
    with Project.create(folder / "p.dateline", Schema()) as project:
        paths = []
        for n, version in enumerate(versions):
            paths.append(folder / f"v{n}" / "work.jsonl")
            paths[-1].parent.mkdir()
            paths[-1].write_text(json.dumps(page_of(version, name)) + "\n", encoding="utf-8")
            import_sources(project, paths[-1:], REVISE, name, add_labels=True)
        was = content(project)
        again = [paths[n] for n in order]
        found = preview_sources(project, again, REVISE, name)
        import_sources(project, again, REVISE, name)
        return found.nothing_new, content(project) == was


@st.composite
def chains(draw: st.DrawFn) -> list[Version]:
    """Return two to four versions of a text: in each some words of the one before are other ones, or again the old."""
    words, versions = list(WORDS), []
    for n in range(draw(st.integers(2, 4))):
        for at in draw(st.sets(st.integers(0, 39), min_size=1, max_size=5)) if n else ():
            words[at] = draw(st.sampled_from([WORDS[at], f"other{n}x{at}", ""]))
        there = [w for w in words if w]
        picked = draw(st.lists(st.sampled_from(there), max_size=6, unique=True))
        half = draw(st.integers(0, len(picked)))
        versions.append((" ".join(there), picked[:half], picked[half:], draw(st.sampled_from(["", "Look again."]))))
    return versions


@pytest.mark.parametrize("name", ["spans", "doccano"])
@given(chains(), st.randoms(use_true_random=False))
@settings(max_examples=15, deadline=None)
def test_versions_that_come_once_more_bring_nothing(name: str, versions: list[Version], random: Random) -> None:
    order = list(range(len(versions)))
    random.shuffle(order)
    with TemporaryDirectory() as folder:
        assert imported(Path(folder), versions, name, order) == (True, True)


def test_what_stayed_on_a_version_in_between_stays_there(tmp_path: Path) -> None:
    """A word tagged in the first version that the second has and the third has not."""
    first = " ".join(WORDS)
    second = first.replace("word9", "other9")
    versions = [(first, ["word20"], [], ""), (second, [], [], ""), (second.replace("word20", "other20"), [], [], "")]
    assert imported(tmp_path, versions, "spans", [0, 1, 2]) == (True, True)


@pytest.mark.parametrize(
    ("words", "at", "told"),
    [
        ("word9", 0, []),
        ("word20", 1, ["1 joins a version between the two"]),
        ("word30", 2, ["1 of its annotations stand in the newer version, too, and join that"]),
    ],
)
def test_what_comes_late_goes_as_far_as_it_would_have_gone_in_time(
    tmp_path: Path, words: str, at: int, told: list[str]
) -> None:
    first = " ".join(WORDS)
    second = first.replace("word9", "other9")
    texts = [first, second, second.replace("word20", "other20")]
    with Project.create(tmp_path / "p.dateline", Schema()) as project:
        for n, text in enumerate([*texts, first]):
            path = tmp_path / f"{n}.jsonl"
            version = (text, [words] if n == len(texts) else [], [], "")
            path.write_text(json.dumps(page_of(version, "spans")) + "\n", encoding="utf-8")
            found = preview_sources(project, [path], REVISE, "spans")
            report = import_sources(project, [path], REVISE, "spans", add_labels=True)
        assert found.new_annotations == report.annotations == 1
        (who,) = project.annotations.annotators()
        held = {
            a.text: [m.text_of(a.text) for m in project.annotations.mentions(a.id, who.id)]
            for a in project.articles.all()
        }
        assert held == {text: [words] if n == at else [] for n, text in enumerate(texts)}
        print([n.what for n in report.notices])


@pytest.mark.parametrize(
    ("name", "version"),
    [("doccano", (" ".join(WORDS), [], [], "Look again.")), ("spans", (" ".join(WORDS), [], ["word3"], ""))],
)
def test_what_is_of_no_mention_goes_on_to_the_newer_version(tmp_path: Path, name: str, version: Version) -> None:
    """A note or a verified negative alone, of an older version, in a delivery of its own."""
    newer = " ".join(["other", *WORDS[1:]])
    with Project.create(tmp_path / "p.dateline", Schema()) as project:
        for text, tagged in ((version[0], []), (newer, ["word7"])):
            (tmp_path / "work.jsonl").write_text(
                json.dumps(page_of((text, tagged, [], ""), name) | {"annotator": "ada"})
            )
            import_sources(project, [tmp_path / "work.jsonl"], REVISE, name, add_labels=True)
        (tmp_path / "work.jsonl").write_text(json.dumps(page_of(version, name) | {"annotator": "ada"}))
        import_sources(project, [tmp_path / "work.jsonl"], ReadOptions(), name)
        pages = {b.article.text: b.annotations for b in project.annotations.bundles() if b.annotator}
        assert len(pages[newer].comments) + len(pages[newer].regions) == 1
        assert project.integrity() == []

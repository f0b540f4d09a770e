"""How far an import is: once from nothing to all, in words that say what is done, and it stops wherever it is."""

import json
import zipfile
from itertools import pairwise

import pytest

from dateline.editing.importing import import_sources
from dateline.editing.preview import preview_sources
from dateline.exchange.options import ReadOptions
from dateline.model.annotation import Layer
from dateline.model.ids import new_id
from dateline.model.progress import Cancelled
from dateline.model.schema import Attribute, LabelType, Schema
from dateline.store.project import Project

SCHEMA = Schema(
    types=(
        LabelType(
            new_id(), Layer.EVENT, "MEET", attributes=(Attribute("polarity", ("positive", "negative"), "positive"),)
        ),
        LabelType(new_id(), Layer.ENTITY, "PERSON"),
    )
)


class Watched:
    """Remembers shares (None where unknown) and words; stops at the report of a number."""

    def __init__(self, stop=None):
        self.shares, self.words, self._stop = [], [], stop

    def step(self, done, total, what):
        if len(self.words) == self._stop:
            raise Cancelled
        self.shares.append(done / total if total else None)
        self.words.append(str(what))


def texts(tmp_path, name="texts.zip", count=40):
    with zipfile.ZipFile(tmp_path / name, "w") as made:
        for n in range(count):
            made.writestr(f"{n}.txt", f"{name}: number {n}.")
    return tmp_path / name


def folder(tmp_path):
    (tmp_path / "folder" / "below").mkdir(parents=True)
    for n in range(20):
        (tmp_path / "folder" / "below" / f"{n}.txt").write_text(f"The number {n} of the folder.")
    return tmp_path / "folder"


def doccano(tmp_path, label="PER"):
    """A file whose texts have emoji, so that it is looked through first for what offsets count."""
    lines = [{"text": f"Ada met Bo, {n} \N{GRINNING FACE}", "label": [[0, 3, label]]} for n in range(30)]
    path = tmp_path / "all.jsonl"
    path.write_text("".join(f"{json.dumps(line)}\n" for line in lines))
    return path


def brat(tmp_path):
    """Two articles, the second of which shows that an attribute is not what it was taken for in the first."""
    (tmp_path / "brat").mkdir()
    for n, value in enumerate(["", " perhaps"]):
        (tmp_path / "brat" / f"{n}.txt").write_text(f"Ada met {n}")
        lines = ["T1\tMEET 4 7\tmet", "E1\tMEET:T1", f"A1\tNegated E1{value}"]
        (tmp_path / "brat" / f"{n}.ann").write_text("".join(f"{line}\n" for line in lines))
    return tmp_path / "brat"


SOURCES = {
    "zip": lambda path: [texts(path)],
    "folder": lambda path: [folder(path)],
    "several": lambda path: [texts(path, "a.zip"), doccano(path, "PERSON"), brat(path), texts(path, "b.zip", 4)],
    "doccano": lambda path: [doccano(path)],
    "brat": lambda path: [brat(path)],
}
WORK = {
    "import": lambda *args: import_sources(*args, add_labels=True),
    "preview": preview_sources,
    "with proposals": lambda *args: preview_sources(*args, propose=True),
}


@pytest.fixture
def project(tmp_path):
    with Project.create(tmp_path / "p.dateline", SCHEMA) as made:
        yield made


def options(watched):
    return ReadOptions(progress=watched, extra={})


@pytest.mark.parametrize("work", WORK)
@pytest.mark.parametrize("sources", SOURCES)
def test_it_runs_once_from_nothing_to_all(tmp_path, project, work, sources):
    watched = Watched()
    WORK[work](project, SOURCES[sources](tmp_path), options(watched))
    known = [share for share in watched.shares if share is not None]
    assert known == sorted(known)
    assert known[0] == 0
    assert 0.97 <= known[-1] <= 1
    if sources != "doccano":  # which is read in one piece
        assert max(later - earlier for earlier, later in pairwise(known)) < 0.6


@pytest.mark.parametrize(("work", "last"), [
    ("import", "Writing what was read into the project"), ("preview", "Counting what would come"),
])  # fmt: skip
def test_words_say_what_is_done(tmp_path, project, work, last):
    watched = Watched()
    WORK[work](project, [texts(tmp_path), folder(tmp_path)], options(watched))
    words = [word for word in watched.words if word != "Making a copy of the project to try it on"]
    stages = list(dict.fromkeys(word.split(" ")[0] for word in words))
    assert stages == ["Looking", "Reading", last.split(" ")[0]]
    assert {"Looking what texts.zip is", "Looking what folder is", "Reading 7.txt", "Reading below/9.txt"} < {*words}
    assert words[-1] == last


def test_a_source_has_its_part_by_its_size(tmp_path, project):
    watched = Watched()
    import_sources(project, [doccano(tmp_path, "PERSON"), texts(tmp_path, "b.zip", 4)], options(watched))
    (first,) = {share for share, word in zip(watched.shares, watched.words, strict=True) if word == "Reading b.zip"}
    sizes = [(tmp_path / name).stat().st_size for name in ("all.jsonl", "b.zip")]
    assert first == pytest.approx(0.03 + 0.94 * sizes[0] / sum(sizes), abs=0.01)


@pytest.mark.parametrize("work", WORK)
@pytest.mark.parametrize("sources", ["zip", "folder", "several"])
def test_it_stops_at_every_report_with_nothing_half_done(tmp_path, project, work, sources):
    paths = SOURCES[sources](tmp_path)
    reports = _reports(tmp_path, paths, work)
    before = len(project.steps())
    for stop in (*range(0, reports, 7), reports - 1):
        with pytest.raises(Cancelled):
            WORK[work](project, paths, options(Watched(stop)))
        assert (project.articles.count(), len(project.steps()), len(project.schema().types)) == (0, before, 2)
    WORK[work](project, paths, options(Watched()))
    assert project.integrity() == []


def _reports(tmp_path, paths, work):
    watched = Watched()
    with Project.create(tmp_path / "q.dateline", SCHEMA) as other:
        WORK[work](other, paths, options(watched))
    return len(watched.words)

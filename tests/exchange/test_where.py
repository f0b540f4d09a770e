"""Of a folder or an archive what is told names the file in it, with the line there."""

import json
from pathlib import Path
from zipfile import ZipFile

import pytest

from dateline.exchange.formats import format_named, own_formats
from dateline.exchange.options import ReadOptions
from dateline.exchange.problems import Problem
from dateline.model.annotation import Annotations, Annotator, AnnotatorKind, Layer, Mention
from dateline.model.article import Article, State
from dateline.model.bundle import Bundle, Frame
from dateline.model.text import Span
from tests.exchange.test_imports_only import BIOC, CAT, GATE, PUBANNOTATION

BIOC_FILE = BIOC.format(cafe=4, second=10, bob=18)
LINE = json.dumps({"text": "Ada met Bo.", "label": [[0, 3, "PER"]], "odd": [1]})
FILES = {
    "doccano": {"ada.jsonl": LINE, "bo.jsonl": f"{LINE}\n{LINE.replace('PER', 'ORG').replace('odd', 'even')}"},
    "brat": {f"{n}{s}": c for n in "ab" for s, c in ((".txt", "Ada met Bo."), (".ann", f"T1\tPER{n} 0 3\tAda\n"))},
    "pubannotation": {"a.json": json.dumps(PUBANNOTATION), "b.json": json.dumps(PUBANNOTATION)},
    "bioc": {"a.xml": BIOC_FILE, "b.xml": BIOC_FILE.replace("Place", "Town")},
    "gate": {"a.xml": GATE, "b.xml": GATE.replace("TalkEvent", "WalkEvent")},
    "cat": {"a.xml": CAT, "b.xml": CAT.replace("ACTION_OCCURRENCE", "OCCURRENCE")},
}
FOLDERS = sorted(f.name for f in own_formats().values() if f.folder and f.can_import and f.annotated)
NEEDS = {"uima": "cassis", "uima-json": "cassis"}


def _told(source: Path, name: str) -> list[Problem]:
    reader = format_named(name).read(source, ReadOptions(skip_bad=True, labels={}))
    list(reader)
    return [*reader.problems, *reader.notices]


def _packed(folder: Path) -> Path:
    archive = folder.with_suffix(".zip")
    with ZipFile(archive, "w") as packed:
        for path in sorted(p for p in folder.rglob("*") if p.is_file()):
            packed.write(path, path.relative_to(folder))
    return archive


def _require_members(told: list[Problem], members: set[str]) -> None:
    assert told
    for problem in told:
        assert any(problem.file.endswith(member) for member in members), str(problem)


@pytest.mark.parametrize("name", FILES)
@pytest.mark.parametrize("packed", [False, True])
def test_what_is_told_names_the_file_within(tmp_path: Path, name: str, packed: bool) -> None:
    if name == "doccano" and not packed:
        pytest.skip("a folder of files of doccano's is none of its sources")
    (folder := tmp_path / "in").mkdir()
    for file, content in FILES[name].items():
        (folder / file).write_text(content, encoding="utf-8")
    told = _told(_packed(folder) if packed else folder, name)
    _require_members(told, set(FILES[name]))
    assert len({problem.file for problem in told}) > 1


@pytest.mark.parametrize("name", FOLDERS)
@pytest.mark.parametrize("packed", [False, True])
def test_what_is_told_of_an_export_names_the_file_within(tmp_path: Path, name: str, packed: bool) -> None:
    pytest.importorskip(NEEDS.get(name, "json"))
    who = Annotator("w", "gold", AnnotatorKind.PERSON)
    pages = []
    for n, label in enumerate(("DATE", "TIME")):
        mention = Mention(f"m{n}", f"a{n}", who.id, Layer.TIME, label, (Span(0, 5),))
        pages.append(Bundle(Article(f"a{n}", f"Today {n}"), who, State.DONE, Annotations((mention,))))
    folder = tmp_path / "in"
    format_named(name).write(folder, Frame(None, (who,)), pages)
    members = {p.name for p in folder.iterdir()}
    told = _told(_packed(folder) if packed else folder, name)
    _require_members([p for p in told if p.line or p.field], members)

"""An archive inside a folder or an archive is not opened, and that is said, whatever the format is."""

import json
import zipfile

import pytest

from dateline.exchange.formats import open_sources
from dateline.exchange.options import ReadOptions
from dateline.exchange.problems import BadInput

WORD = "\t".join(["_"] * 8)
FILES = {
    "text": {"a.txt": "Ada left."},
    "brat": {"a.txt": "Ada left.", "a.ann": "T1\tPER 0 3\tAda\n"},
    "conllu": {"a.conllu": f"1\tAda\t{WORD}\n\n"},
    "timeml": {"a.tml": "<TimeML><TEXT>Ada left.</TEXT></TimeML>"},
    "doccano": {"ada.jsonl": json.dumps({"id": 1, "text": "Ada left.", "label": [[0, 3, "PER"]]})},
}


def sources(tmp_path, files):
    """Return a folder and an archive with the same files."""
    folder = tmp_path / "in"
    for name, content in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(content)
    with zipfile.ZipFile(tmp_path / "in.zip", "w") as archive:
        for name in files:
            archive.write(folder / name, name)
    return folder, tmp_path / "in.zip"


def told(source, name=""):
    (reader,) = open_sources([source], ReadOptions(skip_bad=True), name)
    try:
        articles = len(list(reader))
    except BadInput as error:
        return 0, [*error.problems, *reader.notices]
    return articles, [*reader.problems, *reader.notices]


@pytest.mark.parametrize(
    ("name", "packed"),
    [(name, packed) for name in FILES for packed in (False, True) if packed or name != "doccano"],
)
@pytest.mark.parametrize(
    ("inner", "what"),
    [
        (["more/x.zip"], "holds an archive that was passed over, and may hold articles or annotations: more/x.zip"),
        (
            ["1.ZIP", "2.tar.gz", "3.7z"],
            "holds 3 archives that were passed over, and may hold articles or annotations: 1.ZIP, 2.tar.gz, 3.7z",
        ),
    ],
)
def test_an_archive_beside_what_is_read_is_told(tmp_path, name, packed, inner, what):
    source = sources(tmp_path, FILES[name] | dict.fromkeys(inner, "PK"))[packed]
    articles, problems = told(source, name)
    (found,) = [p for p in problems if "archive" in p.what]
    assert articles == 1
    assert (found.file, found.what, found.notice) == (source.name, what, True)
    assert str(found.what_to_do).startswith("Unpack ")


def test_no_archive_is_called_a_file_that_is_no_text_too(tmp_path):
    folder, _ = sources(tmp_path, {"a.txt": "Ada left.", "x.zip": "PK", "y.dat": "?"})
    _, problems = told(folder)
    assert sorted(p.what for p in problems) == [
        "holds a file that is no text and was passed over: y.dat",
        "holds an archive that was passed over, and may hold articles or annotations: x.zip",
    ]


def test_a_folder_with_nothing_but_archives_names_them(tmp_path):
    folder, packed = sources(tmp_path, {"x.zip": "PK", "y.zip": "PK"})
    _, problems = told(folder)
    assert [p.what for p in problems] == [
        "holds no .txt or .html file",
        "holds 2 archives that were passed over, and may hold articles or annotations: x.zip, y.zip",
    ]
    _, problems = told(packed)
    assert [str(p) for p in problems] == [
        "in.zip: is a zip archive that holds nothing of a format known here. Unpack it, and import what is in it"
    ]

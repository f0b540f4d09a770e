"""Files that are called .txt and hold another format are told by their content; a text is never taken for one."""

import zipfile

import pytest

from dateline.exchange.formats import all_formats, open_sources, recognised
from dateline.exchange.options import ReadOptions
from dateline.exchange.problems import BadInput

CONLL = "EU NNP B-NP B-ORG\nrejects VBZ B-VP O\nGerman JJ B-NP B-MISC\ncall NN I-NP O\n. . O O\n"
CONLLU = (
    "# text = He left\n1\tHe\the\tPRON\t_\t_\t2\tnsubj\t_\tname=O\n2\tleft\tleave\tVERB\t_\t_\t0\troot\t_\tname=O\n"
)
OTHERS = {
    "conll": f"-DOCSTART- -X- -X- O\n\n{CONLL}",
    "conllu": CONLLU,
    "label_studio": '[{"id": 1, "data": {"text": "Ada left."}, "annotations": []}]',
    "prodigy": '{"text": "Ada left.", "_input_hash": 1, "_task_hash": 2, "spans": []}\n',
    "records": '{"text": "Ada left.", "title": "On Ada"}\n{"text": "Bob left."}\n',
    "timeml": '<?xml version="1.0" ?>\n<TimeML>\n<DOCID>a</DOCID>\n<TEXT>Ada left.</TEXT>\n</TimeML>\n',
    "webanno": "#FORMAT=WebAnno TSV 3.3\n\n\n#Text=Ada left.\n1-1\t0-3\tAda\t\n1-2\t4-8\tleft\t\n",
}
TEXTS = [
    "Ada left.",
    "Plan O",
    "{Ada} left.",
    "[Update] Ada left.",
    '{"Ada left", he said.',
    "[1, 2, 3] are numbers.",
    '{"a": 1}',
    "<Ada> left.",
    "He wrote <TimeML> and <html> into it.",
    "# Ada left\n\nBob, too.",
    "#1 Ada\n#2 Bob",
    "1\tAda\t2\n2\tBob\t3",
    "Vitamin O\nVitamin B\n",
    "Ada\nBob\nCem\nDan\nEve\nFay\n",
    "name,age\nAda,3\n",
    "-DOCS- are no documents",
    "",
]
PAGE = (
    "<!-- saved -->\n<!DOCTYPE html><html><head><title>T</title></head><body><article><p>"
    + "Ada left for Ankara on Monday, she said. " * 9
    + "</p></article></body></html>"
)


def named(name):
    return next(f for f in all_formats().values() if f.name.replace("-", "_") == name)


@pytest.mark.parametrize("name", OTHERS)
@pytest.mark.parametrize("mark", ["", "\ufeff"])
def test_a_file_named_by_itself_is_recognised_by_what_it_holds(tmp_path, name, mark):
    path = tmp_path / "a.txt"
    path.write_text(mark + OTHERS[name], "utf-8")
    assert recognised(path).name.replace("-", "_") == name
    if not mark:
        assert list(open_sources([path], ReadOptions())[0]), "and read"


@pytest.mark.parametrize("name", OTHERS)
@pytest.mark.parametrize("packed", [False, True])
def test_among_texts_it_is_said_what_it_looks_like(tmp_path, name, packed):
    folder = tmp_path / "in"
    (folder / "x").mkdir(parents=True)
    (folder / "x" / "a.txt").write_text(OTHERS[name], "utf-8")
    (folder / "b.txt").write_text("Bob left.")
    if packed:
        with zipfile.ZipFile(folder := tmp_path / "in.zip", "w") as archive:
            for path in (tmp_path / "in").rglob("*.txt"):
                archive.write(path, path.relative_to(tmp_path / "in").as_posix())
    with pytest.raises(BadInput) as refused:
        list(open_sources([folder], ReadOptions())[0])
    assert [str(p) for p in refused.value.problems] == [
        f"x/a.txt: looks like {named(name).title}, and not like the text of an article. "
        "Import it by itself; if it is a text all the same, with --format text"
    ]
    (reader,) = open_sources([folder], ReadOptions(skip_bad=True))
    assert [b.article.text for b in reader] == ["Bob left."]
    (reader,) = open_sources([folder], ReadOptions(), "text")
    assert len(list(reader)) == 2, "a person has said that it is a text"


@pytest.mark.parametrize("text", [*TEXTS, CONLL.partition("call")[0]])
def test_a_text_stays_one(tmp_path, text):
    (tmp_path / "a.txt").write_text(text or " ")
    (tmp_path / "b.txt").write_text("Bob left.")
    got = [b.article.text for b in open_sources([tmp_path], ReadOptions(skip_bad=True))[0]]
    assert got == [*([text] if text else []), "Bob left."]


def test_a_page_that_is_called_a_text_is_one(tmp_path):
    (tmp_path / "a.txt").write_text(PAGE)
    for source in (tmp_path, tmp_path / "a.txt"):
        (got,) = open_sources([source], ReadOptions())[0]
        assert got.article.text.startswith("Ada left for Ankara")
        assert got.original is not None
    (got,) = open_sources([tmp_path], ReadOptions(), "text")[0]
    assert got.article.text == PAGE

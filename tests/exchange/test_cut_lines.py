"""A file of lines that ends where no sentence does may have been cut off, and says so."""

import pytest

from dateline.exchange.formats import format_named
from dateline.exchange.options import ReadOptions
from dateline.exchange.problems import BadInput

COMMENT, BLANK, LINE_END = "ends behind a comment", "ends without the blank line", "ends without a line end"
WORD = "\t".join(["_"] * 9)
CONLLU = (
    f"# newdoc id = a\n# text = Ann left\n1\tAnn{WORD[1:]}\n2\tleft{WORD[1:]}\n\n# sent_id = 2\n1\tYes{WORD[1:]}\n\n"
)
CONLL = "-DOCSTART- O\n\nAnn B-PER\nleft O\n\nYes O\n\n"
WEBANNO = (
    "#FORMAT=WebAnno TSV 3.3\n#T_SP=custom.Span|label\n\n\n"
    "#Text=Ann left\n1-1\t0-3\tAnn\tPER\t\n1-2\t4-8\tleft\t_\t\n\n#Text=Yes\n2-1\t9-12\tYes\t_\t\n"
)
SUFFIXES = {"conllu": ".conllu", "conll": ".conll", "webanno": ".tsv"}


def told(tmp_path, name, content):
    """Return what is said of how a file ends."""
    path = tmp_path / f"x{SUFFIXES[name]}"
    path.write_bytes(content.encode())
    reader = format_named(name).read(path, ReadOptions(skip_bad=True))
    try:
        list(reader)
        said = [*reader.notices, *reader.problems]
    except BadInput as error:
        said = error.problems
    return [p for p in said if "cut off" in p.what]


@pytest.mark.parametrize(("name", "whole"), [("conllu", CONLLU), ("conll", CONLL), ("webanno", WEBANNO)])
@pytest.mark.parametrize("line_end", ["\n", "\r\n"])
def test_a_whole_file_is_not_said_to_be_cut_off(tmp_path, name, whole, line_end):
    assert told(tmp_path, name, whole.replace("\n", line_end)) == []


@pytest.mark.parametrize(
    ("name", "content", "says"),
    [
        ("conllu", CONLLU[: CONLLU.index("sent_id") + 3], COMMENT),
        ("conllu", CONLLU[: CONLLU.index("1\tYes")], COMMENT),
        ("conllu", CONLLU[:-1], BLANK),
        ("conllu", CONLLU[:-2], LINE_END),
        ("conllu", CONLLU[: CONLLU.index("2\tleft")], BLANK),
        ("conllu", CONLLU[:-8], LINE_END),
        ("conll", CONLL[:-1], BLANK),
        ("conll", CONLL[:-2], LINE_END),
        ("conll", CONLL[: CONLL.index("left")], BLANK),
        ("webanno", WEBANNO[: WEBANNO.index("2-1")], COMMENT),
        ("webanno", WEBANNO[: WEBANNO.index("2-1") - 2], COMMENT),
        ("webanno", WEBANNO[:-1], LINE_END),
        ("webanno", WEBANNO[:-4], LINE_END),
    ],
)
def test_a_file_that_ends_where_no_sentence_does_is_told(tmp_path, name, content, says):
    (found,) = told(tmp_path, name, content)
    assert found.what.startswith(says)
    assert (found.notice, found.file) == (True, f"x{SUFFIXES[name]}")
    assert found.line == len(content.splitlines())


def test_tokens_that_are_nowhere_parted_by_blank_lines_need_none_at_the_end(tmp_path):
    """Some programs write one article so, and editors take blank lines off the end."""
    assert told(tmp_path, "conll", "Ann B-PER\nleft O\n") == []

"""What no export wrote is never said to be of one."""

import pytest

from dateline.exchange.earlier import targets
from dateline.exchange.options import WriteOptions
from dateline.model.article import State
from dateline.model.bundle import Bundle, Frame
from tests.exchange.test_earlier import BUNDLES, MINE, NOTED, SPANS, THREE, TWO, export, found


@pytest.mark.parametrize("described", [True, False])
@pytest.mark.parametrize("now", [None, TWO])
@pytest.mark.parametrize("before", [None, THREE])
def test_a_file_that_no_export_wrote_is_not_called_one_of_an_earlier_export(tmp_path, before, described, now):
    target = tmp_path / "mine.jsonl"
    if described:
        export(target, before)
    own = [path for path in (target, *targets(target, THREE).values()) if not path.exists()]
    for path in own:
        path.write_bytes(MINE)
    left = found(target, now)
    written = set(targets(target, now).values())
    assert not {part.path for part in left.parts} & set(own)
    assert left.alike == tuple(sorted(path for path in own if path not in {target, *written})), "they are named like it"


def test_what_an_export_wrote_without_anything_beside_is_known_as_long_as_it_is_as_it_was(tmp_path):
    target = tmp_path / "mine.jsonl"
    SPANS.write(target, Frame(), BUNDLES)
    assert [part.path for part in found(target, TWO).parts] == [target]
    target.write_bytes(MINE)
    assert found(target, TWO).parts == ()


def test_a_file_beside_that_no_export_wrote_is_of_no_other_export(tmp_path):
    titled = [Bundle(b.article, b.annotator, State.DONE, NOTED) for b in BUNDLES]
    assert SPANS.write(tmp_path / "other.jsonl", Frame(), titled, WriteOptions()).loss_file
    (tmp_path / "other.train.jsonl").write_bytes(MINE)
    assert found(tmp_path / "new.jsonl", TWO).others == ()

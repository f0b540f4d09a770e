"""Folders and archives are read alike; an archive that is out to harm is refused before anything is read."""

import io
import random
import struct
import zipfile
from contextlib import suppress

import pytest

from dateline.exchange.archive import natural, packed_tree, read_whole, tree_of
from dateline.exchange.checks import Fault
from dateline.exchange.jsonl import lines_of
from dateline.model.progress import Silent


def zipped(path, files):
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in files.items():
            archive.writestr(name, data)
    return path


FILES = {"b/report10.txt": b"ten", "b/report2.txt": b"two\nlines\n", "a.txt": b"", ".hidden": b"", "__MACOSX/x": b""}


def test_a_folder_and_its_archive_look_the_same(tmp_path):
    for name, data in FILES.items():
        (tmp_path / "f" / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / "f" / name).write_bytes(data)
    for source in (tmp_path / "f", zipped(tmp_path / "f.zip", FILES)):
        with tree_of(source) as tree:
            assert tree.names == ("a.txt", "b/report2.txt", "b/report10.txt")
            assert [tree.size(name) for name in tree.names] == [0, 10, 3]
            assert read_whole(tree, "b/report10.txt") == b"ten"
            file = tree.open("b/report2.txt")
            assert list(lines_of(file, 10, "x", Silent())) == [(1, b"two\n"), (2, b"lines\n")]
            file.close()
            with pytest.raises(Fault, match="larger than"):
                read_whole(tree, "b/report2.txt", most=5)


@pytest.mark.parametrize("name", ["../x.txt", "/etc/passwd", "a/../../x", "..\\x.txt", "C:/x.txt"])
def test_paths_out_of_the_archive_are_refused(tmp_path, name):
    with (
        pytest.raises(Fault, match="names a file outside itself"),
        tree_of(zipped(tmp_path / "x.zip", {name: b"x"})),
    ):
        pass


def test_a_bomb_is_refused_unread(tmp_path):
    zipped(tmp_path / "x.zip", {"x.txt": bytes(100 << 20)})
    with pytest.raises(Fault, match="far more than an archive of its size"), tree_of(tmp_path / "x.zip"):
        pass


def test_a_file_longer_than_it_says_is_cut_off(tmp_path):
    """A bomb that lies about its size gives no more than it promised."""
    data = bytearray(zipped(tmp_path / "x.zip", {"x.txt": bytes(1 << 20)}).read_bytes())
    at = data.rindex(b"PK\x01\x02") + 24
    data[at : at + 4] = struct.pack("<I", 100)
    (tmp_path / "x.zip").write_bytes(data)
    with tree_of(tmp_path / "x.zip") as tree:
        try:
            got = read_whole(tree, "x.txt")
        except Fault as fault:  # what zipfile does differs by version
            got = fault.what[:100].encode()
    assert len(got) <= 100


def test_encrypted_and_doubled_files_are_refused(tmp_path):
    data = bytearray(zipped(tmp_path / "x.zip", {"x.txt": b"x"}).read_bytes())
    data[data.rindex(b"PK\x01\x02") + 8] |= 1
    (tmp_path / "x.zip").write_bytes(data)
    with pytest.raises(Fault, match="encrypted"), tree_of(tmp_path / "x.zip"):
        pass
    with zipfile.ZipFile(tmp_path / "y.zip", "w") as archive:
        archive.writestr("x.txt", "1")
        with pytest.warns(UserWarning, match="Duplicate"):
            archive.writestr("x.txt", "2")
    with pytest.raises(Fault, match=r"two files called x\.txt"), tree_of(tmp_path / "y.zip"):
        pass


def test_mutated_archives_are_read_or_refused(tmp_path):
    whole = zipped(tmp_path / "x.zip", {"a.jsonl": b'{"text":"x"}\n' * 50, "b/c.txt": b"hello " * 99}).read_bytes()
    rng = random.Random(5)
    for _ in range(2000):
        data = bytearray(whole)
        for _ in range(rng.randint(1, 4)):
            at = rng.randrange(len(data))
            data[at : at + rng.choice([0, 1, 4])] = rng.randbytes(rng.choice([0, 1, 1, 4]))
        (tmp_path / "x.zip").write_bytes(data)
        with suppress(Fault), tree_of(tmp_path / "x.zip") as tree:
            for name in tree.names:
                list(lines_of(tree.open(name), tree.size(name), name, Silent()))


def test_numbers_sort_as_numbers():
    assert sorted(["r10", "r9", "R1", "a"], key=natural) == ["a", "R1", "r9", "r10"]


@pytest.mark.parametrize("kept", [30, 0.5, -30])
def test_an_archive_that_was_cut_off_is_said_to_be(tmp_path, kept):
    whole = zipped(tmp_path / "x.zip", {f"{n}.txt": bytes(range(256)) * 9 for n in range(9)}).read_bytes()
    (tmp_path / "x.zip").write_bytes(whole[: int(len(whole) * kept) if isinstance(kept, float) else kept])
    with pytest.raises(Fault, match="cut off or damaged") as told, tree_of(tmp_path / "x.zip"):
        pass
    assert "download it again" in told.value.what_to_do
    with pytest.raises(Fault, match="cut off or damaged"):
        packed_tree("x.zip", (tmp_path / "x.zip").read_bytes())


def _outer(inner):
    """Return an archive that holds another one as it is, as INCEpTION's projects and many downloads do."""
    outer = io.BytesIO()
    with zipfile.ZipFile(outer, "w", zipfile.ZIP_STORED) as archive:
        for name, data in {"a.txt": b"first " * 99, "inner.zip": inner, "b.txt": b"last " * 99}.items():
            archive.writestr(name, data)
    return outer.getvalue()


@pytest.mark.parametrize("files", [{"old.txt": b"older " * 50}, {}])
@pytest.mark.parametrize("kept", [0, 200, 400])
def test_what_an_archive_that_was_cut_off_holds_is_not_taken_for_it(tmp_path, files, kept):
    inner = zipped(tmp_path / "inner.zip", files).read_bytes()
    whole = _outer(inner)
    cut = whole[: whole.index(inner) + len(inner) + kept]
    assert zipfile.is_zipfile(io.BytesIO(cut)), "else it says nothing"
    (tmp_path / "x.zip").write_bytes(cut)
    with pytest.raises(Fault, match="cut off or damaged"), tree_of(tmp_path / "x.zip"):
        pass
    with pytest.raises(Fault, match="cut off or damaged"):
        packed_tree("x.zip", cut)
    assert packed_tree("x.zip", whole).names == ("a.txt", "b.txt", "inner.zip")


def test_an_archive_behind_something_else_is_read(tmp_path):
    """One that unpacks itself has a program in front."""
    (tmp_path / "x.zip").write_bytes(b"PK!program" * 9 + zipped(tmp_path / "y.zip", {"x.txt": b"x"}).read_bytes())
    with tree_of(tmp_path / "x.zip") as tree:
        assert read_whole(tree, "x.txt") == b"x"


def test_no_archive_at_all(tmp_path):
    (tmp_path / "x.zip").write_bytes(io.BytesIO(b"PK no").getvalue())
    with pytest.raises(Fault, match="not a zip archive"), tree_of(tmp_path / "x.zip"):
        pass

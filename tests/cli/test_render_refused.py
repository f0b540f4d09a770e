"""A picture that cannot be made is said in one line that names the file the person named."""

import os
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from dateline.cli import dateline
from dateline.editing.sample import preset
from dateline.model.article import Article
from dateline.store.project import Project


@pytest.fixture
def project(tmp_path: Path) -> Path:
    path = tmp_path / "long.dateline"
    with Project.create(path, preset("conll2003")) as made, made.step("Article") as step:
        step.put(Article("a", "Astana waits.\n" * 3000, "Long"))
        step.put(Article("b", "Astana waits.", "Short", position=1))
    return path


def render(*words: object) -> Result:
    return CliRunner().invoke(dateline, ["render", *map(str, words)])


def test_an_article_too_long_for_a_png(project: Path, tmp_path: Path, qapp: object) -> None:
    out = tmp_path / "long.png"
    result = render(project, "--article", "1", "-o", out)
    assert result.exit_code == 1
    assert isinstance(result.exception, SystemExit)
    assert "SVG" in result.stderr
    assert not [p for p in tmp_path.iterdir() if ".part" in p.name]
    assert not out.exists()


@pytest.mark.parametrize("ending", ["png", "svg", "html"])
@pytest.mark.parametrize("what", [("--timeline",), ("--article", "2")])
def test_a_folder_that_is_not_there(
    project: Path, tmp_path: Path, what: tuple[str, ...], ending: str, qapp: object
) -> None:
    out = tmp_path / "nowhere" / f"picture.{ending}"
    result = render(project, *what, "-o", out)
    assert result.exit_code == 1
    assert str(out) in result.stderr
    assert ".part" not in result.stderr


@pytest.mark.skipif(os.name == "nt", reason="links need a right there")
@pytest.mark.parametrize("ending", ["png", "svg", "html"])
def test_a_link_stays_one_and_its_file_is_replaced(project: Path, tmp_path: Path, ending: str, qapp: object) -> None:
    kept, link = tmp_path / "elsewhere" / f"picture.{ending}", tmp_path / f"link.{ending}"
    kept.parent.mkdir()
    kept.write_bytes(b"old")
    link.symlink_to(kept)
    assert render(project, "--article", "2", "-o", link).exit_code == 0
    assert link.is_symlink()
    assert kept.read_bytes() != b"old"
    assert [p.name for p in kept.parent.iterdir()] == [kept.name]


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="pipes are files of POSIX")
@pytest.mark.parametrize("ending", ["png", "html"])
def test_a_pipe_is_not_replaced(project: Path, tmp_path: Path, ending: str, qapp: object) -> None:
    out = tmp_path / f"pipe.{ending}"
    os.mkfifo(out)
    result = render(project, "--article", "2", "-o", out)
    assert result.exit_code == 1
    assert "a device or a pipe" in result.stderr
    assert out.is_fifo()

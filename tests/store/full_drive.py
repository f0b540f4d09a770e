"""`python -m tests.store.full_drive FOLDER`: what the store does on a drive of 1 MB that fills up."""

import shutil
import sys
from contextlib import suppress
from pathlib import Path

from dateline.store import errors
from dateline.store.project import Project
from tests.store.dump import content
from tests.store.world import SCHEMA, World, article


def _refused(how: object) -> bool:
    try:
        how()  # type: ignore[operator]
    except errors.DiskFull:
        return True
    return False


def _large(project: Project) -> None:
    with project.step("Large") as step:
        for _ in range(10):
            step.put(article("x y z " * 4_000))


def fills_while_open(drive: Path) -> None:
    """Steps fail when no room is left; undo and all that was there work on."""
    path = drive / "news.dateline"
    with Project.create(path, SCHEMA) as project:
        with project.step("Fill") as step:
            for record in World.make().records():
                step.put(record)
        before = content(project)
        assert any(_refused(lambda: _large(project)) for _ in range(20))
        count = project.articles.count()
        assert project.integrity() == []
        assert _refused(lambda: _large(project))
        assert project.articles.count() == count
    with Project.open(path) as project:
        while project.articles.count() > 1 and not _refused(project.undo):
            pass
        assert project.integrity() == []
        assert all(content(project)[table].items() >= rows.items() for table, rows in before.items())


def full_from_the_start(drive: Path) -> None:
    """Neither a new project nor a backup leaves anything behind; an old one opens once there is room."""
    path = drive / "other.dateline"
    with Project.create(path, SCHEMA) as project:
        before = content(project)
        (drive / "filler").write_bytes(bytes(shutil.disk_usage(drive).free))
        assert _refused(project.backup)
        assert not list(drive.glob("*.backup-*"))
    assert _refused(lambda: Project.create(drive / "new.dateline", SCHEMA))
    assert not list(drive.glob("new*"))
    with suppress(errors.DiskFull):
        Project.open(path).close()
    (drive / "filler").unlink()
    with Project.open(path) as project:
        assert content(project) == before


if __name__ == "__main__":
    folder = Path(sys.argv[1])
    fills_while_open(folder)
    for left in folder.iterdir():
        left.unlink()
    full_from_the_start(folder)
    print("all as it should be")

"""The sample project: made from the seeds into a file of one's own, where it can be edited freely."""

import os
import tomllib
from pathlib import Path

from platformdirs import user_data_path

from dateline import assets
from dateline.editing.importing import import_sources
from dateline.exchange.options import ReadOptions
from dateline.model.progress import Progress, Silent
from dateline.model.schema import Schema, schema_from_toml
from dateline.store.project import Project

_SILENT = Silent()


def data_folder() -> Path:
    """Return the folder for projects the program makes itself: DATELINE_DATA_DIR, or the user's own."""
    own = os.environ.get("DATELINE_DATA_DIR")
    return Path(own) if own else user_data_path("dateline", appauthor=False)


def sample_path() -> Path:
    """Return where this user's sample project lies, or will."""
    return data_folder() / "sample.dateline"


def preset(name: str) -> Schema:
    """Return one of the schemas that ship with the program."""
    path = assets.resources("schemas", f"{name}.toml")
    return schema_from_toml(tomllib.loads(path.read_text(encoding="utf-8")), name)


def make_sample(path: Path, progress: Progress = _SILENT) -> Path:
    """Make the sample project unless it is there, and return its path; a broken-off attempt leaves nothing.

    Raises ProjectError, BadInput, OSError and Cancelled.
    """
    if path.exists():
        return path
    path.parent.mkdir(parents=True, exist_ok=True)
    draft = path.with_name(f"{path.stem}.{os.getpid()}.draft.dateline")
    draft.unlink(missing_ok=True)
    try:
        with Project.create(draft, preset("diplomacy")) as project:
            import_sources(project, [assets.seeds("gold.jsonl")], ReadOptions(progress=progress), "dateline")
        draft.rename(path)
    finally:
        for left in draft.parent.glob(f"{draft.name}*"):
            left.unlink(missing_ok=True)
    return path

"""What the file of an export is called: proposed for a format, and kept in step with it."""

from pathlib import Path

from dateline.exchange.format import Format


def proposed(project: Path, chosen: Format) -> Path:
    """Return where an export of a project goes unless somebody says otherwise: beside it, named for the format."""
    suffix = _suffix(chosen)
    told = chosen.name == "dateline" or suffix == f".{chosen.name}"  # by its ending
    return project.with_name((project.stem if told else f"{project.stem}-{chosen.name}") + suffix)


def following(target: Path, former: Format, chosen: Format) -> Path:
    """Return a path whose name ended as files of the former format do with the ending of the one chosen now.

    A folder has no ending. One that the chosen format has, too, and one of the person's own, stays.
    """
    ending = target.suffix
    if ending.lower() not in (former.suffixes if not former.folder else ("",)):
        return target
    if not chosen.folder and ending.lower() in chosen.suffixes:
        return target
    return target.with_name(target.name.removesuffix(ending) + _suffix(chosen)) if target.name else target


def _suffix(chosen: Format) -> str:
    return "" if chosen.folder or not chosen.suffixes else chosen.suffixes[0]

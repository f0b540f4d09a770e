"""Options of an import that are said of one source alone: --option list.csv:column.text=Body."""

from collections.abc import Mapping, Sequence
from pathlib import Path

import click

from dateline.cli.shared import pairs
from dateline.model.wording import first_of

_OPTION = "--option"


def told_apart(
    given: Sequence[str], sources: Sequence[Path]
) -> tuple[dict[str, str], Mapping[Path, Mapping[str, str]]]:
    """Return what is said of all sources, and what of which alone.

    A source is named as on the command line, or by its file's name where only one is called so. Raises BadParameter
    for one that is not among the sources, and for what is no KEY=VALUE.
    """
    of_all: list[str] = []
    of_one: dict[Path, list[str]] = {}
    for said in given:
        source, pair = _divided(said, sources)
        (of_all if source is None else of_one.setdefault(source, [])).append(pair)
    return pairs(of_all, _OPTION), {source: pairs(said, _OPTION) for source, said in of_one.items()}


def _divided(said: str, sources: Sequence[Path]) -> tuple[Path | None, str]:
    """Return the source that is named before a colon, None for none, and what is said of it."""
    colons = [at for at, letter in enumerate(said) if letter == ":" and at]
    for at in reversed(colons):  # a name may have some itself
        name, pair = said[:at], said[at + 1 :]
        if Path(name) in sources:
            return Path(name), pair
        if called := sorted({source for source in sources if source.name == name}):
            if len(called) > 1:
                what = f"{len(called)} sources are called {name}: say which, such as {called[0]}:{pair}"
                raise click.BadParameter(what, param_hint=_OPTION)
            return called[0], pair
    key = said.partition("=")[0]
    if name := key.rpartition(":")[0]:
        names = first_of([str(source) for source in dict.fromkeys(sources)])
        raise click.BadParameter(f"{name} is none of the sources; there are {names}", param_hint=_OPTION)
    return None, said

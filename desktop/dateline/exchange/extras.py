"""Packages that only one format needs: imported when it is used, and a clear line where they are absent."""

from importlib import import_module
from typing import Any

from dateline.exchange.problems import BadInput, CannotWrite, Problem, ProblemKind


def _missing(package: str, extra: str) -> Problem:
    what_to_do = f"In a checkout: python3 packaging/bootstrap.py formats. Elsewhere: pip install 'dateline[{extra}]'"
    return Problem(f"{package} is not installed", what_to_do, kind=ProblemKind.MISSING)


def for_reading(module: str, package: str, extra: str) -> Any:
    """Return a module to read with; raises BadInput that says how to install it."""
    try:
        return import_module(module)
    except ImportError as error:
        raise BadInput([_missing(package, extra)]) from error


def for_writing(module: str, package: str, extra: str) -> Any:
    """Return a module to write with; raises CannotWrite that says how to install it."""
    try:
        return import_module(module)
    except ImportError as error:
        raise CannotWrite(_missing(package, extra)) from error

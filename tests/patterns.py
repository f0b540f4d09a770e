"""The regular expressions of a package: those its modules hold, however deep, and those written in its functions."""

import ast
import importlib
import inspect
import pkgutil
import re
from collections.abc import Iterable, Iterator, Mapping
from contextlib import suppress
from types import ModuleType
from typing import Any

import pytest
from _pytest.mark import ParameterSet
from msgspec import Struct

_CALLS = frozenset({"compile", "match", "fullmatch", "search", "findall", "finditer", "split", "sub", "subn"})


def modules_of(package: ModuleType) -> Iterator[tuple[str, ModuleType]]:
    """Yield a package's modules with their names in it."""
    for module in pkgutil.walk_packages(package.__path__, f"{package.__name__}."):
        yield module.name.removeprefix(f"{package.__name__}."), importlib.import_module(module.name)


def patterns_of(package: ModuleType) -> Iterator[tuple[str, re.Pattern[Any]]]:
    """Yield each pattern of a package once, with a name that tells where it is."""
    seen: set[re.Pattern[Any]] = set()
    for name, module in modules_of(package):
        here = [found for key, value in vars(module).items() for found in held_in(value, f"{name}.{key}")]
        here += [(f"{name}.{where}", pattern) for where, pattern in _in_functions(module) if pattern]
        for where, pattern in here:
            if pattern not in seen:
                seen.add(pattern)
                yield where, pattern


def made_of_what_comes_in(package: ModuleType) -> set[str]:
    """Return the functions of a package that make a pattern of something that no module holds."""
    return {
        f"{name}.{where.partition(' ')[0]}"
        for name, module in modules_of(package)
        for where, pattern in _in_functions(module)
        if pattern is None and not list(held_in(vars(module).get(where.partition(" ")[0]), ""))
    }


def by_module(patterns: Iterable[tuple[str, re.Pattern[Any]]]) -> list[ParameterSet]:
    """Return patterns as a test's parameters, those of a module together."""
    out: dict[str, dict[str, list[re.Pattern[Any]]]] = {}
    for name, pattern in patterns:
        module = ".".join(part for part in name.split(".")[:-1] if part[0].islower())
        out.setdefault(module, {}).setdefault(name, []).append(pattern)
    return [pytest.param(held, id=module) for module, held in out.items()]


def held_in(value: object, name: str) -> Iterator[tuple[str, re.Pattern[Any]]]:
    """Yield the patterns in a value, down through what holds others, and the one a function makes of nothing."""
    if isinstance(value, re.Pattern):
        yield name, value
    elif getattr(value, "__annotations__", None) == {"return": re.Pattern[str]} and callable(value):
        yield name, value()
    elif isinstance(value, Mapping):
        for key, inner in value.items():
            yield from held_in(inner, f"{name}.{key}")
    elif isinstance(value, tuple | list | set | frozenset):
        for place, inner in enumerate(value):
            yield from held_in(inner, f"{name}.{place}")
    elif isinstance(value, Struct):
        for field in value.__struct_fields__:
            yield from held_in(getattr(value, field), f"{name}.{field}")


def _in_functions(module: ModuleType) -> Iterator[tuple[str, re.Pattern[Any] | None]]:
    """Yield what functions give to `re`, None for a pattern that hangs on what they are given themselves."""
    for node in ast.walk(ast.parse(inspect.getsource(module))):
        if isinstance(node, ast.FunctionDef):
            calls = [call for inner in node.body for call in ast.walk(inner) if _is_of_re(call)]
            for call in calls:
                yield f"{node.name} line {call.lineno}", _written(call, vars(module))


def _is_of_re(node: ast.AST) -> bool:
    function = getattr(node, "func", None)
    return (
        isinstance(function, ast.Attribute)
        and function.attr in _CALLS
        and isinstance(function.value, ast.Name)
        and function.value.id == "re"
    )


def _written(call: Any, names: dict[str, object]) -> re.Pattern[Any] | None:
    """Return the pattern of a call as the module's own names make it, its flags with it."""
    flags = [k.value for k in call.keywords if k.arg == "flags"] + [a for a in call.args[1:] if _is_flags(a)]
    with suppress(NameError):
        return re.compile(*(eval(ast.unparse(a), dict(names)) for a in (call.args[0], *flags[:1])))
    return None


def _is_flags(node: ast.expr) -> bool:
    return ast.unparse(node).startswith("re.")

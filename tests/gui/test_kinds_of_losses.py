"""What a format cannot hold is said in the window's language: every kind of loss is marked, and translated."""

import ast
from collections.abc import Iterable, Iterator
from pathlib import Path

import pytest

from dateline import assets, exchange
from dateline.exchange.format import as_outside
from dateline.exchange.formats import all_formats
from dateline.exchange.left_out import Holds
from dateline.exchange.options import WriteOptions
from dateline.gui.i18n import languages, read_ts

_ADDING = {"add", "add_once", "drop", "rename"}
_ROOT = Path(exchange.__file__).parent
Named = dict[str, list[ast.expr]]


def _values(tree: ast.AST) -> Named:
    """Return what each name is given, or goes over, anywhere in a piece of the program."""
    found: Named = {}
    for node in ast.walk(tree):
        match node:
            case ast.Assign(targets=[ast.Name(id=name)], value=value):
                found.setdefault(name, []).append(value)
            case ast.For(target=ast.Name(id=name), iter=ast.Tuple(elts=values)):
                found.setdefault(name, []).extend(values)
            case ast.For(target=ast.Tuple(elts=targets), iter=ast.Tuple(elts=rows)):
                for row in rows:
                    for target, value in zip(targets, row.elts if isinstance(row, ast.Tuple) else (), strict=False):
                        if isinstance(target, ast.Name):
                            found.setdefault(target.id, []).append(value)
    return found


def _kinds(tree: ast.AST) -> Iterator[tuple[ast.expr, ast.FunctionDef]]:
    """Yield what stands for the kind wherever a loss is noted, and the function where that is."""
    for function in ast.walk(tree):
        for call in ast.walk(function) if isinstance(function, ast.FunctionDef) else ():
            match call:
                case ast.Call(func=ast.Attribute(value=on, attr=attr), args=[kind, *_]) if attr in _ADDING:
                    if ast.unparse(on).endswith("losses"):
                        yield kind, function
                case ast.Call(func=ast.Name(id="_note"), args=[_, kind, *_]):
                    yield kind, function


def _texts(kind: ast.expr, function: ast.FunctionDef, named: Named) -> Iterator[str]:
    """Yield the marked texts that a kind may be; raises AssertionError for one that is not marked."""
    match kind:
        case ast.Call(func=ast.Name(id="tr"), args=[ast.Constant(value=str(text))]):
            yield text
        case ast.IfExp(body=one, orelse=other):
            yield from _texts(one, function, named)
            yield from _texts(other, function, named)
        case ast.Attribute(value=ast.Name(id="Holds"), attr=attr):
            yield Holds[attr].value
        case ast.Name(id=name) if name in {a.arg for a in function.args.args}:
            return  # what it is given is looked at where that is noted
        case ast.Name(id=name):
            for value in _values(function).get(name) or named[name]:
                yield from _texts(value, function, named)
        case ast.Attribute(attr="_kind"):
            yield from filter(None, (f.unread(WriteOptions()) for f in all_formats().values() if f.unread))
        case _:
            raise AssertionError(f"no marked text: {ast.unparse(kind)}")


def _all_kinds(paths: Iterable[Path]) -> dict[str, str]:
    """Return each kind of loss of these modules, with one that notes it."""
    trees = {path: ast.parse(path.read_text("utf-8")) for path in paths}
    named: Named = {}
    for tree in trees.values():
        named |= {name: values for name, values in _values(tree).items() if name.lstrip("_").isupper()}
    found: dict[str, str] = {}
    for path, tree in trees.items():
        for kind, function in _kinds(tree):
            try:
                found |= dict.fromkeys(_texts(kind, function, named), path.name)
            except (AssertionError, KeyError) as error:
                raise AssertionError(f"{path.relative_to(_ROOT)}, line {kind.lineno}: {error}") from None
    return found


def test_every_kind_of_loss_is_marked() -> None:
    kinds = _all_kinds(sorted(_ROOT.rglob("*.py")))
    assert len(kinds) > 60
    assert as_outside(WriteOptions()) in kinds
    assert {kind.value for kind in Holds} <= kinds.keys()


@pytest.mark.parametrize("code", [code for code in languages() if code != "en"])
def test_every_kind_of_loss_is_translated(code: str) -> None:
    texts, _ = read_ts(assets.resources("i18n", f"dateline_{code}.ts"))
    assert [kind for kind in _all_kinds(sorted(_ROOT.rglob("*.py"))) if ("", kind, "") not in texts] == []


@pytest.mark.parametrize("code", [code for code in languages() if code != "en"])
def test_an_option_is_named_as_it_is_called_in_its_list(code: str) -> None:
    """What advice quotes, such as “outside”, is what stands there to be chosen."""
    texts, _ = read_ts(assets.resources("i18n", f"dateline_{code}.ts"))
    options = {source: forms[0] for (context, source, _), forms in texts.items() if context == "ChoiceRows"}
    quoting = [
        (translation, option)
        for (_, source, _), (translation, *_) in texts.items()
        for name, option in options.items()
        if f"“{name}”" in source
    ]
    assert quoting
    assert [translation for translation, option in quoting if f"“{option}”" not in translation] == []

"""Translations come straight from .ts files; what is missing stays English; numbers get their plural."""

import ast
from collections.abc import Iterator
from pathlib import Path
from typing import TypeGuard

import pytest
from PySide6.QtCore import QCoreApplication, QObject, QTranslator
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QApplication

from dateline import assets
from dateline.exchange import formats
from dateline.gui import i18n
from dateline.gui.action_table import MENUS, TABLE
from dateline.gui.i18n import TsTranslator, install_translation, language_for, languages, plural_form, read_ts

TS = """<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="tr_TR">
<context><name>Panel</name>
<message><source>Open</source><translation>Aç</translation></message>
<message><source>Open</source><comment>state</comment><translation>Açık</translation></message>
<message><source>Close</source><translation type="unfinished">Kapat?</translation></message>
<message><source>Gone</source><translation type="vanished">Gitti</translation></message>
<message><source>Empty</source><translation></translation></message>
<message numerus="yes"><source>%n event(s)</source>
<translation><numerusform>%n olay</numerusform></translation></message>
</context>
</TS>
"""


class Panel(QObject):
    pass


@pytest.fixture
def ts(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    folder = tmp_path / "i18n"
    folder.mkdir()
    path = folder / "dateline_tr.ts"
    path.write_text(TS, encoding="utf-8")
    monkeypatch.setattr(i18n.assets, "resources", tmp_path.joinpath)
    return path


@pytest.fixture
def app(qapp: QApplication) -> Iterator[QApplication]:
    yield qapp
    for translator in qapp.findChildren(QTranslator):
        qapp.removeTranslator(translator)
        translator.setParent(None)


def test_only_finished_translations_are_read(ts: Path) -> None:
    texts, language = read_ts(ts)
    assert language == "tr_TR"
    assert texts == {
        ("Panel", "Open", ""): ("Aç",),
        ("Panel", "Open", "state"): ("Açık",),
        ("Panel", "%n event(s)", ""): ("%n olay",),
    }


def test_installed_it_translates_and_leaves_the_rest(ts: Path, app: QApplication) -> None:
    install_translation(app, "tr")
    panel = Panel()
    assert panel.tr("Open") == "Aç"
    assert panel.tr("Open", "state") == "Açık"
    assert panel.tr("Close") == "Close"
    assert panel.tr("%n event(s)", "", 3) == "3 olay"
    assert QCoreApplication.translate("Elsewhere", "Open") == "Open"


def test_english_has_plurals(ts: Path, app: QApplication) -> None:
    install_translation(app, "en")
    panel = Panel()
    assert [panel.tr("%n event(s)", "", n) for n in (0, 1, 2)] == ["0 events", "1 event", "2 events"]
    assert panel.tr("Aunt(s)") == "Aunt(s)"


def test_a_broken_file_is_logged_and_left_out(ts: Path, app: QApplication, expect_log: object) -> None:
    ts.write_text("<TS><context>", encoding="utf-8")
    expect_log(r"no translation: dateline_tr\.ts")  # type: ignore[operator]
    install_translation(app, "tr")
    assert Panel().tr("Open") == "Open"


@pytest.mark.parametrize(
    ("asked", "preferred", "expected"),
    [
        ("tr", [], "tr"),
        ("", ["tr-TR", "en"], "tr"),
        ("", ["kk-KZ", "tr"], "tr"),
        ("", ["fr_FR"], "en"),
        ("fr", ["tr"], "en"),
        ("", [], "en"),
    ],
)
def test_language(ts: Path, asked: str, preferred: list[str], expected: str) -> None:
    assert languages() == ["en", "tr"]
    assert language_for(asked, preferred) == expected


@pytest.mark.parametrize(
    ("language", "forms"),
    [("en", [1, 0, 1, 1, 1, 1]), ("tr_TR", [0] * 6), ("ru", [2, 0, 1, 2, 2, 0])],
)
def test_plural_forms(language: str, forms: list[int]) -> None:
    assert [plural_form(language, n) for n in (0, 1, 2, 5, 11, 21)] == forms


def _lost_marks(tree: ast.AST) -> Iterator[int]:
    """Yield the lines of texts that lupdate would not find, or would file under a name nobody asks for."""
    for node in ast.walk(tree):
        if isinstance(node, ast.JoinedStr):
            yield from (call.lineno for call in ast.walk(node) if _is_mark(call))
        elif isinstance(node, ast.Call) and ast.unparse(node.func).endswith("translate"):
            match node.args:
                case [ast.Constant(value=str(context)), text, *_] if context and not isinstance(text, ast.Constant):
                    yield node.lineno  # of a helper, whose texts stand where none of this name is looked for
        elif _is_mark(node) and isinstance(node.func, ast.Attribute) and node.func.attr == "tr":
            yield from [] if ast.unparse(node.func.value) == "self" else [node.lineno]


def _is_mark(node: ast.AST) -> TypeGuard[ast.Call]:
    name = getattr(node.func, "attr", getattr(node.func, "id", "")) if isinstance(node, ast.Call) else ""
    return name in {"tr", "translate"} and any(isinstance(a, ast.Constant) for a in getattr(node, "args", ()))


def test_a_mark_in_an_f_string_or_on_another_object_is_lost() -> None:
    source = """self.tr("fine"); translate("Panel", "fine"); tr("fine")
f"{self.tr('lost')}"
panel.tr("lost")
QCoreApplication.translate("Panel", text)"""
    assert sorted(_lost_marks(ast.parse(source))) == [2, 3, 4]


def test_no_text_of_the_program_is_lost_to_translation() -> None:
    root = Path(i18n.__file__).parents[1]
    lost = [
        (path.name, n) for path in sorted(root.rglob("*.py")) for n in _lost_marks(ast.parse(path.read_text("utf-8")))
    ]
    assert not lost


def test_every_text_of_the_action_table_is_marked() -> None:
    """What the table shows must be in a literal tr("…") of its file, or lupdate would not find it."""
    tree = ast.parse(Path(i18n.__file__).with_name("action_table.py").read_text(encoding="utf-8"))
    calls = (node for node in ast.walk(tree) if isinstance(node, ast.Call) and getattr(node.func, "id", "") == "tr")
    marked = {call.args[0].value for call in calls if isinstance(call.args[0], ast.Constant)}
    shown = {text for s in TABLE for text in (s.text, s.description, s.gesture, s.topic) if text} | set(MENUS.values())
    assert shown <= marked


def test_what_formats_say_of_themselves_is_marked() -> None:
    marked = set()
    for path in Path(formats.__file__).parent.rglob("*.py"):
        calls = (node for node in ast.walk(ast.parse(path.read_text("utf-8"))) if _is_mark(node))
        marked |= {call.args[0].value for call in calls if isinstance(call.args[0], ast.Constant)}
    known = formats.all_formats().values()
    shown = [text for f in known for text in (f.description, *(c.title for c in f.choices if c.values))]
    assert len(shown) > 20
    assert set(shown) - {""} <= marked


@pytest.mark.parametrize("path", sorted(assets.resources("i18n").glob("*.ts")), ids=lambda p: p.stem)
def test_shipped_translations_keep_what_is_filled_in(path: Path) -> None:
    """Placeholders must survive; a mnemonic and a trailing "…" must not appear from nowhere."""
    texts, _ = read_ts(path)
    assert not TsTranslator(path).isEmpty() or not texts
    for (_, source, _), forms in texts.items():
        for form in forms:
            fields = {part.split("}")[0] for part in source.split("{")[1:]}
            assert fields == {part.split("}")[0] for part in form.split("{")[1:]}, source
            assert ("%n" in source) == ("%n" in form), source
            assert source.endswith("…") == form.endswith("…"), source


@pytest.mark.parametrize("code", [code for code in languages() if code != "en"])
def test_mnemonics_of_a_menu_do_not_collide_in_translation(code: str) -> None:
    texts, _ = read_ts(assets.resources("i18n", f"dateline_{code}.ts"))

    def letters(sources: list[str]) -> list[str]:
        shown = [texts.get(("", source, ""), (source,))[0] for source in sources]
        return [text[text.index("&") + 1].lower() for text in shown if "&" in text]

    menus = {path: [s.text for s in TABLE if s.menu == path] for path in MENUS}
    menus[""] = []
    for path, title in MENUS.items():
        menus[path.rpartition("/")[0]].append(title)
    for path, sources in menus.items():
        found = letters(sources)
        assert len(found) == len(set(found)), (path, sorted(found))


def test_keys_are_called_as_they_stand_on_the_keyboard(app: QApplication) -> None:
    install_translation(app, "tr")
    native = QKeySequence.SequenceFormat.NativeText
    shown = [QKeySequence(key).toString(native) for key in ("Ctrl+Shift+F3", "Alt+Left", "PgDown", "Return")]
    assert shown == ["Ctrl+Shift+F3", "Alt+Left", "PgDown", "Return"]
    assert QCoreApplication.translate("QPlatformTheme", "Cancel") != "Cancel", "the rest of Qt speaks Turkish"

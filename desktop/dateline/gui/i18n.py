"""Translations: the .ts files of `resources/i18n` read as they are, so that a translator needs no build step.

Mark texts with `self.tr("…")` in a QObject, `QCoreApplication.translate("Context", "…")` elsewhere; both must
be literals. What is counted is `self.tr("%n event(s)", "", count)`. `python -m dateline.gui.i18n` (with the
development tools) takes new texts into the files.
"""

import logging
import sys
from collections.abc import Iterable
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QLibraryInfo, QLocale, QTranslator

from dateline import assets

log = logging.getLogger(__name__)
Key = tuple[str, str, str]


class EnglishPlurals(QTranslator):
    """Makes "%n event(s)" one event or two events; Qt fills in the number."""

    def isEmpty(self) -> bool:
        """It always has something to say."""
        return False

    def translate(self, _context: str, source_text: str, _disambiguation: str | None = None, n: int = -1) -> str | None:
        """Return the source with its "(s)" settled, or None where no number is counted."""
        return source_text.replace("(s)", "" if n == 1 else "s") if n >= 0 and "(s)" in source_text else None


class KeyNames(QTranslator):
    """Leaves keys their names as they stand on keyboards: "Ctrl", not the word for it that Qt has in a language."""

    def isEmpty(self) -> bool:
        """It always has something to say."""
        return False

    def translate(self, context: str, source_text: str, _disambiguation: str | None = None, n: int = -1) -> str | None:
        """Return the source where it is a key's name."""
        return source_text if context == "QShortcut" and n < 0 else None


class TsTranslator(QTranslator):
    """Answers from a .ts file; unfinished and vanished entries are left out."""

    def __init__(self, path: Path) -> None:
        super().__init__()
        self._texts, self._language = read_ts(path)

    def isEmpty(self) -> bool:
        """Return whether it has nothing to say."""
        return not self._texts

    def language(self) -> str:
        """Return the code of the language it translates into ("tr_TR")."""
        return self._language

    def translate(self, context: str, source_text: str, disambiguation: str | None = None, n: int = -1) -> str | None:
        """Return the translation, or None; the number itself is filled in by Qt."""
        forms = self._texts.get((context, source_text, disambiguation or "")) or self._texts.get(
            (context, source_text, "")
        )
        if not forms:
            return None
        return forms[min(plural_form(self._language, n), len(forms) - 1)] if n >= 0 else forms[0]


def plural_form(language: str, n: int) -> int:
    """Return which of a language's plural forms, in the order of a .ts file, stands with the number n >= 0."""
    code = language.partition("_")[0]
    if code in {"tr", "ja", "zh", "ko"}:
        return 0
    if code in {"ru", "uk"}:
        if n % 10 == 1 and n % 100 != 11:
            return 0
        return 1 if 2 <= n % 10 <= 4 and not 12 <= n % 100 <= 14 else 2
    return 0 if n == 1 else 1


def read_ts(path: Path) -> tuple[dict[Key, tuple[str, ...]], str]:
    """Return the finished translations of a .ts file by (context, source, comment), and its language.

    Raises SyntaxError (xml.etree's ParseError is one) for a file that is not XML.
    """
    from xml.etree import ElementTree  # English, the usual case, does without

    root = ElementTree.parse(path).getroot()  # noqa: S314  our own file
    texts: dict[Key, tuple[str, ...]] = {}
    for context in root.iter("context"):
        name = context.findtext("name") or ""
        for message in context.iter("message"):
            translation = message.find("translation")
            if translation is None or translation.get("type"):
                continue
            forms = tuple(form.text or "" for form in translation.iter("numerusform")) or (translation.text or "",)
            if all(forms):
                texts[(name, message.findtext("source") or "", message.findtext("comment") or "")] = forms
    return texts, root.get("language", "")


def languages() -> list[str]:
    """Return the codes of the languages there are, English first."""
    found = sorted(path.stem.removeprefix("dateline_") for path in assets.resources("i18n").glob("dateline_*.ts"))
    return ["en", *(code for code in found if code != "en")]


def language_for(asked: str, preferred: Iterable[str]) -> str:
    """Return the language to use: the one asked for, else ("") the first of the system's that there is."""
    there = languages()
    for code in [asked] if asked else list(preferred):
        short = code.replace("-", "_").partition("_")[0].lower()
        if short in there:
            return short
    return "en"


def locale_for(code: str, system: QLocale) -> QLocale:
    """Return how dates and numbers are written in a language: as the system does where it speaks it, too."""
    return system if QLocale.languageToCode(system.language()) == code else QLocale(code)


def install_translation(app: QCoreApplication, asked: str) -> list[QTranslator]:
    """Translate the program, Qt's own dialogs included; "" follows the system. Call before any widget is made.

    Returns the translators, which are children of `app`. A file that cannot be read is logged and left out.
    """
    code = language_for(asked, QLocale.system().uiLanguages())
    QLocale.setDefault(locale_for(code, QLocale.system()))
    made: list[QTranslator] = [EnglishPlurals(app)]
    if code != "en":
        qt = QTranslator(app)
        if qt.load(f"qtbase_{code}", QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)):
            made += [qt, KeyNames(app)]
    path = assets.resources("i18n", f"dateline_{code}.ts")
    if path.is_file():
        try:
            ours = TsTranslator(path)
        except (OSError, SyntaxError) as problem:
            log.warning("no translation: %s: %s", path.name, problem)
        else:
            ours.setParent(app)
            made.append(ours)
    for translator in made:
        app.installTranslator(translator)
    return made


def refresh() -> int:
    """Take the texts of the program into every .ts file (pyside6-lupdate); return its exit code."""
    import subprocess  # only for development

    root = Path(__file__).resolve().parents[1]
    sources = [str(path.relative_to(root)) for path in sorted(root.rglob("*.py"))]
    files = [str(path) for path in sorted(assets.resources("i18n").glob("dateline_*.ts"))]
    tool = Path(sys.executable).with_name("pyside6-lupdate")
    command = [str(tool), *sources, "-no-obsolete", "-locations", "none", "-ts", *files]
    return subprocess.run(command, cwd=root, check=False).returncode  # noqa: S603


if __name__ == "__main__":
    sys.exit(refresh())

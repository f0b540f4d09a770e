"""Texts that rooms without Qt mark for translation, as they are said to the person."""

import re
from collections.abc import Iterable
from string import Formatter
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QLocale

from dateline.model.wording import Advice, ToDo, Wording, wording_of

if TYPE_CHECKING:
    from dateline.assist.things import Reason
    from dateline.exchange.problems import Problem

_ELEMENT = re.compile(r"element (\d+)(?=,|$)")
_DOTTED = frozenset({QLocale.Language.Turkish, QLocale.Language.Azerbaijani})  # whose capital of "i" has its dot


def said(text: str, **details: str) -> str:
    """Return a marked text translated, with its details filled in."""
    return QCoreApplication.translate("", text).format(**details)


def translated(text: str) -> str:
    """Return a marked text without details translated; another one as it is."""
    return QCoreApplication.translate("", text) if text else ""


def worded(wording: Wording) -> str:
    """Return a wording translated, with the details in it that are marked themselves."""
    details = {k: v if isinstance(v, str) else advised(v) for k, v in wording.details.items()}
    return said(wording.text, **details)


def why(error: ValueError) -> str:
    """Return why something was refused, translated where it can be."""
    told = wording_of(error)
    return worded(told) if isinstance(told, Wording) else told


def sentence(wording: Wording) -> str:
    """Return a wording as a sentence: with a full stop, and a capital unless it begins with what is filled in."""
    text = begun(wording)
    return text if text.endswith((".", "…", "?", "!")) else f"{text}."


def begun(text: ToDo) -> str:
    """Return a text translated, as it stands at the beginning: with a capital where its first word is our own."""
    told = advised(text)
    first = _first_of_ours(text)
    return capital(told, ours=translated(first) != first) if first is not None else told


def capital(text: str, *, ours: bool = True) -> str:
    """Return a text with a capital; `ours` says that it is in the language of the window, not left in English."""
    dotted = ours and text.startswith("i") and QLocale().language() in _DOTTED
    return f"{'İ' if dotted else text[:1].upper()}{text[1:]}"


def _first_of_ours(text: ToDo) -> str | None:
    """Return the marked text that the first word is of; None where that is a name of a file or of a person's making."""
    meant = text.window if isinstance(text, Advice) else text
    if not isinstance(meant, Wording):
        return meant
    first = next((part for part in Formatter().parse(translated(meant.text))), None)
    if first is None or first[0] or first[1] is None:
        return meant.text
    detail = meant.details.get(first[1])
    return None if detail is None or isinstance(detail, str) else _first_of_ours(detail)


def advised(to_do: ToDo) -> str:
    """Return what to do, translated, with the means that the window has for it."""
    meant = to_do.window if isinstance(to_do, Advice) else to_do
    return worded(meant) if isinstance(meant, Wording) else translated(meant)


def where(problem: "Problem") -> str:
    """Return the place of a problem."""
    line = QCoreApplication.translate("ProblemList", "line {}").format(problem.line) if problem.line else ""
    return ", ".join(part for part in (problem.file, line, _numbered(problem.field)) if part)


def _numbered(field: str) -> str:
    """Return a field with the word for the place in a list that may begin it ("element 7, text") translated."""
    if (found := _ELEMENT.match(field)) is None:
        return field
    return QCoreApplication.translate("ProblemList", "element {}").format(found[1]) + field[found.end() :]


def in_one_line(problem: "Problem") -> str:
    """Return a problem as one text: where, what, and what to do about it."""
    what = worded(problem.wording) if problem.wording else translated(problem.what)
    told = f"{place}: {what}" if (place := where(problem)) else what
    return f"{told}. {to_do}" if (to_do := advised(problem.what_to_do)) else told


def reasons_said(reasons: "Iterable[Reason]") -> str:
    """Return why something is proposed, as one line."""
    return " · ".join(QCoreApplication.translate("", r.why.value).format(r.detail) for r in reasons)

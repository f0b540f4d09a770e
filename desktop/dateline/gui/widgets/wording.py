"""Texts that rooms without Qt mark for translation, as they are said to the person."""

from collections.abc import Iterable
from string import Formatter
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from dateline.model.wording import Advice, ToDo, Wording

if TYPE_CHECKING:
    from dateline.assist.things import Reason
    from dateline.exchange.problems import Problem


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


def sentence(wording: Wording) -> str:
    """Return a wording as a sentence: with a full stop, and a capital unless it begins with what is filled in."""
    text = begun(wording)
    return text if text.endswith((".", "…", "?", "!")) else f"{text}."


def begun(text: ToDo) -> str:
    """Return a text translated, as it stands at the beginning: with a capital where its first word is our own."""
    told, wording = advised(text), text.window if isinstance(text, Advice) else text
    own = not isinstance(wording, Wording) or _begins_by_itself(wording)
    return f"{told[:1].upper()}{told[1:]}" if own else told


def _begins_by_itself(wording: Wording) -> bool:
    """Say whether the first word is our own, no name of a file or of a person's making."""
    template = translated(wording.text)
    first = next((part for part in Formatter().parse(template)), None)
    if first is None or first[0] or first[1] is None:
        return True
    detail = wording.details.get(first[1])
    meant = detail.window if isinstance(detail, Advice) else detail
    return isinstance(meant, Wording) and _begins_by_itself(meant)


def advised(to_do: ToDo) -> str:
    """Return what to do, translated, with the means that the window has for it."""
    meant = to_do.window if isinstance(to_do, Advice) else to_do
    return worded(meant) if isinstance(meant, Wording) else translated(meant)


def where(problem: "Problem") -> str:
    """Return the place of a problem."""
    line = QCoreApplication.translate("ProblemList", "line {}").format(problem.line) if problem.line else ""
    return ", ".join(part for part in (problem.file, line, problem.field) if part)


def in_one_line(problem: "Problem") -> str:
    """Return a problem as one text: where, what, and what to do about it."""
    what = worded(problem.wording) if problem.wording else translated(problem.what)
    told = f"{place}: {what}" if (place := where(problem)) else what
    return f"{told}. {to_do}" if (to_do := advised(problem.what_to_do)) else told


def reasons_said(reasons: "Iterable[Reason]") -> str:
    """Return why something is proposed, as one line."""
    return " · ".join(QCoreApplication.translate("", r.why.value).format(r.detail) for r in reasons)

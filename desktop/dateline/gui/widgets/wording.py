"""Texts that rooms without Qt mark for translation, as they are said to the person."""

from collections.abc import Iterable
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

if TYPE_CHECKING:
    from dateline.assist.things import Reason


def said(text: str, **details: str) -> str:
    """Return a marked text translated, with its details filled in."""
    return QCoreApplication.translate("", text).format(**details)


def reasons_said(reasons: "Iterable[Reason]") -> str:
    """Return why something is proposed, as one line."""
    return " · ".join(QCoreApplication.translate("", r.why.value).format(r.detail) for r in reasons)

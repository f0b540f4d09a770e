"""A label's guideline as rich text, for hover cards and panels."""

import html
import re

from PySide6.QtCore import QCoreApplication

from dateline.model.schema import LabelType

_STARRED = re.compile(r"\*(\S(?:[^*]*\S)?)\*")


def emphasised(text: str) -> str:
    """Return guideline text as HTML: *starred* words in italics, everything else as it is."""
    return _STARRED.sub(r"<i>\1</i>", html.escape(text.strip(), quote=False)).replace("\n", "<br>")


def guideline_html(label: LabelType) -> str:
    """Return a label's title, name and key, description and roles as HTML."""
    head = f"<b>{html.escape(label.shown)}</b>"
    facts = [html.escape(f) for f in (label.name if label.title else "", label.key) if f]
    parts = [head + (f" &nbsp;<small>{' · '.join(facts)}</small>" if facts else "")]
    if label.description:
        parts.append(emphasised(label.description))
    if label.roles:
        roles = ", ".join(f"<b>{html.escape(r.name)}</b>" if r.required else html.escape(r.name) for r in label.roles)
        parts.append(QCoreApplication.translate("Guideline", "Roles: {roles}").format(roles=roles))
    return "".join(f"<p style='margin:0 0 5px 0'>{part}</p>" for part in parts)

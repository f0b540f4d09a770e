"""Gives `import` back to Python.

PySide wraps it for `from __feature__ import snake_case`, which nothing here uses: to know who does, it reads the source
of every module imported after it, a hundred files of numpy's among them, and keeps the text. That is a tenth of the
time until everything is drawn, and makes every `import` inside a function dearer for good.
"""

import builtins

import PySide6.QtCore  # noqa: F401 - wraps it, if nobody has imported it before


def unwrap() -> None:
    """Take the wrapping off; where PySide does not wrap (any more), nothing is changed."""
    wrapped, own = getattr(builtins, "__feature_import__", None), getattr(builtins, "__orig_import__", None)
    if own is not None and builtins.__import__ is wrapped:
        builtins.__import__ = own

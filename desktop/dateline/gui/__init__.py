"""The window and everything in it."""

from dateline.gui.plain_import import unwrap

unwrap()

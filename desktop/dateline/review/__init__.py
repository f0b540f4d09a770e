"""Checks of what was annotated."""

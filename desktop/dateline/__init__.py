"""Dateline: turn news into labelled data, with text and timeline as two views of one thing."""

__version__ = "0.1.0"

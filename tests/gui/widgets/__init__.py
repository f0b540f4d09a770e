"""Tests of the widgets room."""

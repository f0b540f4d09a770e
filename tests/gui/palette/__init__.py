"""Tests of the palette room."""

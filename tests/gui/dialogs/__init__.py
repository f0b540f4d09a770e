"""Tests of the dialogs room."""

"""The timeline of happenings."""

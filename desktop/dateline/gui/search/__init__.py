"""Search across the project, and the command palette."""

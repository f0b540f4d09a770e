"""The list of problems: what contradicts itself or is missing, with mends."""

"""How a project's file is told from others by what it begins with."""

APPLICATION_ID = 0x44_4C_4E_45  # "DLNE"
DATABASE = b"SQLite format 3\x00"
HEAD = 100  # bytes that are looked at


def is_project_head(head: bytes) -> bool:
    """Say whether a file that begins so is a project, of whatever version and under whatever name."""
    return len(head) >= HEAD and head.startswith(DATABASE) and int.from_bytes(head[68:72]) == APPLICATION_ID

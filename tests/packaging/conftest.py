"""Puts the bootstrap's own modules, which are no part of the package, where the tests can import them."""

import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
sys.path.append(str(ROOT / "packaging"))

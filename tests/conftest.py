"""Shared pieces: a log in memory, a reader that is told what to find, and a small plan."""

from __future__ import annotations

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))

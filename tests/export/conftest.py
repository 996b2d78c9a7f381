"""Shared pieces: held interviews, as for the review, and how a page is read."""

from __future__ import annotations

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1] / "review"))
sys.path.insert(0, str(Path(__file__).parent))

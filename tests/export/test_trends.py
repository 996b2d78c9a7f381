"""The trends in an HTML export, from the candidate's other interviews."""

from __future__ import annotations

from pathlib import Path

from desk_samples import EXPORTED, LINKS, clock, conversation, held, opened
from msgspec.structs import replace

from interviewer.export.material import gather
from interviewer.export.redaction import Redactor
from interviewer.export.reports import html_bytes
from interviewer.record.transcript import Transcript

EARLIER = "20251201-090000-aaaa"


def _earlier(folder: Path, candidate: str) -> None:
    fact = replace(opened(candidate), interview=EARLIER)
    with Transcript.create(folder, fact, now=clock()) as transcript:
        for each in conversation():
            transcript.append(each, durable=False)


def _page(path: Path, redactor: Redactor | None = None) -> str:
    return html_bytes(gather(path, LINKS, EXPORTED, redactor, trends=True)).decode()


def test_an_aspect_that_was_rated_before_has_a_trend(tmp_path: Path) -> None:
    """A picture for each aspect, with words for those who do not see it, also when redacted."""
    _earlier(tmp_path, "zoë  ashworth")
    path = held(tmp_path)
    for page in (_page(path), _page(path, Redactor(["Zoë Ashworth"]))):
        assert "How you have moved" in page
        assert page.count('id="trend-1-title"') == 1
        assert 'id="trend-2-title"' in page
    assert "Ashworth" not in _page(path, Redactor(["Zoë Ashworth"]))


def test_one_attempt_is_no_trend(tmp_path: Path) -> None:
    """Nor are the attempts of somebody else."""
    _earlier(tmp_path, "Ann")
    assert "How you have moved" not in _page(held(tmp_path))

"""The HTML export in a real browser: nothing it complains of, nothing it fetches, and it prints.

Chromium runs without a screen, if it is installed. It makes requests of its own for its own ends;
those of a page are told apart by having an origin. Nothing of either gets anywhere, since no name
of a host is looked up.
"""

from __future__ import annotations

import json
import re
import shutil
import subprocess
from pathlib import Path
from typing import NamedTuple

import pytest
from desk_samples import EXPORTED, clock, conversation, held, opened
from exam_toys import SAID, saved
from msgspec.structs import replace

from interviewer.desk import Desk
from interviewer.export.material import gather, links_of
from interviewer.export.reports import html_bytes
from interviewer.record.transcript import Transcript
from interviewer.review import moderation

ROOT = Path(__file__).resolve().parents[2]
FRAMEWORKS = ROOT / "frameworks"
CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser")
FLAGS = (
    "--headless", "--no-sandbox", "--disable-gpu", "--no-first-run", "--disable-dev-shm-usage",
    "--disable-background-networking", "--disable-component-update", "--disable-sync",
    "--host-resolver-rules=MAP * ~NOTFOUND", "--enable-logging=stderr", "--v=0",
)  # fmt: skip
ITS_OWN = "not an origin"  # what started a request that is the browser's own
PATIENCE = 120  # seconds; it takes two

ELSEWHERE = "elsewhere.invalid"
HOSTILE = (
    f'<script>document.title="taken"; fetch("http://{ELSEWHERE}/a")</script>'
    f"\"'><img src=http://{ELSEWHERE}/b onerror=console.error(1)>"
    f"<svg onload=console.error(2)><style>@import url(http://{ELSEWHERE}/c)</style>"
    f"<iframe src=http://{ELSEWHERE}/d></iframe><link rel=stylesheet href=//{ELSEWHERE}/e>"
    f"<meta http-equiv=refresh content='0;url=http://{ELSEWHERE}/f'></p></article></main>"
    "<!-- {{ 7*7 }} &lt;b&gt; \x1b[31m\u202eltr\u202c \0"
)

pytestmark = pytest.mark.skipif(
    not CHROMIUM, reason="Chromium is not installed (on Debian: apt install chromium)"
)


class Visit(NamedTuple):
    """What came of opening a page: its DOM, what it said, and what it asked for."""

    dom: str
    console: list[str]
    requests: list[str]
    traffic: str


def visit(page: Path, *what: str) -> Visit:
    """Open a page in a browser that knows nothing yet, and do something with it."""
    log = page.with_suffix(".net.json")
    command = [str(CHROMIUM), *FLAGS, f"--user-data-dir={page.parent / 'profile'}"]
    command += [f"--log-net-log={log}", *what, page.as_uri()]
    done = subprocess.run(command, capture_output=True, timeout=PATIENCE, check=True)
    told = done.stderr.decode(errors="replace").split("\n")
    traffic = log.read_text(encoding="utf-8")
    asked = [each.get("params", {}) for each in json.loads(traffic)["events"]]
    return Visit(
        dom=done.stdout.decode(),
        console=[line for line in told if ":CONSOLE" in line],
        requests=[each["url"] for each in asked if each.get("initiator", ITS_OWN) != ITS_OWN],
        traffic=traffic,
    )


def hostile_interview(folder: Path) -> Path:
    """The second attempt of somebody hostile, reviewed by somebody hostile: with all charts."""
    fact = replace(opened(HOSTILE), interview="20251201-090000-aaaa")
    with Transcript.create(folder, fact, now=clock()) as transcript:
        for each in conversation():
            transcript.append(each, durable=False)
    path = held(folder, candidate=HOSTILE, answer=f"I led. {HOSTILE}", quote=f"I led. {HOSTILE}")
    with Desk.open(folder, path.stem) as desk:
        desk.make(lambda r, _: moderation.moderate_turn(r, HOSTILE[:40], 1, 5, HOSTILE))
        desk.make(lambda r, _: moderation.comment(r, "Mo", 1, HOSTILE))
        desk.make(lambda r, _: moderation.set_action(r, "Mo", HOSTILE, "2026-12-24"))
    return path


def hostile_exam(folder: Path) -> Path:
    """A mock assessment of somebody hostile."""
    return saved(folder, lambda turn: f"{SAID}. {HOSTILE}", candidate=HOSTILE)


@pytest.fixture(
    params=[(hostile_interview, "apm-2"), (hostile_exam, "st0310-1.4")],
    ids=["interview", "exam"],
)
def page(tmp_path: Path, request: pytest.FixtureRequest) -> Path:
    """The export of a hostile interview, or mock assessment, with the frameworks as installed."""
    hold, framework = request.param
    path = hold(tmp_path / "transcripts")
    found = gather(path, links_of(FRAMEWORKS, framework), EXPORTED, trends=True)
    page = tmp_path / "export.html"
    page.write_bytes(html_bytes(found))
    return page


def test_a_page_that_does_wrong_is_found_out(tmp_path: Path) -> None:
    """The same words as markup: they are complained of, and lead elsewhere."""
    page = tmp_path / "wrong.html"
    page.write_text(f"<!DOCTYPE html><title>x</title>{HOSTILE}", encoding="utf-8")
    seen = visit(page, "--dump-dom")
    assert seen.console
    assert any(ELSEWHERE in url for url in seen.requests)
    assert ELSEWHERE in seen.traffic


def test_it_says_nothing_and_asks_for_nothing(page: Path) -> None:
    """No word on the console, no request; what was said is text, and the pictures are there."""
    seen = visit(page, "--dump-dom")
    assert seen.console == []
    assert seen.requests == []
    assert ELSEWHERE not in seen.traffic
    assert re.search("<title>(Interview report|Mock end-point assessment)", seen.dom)
    names = set(re.findall(r"<([a-z]+)", seen.dom))
    assert not names & {"script", "img", "iframe", "link", "object", "embed", "form", "base"}
    assert seen.dom.count("&lt;script&gt;") > 5
    charts = 3 if "Interview report" in seen.dom else 0
    assert len(re.findall(r'<svg [^>]*role="img"', seen.dom)) == charts
    assert not re.search(r"<[^>]* on[a-z]+=", seen.dom)


def test_its_one_style_sheet_is_let_in(page: Path, tmp_path: Path) -> None:
    """By its hash; with any other letter in it the browser refuses it, and says so."""
    other = tmp_path / "other.html"
    other.write_bytes(page.read_bytes().replace(b"<style>", b"<style>\n", 1))
    assert any("style" in line for line in visit(other, "--dump-dom").console)


def test_it_prints(page: Path) -> None:
    """To a PDF of several pages, and without a word."""
    printed = page.with_suffix(".pdf")
    seen = visit(page, f"--print-to-pdf={printed}")
    data = printed.read_bytes()
    assert data.startswith(b"%PDF-")
    assert len(re.findall(rb"/Type\s*/Page\b(?!s)", data)) >= 2
    assert (seen.console, seen.requests) == ([], [])

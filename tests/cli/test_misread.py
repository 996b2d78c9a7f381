"""Saying in line mode that something was misread, and for which role the interview is."""

from __future__ import annotations

import json
from pathlib import Path

from cli_helpers import run

SHORT = ["start", "--plain", "--competence", "12", "--length", "short"]
TO_RESULTS = (
    "3 and 2\nled some, all mine\n\nrang them every week\n\n"
    "it explains some of why\n\nwhen people game it\n\n"
)


def shown(folder: Path) -> dict[str, object]:
    """The one interview in ``folder``, as data."""
    (path,) = folder.glob("*.jsonl")
    found: dict[str, object] = json.loads(run(["show", path.stem, "--json"], folder).stdout)
    return found


def test_what_was_misread_stands_beside_the_rating(tmp_path: Path) -> None:
    """With the reason as typed; the rating stays."""
    typed = TO_RESULTS + "/misread\n1\nI led it; =cmd() Ann only signed.\n"
    done = run(SHORT, tmp_path, typed)
    assert "Noted." in done.stdout.decode()
    ratings = shown(tmp_path)["ratings"]
    assert isinstance(ratings, list)
    by_aspect = {row["aspect"]: row for row in ratings}
    assert by_aspect["application"]["misread"] == ["I led it; =cmd() Ann only signed."]
    assert by_aspect["knowledge"]["misread"] == []
    assert by_aspect["application"]["assessed"] == 3


def test_misread_belongs_to_the_results(tmp_path: Path) -> None:
    """While a question stands the command says why it can't be done."""
    text = run(SHORT, tmp_path, "3 and 2\n/misread\n").stdout.decode()
    assert "when a competence's results are shown" in text
    assert "misread" not in json.dumps(shown(tmp_path)["turns"])


def test_an_interview_for_a_band_and_the_next_one(tmp_path: Path) -> None:
    """A role that another framework describes, with the role after it."""
    options = ["--profile", "nhs-pmo-band-7", "--next-profile", "nhs-pmo-band-8a"]
    done = run(["start", "--plain", "--length", "short", *options], tmp_path, "")
    assert done.returncode == 0, done.stderr.decode()
    data = shown(tmp_path)
    assert (data["framework"], data["profile"]) == ("apm-2", "nhs-pmo-band-7")


def test_a_next_role_that_there_is_not_is_refused_at_once(tmp_path: Path) -> None:
    """Exit 2, a sentence, and no file."""
    options = ["--profile", "pmo-officer", "--next-profile", "pmo-offcier"]
    done = run(["start", "--plain", *options], tmp_path, "")
    assert done.returncode == 2
    assert "pmo-offcier" in done.stderr.decode()
    assert not list(tmp_path.glob("*.jsonl"))

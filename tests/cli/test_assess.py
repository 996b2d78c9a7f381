"""Rating in bulk."""

from __future__ import annotations

import io
import json
from pathlib import Path

import pytest
from cli_helpers import ROOT, run

from interviewer.bulk import MAX_LINE, Rater, assess_lines, bounded_lines

FRAMEWORKS = ROOT / "frameworks"
GOOD = {
    "competence": 12,
    "aspect": "application",
    "answer": "I rang the supplier about the late part and wrote up a fallback in the register. "
    "My manager left the decision on that risk to me.",
}


def lines(count: int) -> str:
    """``count`` good lines with ids of their own."""
    return "".join(json.dumps({"id": f"x{n}", **GOOD}) + "\n" for n in range(count))


def test_each_line_gives_a_line_in_its_place(tmp_path: Path) -> None:
    """Results come in the order of the input, whatever the number of processes."""
    one = run(["assess", "--jobs", "1"], tmp_path, lines(150), toy=False)
    two = run(["assess", "--jobs", "2"], tmp_path, lines(150), toy=False)
    assert one.returncode == 0, one.stderr.decode()
    assert one.stdout == two.stdout
    rows = [json.loads(line) for line in one.stdout.splitlines()]
    assert [row["id"] for row in rows] == [f"x{n}" for n in range(150)]


def test_a_line_has_the_promised_keys_and_verbatim_quotes(tmp_path: Path) -> None:
    """Rating, span, confidence, evidence, missing, notices, act, assessor."""
    done = run(["assess"], tmp_path, lines(1), toy=False)
    row = json.loads(done.stdout)
    assert set(row) >= {
        "id", "rating", "span", "confidence", "evidence", "missing", "notices", "act", "assessor",
    }  # fmt: skip
    assert row["act"] == "answer"
    assert 0 <= row["rating"] <= 5
    assert row["span"][0] <= row["rating"] <= row["span"][1]
    assert row["evidence"]
    for item in row["evidence"]:
        assert GOOD["answer"][item["start"] : item["end"]] == item["quote"]  # type: ignore[index]


@pytest.mark.parametrize(
    ("line", "says"),
    [
        (b"not json", "line 1"),
        (b'{"id": "b", "aspect": "application", "answer": "x"}', "competence"),
        (b'{"id": "b", "competence": 99, "aspect": "application", "answer": "x"}', "99"),
        (b'{"id": "b", "competence": 1, "aspect": "skill", "answer": "x"}', "skill"),
        (b'{"id": "b", "competence": 1, "aspect": "knowledge", "answer": 5}', "answer"),
        (b'{"id": "b", "framework": "no", "competence": 1, "aspect": "knowledge", "answer": "x"}',
         "no"),
        (b'\xff\xfe{"id": 1}', "line 1"),
        (b"[" * 100_000, "line 1"),
    ],
    ids=["no-json", "no-competence", "unknown-competence", "unknown-aspect", "answer-no-text",
         "unknown-framework", "no-utf8", "too-deep"],
)  # fmt: skip
def test_a_bad_line_gives_an_error_in_its_place_and_the_rest_goes_on(
    tmp_path: Path, line: bytes, says: str
) -> None:
    """Exit 1; the good line after it is rated all the same."""
    done = run(["assess", "--jobs", "1"], tmp_path, line + b"\n" + lines(1).encode(), toy=False)
    assert done.returncode == 1
    bad, good = (json.loads(text) for text in done.stdout.splitlines())
    assert says in bad["error"]
    assert set(bad) == {"id", "error"}
    assert good["id"] == "x0"
    assert good["rating"] is not None


def test_what_is_no_answer_is_not_rated(tmp_path: Path) -> None:
    """A question back has the rating null and a notice that says why."""
    row = {"id": 1, **GOOD, "answer": "sorry, what do you mean by that?"}
    done = json.loads(run(["assess"], tmp_path, json.dumps(row), toy=False).stdout)
    assert (done["rating"], done["span"], done["act"]) == (None, None, "clarify")
    assert "not-an-answer" in done["notices"]


def test_an_endless_line_is_cut_in_bounded_memory() -> None:
    """A line beyond the limit is passed on short, and the next line is found."""
    stream = io.BytesIO(b"x" * (3 * MAX_LINE) + b"\n\n  \nnext\n")
    found = [(number, len(line)) for number, line in bounded_lines(stream)]
    assert found == [(1, MAX_LINE + 1), (4, 5)]
    (long,) = assess_lines([(1, b"x" * (MAX_LINE + 1))], FRAMEWORKS, jobs=1)
    assert not long.ok
    assert b"longer than 8 MB" in long.line


def test_lines_are_asked_for_only_as_they_are_rated() -> None:
    """The input streams: nothing is read far ahead of what has come out."""
    taken = 0

    def endless() -> object:
        nonlocal taken
        while True:
            taken += 1
            yield taken, lines(1).encode()

    rated = assess_lines(endless(), FRAMEWORKS, jobs=1)  # type: ignore[arg-type]
    for _ in range(5):
        next(rated)
    assert taken == 5


def test_a_framework_is_loaded_once(monkeypatch: pytest.MonkeyPatch) -> None:
    """The second line of a framework does not load it again."""
    from interviewer import bulk

    calls: list[str] = []
    load = bulk.load
    monkeypatch.setattr(bulk, "load", lambda folder, name: calls.append(name) or load(folder, name))
    rater = Rater(FRAMEWORKS)
    for number in range(3):
        assert rater.rate(number, lines(1).encode()).ok
    assert calls == ["apm-2"]

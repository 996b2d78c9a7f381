"""The charts as pictures in a page."""

from __future__ import annotations

import xml.etree.ElementTree as ET
from datetime import date

import pytest
from report_samples import asks, both, record_at

from interviewer.export.charts import COLOURS, profile_svg, trend_svg
from interviewer.review.charts import TrendPoint
from interviewer.review.standing import CompetenceStanding, standing

SVG = "{http://www.w3.org/2000/svg}"


def competences() -> tuple[CompetenceStanding, ...]:
    """Two, with all kinds of figures."""
    levels = both(n1=(3, 0), n2=(None, 5))
    wanted = [asks(1, 3, 3), asks(2, 2, None)]
    return standing(record_at(levels, wanted, [asks(1, 4, 4)], own=[(2, 4), (None, 3)])).competences


def points(*told: tuple[int, int | None]) -> list[TrendPoint]:
    """Attempts by day of March 2026 and level."""
    return [TrendPoint(day=date(2026, 3, day), level=level) for day, level in told]


def test_a_profile_is_a_picture_with_words() -> None:
    """Role, title, and a description that says all that is drawn."""
    root = ET.fromstring(profile_svg(competences(), name="one"))
    assert root.get("role") == "img"
    assert root.get("aria-labelledby") == "one-title one-desc"
    ids = {each.get("id"): each.text for each in root if each.get("id")}
    assert ids["one-title"] == "Levels heard, from 0 to 5"
    assert ids["one-desc"] == (
        "Toy 1: Application 3 of 5, required 3, required for the next role 4, you said 2. "
        "Toy 1: Knowledge 0 of 5, not demonstrated, required 3, required for the next role 4, "
        "you said 4. Toy 2: Application not rated, required 2. "
        "Toy 2: Knowledge 5 of 5, you said 3."
    )


def test_bars_are_as_long_as_their_levels() -> None:
    """0 is a bar of no length, not rated none at all."""
    root = ET.fromstring(profile_svg(competences()))
    bars = [each for each in root.iter(f"{SVG}rect") if each.get("fill") == COLOURS["bar"]]
    legend, *drawn = (int(each.get("width", "")) for each in bars)
    assert legend > 0
    assert drawn == [240, 0, 400]
    told = [each.text for each in root.iter(f"{SVG}text")]
    assert [each for each in told if each in ("3 of 5", "0 of 5", "not rated", "5 of 5")] == [
        "3 of 5",
        "0 of 5",
        "not rated",
        "5 of 5",
    ]


def test_marks_differ_in_shape() -> None:
    """A ring for oneself, a bar across for what is required, a diamond for what comes next."""
    root = ET.fromstring(profile_svg(competences()))
    own = [each for each in root.iter(f"{SVG}circle") if each.get("stroke") == COLOURS["own"]]
    required = [e for e in root.iter(f"{SVG}rect") if e.get("fill") == COLOURS["required"]]
    after = [each for each in root.iter(f"{SVG}path") if each.get("fill") == COLOURS["next"]]
    assert (len(own), len(required), len(after)) == (1 + 3, 1 + 3, 1 + 2)


def test_a_legend_explains_only_what_is_there() -> None:
    """Without a role nothing is required."""
    plain = profile_svg(standing(record_at(both(n1=(3, 3)))).competences)
    assert "required" not in plain and "you said" in plain


def test_nothing_to_show_is_no_picture() -> None:
    """Not an empty frame."""
    assert profile_svg([]) == ""
    assert trend_svg("Toy", []) == ""


def test_a_trend_is_a_picture_with_words() -> None:
    """What was not rated breaks the line; the days stand below."""
    root = ET.fromstring(
        trend_svg("Toy 1, application", points((1, 1), (5, 2), (9, None), (21, 4)), required=3)
    )
    assert root.findtext(f"{SVG}title") == "Toy 1, application"
    assert root.findtext(f"{SVG}desc") == (
        "Toy 1, application: 1 on 1 Mar 2026, then 2 on 5 Mar 2026, then not rated on "
        "9 Mar 2026, then 4 on 21 Mar 2026."
    )
    assert len(list(root.iter(f"{SVG}circle"))) == 3
    lines = [each.get("points", "").split() for each in root.iter(f"{SVG}polyline")]
    assert [len(line) for line in lines] == [2]
    told = [each.text for each in root.iter(f"{SVG}text")]
    assert {"not rated", "required", "1 March 2026", "21 March 2026"} <= set(told)


def test_hostile_titles_stay_text() -> None:
    """Whatever a framework calls a competence."""
    evil = '</title><script>alert("x")</script>\x1b[31m\x00'
    root = ET.fromstring(trend_svg(evil, points((1, 1))))
    assert root.findtext(f"{SVG}title") == '</title><script>alert("x")</script>'
    assert not list(root.iter(f"{SVG}script"))


def _luminance(colour: str) -> float:
    parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    red, green, blue = (p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


@pytest.mark.parametrize("name", COLOURS)
def test_every_colour_stands_out_against_white(name: str) -> None:
    """At least 4.5:1, as for text."""
    assert 1.05 / (_luminance(COLOURS[name]) + 0.05) >= 4.5


def test_pictures_use_those_colours_and_white_only() -> None:
    """So that the measurement above is of all there is."""
    drawn = profile_svg(competences()) + trend_svg("T", points((1, 1), (2, 2)), required=2)
    found = {
        value
        for line in drawn.split("<")
        for part in line.split('"')
        for value in [part]
        if part.startswith("#") and len(part) == 7
    }
    assert found <= {*COLOURS.values(), "#ffffff"}

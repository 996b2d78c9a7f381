"""Whether text stands out from its ground, as a screen shows it.

The ratio is that of WCAG 2.2 (https://www.w3.org/TR/WCAG22/#dfn-contrast-ratio).
"""

from __future__ import annotations

from collections.abc import Iterator

from driving import Driver
from textual.color import Color
from textual.screen import Screen

from interviewer.tui.themes import DARK, LIGHT

AT_LEAST = 4.5
LINES_AND_BLOCKS = " ─│╭╮╰╯▁▂▃▄▅▆▇█▔▕▊▎▌▐▍▏▀"


async def check_contrast(it: Driver) -> None:
    """All text in front stands out by 4.5 to 1 or more, in the light and in the dark look."""
    for look in (LIGHT, DARK):
        it.app.theme = look.name
        await it.pilot.pause()
        assert not set(_weak(it.app.screen))


def _weak(screen: Screen[object]) -> Iterator[tuple[str, float]]:
    """The texts that do not stand out; what lies behind a dialogue is meant to be faint."""
    front = screen.query(".dialogue")
    shown = front.first().region if front else screen.region
    for strip in screen._compositor.render_strips()[shown.y : shown.bottom]:
        for segment in strip.crop(shown.x, shown.right):
            text, style = segment.text.strip(LINES_AND_BLOCKS), segment.style
            if text and style and style.color and style.bgcolor:
                ratio = _ratio(*(Color.from_rich_color(c) for c in (style.color, style.bgcolor)))
                if ratio < AT_LEAST:
                    yield text, round(ratio, 1)


def _ratio(one: Color, other: Color) -> float:
    light, dark = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def _luminance(color: Color) -> float:
    parts = [c / 12.92 if c <= 0.03928 else ((c + 0.055) / 1.055) ** 2.4 for c in color.normalized]
    return 0.2126 * parts[0] + 0.7152 * parts[1] + 0.0722 * parts[2]

"""A small standard with an end-point assessment on disk: two methods, three themes."""

from __future__ import annotations

from pathlib import Path

THEMES = ("Bricks", "Mortar", "Towers")

_EPA = """\
note: Ours.
methods:
  - {id: report, title: Report with presentation and questions, works_from: report, minutes: 20,
     presentation_minutes: 5, extra_time: 10, questions: 3, default: true}
  - {id: discussion, title: Professional discussion, minutes: 30, extra_time: 10, questions: 3,
     default: true}
grades:
  - {id: pass, title: Pass, shows: Did it., doing: led, knowing: explains, default: true}
  - {id: distinction, title: Distinction, shows: Weighs it., doing: led, knowing: evaluates,
     of_themes: 70, default: true}
overall:
  default: true
  table:
    - {grades: {report: pass, discussion: pass}, overall: Pass}
    - {grades: {report: pass, discussion: distinction}, overall: Merit}
    - {grades: {report: distinction, discussion: pass}, overall: Merit}
    - {grades: {report: distinction, discussion: distinction}, overall: Distinction}
themes:
"""

_QUESTION = """\
  - id: epa-{theme}-{method}-{nth}
    method: {method}
    aspect: {aspect}
    complexity: {complexity}
    text: "{text}"
    plainer: "Plainly, {nth} of {theme} at {method} time."
    ksbs: [{ksb}]
    follow_ups: ["More on {theme} {nth}, please?", "And then, for {theme} {nth}?"]
    pass: ["Did it"]
    distinction: ["Weighed it"]
"""

_REPORT = """\
    taking_up: 'You write "{{quote}}". What was yours in it?'
    cues: [{word}, {word} wall, trowel]
"""

_TEXTS = (
    "Tell me of your own {theme} in the {method}, which were number one.",
    "How would anybody explain {theme} at {method} time, as number two?",
    "Which hard case of {theme} comes up for {method}, for a third time?",
)


def write(root: Path) -> Path:
    """Write the standard into the frameworks folder ``root``."""
    place = root / "std"
    (place / "exam-questions").mkdir(parents=True)
    (place / "framework.yaml").write_text(
        'id: std\ntitle: Builder (level 4)\nshort: Builder\nversion: "1"\nsource: made up\n'
        "licence: CC0\n"
    )
    known = ((f"K{n}", f"How {name.lower()} work.") for n, name in enumerate(THEMES, start=1))
    able = ((f"S{n}", f"Use {name.lower()}.") for n, name in enumerate(THEMES, start=1))
    (place / "ksbs.yaml").write_text(
        f"knowledge:\n{_statements(known)}skills:\n{_statements(able)}behaviours: []\n"
    )
    themes = "".join(
        f"  - {{id: {name.lower()}, title: {name}, ksbs: [K{n}, S{n}]}}\n"
        for n, name in enumerate(THEMES, start=1)
    )
    (place / "epa.yaml").write_text(f"grouping: ours\n{_EPA}{themes}")
    for n, name in enumerate(THEMES, start=1):
        (place / "exam-questions" / f"{name.lower()}.yaml").write_text(_questions(n, name.lower()))
    return root


def _statements(rows: object) -> str:
    return "".join(f'  - {{id: {name}, statement: "{text}"}}\n' for name, text in rows)  # type: ignore[attr-defined]


def _questions(number: int, theme: str) -> str:
    rows = []
    for method in ("report", "discussion"):
        for nth in (1, 2, 3):
            row = _QUESTION.format(
                theme=theme,
                method=method,
                nth=nth,
                text=_TEXTS[nth - 1].format(theme=theme, method=method),
                aspect="application" if nth % 2 else "knowledge",
                complexity=("low", "some", "high")[nth - 1],
                ksb=f"K{number}" if nth == 2 else f"S{number}",
            )
            rows.append(row + (_REPORT.format(word=theme) if method == "report" else ""))
    return f"theme: {theme}\nquestions:\n" + "".join(rows)

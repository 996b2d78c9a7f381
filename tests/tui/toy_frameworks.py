"""A small framework on disk, quick to load, with a hostile title or two."""

from __future__ import annotations

from pathlib import Path

HOSTILE_TITLE = "[/] Role [@click=app.quit]x[/]"
LEVELS = ("Not demonstrated", "Aware", "Practised", "Competent", "Proficient", "Expert")
TITLES = ("Risk", "Scope", "Schedule", "Budget", "Transition", "x[i]=y[0]")

_QUESTION = """\
  - id: toy-{number:02}-{aspect}-{complexity}-{nth}
    aspect: {aspect}
    complexity: {complexity}
    factors: [risk]
    text: "The {aspect} {complexity} question {nth} on {title}: what did you do?"
    plainer: "Plainly, {aspect} {complexity} {nth} on {title}."
    looks_for:
      - {{level: 2, sign: "Helped with it"}}
      - {{level: 3, sign: "Did it alone"}}
      - {{level: 4, sign: "Guided others in it"}}
"""

_PROFILES = f"""\
profiles:
  - id: officer
    title: Officer
    conditions:
      - id: programme
        question: "Do you work in a programme office?"
    requirements:
      - {{competence: 1, application: 3, knowledge: 3}}
      - {{competence: 2, application: 3, knowledge: 3}}
      - {{competence: 3, application: 2, knowledge: 2}}
      - {{competence: 4, application: 2, knowledge: 2}}
      - {{competence: 5, application: 2, knowledge: 2, only: programme}}
    not_required: [6]
  - id: specialist
    title: Specialist
    based_on: officer
    rules:
      - application: 4
        knowledge: 4
        always: [1, 2]
        choose_from: [3, 4]
        at_least: 1
        minimum: 3
  - id: hostile
    title: "{HOSTILE_TITLE}"
    requirements:
      - {{competence: 6, application: 3, knowledge: 3}}
    not_required: [1, 2, 3, 4, 5]
"""


def write(root: Path) -> Path:
    """Write the frameworks folder and return it."""
    place = root / "toy"
    for name in ("competences", "questions"):
        (place / name).mkdir(parents=True)
    (place / "framework.yaml").write_text(_head())
    (place / "profiles.yaml").write_text(_PROFILES)
    for number, title in enumerate(TITLES, start=1):
        name = f"{number:02}-toy.yaml"
        (place / "competences" / name).write_text(
            f'number: {number}\ntitle: "{title}"\ndefinition: "About {title}."\n'
            f"terms: [toy{number}]\n"
        )
        (place / "questions" / name).write_text(_questions(number, title))
    return root


def _head() -> str:
    levels = "".join(
        f"  - {{level: {n}, name: {name}, application: Does {n}, knowledge: Knows {n}}}\n"
        for n, name in enumerate(LEVELS)
    )
    complexities = "".join(
        f"  - {{id: {name}, name: {name}, description: It is {name}.}}\n"
        for name in ("low", "some", "high")
    )
    factors = "".join(
        f"  - {{id: {name}, name: {name}, low: little, some: some, high: much}}\n"
        for name in ("objectives", "risk", "novelty", "interfaces")
    )
    return (
        'id: toy\ntitle: Toy framework\nversion: "1"\nsource: made up\nlicence: CC0\n'
        f"scale:\n{levels}complexities:\n{complexities}factors:\n{factors}"
    )


def _questions(number: int, title: str) -> str:
    rows = [
        _QUESTION.format(number=number, aspect=aspect, complexity=complexity, nth=nth, title=title)
        + ("    key_ideas: [an idea]\n" if aspect == "knowledge" else "")
        for aspect in ("application", "knowledge")
        for complexity in ("low", "some", "high")
        for nth in (1, 2)
    ]
    return f"competence: {number}\nquestions:\n" + "".join(rows)

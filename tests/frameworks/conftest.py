"""The shipped frameworks, and one by files alone, as small as can be, that tests change."""

from __future__ import annotations

from pathlib import Path

import pytest

from interviewer.domain import Framework
from interviewer.framework.loader import check, load

FRAMEWORKS = Path(__file__).parents[2] / "frameworks"

HEAD = """\
id: toy
title: Toy
version: "1"
source: A test
licence: None needed
"""

COMPETENCE = """\
number: 1
title: Stacking
definition: Putting bricks upon each other so that they stay there.
terms: [brick, tower]
"""

PROFILES = """\
profiles:
  - id: builder
    title: Builder
    requirements:
      - {competence: 1, application: 3, knowledge: 2}
"""

KSBS = """\
knowledge:
  - {id: K1, statement: Bricks.}
skills:
  - {id: S1, statement: Stack.}
behaviours: []
"""


def question(aspect: str, complexity: str, text: str) -> str:
    """One question of the toy's bank, as an item of the list."""
    ideas = "\n    key_ideas: [gravity]" if aspect == "knowledge" else ""
    return f"""\
  - id: toy-1-{aspect}-{complexity}
    aspect: {aspect}
    complexity: {complexity}
    factors: [risk]
    text: {text}
    plainer: Think of the bricks that you had that day.
    looks_for:
      - {{level: 1, sign: Stacks}}
      - {{level: 2, sign: Stacks well}}
      - {{level: 3, sign: Stacks high}}{ideas}
"""


TEXTS = (
    ("application", "low", "A friend hands you two bricks of one size. What did you build?"),
    ("application", "some", "The bricks come late, in three sizes. What did you do about that?"),
    (
        "application",
        "high",
        "Two architects want different towers by noon. How did it end?",
    ),
    ("knowledge", "low", "Somebody new asks why towers fall over. What would you tell them?"),
    ("knowledge", "some", "When would you choose a wide base rather than a thick wall, and why?"),
    ("knowledge", "high", "Which usual advice about towers breaks down on sand, in your view?"),
)

QUESTIONS = "competence: 1\nquestions:\n" + "".join(question(*each) for each in TEXTS)

FILES = {
    "toy/framework.yaml": HEAD,
    "toy/profiles.yaml": PROFILES,
    "toy/competences/01-stacking.yaml": COMPETENCE,
    "toy/questions/01-stacking.yaml": QUESTIONS,
}


class Folder:
    """A frameworks folder that a test writes into and checks."""

    def __init__(self, root: Path) -> None:
        self.root = root

    def write(self, name: str, text: str | bytes) -> Path:
        """Write the file ``name`` and return its path."""
        path = self.root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(text if isinstance(text, bytes) else text.encode())
        return path

    def change(self, name: str, old: str, new: str) -> None:
        """Replace ``old``, which must be there, in the file ``name``."""
        text = (self.root / name).read_text()
        assert old in text
        self.write(name, text.replace(old, new, 1))

    def told(self, *names: str) -> list[str]:
        """What check says of the paths ``names`` (none: of the whole folder), from the root on."""
        problems = check([self.root / name for name in names] or [self.root])
        return [str(problem).removeprefix(f"{self.root}/") for problem in problems]


@pytest.fixture
def folder(tmp_path: Path) -> Folder:
    """An empty frameworks folder."""
    return Folder(tmp_path)


@pytest.fixture
def toy(folder: Folder) -> Folder:
    """A frameworks folder with one whole, small framework and its questions."""
    for name, text in FILES.items():
        folder.write(name, text)
    return folder


@pytest.fixture
def linked(toy: Folder) -> Folder:
    """The toy with a second framework of KSBs and a crosswalk between the two."""
    toy.write("std/framework.yaml", HEAD.replace("id: toy", "id: std"))
    toy.write("std/ksbs.yaml", KSBS)
    toy.write(
        "crosswalk.yaml",
        """\
note: Ours.
competences_of: toy
ksbs:
  - framework: std
    links:
      - {ksb: K1, competences: [1]}
      - {ksb: S1, competences: [1]}
""",
    )
    return toy


@pytest.fixture(scope="session")
def apm() -> Framework:
    """The APM framework, second edition."""
    return load(FRAMEWORKS, "apm-2")


@pytest.fixture(scope="session")
def standard() -> Framework:
    """The Associate Project Manager standard."""
    return load(FRAMEWORKS, "st0310-1.4")


@pytest.fixture(scope="session")
def nhs() -> Framework:
    """The NHS PMO pathway."""
    return load(FRAMEWORKS, "nhs-pmo")

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
    ("application", "low", "What did you build when a friend gave you two bricks of one size?"),
    ("application", "some", "Tell me what you did when the bricks came late, in three sizes."),
    (
        "application",
        "high",
        "Two architects share a hill. Each wants a tower. The bricks are few. How did it end?",
    ),
    ("knowledge", "low", "Somebody new asks why towers fall over. What would you tell them?"),
    ("knowledge", "some", "When would you choose a wide base rather than a thick wall, and why?"),
    ("knowledge", "high", "Which usual advice about towers breaks down on sand, in your view?"),
)

QUESTIONS = "competence: 1\nquestions:\n" + "".join(question(*each) for each in TEXTS)

PROBES = """\
competence: 1
application:
  occasion: ["Which tower comes to mind?", "Take one tower. What came of it?"]
  own_part: ["Which bricks were yours?", "What did your own hands do there?"]
  led: ["Who settled how high it would be?", "How did that height come about?"]
  complexity: ["How firm was the ground?", "Who else wanted those bricks?"]
  supervised: ["Who else was stacking at the time?", "How was the stacking shared out?"]
  sought: ["What happens when another team's tower leans?", "Where do builders turn when stuck?"]
  hard_context: ["Which tower gave you most trouble?", "When was stacking hardest for you?"]
knowledge:
  describes: ["What belongs to a good tower?", "What would one see in a sound wall?"]
  explains: ["What difference does the base make?", "How do bricks and height go together?"]
  evaluates: ["Where does a wide base let one down?", "What else could hold a tower up?"]
  hard_context: ["What becomes of this on sand?", "How would it be in a storm?"]
  originates: ["What do you do that no book tells?", "How has your way of stacking changed?"]
"""


def exemplar(aspect: str, level: int) -> str:
    """One exemplar of the toy's study page, as an item of the list."""
    return f"""\
  - aspect: {aspect}
    level: {level}
    question: toy-1-{aspect}-some
    answer: >-
      Level {level} of {aspect}. There were bricks, and then there was a tower that stood till noon.
    shows: It stood.
"""


STUDY = """\
competence: 1
note: >-
  A tower is a promise that bricks make to each other. It is kept as long as nobody asks one of
  them for more than it can carry. Look at the lowest first, because what goes wrong there is seen
  only at the top, and then it is late. Wind and children come when they like.
confusions:
  - these: [brick, stone]
    difference: A brick is made and a stone is found, so that only one of them comes in a size.
exemplars:
""" + "".join(
    exemplar(aspect, n) for aspect in ("application", "knowledge") for n in range(5, 0, -1)
)


def step(aspect: str, level: int) -> str:
    """One step of the toy's development file, as an item of the list."""
    verb, count = ("Build", 10 + level) if aspect == "application" else ("Draw", 20 + level)
    return f"""\
  - aspect: {aspect}
    to: {level}
    looks_like: >-
      You stack {count} bricks before noon, and nobody has to come and straighten the tower.
    actions:
      - {verb} a tower of {count} bricks.
      - {verb} another one with {count} stones.
    ask_mentor: Which of my {count} would you have left out?
"""


STEPS = "competence: 1\nsteps:\n" + "".join(
    step(aspect, n) for aspect in ("application", "knowledge") for n in range(2, 6)
)

# The bank of a framework that is about KSBs and an exam, beside the toy of competences.
PLAN = """\
note: Ours.
methods:
  - {id: report, title: Report, minutes: 30, questions: 3, default: true}
  - {id: discussion, title: Discussion, minutes: 30, questions: 3, default: true}
themes:
  - {id: bricks, title: Bricks, ksbs: [K1, S1]}
"""


def exam_question(name: str, method: str, text: str, more: str = "") -> str:
    """One exam question, as an item of the list."""
    return f"""\
  - id: {name}
    method: {method}
    aspect: application
    complexity: low
    text: {text}
    plainer: Think of the bricks that you had that day.
    ksbs: [K1, S1]
    follow_ups: ["How high did it get?", "What became of it?"]
    pass: [Stacked it]
    distinction: [Weighed it]
{more}"""


TAKING_UP = """\
    taking_up: 'You write "{quote}". Who thought of that?'
    cues: [brick, tower, wall]
"""
EXAM_QUESTIONS = (
    "theme: bricks\nquestions:\n"
    + exam_question("std-d1", "discussion", "Which of your walls are you fond of? Tell me of it.")
    + exam_question(
        "std-r1", "report", "In the house of your report, what held the roof up?", TAKING_UP
    )
)

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


@pytest.fixture
def banked(linked: Folder) -> Folder:
    """The linked toys with probes, a study page, development steps, and exam questions."""
    linked.write("toy/probes/01-stacking.yaml", PROBES)
    linked.write("toy/study/01-stacking.yaml", STUDY)
    linked.write("toy/development/01-stacking.yaml", STEPS)
    linked.write("std/epa.yaml", PLAN)
    linked.write("std/exam-questions/bricks.yaml", EXAM_QUESTIONS)
    return linked


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

"""The reader with the competences that the labelled answers are about."""

from __future__ import annotations

import sys
from pathlib import Path

from labelled import ROOT, Row

sys.path.insert(0, str(ROOT))

from interviewer.assessor import network
from interviewer.assessor.assess import assess
from interviewer.assessor.base import Reader
from interviewer.domain import Aspect, Assessment, Competence, Exchange, Prompt
from interviewer.framework.loader import load

FRAMEWORKS = ROOT / "frameworks"


class Known:
    """The reader, and the competences that it is asked about."""

    def __init__(self, model: Path | None = None) -> None:
        """Load the model in the folder ``model``, or the one that is shipped."""
        if model is not None:
            loaded = network.Network(model)
            network.network.cache_clear()
            network.network = lambda: loaded  # type: ignore[assignment]
        from interviewer.assessor import embedded

        if model is not None:
            embedded.network = network.network
        competences = load(FRAMEWORKS, "apm-2").competences
        self.competences: dict[int, Competence] = {each.number: each for each in competences}
        self.reader: Reader = embedded.EmbeddedReader(competences)

    def prompt(self, row: Row) -> Prompt:
        """What an answer answers. It is one: kinds of turn are measured apart."""
        earlier = (Exchange(question=q, answer=a) for q, a in row.get("earlier") or ())
        return Prompt(
            competence=self.competences[row["competence"]],
            aspect=Aspect(row["aspect"]),
            question=row["question"],
            earlier=tuple(earlier),
            insisted=True,
        )

    def assess(self, row: Row, answer: str | None = None) -> Assessment:
        """An answer, assessed; or another in its place."""
        return assess(
            self.reader, self.prompt(row), answer if answer is not None else row["answer"]
        )

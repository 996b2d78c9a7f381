from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import jsonschema
import pytest

from interviewer.framework.nodes import Mapping, Node, Sequence, compose
from interviewer.framework.schema import schema_files, write_schemas

FRAMEWORKS = Path(__file__).parents[2] / "frameworks"

# A file of each kind, where the shipped frameworks have it.
FILES = {
    "framework": "apm-2/framework.yaml",
    "profiles": "apm-2/profiles.yaml",
    "competence": "apm-2/competences/12-risk-opportunity-and-issue-management.yaml",
    "questions": "apm-2/questions/12-risk-opportunity-and-issue-management.yaml",
    "probes": "apm-2/probes/12-risk-opportunity-and-issue-management.yaml",
    "study": "apm-2/study/12-risk-opportunity-and-issue-management.yaml",
    "development": "apm-2/development/12-risk-opportunity-and-issue-management.yaml",
    "exam-questions": "st0310-1.4/exam-questions/risk-and-issues.yaml",
    "ids": "apm-2/ids.yaml",
    "duties": "st0310-1.4/duties.yaml",
    "ksbs": "st0310-1.4/ksbs.yaml",
    "epa": "st0310-1.4/epa.yaml",
    "signs": "st0310-1.4/signs.yaml",
    "bands": "nhs-pmo/bands.yaml",
    "crosswalk": "crosswalk.yaml",
}


def plain(node: Node | None) -> Any:
    """The Python value of a tree."""
    if isinstance(node, Sequence):
        return [plain(item) for item in node.items]
    if isinstance(node, Mapping):
        return {key: plain(value) for key, (_, value) in node.entries.items()}
    assert node is not None
    return node.value


def test_the_schema_files_are_fresh() -> None:
    """After a change to the shapes, scripts/make_schemas must be run."""
    folder = FRAMEWORKS / "schemas"
    there = {path.name: path.read_text(encoding="utf-8") for path in folder.glob("*.json")}
    assert there == schema_files()


def test_there_is_a_schema_for_each_kind_of_file() -> None:
    """Every schema names its draft and title, for editors."""
    schemas = {name.removesuffix(".schema.json"): text for name, text in schema_files().items()}
    assert schemas.keys() == FILES.keys()
    for text in schemas.values():
        schema = json.loads(text)
        assert schema["$schema"] == "https://json-schema.org/draft/2020-12/schema"
        assert schema["title"].startswith("Interviewer: the ")


@pytest.mark.parametrize("name", FILES)
def test_the_shipped_files_are_valid_under_their_schemas(name: str) -> None:
    """The schemas, which other programs use, accept what our own reading accepts."""
    schema = json.loads(schema_files()[f"{name}.schema.json"])
    validator = jsonschema.Draft202012Validator(schema)
    validator.check_schema(schema)
    data = plain(compose(name, (FRAMEWORKS / FILES[name]).read_bytes(), []))
    validator.validate(data)
    assert not validator.is_valid(data | {"unheard-of": 1})


def test_writing_makes_the_folder(tmp_path: Path) -> None:
    """The tool needs nothing to be there before."""
    paths = write_schemas(tmp_path / "a" / "schemas")
    assert {path.name: path.read_text(encoding="utf-8") for path in paths} == schema_files()

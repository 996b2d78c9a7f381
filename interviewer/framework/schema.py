"""JSON Schemas of the framework files, for editors and other programs.

An editor that knows YAML shows descriptions and problems while an author types when the first line
of a data file names its schema:

    # yaml-language-server: $schema=../schemas/framework.schema.json

The schemas are generated from the shapes by ``scripts/make_schemas``; a test fails when they are
stale. They say what a file may hold; ``interviewer check`` also says what files say of each other.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import msgspec

from interviewer.framework.shapes import CrosswalkFile, Shape
from interviewer.framework.sources import CROSSWALK, FILES, FOLDERS

_DRAFT = "https://json-schema.org/draft/2020-12/schema"

# A file about one competence has the singular name, one with many things the plural.
_NAMES = {"competences": "competence"}


def shapes() -> dict[str, type[Shape]]:
    """The shape of each kind of file, by its name: framework, profiles, competence ..."""
    files = {name.removesuffix(".yaml"): shape for name, shape in FILES.items()}
    folders = {_NAMES.get(name, name): shape for name, shape in FOLDERS.items()}
    return files | folders | {CROSSWALK.removesuffix(".yaml"): CrosswalkFile}


def schema_files() -> dict[str, str]:
    """The text of each schema file, by its name."""
    return {
        f"{name}.schema.json": json.dumps(_schema(name, shape), indent=2, ensure_ascii=False) + "\n"
        for name, shape in shapes().items()
    }


def write_schemas(folder: Path) -> list[Path]:
    """Write all schema files into ``folder``; returns their paths."""
    folder.mkdir(parents=True, exist_ok=True)
    paths = []
    for name, text in schema_files().items():
        path = folder / name
        path.write_text(text, encoding="utf-8")
        paths.append(path)
    return paths


def _schema(name: str, shape: type[Shape]) -> dict[str, Any]:
    title = f"Interviewer: the {name} file of a framework"
    return {"$schema": _DRAFT, "title": title} | msgspec.json.schema(shape)

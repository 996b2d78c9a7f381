"""``interviewer check``: every problem of a frameworks folder, a framework or a single file."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from pathlib import Path

import msgspec

from interviewer.domain import InterviewerError
from interviewer.framework.documents import read_document, read_tree
from interviewer.framework.language_checks import check_language
from interviewer.framework.library_checks import check_library
from interviewer.framework.nodes import Mapping
from interviewer.framework.own_checks import check_document
from interviewer.framework.problems import Problem
from interviewer.framework.shapes import CrosswalkFile, Shape
from interviewer.framework.sources import (
    CROSSWALK,
    FILES,
    FOLDERS,
    HEAD,
    SCHEMAS,
    entries,
    framework_folders,
    misplaced,
    read_crosswalk,
    read_source,
    yaml_files,
)


def check(paths: Iterable[Path]) -> list[Problem]:
    """Every problem under ``paths``: frameworks folders, framework folders or single files.

    Raises:
        InterviewerError: a path does not exist or can't be looked at.
    """
    found: set[Problem] = set()
    for path in paths:
        found.update(_check_path(path))
    return sorted(found)


def _check_path(path: Path) -> Iterable[Problem]:
    try:
        os.stat(path)
    except (OSError, ValueError) as error:  # ValueError: a NUL in the path
        reason = getattr(error, "strerror", None) or str(error)
        raise InterviewerError(f"{path}: {reason}.") from None
    if not path.is_dir():
        return _check_file(path)
    if any(os.path.lexists(path / name) for name in (*FILES, *FOLDERS)):
        return _check_framework(path)
    if path.absolute().name in FOLDERS:
        return _check_folder(path)
    return _check_frameworks(path)


def _check_frameworks(root: Path) -> Iterator[Problem]:
    """The problems of all frameworks in ``root``, and of what else lies there."""
    problems: list[Problem] = []
    folders = []
    for path in entries(root, problems):
        if os.path.isdir(path):
            folders += [path] if path.name != SCHEMAS else []
        elif path.suffix.lower() in (".yaml", ".yml") and path.name != CROSSWALK:
            message = f'"{path.name}" has no place here; only {CROSSWALK} lies beside frameworks'
            problems.append(Problem(str(path), 1, 1, message))
    if not folders:
        problems.append(Problem(str(root), 1, 1, f"no folder here has a {HEAD}"))
    yield from problems
    yield from _library(root, folders)


def _library(root: Path, folders: Iterable[Path]) -> Iterator[Problem]:
    """The problems of the frameworks in ``folders``, and of the crosswalk that lies in ``root``."""
    problems: list[Problem] = []
    sources = {path.name: read_source(path, problems, bank=True) for path in folders}
    crosswalk = read_crosswalk(root, problems)
    yield from problems
    for source in sources.values():
        yield from misplaced(source.folder)
    yield from check_library(sources, crosswalk)


def _check_framework(folder: Path) -> Iterator[Problem]:
    """The problems of one framework's own files; those beside it are read for what they name."""
    # Paths such as "." and ".." do not tell their own name.
    own = folder if folder.name not in ("", "..") else Path(os.path.abspath(folder))
    ignored: list[Problem] = []
    beside = [path for path in framework_folders(own.parent, ignored) if path != own]
    for problem in _library(own.parent, [*beside, own]):
        if own in (Path(problem.path), *Path(problem.path).parents):
            yield problem


def _check_folder(folder: Path) -> Iterator[Problem]:
    """The problems that the files in a competences or questions folder have by themselves."""
    problems: list[Problem] = []
    for path in yaml_files(folder, problems):
        yield from _check_file(path)
    yield from problems


def _check_file(path: Path) -> Iterator[Problem]:
    """The problems that one file has by itself."""
    problems: list[Problem] = []
    shape = _shape_by_place(path) or _shape_by_keys(path, problems)
    if shape is not None:
        document = read_document(path, shape, problems)
        if document is not None:
            problems.extend(check_document(document))
            problems.extend(check_language(document))
    yield from problems


def _shape_by_place(path: Path) -> type[Shape] | None:
    """The shape of a file that has the place of one in a framework."""
    if path.suffix != ".yaml":
        return None
    if path.name == CROSSWALK:
        return CrosswalkFile
    return FILES.get(path.name) or FOLDERS.get(path.absolute().parent.name)


def _shape_by_keys(path: Path, problems: list[Problem]) -> type[Shape] | None:
    """The shape whose keys a file has most of; a problem and None when it has none of any."""
    found: list[Problem] = []
    root = read_tree(path, found)
    keys = set(root.entries) if isinstance(root, Mapping) else set()
    shapes: list[type[Shape]] = [*FILES.values(), *FOLDERS.values(), CrosswalkFile]
    best = max(shapes, key=lambda shape: _likeness(keys, shape))
    if _likeness(keys, best) > 0:
        return best  # reading it as that shape tells of the problems found here once more
    if not found:
        message = "this is not a framework file: neither its name nor its keys tell what it is"
        found.append(Problem(str(path), 1, 1, message))
    problems.extend(found)
    return None


def _likeness(keys: set[str], shape: type[Shape]) -> float:
    names = {field.encode_name for field in msgspec.structs.fields(shape)}
    return len(keys & names) / len(keys | names)

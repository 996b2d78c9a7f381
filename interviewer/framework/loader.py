"""Framework folders to domain values, and checking them.

A frameworks folder holds a folder for each framework, named by its id, and a ``crosswalk.yaml``
that links them. Loading reads only what is asked for; ``check`` reads everything.
"""

from __future__ import annotations

import os
from collections.abc import Collection
from pathlib import Path
from typing import TypeVar

from msgspec.structs import replace

from interviewer.domain import (
    Aspect,
    DevelopmentStep,
    ExamQuestion,
    Framework,
    FrameworkHead,
    InterviewerError,
    Question,
    Sign,
    Study,
)
from interviewer.framework.build import (
    Probes,
    build_development,
    build_exam_questions,
    build_framework,
    build_head,
    build_probes,
    build_questions,
    build_signs,
    build_study,
)
from interviewer.framework.checking import check
from interviewer.framework.cross_checks import check_source
from interviewer.framework.documents import read_document
from interviewer.framework.own_checks import check_document
from interviewer.framework.problems import FrameworkError, Problem, raise_if_any
from interviewer.framework.reading import did_you_mean
from interviewer.framework.roles import linked_roles
from interviewer.framework.shapes import (
    DevelopmentFile,
    ExamQuestionsFile,
    FrameworkFile,
    ProbesFile,
    ProfilesFile,
    QuestionsFile,
    Shape,
    SignsFile,
    StudyFile,
)
from interviewer.framework.sources import (
    HEAD,
    SIGNS,
    file_number,
    fingerprint,
    framework_folder,
    framework_folders,
    read_crosswalk,
    read_source,
    yaml_files,
)

__all__ = [
    "check",
    "find_profile",
    "list_heads",
    "load",
    "load_development",
    "load_exam_questions",
    "load_probes",
    "load_questions",
    "load_signs",
    "load_study",
]

ShapeT = TypeVar("ShapeT", bound=Shape)
Development = dict[tuple[int, Aspect, int], DevelopmentStep]


def list_heads(folder: Path) -> list[FrameworkHead]:
    """The frameworks in ``folder``, by id. Reads nothing but their ``framework.yaml``.

    Raises:
        FrameworkError: one of these files has problems.
    """
    problems: list[Problem] = []
    heads = []
    for path in framework_folders(folder, problems):
        document = read_document(path / HEAD, FrameworkFile, problems)
        if document is not None:
            problems.extend(check_document(document))
            heads.append(build_head(document.shape))
    raise_if_any(problems)
    return heads


def load(folder: Path, framework_id: str, *, roles: bool = False) -> Framework:
    """The framework with ``framework_id``, without its questions.

    Args:
        roles: also find the roles that other frameworks in ``folder`` describe, if the crosswalk
            links them to the competences of this one.

    Raises:
        InterviewerError: there is none.
        FrameworkError: its files, or the crosswalk, have problems.
    """
    place = framework_folder(folder, framework_id)
    problems: list[Problem] = []
    source = read_source(place, problems, bank=False)
    crosswalk = read_crosswalk(folder, problems)
    sha256 = fingerprint(place, problems)
    problems.extend(check_source(source))
    raise_if_any(problems)
    if source.head is None:  # the file vanished while we read
        raise InterviewerError(f"The file {place / HEAD} can't be read.")
    framework = build_framework(
        source.head.shape, source, crosswalk.shape if crosswalk else None, sha256
    )
    linked = crosswalk is not None and crosswalk.shape.competences_of == framework_id
    if not (roles and linked):
        return framework
    others = (load(folder, place.name) for place in framework_folders(folder, problems))
    elsewhere = tuple(linked_roles(each for each in others if not each.competences))
    return replace(framework, roles_elsewhere=elsewhere)


def load_questions(
    folder: Path, framework_id: str, competences: Collection[int] | None = None
) -> tuple[Question, ...]:
    """The questions about ``competences`` (None: about all), in the order of the files.

    Only the files of these competences are read.

    Raises:
        InterviewerError: there is no such framework.
        FrameworkError: the files have problems.
    """
    files = _about(folder, framework_id, "questions", QuestionsFile, competences)
    return tuple(each for shape in files for each in build_questions(framework_id, shape))


def load_probes(
    folder: Path, framework_id: str, competences: Collection[int] | None = None
) -> Probes:
    """The follow-ups about ``competences`` (None: about all); none where none were written.

    Only the files of these competences are read.

    Raises:
        InterviewerError: there is no such framework.
        FrameworkError: the files have problems.
    """
    found: Probes = {}
    for shape in _about(folder, framework_id, "probes", ProbesFile, competences):
        found |= build_probes(shape)
    return found


def load_study(folder: Path, framework_id: str, competence: int) -> Study | None:
    """What there is to learn from about ``competence``; None where nothing was written.

    Raises:
        InterviewerError: there is no such framework.
        FrameworkError: the file has problems.
    """
    shapes = _about(folder, framework_id, "study", StudyFile, {competence})
    return next((build_study(shape) for shape in shapes), None)


def load_development(
    folder: Path, framework_id: str, competences: Collection[int] | None = None
) -> Development:
    """The steps from level to level in ``competences`` (None: in all).

    Only the files of these competences are read.

    Returns:
        The steps by competence, aspect, and the level that they lead to.

    Raises:
        InterviewerError: there is no such framework.
        FrameworkError: the files have problems.
    """
    files = _about(folder, framework_id, "development", DevelopmentFile, competences)
    steps = (step for shape in files for step in build_development(shape))
    return {(step.competence, step.aspect, step.to): step for step in steps}


def load_exam_questions(
    folder: Path, framework_id: str, themes: Collection[str] | None = None
) -> tuple[ExamQuestion, ...]:
    """The questions of the end-point assessment on ``themes`` (None: on all).

    Only the files of these themes are read.

    Raises:
        InterviewerError: there is no such framework.
        FrameworkError: the files have problems.
    """
    problems: list[Problem] = []
    place = framework_folder(folder, framework_id) / "exam-questions"
    paths = yaml_files(place, problems)
    wanted = [path for path in paths if themes is None or path.stem in themes]
    files = _read(wanted, ExamQuestionsFile, problems)
    return tuple(each for shape in files for each in build_exam_questions(framework_id, shape))


def load_signs(folder: Path, framework_id: str) -> tuple[Sign, ...]:
    """The words that KSBs are recognised by wherever they appear; empty where there are none.

    Raises:
        InterviewerError: there is no such framework.
        FrameworkError: the file has problems.
    """
    path = framework_folder(folder, framework_id) / SIGNS
    files = _read([path] if path.exists() else [], SignsFile, [])
    return tuple(sign for shape in files for sign in build_signs(shape))


def _about(
    folder: Path,
    framework_id: str,
    kind: str,
    shape: type[ShapeT],
    competences: Collection[int] | None,
) -> list[ShapeT]:
    """What the files of one kind say about ``competences`` (None: about all), in their order."""
    problems: list[Problem] = []
    place = framework_folder(folder, framework_id) / kind
    wanted = []
    for path in yaml_files(place, problems):
        # A file without a number may be about anything: reading it tells its author so.
        number = file_number(path)
        if competences is None or number is None or number in competences:
            wanted.append(path)
    return _read(wanted, shape, problems)


def _read(paths: list[Path], shape: type[ShapeT], problems: list[Problem]) -> list[ShapeT]:
    """The files at ``paths``; raises for all problems of all of them at once."""
    documents = [read_document(path, shape, problems) for path in paths]
    read = [document for document in documents if document is not None]
    for document in read:
        problems.extend(check_document(document))
    raise_if_any(problems)
    return [document.shape for document in read]


def find_profile(folder: Path, profile_id: str) -> str:
    """The id of the framework whose competences the role ``profile_id`` is about.

    Raises:
        InterviewerError: none has; the sentence lists the profiles that there are.
        FrameworkError: none has, but some profiles could not be read.
    """
    problems: list[Problem] = []
    known: dict[str, str] = {}
    for place in framework_folders(folder, problems):
        path = place / "profiles.yaml"
        there = os.path.lexists(path)
        document = read_document(path, ProfilesFile, problems) if there else None
        for profile in document.shape.profiles if document else ():
            known.setdefault(profile.id, place.name)
    if profile_id in known:
        return known[profile_id]
    crosswalk = read_crosswalk(folder, problems)
    if crosswalk is not None:
        about = crosswalk.shape.competences_of
        elsewhere = load(folder, about, roles=True).roles_elsewhere
        known |= {role.id: about for role in elsewhere}
    if profile_id in known:
        return known[profile_id]
    if problems:
        raise FrameworkError(problems)
    mend = did_you_mean(profile_id, known) or f"; there are: {', '.join(known) or 'none'}"
    raise InterviewerError(f'There is no role profile "{profile_id}"{mend}')

"""Framework folders to domain values, and checking them.

A frameworks folder holds a folder for each framework, named by its id, and a ``crosswalk.yaml``
that links them. Loading reads only what is asked for; ``check`` reads everything.
"""

from __future__ import annotations

import os
from collections.abc import Collection
from pathlib import Path

from interviewer.domain import Framework, FrameworkHead, InterviewerError, Question
from interviewer.framework.build import build_framework, build_head, build_questions
from interviewer.framework.checking import check
from interviewer.framework.cross_checks import check_source
from interviewer.framework.documents import read_document
from interviewer.framework.own_checks import check_document
from interviewer.framework.problems import FrameworkError, Problem, raise_if_any
from interviewer.framework.reading import did_you_mean
from interviewer.framework.shapes import FrameworkFile, ProfilesFile, QuestionsFile
from interviewer.framework.sources import (
    HEAD,
    file_number,
    fingerprint,
    framework_folder,
    framework_folders,
    read_crosswalk,
    read_source,
    yaml_files,
)

__all__ = ["check", "find_profile", "list_heads", "load", "load_questions"]


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


def load(folder: Path, framework_id: str) -> Framework:
    """The framework with ``framework_id``, without its questions.

    Raises:
        InterviewerError: there is none.
        FrameworkError: its files, or the crosswalk, have problems.
    """
    place = framework_folder(folder, framework_id)
    problems: list[Problem] = []
    source = read_source(place, problems, questions=False)
    crosswalk = read_crosswalk(folder, problems)
    sha256 = fingerprint(place, problems)
    problems.extend(check_source(source))
    raise_if_any(problems)
    if source.head is None:  # the file vanished while we read
        raise InterviewerError(f"The file {place / HEAD} can't be read.")
    return build_framework(
        source.head.shape, source, crosswalk.shape if crosswalk else None, sha256
    )


def load_questions(
    folder: Path, framework_id: str, competences: Collection[int] | None = None
) -> tuple[Question, ...]:
    """The questions about ``competences`` (None: about all), in the order of the files.

    Only the files of these competences are read.

    Raises:
        InterviewerError: there is no such framework.
        FrameworkError: the files have problems.
    """
    place = framework_folder(folder, framework_id) / "questions"
    problems: list[Problem] = []
    questions: list[Question] = []
    for path in yaml_files(place, problems):
        # A file without a number may be about anything: reading it tells its author so.
        number = file_number(path)
        if competences is not None and number is not None and number not in competences:
            continue
        document = read_document(path, QuestionsFile, problems)
        if document is not None:
            problems.extend(check_document(document))
            questions.extend(build_questions(framework_id, document.shape))
    raise_if_any(problems)
    return tuple(questions)


def find_profile(folder: Path, profile_id: str) -> str:
    """The id of the framework that has the role profile ``profile_id``.

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
    if problems:
        raise FrameworkError(problems)
    mend = did_you_mean(profile_id, known) or f"; there are: {', '.join(known) or 'none'}"
    raise InterviewerError(f'There is no role profile "{profile_id}"{mend}')

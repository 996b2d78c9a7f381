"""Which files make a framework, and reading them: a folder to documents."""

from __future__ import annotations

import hashlib
import os
import re
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any, TypeVar

import msgspec

from interviewer.domain import InterviewerError
from interviewer.framework.documents import Document, read_bytes, read_document
from interviewer.framework.problems import Problem, raise_if_any
from interviewer.framework.reading import did_you_mean
from interviewer.framework.shapes import (
    BandsFile,
    CompetenceFile,
    CrosswalkFile,
    DevelopmentFile,
    DutiesFile,
    EpaFile,
    ExamQuestionsFile,
    FrameworkFile,
    IdsFile,
    KsbsFile,
    ProbesFile,
    ProfilesFile,
    QuestionsFile,
    Shape,
    SignsFile,
    StudyFile,
)

HEAD = "framework.yaml"
CROSSWALK = "crosswalk.yaml"
SIGNS = "signs.yaml"
SCHEMAS = "schemas"

# The files of a framework folder, and its folders of files about one competence or theme each.
FILES: dict[str, type[Shape]] = {
    HEAD: FrameworkFile,
    "profiles.yaml": ProfilesFile,
    "duties.yaml": DutiesFile,
    "ksbs.yaml": KsbsFile,
    "epa.yaml": EpaFile,
    SIGNS: SignsFile,
    "bands.yaml": BandsFile,
    "ids.yaml": IdsFile,
}
FOLDERS: dict[str, type[Shape]] = {
    "competences": CompetenceFile,
    "questions": QuestionsFile,
    "probes": ProbesFile,
    "study": StudyFile,
    "development": DevelopmentFile,
    "exam-questions": ExamQuestionsFile,
}

_NUMBERED = re.compile(r"([0-9]{1,3})-.+\.yaml")

ShapeT = TypeVar("ShapeT", bound=msgspec.Struct)


class Source(msgspec.Struct, frozen=True, kw_only=True):
    """The files of one framework; None where a file is missing or could not be read.

    The bank (questions, probes, study, development, exam questions, ids, signs) is empty unless it
    was asked for.
    ``unread`` holds the paths of the files that are there but have problems of their own: checks
    that would need them are left out, so that one slip does not show up as twenty.
    """

    folder: Path
    head: Document[FrameworkFile] | None
    profiles: Document[ProfilesFile] | None
    duties: Document[DutiesFile] | None
    ksbs: Document[KsbsFile] | None
    epa: Document[EpaFile] | None
    signs: Document[SignsFile] | None
    bands: Document[BandsFile] | None
    competences: tuple[Document[CompetenceFile], ...]
    questions: tuple[Document[QuestionsFile], ...]
    probes: tuple[Document[ProbesFile], ...]
    study: tuple[Document[StudyFile], ...]
    development: tuple[Document[DevelopmentFile], ...]
    exam_questions: tuple[Document[ExamQuestionsFile], ...]
    ids: Document[IdsFile] | None
    unread: frozenset[Path]

    @property
    def id(self) -> str:
        """The framework's id, which is its folder's name."""
        return self.folder.name

    def documents(self) -> Iterator[Document[Any]]:
        """All documents that were read."""
        single = (
            *(self.head, self.profiles, self.duties, self.ksbs, self.epa, self.bands),
            self.ids,
            self.signs,
        )
        yield from (document for document in single if document is not None)
        yield from self.competences
        yield from self.questions
        yield from self.probes
        yield from self.study
        yield from self.development
        yield from self.exam_questions

    def competence_numbers(self) -> frozenset[int]:
        """The numbers that may be referred to; unread files count by the number in their name."""
        unread = (path for path in self.unread if path.parent.name == "competences")
        named = {number for path in unread if (number := file_number(path)) is not None}
        return frozenset(named | {each.shape.number for each in self.competences})

    def ksb_ids(self) -> frozenset[str] | None:
        """The KSBs of this framework, or None when its file could not be read."""
        if self.ksbs is None:
            return None if self.folder / "ksbs.yaml" in self.unread else frozenset()
        shape = self.ksbs.shape
        return frozenset(ksb.id for ksb in (*shape.knowledge, *shape.skills, *shape.behaviours))


def file_number(path: Path) -> int | None:
    """The competence number that a file's name begins with, as in ``12-reviews.yaml``."""
    match = _NUMBERED.fullmatch(path.name)
    return int(match[1]) if match else None


def read_source(folder: Path, problems: list[Problem], *, bank: bool) -> Source:
    """Read the framework in ``folder``, with its bank or without.

    Every problem is added to ``problems``.
    """
    unread: set[Path] = set()

    def one(path: Path, shape: type[ShapeT]) -> Document[ShapeT] | None:
        if not os.path.lexists(path):
            return None
        document = read_document(path, shape, problems)
        if document is None:
            unread.add(path)
        return document

    def several(name: str, shape: type[ShapeT]) -> tuple[Document[ShapeT], ...]:
        if name != "competences" and not bank:
            return ()
        read = (one(path, shape) for path in yaml_files(folder / name, problems))
        return tuple(document for document in read if document is not None)

    return Source(
        folder=folder,
        head=one(folder / HEAD, FrameworkFile),
        profiles=one(folder / "profiles.yaml", ProfilesFile),
        duties=one(folder / "duties.yaml", DutiesFile),
        ksbs=one(folder / "ksbs.yaml", KsbsFile),
        epa=one(folder / "epa.yaml", EpaFile),
        signs=one(folder / SIGNS, SignsFile) if bank else None,
        bands=one(folder / "bands.yaml", BandsFile),
        competences=several("competences", CompetenceFile),
        questions=several("questions", QuestionsFile),
        probes=several("probes", ProbesFile),
        study=several("study", StudyFile),
        development=several("development", DevelopmentFile),
        exam_questions=several("exam-questions", ExamQuestionsFile),
        ids=one(folder / "ids.yaml", IdsFile) if bank else None,
        unread=frozenset(unread),
    )


def read_crosswalk(root: Path, problems: list[Problem]) -> Document[CrosswalkFile] | None:
    """Read the crosswalk of the frameworks folder ``root``, if it has one."""
    path = root / CROSSWALK
    return read_document(path, CrosswalkFile, problems) if os.path.lexists(path) else None


def entries(folder: Path, problems: list[Problem]) -> list[Path]:
    """What lies in ``folder``, sorted, hidden files aside; a folder that isn't there is empty."""
    try:
        return sorted(path for path in folder.iterdir() if not path.name.startswith("."))
    except FileNotFoundError:
        return []
    except OSError as error:
        problems.append(Problem(str(folder), 1, 1, f"this can't be read: {error.strerror}"))
        return []


def yaml_files(folder: Path, problems: list[Problem]) -> list[Path]:
    """The YAML files that lie directly in ``folder``, sorted."""
    return [path for path in entries(folder, problems) if path.suffix == ".yaml"]


def framework_folders(root: Path, problems: list[Problem]) -> list[Path]:
    """The folders in ``root`` that hold a framework."""
    return [path for path in entries(root, problems) if os.path.lexists(path / HEAD)]


def framework_folder(root: Path, framework_id: str) -> Path:
    """The folder of the framework with ``framework_id``.

    Raises:
        InterviewerError: there is none; the sentence lists those that there are.
    """
    # Looked up by name among what is there: an id such as "../.." finds nothing.
    problems: list[Problem] = []
    folders = {folder.name: folder for folder in framework_folders(root, problems)}
    raise_if_any(problems)
    if framework_id not in folders:
        mend = did_you_mean(framework_id, folders) or f"; there are: {', '.join(folders) or 'none'}"
        raise InterviewerError(f'There is no framework "{framework_id}" in {root}{mend}')
    return folders[framework_id]


def fingerprint(folder: Path, problems: list[Problem]) -> str:
    """The SHA-256 over all YAML files of a framework: sorted names, sizes and bytes."""
    digest = hashlib.sha256()
    for path in _all_files(folder, problems):
        data = read_bytes(path, problems) or b""
        digest.update(f"{path.relative_to(folder).as_posix()}\0{len(data)}\0".encode())
        digest.update(data)
    return digest.hexdigest()


def _all_files(folder: Path, problems: list[Problem]) -> Iterable[Path]:
    files = [folder / name for name in FILES if os.path.lexists(folder / name)]
    for name in FOLDERS:
        files += yaml_files(folder / name, problems)
    return sorted(files, key=lambda path: path.relative_to(folder).as_posix())


def misplaced(folder: Path) -> Iterator[Problem]:
    """YAML files and folders that no part of the program would read, which is likely a slip."""
    ignored: list[Problem] = []  # unreadable folders are told of when they are read
    known = [*FILES, *FOLDERS]
    for path in entries(folder, ignored):
        if path.name not in known and (os.path.isdir(path) or _looks_like_yaml(path)):
            mend = did_you_mean(path.name, known) or f"; a framework has: {', '.join(known)}"
            yield Problem(str(path), 1, 1, f'"{path.name}" has no place in a framework{mend}')
    for name in FOLDERS:
        yield from _misnamed(entries(folder / name, ignored))


def _misnamed(paths: Iterable[Path]) -> Iterator[Problem]:
    for path in paths:
        if path.suffix != ".yaml" and (os.path.isdir(path) or _looks_like_yaml(path)):
            message = "only files whose names end in .yaml are read here"
            yield Problem(str(path), 1, 1, message)


def _looks_like_yaml(path: Path) -> bool:
    return path.suffix.lower() in (".yaml", ".yml")

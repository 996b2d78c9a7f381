from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from interviewer.domain import InterviewerError
from interviewer.framework.locate import _own_folder, frameworks_folder

if TYPE_CHECKING:
    from tests.frameworks.conftest import Folder


def test_the_folder_is_the_one_asked_for(folder: Folder) -> None:
    """The option wins over the environment, and that over the checkout's own folder."""
    environ = {"INTERVIEWER_FRAMEWORKS": str(folder.root)}
    assert frameworks_folder(None, environ) == folder.root
    assert frameworks_folder(folder.root / ".", environ) == folder.root
    own = frameworks_folder(None, {"INTERVIEWER_FRAMEWORKS": ""})
    assert own == Path(__file__).parents[2] / "frameworks"


def test_a_folder_that_is_none_is_a_clear_error(folder: Folder) -> None:
    """A missing folder, a file, a loop and an impossible name each give one sentence."""
    loop = folder.root / "loop"
    loop.symlink_to(loop)
    bad: list[Any] = [folder.root / "x", folder.write("f", ""), loop, "a\0b", "~nobody-here/x"]
    for path in bad:
        with pytest.raises(InterviewerError, match="The frameworks folder"):
            frameworks_folder(path, {})


def test_an_installed_package_has_its_own_copy(folder: Folder) -> None:
    """Outside a checkout the copy inside the package is used; without it, we say so."""
    package = folder.root / "site" / "interviewer"
    with pytest.raises(InterviewerError, match="install it again"):
        _own_folder(package)
    (package / "_frameworks").mkdir(parents=True)
    assert _own_folder(package) == package / "_frameworks"
    (folder.root / "site" / "frameworks").mkdir()
    assert _own_folder(package) == package / "_frameworks"
    folder.write("site/pyproject.toml", "")
    assert _own_folder(package) == folder.root / "site" / "frameworks"

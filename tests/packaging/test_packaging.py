"""What people install: the wheel, away from the checkout, and the scripts that set a checkout up.

Nothing is downloaded but what building the wheel needs, and only where that is not installed.
"""

from __future__ import annotations

import fcntl
import importlib.util
import json
import os
import shutil
import subprocess
import sys
import sysconfig
import zipfile
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import pytest

from interviewer import __version__

ROOT = Path(__file__).resolve().parents[2]
SITE_PACKAGES = sysconfig.get_path("purelib")
TOOLS = ("bash", "cat", "cksum", "cut", "dirname", "env")  # that the scripts run before Python

Done = subprocess.CompletedProcess[str]


def clean_environment(**more: str) -> dict[str, str]:
    """The environment without settings of ours or of Python's, and with ``more``."""
    kept = {
        name: value
        for name, value in os.environ.items()
        if not name.startswith(("INTERVIEWER_", "PYTHON", "VIRTUAL_ENV"))
    }
    return kept | {"PIP_DISABLE_PIP_VERSION_CHECK": "1"} | more


def run(command: Sequence[object], folder: Path, environment: dict[str, str]) -> Done:
    """Run a command in a folder; everything it says is kept."""
    return subprocess.run(
        [str(part) for part in command],
        cwd=folder,
        env=environment,
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        check=False,
    )


# --- the wheel ------------------------------------------------------------------------------------


@pytest.fixture(scope="session")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The wheel, built once however many processes run the tests."""
    base = tmp_path_factory.getbasetemp()
    shared = base.parent if "PYTEST_XDIST_WORKER" in os.environ else base
    with (shared / "wheel.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        folder = shared / "wheel"
        if not folder.exists():
            _build(folder)
    (found,) = folder.glob("*.whl")
    return found


def _build(folder: Path) -> None:
    command = [sys.executable, "-m", "pip", "wheel", ".", "--no-deps", "--wheel-dir", folder]
    if importlib.util.find_spec("hatchling"):
        command.append("--no-build-isolation")
    done = run(command, ROOT, clean_environment())
    if "No matching distribution found for hatchling" in done.stderr:
        pytest.skip("hatchling builds the wheel; it is neither installed nor in a package index")
    assert done.returncode == 0, done.stderr


@dataclass(frozen=True)
class Installed:
    """A copy installed from the wheel, and a folder that is no checkout to run it in."""

    venv: Path
    elsewhere: Path

    def interviewer(self, *arguments: str) -> Done:
        """Run the installed command."""
        environment = clean_environment(INTERVIEWER_TRANSCRIPTS=str(self.elsewhere))
        return run([self.venv / "bin" / "interviewer", *arguments], self.elsewhere, environment)

    def python(self, code: str) -> str:
        """What code says that the installed copy's Python runs."""
        done = run([self.venv / "bin" / "python", "-c", code], self.elsewhere, clean_environment())
        assert done.returncode == 0, done.stderr
        return done.stdout.strip()


@pytest.fixture(scope="session")
def installed(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Installed:
    """The wheel in a venv of its own, which borrows the libraries of the tests'."""
    folder = tmp_path_factory.mktemp("installed")
    venv, elsewhere = folder / "venv", folder / "elsewhere"
    elsewhere.mkdir()
    make = [sys.executable, "-m", "venv", "--without-pip", venv]
    pip = [sys.executable, "-m", "pip", "--python", venv, "install", "--no-deps", "--no-index"]
    for command in (make, [*pip, wheel]):
        done = run(command, folder, clean_environment())
        assert done.returncode == 0, done.stderr
    (own,) = venv.glob("lib/python*/site-packages")
    # Only the path: a .pth file is not read for more .pth files, so the checkout stays out.
    (own / "borrowed.pth").write_text(SITE_PACKAGES + "\n", encoding="utf-8")
    return Installed(venv, elsewhere)


def test_the_wheel_holds_all_frameworks(wheel: Path) -> None:
    """Every framework file of the checkout is in the wheel, byte for byte."""
    with zipfile.ZipFile(wheel) as archive:
        shipped = {
            name.removeprefix("interviewer/_frameworks/"): archive.read(name)
            for name in archive.namelist()
            if name.startswith("interviewer/_frameworks/") and name.endswith(".yaml")
        }
    folder = ROOT / "frameworks"
    assert shipped
    assert set(shipped) == {path.relative_to(folder).as_posix() for path in folder.rglob("*.yaml")}
    assert all((folder / name).read_bytes() == content for name, content in shipped.items())


def test_the_wheel_holds_the_command_and_nothing_that_is_not_ours_to_ship(wheel: Path) -> None:
    """The wheel has the command, the style sheet and the licence, but no tests and transcripts."""
    with zipfile.ZipFile(wheel) as archive:
        names = archive.namelist()
        (entry_points,) = (name for name in names if name.endswith("entry_points.txt"))
        told = archive.read(entry_points).decode()
    assert "interviewer = interviewer.cli:main" in told
    assert "interviewer/tui/app.tcss" in names
    templates = (ROOT / "interviewer" / "export" / "templates").iterdir()
    assert {f"interviewer/export/templates/{path.name}" for path in templates} <= set(names)
    assert {"LICENSE", "NOTICE.md"} <= {Path(name).name for name in names}
    assert {name.partition("/")[0] for name in names} == {
        "interviewer",
        f"interviewer-{__version__}.dist-info",
    }


def test_the_installed_copy_is_not_the_checkout(installed: Installed) -> None:
    """Code and frameworks of an installed copy are its own."""
    told = installed.python(
        "import interviewer; from interviewer.framework.locate import frameworks_folder;"
        "print(interviewer.__file__); print(frameworks_folder())"
    )
    module, frameworks = map(Path, told.splitlines())
    assert installed.venv in module.parents
    assert frameworks == module.parent / "_frameworks"


def test_the_installed_copy_tells_its_version(installed: Installed) -> None:
    """The installed command has the version of the package."""
    assert __version__ in installed.interviewer("--version").stdout


def test_the_installed_copy_lists_its_frameworks(installed: Installed) -> None:
    """Away from the checkout the frameworks are there."""
    done = installed.interviewer("framework", "--json")
    assert done.returncode == 0, done.stderr
    assert "apm-2" in {head["id"] for head in json.loads(done.stdout)}


def test_the_installed_copy_finds_its_frameworks_without_fault(installed: Installed) -> None:
    """Away from the checkout the shipped files pass the check."""
    done = installed.interviewer("check")
    assert done.returncode == 0, done.stdout + done.stderr


def test_the_installed_copy_has_questions(installed: Installed) -> None:
    """Away from the checkout there are questions on a competence, and on that one only."""
    done = installed.interviewer("questions", "--competence", "12", "--json")
    assert done.returncode == 0, done.stderr
    assert {question["competence"] for question in json.loads(done.stdout)} == {12}


def test_the_installed_copy_rates_an_answer(installed: Installed) -> None:
    """Away from the checkout the reader has all that it needs."""
    answer = "I kept the risk register and decided which risks went to the board."
    row = {"id": "a", "competence": 12, "aspect": "application", "answer": answer}
    file = installed.elsewhere / "answers.jsonl"
    file.write_text(json.dumps(row) + "\n", encoding="utf-8")
    done = installed.interviewer("assess", str(file), "--jobs", "1")
    assert done.returncode == 0, done.stdout + done.stderr
    assert json.loads(done.stdout)["id"] == "a"


# --- setting a checkout up ------------------------------------------------------------------------

# Stands in for pip: notes how it was called, and "installs" by lending the tests' libraries.
_STUB_PIP = """
import os, pathlib, sys, sysconfig

with open(os.environ["STUB_PIP_LOG"], "a", encoding="utf-8") as log:
    print(*sys.argv[1:], file=log)
if "STUB_PIP_FAILS" in os.environ:
    sys.exit("no such index")
root = os.environ["STUB_ROOT"]
lent = pathlib.Path(sysconfig.get_path("purelib"), "lent.pth")
lent.write_text(root + "\\n" + os.environ["STUB_SITE_PACKAGES"] + "\\n", encoding="utf-8")
command = pathlib.Path(sys.prefix, "bin", "interviewer")
command.write_text(f'#!/bin/sh\\nexec "{sys.executable}" -m interviewer "$@"\\n', encoding="utf-8")
command.chmod(0o755)
"""

# A Python that says it is 3.9; told of it is only what the scripts ask with ``-c``.
_OLD_PYTHON = """#!/bin/sh
[ "$1" = -c ] || exit 1
exec "{python}" -c 'import sys; sys.version_info = (3, 9, 18, "final", 0); exec(sys.argv[1])' "$2"
"""


@dataclass(frozen=True)
class Checkout:
    """A copy of the checkout, with a stand-in for pip."""

    root: Path
    stub: Path

    def run(self, script: str, *arguments: str, **environment: str) -> Done:
        """Run one of its scripts, from a folder that is not the checkout."""
        told = {
            "INTERVIEWER_PYTHON": sys.executable,
            "PYTHONPATH": str(self.stub),
            "STUB_PIP_LOG": str(self.log),
            "STUB_ROOT": str(self.root),
            "STUB_SITE_PACKAGES": SITE_PACKAGES,
        }
        command = [self.root / "scripts" / script, *arguments]
        return run(command, self.stub, clean_environment(**(told | environment)))

    @property
    def log(self) -> Path:
        """Where the calls of pip are noted."""
        return self.stub / "pip.log"

    def installations(self) -> list[str]:
        """What pip was called with so far, call by call."""
        return self.log.read_text(encoding="utf-8").splitlines() if self.log.exists() else []


def copied_checkout(folder: Path) -> Checkout:
    """A copy of what git has or would take, in a folder with a space in its name."""
    if not (ROOT / ".git").exists() or not shutil.which("git"):
        pytest.skip("what belongs to the checkout is known from git, and this is no git checkout")
    listing = ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"]
    done = run(listing, ROOT, clean_environment())
    assert done.returncode == 0, done.stderr
    root, stub = folder / "a checkout", folder / "stub"
    for name in filter(None, done.stdout.split("\0")):
        if (ROOT / name).is_file():
            (root / name).parent.mkdir(parents=True, exist_ok=True)
            shutil.copy2(ROOT / name, root / name)
    (stub / "pip").mkdir(parents=True)
    (stub / "pip" / "__init__.py").touch()
    (stub / "pip" / "__main__.py").write_text(_STUB_PIP, encoding="utf-8")
    return Checkout(root, stub)


@pytest.fixture(scope="module")
def checkout(tmp_path_factory: pytest.TempPathFactory) -> Checkout:
    """A copied checkout that has been set up once."""
    copy = copied_checkout(tmp_path_factory.mktemp("copied"))
    done = copy.run("interview", "--version")
    assert done.returncode == 0, done.stderr
    assert __version__ in done.stdout
    assert "Setting up" in done.stderr
    assert copy.installations() == [
        f"install --quiet --quiet --disable-pip-version-check --editable {copy.root}"
    ]
    return copy


@pytest.mark.parametrize("script", ["interview", "test"])
def test_the_scripts_can_be_run(script: str) -> None:
    """scripts/interview and scripts/test are there and executable."""
    assert os.access(ROOT / "scripts" / script, os.X_OK)


def test_a_second_run_installs_nothing_and_says_nothing(checkout: Checkout) -> None:
    """Once set up, the script runs the command at once, though pip would fail."""
    before = checkout.installations()
    done = checkout.run("interview", "--version", STUB_PIP_FAILS="1")
    assert (done.returncode, done.stderr) == (0, "")
    assert __version__ in done.stdout
    assert checkout.installations() == before


def test_the_script_passes_arguments_and_exit_status_on(checkout: Checkout) -> None:
    """Arguments arrive whole, spaces and all, and the command's exit status comes back."""
    right = checkout.run("interview", "questions", "--competence", "12", "--json")
    wrong = checkout.run("interview", "framework", "no such framework")
    assert {question["competence"] for question in json.loads(right.stdout)} == {12}
    assert wrong.returncode == 2
    assert "no such framework" in wrong.stderr


def test_new_requirements_are_installed_at_the_next_run(checkout: Checkout) -> None:
    """When pyproject.toml has changed, the next run sets up again, and the one after does not."""
    before = checkout.installations()
    with (checkout.root / "pyproject.toml").open("a", encoding="utf-8") as file:
        file.write("# changed\n")
    for _ in range(2):
        done = checkout.run("interview", "--version")
        assert done.returncode == 0, done.stderr
    assert len(checkout.installations()) == len(before) + 1


def test_a_failed_set_up_says_so_and_is_tried_again(checkout: Checkout) -> None:
    """Where pip fails, the script ends with 2 and a sentence, and the next run sets up anew."""
    (checkout.root / ".venv" / ".interview").unlink(missing_ok=True)
    failed = checkout.run("interview", "--version", STUB_PIP_FAILS="1")
    assert failed.returncode == 2
    assert "Setting up failed" in failed.stderr
    assert "Traceback" not in failed.stderr
    assert checkout.run("interview", "--version").returncode == 0


def test_the_test_script_passes_arguments_to_pytest(checkout: Checkout) -> None:
    """With arguments, scripts/test sets up with the tools for development and runs pytest alone."""
    done = checkout.run("test", "--version")
    assert done.returncode == 0, done.stderr
    assert "pytest" in done.stdout + done.stderr
    assert f"--editable {checkout.root}[dev]" in checkout.installations()[-1]


def test_a_python_that_is_too_old_gets_a_sentence(tmp_path: Path) -> None:
    """With nothing but an old Python on the PATH, setting up ends with 2 and says what it needs."""
    copy = copied_checkout(tmp_path)
    path = tmp_path / "bin"
    path.mkdir()
    for tool in TOOLS:
        found = shutil.which(tool)
        assert found, tool
        (path / tool).symlink_to(found)
    old = path / "python3"
    old.write_text(_OLD_PYTHON.format(python=sys.executable), encoding="utf-8")
    old.chmod(0o755)
    done = copy.run("interview", "--version", PATH=str(path), INTERVIEWER_PYTHON="")
    assert done.returncode == 2
    assert done.stdout == ""
    assert "needs Python 3.11 or newer" in done.stderr
    assert not (copy.root / ".venv").exists()
    assert not copy.installations()


def test_this_checkout_runs_without_setting_up_again() -> None:
    """In a checkout that scripts/interview has set up, it passes its arguments on and is silent."""
    is_ready = '. "$0"; [ "$(cat "$venv/.interview")" = "$(fingerprint "")" ]'
    ready = ["bash", "-c", is_ready, ROOT / "scripts" / "common.sh"]
    if run(ready, ROOT, clean_environment()).returncode:
        pytest.skip("scripts/interview has not set this checkout up, and a test should not do it")
    done = run([ROOT / "scripts" / "interview", "--version"], ROOT, clean_environment())
    assert (done.returncode, done.stderr) == (0, "")
    assert __version__ in done.stdout

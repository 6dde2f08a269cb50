"""What is committed, and what must never be."""

import json
import re
import shutil
import subprocess
from functools import cache
from pathlib import Path

import pytest

PROJECT = Path(__file__).parents[2]

ROOMS = {"eventapp", "migrations", "templates", "static", "tests", "docs", ".ci"}
PAPERS = {"README.md", "CHANGELOG.md", "SECURITY.md", "LICENSE", ".gitignore"}
TOOLING = {"Makefile", "pyproject.toml", "wsgi.py", "package.json"}
LOCKS = {"requirements.lock", "requirements-node.lock", "package-lock.json"}

REGISTRY = re.compile(
    r"//[\w.-]*\b(pypi|pythonhosted|npmjs|yarnpkg|registry|crates)\.(org|com|io|net)\b"
    r"|/simple/?\s*$|--(extra-)?index-url",
    re.MULTILINE,
)
HOME = re.compile(r"(?<![\w.~/-])/(home|Users|root|work|workspace|tmp)/\w")


@cache
def tracked() -> tuple[str, ...]:
    """The paths git knows, relative to the project."""
    if not (PROJECT / ".git").exists() or not shutil.which("git"):
        pytest.skip("not a git checkout: what is committed cannot be known")
    listing = subprocess.run(
        ["git", "ls-files", "-z"], cwd=PROJECT, capture_output=True, text=True, check=True
    )
    return tuple(path for path in listing.stdout.split("\0") if path)


def lines_that_match(pattern: re.Pattern[str]) -> list[str]:
    """`path: match` for every tracked text file but this one."""
    return [
        f"{path}: {match[0]}"
        for path in tracked()
        if path != str(Path(__file__).relative_to(PROJECT)) and (PROJECT / path).is_file()
        for match in pattern.finditer((PROJECT / path).read_text("utf-8", errors="ignore"))
    ]


def test_the_top_level_shows_the_architecture_and_nothing_else() -> None:
    top_level = {path.partition("/")[0] for path in tracked()}
    assert top_level == ROOMS | PAPERS | TOOLING | LOCKS


def test_no_file_names_a_package_registry() -> None:
    """A lock that names a registry installs from nowhere else: mirrors would be useless."""
    assert lines_that_match(REGISTRY) == []


def test_no_file_names_a_folder_of_one_machine() -> None:
    assert lines_that_match(HOME) == []


def test_the_package_lock_has_hashes_and_no_download_addresses() -> None:
    packages = json.loads((PROJECT / "package-lock.json").read_text())["packages"]
    installed = {name: entry for name, entry in packages.items() if name}
    assert [name for name, entry in installed.items() if "resolved" in entry] == []
    assert [name for name, entry in installed.items() if "integrity" not in entry] == []


@pytest.mark.parametrize(
    "lock", ["requirements.lock", "requirements-node.lock", "tests/requirements.lock"]
)
def test_every_locked_python_package_has_a_hash(lock: str) -> None:
    entries = re.split(r"^(?=[a-z0-9])", (PROJECT / lock).read_text(), flags=re.MULTILINE)
    packages = [entry for entry in entries if "==" in entry]
    assert packages
    assert [entry for entry in packages if "--hash=sha256:" not in entry] == []

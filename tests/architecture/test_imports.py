"""The import contracts of pyproject.toml, and those that a linter of one package cannot see."""

import ast
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

PROJECT = Path(__file__).parents[2]
MIGRATIONS = sorted((PROJECT / "migrations").rglob("*.py"))


def test_rooms_import_only_downwards_and_pure_code_stays_pure() -> None:
    """Through the tool itself, so that the test and `make check` cannot disagree."""
    run = subprocess.run(
        [Path(sys.executable).with_name("lint-imports"), "--no-cache"],
        cwd=PROJECT,
        capture_output=True,
        text=True,
        check=False,
    )
    assert run.returncode == 0, run.stdout


@pytest.mark.parametrize("migration", MIGRATIONS, ids=lambda path: path.stem)
def test_a_migration_imports_nothing_of_the_application(migration: Path) -> None:
    """A migration is history: it must run the same whatever the models have become."""
    assert "eventapp" not in set(_imported_packages(migration))


def _imported_packages(source: Path) -> Iterator[str]:
    for node in ast.walk(ast.parse(source.read_text("utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name.partition(".")[0] for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module:
            yield node.module.partition(".")[0]

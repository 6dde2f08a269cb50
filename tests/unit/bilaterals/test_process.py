"""The solver's child process: watched, stopped, and gone without a trace."""

import time
from pathlib import Path

import pytest

from eventapp.planning.meetings.process import NotSolved, Stopped, propose
from tests.unit.bilaterals.meetings import (
    a_large_instance,
    a_request,
    an_instance,
    broken,
)


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Where the solver's files go."""
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path))
    return tmp_path


def test_a_proposal_comes_from_a_process_of_its_own_that_leaves_nothing(folder: Path) -> None:
    heard: list[tuple[int, int]] = []
    instance = an_instance(a_request("m"))
    proposal = propose(instance, seconds=9, progress=lambda *each: heard.append(each))
    assert [*proposal.places] == ["m"]
    assert heard[0] == (0, 9)
    assert [*folder.iterdir()] == []


def test_a_search_ends_with_all_its_processes_when_somebody_stops_it(folder: Path) -> None:
    begun = time.monotonic()
    instance = a_large_instance(300, 60, 8)
    with pytest.raises(Stopped):
        propose(instance, seconds=60, should_stop=lambda: time.monotonic() - begun > 1)
    assert time.monotonic() - begun < 5
    assert [*folder.iterdir()] == []
    assert str(folder) not in running()


def test_a_search_that_may_take_no_longer_says_how_far_the_best_is_known(folder: Path) -> None:
    instance = a_large_instance(300, 60, 8)
    proposal = propose(instance, seconds=1)
    assert broken(instance, proposal.places) == []
    assert 0 < proposal.score <= proposal.bound < 1.05 * proposal.score


def test_a_child_that_fails_is_no_proposal(folder: Path) -> None:
    with pytest.raises(NotSolved, match="KeyError"):
        propose(an_instance(a_request("m", priority=9)), seconds=1)
    assert [*folder.iterdir()] == []


def running() -> str:
    """The command lines of all processes."""
    lines = []
    for entry in Path("/proc").glob("[0-9]*/cmdline"):
        try:
            lines.append(entry.read_bytes().replace(b"\0", b" ").decode(errors="replace"))
        except OSError:
            continue
    return "\n".join(lines)

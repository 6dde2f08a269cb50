"""The solver in a child process of its own, which can be watched, stopped and bounded.

`python -m eventapp.planning.meetings.process FOLDER` reads `instance.json` there and writes
`proposal.json`. Whoever ends the child ends its solver too: both are one group of processes.
"""

import os
import resource
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from tempfile import TemporaryDirectory

import msgspec

from eventapp.planning.meetings.instance import Instance, Proposal
from eventapp.planning.meetings.model import solve

PROJECT = Path(__file__).parents[3]
#: Seconds beyond those of the solver: making the model and reading the answer.
SPARE = 60
MEMORY = 4 * 2**30  # bytes of address space
BEAT = 0.2  # seconds


class Task(msgspec.Struct, frozen=True):
    """What the child is asked."""

    instance: Instance
    seconds: int
    seed: int


class Stopped(Exception):
    """Somebody asked for the end of the search."""


class NotSolved(Exception):
    """The child failed; the message is for the log."""


def propose(
    instance: Instance,
    *,
    seconds: int,
    seed: int = 0,
    progress: Callable[[int, int], None] = lambda _done, _whole: None,
    should_stop: Callable[[], bool] = lambda: False,
) -> Proposal:
    """The best plan that so many seconds find.

    `progress` hears every second how many of them are over; once `should_stop`, the search ends
    with Stopped. Raises NotSolved where it fails.
    """
    with TemporaryDirectory(prefix="eventapp-meetings-") as name:
        folder = Path(name)
        task = msgspec.json.encode(Task(instance, seconds, seed))
        (folder / "instance.json").write_bytes(task)
        with (folder / "errors").open("wb") as errors:
            child = subprocess.Popen(  # noqa: S603 - our own interpreter, our own module
                (sys.executable, "-m", "eventapp.planning.meetings.process", name),
                cwd=PROJECT,
                # The application's secrets are none of the child's business.
                env={"TMPDIR": name},
                stdin=subprocess.DEVNULL,
                stdout=subprocess.DEVNULL,
                stderr=errors,
                start_new_session=True,
            )
        try:
            _watch(child, seconds, progress, should_stop)
        finally:
            _end(child)
        if child.returncode != 0:
            raise NotSolved((folder / "errors").read_text(errors="replace")[-2_000:] or "killed")
        return msgspec.json.decode((folder / "proposal.json").read_bytes(), type=Proposal)


def _watch(
    child: "subprocess.Popen[bytes]",
    seconds: int,
    progress: Callable[[int, int], None],
    should_stop: Callable[[], bool],
) -> None:
    begun, told = time.monotonic(), -1
    while child.poll() is None:
        over = time.monotonic() - begun
        if over > seconds + SPARE:
            raise NotSolved(f"not done after {seconds + SPARE} s")
        if told != int(over):
            told = int(over)
            progress(min(told, seconds), seconds)
            if should_stop():
                raise Stopped
        time.sleep(BEAT)


def _end(child: "subprocess.Popen[bytes]") -> None:
    """The child and its solver, whatever they do."""
    with suppress(ProcessLookupError):
        os.killpg(child.pid, signal.SIGKILL)
    child.wait()


def main(folder: Path) -> None:
    """Solves what lies in the folder."""
    if sys.platform == "linux":
        resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
    task = msgspec.json.decode((folder / "instance.json").read_bytes(), type=Task)
    proposal = solve(task.instance, folder, seconds=task.seconds, seed=task.seed)
    (folder / "proposal.json").write_bytes(msgspec.json.encode(proposal))


if __name__ == "__main__":
    main(Path(sys.argv[1]))

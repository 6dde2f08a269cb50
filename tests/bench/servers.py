"""Servers as child processes: started on a port, waited for, ended by their process number."""

import subprocess
import sys
import time
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from socket import AF_INET, SOCK_STREAM, socket

from tests.bench.asking import ask

WORKERS = 2
PATIENCE = 30  # seconds for starting, and for ending


def free_port() -> int:
    """A port of 127.0.0.1 that nobody listens to."""
    with socket(AF_INET, SOCK_STREAM) as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
    return port


@contextmanager
def running(
    command: Sequence[str], port: int, ready: str, environ: Mapping[str, str]
) -> Iterator[int]:
    """Runs a server until the block ends; it is up when it answers `ready` with 200.

    Gives the number of its main process.
    """
    process = subprocess.Popen(command, env=dict(environ))
    try:
        _await(process, port, ready)
        yield process.pid
    finally:
        process.terminate()
        try:
            process.wait(PATIENCE)
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait()


def memory_of_workers(server: int) -> list[int]:
    """What each child process of the server holds in memory (its resident set), in bytes."""
    listed = subprocess.run(
        ["ps", "-A", "-o", "ppid=", "-o", "rss="], check=True, capture_output=True, text=True
    )
    rows = (map(int, line.split()) for line in listed.stdout.splitlines())
    return [kilobytes * 1024 for parent, kilobytes in rows if parent == server]


def _await(process: "subprocess.Popen[bytes]", port: int, ready: str) -> None:
    until = time.monotonic() + PATIENCE
    while time.monotonic() < until and process.poll() is None:
        try:
            if ask(port, ready).status == 200:
                return
        except OSError:
            time.sleep(0.05)
    sys.exit(f"bench: the server does not start: {process.args!r}")

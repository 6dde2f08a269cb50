"""The load generator: wrk, run for some seconds, its report read back."""

import re
import shutil
import subprocess
from collections.abc import Mapping
from dataclasses import dataclass

CONNECTIONS = 8
MILLISECONDS = {"us": 0.001, "ms": 1.0, "s": 1000.0, "m": 60_000.0}


@dataclass(frozen=True, slots=True)
class Load:
    """What a server bore: requests per second, and what 99 of 100 answers took at most, in ms."""

    rate: float
    p99: float


def is_missing() -> bool:
    return shutil.which("wrk") is None


def load(port: int, path: str, headers: Mapping[str, str], *, seconds: int) -> Load:
    """Asks the server at that port of this machine without pause.

    Raises RuntimeError where an answer was an error or did not come.
    """
    command = ["wrk", "-t1", f"-c{CONNECTIONS}", f"-d{seconds}s", "--latency"]
    for name, value in headers.items():
        command += ["-H", f"{name}: {value}"]
    command.append(f"http://127.0.0.1:{port}{path}")
    done = subprocess.run(command, check=True, capture_output=True, text=True)
    return read(done.stdout)


def read(report: str) -> Load:
    """Reads what wrk prints with `--latency`."""
    if "Non-2xx" in report or "Socket errors" in report:
        raise RuntimeError(f"Not every answer came, or came well:\n{report}")
    rate = re.search(r"Requests/sec:\s+([\d.]+)", report)
    p99 = re.search(r"99%\s+([\d.]+)(us|ms|s|m)\b", report)
    if rate is None or p99 is None:
        raise RuntimeError(f"This is no report of wrk:\n{report}")
    return Load(float(rate[1]), float(p99[1]) * MILLISECONDS[p99[2]])

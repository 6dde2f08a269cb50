"""One request to a server of ours, and how long its answer took."""

from collections.abc import Mapping
from dataclasses import dataclass
from http.client import HTTPConnection
from time import perf_counter

PATIENCE = 60  # seconds; what takes longer has failed


@dataclass(frozen=True, slots=True)
class Answer:
    """`seconds` count from opening the connection to the last byte of the body."""

    status: int
    headers: tuple[tuple[str, str], ...]
    body: bytes
    seconds: float

    def header(self, name: str) -> str:
        """The header's value; empty where there is none."""
        return next((value for key, value in self.headers if key.lower() == name.lower()), "")


def ask(port: int, path: str, headers: Mapping[str, str] | None = None) -> Answer:
    """The answer of the server at that port of this machine, over a connection of its own."""
    connection = HTTPConnection("127.0.0.1", port, timeout=PATIENCE)
    begun = perf_counter()
    try:
        connection.request("GET", path, headers=dict(headers or {}))
        response = connection.getresponse()
        body = response.read()
    finally:
        connection.close()
    return Answer(response.status, tuple(response.getheaders()), body, perf_counter() - begun)

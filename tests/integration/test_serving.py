"""The production server as users start it."""

import os
import signal
import socket
import subprocess
import sys
import time
from http.client import HTTPConnection
from pathlib import Path
from typing import NoReturn

import pytest

from eventapp import serving
from tests.bench.servers import free_port
from tests.conftest import SECRET

PATIENCE = 60  # seconds


def answer_of(port: int, path: str) -> tuple[int, bytes]:
    """Waits for the server to be up."""
    until = time.monotonic() + PATIENCE
    while True:
        connection = HTTPConnection("127.0.0.1", port, timeout=PATIENCE)
        try:
            connection.request("GET", path)
            response = connection.getresponse()
            return response.status, response.read()
        except ConnectionError:
            if time.monotonic() > until:
                raise
            time.sleep(0.1)
        finally:
            connection.close()


def never() -> NoReturn:
    raise AssertionError("no process is started")


def test_a_port_that_is_taken_is_said_and_not_shared() -> None:
    taken = socket.create_server(("127.0.0.1", 0))
    with taken, pytest.raises(SystemExit, match="Address already in use"):
        serving.run(never, host="127.0.0.1", port=taken.getsockname()[1], workers=1)


def test_the_server_answers_until_it_is_told_to_stop(tmp_path: Path) -> None:
    port = free_port()
    environ = {
        **os.environ,
        "EVENTAPP_SECRET_KEY": SECRET,
        "EVENTAPP_DATA": str(tmp_path),
        "EVENTAPP_PORT": str(port),
    }
    command = [str(Path(sys.executable).parent / "eventapp"), "serve", "--workers", "1"]
    with subprocess.Popen(command, env=environ, cwd=tmp_path) as server:
        try:
            assert answer_of(port, "/healthz") == (200, b'{"status":"ok"}\n')
            idle = socket.create_connection(("127.0.0.1", port))
            server.send_signal(signal.SIGINT)
            assert server.wait(PATIENCE) == 0
            idle.close()
        finally:
            server.terminate()

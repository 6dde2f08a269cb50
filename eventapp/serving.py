"""The production server: a few processes, each with a few threads, behind a proxy."""

import atexit
import gc
import multiprocessing
import os
import socket
from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from granian.constants import HTTPModes, Interfaces
from granian.log import LogLevels
from granian.server import Server

from eventapp.app import create_app
from eventapp.plumbing.settings import Settings, demand_common_counts

if TYPE_CHECKING:
    from _typeshed.wsgi import WSGIApplication

THREADS = 4  # per process; answers come from memory, so more would only queue for the lock
CONNECTIONS = 512  # per process, idle ones included; further ones wait in the backlog
GRACE = 10  # seconds for answers under way when the server is told to stop

#: For glibc (mallopt(3)): give back what making a large page or document took for a moment.
ALLOCATOR = {"MALLOC_ARENA_MAX": "1", "MALLOC_MMAP_THRESHOLD_": "131072"}


def serve(settings: Settings, *, workers: int | None = None, host: str = "127.0.0.1") -> None:
    """Serves until interrupted.

    Raises SettingsError for several processes that nothing lets count limits together.
    """
    together = bool(settings.redis_url) or settings.is_demonstration
    demand_common_counts(workers or settings.workers, counts_together=together)
    run(
        partial(create_app, settings),
        host=host,
        port=settings.port,
        workers=workers or settings.workers,
    )


def run(load: Callable[[], "WSGIApplication"], *, host: str, port: int, workers: int) -> None:
    """Serves what `load` returns, called once in each process; `load` must pickle.

    Ends the program with a message where another one listens at the port.
    """
    _demand_free(host, port)
    # No process inherits an open database: neither SQLite nor PostgreSQL survives a fork.
    multiprocessing.set_start_method("spawn", force=True)
    os.environ.update(ALLOCATOR | os.environ)
    Server(
        "eventapp",
        address=host,
        port=port,
        interface=Interfaces.WSGI,
        http=HTTPModes.http1,
        workers=workers,
        blocking_threads=THREADS,
        backpressure=CONNECTIONS,
        backlog=1024,
        log_level=LogLevels.warning,
        respawn_failed_workers=True,
        workers_kill_timeout=GRACE,
    ).serve(target_loader=partial(_load, load), wrap_loader=False)


def _demand_free(host: str, port: int) -> None:
    """The server shares its port among its processes, and would share it with another server."""
    with socket.socket() as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((host, port))
        except OSError as error:
            raise SystemExit(
                f"eventapp: cannot listen at {host}:{port} ({error.strerror})."
                " EVENTAPP_PORT names another port."
            ) from error


def _load(load: Callable[[], "WSGIApplication"]) -> "WSGIApplication":
    """In a process of the server: the application, and a plain end for the process."""
    # The server's threads may still work for clients who left: Python's own end would abort them.
    atexit.register(os._exit, 0)
    application = load()
    gc.freeze()  # what stays for ever need not be looked through again at every collection
    return application

"""The production server: a few processes, each with a few threads, behind a proxy."""

import os
from pathlib import Path

from granian.constants import Interfaces
from granian.log import LogLevels
from granian.server import Server

from eventapp.plumbing.settings import Settings

ROOT = Path(__file__).parent.parent
THREADS = 4  # per process; answers come from memory, so more would only queue for the lock


def serve(settings: Settings, *, workers: int | None = None, host: str = "127.0.0.1") -> None:
    """Serves until interrupted. Several processes count limits together only through Redis."""
    # The processes start in the checkout, whatever folder the command was given in.
    os.environ |= {"EVENTAPP_DATA": str(settings.data), "EVENTAPP_PORT": str(settings.port)}
    Server(
        "wsgi:app",
        address=host,
        port=settings.port,
        interface=Interfaces.WSGI,
        workers=workers or settings.workers,
        blocking_threads=THREADS,
        backlog=1024,
        log_level=LogLevels.warning,
        respawn_failed_workers=True,
        working_dir=ROOT,
    ).serve()

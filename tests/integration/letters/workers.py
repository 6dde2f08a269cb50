"""`eventapp worker` as administrators start it."""

import os
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from eventapp.plumbing.settings import Settings
from tests.post_office import PostOffice

PATIENCE = 60  # seconds


def environment(settings: Settings, office: PostOffice) -> dict[str, str]:
    """The variables that give a process these settings."""
    server = office.server
    return {
        **os.environ,
        "EVENTAPP_SECRET_KEY": settings.secret_key,
        "EVENTAPP_DATABASE_URL": settings.database_url,
        "EVENTAPP_REDIS_URL": settings.redis_url,
        "EVENTAPP_DATA": str(settings.data),
        "EVENTAPP_BASE_URL": settings.base_url,
        "EVENTAPP_MAIL_URL": f"smtp://{server.host}:{server.port}",
        "EVENTAPP_MAIL_FROM": settings.mail_from,
    }


@contextmanager
def working(environ: dict[str, str]) -> Iterator["subprocess.Popen[bytes]"]:
    """A worker, until the block ends."""
    command = [str(Path(sys.executable).parent / "eventapp"), "worker"]
    with subprocess.Popen(command, env=environ) as process:
        try:
            yield process
        finally:
            if process.poll() is None:
                process.kill()


def until(is_so: Callable[[], bool]) -> None:
    """Waits for it."""
    end = time.monotonic() + PATIENCE
    while not is_so():
        assert time.monotonic() < end, "it did not come about"
        time.sleep(0.05)

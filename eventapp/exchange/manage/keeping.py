"""A list between being sent and being accepted: a file of ours, named after what it holds."""

import re
from contextlib import suppress
from hashlib import sha256
from pathlib import Path
from time import time

from eventapp.events.models import Event
from eventapp.plumbing.settings import in_force

#: How long a list that nobody accepts is kept.
KEPT_FOR = 24 * 60 * 60  # seconds


#: What a SHA-256 is written as.
KEY = re.compile(r"[0-9a-f]{64}")


def keep(event: Event, data: bytes) -> str:
    """Keeps the file, and returns its key; those that were forgotten go."""
    folder = _folder(event)
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    forget_old()
    key = sha256(data).hexdigest()
    part = folder / f"{key}.part"
    part.touch(mode=0o600)
    part.write_bytes(data)
    part.replace(folder / key)
    return key


def kept(event: Event, key: str) -> bytes | None:
    """The file of that key in this event; None where there is none any more."""
    if not KEY.fullmatch(key):
        return None
    with suppress(OSError):
        return (_folder(event) / key).read_bytes()
    return None


def forget(event: Event, key: str) -> None:
    """The file is needed no more."""
    if kept(event, key) is not None:
        (_folder(event) / key).unlink(missing_ok=True)


def forget_old() -> None:
    """Lists hold personal data: what nobody accepts within a day goes."""
    for file in _all().glob("*/*"):
        with suppress(OSError):
            if file.stat().st_mtime < time() - KEPT_FOR:
                file.unlink()


def _all() -> Path:
    return in_force().data / "imports"


def _folder(event: Event) -> Path:
    return _all() / str(event.id)

"""Sets documents in a child process each, under limits of time and memory."""

import subprocess
import sys
from datetime import datetime
from typing import Any

import msgspec

from eventapp.documents.typesetter import PROJECT

TIME_LIMIT = 60  # seconds
COMMAND = (sys.executable, "-m", "eventapp.documents.typesetter")


class TypesettingError(Exception):
    """A document could not be set; the message is the typesetter's, for the log."""


def typeset(template: str, data: Any, *, made_at: datetime) -> bytes:
    """The PDF of a template of `templates/documents` with this data, which becomes JSON.

    The same arguments give the same bytes. Raises TypesettingError.
    """
    job = msgspec.json.encode({"template": template, "made_at": made_at, "data": data})
    try:
        # An empty environment: the application's secrets are none of the child's business.
        done = subprocess.run(  # noqa: S603 - our own interpreter, our own module
            COMMAND,
            input=job,
            capture_output=True,
            timeout=TIME_LIMIT,
            cwd=PROJECT,
            env={},
            check=False,
        )
    except subprocess.TimeoutExpired:
        raise TypesettingError(f"{template} took more than {TIME_LIMIT} s") from None
    if done.returncode != 0:
        raise TypesettingError(f"{template}: {done.stderr.decode(errors='replace').strip()}")
    return done.stdout

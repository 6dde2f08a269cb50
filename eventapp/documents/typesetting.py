"""Sets documents in a child process each, under limits of time and memory."""

import subprocess
import sys

from eventapp.documents.folders import PROJECT

TIME_LIMIT = 60  # seconds
COMMAND = (sys.executable, "-m", "eventapp.documents.typesetter")


class TypesettingError(Exception):
    """A document could not be set; the message is the typesetter's, for the log."""


def typeset(job: bytes) -> bytes:
    """The PDF of a job, a `typesetter.Job` as JSON; the same bytes for the same job.

    Raises TypesettingError.
    """
    try:
        done = subprocess.run(  # noqa: S603 - our own interpreter, our own module
            COMMAND,
            input=job,
            capture_output=True,
            timeout=TIME_LIMIT,
            cwd=PROJECT,
            # Empty: the application's secrets are none of the child's business.
            env={},
            check=False,
        )
    except subprocess.TimeoutExpired:
        raise TypesettingError(f"not done after {TIME_LIMIT} s") from None
    if done.returncode != 0:
        raise TypesettingError(done.stderr.decode(errors="replace").strip() or "killed")
    return done.stdout

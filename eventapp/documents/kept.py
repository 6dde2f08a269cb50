"""Documents are set once and kept as files, named after everything that they depend on."""

import logging
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from datetime import datetime
from fcntl import LOCK_EX, flock
from hashlib import sha256
from importlib.metadata import version
from pathlib import Path
from uuid import uuid4

import msgspec

from eventapp.documents import typesetting
from eventapp.documents.change_sheet import ChangeSheet, change_sheet_data
from eventapp.documents.detailed import detailed
from eventapp.documents.document import Document
from eventapp.documents.folders import TEMPLATES
from eventapp.documents.glance import glance
from eventapp.documents.variants import Layout

log = logging.getLogger(__name__)

LAYOUTS = {
    Layout.DETAILED: ("agenda-detailed.typ", detailed),
    Layout.GRID: ("agenda-grid.typ", glance),
}


def pdf(document: Document, folder: Path) -> bytes:
    """The document, as `of_job` gives it."""
    return of_job(job_of(document), document.filename, folder)


def of_job(job: bytes, filename: str, folder: Path) -> bytes:
    """The document of a job, from its file in the folder where it has been set before.

    One document is set at a time, however many processes are asked. A folder that cannot be
    written to costs time, not the document. Raises TypesettingError.
    """
    file = folder / f"{Path(filename).stem}-{_digest(job)[:16]}.pdf"
    with suppress(OSError):
        return file.read_bytes()
    with one_at_a_time(folder):
        with suppress(OSError):
            return file.read_bytes()
        made = typesetting.typeset(job)
        _keep(made, file)
    return made


def job(template: str, data: object, *, made_at: datetime) -> bytes:
    """What the typesetter is asked for: a `typesetter.Job` as JSON."""
    return msgspec.json.encode({"template": template, "made_at": made_at, "data": data})


def job_of(document: Document) -> bytes:
    """The job of an agenda."""
    template, make = LAYOUTS[document.variant.layout]
    return job(template, make(document), made_at=document.release.published_at)


def job_of_sheet(sheet: ChangeSheet) -> bytes:
    """The job of a change sheet."""
    return job("change-sheet.typ", change_sheet_data(sheet), made_at=sheet.new.published_at)


def _digest(job: bytes) -> str:
    """Changes with the job, the templates and the typesetter's version."""
    digest = sha256(version("typst").encode())
    for template in sorted(TEMPLATES.glob("*.typ")):
        digest.update(template.read_bytes())
    digest.update(job)
    return digest.hexdigest()


@contextmanager
def one_at_a_time(folder: Path) -> Iterator[None]:
    """Holds the folder's lock; where none can be had, two may do the same work at once."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
        lock = (folder / "lock").open("w")
    except OSError as error:
        log.warning("documents cannot be kept in %s: %s", folder, error)
        yield
        return
    with lock:
        flock(lock, LOCK_EX)
        yield


def _keep(made: bytes, file: Path) -> None:
    """Writes the file whole or not at all."""
    part = file.with_name(f"{uuid4()}.part")
    try:
        part.write_bytes(made)
        part.replace(file)
    except OSError as error:
        log.warning("%s cannot be kept: %s", file, error)
        with suppress(OSError):
            part.unlink()

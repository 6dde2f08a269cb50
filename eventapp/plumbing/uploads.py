"""Files that people hand in: judged by what they hold, kept one by one, given back as files.

Only PDF documents and PNG or JPEG pictures are taken. A picture is drawn anew, so that nothing
of what its file held beside it (places, names, another file) is kept.
"""

import os
import struct
import zlib
from collections.abc import Callable, Iterable, Set
from contextlib import suppress
from datetime import datetime
from functools import wraps
from hashlib import sha256
from io import BytesIO
from pathlib import Path
from typing import Any, NamedTuple, TypeVar
from uuid import UUID, uuid4

from flask import Response, request, send_file
from sqlalchemy import event
from sqlalchemy.orm import Session
from werkzeug.datastructures import FileStorage

from eventapp.plumbing.database import db
from eventapp.plumbing.settings import in_force
from eventapp.plumbing.web import found
from eventapp.values.catalogue import N_
from eventapp.values.cleaning import one_line
from eventapp.values.refusal import Refusal

V = TypeVar("V", bound=Callable[..., Any])

MEGABYTE = 2**20
MOST = 8 * MEGABYTE
#: A body is read a little beyond, so that most files that are too large get a clear answer.
BODY_MOST = 2 * MOST + MEGABYTE
PIXELS_AT_MOST = 25_000_000
SIDE_ENOUGH = 2_048  # a picture of a page reads well with so many pixels
NAME_LENGTH = 120

PDF = "application/pdf"
#: What each kind of file is called at the end of its name.
SUFFIXES = {PDF: "pdf", "image/png": "png", "image/jpeg": "jpg"}
#: What a form's file field offers to choose from.
ACCEPTED = ",".join((*SUFFIXES, *(f".{suffix}" for suffix in SUFFIXES.values()), ".jpeg"))

# What the running transaction holds of files: added with it, or gone with it.
NEW, GONE = "new files", "files that go"

KINDS = ("PNG", "JPEG")

# What Pillow raises, one place or another, where a file is not what it says.
_BROKEN = (
    *(OSError, SyntaxError, ValueError, ArithmeticError, LookupError, EOFError, TypeError),
    *(struct.error, zlib.error),
)

# Where browsers that guess would find a page instead (MIME Sniffing, §7.1).
_SNIFFED = 1_445
_MARKUP = (b"<!doctype", b"<html", b"<script", b"<svg", b"<?xml", b"<body", b"<iframe")


class Upload(NamedTuple):
    """A file that was judged good. `digest` is the SHA-256 of its content, in hexadecimal."""

    name: str
    media_type: str
    content: bytes

    @property
    def digest(self) -> str:
        return sha256(self.content).hexdigest()


def takes_files(view: V) -> V:
    """Lets a view's form be as large as its files are; stands above the view's guard."""

    @wraps(view)
    def taking(*args: Any, **kwargs: Any) -> Any:
        request.max_content_length = BODY_MOST
        return view(*args, **kwargs)

    return taking  # type: ignore[return-value]


def received(field: str, *, most: int = MOST) -> Upload | None:
    """The file of a form's field, or None where none was chosen. Raises Refusal."""
    sent = request.files.get(field)
    return None if sent is None or not sent.filename else judged(sent, most=most)


def judged(sent: FileStorage, *, most: int = MOST) -> Upload:
    """The file, if it is one that we take; what it claims to be counts for nothing."""
    content = sent.stream.read(most + 1)
    if len(content) > most:
        raise Refusal(N_("This file is too large: %(most)s MB at most."), most=most // MEGABYTE)
    if not content:
        raise Refusal(N_("This file is empty."))
    media_type, kept = _read(content)
    return Upload(clean_name(sent.filename or "", media_type), media_type, kept)


def clean_name(claimed: str, media_type: str) -> str:
    """The name that a file is given back under: one line, no folders, the suffix that it is."""
    last = one_line(claimed.replace("\\", "/").rpartition("/")[2])
    stem = last.rpartition(".")[0] or last
    kept = "".join(char for char in stem if char not in '"<>:|?*;%').strip(". ")
    return f"{kept[:NAME_LENGTH] or 'file'}.{SUFFIXES[media_type]}"


def store(uid: UUID, upload: Upload) -> None:
    """Keeps the content under that identity, whole or not at all; a rollback forgets it."""
    db.session.info.setdefault(NEW, set()).add(uid)
    file = _file(uid)
    file.parent.mkdir(parents=True, exist_ok=True)
    part = file.with_name(f"{uuid4()}.part")
    try:
        with part.open("wb") as writing:
            writing.write(upload.content)
            writing.flush()
            os.fsync(writing.fileno())
        part.replace(file)
    except OSError:
        with suppress(OSError):
            part.unlink()
        raise


def discard(uid: UUID) -> None:
    """Forgets the content as soon as what is being written is committed."""
    db.session.info.setdefault(GONE, set()).add(uid)


@event.listens_for(Session, "after_commit")
def _end(session: Session) -> None:
    session.info.pop(NEW, None)
    _unlink(session.info.pop(GONE, ()))


@event.listens_for(Session, "after_rollback")
def _take_back(session: Session) -> None:
    session.info.pop(GONE, None)
    _unlink(session.info.pop(NEW, ()))


def sweep(known: Set[UUID], *, before: datetime) -> int:
    """Forgets what was kept before that instant and is not known: a crash may leave such files."""
    lost = [file for file in _folder().glob("*") if file.stat().st_mtime < before.timestamp()]
    lost = [file for file in lost if file.name not in {str(uid) for uid in known}]
    for file in lost:
        file.unlink(missing_ok=True)
    return len(lost)


def content_of(uid: UUID) -> bytes:
    """The content; 404 where it is no more."""
    try:
        return _file(uid).read_bytes()
    except FileNotFoundError:
        return found(None)


def given_back(uid: UUID, name: str, media_type: str) -> Response:
    """The file as a download: never shown as a page, kept by no cache, named to nobody."""
    response = send_file(
        BytesIO(content_of(uid)), mimetype=media_type, as_attachment=True, download_name=name
    )
    response.headers["Cache-Control"] = "private, no-store"
    response.headers["X-Content-Type-Options"] = "nosniff"
    response.headers["Content-Security-Policy"] = "default-src 'none'; sandbox"
    response.headers["Referrer-Policy"] = "no-referrer"
    return response


def _unlink(uids: Iterable[UUID]) -> None:
    for uid in uids:
        _file(uid).unlink(missing_ok=True)


def _folder() -> Path:
    return in_force().data / "papers"


def _file(uid: UUID) -> Path:
    return _folder() / str(uid)


def _read(content: bytes) -> tuple[str, bytes]:
    if content.startswith(b"%PDF-"):
        return PDF, _whole_document(content)
    if content.startswith((b"\x89PNG\r\n\x1a\n", b"\xff\xd8\xff")):
        return _drawn_anew(content)
    raise Refusal(N_("Only PDF, PNG and JPEG files can be taken."))


def _whole_document(content: bytes) -> bytes:
    """A PDF that ends where it says, so that no other file hangs on it, and is no page as well."""
    after_end = content.rpartition(b"%%EOF")[2]
    beginning = content[:_SNIFFED].lower()
    if after_end == content or after_end.strip(b"\0\t\n\f\r "):
        raise Refusal(N_("This PDF file is damaged. Please save it again, then send it."))
    if any(mark in beginning for mark in _MARKUP):
        raise Refusal(N_("Only PDF, PNG and JPEG files can be taken."))
    return content


def _drawn_anew(content: bytes) -> tuple[str, bytes]:
    # Only here: it would cost every process 10 MB.
    from PIL import Image, ImageOps  # noqa: PLC0415

    try:
        with Image.open(BytesIO(content), formats=KINDS) as picture:
            if picture.width * picture.height > PIXELS_AT_MOST:
                raise _too_many_pixels()
            kind = picture.format or ""
            picture.draft("RGB", (SIDE_ENOUGH, SIDE_ENOUGH))  # JPEG alone, and never smaller
            return _written(ImageOps.exif_transpose(picture), kind)
    except (Image.DecompressionBombError, Image.DecompressionBombWarning) as error:
        raise _too_many_pixels() from error
    except _BROKEN as error:
        raise Refusal(N_("This picture is damaged. Please save it again, then send it.")) from error


def _written(picture: Any, kind: str) -> tuple[str, bytes]:
    """The picture's points and nothing else: neither comments nor what a camera noted."""
    written = BytesIO()
    has_holes = picture.mode in {"LA", "RGBA", "PA"} or "transparency" in picture.info
    if picture.mode.startswith("I"):  # 16 bits of grey, which would burn out
        picture = picture.point(lambda light: light * (1 / 256))
    plain = picture.convert("RGBA" if has_holes and kind == "PNG" else "RGB")
    plain.info.clear()
    plain.save(written, kind, **({"quality": 88} if kind == "JPEG" else {}))
    return f"image/{kind.lower()}", written.getvalue()


def _too_many_pixels() -> Refusal:
    most = PIXELS_AT_MOST // 1_000_000
    return Refusal(N_("This picture is too large: %(most)s megapixels at most."), most=most)

"""The demonstration's mail: letters go by SMTP to a server of its own, and no further.

It keeps each as a file, for the page that shows what people got.
"""

import os
import signal
import socket
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime
from email import message_from_bytes
from email.message import EmailMessage
from email.policy import default
from pathlib import Path
from typing import NamedTuple
from uuid import uuid4

from aiosmtpd.controller import Controller
from aiosmtpd.smtp import SMTP, Envelope, Session

HOST = "127.0.0.1"
MAIL = "mail"  # the folder, below EVENTAPP_DATA
SHOWN = 100
PATIENCE = 10  # seconds for letters under way when everything is told to stop


class Received(NamedTuple):
    """A letter as it arrived: its plain text, its calendar part, the names of its files."""

    at: datetime | None
    to: str
    subject: str
    text: str
    calendar: str
    files: list[str]


class Postbox:
    """Takes every letter and keeps it in a folder."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    async def handle_DATA(  # noqa: N802 - the library's name
        self, _server: SMTP, _session: Session, envelope: Envelope
    ) -> str:
        """Written under another name first, so that nobody reads half a letter."""
        content = envelope.original_content or b""
        part = self.folder / f"{uuid4()}.part"
        part.write_bytes(content)
        part.rename(part.with_suffix(".eml"))
        return "250 Kept"


@contextmanager
def receiving(folder: Path) -> Iterator[str]:
    """Takes letters until the block ends; gives the URL of the server that does."""
    folder.mkdir(parents=True, exist_ok=True)
    port = _free_port()
    controller = Controller(Postbox(folder), hostname=HOST, port=port)
    controller.start()
    try:
        yield f"smtp://{HOST}:{port}"
    finally:
        controller.stop()


@contextmanager
def worker(mail_url: str) -> Iterator[None]:
    """Runs `eventapp worker` beside the server: huey's consumer wants a process of its own.

    A keyboard's Ctrl-C reaches the server alone, which then lets the worker end in peace.
    """
    command = [sys.executable, "-c", "from eventapp.cli import main; main()", "worker"]
    environ = os.environ | {"EVENTAPP_MAIL_URL": mail_url}
    process = subprocess.Popen(  # noqa: S603 - our own command, no shell
        command, env=environ, start_new_session=True
    )
    try:
        yield
    finally:
        process.send_signal(signal.SIGTERM)
        try:
            process.wait(PATIENCE)
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait()


def received(folder: Path) -> list[Received]:
    """What arrived, the newest first."""
    files = sorted(folder.glob("*.eml"), key=lambda file: file.stat().st_mtime_ns, reverse=True)
    return [_read(file) for file in files[:SHOWN]]


def _read(file: Path) -> Received:
    message = message_from_bytes(file.read_bytes(), policy=default)
    assert isinstance(message, EmailMessage)  # noqa: S101 - that policy makes nothing else
    body = message.get_body(("plain",))
    calendars = [part for part in message.walk() if part.get_content_type() == "text/calendar"]
    return Received(
        at=message["Date"].datetime if message["Date"] else None,
        to=str(message["To"] or ""),
        subject=str(message["Subject"] or ""),
        text=body.get_content() if body else "",
        calendar=calendars[0].get_content() if calendars else "",
        files=[part.get_filename() or "" for part in message.iter_attachments()],
    )


def _free_port() -> int:
    with socket.create_server((HOST, 0)) as probe:
        port: int = probe.getsockname()[1]
    return port

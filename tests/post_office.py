"""A mail server on this machine, which keeps what it accepts and refuses what it is told to."""

import asyncio
from collections.abc import Iterator
from contextlib import contextmanager
from email import message_from_bytes
from email.message import EmailMessage
from email.policy import default
from typing import Any

from aiosmtpd.controller import Controller
from aiosmtpd.smtp import SMTP, Envelope, Session

from eventapp.plumbing.mail import MailServer
from tests.bench.servers import free_port


class PostOffice:
    """`answers` holds what it says to a recipient instead of taking the letter.

    `slowness` is how long it takes for each letter, in seconds.
    """

    def __init__(self, port: int) -> None:
        self.server = MailServer("127.0.0.1", port)
        self.accepted: list[EmailMessage] = []
        self.answers: dict[str, str] = {}
        self.slowness = 0.0

    def to(self, address: str) -> list[EmailMessage]:
        """What it accepted for that address."""
        return [each for each in self.accepted if each["To"].addresses[0].addr_spec == address]

    async def handle_RCPT(  # noqa: N802 - aiosmtpd's name
        self, _server: SMTP, _session: Session, envelope: Envelope, address: str, _options: Any
    ) -> str:
        if address in self.answers:
            return self.answers[address]
        envelope.rcpt_tos.append(address)
        return "250 OK"

    async def handle_DATA(  # noqa: N802 - aiosmtpd's name
        self, _server: SMTP, _session: Session, envelope: Envelope
    ) -> str:
        await asyncio.sleep(self.slowness)
        content = envelope.content
        assert isinstance(content, bytes)
        message = message_from_bytes(content, policy=default)
        assert isinstance(message, EmailMessage)
        self.accepted.append(message)
        return "250 taken"


@contextmanager
def open_office(port: int = 0) -> Iterator[PostOffice]:
    """The server, until the block ends."""
    office = PostOffice(port or free_port())
    controller = Controller(office, hostname="127.0.0.1", port=office.server.port)
    controller.start()
    try:
        yield office
    finally:
        controller.stop()

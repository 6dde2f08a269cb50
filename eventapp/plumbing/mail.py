"""Letters on the wire: built as MIME, handed to the mail server, its answer understood."""

import re
import smtplib
import ssl
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime, timedelta
from email.headerregistry import Address
from email.message import EmailMessage
from email.policy import SMTP
from email.utils import format_datetime
from enum import StrEnum
from urllib.parse import parse_qs, unquote, urlsplit

from eventapp.values.cleaning import one_line

#: For one answer of the server: a slow one takes half a minute, and has accepted then.
PATIENCE = timedelta(seconds=60)

#: All bytes are 7 bits, which every server takes.
POLICY = SMTP.clone(cte_type="7bit")
LOOPBACK = frozenset({"localhost", "127.0.0.1", "::1"})
REASON_LENGTH = 500

_ENCODED_WORD = re.compile(r"=(?=\?)")


class Security(StrEnum):
    """How the connection to the mail server is protected."""

    NONE = "none"
    STARTTLS = "starttls"
    TLS = "tls"


@dataclass(frozen=True, slots=True)
class MailServer:
    """The server that takes our letters; without a `user` it wants no login."""

    host: str
    port: int
    security: Security = Security.NONE
    user: str = ""
    password: str = ""

    @classmethod
    def at(cls, url: str) -> "MailServer":
        """The server of `smtp://host`, `smtp://user:password@host:587?starttls` or `smtps://…`.

        Raises ValueError with what is wrong.
        """
        parts = urlsplit(url)
        wanted = parse_qs(parts.query, keep_blank_values=True)
        if parts.scheme not in {"smtp", "smtps"} or not parts.hostname or parts.path.strip("/"):
            raise ValueError("must look like smtp://user:password@host:587?starttls")
        if wanted.keys() - {"starttls"}:
            raise ValueError("knows no other option than starttls")
        security = Security.STARTTLS if wanted else Security.NONE
        security = Security.TLS if parts.scheme == "smtps" else security
        if parts.username and security is Security.NONE and parts.hostname not in LOOPBACK:
            raise ValueError("would send a password in clear: end it with ?starttls")
        return cls(
            host=parts.hostname,
            port=parts.port or _PORTS[security],
            security=security,
            user=unquote(parts.username or ""),
            password=unquote(parts.password or ""),
        )


_PORTS = {Security.NONE: 25, Security.STARTTLS: 587, Security.TLS: 465}


@dataclass(frozen=True, slots=True)
class Message:
    """One message to one person. `calendar` is iCalendar whose METHOD is `method`, or empty.

    `envelope` is the address that the server gets as the sender's, to which it returns what
    cannot be delivered. `languages` are BCP 47 tags.
    """

    message_id: str
    envelope: str
    sender_name: str
    reply_to: str
    to_name: str
    to_address: str
    subject: str
    text: str
    html: str
    languages: tuple[str, ...]
    calendar: str = ""
    method: str = ""


class NotSent(Exception):
    """The server did not take a message; where `is_final`, it never will."""

    def __init__(self, reason: str, *, is_final: bool) -> None:
        self.reason = one_line(reason)[:REASON_LENGTH]
        self.is_final = is_final
        super().__init__(self.reason)


def send(message: Message, server: MailServer, *, now: datetime) -> None:
    """Hands the message over; the server has accepted it when this returns.

    `now` (aware) dates it. Raises NotSent. Only a refusal of this very message is final: where
    the server is away, busy or wants another password, later may be better.
    """
    try:
        made = composed(message, now=now)
    except ValueError as error:
        raise NotSent(str(error), is_final=True) from error
    try:
        with _connection(server) as smtp:
            smtp.send_message(made, message.envelope, [message.to_address])
    except smtplib.SMTPRecipientsRefused as refused:
        code, answer = next(iter(refused.recipients.values()))
        raise NotSent(_said(code, answer), is_final=code >= 500) from refused
    except smtplib.SMTPResponseException as answered:
        is_final = isinstance(answered, _OF_THIS_MESSAGE) and answered.smtp_code >= 500
        reason = _said(answered.smtp_code, answered.smtp_error)
        raise NotSent(reason, is_final=is_final) from answered
    except smtplib.SMTPNotSupportedError as lacking:
        raise NotSent(str(lacking), is_final=True) from lacking
    except (smtplib.SMTPException, OSError) as away:
        raise NotSent(str(away) or type(away).__name__, is_final=False) from away


#: Other answers are about the connection, or about who we are.
_OF_THIS_MESSAGE = (smtplib.SMTPSenderRefused, smtplib.SMTPDataError)


def composed(message: Message, *, now: datetime) -> EmailMessage:
    """The message as MIME: text, HTML, calendar part (RFC 6047 §2.4), and the calendar as a file.

    Raises ValueError for an address that cannot be one.
    """
    made = EmailMessage(policy=POLICY)
    made["Date"] = format_datetime(now)
    made["Message-ID"] = message.message_id
    made["From"] = party(message.sender_name, message.envelope)
    made["To"] = party(message.to_name, message.to_address)
    if message.reply_to:
        made["Reply-To"] = party(message.sender_name, message.reply_to)
    made["Subject"] = _header(message.subject)
    made["Auto-Submitted"] = "auto-generated"
    made.set_content(message.text)
    made.add_alternative(message.html, subtype="html")
    if message.calendar:
        _add_calendar(made, message.calendar.encode(), message.method)
    made["Content-Language"] = ", ".join(message.languages)  # setting content would drop it
    return made


def _add_calendar(made: EmailMessage, calendar: bytes, method: str) -> None:
    """As an alternative, which calendars read by themselves, and as a file for everybody else."""
    made.add_alternative(
        calendar,
        maintype="text",
        subtype="calendar",
        params={"charset": "utf-8", "method": method},
    )
    name = "invitation.ics" if method == "REQUEST" else "cancellation.ics"
    made.add_attachment(calendar, maintype="application", subtype="ics", filename=name)


def party(name: str, address: str) -> Address:
    """Somebody as a header or a calendar names them; the domain in ASCII (RFC 5890 §2.3.2.1).

    Raises ValueError for what is no address.
    """
    local, at, domain = address.rpartition("@")
    if not (at and local and domain):
        raise ValueError(f"“{one_line(address)}” is not a mail address")
    return Address(_header(name), username=local, domain=domain.encode("idna").decode("ascii"))


def _header(text: str) -> str:
    """One line, in which nothing passes for an encoded word (RFC 2047 §2), which readers decode."""
    return _ENCODED_WORD.sub("= ", one_line(text))


@contextmanager
def _connection(server: MailServer) -> Iterator[smtplib.SMTP]:
    patience = PATIENCE.total_seconds()
    tls = ssl.create_default_context()
    if server.security is Security.TLS:
        smtp: smtplib.SMTP = smtplib.SMTP_SSL(
            server.host, server.port, timeout=patience, context=tls
        )
    else:
        smtp = smtplib.SMTP(server.host, server.port, timeout=patience)
    with smtp:
        if server.security is Security.STARTTLS:
            smtp.starttls(context=tls)
        if server.user:
            smtp.login(server.user, server.password)
        yield smtp


def _said(code: int, answer: bytes | str) -> str:
    words = answer.decode("utf-8", "replace") if isinstance(answer, bytes) else answer
    return f"{code} {words}"

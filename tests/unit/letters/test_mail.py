"""Messages as MIME, whatever people are called."""

from datetime import UTC, datetime
from email import message_from_bytes
from email.header import decode_header, make_header
from email.headerregistry import Address
from email.message import EmailMessage
from email.policy import compat32, default

import pytest

from eventapp.plumbing.mail import MailServer, Message, Security, composed

NOW = datetime(2024, 11, 1, 12, 0, tzinfo=UTC)
CALENDAR = "BEGIN:VCALENDAR\r\nMETHOD:REQUEST\r\nSUMMARY:Été\r\nEND:VCALENDAR\r\n"


def a_message(**fields: object) -> Message:
    given = {
        "message_id": "<1@events.example.org>",
        "envelope": "events@events.example.org",
        "sender_name": "Sommet exemple",
        "reply_to": "programme@example.org",
        "to_name": "Zoé Exemple",
        "to_address": "zoe@example.org",
        "subject": "Séance",
        "text": "Bonjour,\n",
        "html": "<p>Bonjour,</p>",
        "languages": ("fr",),
    }
    return Message(**(given | fields))  # type: ignore[arg-type]


def read_back(message: Message) -> EmailMessage:
    """As it is once it went over the wire."""
    read = message_from_bytes(composed(message, now=NOW).as_bytes(), policy=default)
    assert isinstance(read, EmailMessage)
    return read


def test_a_letter_names_who_it_is_from_and_to() -> None:
    read = read_back(a_message())
    names = ("From", "To", "Reply-To", "Subject", "Message-ID", "Content-Language", "Date")
    assert {name: str(read[name]) for name in names} == {
        "From": "Sommet exemple <events@events.example.org>",
        "To": "Zoé Exemple <zoe@example.org>",
        "Reply-To": "Sommet exemple <programme@example.org>",
        "Subject": "Séance",
        "Message-ID": "<1@events.example.org>",
        "Content-Language": "fr",
        "Date": "Fri, 01 Nov 2024 12:00:00 +0000",
    }


def test_the_calendar_stands_beside_the_texts_and_again_as_a_file() -> None:
    read = read_back(a_message(calendar=CALENDAR, method="REQUEST"))
    assert [part.get_content_type() for part in read.walk()] == [
        "multipart/mixed",
        "multipart/alternative",
        "text/plain",
        "text/html",
        "text/calendar",
        "application/ics",
    ]
    *_, beside, file = read.walk()
    assert (beside.get_param("method"), beside.get_param("charset")) == ("REQUEST", "utf-8")
    assert file.get_filename() == "invitation.ics"
    assert beside.get_payload(decode=True) == file.get_payload(decode=True) == CALENDAR.encode()


def test_every_byte_is_one_that_all_servers_take() -> None:
    sent = composed(a_message(calendar=CALENDAR, method="REQUEST"), now=NOW).as_bytes()
    assert sent.isascii()
    assert max(map(len, sent.split(b"\r\n"))) <= 998


@pytest.mark.parametrize(
    ("typed", "read"),
    [
        ("Zoé\r\nBcc: all@example.org", "Zoé Bcc: all@example.org"),
        ("Zoé\nSubject: other", "Zoé Subject: other"),
        ("a\u2028b\u2029c\x85d\x0be\x00f", "a b c def"),
        ("=?utf-8?b?Qg==?=", "= ?utf-8?b?Qg== ?="),
        ("=?utf-8?q?x=0D=0ABcc:_y?=", "= ?utf-8?q?x=0D=0ABcc:_y?="),
        ("evil\u202egnp.exe", "evilgnp.exe"),
        ("Prénom, Nom; <b> (x) \"y\" @ 'z' \\", "Prénom, Nom; <b> (x) \"y\" @ 'z' \\"),
        ("Élodie-Ève Œuvrard d’Été", "Élodie-Ève Œuvrard d’Été"),
        ("a   b", "a b"),
    ],
)
def test_a_name_or_a_subject_is_one_header_and_says_what_was_typed(typed: str, read: str) -> None:
    message = read_back(a_message(to_name=typed, sender_name=typed, subject=typed))
    assert str(message["Subject"]) == read
    for header in ("To", "From", "Reply-To"):
        [party] = message[header].addresses
        assert party.display_name == read
    assert message["To"].addresses[0].addr_spec == "zoe@example.org"
    assert message["Bcc"] is None
    assert len(message.items()) == len({name.lower() for name in message})


def test_a_long_name_is_told_in_pieces_that_readers_join() -> None:
    made = composed(a_message(to_name="É" * 150), now=NOW)
    sent = message_from_bytes(made.as_bytes(), policy=compat32)["To"]
    assert str(make_header(decode_header(sent))) == f"{'É' * 150} <zoe@example.org>"


@pytest.mark.parametrize("address", ["", "x", "@x", "x@", "a@b\r\nBcc: c@d", "a@" + "b" * 64])
def test_what_is_no_address_is_not_sent_to(address: str) -> None:
    with pytest.raises(ValueError, match=r"."):
        composed(a_message(to_address=address), now=NOW)


def test_a_domain_in_other_letters_is_written_in_ascii() -> None:
    [party] = read_back(a_message(to_address="zoe@événement.example"))["To"].addresses
    assert party == Address("Zoé Exemple", "zoe", "xn--vnement-9xab.example")


@pytest.mark.parametrize(
    ("url", "server"),
    [
        ("smtp://mail.example.org", MailServer("mail.example.org", 25)),
        ("smtp://127.0.0.1:1025", MailServer("127.0.0.1", 1025)),
        (
            "smtp://me:s%40fe@mail.example.org?starttls",
            MailServer("mail.example.org", 587, Security.STARTTLS, "me", "s@fe"),
        ),
        (
            "smtps://me:safe@mail.example.org",
            MailServer("mail.example.org", 465, Security.TLS, "me", "safe"),
        ),
    ],
)
def test_a_url_names_the_mail_server(url: str, server: MailServer) -> None:
    assert MailServer.at(url) == server


@pytest.mark.parametrize(
    "url",
    [
        "mail.example.org",
        "http://mail.example.org",
        "smtp://",
        "smtp://mail.example.org/path",
        "smtp://mail.example.org:port",
        "smtp://mail.example.org?tls",
        "smtp://me:safe@mail.example.org",
    ],
)
def test_a_url_that_cannot_be_one_or_would_tell_a_password_is_refused(url: str) -> None:
    with pytest.raises(ValueError, match=r"."):
        MailServer.at(url)

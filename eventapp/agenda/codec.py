"""Releases as JSON. Pure: what is written today is read for ever, new fields by their defaults."""

from hashlib import sha256

import msgspec

from eventapp.agenda.published import PublishedAgenda, PublishedEvent


def encode(agenda: PublishedAgenda) -> bytes:
    """The agenda as JSON: the same agenda always gives the same bytes."""
    return msgspec.json.encode(agenda)


def decode(document: bytes | str) -> PublishedAgenda:
    """The agenda back from its JSON. Raises msgspec.ValidationError for anything else."""
    return msgspec.json.decode(document, type=PublishedAgenda)


def encode_event(event: PublishedEvent) -> bytes:
    """The event alone as JSON."""
    return msgspec.json.encode(event)


def decode_event(document: bytes | str) -> PublishedEvent:
    """The event back from its JSON. Raises msgspec.ValidationError for anything else."""
    return msgspec.json.decode(document, type=PublishedEvent)


def digest_of(document: bytes) -> str:
    """The SHA-256 of a document, in hexadecimal."""
    return sha256(document).hexdigest()

"""Whatever is typed into whichever field: an answer, never an error of ours."""

from collections.abc import Iterator
from typing import NamedTuple

import pytest
from flask.testing import FlaskClient
from sqlalchemy import inspect, select

from eventapp.accounts.rights import EventRole
from eventapp.agenda.models import Session, Track
from eventapp.events.models import Event, Room, Venue
from eventapp.people.models import Organisation, Person
from eventapp.plumbing.database import db
from tests.builders import (
    a_person,
    a_room,
    a_session,
    a_summit,
    a_track,
    an_account,
    an_organisation,
    sign_in,
)
from tests.web.editing.sheets import send, sheet_of

pytestmark = pytest.mark.both_databases

NASTY = (
    "", " ", "\x00", "a\x00b", "\x1b[31m", "\r\nSet-Cookie: a=b", "\u2028", "\u202e", "\ufffe",
    "\ud7ff\ue000", "🦫" * 300, "é" * 30_000, "x" * 501, "0", "-1", "1", "1e309", "NaN", "Infinity",
    "9" * 30, "9" * 5_000, "2147483648", "9223372036854775808", "0x10", "٣", "²", "1,5", "1.5.2",
    "<script>alert(1)</script>", "'; DROP TABLE session; --", "{{ 7*7 }}", "%(x)s", "%s%n",
    "{a.__class__}", "../../etc/passwd", "javascript:alert(1)", "0001-01-01", "9999-12-31",
    "24:00", "null", "[]",
)  # fmt: skip

CONTROLS = {chr(code) for code in range(32)} - {"\n", "\t"}


class Page(NamedTuple):
    """A form, by its address below the event's."""

    path: str
    kind: type


PAGES = (
    Page("settings", Event),
    Page("copy", Event),
    Page("places/rooms/hall", Room),
    Page("places/new-room", Room),
    Page("places/venues/{venue}", Venue),
    Page("places/new-venue", Venue),
    Page("tracks/governance", Track),
    Page("tracks/new", Track),
    Page("sessions/OPEN", Session),
    Page("sessions/new", Session),
    Page("people/zoe", Person),
    Page("people/new", Person),
    Page("organisations/{organisation}", Organisation),
    Page("organisations/new", Organisation),
)


@pytest.fixture
def names(client: FlaskClient) -> dict[str, str]:
    event = a_summit()
    organisation = an_organisation()
    zoe = a_person("Zoé Été", code="zoe", organisation=organisation)
    a_session(event, "OPEN", room=a_room(event, "Hall"), track=a_track(event), people=(zoe,))
    sign_in(client, an_account(event, EventRole.OWNER))
    return {"venue": str(event.venues[0].uid), "organisation": str(organisation.uid)}


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.path)
def test_fields_take_every_value_or_say_why_not(
    client: FlaskClient, names: dict[str, str], page: Page
) -> None:
    address = f"/en/manage/summit/{page.path.format(**names)}"
    """Each value goes into every sixth field, beginning with another one each time."""
    sheet = sheet_of(client.get(address))
    fields = [name for name in sheet if name != "csrf_token"]
    statuses = set()
    for number, value in enumerate(NASTY):
        for name in fields[number % 6 :: 6]:
            answer = send(client, address, {**sheet, name: value})
            statuses.add(answer.status_code)
            assert answer.status_code in {200, 303, 409, 422}, (name, value)
    assert statuses & {409, 422}
    assert all(not CONTROLS & set(text) for text in texts(page.kind))


def texts(kind: type) -> Iterator[str]:
    """All text that the rows of that kind hold."""
    db.session.rollback()
    columns: list[str] = inspect(kind).column_attrs.keys()
    rows: list[object] = [*db.session.scalars(select(kind))]
    for row in rows:
        yield from (value for name in columns if isinstance(value := getattr(row, name), str))


@pytest.mark.parametrize(
    "name", ["people-²-code", "people-99999999999999999999-code", "people-0-role", "people--code"]
)
def test_inputs_with_odd_names_do_no_harm(
    client: FlaskClient, names: dict[str, str], name: str
) -> None:
    address = "/en/manage/summit/sessions/OPEN"
    answer = send(client, address, {**sheet_of(client.get(address)), name: "zoe"})
    assert answer.status_code in {303, 422}


@pytest.mark.parametrize("value", ["", "\x00", "%", "_", "\\", "x" * 5_000, "é🦫", "a b " * 99])
def test_searches_take_anything(client: FlaskClient, names: dict[str, str], value: str) -> None:
    for page in ("people", "people/search", "organisations", "sessions"):
        answer = client.get(f"/en/manage/summit/{page}", query_string={"q": value})
        assert answer.status_code == 200


@pytest.mark.parametrize(
    "path",
    [
        "places/rooms/nowhere",
        "places/venues/00000000-0000-0000-0000-000000000000",
        "places/venues/1",
        "tracks/none",
        "sessions/none",
        "sessions/OPEN%00",
        "people/none",
        "organisations/00000000-0000-0000-0000-000000000000",
        "people/zoe/merge/none",
    ],
)
def test_what_is_not_there_is_not_found(
    client: FlaskClient, names: dict[str, str], path: str
) -> None:
    assert client.get(f"/en/manage/summit/{path}").status_code == 404


def test_rows_of_another_event_are_not_found(client: FlaskClient, names: dict[str, str]) -> None:
    other = a_summit("other")
    a_session(other, "SECRET", room=a_room(other, "Vault"), track=a_track(other, "hidden"))
    db.session.commit()
    venue = other.venues[0].uid
    for path in (
        "sessions/SECRET",
        "tracks/hidden",
        "places/rooms/vault",
        f"places/venues/{venue}",
    ):
        assert client.get(f"/en/manage/summit/{path}").status_code == 404

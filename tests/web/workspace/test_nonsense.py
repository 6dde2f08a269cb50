"""Nonsense in every field of every form of the workspace, and in every address: never our error."""

import os
import re
from collections.abc import Iterator
from datetime import timedelta
from functools import partial
from html.parser import HTMLParser
from itertools import product
from typing import NamedTuple
from urllib.parse import quote, urljoin, urlsplit

import pytest
from flask import Flask
from flask.testing import FlaskClient
from sqlalchemy import select

from eventapp.accounts.rights import EventRole
from eventapp.delegations.kinds import AccessKind, MemberFunction
from eventapp.delegations.models import Delegation
from eventapp.events.models import Event
from eventapp.people.editing import add_term
from eventapp.people.kinds import Correspondence
from eventapp.planning.precedence import ListKind
from eventapp.plumbing.database import db
from eventapp.protocol.ordering import make_order, override
from eventapp.registration.inviting import Invitee, invite
from eventapp.registration.kinds import QuestionKind
from eventapp.registration.registering import register
from eventapp.values.bilingual import Bilingual
from tests.builders import (
    NOW,
    a_category,
    a_delegation,
    a_meeting,
    a_member,
    a_movement,
    a_person,
    a_proposal,
    a_release,
    a_room,
    a_session,
    a_summit,
    a_track,
    an_access,
    an_account,
    an_organisation,
    approve_all,
    meeting_hours,
    sign_in,
)
from tests.registration import a_desk, a_question, filled
from tests.web.editing.sheets import HEADERS
from tests.web.editing.test_nasty import NASTY
from tests.web.workspace.crawling import crawled

pytestmark = pytest.mark.both_databases

#: Every so many of all values in all fields: `EVENTAPP_TEST_EVERY=1` sends them all, for minutes.
EVERY = int(os.environ.get("EVENTAPP_TEST_EVERY", "61"))

VARIABLE = re.compile(r"<(?:[^<>]*:)?(\w+)>")
HERE = {"language": "en", "event": "summit"}
IDS = (
    "0", "-1", "1e3", "2147483648", "9223372036854775808", "9" * 5_000, "\x00", "%", "..", "²", "٣",
    "'", "<b>", "x" * 3_000, "🦫", "00000000-0000-0000-0000-000000000000", "null", " ",
)  # fmt: skip

#: What would take the ground from under the other forms: the event's address, signing out.
SPARED = {"csrf_token", "slug"}
LAST = ("/logout", "/remove", "/withdraw", "/restore", "/close")

Inputs = dict[str, list[str]]


class Sent(NamedTuple):
    """A form as a browser would send it untouched."""

    method: str
    address: str
    inputs: Inputs


class _Forms(HTMLParser):
    def __init__(self, page: str) -> None:
        super().__init__()
        self.page = page
        self.found: dict[str, Sent] = {}
        self._here = self._field = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = {name: value or "" for name, value in attrs}
        if tag == "form":
            self._open(given)
            return
        form = self.found.get(given.get("form", self._here))
        if form is None or (tag == "option" and not self._field):
            return
        name = self._field if tag == "option" else given.get("name", "")
        if tag == "select":
            self._field = name
        elif name:
            self._hold(form.inputs, name, given)

    def _open(self, given: dict[str, str]) -> None:
        self._here = given.get("id", f"form {len(self.found)}")
        address = urljoin(self.page, given.get("action") or self.page)
        self.found[self._here] = Sent(given.get("method", "get"), address, {})

    def _hold(self, inputs: Inputs, name: str, given: dict[str, str]) -> None:
        is_chosen = given.get("type") not in {"checkbox", "radio"} or "checked" in given
        held = inputs.setdefault(name, [])
        if is_chosen and (not held or "selected" in given):
            held[:] = [given.get("value", "")]

    def handle_endtag(self, tag: str) -> None:
        if tag == "form":
            self._here = ""
        if tag == "select":
            self._field = ""


def forms_of(pages: Iterator[tuple[str, str]]) -> list[Sent]:
    """Each kind of form once: by where it goes to and what it asks; what removes things last."""
    kinds: dict[tuple[str, tuple[str, ...]], Sent] = {}
    for address, page in pages:
        forms = _Forms(address)
        forms.feed(page)
        for form in forms.found.values():
            kinds.setdefault((urlsplit(form.address).path, tuple(sorted(form.inputs))), form)
    return sorted(kinds.values(), key=lambda form: form.address.endswith(LAST))


def an_event() -> Event:
    """Something of each kind, so that every form is there to be filled in."""
    event = a_summit()
    zoe = a_person("Zoé Été", code="zoe", organisation=an_organisation(), email="z@example.org")
    twin = a_person("Zoé Été", code="zoe-2")
    add_term(zoe, {"function": Bilingual.same("juge")}, now=NOW)
    held = {"room": a_room(event, "Hall"), "track": a_track(event)}
    a_session(event, "OPEN", people=(zoe,), **held)  # type: ignore[arg-type]
    a_session(event, "TWICE", people=(zoe, twin), **held)  # type: ignore[arg-type]
    a_session(event, "LATER", at=None)
    a_registration(event)
    sent = a_delegation(event)
    a_member(sent, zoe, MemberFunction.HEAD)
    a_movement(sent, people=(zoe,), room=event.rooms[0], revision=0)
    a_movement(sent, at="11:00")
    france = a_delegation(event, "FR")
    order = make_order(event, ListKind.PARTICIPANTS, None, {}, by="Zoé", now=NOW)
    override(event, order, france, 1, "Zoé", by="Zoé", now=NOW)
    meetings_in(event)
    approve_all(event)
    a_release(event)
    a_session(event, "NEW", at="11:00", room=a_room(event, "Salon"))
    return event


def meetings_in(event: Event) -> None:
    """Meetings with and without a time, their hours, and what is proposed."""
    sides, room = [a_delegation(event, country) for country in ("CA", "KE")], event.rooms[0]
    a_member(sides[0], "Ada Exemple", MemberFunction.HEAD)
    a_meeting(*sides, at="09:00", room=room)
    a_proposal(a_meeting(*sides))
    meeting_hours(room)


def a_registration(event: Event) -> None:
    """A form, somebody who waits for a place, and somebody who is invited."""
    a_desk(event, capacity=1)
    category = a_category(event, "guest")
    for number in range(2):
        register(event, filled(category, f"Zoé{number} Exemple"), key=str(number), now=NOW)
    visa = a_question(event, "visa", kind=QuestionKind.YES_NO)
    a_question(event, "when", kind=QuestionKind.DATE, shown_if=visa, shown_for="yes")
    people, later = [Invitee("", "i@example.org")], NOW + timedelta(days=3650)
    invite(event, people, category, Correspondence.BOTH, expires_at=later, now=NOW)


@pytest.fixture
def forms(client: FlaskClient) -> list[Sent]:
    event = an_event()
    owner = an_account(event, EventRole.OWNER, is_administrator=True)
    an_access(
        db.session.scalars(select(Delegation).order_by(Delegation.id).limit(1)).one(),
        owner,
        AccessKind.FOCAL_POINT,
    )
    sign_in(client, owner)
    pages = crawled(client, "/en/manage/summit/", "/en/")
    return forms_of((at, page.text) for at, page in pages if page.mimetype == "text/html")


def send(client: FlaskClient, form: Sent, inputs: Inputs) -> int:
    if form.method == "get":
        return client.get(urlsplit(form.address).path, query_string=inputs).status_code
    return client.post(form.address, data=inputs, headers=HEADERS).status_code


def test_no_form_of_the_workspace_fails_because_of_what_is_typed(
    client: FlaskClient, forms: list[Sent]
) -> None:
    assert len(forms) > 40
    failed = []
    for first, form in enumerate(forms):
        names = sorted(form.inputs.keys() - SPARED)
        for number, (name, value) in enumerate(product(names, NASTY), first):
            if number % EVERY == 0:
                status = send(client, form, {**form.inputs, name: [value]})
                if status >= 500:
                    failed.append((form.address, name, value[:30], status))
    assert failed == []


def test_no_address_of_the_workspace_fails_because_of_what_it_names(
    app: Flask, client: FlaskClient
) -> None:
    sign_in(client, an_account(an_event(), EventRole.OWNER, is_administrator=True))
    failed = []
    for rule in app.url_map.iter_rules():
        if "manage/" not in rule.rule or not rule.arguments - HERE.keys():
            continue
        for method, value in product({"GET", "POST"} & (rule.methods or set()), IDS):
            address = VARIABLE.sub(partial(named, value), rule.rule)
            status = client.open(address, method=method, headers=HEADERS).status_code
            if status >= 500 or (method == "POST" and status < 400):
                failed.append((address, method, status))
    assert failed == []


def named(value: str, variable: re.Match[str]) -> str:
    return HERE.get(variable[1]) or quote(value, safe="")

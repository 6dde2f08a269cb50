"""Every page of the workspace, found by following links: whole, quiet, in one language."""

import re
from datetime import UTC, datetime, timedelta
from html.parser import HTMLParser
from typing import Any

import pytest
from flask.testing import FlaskClient
from sqlalchemy import select

from eventapp.accounts.rights import EventRole
from eventapp.agenda import publishing
from eventapp.delegations import access
from eventapp.delegations.kinds import AccessKind, MemberFunction
from eventapp.delegations.models import Delegation
from eventapp.events.models import Event, Room
from eventapp.history.actions import Action
from eventapp.history.recording import editing
from eventapp.participants.kinds import PaperKind
from eventapp.participants.papers import keep_paper
from eventapp.people.editing import add_term
from eventapp.people.kinds import Correspondence
from eventapp.planning.precedence import ListKind
from eventapp.plumbing.database import db
from eventapp.plumbing.uploads import PDF, Upload, clean_name
from eventapp.protocol.ordering import make_order, override
from eventapp.registration.inviting import Invitee, invite
from eventapp.registration.kinds import QuestionKind
from eventapp.registration.queries import add_policy
from eventapp.registration.registering import register
from eventapp.values.bilingual import Bilingual
from tests.builders import (
    NOW,
    a_category,
    a_delegation,
    a_meeting,
    a_member,
    a_movement,
    a_party,
    a_person,
    a_proposal,
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
from tests.web.workspace.crawling import crawled

pytestmark = pytest.mark.both_databases

#: Breaks out of attributes, elements, templates and formats, wherever one of them is careless.
POLYGLOT = "\"'><script>alert(1)</script><img src=x onerror=alert(2)>{{7*7}}${7*7}%(x)s{0}"
HARMLESS = Bilingual(POLYGLOT, POLYGLOT)
HARMLESS_SHORT = Bilingual(POLYGLOT[:99], POLYGLOT[:99])
LATER = NOW + timedelta(days=3650)
TODAY = datetime.now(UTC)


class Active(HTMLParser):
    """What a browser would run or load because of the text."""

    def __init__(self) -> None:
        super().__init__()
        self.found: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        values = dict(attrs)
        if any(name.startswith("on") or name == "style" for name in values):
            self.found.append(self.get_starttag_text() or tag)
        is_data = values.get("type") == "application/ld+json"
        if tag == "script" and "src" not in values and not is_data:
            self.found.append("inline script")
        if tag == "img" and values.get("src") == "x":
            self.found.append("the text’s image")


def hostile() -> Event:
    """An event all of whose texts are hostile."""
    event = a_summit(title=HARMLESS, summary=HARMLESS)
    event.venues[0].name = HARMLESS
    room, track = a_room(event), a_track(event, name=HARMLESS)
    room.name = HARMLESS
    person = a_person(
        given_name=POLYGLOT[:60],
        family_name=POLYGLOT,
        function=HARMLESS,
        honorific=HARMLESS_SHORT,
        organisation=an_organisation(POLYGLOT),
        email="a@example.org",
    )
    add_term(person, {"function": HARMLESS, "honorific": HARMLESS_SHORT}, now=NOW)
    held = {"room": room, "track": track, "people": (person,)}
    a_session(event, "A", title=HARMLESS, abstract=HARMLESS, **held)  # type: ignore[arg-type]
    a_session(event, "B", title=HARMLESS, abstract=HARMLESS, **held)  # type: ignore[arg-type]
    a_session(event, "C", title=HARMLESS, at=None)
    a_hostile_registration(event)
    sent = a_delegation(
        event,
        party=a_party(short_name=HARMLESS, formal_name=HARMLESS, sort_key=HARMLESS),
        note=POLYGLOT,
        telephone=POLYGLOT[:40],
    )
    category = a_category(event, name=HARMLESS, delegation_quota=1)
    a_member(sent, person, MemberFunction.HEAD, category=category)
    a_member(sent, POLYGLOT[:90], category=category)
    told = {"title": HARMLESS, "origin": HARMLESS, "destination": HARMLESS}
    words = {"transport": POLYGLOT, "contact": POLYGLOT, "note": POLYGLOT, "revision": 0}
    a_movement(sent, people=(person,), room=room, **told, **words)  # type: ignore[arg-type]
    a_movement(sent, at="11:00", **told, **words)  # type: ignore[arg-type]
    by = {"by": POLYGLOT, "now": NOW}
    order = make_order(event, ListKind.PARTICIPANTS, None, {}, **by)  # type: ignore[arg-type]
    override(event, order, sent, 1, POLYGLOT, **by)  # type: ignore[arg-type]
    hostile_meetings(event, room)
    approve_all(event)
    publishing.publish(event, by=POLYGLOT, now=NOW, note=HARMLESS)
    return event


def hostile_meetings(event: Event, room: Room) -> None:
    """Two delegations that meet, and what is proposed for them: hostile throughout."""
    sides = [
        a_delegation(event, party=a_party("", short_name=HARMLESS), code=code) for code in "cd"
    ]
    told: dict[str, Any] = {"topic": POLYGLOT, "note": POLYGLOT, "title": HARMLESS}
    told["answer"] = POLYGLOT
    member = a_member(sides[0], POLYGLOT[:90], MemberFunction.HEAD)
    people = (member.participant.person,)
    a_meeting(*sides, at="09:00", room=room, people=people, **told)
    a_proposal(a_meeting(*sides, people=people, **told))
    meeting_hours(room)


def a_hostile_registration(event: Event) -> None:
    """A form, answers, somebody who waits, an invitation: hostile throughout."""
    a_desk(event, welcome=HARMLESS, capacity=1)
    add_policy(event, HARMLESS, now=NOW)
    category = a_category(event, "guest")
    category.name = HARMLESS
    options = [{"code": each, "fr": POLYGLOT, "en": POLYGLOT} for each in "ab"]
    first = a_question(
        event, "one", kind=QuestionKind.ONE_OF, label=HARMLESS, help=HARMLESS, options=options
    )
    a_question(event, "two", label=HARMLESS, shown_if=first, shown_for="a", categories=("guest",))
    declared = {"function": POLYGLOT, "organisation": POLYGLOT, "is_listed": True, "policy": 2}
    for number in range(2):
        name, email = f"{POLYGLOT[:90]} {number}", f"b{number}@example.org"
        form = filled(category, name, email=email, answers={first.id: "a"}, **declared)
        register(event, form, key=str(number), now=NOW)
    people = [Invitee(POLYGLOT, "d@example.org")]
    invite(event, people, category, Correspondence.BOTH, expires_at=LATER, now=NOW)


@pytest.fixture
def reader(client: FlaskClient) -> FlaskClient:
    event = hostile()
    owner = an_account(event, EventRole.OWNER, name=POLYGLOT[:200], is_administrator=True)
    delegation = db.session.scalars(select(Delegation).order_by(Delegation.id).limit(1)).one()
    an_access(delegation, owner, AccessKind.FOCAL_POINT)
    access.invite(
        delegation, AccessKind.LIAISON, "a@example.org", POLYGLOT, invited_by=POLYGLOT, now=TODAY
    )
    kind, letter = PaperKind.CREDENTIALS, Upload(clean_name(POLYGLOT, PDF), PDF, b"%PDF-1.7")
    keep_paper(event.id, delegation.uid, kind, letter, by=POLYGLOT, now=NOW)
    db.session.commit()
    with editing(event.id, by=owner.actor, now=NOW, action=Action.EDIT, name=HARMLESS):
        event.edition = POLYGLOT[:40]
    sign_in(client, owner)
    return client


@pytest.mark.parametrize("language", ["fr", "en"])
def test_every_page_stands_and_runs_nothing_that_somebody_typed(
    reader: FlaskClient, language: str
) -> None:
    start = f"/{language}/manage/summit/"
    wrong, active = [], {}
    visited = 0
    for address, answer in crawled(reader, start, f"/{language}/"):
        visited += 1
        if answer.status_code not in (200, 302, 303):
            wrong.append((address, answer.status_code))
        if answer.mimetype == "text/html":
            found = Active()
            found.feed(answer.text)
            if found.found:
                active[address] = found.found
            assert not re.search(r"(?<!\*)\b49\b(?!\*)", answer.text.replace("7*7", "")), address
    assert wrong == []
    assert active == {}
    assert visited > 30

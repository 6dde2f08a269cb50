"""Nothing of others: every text that is not an agenda's own holds a canary, and none sings."""

from datetime import UTC, datetime, timedelta
from io import BytesIO

import pytest
import time_machine
from flask.testing import FlaskClient
from pypdf import PdfReader

from eventapp.agenda import publishing
from eventapp.agenda.kinds import Role, Visibility
from eventapp.agenda.models import Appearance
from eventapp.delegations.kinds import MemberFunction
from eventapp.itineraries import sending
from eventapp.messages.models import Letter
from eventapp.participants.models import Needs
from eventapp.plumbing.database import db
from eventapp.registration.kinds import ChoiceState
from eventapp.values.bilingual import Bilingual
from tests.builders import (
    NOW,
    a_category,
    a_member,
    a_participant,
    a_release,
    a_room,
    a_session,
    approve_all,
)
from tests.web.itineraries.conftest import (
    AddressOf,
    Summit,
    a_meeting,
    a_ride,
    choose,
)

CANARY = "Canari"
WORDS = Bilingual(f"{CANARY} du secret", f"{CANARY} of secrets")
READ_AT = datetime(2024, 11, 20, tzinfo=UTC)


@pytest.fixture
def planted(summit: Summit) -> Summit:
    """Canaries in all that Canada’s people may not read, though much of it is near them."""
    s, event = summit, summit.event
    zoe, cage = s.zoe.participant, a_room(summit.event, CANARY)
    mia = a_member(s.japan, f"Mia {CANARY}", MemberFunction.ADVISER)
    luc = a_member(s.france, f"Luc {CANARY}", MemberFunction.HEAD)
    _others_meet(s, mia.participant.person.id)
    a_meeting(s.japan, s.france, s.ken, luc, room=cage, topic=CANARY, note=CANARY, title=WORDS)
    a_ride([s.japan], s.ken, title=WORDS, origin=WORDS, destination=WORDS, transport=CANARY)
    a_ride([s.canada, s.france], s.zoe, luc, at="19:00", title=WORDS, note=CANARY)
    s.canada.note = s.japan.note = s.japan.email = s.japan.telephone = CANARY
    db.session.add(Needs(participant_id=zoe.id, access=CANARY, diet=CANARY))
    for visibility, people in (
        (Visibility.TEAM, (zoe.person,)),
        (Visibility.DELEGATION, (s.ken.participant.person,)),
        (Visibility.PARTICIPANTS, ()),
        (Visibility.PUBLIC, ()),
    ):
        a_session(event, title=WORDS, people=people, visibility=visibility, abstract=WORDS)
    choose(zoe, a_session(event, "FULL", title=WORDS), ChoiceState.WAITING)
    a_release(event, now=NOW + timedelta(days=1))
    _embargo(s)
    s.panel.title = WORDS
    a_session(event, "DRAFT", title=WORDS, people=(zoe.person,))
    db.session.commit()
    return s


def _others_meet(s: Summit, adviser: int) -> None:
    """Somebody of the other side sits in Canada’s meeting, and the team noted things about it."""
    s.meeting.appearances.append(Appearance(person_id=adviser, role=Role.MEMBER, position=9))
    s.meeting.title = WORDS
    s.meeting.note = s.meeting.answer = CANARY
    s.ride.note = CANARY
    wish = a_meeting(s.canada, s.japan, s.zoe, code="B-WISH", topic=CANARY)
    wish.revision = None


def _embargo(s: Summit) -> None:
    """A release that waits: Zoé is to speak in one more session."""
    a_session(s.event, "SOON", title=WORDS, people=(s.zoe.participant.person,))
    approve_all(s.event)
    publishing.publish(
        s.event, by="organizer", now=NOW + timedelta(days=2), note=WORDS, at=NOW + timedelta(90)
    )


def told(client: FlaskClient, page: str) -> str:
    """What an address answers, as text."""
    answer = client.get(page)
    assert answer.status_code == 200
    if ".pdf" in page:
        return "\n".join(each.extract_text() for each in PdfReader(BytesIO(answer.data)).pages)
    return answer.text.replace("\r\n ", "")


@pytest.mark.parametrize("whose", ["zoe", "canada"])
def test_no_canary_sings_in_an_agenda(
    client: FlaskClient, planted: Summit, address_of: AddressOf, whose: str
) -> None:
    owner = getattr(planted, whose)
    with time_machine.travel(READ_AT, tick=False):
        for language in ("fr", "en"):
            page = address_of(owner, language=language)
            paper = f"{page}.pdf?languages={language}"
            answers = [
                told(client, each) for each in (page, paper, address_of(owner, language, language))
            ]
            answers.append(told(client, f"{page}.pdf?languages=both"))
            japan = {"fr": "Japon", "en": "Japan"}[language]
            assert [japan in each for each in answers] == [True] * 4
            assert [CANARY in each for each in answers] == [False] * 4


def test_no_canary_sings_in_the_letters_that_lead_there(
    client: FlaskClient, planted: Summit
) -> None:
    planted.zoe.participant.person.email = planted.canada.email = "ca@example.org"
    sending.send_to_participant(planted.zoe.participant, now=NOW)
    sending.send_to_delegation(planted.canada, now=NOW)
    db.session.commit()

    letters = db.session.scalars(db.select(Letter).where(Letter.to_address == "ca@example.org"))
    assert [CANARY in f"{each.subject} {each.text} {each.html}" for each in letters] == [False] * 2


def test_who_belongs_to_nobody_reads_nothing_of_delegations(
    client: FlaskClient, planted: Summit, address_of: AddressOf
) -> None:
    guest = a_participant(planted.event, "Gus Exemple", a_category(planted.event, "guest"))
    loner = a_member(planted.france, "Lia Exemple")
    loner.participant = guest
    page = address_of(loner)
    db.session.delete(loner)
    db.session.commit()

    html = client.get(page).text
    assert ("Japon" in html, CANARY in html) == (False, False)

"""The page of one's own agenda, at a secret address: whose it is, and until when."""

import re
from datetime import timedelta

import pytest
from flask.testing import FlaskClient

from eventapp.agenda.kinds import Visibility
from eventapp.agenda.models import Withdrawal
from eventapp.itineraries.models import LastLook
from eventapp.participants.addresses import revoke_addresses
from eventapp.participants.kinds import AddressPurpose, ParticipantState
from eventapp.plumbing.database import db
from eventapp.registration.kinds import ChoiceState
from eventapp.values.bilingual import Bilingual
from tests.builders import NOW, a_member, a_release, a_room, a_session, a_span, approve_all
from tests.web.itineraries.conftest import AddressOf, Summit, a_ride, choose

MEETING, RIDE = "Rencontre bilatérale\xa0: Japon", "Retour à l’hôtel"


def titles(html: str) -> list[str]:
    """The headings of the entries, in order."""
    found = re.findall(r"<article class=\"session entry.*?<h3>(.*?)</h3>", html, re.DOTALL)
    return [re.sub("<[^>]+>", "", each).strip() for each in found]


def changes(html: str) -> list[str]:
    """What the page says has changed, on a line each."""
    news = html.partition('class="own-news"')[2].partition("</ul>")[0]
    lines = re.findall(r"<h3>(.*?)</h3>|<p class=\"change\">(.*?)</p>", news, re.DOTALL)
    return [" ".join(re.sub("<[^>]+>", " ", "".join(each)).split()) for each in lines]


def statuses(client: FlaskClient, page: str, feed: str) -> list[int]:
    addresses = (page, f"{page}.pdf", feed, feed.replace("/own/", "/own/calendar/")[:-4])
    return [client.get(each).status_code for each in addresses]


def test_a_person_reads_what_is_theirs_and_nothing_else(
    client: FlaskClient, summit: Summit, address_of: AddressOf
) -> None:
    html = client.get(address_of(summit.zoe)).text

    assert titles(html) == ["Séance PANEL", MEETING, RIDE]
    for fact in (
        "Ken Exemple, directrice",
        "Eau douce",
        "Voiture 3",
        "+1 514 555-0199",
        "Panéliste",
    ):
        assert fact in html


@pytest.mark.parametrize("whose", ["zoe", "canada"])
def test_whom_to_call_in_an_emergency_comes_first(
    client: FlaskClient, summit: Summit, address_of: AddressOf, whose: str
) -> None:
    summit.event.emergency_telephone = "+1 514 555-0911"
    db.session.commit()
    html = client.get(address_of(getattr(summit, whose))).text
    contacts = html.partition('class="own-contacts"')[2]
    assert contacts.index("Urgence") < contacts.index('href="tel:+1514555-0911"')


def test_a_delegation_reads_the_same_with_its_peoples_names(
    client: FlaskClient, summit: Summit, address_of: AddressOf
) -> None:
    html = client.get(address_of(summit.canada, language="en")).text

    assert titles(html) == [
        "Session PANEL", "Bilateral meeting: Japan", "Back to the Hotel",
    ]  # fmt: skip
    assert "Zoé Exemple (panelist)" in html


def test_chosen_sessions_are_in_the_agenda_once_there_is_a_seat(
    client: FlaskClient, summit: Summit, address_of: AddressOf
) -> None:
    zoe = summit.zoe.participant
    other = a_session(summit.event, "TALK", at="11:00")
    seat = choose(zoe, other, ChoiceState.WAITING)
    a_release(summit.event, now=NOW + timedelta(1))
    page = address_of(summit.zoe)
    assert "Séance TALK" not in titles(client.get(page).text)

    seat.state = ChoiceState.SEATED
    db.session.commit()

    assert titles(client.get(page).text) == ["Séance PANEL", "Séance TALK", MEETING, RIDE]


def test_a_movement_that_names_nobody_takes_the_whole_delegation_along(
    client: FlaskClient, summit: Summit, address_of: AddressOf
) -> None:
    a_ride([summit.canada], at="20:00", code="BUS", title=Bilingual("Autocar", "Coach"))
    a_ride([summit.japan], at="20:00", title=Bilingual("Train", "Train"))

    assert titles(client.get(address_of(summit.zoe)).text)[-1] == "Autocar"


def test_nobody_keeps_it_and_nobody_is_told_of_it(
    client: FlaskClient, summit: Summit, address_of: AddressOf
) -> None:
    page = address_of(summit.zoe)
    for address in (page, f"{page}.pdf", address_of(summit.zoe, "fr")):
        headers = client.get(address).headers
        assert headers["Cache-Control"].startswith("private, no-")
        assert headers["Referrer-Policy"] == "no-referrer"
        assert headers["X-Robots-Tag"] == "noindex, nofollow"
        assert "Set-Cookie" not in headers


@pytest.mark.parametrize("end", ["withdrawn", "removed", "revoked", "event"])
def test_all_of_it_is_gone_at_once(
    client: FlaskClient, summit: Summit, address_of: AddressOf, end: str
) -> None:
    zoe = summit.zoe.participant
    page, feed = address_of(summit.zoe), address_of(summit.zoe, "fr")
    assert statuses(client, page, feed) == [200] * 4

    if end == "withdrawn":
        zoe.state = ParticipantState.WITHDRAWN
    elif end == "removed":
        zoe.removed_at = NOW
    elif end == "event":
        summit.event.removed_at = NOW
    else:
        for purpose in AddressPurpose:
            revoke_addresses(zoe.uid, purpose)
    db.session.commit()

    assert statuses(client, page, feed) == [404] * 4


def test_who_left_the_delegation_reads_no_more_of_its_meetings(
    client: FlaskClient, summit: Summit, address_of: AddressOf
) -> None:
    page = address_of(summit.zoe)
    db.session.delete(summit.zoe)
    db.session.commit()

    assert titles(client.get(page).text) == ["Séance PANEL"]


def test_who_waits_is_led_to_their_registration(
    client: FlaskClient, summit: Summit, address_of: AddressOf
) -> None:
    page, feed = address_of(summit.zoe), address_of(summit.zoe, "fr")
    summit.zoe.participant.state = ParticipantState.WAITING
    db.session.commit()

    answer = client.get(page)
    assert (answer.status_code, answer.location) == (303, f"{page}/registration")
    assert statuses(client, page, feed) == [303, 404, 404, 404]


def test_a_secret_opens_its_own_event_and_purpose_alone(
    client: FlaskClient, summit: Summit, address_of: AddressOf
) -> None:
    page, feed = address_of(summit.zoe), address_of(summit.zoe, "fr")
    near = page[:-1] + ("A" if page[-1] != "A" else "B")
    for address in (
        near,
        page.replace("/summit/", "/other/"),
        f"{page}.ics",
        feed[:-4],
        feed.replace("/fr/", "/en/"),
    ):
        assert client.get(address).status_code == 404


def test_private_meetings_stand_there_before_and_without_any_release(
    client: FlaskClient, summit: Summit, address_of: AddressOf
) -> None:
    page = address_of(summit.zoe)
    release = db.session.execute(db.text("SELECT id FROM release")).scalar_one()
    db.session.add(Withdrawal(release_id=release, at=NOW, author="x", notice=Bilingual()))
    db.session.commit()

    html = client.get(page).text
    assert titles(html) == [MEETING, RIDE]
    assert "Le programme n’est pas public en ce moment" in html
    assert client.get(f"{page}.pdf").status_code == 200


def test_the_first_look_changes_nothing_and_the_next_one_tells(
    client: FlaskClient, summit: Summit, address_of: AddressOf
) -> None:
    page = address_of(summit.zoe)
    assert changes(client.get(page).text) == []
    assert db.session.scalars(db.select(LastLook)).all() == []
    db.session.rollback()
    assert client.post(f"{page}/seen").status_code == 303

    salon = a_room(summit.event, "Salon")
    summit.meeting.span = a_span(summit.event, "15:15", minutes=30)
    summit.meeting.room = summit.panel.room = salon
    approve_all(summit.event)
    db.session.delete(summit.ride)
    a_release(summit.event, now=NOW + timedelta(1))

    assert changes(client.get(page).text) == [
        "Séance PANEL",
        "Nouvelle salle Salle Hall, Palais Salle Salon, Palais",
        MEETING.replace("\xa0", " "),
        "Nouvel horaire mardi 3 décembre, 14 h – 14 h 30 mardi 3 décembre, 15 h 15 – 15 h 45",
        "Nouvelle salle Salle Hall, Palais Salle Salon, Palais",
        RIDE,
        "Retirée",
    ]
    client.post(f"{page}/seen")
    assert changes(client.get(page).text) == []


def test_looking_is_refused_from_other_sites(
    client: FlaskClient, summit: Summit, address_of: AddressOf
) -> None:
    page = address_of(summit.zoe)
    for deed in ("seen", "calendar", "calendar/end"):
        answer = client.post(
            f"{page}/{deed}", data={"languages": "fr"}, headers={"Sec-Fetch-Site": "cross-site"}
        )
        assert answer.status_code == 400
        assert client.get(f"{page}/{deed}").status_code == 405


def test_markup_in_any_field_stays_text(
    client: FlaskClient, summit: Summit, address_of: AddressOf
) -> None:
    bad = "<b>{{7*7}}</b>"
    person = a_member(summit.canada, f"Ada {bad}")
    a_ride(
        [summit.canada], person, at="08:00", code="BAD", title=Bilingual(bad, bad), transport=bad
    )
    html = client.get(address_of(summit.canada)).text
    assert ("<b>" in html, "&lt;b&gt;{{7*7}}&lt;/b&gt;" in html) == (False, True)


def test_a_session_without_a_public_page_is_told_whole_and_leads_nowhere(
    client: FlaskClient, summit: Summit, address_of: AddressOf
) -> None:
    a_session(
        summit.event,
        "CAUCUS",
        at="08:00",
        people=(summit.zoe.participant.person,),
        visibility=Visibility.PARTICIPANTS,
    )
    a_release(summit.event, now=NOW + timedelta(1))

    html = client.get(address_of(summit.zoe)).text
    feed = client.get(address_of(summit.zoe, "fr")).text.replace("\r\n ", "")

    assert "<em>bonne</em> séance" in html
    assert ("sessions/CAUCUS" in html + feed, "sessions/PANEL" in html) == (False, True)
    assert client.get("/fr/summit/sessions/CAUCUS").status_code == 404

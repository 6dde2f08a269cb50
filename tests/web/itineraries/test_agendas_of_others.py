"""Who looks after a delegation reads its agenda, and sends people the addresses of theirs."""

import re

from flask.testing import FlaskClient

from eventapp.accounts.rights import EventRole
from eventapp.delegations.kinds import AccessKind
from eventapp.messages.kinds import LetterKind
from eventapp.messages.models import Letter
from eventapp.plumbing.database import db
from tests.builders import an_access, an_account, sign_in
from tests.web.itineraries.conftest import Summit
from tests.web.itineraries.test_own_page import MEETING, titles
from tests.web.workspace.posting import token_on


def test_a_liaison_officer_reads_one_delegation_alone(client: FlaskClient, summit: Summit) -> None:
    officer = an_account()
    access = an_access(summit.canada, officer, AccessKind.LIAISON)
    sign_in(client, officer)
    own, other = "/fr/liaison/summit/ca/agenda", "/fr/liaison/summit/jp/agenda"

    assert MEETING in titles(client.get(own).text)
    assert client.get(f"{own}.pdf").data.startswith(b"%PDF")
    assert [client.get(f"{other}{end}").status_code for end in ("", ".pdf")] == [404, 404]

    db.session.delete(access)
    db.session.commit()
    assert [client.get(f"{own}{end}").status_code for end in ("", ".pdf")] == [404, 404]


def test_the_team_reads_a_delegations_agenda_and_sends_its_address(
    client: FlaskClient, summit: Summit
) -> None:
    summit.canada.email = "canada@example.org"
    sign_in(client, an_account(summit.event, EventRole.PROTOCOL))
    page = "/en/manage/summit/delegations/ca/agenda"
    assert "Bilateral meeting: Japan" in client.get(page).text

    answer = client.post(
        f"{page}/address", data={"csrf_token": token_on(client, page)}, follow_redirects=True
    )

    assert "goes to canada@example.org" in answer.text
    letter = db.session.scalars(db.select(Letter)).one()
    assert (letter.kind, letter.to_address) == (LetterKind.OWN_AGENDA, "canada@example.org")
    [french, english] = re.findall(r"https://events.example.org(/../summit/own/\S+)", letter.text)
    assert [client.get(each).status_code for each in (french, english)] == [200, 200]


def test_who_has_no_mail_address_is_named(client: FlaskClient, summit: Summit) -> None:
    sign_in(client, an_account(summit.event, EventRole.REGISTRATION))
    participant = f"/fr/manage/summit/participants/{summit.zoe.participant.code}"

    answer = client.post(
        f"{participant}/agenda/address",
        data={"csrf_token": token_on(client, participant)},
        follow_redirects=True,
    )

    assert "Aucune adresse de courriel n’est connue pour Zoé Exemple." in answer.text
    assert db.session.scalars(db.select(Letter)).all() == []

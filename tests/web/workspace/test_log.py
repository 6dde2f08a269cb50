"""The log of an event: complete, legible, filtered, taken away; for those who may read it."""

import csv
import re
from io import StringIO

import pytest
from flask.testing import FlaskClient

from eventapp.accounts.models import Account
from eventapp.accounts.rights import EventRole
from eventapp.agenda.models import Session
from eventapp.events.kinds import Equipment
from eventapp.events.models import Event
from eventapp.history.actions import Action
from eventapp.history.recording import editing
from eventapp.plumbing.database import db
from eventapp.values import typography
from eventapp.values.bilingual import Bilingual
from eventapp.values.language import Language
from tests.builders import NOW, a_room, a_session, a_span, a_summit, an_account, sign_in

LOG = "/en/manage/summit/log"


@pytest.fixture
def session(client: FlaskClient) -> Session:
    """A session that Zoé moved and retitled and that a spreadsheet would compute."""
    event = a_summit()
    session = a_session(event, "OPEN", room=a_room(event, "A"))
    hall = a_room(event, "Hall")
    zoe = an_account(event, EventRole.OWNER, name="Zoé Exemple")
    db.session.commit()
    change(event, zoe, Action.MOVE, session, span=a_span(event, "14:00"), room=hall)
    change(event, zoe, Action.EDIT, session, title=Bilingual("=1+1", "Grand <b>Opening</b>"))
    sign_in(client, zoe)
    return session


def change(event: Event, by: Account, action: Action, session: Session, **fields: object) -> None:
    with editing(event.id, by=by.actor, now=NOW, action=action, name=session.title):
        for name, value in fields.items():
            setattr(session, name, value)


def words(page: str) -> str:
    return " ".join(page.split())


@pytest.mark.usefixtures("session")
def test_an_entry_says_who_when_what_before_and_after(client: FlaskClient) -> None:
    page = words(client.get(LOG).text)
    assert "Moved: session – Session OPEN" in page
    assert "Zoé Exemple" in page
    assert '<del><span class="for-ears">before </span>Room A</del>' in page
    assert '<ins><span class="for-ears">after </span>Room Hall</ins>' in page
    assert "December 3, 2024, 2:00" in page


def test_codes_and_moments_are_told_as_people_write_them(
    client: FlaskClient, session: Session
) -> None:
    event, zoe = session.event, an_account(session.event, EventRole.OWNER)
    db.session.commit()
    more = {
        "floor_languages": ("fr",),
        "equipment": (Equipment.INTERPRETATION_BOOTHS.value,),
        "removed_at": NOW,
    }
    change(event, zoe, Action.REMOVE, session, **more)
    page = words(client.get(LOG).text.partition("log-entry")[2].partition("log-entry")[0])
    told = re.findall(r"after </span>([^<]*)</ins>", page)
    assert sorted(told) == sorted(["French", "interpretation booths", written(event)])


def written(event: Event) -> str:
    return words(typography.instant(NOW, event.zone, Language.EN))


@pytest.mark.usefixtures("session")
def test_what_people_typed_is_text_and_nothing_else(client: FlaskClient) -> None:
    page = client.get(LOG).text
    assert ("Grand &lt;b&gt;Opening" in page, "<b>Opening" in page) == (True, False)


@pytest.mark.usefixtures("session")
@pytest.mark.parametrize(
    ("query", "count"),
    [
        ("", 2),
        ("?action=move", 1),
        ("?author=Zo%C3%A9+Exemple", 2),
        ("?author=Nobody", 0),
        ("?author=%00&kind=%00&q=%00", 2),
        ("?kind=session", 2),
        ("?kind=room", 0),
        ("?q=grand", 1),
        ("?q=%25", 0),
        ("?since=2024-11-01&until=2024-11-01", 2),
        ("?since=2024-11-02", 0),
        ("?until=2024-10-31", 0),
    ],
)
def test_the_log_is_filtered(client: FlaskClient, query: str, count: int) -> None:
    assert client.get(LOG + query).text.count('class="log-entry"') == count


@pytest.mark.usefixtures("session")
@pytest.mark.parametrize("query", ["?since=x", "?until=9999-12-31", "?action=explode"])
def test_what_the_log_cannot_be_asked_is_said(client: FlaskClient, query: str) -> None:
    answer = client.get(LOG + query)
    assert (answer.status_code, 'role="alert"' in answer.text) == (400, True)
    assert client.get(f"{LOG}.csv{query}").status_code == 400


@pytest.mark.usefixtures("session")
def test_the_log_is_taken_away_as_a_table_of_texts(client: FlaskClient) -> None:
    answer = client.get("/fr/manage/summit/log.csv")
    assert answer.headers["Content-Disposition"] == 'attachment; filename="summit-log.csv"'
    rows = [*csv.reader(StringIO(answer.text.removeprefix("\ufeff")))]
    assert [len(row) for row in rows] == [7, 7, 7]
    assert rows[1][4] == "'=1+1"
    assert rows[2][1] == "Zoé Exemple"


@pytest.mark.parametrize(
    ("role", "status"),
    [(EventRole.OWNER, 200), (EventRole.PROGRAMME, 200), (EventRole.TRANSLATION, 403)],
)
def test_who_may_read_the_log(client: FlaskClient, role: EventRole, status: int) -> None:
    sign_in(client, an_account(a_summit(), role))
    assert client.get(LOG).status_code == status
    assert client.get(f"{LOG}.csv").status_code == status

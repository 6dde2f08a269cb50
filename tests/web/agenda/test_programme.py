"""The programme: filtered, as a grid, and session by session."""

from datetime import timedelta

import pytest
from flask import Flask
from flask.testing import FlaskClient
from sqlalchemy import event as database_event

from eventapp.events.models import Event
from eventapp.plumbing.database import db
from tests.builders import FIRST_DAY, a_person, a_release, a_room, a_session, a_summit, a_track
from tests.web.agenda.conftest import Visit


@pytest.mark.usefixtures("summit")
def test_the_list_shows_every_session_by_day_and_time(visit: Visit) -> None:
    read = visit("/en/summit/agenda")
    assert read.sessions == ["OPEN", "PANEL", "PAUSE", "OFF", "NEXT", "LATER"]
    assert read.texts("h2") == [
        "Tuesday, December 3, 2024",
        "Wednesday, December 4, 2024",
        "Time to be confirmed",
    ]
    assert read.texts("h3", class_="slot-time") == [
        "9:00 a.m.",
        "10:00 a.m.",
        "11:00 a.m.",
        "2:00 p.m.",
        "9:00 a.m.",
    ]


@pytest.mark.usefixtures("summit")
def test_times_are_those_of_the_event_and_name_their_zone(visit: Visit) -> None:
    read = visit("/fr/summit/agenda")
    assert read.one("p", class_="note").text == "Toutes les heures : Belgrade (UTC+1)"
    first = read.all("time")[0]
    assert first.text == "9 h – 10 h"
    assert first.attributes["datetime"] == "2024-12-03T08:00Z"
    assert first.attributes["data-end"] == "2024-12-03T09:00Z"


@pytest.mark.usefixtures("summit")
def test_a_cancelled_session_stays_and_says_so(visit: Visit) -> None:
    read = visit("/en/summit/agenda")
    assert read.texts("p", class_="state") == ["Cancelled"]


@pytest.mark.parametrize(
    ("query", "sessions"),
    [
        ("day=2024-12-03", ["OPEN", "PANEL", "PAUSE", "OFF"]),
        ("track=governance", ["PANEL"]),
        ("room=hall", ["OPEN", "OFF", "NEXT"]),
        ("language=fr", ["OPEN", "PANEL"]),
        ("q=ethique", ["PANEL"]),
        ("day=2024-12-04&room=hall", ["NEXT"]),
        ("q=nowhere", []),
    ],
)
@pytest.mark.usefixtures("summit")
def test_filters_choose_sessions_and_stay_in_the_form(
    visit: Visit, query: str, sessions: list[str]
) -> None:
    read = visit(f"/en/summit/agenda?{query}")
    chosen = {
        name.attributes["name"]: option.attributes["value"]
        for name, option in zip(read.all("select"), read.all("option", selected=""), strict=True)
        if option.attributes["value"]
    }
    words = read.one("input", name="q").attributes["value"]
    asked = dict(pair.split("=") for pair in query.split("&"))
    assert read.sessions == sessions
    assert chosen | ({"q": words} if words else {}) == asked


@pytest.mark.parametrize(
    ("asked", "canonical"),
    [
        ("day=&track=&room=&language=&q=ethics", "?q=ethics"),
        ("room=hall&day=2024-12-03", "?day=2024-12-03&room=hall"),
        ("view=list", ""),
        ("utm_source=news&q=%20ethics%20", "?q=ethics"),
        ("q=a&q=b", "?q=a"),
    ],
)
@pytest.mark.usefixtures("summit")
def test_one_selection_has_one_address(client: FlaskClient, asked: str, canonical: str) -> None:
    response = client.get(f"/fr/summit/agenda?{asked}")
    assert response.status_code == 302
    assert response.headers["Location"] == f"/fr/summit/agenda{canonical}"


@pytest.mark.parametrize(
    ("language", "message"),
    [
        ("fr", "Ce programme n’a pas de volet « <i>x ».".replace(" »", "\u00a0»")),
        ("en", "This programme has no track “<i>x”."),
    ],
)
@pytest.mark.usefixtures("summit")
def test_an_unknown_filter_is_said_and_the_rest_of_the_form_kept(
    visit: Visit, language: str, message: str
) -> None:
    read = visit(f"/{language}/summit/agenda?track=%3Ci%3Ex&q=zoé", status=404)
    assert read.one("div", role="alert").text == " ".join(message.split())
    assert read.one("input", name="q").attributes["value"] == "zoé"
    assert read.sessions == []


@pytest.mark.usefixtures("summit")
def test_what_is_refused_is_kept_by_nobody(client: FlaskClient) -> None:
    headers = client.get("/fr/summit/agenda?track=nothing").headers
    assert headers["Cache-Control"] == "no-store"
    assert "X-Rendition" not in headers


@pytest.mark.usefixtures("summit")
def test_day_and_view_links_keep_the_filters(visit: Visit) -> None:
    read = visit("/en/summit/agenda?day=2024-12-03&room=hall&view=grid")
    links = {each.text: each.attributes["href"] for each in read.all("a")}
    assert links["Wednesday, December 4"] == "/en/summit/agenda?day=2024-12-04&room=hall&view=grid"
    assert links["List"] == "/en/summit/agenda?day=2024-12-03&room=hall"


@pytest.mark.usefixtures("summit")
def test_the_grid_is_a_table_with_rooms_and_times_as_headers(visit: Visit) -> None:
    read = visit("/en/summit/agenda?day=2024-12-03&view=grid")
    assert read.texts("th", scope="col") == ["Time", "Room Hall", "Room Salon"]
    assert read.texts("th", scope="row") == [
        "9:00 a.m.",
        "10:00 a.m.",
        "11:00 a.m.",
        "11:30 a.m.",
        "2:00 p.m.",
    ]
    pause = next(cell for cell in read.all("td") if "PAUSE" in cell.text)
    assert pause.attributes["colspan"] == "2"


@pytest.mark.usefixtures("summit")
def test_what_has_no_time_yet_stands_below_the_grid(visit: Visit) -> None:
    read = visit("/en/summit/agenda?view=grid")
    assert read.sessions[-1] == "LATER"
    assert read.texts("h2")[-1] == "Time to be confirmed"


@pytest.mark.usefixtures("summit")
def test_a_session_page_tells_all_that_is_known(visit: Visit) -> None:
    read = visit("/fr/summit/sessions/PANEL")
    main = read.one("main").text
    assert read.one("h1").text == "Éthique & données"
    assert read.one("time").text == "10 h – 11 h"
    assert read.texts("h2") == ["Panélistes"]
    for expected in (
        "Mardi 3 décembre 2024",
        "Belgrade (UTC+1)",
        "Salle Salon",
        "Gouvernance",
        "Anglais",
        "Interprétation : français",
        "Zoé Été directrice Institut exemple",
        "Une bonne séance.",
    ):
        assert expected.lower() in main.lower()


@pytest.mark.usefixtures("half_translated")
def test_a_text_that_is_not_translated_is_marked_and_carries_its_language(visit: Visit) -> None:
    session = visit("/fr/english/sessions/PANEL")
    title = next(each for each in session.all("span") if each.text == "Ethics and Data")
    assert title.language == "en"
    assert session.one("div", class_="prose").language == "en"
    assert session.texts("small", class_="to-follow") == ["traduction à venir"] * 3
    assert "Governance*" in session.one("p", class_="kicker").text
    assert session.one("p", class_="legend").text == "* Traduction à venir"


@pytest.mark.usefixtures("half_translated")
def test_the_language_of_the_programme_shows_no_mark(visit: Visit) -> None:
    session = visit("/en/english/sessions/PANEL")
    assert session.all(class_="to-follow") == []
    assert session.all(class_="legend") == []


@pytest.mark.usefixtures("summit")
def test_an_unknown_session_is_nothing(visit: Visit) -> None:
    assert visit("/fr/summit/sessions/NOPE", status=404).one("h1").text == (
        "Il n’y a rien à cette adresse."
    )


def a_programme(sessions: int) -> Event:
    event = a_summit(f"summit-{sessions}")
    room, track = a_room(event), a_track(event)
    for number in range(sessions):
        day = FIRST_DAY + timedelta(days=number // 10)
        a_session(event, f"S{number}", day=day, room=room, track=track, people=(a_person(),))
    a_release(event)
    return event


@pytest.mark.parametrize("page", ["", "agenda", "agenda?view=grid", "people", "changes", "now"])
def test_a_page_asks_the_database_as_often_for_thirty_sessions_as_for_one(
    app: Flask, client: FlaskClient, page: str
) -> None:
    counts = []
    for size in (1, 30):
        slug = a_programme(size).slug
        db.session.expunge_all()
        statements: list[str] = []
        listener = lambda *given, seen=statements: seen.append(given[2])  # noqa: E731
        database_event.listen(db.engine, "before_cursor_execute", listener)
        assert client.get(f"/en/{slug}/{page}").status_code == 200
        database_event.remove(db.engine, "before_cursor_execute", listener)
        counts.append(len(statements))
    assert counts[0] == counts[1]

"""What every answer has in common."""

import pytest
from flask import Flask
from flask.testing import FlaskClient

from eventapp.agenda import queries
from eventapp.agenda.models import Session
from eventapp.plumbing.database import db
from eventapp.values.bilingual import Bilingual
from tests.builders import a_person, a_release, a_room, a_session, a_summit, a_track


@pytest.fixture
def published(app: Flask) -> None:
    event = a_summit()
    a_session(event, "P1", room=a_room(event), track=a_track(event), people=(a_person(code="zoe"),))
    a_release(event)


PAGES = [
    "",
    "search?q=exemple",
    "summit/",
    "summit/agenda",
    "summit/agenda?view=grid",
    "summit/sessions/P1",
    "summit/people",
    "summit/people/zoe",
    "summit/changes",
    "summit/now",
    "summit/my-agenda",
    "summit/calendars",
    "summit/print",
]
FEEDS = [
    "calendar.ics",
    "summit/agenda.ics",
    "summit/tracks/governance.ics",
    "summit/rooms/a.ics",
    "summit/people/zoe.ics",
    "summit/sessions/P1.ics",
]
NOWHERE = [
    "nothing",
    "summit/nothing",
    "summit/sessions/NOTHING",
    "summit/people/nobody",
    "summit/rooms/nowhere.ics",
    "summit/agenda?day=yesterday",
    "summit/my/not-a-token.ics",
]
LANGUAGES = ["fr", "en"]


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("page", PAGES + FEEDS)
@pytest.mark.usefixtures("published")
def test_every_public_address_answers_without_a_cookie(
    client: FlaskClient, language: str, page: str
) -> None:
    response = client.get(f"/{language}/{page}")
    assert response.status_code == 200
    assert "Set-Cookie" not in response.headers
    assert response.headers["Cache-Control"].startswith("public, max-age=")


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("page", ["", "summit/agenda", "summit/agenda.ics", *NOWHERE])
@pytest.mark.usefixtures("published")
def test_security_headers_stand_on_every_answer_also_on_errors(
    client: FlaskClient, language: str, page: str
) -> None:
    headers = client.get(f"/{language}/{page}").headers
    policy = headers["Content-Security-Policy"]
    assert "default-src 'none'" in policy
    assert "unsafe" not in policy
    assert headers["X-Content-Type-Options"] == "nosniff"
    assert headers["X-Frame-Options"] == "DENY"
    assert headers["Strict-Transport-Security"] == "max-age=31536000"


@pytest.mark.parametrize(
    ("language", "words"), [("fr", "Il n’y a rien"), ("en", "There is nothing")]
)
@pytest.mark.parametrize("page", ["nothing", "summit/nothing", "summit/people/nobody"])
@pytest.mark.usefixtures("published")
def test_an_address_that_leads_nowhere_says_so_in_the_language_of_the_page(
    client: FlaskClient, language: str, words: str, page: str
) -> None:
    response = client.get(f"/{language}/{page}", follow_redirects=True)
    assert response.status_code == 404
    assert words in response.text
    assert f'<html lang="{language}' in response.text


@pytest.mark.parametrize(
    "path",
    [
        "/xx/",
        "/FR/",
        "/fr/%00/",
        "/fr/..%2f..%2fetc/passwd",
        "/fr/" + "a" * 5000 + "/",
        "/fr/summit/sessions/" + "A" * 5000,
        "/fr/summit/sessions/99999999999999999999999999",
        "/fr/summit/people/%F0%9F%98%80",
        "/fr/summit/agenda?day=" + "9" * 5000,
        "/fr/summit/agenda?day=2024-12-99",
        "/fr/summit/agenda?day=0000-00-00",
        "/fr/summit/agenda?room=%00",
        "/fr/summit/agenda?track=%F0%9F%98%80",
        "/fr/summit/agenda?language=zz",
        "/fr/summit/agenda?view=spiral",
        "/fr/summit/agenda?q=" + "x" * 5000,
        "/fr/summit/changes?from=99999999999999999999&to=2",
        "/fr/summit/changes?from=abc",
        "/fr/summit/changes?from=-1&to=0",
        "/fr/summit/agenda.pdf?layout=spiral",
        "/fr/summit/agenda.pdf?paper=papyrus",
        "/fr/summit/agenda.pdf?languages=xx",
        "/fr/search?q=" + "y" * 5000,
    ],
)
@pytest.mark.usefixtures("published")
def test_odd_values_are_refused_and_never_an_error_of_ours(client: FlaskClient, path: str) -> None:
    assert client.get(path, follow_redirects=True).status_code in {400, 404}


@pytest.mark.parametrize("path", ["/fr/search", "/fr/search?q=%00", "/fr/search?q=%25_%5C"])
def test_a_search_for_nothing_finds_nothing(client: FlaskClient, path: str) -> None:
    assert client.get(path).status_code == 200


@pytest.mark.parametrize(
    ("asked", "language"),
    [("fr-CA,fr;q=0.9", "fr"), ("en-GB", "en"), ("de, en;q=0.5", "en"), ("", "fr"), ("xx", "fr")],
)
def test_the_first_address_asks_the_browser_for_the_language(
    client: FlaskClient, asked: str, language: str
) -> None:
    response = client.get("/", headers={"Accept-Language": asked})
    assert response.status_code in {302, 303, 307}
    assert response.headers["Location"] == f"/{language}/"
    assert "Accept-Language" in response.headers["Vary"]


@pytest.mark.parametrize("path", ["/fr/", "/fr/summit/agenda", "/fr/summit/agenda.ics"])
@pytest.mark.usefixtures("published")
def test_public_pages_take_no_posts(client: FlaskClient, path: str) -> None:
    response = client.post(path)
    assert response.status_code == 405
    assert "GET" in response.headers["Allow"]


def test_health_and_readiness_are_told_apart(app: Flask, client: FlaskClient) -> None:
    assert client.get("/healthz").json == {"status": "ok"}
    assert client.get("/readyz").json == {"status": "ok"}
    with db.engine.begin() as connection:
        connection.exec_driver_sql("ALTER TABLE alembic_version RENAME TO gone")
    try:
        answer = client.get("/readyz")
        assert (answer.status_code, answer.json) == (
            503,
            {"status": "unavailable", "part": "database"},
        )
        assert client.get("/healthz").status_code == 200
    finally:
        with db.engine.begin() as connection:
            connection.exec_driver_sql("ALTER TABLE gone RENAME TO alembic_version")


@pytest.mark.usefixtures("published")
def test_links_are_absolute_only_to_the_canonical_host(client: FlaskClient) -> None:
    for headers in ({"Host": "evil.example"}, {"X-Forwarded-Host": "evil.example"}):
        assert "evil.example" not in client.get("/fr/summit/", headers=headers).text


@pytest.mark.usefixtures("published")
def test_a_release_shows_at_once_in_what_was_kept(client: FlaskClient) -> None:
    before = client.get("/en/summit/agenda")
    assert client.get("/en/summit/agenda").headers["ETag"] == before.headers["ETag"]
    release = queries.current_release("summit")
    assert release is not None
    session = db.session.scalars(db.select(Session)).one()
    session.title = Bilingual("Changée", "Changed")
    a_release(session.event)
    after = client.get("/en/summit/agenda")
    assert "Changed" in after.text
    assert after.headers["ETag"] != before.headers["ETag"]


@pytest.mark.usefixtures("published")
def test_one_address_makes_no_endless_number_of_calendars(client: FlaskClient) -> None:
    made = [client.post("/fr/summit/my-agenda/calendar", data={"codes": "P1"}) for _ in range(31)]
    assert [answer.status_code for answer in made] == [303] * 30 + [429]
    assert "Trop de demandes" in made[-1].text
    spoofed = client.post(
        "/fr/summit/my-agenda/calendar",
        data={"codes": "P1"},
        headers={"X-Forwarded-For": "192.0.2.7"},
    )
    assert spoofed.status_code == 429


@pytest.mark.parametrize(
    ("asked", "meant"), [("/fr/summit", "/fr/summit/"), ("/fr//summit/agenda", "/fr/summit/agenda")]
)
@pytest.mark.usefixtures("published")
def test_an_address_is_put_right_on_the_host_that_the_visitor_sees(
    client: FlaskClient, asked: str, meant: str
) -> None:
    response = client.get("/", environ_overrides={"PATH_INFO": asked, "HTTP_HOST": "evil.example"})
    assert response.status_code == 308
    assert response.headers["Location"].startswith(meant)
    assert response.data == b""

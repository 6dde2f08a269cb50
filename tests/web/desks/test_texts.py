"""The translation desk."""

from datetime import UTC, datetime, timedelta

from flask.testing import FlaskClient
from sqlalchemy import event as events
from sqlalchemy import select
from werkzeug.test import TestResponse

from eventapp.accounts.rights import EventRole
from eventapp.agenda.kinds import SlotState
from eventapp.agenda.models import Session
from eventapp.events.models import Event
from eventapp.history.models import Entry
from eventapp.plumbing.database import db, unit_of_work
from eventapp.translation.models import Approval, Term
from eventapp.values.bilingual import Bilingual
from tests.builders import a_person, a_room, a_session, a_summit, an_account, approve_all, sign_in
from tests.web.workspace.posting import post

DESK = "/en/manage/summit/texts"


def a_desk(client: FlaskClient, role: EventRole = EventRole.TRANSLATION) -> tuple[Event, Session]:
    """A summit whose only gap is the title of one session, read by somebody with that role."""
    event = a_summit()
    session = a_session(event, "PANEL", title=Bilingual("Éthique des données", ""))
    approve_all(event)
    sign_in(client, an_account(event, role))
    return event, session


def unit(session: Session, into: str = "en", field: str = "title") -> str:
    return f"{DESK}/{session.uid}/{field}/{into}"


def send(client: FlaskClient, page: str, wording: str, action: str, **data: str) -> TestResponse:
    """Sends the form of a page as it stands there, with another wording."""
    text = client.get(page).text
    hidden = {
        name: text.split(f'name="{name}" value="')[1].split('"')[0] for name in ("seen", "beside")
    }
    return post(client, page, hidden | {"wording": wording, "action": action} | data)


def state_of(session: Session) -> tuple[str, set[str]]:
    """The English title, and the languages in which the title is approved."""
    db.session.rollback()
    rows = db.session.scalars(
        select(Approval).where(Approval.subject == session.uid, Approval.field == "title")
    )
    return session.title.en, {row.language for row in rows}


def test_the_list_shows_what_is_to_do_and_how_long_it_takes(client: FlaskClient) -> None:
    _, session = a_desk(client)
    page = client.get(DESK).text
    assert ("1 text<" in page.replace("\n", "<"), "3 words to translate" in page) == (True, True)
    assert unit(session).removeprefix("/en") in page
    assert "0.0" not in page


def test_the_list_is_filtered_by_language_and_deadline(client: FlaskClient) -> None:
    _event, session = a_desk(client)
    with unit_of_work():
        session.texts_due_on = datetime.now(UTC).date() - timedelta(days=2)
    for query, expected in (
        ("in=en", True), ("in=fr", False), ("due=overdue", True), ("due=none", False),
        ("words=20", True), ("kind=room", False), ("state=approved&in=en", False),
        ("state=all&kind=session&in=en", True), ("state=nonsense&page=99999", True),
    ):  # fmt: skip
        assert (f"{session.uid}/title/en" in client.get(f"{DESK}?{query}").text) == expected, query
    assert "overdue" in client.get(DESK).text


def test_texts_of_drafts_are_shown_and_marked(client: FlaskClient) -> None:
    event, _ = a_desk(client)
    a_session(event, "SECRET", state=SlotState.DRAFT)
    db.session.commit()
    page = client.get(DESK).text
    assert ("Session SECRET" in page, "not in a release yet" in page) == (True, True)


def test_a_wording_is_saved_as_a_draft_and_then_approved(client: FlaskClient) -> None:
    _, session = a_desk(client)
    assert send(client, unit(session), "Data Ethics", "save").status_code == 303
    assert state_of(session) == ("Data Ethics", {"fr"})
    assert send(client, unit(session), "Ethics of Data", "approve").location == DESK
    assert state_of(session) == ("Ethics of Data", {"fr", "en"})
    log = [(entry.kind, entry.action) for entry in db.session.scalars(select(Entry))]
    assert ("approval", "approve") in log


def test_an_approval_can_be_undone(client: FlaskClient) -> None:
    _, session = a_desk(client)
    send(client, unit(session), "Data Ethics", "approve")
    post(client, DESK, {"next": DESK}, to="/en/manage/summit/undo")
    assert state_of(session) == ("", {"fr"})


def test_a_stale_save_loses_nothing_and_shows_both(client: FlaskClient) -> None:
    _, session = a_desk(client)
    seen = {"seen": "", "beside": ""}
    send(client, unit(session), "Data Ethics", "save")
    answer = post(client, unit(session), seen | {"wording": "Ethics & Data", "action": "save"})
    assert answer.status_code == 409
    assert ("Data Ethics" in answer.text, "Ethics &amp; Data" in answer.text) == (True, True)
    assert state_of(session)[0] == "Data Ethics"


def test_an_approval_is_of_what_its_reader_saw(client: FlaskClient) -> None:
    _, session = a_desk(client)
    send(client, unit(session), "Data Ethics", "save")
    text = client.get(unit(session)).text
    seen = text.split('name="seen" value="')[1].split('"')[0]
    with unit_of_work():
        session.title = Bilingual("L’éthique des données ouvertes", "Data Ethics")
    answer = post(
        client,
        unit(session),
        {"seen": seen, "beside": "old", "wording": "Data Ethics", "action": "approve"},
    )
    assert (answer.status_code, state_of(session)[1]) == (409, {"fr"})
    assert "The other language changed meanwhile" in answer.text


def test_what_is_chosen_is_approved_at_once_but_for_what_changed(client: FlaskClient) -> None:
    event, _session = a_desk(client)
    other = a_session(event, "TALK", at="11:00")
    db.session.commit()
    keys = [part.split('"')[0] for part in client.get(DESK).text.split('name="chosen" value="')[1:]]
    assert len(keys) == 4
    with unit_of_work():
        other.title = Bilingual(other.title.fr, "Changed meanwhile")
    answer = post(client, DESK, {"chosen": keys}, to=f"{DESK}/approve")
    assert (answer.status_code, "Changed meanwhile" in answer.text) == (409, True)
    rows = db.session.scalars(select(Approval).where(Approval.subject == other.uid))
    assert {(row.field, row.language) for row in rows} == {("abstract", "fr"), ("abstract", "en")}


def test_what_changed_since_an_approval_is_shown_word_by_word(client: FlaskClient) -> None:
    _, session = a_desk(client)
    send(client, unit(session), "Data Ethics", "approve")
    with unit_of_work():
        session.title = Bilingual("Éthique des modèles", "Data Ethics")
    page = client.get(unit(session)).text
    assert "What changed since it was approved" in page
    assert ("données</del>" in page, "modèles</ins>" in page) == (True, True)


def test_the_glossary_is_kept_and_marks_its_terms(client: FlaskClient) -> None:
    _, session = a_desk(client)
    post(client, f"{DESK}/glossary", {"fr": "Donnée", "en": "data", "note": "never “datum”"})
    page = client.get(unit(session)).text
    assert ('<mark title="data">données</mark>' in page, "never “datum”" in page) == (True, True)
    term = db.session.scalars(select(Term)).one()
    stale = {"fr": "x", "en": "y", "version": "0"}
    answer = post(client, f"{DESK}/glossary", stale, to=f"{DESK}/glossary/{term.id}")
    assert (answer.status_code, 'value="x"' in answer.text) == (409, True)
    gone = {"fr": "Donnée", "en": "data", "version": str(term.version), "action": "remove"}
    assert (
        post(client, f"{DESK}/glossary", gone, to=f"{DESK}/glossary/{term.id}").status_code == 303
    )
    db.session.rollback()
    assert db.session.scalars(select(Term)).all() == []


def test_bad_input_is_told_and_kept(client: FlaskClient) -> None:
    _, session = a_desk(client)
    for wording, said in (
        ("x" * 501, "500 characters at most"),
        ("two\nlines", "stands on one line"),
        ("", "nothing to approve"),
    ):
        answer = send(client, unit(session), wording, "approve")
        assert (answer.status_code, said in answer.text) == (422, True)
        assert wording in answer.text
    send(client, unit(session), "a\0b", "save")
    assert state_of(session)[0] == "ab"
    answer = post(client, f"{DESK}/glossary", {"fr": "y" * 201, "en": "z"})
    assert (answer.status_code, "y" * 201 in answer.text) == (422, True)
    for nowhere in (f"{DESK}/glossary/99999999999999999999", f"{DESK}/glossary/7"):
        assert (
            post(client, f"{DESK}/glossary", {"fr": "a", "en": "b"}, to=nowhere).status_code == 404
        )


def test_texts_are_reached_through_their_event_alone(client: FlaskClient) -> None:
    a_desk(client)
    elsewhere = a_session(a_summit("other"), "THEIRS")
    db.session.commit()
    for page in (unit(elsewhere), unit(elsewhere, field="code"), f"{DESK}/nonsense/title/en"):
        assert client.get(page).status_code == 404


def test_readers_see_but_neither_edit_nor_approve(client: FlaskClient) -> None:
    _, session = a_desk(client, EventRole.PROGRAMME)
    page = client.get(unit(session)).text
    assert ("readonly" in page, "Save and approve" in page) == (True, False)
    answer = post(client, unit(session), {"wording": "x"})
    assert (answer.status_code, state_of(session)[0]) == (403, "")


def test_other_peoples_texts_are_escaped(client: FlaskClient) -> None:
    event, _ = a_desk(client)
    nasty = a_session(event, "XSS", title=Bilingual("<script>alert(1)</script>", ""))
    db.session.commit()
    for page in (DESK, unit(nasty)):
        assert "<script>alert(1)" not in client.get(page).text


def test_both_languages_have_their_page(client: FlaskClient) -> None:
    _, session = a_desk(client)
    page = client.get(unit(session).replace("/en/", "/fr/", 1)).text
    assert 'lang="fr"' in page


def test_the_number_of_queries_does_not_grow_with_the_programme(client: FlaskClient) -> None:
    event, session = a_desk(client)
    pages = (DESK, unit(session), "/en/manage/summit/releases")

    def statements() -> list[int]:
        counts = []
        for page in pages:
            seen: list[str] = []
            listen = lambda *args, seen=seen: seen.append(args[2])  # noqa: E731
            events.listen(db.engine, "before_cursor_execute", listen)
            assert client.get(page).status_code == 200
            events.remove(db.engine, "before_cursor_execute", listen)
            counts.append(len(seen))
        return counts

    def grow(by: int) -> None:
        with unit_of_work():
            for number in range(by):
                a_session(
                    event,
                    room=a_room(event, f"{by}-{number}"),
                    people=(a_person(f"Ada Exemple-{by}-{number}"),),
                )

    grow(1)
    statements()  # the first of a session asks more
    before = statements()
    grow(30)
    assert statements() == before

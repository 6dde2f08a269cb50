"""Each change is kept with its author; a step is undone and redone as a whole."""

from datetime import timedelta

import pytest
import sqlalchemy as sa
from sqlalchemy import select
from sqlalchemy.exc import DBAPIError

from eventapp.accounts.models import Account
from eventapp.accounts.rights import EventRole
from eventapp.agenda.models import Appearance, Session
from eventapp.events.models import Event
from eventapp.history.actions import Action
from eventapp.history.models import ChangeKind, Entry, StepState
from eventapp.history.recording import editing
from eventapp.history.undoing import redo, steps_done, steps_undone, undo
from eventapp.plumbing.database import db, unit_of_work
from eventapp.values.bilingual import Bilingual
from eventapp.values.language import Language
from eventapp.values.refusal import Refusal
from tests.builders import NOW, a_person, a_session, a_span, a_summit, an_account

pytestmark = pytest.mark.usefixtures("app")


def a_case() -> tuple[Event, Session, Account]:
    event = a_summit()
    session = a_session(event, "OPEN", people=(a_person(),))
    account = an_account(event, EventRole.PROGRAMME)
    db.session.commit()
    return event, session, account


def entries() -> list[Entry]:
    return [*db.session.scalars(select(Entry).order_by(Entry.id))]


def test_a_change_is_kept_with_who_when_what_before_and_after() -> None:
    event, session, account = a_case()
    with editing(event.id, by=account.actor, now=NOW, action=Action.EDIT, name=session.title):
        session.title = Bilingual("Grande ouverture", "Grand Opening")
    [entry] = entries()
    assert (entry.event_id, entry.author, entry.at) == (event.id, account.name, NOW)
    assert (entry.action, entry.change, entry.kind) == (
        Action.EDIT,
        ChangeKind.CHANGED,
        "session",
    )
    assert entry.subject == session.uid
    assert entry.before == {"title_fr": "Séance OPEN", "title_en": "Session OPEN"}
    assert entry.after == {"title_fr": "Grande ouverture", "title_en": "Grand Opening"}


def test_a_move_is_undone_and_redone() -> None:
    event, session, account = a_case()
    before, after = session.span, a_span(event, "14:00")
    with editing(event.id, by=account.actor, now=NOW, action=Action.MOVE):
        session.span = after
    with unit_of_work():
        undo(steps_done(event.id, account.id)[0], now=NOW)
    assert session.span == before
    assert steps_done(event.id, account.id) == []
    with unit_of_work():
        redo(steps_undone(event.id, account.id)[0], now=NOW)
    assert session.span == after


def test_people_who_were_taken_out_come_back_with_their_session() -> None:
    event, session, account = a_case()
    with editing(event.id, by=account.actor, now=NOW, action=Action.EDIT):
        session.appearances = []
    assert db.session.scalars(select(Appearance)).all() == []
    with unit_of_work():
        undo(steps_done(event.id, account.id)[0], now=NOW)
    assert [each.person.name for each in session.appearances] == ["Zoé Exemple"]


def test_an_added_row_goes_and_comes_back() -> None:
    event, _, account = a_case()
    with editing(event.id, by=account.actor, now=NOW, action=Action.ADD):
        uid = a_session(event, "NEW", people=(a_person(),)).uid
    with unit_of_work():
        undo(steps_done(event.id, account.id)[0], now=NOW)
    assert db.session.scalars(select(Session).where(Session.uid == uid)).all() == []
    with unit_of_work():
        redo(steps_undone(event.id, account.id)[0], now=NOW)
    [again] = db.session.scalars(select(Session).where(Session.uid == uid))
    assert (again.code, len(again.appearances), again.span) == ("NEW", 1, a_span(event))


def test_what_somebody_else_changed_since_is_not_undone() -> None:
    event, session, account = a_case()
    other = an_account(event, EventRole.OWNER, name="Zoé Autre")
    db.session.commit()
    with editing(event.id, by=account.actor, now=NOW, action=Action.MOVE, name=session.title):
        session.span = a_span(event, "14:00")
    with editing(event.id, by=other.actor, now=NOW, action=Action.MOVE):
        session.span = a_span(event, "15:00")
    with pytest.raises(Refusal) as refusal, unit_of_work():
        undo(steps_done(event.id, account.id)[0], now=NOW)
    assert "Séance OPEN" in refusal.value.text(Language.FR)
    assert "Zoé Autre" in str(refusal.value)
    assert session.span == a_span(event, "15:00")


def test_a_new_step_drops_what_its_author_had_undone() -> None:
    event, session, account = a_case()
    with editing(event.id, by=account.actor, now=NOW, action=Action.MOVE):
        session.span = a_span(event, "14:00")
    with unit_of_work():
        undo(steps_done(event.id, account.id)[0], now=NOW)
    with editing(event.id, by=account.actor, now=NOW, action=Action.MOVE):
        session.span = a_span(event, "16:00")
    assert steps_undone(event.id, account.id) == []
    assert [step.state for step in steps_done(event.id, account.id)] == [StepState.DONE]


def test_fifty_steps_can_be_undone() -> None:
    event, session, account = a_case()
    for minute in range(60):
        with editing(event.id, by=account.actor, now=NOW, action=Action.MOVE):
            session.span = a_span(event, f"14:{minute:02}")
    assert len(steps_done(event.id, account.id)) == 50


def test_a_removed_session_is_seen_by_nobody_and_comes_back() -> None:
    event, session, account = a_case()
    uid = session.uid
    with editing(event.id, by=account.actor, now=NOW, action=Action.REMOVE):
        session.removed_at = NOW
    db.session.expire_all()
    assert db.session.scalars(select(Session).where(Session.uid == uid)).all() == []
    with unit_of_work():
        undo(steps_done(event.id, account.id)[0], now=NOW + timedelta(minutes=1))
    assert [each.code for each in db.session.scalars(select(Session))] == ["OPEN"]


def test_nothing_outside_an_edit_enters_the_log() -> None:
    _, session, _ = a_case()
    with unit_of_work():
        session.title = Bilingual("Autre", "Other")
    assert entries() == []


@pytest.mark.parametrize(
    "deed", ["UPDATE history_entry SET author = 'x'", "DELETE FROM history_entry"]
)
def test_the_log_is_only_added_to(deed: str) -> None:
    event, session, account = a_case()
    with editing(event.id, by=account.actor, now=NOW, action=Action.EDIT):
        session.title = Bilingual("Autre", "Other")
    with pytest.raises(DBAPIError, match="only added to"):
        db.session.execute(sa.text(deed))
    db.session.rollback()
    assert [entry.author for entry in entries()] == [account.name]

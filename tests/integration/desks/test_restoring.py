"""Putting the draft back as an old release holds it."""

from datetime import timedelta

from flask import Flask
from sqlalchemy import select

from eventapp.accounts.rights import EventRole
from eventapp.agenda.codec import decode
from eventapp.agenda.freezing import freeze
from eventapp.agenda.kinds import AppearanceState, Role, SlotState
from eventapp.agenda.models import Appearance, Session
from eventapp.agenda.published import PublishedAgenda
from eventapp.agenda.publishing import latest
from eventapp.agenda.restoring import restore
from eventapp.events.models import Event
from eventapp.history.actions import Action
from eventapp.history.models import Step
from eventapp.history.recording import editing
from eventapp.history.undoing import steps_done, undo
from eventapp.plumbing.database import db, unit_of_work
from eventapp.translation.states import TextState
from eventapp.values.bilingual import Bilingual
from eventapp.values.language import Language
from tests.builders import (
    NOW,
    a_person,
    a_release,
    a_room,
    a_session,
    a_span,
    a_summit,
    a_track,
    an_account,
    approve_all,
)

LATER = NOW + timedelta(days=2)


def a_published_summit() -> tuple[Event, PublishedAgenda]:
    """Release 1, with a panel that has a room, a track, a panelist and an interpreter."""
    event = a_summit()
    panel = a_session(
        event,
        "PANEL",
        room=a_room(event),
        track=a_track(event),
        people=(a_person("Zoé Été", code="zoe"),),
    )
    panel.appearances.append(
        Appearance(person=a_person("Ina Inter"), role=Role.INTERPRETER, position=9)
    )
    a_session(event, "TALK", at="14:00")
    release = a_release(event)
    return event, decode(release.agenda)


def session(code: str) -> Session:
    query = select(Session).where(Session.code == code)
    return db.session.scalars(query, execution_options={"include_removed": True}).one()


def upset(event: Event) -> None:
    """Everything is otherwise."""
    panel, talk = session("PANEL"), session("TALK")
    panel.title, panel.span = Bilingual("Autre", "Other"), a_span(event, "16:00")
    room, track = panel.room, panel.track
    assert room
    assert track
    room.name = Bilingual("Placard", "Closet")
    room.removed_at = track.removed_at = talk.removed_at = LATER
    panel.room, panel.track = a_room(event, "B"), None
    panel.state = SlotState.CANCELLED
    public = [each for each in panel.appearances if each.role is Role.PANELIST]
    panel.appearances.remove(public[0])
    panel.appearances.append(Appearance(person=a_person("Ada Neuve"), role=Role.CHAIR))
    event.title = Bilingual("Titre changé", "Changed title")
    a_session(event, "NEW", at="18:00")


def frozen(event: Event) -> PublishedAgenda:
    return freeze(event, now=NOW).agenda


def restored(event: Event, agenda: PublishedAgenda) -> None:
    account = an_account(event, EventRole.PROGRAMME)
    db.session.commit()
    with editing(
        event.id, by=account.actor, now=LATER, action=Action.RESTORE_RELEASE, name=event.title
    ):
        restore(event, agenda, by="o", now=LATER)


def test_the_draft_reads_as_the_release_did(app: Flask) -> None:
    event, agenda = a_published_summit()
    before = frozen(event)
    upset(event)
    db.session.commit()
    restored(event, agenda)
    assert frozen(event) == before
    assert freeze(event, now=NOW).gaps == []
    assert session("NEW").state is SlotState.DRAFT


def test_people_whom_no_release_holds_stay(app: Flask) -> None:
    event, agenda = a_published_summit()
    upset(event)
    session("PANEL").appearances.append(
        Appearance(person=a_person("Ivo Invité"), state=AppearanceState.INVITED)
    )
    db.session.commit()
    restored(event, agenda)
    names = {each.person.name for each in session("PANEL").appearances}
    assert names == {"Zoé Été", "Ina Inter", "Ivo Invité"}


def test_it_is_one_step_that_can_be_undone(app: Flask) -> None:
    event, agenda = a_published_summit()
    upset(event)
    approve_all(event)
    db.session.commit()
    upset_agenda = frozen(event)
    restored(event, agenda)
    step = db.session.scalars(select(Step)).one()
    with unit_of_work():
        undo(steps_done(event.id, step.account_id)[0], now=LATER)
    assert frozen(event) == upset_agenda


def test_a_wording_that_was_to_follow_keeps_what_the_draft_has(app: Flask) -> None:
    event, _ = a_published_summit()
    talk = session("TALK")
    talk.title = Bilingual(talk.title.fr, "Not approved yet")
    approve_all(event, Language.FR)
    db.session.commit()
    agenda = frozen(event)
    assert agenda.session_by_code["TALK"].title.en == ""
    restored(event, agenda)
    assert session("TALK").title.en == "Not approved yet"
    assert [gap.state for gap in freeze(event, now=NOW).gaps] == [TextState.DRAFT]


def test_what_was_deleted_for_good_comes_back_under_its_identity(app: Flask) -> None:
    event, agenda = a_published_summit()
    before = frozen(event)
    talk = session("TALK")
    uid = talk.uid
    db.session.delete(talk)
    db.session.flush()
    a_session(event, "TALK", at="15:00", title=Bilingual("Homonyme", "Namesake"))
    db.session.commit()
    restored(event, agenda)
    again = db.session.scalars(select(Session).where(Session.uid == uid)).one()
    assert (again.code, again.title) == ("TALK-2", Bilingual("Séance TALK", "Session TALK"))
    assert len(frozen(event).sessions) == len(before.sessions)


def test_restoring_and_publishing_goes_on_counting(app: Flask) -> None:
    event, agenda = a_published_summit()
    upset(event)
    a_release(event, now=LATER)
    restored(event, agenda)
    a_release(event, now=LATER + timedelta(hours=1))
    newest = latest(event)
    assert newest
    panel = decode(newest.agenda).session_by_code["PANEL"]
    assert (newest.number, panel.stamp.revision, panel.title.en) == (3, 2, "Session PANEL")

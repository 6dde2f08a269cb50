from collections.abc import Callable
from datetime import datetime, timedelta

import pytest
from flask import Flask
from sqlalchemy import create_engine, delete, select, update
from sqlalchemy import event as events

from eventapp.agenda import changes, publishing, queries
from eventapp.agenda.changes import Change
from eventapp.agenda.codec import decode
from eventapp.agenda.kinds import AppearanceState, Role, SlotState, Visibility
from eventapp.agenda.models import Appearance, Release, SearchEntry, Session
from eventapp.agenda.published import PublishedRelease
from eventapp.events.kinds import Sector
from eventapp.events.models import Event
from eventapp.plumbing.database import db
from eventapp.values.bilingual import Bilingual, PublishedText
from eventapp.values.language import Language
from eventapp.values.refusal import Refusal
from tests.builders import (
    NOW,
    a_person,
    a_release,
    a_room,
    a_session,
    a_span,
    a_summit,
    a_track,
    an_organisation,
    approve_all,
)

LATER = NOW + timedelta(days=1)


def current(event: Event) -> PublishedRelease:
    release = queries.current_release(event.slug)
    assert release is not None
    return release


def stamps(event: Event) -> dict[str, tuple[int, datetime]]:
    return {
        session.code: (session.stamp.revision, session.stamp.revised_at)
        for session in current(event).agenda.sessions
    }


def test_a_release_holds_the_whole_programme_in_both_languages(app: Flask) -> None:
    event = a_summit()
    room, track = a_room(event), a_track(event)
    person = a_person("Zoé Exemple", organisation=an_organisation(), country="CA")
    a_session(event, "P1", room=room, track=track, people=(person,), floor_languages=("fr", "en"))
    a_release(event, note=Bilingual("Première version", "First version"))

    release = current(event)
    [session] = release.agenda.sessions
    assert (release.number, release.replaces, release.note.fr) == (1, None, "Première version")
    assert session.title == PublishedText("Séance P1", "Session P1")
    assert session.span == a_span(event, "09:00")
    assert session.floor_languages == ("fr", "en")
    assert release.agenda.room_of(session).name.en == "Room A"  # type: ignore[union-attr]
    assert release.agenda.track_of(session).name.fr == "Gouvernance"  # type: ignore[union-attr]
    assert [each.name for each in release.agenda.people] == ["Zoé Exemple"]
    assert [each.name.fr for each in release.agenda.organisations] == ["Institut exemple"]


def test_drafts_and_what_only_they_refer_to_stay_out_of_a_release(app: Flask) -> None:
    event = a_summit()
    a_session(event, "P1")
    a_session(
        event, "SECRET", state=SlotState.DRAFT, room=a_room(event), people=(a_person("Ada Canari"),)
    )
    a_release(event)
    agenda = decode(db.session.scalars(select(Release.agenda)).one())
    assert [session.code for session in agenda.sessions] == ["P1"]
    assert (agenda.rooms, agenda.people) == ((), ())


def test_the_public_reads_only_what_is_public(app: Flask) -> None:
    event = a_summit()
    a_session(event, "P1", room=a_room(event, "A"))
    a_session(
        event,
        "T1",
        at="11:00",
        visibility=Visibility.TEAM,
        room=a_room(event, "B"),
        people=(a_person("Ada Canari"),),
    )
    a_release(event)
    agenda = current(event).agenda
    assert [session.code for session in agenda.sessions] == ["P1"]
    assert [room.code for room in agenda.rooms] == ["a"]
    assert agenda.people == ()
    assert queries.search("canari") == []
    assert len(decode(db.session.scalars(select(Release.agenda)).one()).sessions) == 2


def test_interpreters_and_people_not_yet_certain_are_not_announced(app: Flask) -> None:
    event = a_summit()
    session = a_session(event, "P1", people=(a_person("Ada Certaine"),))
    for name, role, state in (
        ("Ina Interprète", Role.INTERPRETER, AppearanceState.CONFIRMED),
        ("Ivo Invité", Role.SPEAKER, AppearanceState.INVITED),
        ("Tom Attente", Role.SPEAKER, AppearanceState.TO_BE_CONFIRMED),
    ):
        session.appearances.append(
            Appearance(person=a_person(name), role=role, state=state, position=5)
        )
    a_release(event)
    [published] = current(event).agenda.sessions
    names = current(event).agenda.person_by_uid
    assert [(names[each.person].name, each.state) for each in published.appearances] == [
        ("Ada Certaine", AppearanceState.CONFIRMED),
        ("Tom Attente", AppearanceState.TO_BE_CONFIRMED),
    ]


def test_a_text_without_approval_stops_a_release(app: Flask) -> None:
    event = a_summit()
    session = a_session(event, "P1")
    approve_all(event)
    session.title = Bilingual("Séance P1", "A better title")
    with pytest.raises(Refusal) as refused:
        publishing.publish(event, by="organizer", now=NOW, note=Bilingual())
    assert refused.value.text(Language.EN) == ("Texts without approval: 1 in French, 1 in English.")
    assert db.session.scalars(select(Release)).all() == []


def test_a_missing_text_may_be_published_if_it_is_marked(app: Flask) -> None:
    event = a_summit()
    a_session(event, "P1", title=Bilingual(en="Opening"))
    approve_all(event)
    release = publishing.publish(
        event, by="organizer", now=NOW, note=Bilingual(), allow_missing=True
    )
    db.session.commit()
    assert release.has_gaps
    [session] = current(event).agenda.sessions
    assert session.title == PublishedText("", "Opening", (Language.FR,))
    assert session.title.text(Language.FR).to_follow
    assert not session.abstract.text(Language.FR).to_follow


def test_the_same_draft_is_not_published_twice(app: Flask) -> None:
    event = a_summit()
    a_session(event, "P1")
    a_release(event)
    with pytest.raises(Refusal, match="Nothing has changed since release 1"):
        a_release(event, now=LATER)


def test_a_note_that_is_too_long_is_refused_on_every_database(app: Flask) -> None:
    event = a_summit()
    a_session(event)
    approve_all(event)
    with pytest.raises(Refusal, match="A note has 2000 characters at most"):
        publishing.publish(event, by="organizer", now=NOW, note=Bilingual("é" * 2001, ""))


def test_a_release_is_never_changed(app: Flask) -> None:
    event = a_summit()
    a_session(event)
    release = a_release(event)
    release.author = "somebody else"
    with pytest.raises(RuntimeError, match="never changed"):
        db.session.flush()


def test_only_what_visibly_changed_counts_a_revision(app: Flask) -> None:
    event = a_summit()
    moved = a_session(event, "P1")
    a_session(event, "P2", at="11:00")
    a_release(event)
    assert stamps(event) == {"P1": (0, NOW), "P2": (0, NOW)}

    moved.span = a_span(event, "14:00")
    a_release(event, now=LATER)
    assert stamps(event) == {"P2": (0, NOW), "P1": (1, LATER)}


def retitle(session: Session) -> None:
    session.title = Bilingual("Autre titre", "Other Title")


def rewrite(session: Session) -> None:
    session.abstract = Bilingual("Autre texte", "Other text")


def move(session: Session) -> None:
    session.room = a_room(session.event, "B")


def rename_room(session: Session) -> None:
    assert session.room
    session.room.name = Bilingual("Grande salle", "Great Hall")


def change_track(session: Session) -> None:
    session.track = a_track(session.event, "climate", name=Bilingual("Climat", "Climate"))


def promote(session: Session) -> None:
    session.appearances[0].person.function = Bilingual("ministre", "Minister")


def change_employer(session: Session) -> None:
    session.appearances[0].person.organisation = an_organisation("Autre institut")


def cancel(session: Session) -> None:
    session.state = SlotState.CANCELLED


@pytest.mark.parametrize(
    "change",
    [retitle, rewrite, move, rename_room, change_track, promote, change_employer, cancel],
)
def test_every_visible_change_counts_exactly_one_revision(
    app: Flask, change: Callable[[Session], None]
) -> None:
    event = a_summit()
    person = a_person(organisation=an_organisation())
    session = a_session(event, "P1", room=a_room(event), track=a_track(event), people=(person,))
    a_release(event)
    change(session)
    a_release(event, now=LATER)
    assert stamps(event) == {"P1": (1, LATER)}


def test_what_nobody_sees_counts_no_revision(app: Flask) -> None:
    event = a_summit()
    organisation, room = an_organisation(), a_room(event)
    person = a_person(organisation=organisation)
    session = a_session(event, "P1", room=room, people=(person,))
    a_session(event, "P2", at="12:00")
    a_release(event)
    session.source = "elsewhere"
    room.capacity = 250
    person.country = organisation.country = "JP"
    organisation.sector = Sector.INDUSTRY
    person.sort_key = Bilingual("exemple zoe", "exemple zoe")
    event.title = Bilingual("Nouveau titre", "New Title")
    a_release(event, now=LATER)
    assert stamps(event) == {"P1": (0, NOW), "P2": (0, NOW)}
    assert current(event).agenda.event.stamp.revision == 1


def test_a_session_that_leaves_and_returns_goes_on_counting(app: Flask) -> None:
    event = a_summit()
    a_session(event, "P1")
    leaving = a_session(event, "P2", at="11:00")
    a_release(event)
    leaving.state = SlotState.DRAFT
    a_release(event, now=LATER)
    assert stamps(event) == {"P1": (0, NOW)}
    leaving.state = SlotState.CONFIRMED
    a_release(event, now=LATER + timedelta(days=1))
    assert stamps(event)["P2"] == (1, LATER + timedelta(days=1))
    assert current(event).agenda.session_by_code["P2"].stamp.first_published_at == NOW


def test_changes_are_named_session_by_session(app: Flask) -> None:
    event = a_summit()
    room = a_room(event)
    moved, retitled, peopled, cancelled = (
        a_session(event, code, at=at, room=room)
        for code, at in (("M", "09:00"), ("R", "10:00"), ("W", "11:00"), ("C", "12:00"))
    )
    gone = a_session(event, "G", at="13:00")
    restored = a_session(event, "B", at="15:00", state=SlotState.CANCELLED)
    a_session(event, "SAME", at="16:00")
    a_release(event)
    before = current(event).agenda

    moved.span, moved.room = a_span(event, "09:30"), a_room(event, "B")
    retitled.title = Bilingual("Nouveau", "New")
    peopled.appearances = [Appearance(person=a_person(), role=Role.CHAIR)]
    cancelled.state = SlotState.CANCELLED
    gone.state = SlotState.DRAFT
    restored.state = SlotState.CONFIRMED
    a_session(event, "N", at="17:00")
    a_release(event, now=LATER)

    found = {
        change.session.code: set(change.changes)
        for change in changes.between(before, current(event).agenda)
    }
    assert found == {
        "M": {Change.MOVED_IN_TIME, Change.MOVED_TO_ROOM},
        "R": {Change.RETITLED},
        "W": {Change.PEOPLE},
        "C": {Change.CANCELLED},
        "B": {Change.RESTORED},
        "N": {Change.ADDED},
        "G": {Change.REMOVED},
    }


def test_an_old_release_reads_the_same_after_the_draft_has_moved_on(app: Flask) -> None:
    event = a_summit()
    session = a_session(event, "P1")
    a_release(event)
    first = queries.numbered_release(event.slug, 1)
    session.title = Bilingual("Autre", "Other")
    a_release(event, now=LATER)
    assert queries.numbered_release(event.slug, 1) == first
    assert current(event).number == 2
    assert current(event).replaces == 1
    assert [head.number for head in queries.releases(event.slug)] == [2, 1]


def test_the_edition_changes_with_every_release_and_with_nothing_else(app: Flask) -> None:
    before = queries.edition(db.engine)
    event = a_summit()
    session = a_session(event)
    db.session.commit()
    assert queries.edition(db.engine) == before
    a_release(event)
    first = queries.edition(db.engine)
    session.title = Bilingual("Autre", "Other")
    a_release(event, now=LATER)
    assert len({before, first, queries.edition(db.engine)}) == 3


def test_the_edition_changes_with_a_release_that_was_numbered_early_and_comes_late(
    app: Flask,
) -> None:
    a_release(a_session(a_summit("ahead")).event)
    db.session.execute(delete(SearchEntry))  # refers to the release
    db.session.execute(update(Release).values(id=Release.id + 1000))
    db.session.commit()
    before = queries.edition(db.engine)
    a_release(a_session(a_summit("behind")).event)
    assert queries.edition(db.engine) != before


def test_search_ignores_accents_and_case_and_knows_both_languages(app: Flask) -> None:
    event = a_summit()
    a_session(
        event,
        "P1",
        title=Bilingual("Évaluation des modèles", "Model Evaluation"),
        people=(a_person("Valérie Exemple"),),
    )
    a_session(event, "P2", at="11:00", title=Bilingual("Clôture 100 %", "Closing 100%"))
    a_release(event)
    assert [each.code for each in queries.search("EVALUATION")] == ["P1"]
    assert [each.kind for each in queries.search("valerie")] == ["session", "person"]
    assert [each.code for each in queries.search("100%")] == ["P2"]
    assert [each.code for each in queries.search("mod_le")] == []
    assert queries.search("  ") == []


def test_the_number_of_queries_does_not_grow_with_the_programme(app: Flask) -> None:
    event = a_summit()

    def publish_counting(sessions: int, now: datetime) -> int:
        for number in range(sessions):
            a_session(event, people=(a_person(f"Ada Exemple-{number}"),))
        approve_all(event, now=now)
        db.session.commit()
        statements: list[str] = []
        listen = lambda *args: statements.append(args[2])  # noqa: E731
        events.listen(db.engine, "before_cursor_execute", listen)
        publishing.publish(event, by="organizer", now=now, note=Bilingual())
        events.remove(db.engine, "before_cursor_execute", listen)
        db.session.commit()
        return sum(statement.startswith("SELECT") for statement in statements)

    assert publish_counting(1, NOW) == publish_counting(30, LATER)


def test_wall_time_zone_and_instants_are_stored_side_by_side(app: Flask) -> None:
    event = a_summit()
    a_session(event, "P1", at="09:00")
    db.session.commit()
    row = db.session.execute(
        select(
            *(db.metadata.tables["slot"].c[name] for name in ("starts_local", "zone", "starts_at"))
        )
    ).one()
    assert row.starts_local == datetime(2024, 12, 3, 9)
    assert row.zone == "Europe/Belgrade"
    assert row.starts_at == a_span(event, "09:00").starts_at


def test_without_a_database_there_is_no_edition() -> None:
    nowhere = create_engine("postgresql+psycopg://nobody@127.0.0.1:1/nothing")
    assert queries.edition(nowhere) is None

"""Whoever is erased is nowhere any more: every column of every table is searched for them."""

import json
from datetime import UTC, datetime, timedelta
from io import BytesIO
from zipfile import ZipFile

import pytest
from flask import Flask
from sqlalchemy import ColumnElement, Text, cast, func, literal_column, select

from eventapp.agenda import queries
from eventapp.agenda.conflicts.models import AcceptedConflict, Availability
from eventapp.events.models import Event
from eventapp.history.actions import Action
from eventapp.history.models import Entry
from eventapp.history.recording import Actor, editing
from eventapp.history.words import KINDS
from eventapp.messages.kinds import LetterKind
from eventapp.messages.passages import Passage
from eventapp.messages.writing import Draft, Recipient, write
from eventapp.participants.kinds import AddressPurpose, PaperKind, ParticipantState
from eventapp.participants.models import Needs, Paper, Participant, SecretAddress
from eventapp.people.editing import merge_people
from eventapp.people.models import Person, Term
from eventapp.plumbing import uploads
from eventapp.plumbing.database import Model, db, unit_of_work
from eventapp.plumbing.settings import in_force
from eventapp.privacy.erasing import erase
from eventapp.privacy.models import Erasure, Retention
from eventapp.privacy.portraying import packed, portrait
from eventapp.privacy.purging import Report, purge, purge_by_night
from eventapp.registration.models import PersonalInvitation
from eventapp.values.bilingual import Bilingual
from eventapp.values.language import Language
from eventapp.values.pseudonyms import NOBODY
from eventapp.values.refusal import Refusal
from tests.builders import (
    NOW,
    a_delegation,
    a_member,
    a_participant,
    a_person,
    a_release,
    a_session,
    a_span,
    a_summit,
)

BY = Actor(None, "Claire Exemple")
CANARY = "Kanarie"
NAME = f"Zoé {CANARY}"
ADDRESS = "zoe@kanarie.example"
#: 3 in the morning in Belgrade, a good while after the summit.
NIGHT = datetime(2025, 6, 1, 1, tzinfo=UTC)


def traces() -> list[str]:
    """The columns that hold the canary anywhere in the database, and files that do."""
    found = []
    for table in Model.metadata.sorted_tables:
        for column in table.columns:
            text: ColumnElement[str] = cast(literal_column(f'"{table.name}"."{column.name}"'), Text)
            says = func.lower(text).contains(CANARY.lower())
            query = select(func.count()).select_from(table).where(says)
            if db.session.execute(query).scalar_one():
                found.append(f"{table.name}.{column.name}")
    folder = in_force().data
    files = [file for file in folder.rglob("*") if file.is_file() and "sqlite" not in file.name]
    return found + [f"{f}" for f in files if CANARY.encode() in f.read_bytes()]


def a_letter(event: Event, to: Recipient, says: str) -> None:
    key = f"letter/{to.person_id}"
    passage = Passage(Language.FR, says, says, (says,), says)
    write([Draft(LetterKind.SESSION_ADDED, key, to, lambda _: passage, event)])


def plant(event: Event) -> Person:
    """Somebody of whom there is a trace wherever one can be."""
    text = Bilingual(f"{CANARY} fr", f"{CANARY} en")
    with editing(event.id, by=BY, now=NOW, action=Action.ADD):
        person = a_person(NAME, email=ADDRESS, code="zoe-kanarie", function=text, biography=text)
        person.terms = [Term(function=text)]
        session = a_session(event, people=(person,))
        member = a_member(a_delegation(event), person)
        row = member.participant
        row.function, row.printed_name = text, Bilingual.same(NAME)
    with editing(event.id, by=BY, now=NOW, action=Action.EDIT):
        person.honorific = text
        merge_people(person, a_person(NAME), now=NOW)
    a_release(event)
    with unit_of_work():
        paper = Paper(
            event_id=event.id, owner=row.uid, kind=PaperKind.CREDENTIALS, name=f"{CANARY}.pdf",
            media_type=uploads.PDF, size=7, digest="0" * 64, added_at=NOW,
        )  # fmt: skip
        db.session.add_all(
            [
                Needs(participant_id=row.id, access=CANARY, diet=CANARY),
                paper,
                SecretAddress(event_id=event.id, subject=row.uid, purpose=AddressPurpose.PAGE,
                              token_hash="0", made_at=NOW),
                PersonalInvitation(event_id=event.id, category=row.category, email=ADDRESS,
                                   name=NAME, language="fr", token_hash="1", made_at=NOW,
                                   expires_at=NOW),
                Availability(event_id=event.id, subject=person.uid, name=Bilingual.same(NAME),
                             span=a_span(event)),
                AcceptedConflict(event_id=event.id, key="k", matter="m", rule="person_twice",
                                 parties=[], told=Bilingual.same(f"{NAME} est attendue"),
                                 reason="x", author="x", at=NOW),
            ]
        )  # fmt: skip
        db.session.flush()
        uploads.store(paper.uid, uploads.Upload(paper.name, uploads.PDF, CANARY.encode()))
        a_letter(event, Recipient(NAME, ADDRESS, (Language.FR,), person_id=person.id), CANARY)
        a_letter(event, Recipient("Autre", "other@example.org", (Language.FR,)), NAME)
    assert session.id
    assert member.id
    return person


@pytest.fixture
def event(app: Flask) -> Event:
    event = a_summit()
    db.session.commit()
    return event


def test_nothing_tells_who_was_erased(event: Event) -> None:
    person = plant(event)
    assert len(traces()) > 30
    with unit_of_work():
        erase(person, by=BY, now=NOW)
    assert traces() == []
    [name] = {each.name for each in queries.current_release("summit").agenda.people}  # type: ignore[union-attr]
    assert name == NOBODY


def test_what_is_counted_still_counts(event: Event) -> None:
    person = plant(event)
    with unit_of_work():
        erasure = erase(person, by=BY, now=NOW)
    row = db.session.scalars(select(Participant)).one()
    assert (row.state, row.category.code) == (ParticipantState.CONFIRMED, "delegate")
    assert erasure.counts["participant"] == 1
    assert erasure.counts["release"] == 1
    last = db.session.scalars(select(Entry).order_by(Entry.id.desc()).limit(1)).one()
    assert (last.action, last.author, last.name.fr) == (Action.ERASE, BY.name, NOBODY)


def test_the_log_keeps_what_was_done_when_and_by_whom(event: Event) -> None:
    person = plant(event)
    asked = select(Entry.id, Entry.at, Entry.author, Entry.kind, Entry.row_id).order_by(Entry.id)
    before = db.session.execute(asked).all()
    with unit_of_work():
        erase(person, by=BY, now=NOW)
    assert db.session.execute(asked).all()[:-1] == before


def test_a_legal_hold_keeps_everything(event: Event) -> None:
    person = plant(event)
    db.session.add(Retention(event_id=event.id, is_held=True, hold_reason="Procès"))
    db.session.commit()
    before = traces()
    with pytest.raises(Refusal) as refused, unit_of_work():
        erase(person, by=BY, now=NOW)
    assert "Procès" in refused.value.text(Language.FR)
    assert traces() == before


def test_one_persons_data_can_be_taken_away(event: Event) -> None:
    person = plant(event)
    sections = portrait(person)
    assert sections["needs"][0]["diet"] == CANARY
    assert {"appearance", "availability", "letter", "member", "participant", "person"} < set(
        sections
    )
    assert sections["participant"][0]["event"]["en"] == event.title.en
    assert set(sections) - set(KINDS) == set()
    with ZipFile(BytesIO(packed(sections))) as archive:
        [data, paper] = archive.namelist()
        assert json.loads(archive.read(data)) == json.loads(json.dumps(sections))
        assert archive.read(paper) == CANARY.encode()


def retained(event: Event, days: int = 90, **fields: object) -> None:
    db.session.add(Retention(event_id=event.id, days=days, **fields))
    db.session.commit()


def names() -> list[str]:
    return [each.name for each in db.session.scalars(select(Person).order_by(Person.id))]


def test_the_purge_erases_whoever_came_here_alone(event: Event) -> None:
    a_participant(event, "Ada Exemple")
    here = a_participant(event, "Bo Exemple")
    a_participant(a_summit("other"), here.person)
    retained(event)
    assert purge_by_night(now=NIGHT) == {event.id: Report(erased=1, detached=1)}
    assert sorted(names()) == ["Bo Exemple", NOBODY, NOBODY]
    states = db.session.scalars(select(Participant.state).where(Participant.event_id == event.id))
    assert [*states] == [ParticipantState.CONFIRMED] * 2


def test_speakers_stay_in_the_programme(event: Event) -> None:
    speaker = a_person("Ada Exemple")
    a_session(event, people=(speaker,))
    a_participant(event, speaker)
    retained(event)
    purge(event.id, now=NIGHT)
    assert sorted(names()) == ["Ada Exemple", NOBODY]


def test_what_is_purged_is_purged_once(event: Event) -> None:
    a_participant(event, "Ada Exemple")
    retained(event)
    assert purge_by_night(now=NIGHT) == {event.id: Report(erased=1, detached=0)}
    assert purge_by_night(now=NIGHT + timedelta(minutes=1)) == {}
    assert db.session.execute(select(func.count()).select_from(Erasure)).scalar_one() == 1


@pytest.mark.parametrize(
    ("now", "fields"),
    [
        (NIGHT + timedelta(hours=9), {}),  # noon
        (datetime(2025, 3, 4, 1, tzinfo=UTC), {}),  # the 90th day after
        (NIGHT, {"is_held": True}),
        (NIGHT, {"days": None}),
    ],
)
def test_nothing_is_purged_too_early_or_under_a_hold(
    event: Event, now: datetime, fields: dict[str, object]
) -> None:
    a_participant(event, "Ada Exemple")
    retained(event, **fields)  # type: ignore[arg-type]
    assert purge_by_night(now=now) == {}
    assert names() == ["Ada Exemple"]

"""What the programme and its releases say of somebody, and how it is erased.

The one thing that changes a release: everything that is made of it, kept pages among them, then
speaks of nobody in particular where it spoke of them.
"""

from dataclasses import replace
from uuid import UUID

from sqlalchemy import select

from eventapp.agenda.codec import decode, digest_of, encode
from eventapp.agenda.conflicts.models import AcceptedConflict, Availability
from eventapp.agenda.models import Appearance, Release, SearchEntry
from eventapp.agenda.published import NOTHING, PublishedAgenda, PublishedPerson
from eventapp.agenda.searching import entries_of
from eventapp.history.portraits import portrait_of
from eventapp.history.unlogged import delete_rows, rewrite_rows, say, table_of
from eventapp.people.facts import PersonErased, PersonPortrayed
from eventapp.people.models import Person
from eventapp.plumbing.database import db
from eventapp.values.pseudonyms import NOBODY, without
from eventapp.values.slug import code_of


def portray(asked: PersonPortrayed) -> None:
    """Where they appear, and when they can be had."""
    appearances = select(Appearance).where(Appearance.person_id == asked.person.id)
    asked.into["appearance"] = portrait_of(db.session.scalars(appearances))
    availability = select(Availability).where(Availability.subject == asked.person.uid)
    asked.into["availability"] = portrait_of(db.session.scalars(availability))


def scrub(erased: PersonErased) -> None:
    """Appearances stay and are counted; whose they were, nothing says."""
    person = erased.person
    own = select(Appearance.id).where(Appearance.person_id == person.id)
    erased.rows["appearance"] = set(db.session.scalars(own))
    known = select(Availability.id).where(Availability.subject == person.uid)
    erased.rows["availability"] = set(db.session.scalars(known))
    mine = Availability.subject == person.uid
    erased.counts["availability"] = delete_rows(Availability, mine)
    erased.counts["accepted_conflict"] = _scrub_conflicts(erased)
    erased.counts["release"] = _scrub_releases(person)


def _scrub_conflicts(erased: PersonErased) -> int:
    """What was accepted told readers who was double-booked."""
    columns = table_of(AcceptedConflict).c
    names = ("told_fr", "told_en", "reason")
    says = say(AcceptedConflict, names, erased.words)
    rows = db.session.execute(select(columns.id, *(columns[name] for name in names)).where(says))
    found = rows.mappings().all()
    for row in found:
        texts = {name: without(erased.words, row[name]) for name in names}
        rewrite_rows(AcceptedConflict, columns.id == row["id"], texts)
    return len(found)


def _scrub_releases(person: Person) -> int:
    uid, columns = str(person.uid), table_of(Release).c
    query = select(Release.id, Release.event_id, Release.agenda).where(Release.agenda.contains(uid))
    rows = db.session.execute(query).all()
    for row in rows:
        agenda = _without(decode(row.agenda), uid)
        document = encode(agenda)
        changed = {
            "agenda": document.decode(),
            "digest": digest_of(document),
            "erasures": columns.erasures + 1,
        }
        rewrite_rows(Release, columns.id == row.id, changed)
        _index_again(row.id, row.event_id, agenda)
    return len(rows)


def _without(agenda: PublishedAgenda, uid: str) -> PublishedAgenda:
    people = tuple(_nobody(each) if each.uid == uid else each for each in agenda.people)
    return replace(agenda, people=people)


def _nobody(person: PublishedPerson) -> PublishedPerson:
    return replace(
        person,
        code=code_of(UUID(person.uid)),
        name=NOBODY,
        sort_fr=NOBODY,
        sort_en=NOBODY,
        honorific=NOTHING,
        function=NOTHING,
        organisation=None,
        country="",
    )


def _index_again(release_id: int, event_id: int, agenda: PublishedAgenda) -> None:
    """Makes what can be found of a release anew, where it is one that is searched."""
    own = SearchEntry.release_id == release_id
    if delete_rows(SearchEntry, own):
        db.session.add_all(
            SearchEntry(
                event_id=event_id,
                release_id=release_id,
                kind=entry.kind,
                code=entry.code,
                title=entry.title,
                search_text=entry.text,
            )
            for entry in entries_of(agenda)
        )

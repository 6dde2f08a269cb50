"""Who takes part in what, for the board. By row ids within; by uid outside."""

from collections.abc import Mapping
from functools import cache
from typing import Any

from sqlalchemy import ColumnElement, Row, select

from eventapp.agenda.conflicts.words import said
from eventapp.agenda.kinds import AppearanceState, Role
from eventapp.agenda.labels import ROLES
from eventapp.agenda.models import Appearance, Slot
from eventapp.events.models import Event
from eventapp.people.kinds import Gender
from eventapp.people.models import Organisation, Person
from eventapp.planning.board import Person as PlannedPerson
from eventapp.planning.board import Presence
from eventapp.plumbing.database import db
from eventapp.values.bilingual import Bilingual

ABSENT = frozenset({AppearanceState.DECLINED, AppearanceState.WITHDRAWN})


def all_of(event: Event) -> ColumnElement[bool]:
    """Whatever anybody does in the event."""
    return Appearance.slot_id.in_(select(Slot.id).where(Slot.event_id == event.id))


def people_of(asked: ColumnElement[bool]) -> Mapping[int, PlannedPerson]:
    """Who appears there. What a person's record leaves out, their organisation's tells."""
    appearing = select(Appearance.person_id).where(asked)
    query = (
        select(
            Person.id,
            Person.uid,
            Person.given_name,
            Person.family_name,
            Person.country,
            Person.region,
            Person.gender,
            Organisation.sector,
            Organisation.country.label("their_country"),
            Organisation.region.label("their_region"),
        )
        .outerjoin(Organisation, Organisation.id == Person.organisation_id)
        .where(Person.id.in_(appearing))
    )
    return {row.id: _person(row) for row in db.session.execute(query)}


def presences_in(
    asked: ColumnElement[bool],
    activities: Mapping[int, str],
    people: Mapping[int, PlannedPerson],
) -> tuple[Presence, ...]:
    """What these people do in these activities; whoever declined or withdrew does nothing."""
    query = (
        select(
            Appearance.slot_id,
            Appearance.person_id,
            Appearance.role,
            Appearance.state,
            Appearance.language,
        )
        .where(asked)
        .order_by(Appearance.id)
    )
    return tuple(
        Presence(
            people[person].uid, activities[slot], _name(role), role is Role.INTERPRETER, language
        )
        for slot, person, role, state, language in db.session.execute(query)
        if slot in activities and person in people and state not in ABSENT
    )


def _person(row: Row[Any]) -> PlannedPerson:
    return PlannedPerson(
        uid=str(row.uid),
        name=f"{row.given_name} {row.family_name}".strip(),
        sector=row.sector or "",
        country=row.country or row.their_country or "",
        region=row.region or ("" if row.country else row.their_region or ""),
        gender="" if row.gender is Gender.NOT_GIVEN else row.gender,
    )


@cache
def _name(role: Role) -> Bilingual:
    return said(ROLES[role])

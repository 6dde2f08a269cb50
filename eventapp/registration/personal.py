"""What is held of somebody who registered, and how it is erased."""

from sqlalchemy import ColumnElement, false, or_, select

from eventapp.history.portraits import portrait_of
from eventapp.history.unlogged import delete_rows, rewrite_rows
from eventapp.participants.personal import participations
from eventapp.people.facts import PersonErased, PersonPortrayed
from eventapp.people.models import Person
from eventapp.plumbing.database import Model, db
from eventapp.registration.models import (
    Answer,
    PersonalInvitation,
    Registration,
    SessionChoice,
)


def portray(asked: PersonPortrayed) -> None:
    """How they registered, what they answered, which sessions they chose."""
    for model, theirs in _of(asked.person):
        rows = db.session.scalars(select(model).where(theirs))
        asked.into[model.__tablename__] = portrait_of(rows)


def scrub(erased: PersonErased) -> None:
    """Nothing of a registration stays."""
    invitations = select(PersonalInvitation.id).where(_invited(erased.person))
    erased.rows["personal_invitation"] = set(db.session.scalars(invitations))
    _forget_address(erased.person)
    for model, theirs in _of(erased.person):
        erased.counts[model.__tablename__] = delete_rows(model, theirs)


def _forget_address(person: Person) -> None:
    """Letters about those whom they registered without an address of their own went to theirs."""
    ids = [each.id for each in participations(person)]
    own = select(Registration.email).where(Registration.participant_id.in_(ids))
    addresses = {*db.session.scalars(own), person.email} - {""}
    theirs = Registration.registered_by_id.in_(ids) & Registration.email.in_(addresses)
    rewrite_rows(Registration, theirs, {"email": ""})


def _of(person: Person) -> tuple[tuple[type[Model], ColumnElement[bool]], ...]:
    ids = [each.id for each in participations(person)]
    return (
        (Answer, Answer.participant_id.in_(ids)),
        (Registration, Registration.participant_id.in_(ids)),
        (SessionChoice, SessionChoice.participant_id.in_(ids)),
        (PersonalInvitation, _invited(person)),
    )


def _invited(person: Person) -> ColumnElement[bool]:
    ids = [each.id for each in participations(person)]
    own_address = PersonalInvitation.email == person.email if person.email else false()
    return or_(PersonalInvitation.participant_id.in_(ids), own_address)

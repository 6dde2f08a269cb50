"""What people do with their own registration: change it, give it up, come back."""

from datetime import datetime
from typing import Any

from eventapp.participants.addresses import revoke_addresses
from eventapp.participants.editing import declare_needs, needs_of
from eventapp.participants.kinds import AddressPurpose, ParticipantState
from eventapp.participants.models import Participant
from eventapp.plumbing.database import db
from eventapp.plumbing.uploads import Upload
from eventapp.registration.answering import keep_answers
from eventapp.registration.kinds import News, Opening
from eventapp.registration.models import RegistrationDesk
from eventapp.registration.places import (
    desk_of,
    moment_of,
    move_up,
    opening_of,
    place_in_queue,
    stand,
    state_for,
)
from eventapp.registration.recognising import organisation_id
from eventapp.registration.registering import NEWS
from eventapp.registration.seats import leave_all_sessions
from eventapp.registration.telling import page_address, tell
from eventapp.values.catalogue import N_
from eventapp.values.language import Language
from eventapp.values.refusal import Refusal

#: Who has something to give up.
COMING = frozenset({ParticipantState.CONFIRMED, ParticipantState.PENDING, ParticipantState.WAITING})


def change(
    participant: Participant,
    values: dict[str, Any],
    answers: dict[int, Any],
    files: dict[int, Upload],
    *,
    language: Language,
    now: datetime,
) -> None:
    """Writes what somebody changed in their own form; what it did not ask stays as it was.

    A listing holds under the policy that was accepted for it, and from the moment of consent.
    """
    _change_own_affairs(participant, values, now)
    if "function" in values:
        participant.function = participant.function.replaced(language, values["function"])
    if "organisation" in values:
        participant.organisation_id = organisation_id(values["organisation"], language)
    for name in ("country", "languages"):
        if name in values:
            setattr(participant, name, values[name])
    consent(participant, is_listed=values["is_listed"], policy=values["policy"], now=now)
    keep_answers(participant, answers, files, now=now)
    participant.touch(now)


def _change_own_affairs(participant: Participant, values: dict[str, Any], now: datetime) -> None:
    """What somebody declares of themselves, and in which language they are written to."""
    participant.person.correspondence = values["correspondence"]
    needs = needs_of(participant)
    access, diet = values.get("access", needs.access), values.get("diet", needs.diet)
    gender = values.get("gender", participant.person.gender)
    declare_needs(participant, access, diet, gender, now=now)


def consent(
    participant: Participant, *, is_listed: bool, policy: int | None, now: datetime
) -> None:
    """Notes whether somebody wishes to be listed, under the policy of that number."""
    is_new = is_listed and (not participant.is_listed or participant.policy != policy)
    participant.is_listed = is_listed
    participant.policy = policy
    if is_new or not is_listed:
        participant.consented_at = now if is_listed else None


def withdraw(participant: Participant, *, now: datetime) -> None:
    """Gives up a registration, with its seats; who waited longest gets the place."""
    desk = _alone_with(participant)
    if participant.state not in COMING:
        raise Refusal(N_("This registration was withdrawn already."))
    participant.state = ParticipantState.WITHDRAWN
    participant.is_listed, participant.consented_at = False, None
    participant.touch(now)
    leave_all_sessions(participant, now=now)
    tell(participant, News.WITHDRAWN, now=now)
    move_up(desk, now=now)


def come_back(participant: Participant, *, now: datetime) -> None:
    """Registers somebody again who had withdrawn: at the end of the queue, as anybody would be.

    Raises Refusal where registration is not open, or full without a waiting list, or where their
    delegation has no place for them any more.
    """
    desk = _alone_with(participant)
    if participant.state is not ParticipantState.WITHDRAWN:
        raise Refusal(N_("This registration was not withdrawn."))
    if desk is None or opening_of(desk, now) is not Opening.OPEN:
        raise Refusal(N_("Registration is not open at this moment."))
    state = state_for(desk, participant.category, move_up(desk, now=now))
    participant.registered_at = moment_of(participant.event_id, now)
    stand(participant, state, now=now)
    place = place_in_queue(participant) if state is ParticipantState.WAITING else 0
    tell(participant, NEWS[state], now=now, place=place)


def _alone_with(participant: Participant) -> RegistrationDesk | None:
    """The event's registration, locked, and the participant as they are now."""
    desk = desk_of(participant.event_id, lock=True)
    db.session.refresh(participant)
    return desk


def renew_address(participant: Participant, *, now: datetime) -> str:
    """Moves somebody's page to a new address, whose secret is returned; older ones are dead."""
    revoke_addresses(participant.uid, AddressPurpose.PAGE)
    return page_address(participant, now=now)


def revoke_address(participant: Participant) -> None:
    """Ends all addresses of somebody's page."""
    revoke_addresses(participant.uid, AddressPurpose.PAGE)

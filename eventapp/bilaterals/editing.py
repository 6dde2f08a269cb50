"""Asking for meetings, answering, placing and taking back.

Where and whether a meeting is held is seen by its people: each such change counts in its calendar
revision and is announced. What is merely unwise is a conflict, and a person's to weigh.
"""

from collections.abc import Iterable, Mapping
from datetime import datetime
from typing import Any
from uuid import uuid4

from eventapp.agenda.editing import move_slot
from eventapp.agenda.facts import SlotMoved
from eventapp.agenda.kinds import AppearanceState, Role, SlotState, Visibility
from eventapp.agenda.models import Appearance, SlotDelegation
from eventapp.agenda.slots import revise
from eventapp.bilaterals.facts import MeetingChanged, News
from eventapp.bilaterals.kinds import FROM, BilateralState
from eventapp.bilaterals.models import Bilateral
from eventapp.bilaterals.queries import members_of, name_of
from eventapp.delegations.kinds import MemberFunction
from eventapp.delegations.models import Delegation
from eventapp.events.models import Event, Room
from eventapp.history.saving import FieldRefusal, rewrite
from eventapp.people.models import Person
from eventapp.plumbing.database import db
from eventapp.plumbing.facts import announce
from eventapp.values.bilingual import Bilingual
from eventapp.values.catalogue import N_
from eventapp.values.language import Language
from eventapp.values.refusal import Refusal
from eventapp.values.slug import code_of
from eventapp.values.timespan import TimeSpan

Values = Mapping[str, Any]

#: How a meeting stands as the programme sees it.
STATES: Mapping[BilateralState, SlotState] = {
    BilateralState.REQUESTED: SlotState.DRAFT,
    BilateralState.PROPOSED: SlotState.TENTATIVE,
    BilateralState.CONFIRMED: SlotState.CONFIRMED,
    BilateralState.HELD: SlotState.CONFIRMED,
    BilateralState.DECLINED: SlotState.CANCELLED,
    BilateralState.CANCELLED: SlotState.CANCELLED,
}

AGREED = (BilateralState.CONFIRMED, BilateralState.HELD)
NEWS: Mapping[BilateralState, News] = {
    BilateralState.CONFIRMED: News.CONFIRMED,
    BilateralState.DECLINED: News.DECLINED,
    BilateralState.CANCELLED: News.CANCELLED,
    BilateralState.REQUESTED: News.REQUESTED,
}


def ask(
    event: Event, one: Delegation, other: Delegation, values: Values, *, now: datetime
) -> Bilateral:
    """A request of one delegation to meet another; their heads are taken to come.

    Raises Refusal where both are the same, or belong to another event.
    """
    _refuse_sides(event, one, other)
    uid = uuid4()
    meeting = Bilateral(
        uid=uid,
        code=code_of(uid),
        event=event,
        title=title_of(one, other),
        visibility=Visibility.DELEGATION,
        state=SlotState.DRAFT,
        standing=BilateralState.REQUESTED,
        requested_by=one,
        requested_of=other,
        asked_at=now,
        **values,
    )
    meeting.delegations = [SlotDelegation(delegation=each) for each in (one, other)]
    db.session.add(meeting)
    set_people(meeting, [*heads_of(one), *heads_of(other)], interpreters_of(meeting))
    db.session.flush()
    announce(MeetingChanged(meeting, News.REQUESTED, None, None, now))
    return meeting


def edit(meeting: Bilateral, values: Values, *, now: datetime) -> Bilateral:
    """Changes what the meeting is about and how it weighs."""
    rewrite(meeting, values, now=now)
    return meeting


def set_people(
    meeting: Bilateral, members: Iterable[Person], interpreters: Iterable[Person]
) -> None:
    """Who comes, in this order; whoever came before stays the same row."""
    wanted = {
        **{(person.id, Role.MEMBER): person for person in members},
        **{(person.id, Role.INTERPRETER): person for person in interpreters},
    }
    known = {(each.person_id, each.role): each for each in meeting.appearances}
    rows = []
    for position, ((number, role), person) in enumerate(wanted.items()):
        row = known.get((number, role)) or Appearance(
            person=person, role=role, state=AppearanceState.CONFIRMED
        )
        row.position = position
        rows.append(row)
    meeting.appearances = rows


def interpreters_of(meeting: Bilateral) -> list[Person]:
    """Who interprets at the meeting."""
    return [each.person for each in meeting.appearances if each.role is Role.INTERPRETER]


def place(meeting: Bilateral, span: TimeSpan | None, room: Room | None, *, now: datetime) -> None:
    """Proposes that time and room to both sides, or takes them away; they confirm it anew.

    Raises Refusal for a meeting that is closed.
    """
    _demand_open(meeting)
    room = room if span is not None else None
    if (span, room) != (meeting.span, meeting.room):
        move_slot(meeting, span, room, now=now)


def follow_move(moved: SlotMoved) -> None:
    """A meeting that was moved, on the board or here, is proposed anew to both sides.

    Raises Refusal for a meeting that is closed.
    """
    meeting = moved.slot
    if not isinstance(meeting, Bilateral):
        return
    _demand_open(meeting)
    standing = BilateralState.PROPOSED if meeting.span else BilateralState.REQUESTED
    meeting.standing, meeting.state = standing, STATES[standing]
    meeting.is_agreed_by = meeting.is_agreed_of = False
    if meeting.revision is None:
        revise(meeting, now=moved.now)
    news = News.RESCHEDULED if moved.was else News.PROPOSED
    announce(MeetingChanged(meeting, news, moved.was, moved.room, moved.now))


def agree(meeting: Bilateral, side: Delegation, *, now: datetime) -> None:
    """One side agrees to the time; with the other one's word, the meeting is confirmed."""
    if meeting.standing is not BilateralState.PROPOSED:
        raise Refusal(N_("That does not follow from how this meeting stands now."))
    if side.id == meeting.requested_by_id:
        meeting.is_agreed_by = True
    else:
        meeting.is_agreed_of = True
    meeting.touch(now)
    if meeting.is_agreed_by and meeting.is_agreed_of:
        answer(meeting, BilateralState.CONFIRMED, now=now)


def ask_another_time(meeting: Bilateral, words: str, *, now: datetime) -> None:
    """Gives the time back: the meeting waits for another one. Raises Refusal without a reason."""
    if meeting.span is None:
        raise Refusal(N_("That does not follow from how this meeting stands now."))
    if not words:
        raise Refusal(N_("Say which times would do, or why this one does not."))
    meeting.answer, meeting.answered_at = words, now
    place(meeting, None, None, now=now)


def answer(meeting: Bilateral, standing: BilateralState, *, words: str = "", now: datetime) -> None:
    """Confirms, declines, cancels, opens again or marks as held; `words` say why.

    Raises Refusal where that does not follow from how the meeting stands.
    """
    if meeting.standing is standing:
        return
    if meeting.standing not in FROM.get(standing, frozenset()):
        raise Refusal(N_("That does not follow from how this meeting stands now."))
    before, was_in = meeting.span, meeting.room
    if standing is BilateralState.REQUESTED:
        meeting.span = meeting.room = None
    meeting.answer, meeting.answered_at = words, now
    meeting.is_agreed_by = meeting.is_agreed_of = standing in AGREED
    _stand(meeting, standing, now=now)
    if standing in NEWS:
        announce(MeetingChanged(meeting, NEWS[standing], before, was_in, now))


def remove(meeting: Bilateral, *, now: datetime) -> None:
    """Removes a request of which nobody was told a time. Raises Refusal for any other."""
    if meeting.revision is not None:
        raise Refusal(N_("Both sides know of this meeting: decline or cancel it instead."))
    meeting.removed_at = now
    meeting.touch(now)


def title_of(one: Delegation, other: Delegation) -> Bilingual:
    """`Canada – Serbia`, in both languages."""
    names = [name_of(each) for each in (one, other)]
    return Bilingual(*(" – ".join(each.text(lang).text for each in names) for lang in Language))


def _stand(meeting: Bilateral, standing: BilateralState, *, now: datetime) -> None:
    meeting.standing, meeting.state = standing, STATES[standing]
    revise(meeting, now=now)


def heads_of(delegation: Delegation) -> list[Person]:
    """Who comes for a delegation, unless it says otherwise."""
    return [
        each.participant.person
        for each in members_of(delegation)
        if each.function is MemberFunction.HEAD
    ]


def _demand_open(meeting: Bilateral) -> None:
    if not meeting.standing.is_open:
        raise Refusal(N_("This meeting is closed: open it again first."))


def _refuse_sides(event: Event, one: Delegation, other: Delegation) -> None:
    if {one.event_id, other.event_id} != {event.id}:
        raise Refusal(N_("This delegation belongs to another event."))
    if one.id == other.id:
        raise FieldRefusal(
            "requested_of", Refusal(N_("A delegation does not meet itself: choose another one."))
        )

"""What forms about members do with what was typed, whoever filled them in."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime

from sqlalchemy import select

from eventapp.delegations.composing import add_member, change_member, demand_new_name
from eventapp.delegations.counting import counts_of
from eventapp.delegations.forms import JoiningForm, MemberForm, NewMemberForm
from eventapp.delegations.listing import name_of
from eventapp.delegations.models import Delegation, Member
from eventapp.delegations.queries import member_called, members_of
from eventapp.events.models import Event
from eventapp.history.saving import FieldRefusal
from eventapp.participants.editing import edit_participant
from eventapp.participants.joining import add_participant, participant_for
from eventapp.participants.kinds import ParticipantState
from eventapp.participants.models import Category, Participant
from eventapp.people.editing import add_person
from eventapp.people.models import Person
from eventapp.plumbing.database import db
from eventapp.plumbing.fields import Offer
from eventapp.plumbing.forms import Offers
from eventapp.plumbing.web import reading_language
from eventapp.values.catalogue import N_
from eventapp.values.refusal import Refusal

NOTHING: Offer = ("", "–")


def member_offers(member: Member) -> Offers:
    """What a member's form offers to choose from."""
    language = reading_language()
    others = [each for each in members_of(member.delegation) if each.id != member.id]
    named = [(each.participant.code, name_of(each.participant, language)) for each in others]
    return {**category_offers(member.delegation.event), "stands_in_for": [NOTHING, *named]}


def category_offers(event: Event) -> Offers:
    """As what people may come."""
    language = reading_language()
    return {"category": [(each.code, str(each.name.text(language))) for each in _all(event)]}


def category_called(event: Event, code: str) -> Category:
    """The event's category of that code; Refusal where there is none."""
    category = next((each for each in _all(event) if each.code == code), None)
    if category is None:
        raise FieldRefusal("category", Refusal(N_("Choose one of these.")))
    return category


def quota_offers(delegation: Delegation, member: Member | None = None) -> Offers:
    """As what those who work for it alone may name people: in categories that have a quota.

    Without any quota, as anything; a member stays what they are.
    """
    language, counts = reading_language(), counts_of(delegation)
    bounded = [each.category for each in counts if each.most is not None]
    own = [member.participant.category] if member is not None else []
    offered = [
        each.category
        for each in counts
        if not bounded or each.category in bounded or each.category in own
    ]
    return {"category": [(each.code, str(each.name.text(language))) for each in offered]}


@contextmanager
def beside(field: str) -> Iterator[None]:
    """Says a "no" beside the field that it is about."""
    try:
        yield
    except Refusal as refusal:
        raise FieldRefusal(field, refusal) from refusal


def write_member(
    member: Member, participant: Participant, form: MemberForm, *, now: datetime
) -> Participant:
    """Changes a member and how the event prints them."""
    with beside("category"):
        said = {name: form.values[name] for name in ("honorific", "function", "printed_name")}
        category = category_called(member.delegation.event, form.category.data)
        edit_participant(participant, {**said, "category": category}, now=now)
    place = {
        "function": form.member_function.data,
        "position": form.position.data or 0,
        "in_post_since": form.in_post_since.data,
        "stands_in_for": member_called(member.delegation, form.stands_in_for.data),
    }
    with beside("member_function"):
        change_member(member, place, now=now)
    return participant


def write_newcomer(delegation: Delegation, form: NewMemberForm, *, now: datetime) -> Member:
    """Makes somebody new a member; a form that is sent twice makes one."""
    with beside("family_name"):
        demand_new_name(delegation, form.given_name.data, form.family_name.data)
    names = ("given_name", "family_name", "honorific", "function", "email", "agreement")
    said = {name: form.values[name] for name in names}
    person = add_person({**said, "country": delegation.party.country})
    return write_joining(delegation, person, form, now=now)


def write_joining(
    delegation: Delegation, person: Person, form: JoiningForm | NewMemberForm, *, now: datetime
) -> Member:
    """Makes a person a member, and a confirmed participant where they are none yet."""
    event = delegation.event
    with beside("category"):
        category = category_called(event, form.category.data)
    participant = participant_for(event, person)
    if participant is None:
        participant = add_participant(event, person, category, now=now)
    else:
        edit_participant(
            participant, {"category": category, "state": _coming(participant)}, now=now
        )
    return add_member(
        delegation,
        participant,
        form.member_function.data,
        now=now,
        in_post_since=form.in_post_since.data,
    )


def _coming(participant: Participant) -> ParticipantState:
    is_coming = participant.state.takes_place
    return participant.state if is_coming else ParticipantState.CONFIRMED


def _all(event: Event) -> list[Category]:
    query = select(Category).where(Category.event_id == event.id)
    return [*db.session.scalars(query.order_by(Category.position, Category.id))]

"""Bilaterals and movements as one of their own may see them: other delegations' parts left out."""

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime

from sqlalchemy import select
from sqlalchemy.orm import joinedload

from eventapp.agenda.freezing import place_as_it_stands
from eventapp.agenda.kinds import Role
from eventapp.agenda.models import Appearance, Slot
from eventapp.agenda.published import NOTHING, Stamp
from eventapp.agenda.reading import capitalized
from eventapp.agenda.slots import private_slots
from eventapp.bilaterals.models import Bilateral
from eventapp.delegations.kinds import Authority, MemberFunction
from eventapp.delegations.models import Delegation, Member, Party
from eventapp.delegations.naming import party_name
from eventapp.itineraries.itinerary import Entry, EntryKind, Fact, in_both
from eventapp.itineraries.naming import names_of, said
from eventapp.itineraries.owners import Owner, members_of
from eventapp.movements.labels import MOVEMENT_KINDS
from eventapp.movements.models import Movement
from eventapp.plumbing.database import db
from eventapp.values import typography
from eventapp.values.bilingual import Bilingual, PublishedText
from eventapp.values.catalogue import N_, translator
from eventapp.values.language import Language
from eventapp.values.tongues import language_name

HEADS = frozenset({MemberFunction.HEAD, MemberFunction.ALTERNATE_HEAD})

#: When a slot that nobody stamped was last revised: never.
UNSTAMPED = datetime(1970, 1, 1, tzinfo=UTC)


@dataclass(frozen=True)
class Held:
    """A private slot, with what its reader may know of who is there.

    `own` are people of the reader's side who are named; `counterparts` the other delegations,
    and `heads` those of their heads who are named.
    """

    slot: Slot
    is_own: bool
    own: list[Appearance]
    counterparts: list[Delegation]
    heads: list[Member]


def private_entries(owner: Owner) -> list[Entry]:
    """The owner's bilaterals and movements, the earliest first."""
    delegations = [owner.delegation] if owner.delegation else []
    person = owner.participant.person if owner.participant else None
    slots = private_slots(owner.event, delegations=delegations, person=person)
    mine = [slot for slot in slots if _concerns(owner, slot)]
    sent = _delegations_of(mine)
    there = members_of(*sent.values())
    return [_entry(_held(owner, slot, sent, there)) for slot in mine]


def _delegations_of(slots: Iterable[Slot]) -> dict[int, Delegation]:
    """The delegations that these are held for, by id; those that were removed are none."""
    ids = {each.delegation_id for slot in slots for each in slot.delegations}
    query = select(Delegation).where(Delegation.id.in_(ids))
    with_names = joinedload(Delegation.party).joinedload(Party.organisation)
    return {each.id: each for each in db.session.scalars(query.options(with_names))}


def _concerns(owner: Owner, slot: Slot) -> bool:
    """Whether it takes the owner's time.

    A delegation's slots all do. A person's are those that name them: as a member only while they
    belong to one of the slot's delegations. A movement that names nobody of a delegation takes
    all of it along.
    """
    if owner.participant is None:
        return True
    own = [each for each in slot.appearances if each.person_id in owner.people]
    is_held = _is_held_for(owner.delegation, slot)
    if any(is_held or each.role is not Role.MEMBER for each in own if each.state.is_public):
        return True
    members = {member.participant.person_id for member in owner.members}
    names_nobody = not any(each.person_id in members for each in slot.appearances)
    return is_held and names_nobody and isinstance(slot, Movement)


def _is_held_for(delegation: Delegation | None, slot: Slot) -> bool:
    return delegation is not None and any(
        each.delegation_id == delegation.id for each in slot.delegations
    )


def _held(
    owner: Owner, slot: Slot, sent: Mapping[int, Delegation], there: Collection[Member]
) -> Held:
    is_own = _is_held_for(owner.delegation, slot)
    present = {each.person_id for each in slot.appearances if each.state.is_public}
    held_for = [sent[e.delegation_id] for e in slot.delegations if e.delegation_id in sent]
    others = [each for each in held_for if each != owner.delegation]
    ours = {member.participant.person_id for member in owner.members} | owner.people
    return Held(
        slot=slot,
        is_own=is_own,
        own=[each for each in slot.appearances if each.person_id in ours & present],
        counterparts=others,
        heads=[
            member
            for member in there
            if member.delegation in others
            and member.function in HEADS
            and member.participant.person_id in present
        ],
    )


def _entry(held: Held) -> Entry:
    slot = held.slot
    room, venue = place_as_it_stands(slot.room) if slot.room else (None, None)
    is_meeting = isinstance(slot, Bilateral)
    return Entry(
        uid=str(slot.uid),
        kind=EntryKind.MEETING if is_meeting else EntryKind.MOVEMENT,
        title=_meeting_title(held) if is_meeting else _movement_title(held),
        stamp=_stamp(slot),
        state=slot.state,
        span=slot.span,
        room=room,
        venue=venue,
        facts=tuple(fact for fact in _facts(held) if fact.text),
    )


def _stamp(slot: Slot) -> Stamp:
    revised_at = slot.revised_at or UNSTAMPED
    return Stamp(slot.revision or 0, revised_at, slot.first_published_at or revised_at)


def _meeting_title(held: Held) -> PublishedText:
    """`Bilateral meeting: Japan`, from where the reader sits."""
    names = [party_name(each.party, Authority.HOST) for each in held.counterparts]

    def title(language: Language) -> str:
        _ = translator(language)
        kind = _("Bilateral meeting")
        parties = " – ".join(name.text(language).text for name in names)
        return f"{typography.label(kind, language)} {parties}" if parties else kind

    return in_both(title)


def _movement_title(held: Held) -> PublishedText:
    """As the team calls it; a shared one, whose title may name the others: `Transfer: Hotel`."""
    movement = held.slot
    assert isinstance(movement, Movement)  # noqa: S101 - there is no third kind
    if movement.title and held.is_own and not held.counterparts:
        return _as_it_stands(movement.title)
    whither = movement.destination or movement.origin

    def title(language: Language) -> str:
        kind = capitalized(translator(language)(MOVEMENT_KINDS[movement.kind]))
        place = whither.text(language).text
        return f"{typography.label(kind, language)} {place}" if place else kind

    return in_both(title)


def _facts(held: Held) -> Iterator[Fact]:
    slot = held.slot
    if isinstance(slot, Bilateral):
        yield Fact(N_("Opposite"), names_of(member.participant for member in held.heads))
        yield Fact(N_("For us"), _own_people(held))
        yield Fact(N_("Interpretation"), in_both(lambda each: _spoken(slot.languages, each)))
        if held.is_own:
            yield Fact(N_("Topic"), said(slot.topic))
    elif isinstance(slot, Movement):
        yield Fact(N_("Leaving from"), _as_it_stands(slot.origin))
        yield Fact(N_("Going to"), _as_it_stands(slot.destination))
        yield Fact(N_("Transport"), said(slot.transport))
        yield Fact(N_("Contact"), said(slot.contact))
        yield Fact(N_("On board"), _own_people(held))


def _own_people(held: Held) -> PublishedText:
    return said(", ".join(each.person.name for each in held.own))


def _spoken(tags: Iterable[str], language: Language) -> str:
    names = [language_name(tag, language) for tag in tags]
    return capitalized(typography.enumeration(names, language))


def _as_it_stands(text: Bilingual) -> PublishedText:
    return PublishedText(text.fr, text.en) if text else NOTHING

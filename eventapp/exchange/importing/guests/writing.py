"""Brings matched rows into an event: all of them, or none."""

from collections import Counter, defaultdict
from collections.abc import Callable, Mapping, Sequence
from datetime import datetime
from functools import partial
from typing import Any, NamedTuple
from uuid import uuid4

from sqlalchemy import select

from eventapp.delegations.composing import add_member, add_members, change_member
from eventapp.delegations.kinds import MemberFunction
from eventapp.delegations.models import Delegation
from eventapp.events.models import Event
from eventapp.exchange.importing.guests.making import Became, Making
from eventapp.exchange.importing.guests.matching import Matched
from eventapp.exchange.importing.guests.surroundings import Surroundings, people_with
from eventapp.exchange.reading.sheets.columns import Column
from eventapp.exchange.reading.sheets.guests import Fault, Guest
from eventapp.participants.editing import edit_participant
from eventapp.participants.joining import new_participant, snapshot
from eventapp.participants.kinds import ParticipantState
from eventapp.participants.models import Category, Needs, Participant
from eventapp.people.editing import edit_person
from eventapp.people.models import Person
from eventapp.plumbing.database import db
from eventapp.values.bilingual import Bilingual
from eventapp.values.catalogue import N_
from eventapp.values.refusal import Refusal
from eventapp.values.slug import code_of


class Otherwise(NamedTuple):
    """What holds for new participants of whom a row does not say it."""

    category: Category
    state: ParticipantState


class NotImported(Refusal):
    """Nothing was imported, because of these rows."""

    def __init__(self, faults: Sequence[Fault]) -> None:
        super().__init__(N_("Nothing was imported: please look at the rows named below."))
        self.faults = [*faults]


def import_guests(
    event: Event,
    matched: Sequence[Matched],
    otherwise: Otherwise,
    *,
    with_needs: bool,
    now: datetime,
) -> Counter[Became]:
    """Writes what the rows say, and counts it. Raises NotImported with all rows that cannot be.

    What people declare of themselves is taken only `with_needs`. Two imports into one event wait
    for each other.
    """
    db.session.execute(select(Event.id).where(Event.id == event.id).with_for_update())
    taken = [each for each in matched if each.is_taken]
    writer = _Writer(event, otherwise, with_needs, now)
    writer.write(taken, people_with({each.person.id for each in taken if each.person}))
    if writer.faults:
        raise NotImported(writer.faults)
    return writer.became


class _Writer:
    """One pass over the rows."""

    def __init__(self, event: Event, otherwise: Otherwise, with_needs: bool, now: datetime) -> None:
        self.event, self.otherwise, self.with_needs, self.now = event, otherwise, with_needs, now
        self.around = Surroundings(event)
        self.became: Counter[Became] = Counter()
        self.making = Making(self.around, self.became, now)
        self.faults: list[Fault] = []
        self._added = set[Participant]()
        self._changed = set[Participant]()
        self._joining: dict[Delegation, list[tuple[Guest, Participant]]] = defaultdict(list)

    def write(self, taken: Sequence[Matched], people: Mapping[int, Person]) -> None:
        """Participants first and all at once, then what hangs on them."""
        self.making.make_organisations(each.guest.organisation for each in taken)
        came = []
        for each in taken:
            person = people[each.person.id] if each.person else None
            came.append((each.guest, self._participant(each.guest, person)))
        db.session.flush()
        for guest, participant in came:
            self._attempt(guest, partial(self._settle, guest, participant))
        for delegation, arrivals in self._joining.items():
            self._join(delegation, arrivals)
        self.became[Became.ADDED] = len(self._added)
        self.became[Became.CHANGED] = len(self._changed - self._added)
        unchanged = {participant for _guest, participant in came} - self._added - self._changed
        self.became[Became.UNCHANGED] = len(unchanged)

    def _attempt(self, guest: Guest, act: Callable[[], None]) -> None:
        """What may be refused: places, delegations; told by the row."""
        try:
            act()
        except Refusal as refusal:
            heading = Column.DELEGATION if guest.delegation else Column.CATEGORY
            self.faults.append(Fault(guest.row, heading, refusal))

    def _participant(self, guest: Guest, person: Person | None) -> Participant:
        """The participant of the row, who is added where they are none yet."""
        if person is None:
            person = self._new_person(guest)
            former = None
        else:
            former = self.around.participants.get(person.id)
            self._correct(person, guest, is_known_here=former is not None)
        if former is not None and former.removed_at is None:
            return former
        participant = former or new_participant(self.event, person)
        participant.removed_at = None
        for name, value in snapshot(self.event, person).items():
            setattr(participant, name, value)
        participant.category = self._category(guest)
        participant.state = guest.state or self.otherwise.state
        participant.registered_at = self.now
        for name, value in self._said(guest, participant).items():
            setattr(participant, name, value)
        if participant.is_listed:
            participant.consented_at = self.now
        db.session.add(participant)
        self._added.add(participant)
        return participant

    def _settle(self, guest: Guest, participant: Participant) -> None:
        """All that hangs on a participant who is there."""
        self._change(guest, participant)
        self._delegation(guest, participant)
        self._needs(guest, participant)

    def _change(self, guest: Guest, participant: Participant) -> None:
        """What differs of somebody who came already."""
        if participant in self._added:
            return
        said = self._said(guest, participant)
        if guest.category:
            said["category_id"] = self.around.categories[guest.category].id
        if guest.state is not None:
            said["state"] = guest.state
        if any(getattr(participant, name) != value for name, value in said.items()):
            edit_participant(participant, said, now=self.now)
            self._changed.add(participant)

    def _said(self, guest: Guest, old: Participant) -> dict[str, Any]:
        """What the row says of the participant; of a text, in the languages that it has."""
        said: dict[str, Any] = {
            name: merged
            for name in ("honorific", "function", "printed_name")
            if (merged := _over(getattr(old, name), getattr(guest, name)))
        }
        if guest.organisation:
            said["organisation_id"] = self.making.organisation(guest.organisation).id
        if guest.country:
            said["country"] = guest.country
        if guest.languages:
            said["languages"] = guest.languages
        if guest.is_listed is not None:
            said["is_listed"] = guest.is_listed
        return said

    def _new_person(self, guest: Guest) -> Person:
        uid = uuid4()
        organisation = self.making.organisation(guest.organisation) if guest.organisation else None
        person = Person(
            uid=uid,
            code=code_of(uid),
            given_name=guest.given_name,
            family_name=guest.family_name,
            email=guest.email,
            honorific=guest.honorific,
            function=guest.function,
            organisation=organisation,
            organisation_id=organisation.id if organisation else None,
            country=guest.country,
            terms=[],
            **self._of_person(guest),
        )
        db.session.add(person)
        self.became[Became.NEW_PERSON] += 1
        return person

    def _correct(self, person: Person, guest: Guest, *, is_known_here: bool) -> None:
        """What a row says of the person themselves; names only where it is surely their own row."""
        said = self._of_person(guest)
        if guest.email and (is_known_here or not person.email):
            said["email"] = guest.email
        if is_known_here and guest.code:
            said |= {"given_name": guest.given_name, "family_name": guest.family_name}
        if any(getattr(person, name) != value for name, value in said.items()):
            edit_person(person, said, now=self.now)
            if is_known_here:
                self._changed.add(self.around.participants[person.id])

    def _of_person(self, guest: Guest) -> dict[str, Any]:
        said: dict[str, Any] = {}
        if guest.correspondence is not None:
            said["correspondence"] = guest.correspondence
        if guest.gender is not None and self.with_needs:
            said["gender"] = guest.gender
        return said

    def _needs(self, guest: Guest, participant: Participant) -> None:
        if not self.with_needs or not (guest.access or guest.diet):
            return
        needs = self.around.needs.get(participant.id)
        if needs is None:
            needs = Needs(participant_id=participant.id, access="", diet="")
            db.session.add(needs)
        access, diet = guest.access or needs.access, guest.diet or needs.diet
        if (needs.access, needs.diet) != (access, diet):
            needs.access, needs.diet = access, diet
            participant.touch(self.now)
            self._changed.add(participant)

    def _category(self, guest: Guest) -> Category:
        return self.around.categories.get(guest.category) or self.otherwise.category

    def _delegation(self, guest: Guest, participant: Participant) -> None:
        """Makes the participant a member of the delegation that the row names."""
        if not guest.delegation:
            return
        delegation = self.making.delegation(guest.delegation)
        member = self.around.members.get(participant.id)
        if member is None:
            self._joining[delegation].append((guest, participant))
        elif member.delegation_id != delegation.id:
            self._add_member(delegation, guest, participant)
        elif guest.member_function and member.function is not guest.member_function:
            change_member(member, {"function": guest.member_function}, now=self.now)
            self._changed.add(participant)

    def _join(self, delegation: Delegation, arrivals: list[tuple[Guest, Participant]]) -> None:
        """All at once where they fit; else one by one, to say for whom there is no place."""
        functions = [(each, _function(guest)) for guest, each in arrivals]
        if add_members(delegation, functions) is None:
            for guest, each in arrivals:
                self._attempt(guest, partial(self._add_member, delegation, guest, each))
            return
        for _guest, each in arrivals:
            if each not in self._added:
                each.touch(self.now)
                self._changed.add(each)

    def _add_member(self, delegation: Delegation, guest: Guest, participant: Participant) -> None:
        add_member(delegation, participant, _function(guest), now=self.now)
        self._changed.add(participant)


def _function(guest: Guest) -> MemberFunction:
    return guest.member_function or MemberFunction.DELEGATE


def _over(old: Bilingual | None, new: Bilingual) -> Bilingual:
    """The new text in the languages that it has, the old one in the other."""
    before = old or Bilingual()
    return Bilingual(new.fr or before.fr, new.en or before.en)

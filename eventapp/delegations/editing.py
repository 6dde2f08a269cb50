"""Making, changing and removing parties and delegations, and taking their steps."""

from collections.abc import Iterable, Mapping
from datetime import datetime
from typing import Any

from sqlalchemy import select

from eventapp.delegations.counting import demand_quotas, lock
from eventapp.delegations.facts import DelegationRemoved
from eventapp.delegations.kinds import DelegationState
from eventapp.delegations.models import Delegation, Member, Party, Quota
from eventapp.delegations.naming import called, party_called_by_host
from eventapp.delegations.queries import head_of
from eventapp.delegations.standing import Lack, is_gone, lacks, next_state, state_before
from eventapp.events.models import Event
from eventapp.history.saving import rewrite
from eventapp.participants.kinds import PaperKind
from eventapp.participants.models import Category
from eventapp.participants.papers import papers_of
from eventapp.plumbing.database import db
from eventapp.plumbing.facts import announce
from eventapp.values.catalogue import N_
from eventapp.values.language import Language
from eventapp.values.refusal import Refusal
from eventapp.values.slug import unused_code

Values = Mapping[str, Any]


def add_party(values: Values) -> Party:
    """A new party. Raises Refusal where its country is one already."""
    _demand_new_country(values.get("country", ""))
    party = Party(**values)
    db.session.add(party)
    db.session.flush()
    return party


def edit_party(party: Party, values: Values, *, now: datetime) -> Party:
    """Changes a party."""
    if values.get("country", party.country) != party.country:
        _demand_new_country(values["country"])
    rewrite(party, values, now=now)
    return party


def remove_party(party: Party, *, now: datetime) -> None:
    """Removes a party. Raises Refusal where it sends a delegation to any event."""
    query = select(Event).join(Delegation, Delegation.event_id == Event.id)
    event = db.session.scalars(query.where(Delegation.party_id == party.id).limit(1)).first()
    if event is not None:
        raise Refusal(
            N_("%(party)s still sends a delegation: %(event)s."),
            party=party_called_by_host(party),
            event=event.title,
        )
    party.removed_at = now
    party.touch(now)


def add_delegations(event: Event, sent_by: Iterable[Party]) -> list[Delegation]:
    """A delegation of each party, invited; those that have one already are left alone."""
    query = select(Delegation).where(Delegation.event_id == event.id)
    known = db.session.scalars(query.execution_options(include_removed=True)).all()
    taken = {each.code for each in known}
    there = {each.party_id for each in known if each.removed_at is None}
    added = []
    for party in sent_by:
        if party.id not in there:
            added.append(_delegation(event, party, taken))
            taken.add(added[-1].code)
    db.session.add_all(added)
    db.session.flush()
    return added


def edit_delegation(
    delegation: Delegation, values: Values, quotas: Mapping[Category, int | None], *, now: datetime
) -> Delegation:
    """Changes a delegation and its own quotas, where None is none of its own.

    Raises Refusal for a quota that more people are named for than it lets come.
    """
    lock(delegation)
    rewrite(delegation, values, now=now)
    if _set_quotas(delegation, quotas):
        delegation.touch(now)
        demand_quotas(delegation)
    return delegation


def remove_delegation(delegation: Delegation, *, now: datetime) -> None:
    """Removes a delegation. Raises Refusal while somebody belongs to it."""
    lock(delegation)
    query = select(Member).where(Member.delegation_id == delegation.id).limit(1)
    member = db.session.scalars(query).first()
    if member is not None:
        raise Refusal(
            N_("%(person)s still belongs to the delegation: %(party)s."),
            person=member.recorded_as,
            party=called(delegation),
        )
    announce(DelegationRemoved(delegation))
    delegation.removed_at = now
    delegation.touch(now)


def step_forward(delegation: Delegation, to: DelegationState, *, now: datetime) -> None:
    """Takes the next step. Raises Refusal where something is missing for it, or it is another's."""
    lock(delegation)
    if next_state(delegation.state) is not to:
        raise Refusal(N_("Somebody took this step meanwhile."))
    demand_nothing_lacks(delegation, to)
    delegation.state = to
    delegation.touch(now)


def step_back(delegation: Delegation, to: DelegationState, *, now: datetime) -> None:
    """Takes the last step back."""
    lock(delegation)
    if state_before(delegation.state) is not to:
        raise Refusal(N_("Somebody took this step meanwhile."))
    delegation.state = to
    delegation.touch(now)


def demand_nothing_lacks(delegation: Delegation, state: DelegationState) -> None:
    """Raises Refusal for the first thing that the delegation lacks to be in that state."""
    demand_quotas(delegation)
    head = head_of(delegation)
    missing = lacks(
        state,
        has_head=head is not None and not is_gone(head.participant.state),
        is_within_quotas=True,
        has_credentials=has_credentials(delegation),
    )
    for lack in missing[:1]:
        message = {
            Lack.HEAD: N_("%(party)s: a head of delegation is needed first."),
            Lack.CREDENTIALS: N_("%(party)s: the credentials are needed first, or their date."),
        }[lack]
        raise Refusal(message, party=called(delegation))


def has_credentials(delegation: Delegation) -> bool:
    """Whether its letter is there, or is known to be."""
    letters = papers_of(delegation.event_id, delegation.uid, PaperKind.CREDENTIALS)
    return delegation.credentials_on is not None or bool(letters)


def _delegation(event: Event, party: Party, taken: set[str]) -> Delegation:
    name = party.country or party_called_by_host(party).text(Language.EN).text
    return Delegation(event=event, party=party, code=unused_code(name, taken, "delegation"))


def _set_quotas(delegation: Delegation, quotas: Mapping[Category, int | None]) -> bool:
    held = {each.category_id: each for each in delegation.quotas}
    before = {number: each.most for number, each in held.items()}
    for category, most in quotas.items():
        quota = held.get(category.id)
        if quota is None and most is not None:
            delegation.quotas.append(Quota(category=category, most=most))
        elif quota is not None and most is None:
            delegation.quotas.remove(quota)
        elif quota is not None and most is not None:
            quota.most = most
    db.session.flush()
    return before != {each.category_id: each.most for each in delegation.quotas}


def _demand_new_country(country: str) -> None:
    query = select(Party).where(Party.country == country).limit(1)
    party = db.session.scalars(query).first() if country else None
    if party is not None:
        raise Refusal(
            N_("This country is a party already: %(party)s."), party=party_called_by_host(party)
        )

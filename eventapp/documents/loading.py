"""From rows to what papers print: the event, and everybody who takes part."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import cast

from sqlalchemy import select
from sqlalchemy.orm import contains_eager, joinedload

from eventapp.agenda.published import PublishedEvent
from eventapp.agenda.reading import dates_of
from eventapp.delegations.functions import function_names
from eventapp.delegations.kinds import MemberFunction, PartyKind
from eventapp.delegations.models import Delegation, Member
from eventapp.documents.imprint import Imprint
from eventapp.documents.roster import PrintedCategory, PrintedParty, PrintedPerson, Roster
from eventapp.documents.variants import Choice, Paper
from eventapp.events.models import Event
from eventapp.participants.kinds import ParticipantState
from eventapp.participants.models import Category, Participant, Policy
from eventapp.participants.printing import printed
from eventapp.people.models import Person
from eventapp.planning.precedence import ListKind
from eventapp.plumbing.database import db
from eventapp.plumbing.settings import in_force
from eventapp.protocol.orders import OfficialList, official_list
from eventapp.registration.queries import is_shown, policy_in_force
from eventapp.values.bilingual import Bilingual
from eventapp.values.collation import sort_key
from eventapp.values.language import Language
from eventapp.values.pseudonyms import NOBODY
from eventapp.values.territories import country_name

MEMBER_ORDER = list(MemberFunction)
NO_RANK = 10_000


def imprint_of(event: Event, choice: Choice, paper: Paper, *, now: datetime) -> Imprint:
    """What a paper of this event says of itself."""
    # The event's own row knows what its published head does.
    head = cast(PublishedEvent, event)
    return Imprint(
        slug=event.slug,
        title=event.title,
        dates=Bilingual(*(dates_of(head, language) for language in Language)),
        zone=event.zone,
        organisation=in_force().organisation,
        languages=event.order.languages if choice is Choice.BOTH else (Language(choice.value),),
        paper=paper,
        made_at=now.replace(microsecond=0),
    )


def roster_of(event: Event, kind: ListKind = ListKind.PARTICIPANTS) -> Roster:
    """Everybody whose registration is confirmed, parties in the official order of that kind."""
    official, there = official_list(event, kind), confirmed(event)
    members = _members(event, there)
    at_home = {member.participant_id for each in members.values() for member in each}
    policy = policy_in_force(event.id)
    others = [each for each in there if each.id not in at_home]
    return Roster(
        event=(event.title.fr, event.title.en, f"{event.starts_on}/{event.ends_on}"),
        parties=tuple(
            _party(delegation, members[delegation.id], official, policy)
            for delegation in official.delegations
        ),
        categories=tuple(_categories(event, others, policy)),
        rule=official.footnote,
        is_final=official.is_final,
    )


def confirmed(event: Event) -> list[Participant]:
    """All who take part and were not erased, with what is printed of them."""
    query = (
        select(Participant)
        .join(Participant.person)
        .where(
            Participant.event_id == event.id,
            Participant.state == ParticipantState.CONFIRMED,
            Person.family_name != NOBODY,
        )
        .options(contains_eager(Participant.person), joinedload(Participant.organisation))
        .order_by(Participant.id)
    )
    return [*db.session.scalars(query)]


def _members(event: Event, there: Sequence[Participant]) -> Mapping[int, list[Member]]:
    """The members of each delegation who take part, the head first."""
    known = {each.id for each in there}
    query = select(Member).join(Member.delegation).where(Delegation.event_id == event.id)
    found: dict[int, list[Member]] = defaultdict(list)
    for member in db.session.scalars(query):
        if member.participant_id in known:
            found[member.delegation_id].append(member)
    for each in found.values():
        each.sort(key=lambda member: _place(member, event))
    return found


def _place(member: Member, event: Event) -> tuple[object, ...]:
    """By function, by rank, as somebody has ordered them, by name."""
    person, language = member.participant.person, event.order.languages[0]
    rank = NO_RANK if person.rank is None else person.rank
    name = sort_key(person.sorts_as(language), language)
    return MEMBER_ORDER.index(member.function), rank, member.position, name


def _party(
    delegation: Delegation,
    members: Sequence[Member],
    official: OfficialList,
    policy: Policy | None,
) -> PrintedParty:
    return PrintedParty(
        code=delegation.code,
        name=official.name_of(delegation),
        formal=official.name_of(delegation, is_formal=True),
        is_organisation=delegation.party.kind is PartyKind.ORGANISATION,
        people=tuple(_person(member.participant, policy, _capacity(member)) for member in members),
    )


def _capacity(member: Member) -> Bilingual:
    agreement = member.participant.person.agreement
    return function_names(member.function, agreement, in_force().inclusive_style)


def _categories(
    event: Event, others: Sequence[Participant], policy: Policy | None
) -> list[PrintedCategory]:
    """All categories; in each, by name, those who belong to no delegation."""
    rows = db.session.scalars(
        select(Category)
        .where(Category.event_id == event.id)
        .order_by(Category.position, Category.id)
        .execution_options(include_removed=True)
    )
    language = event.order.languages[0]
    people: dict[int, list[PrintedPerson]] = defaultdict(list)
    for each in sorted(others, key=lambda each: sort_key(each.person.sorts_as(language), language)):
        people[each.category_id].append(_person(each, policy))
    return [PrintedCategory(row.code, row.name, row.colour, tuple(people[row.id])) for row in rows]


def _person(
    participant: Participant, policy: Policy | None, capacity: Bilingual | None = None
) -> PrintedPerson:
    both = [printed(participant, language) for language in Language]
    country = participant.country
    return PrintedPerson(
        uid=str(participant.uid),
        code=participant.code,
        name=Bilingual(*(each.name for each in both)),
        honorific=Bilingual(*(each.honorific.text for each in both)),
        function=Bilingual(*(each.function.text for each in both)),
        organisation=Bilingual(*(each.organisation.text for each in both)),
        country=Bilingual(*(country_name(country, language) for language in Language))
        if country
        else Bilingual(),
        capacity=capacity or Bilingual(),
        category=participant.category.code,
        languages=participant.languages,
        is_listed=is_shown(participant, policy),
    )

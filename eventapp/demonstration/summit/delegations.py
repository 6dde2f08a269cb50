"""The summit's delegations, their members and everybody else who comes."""

from collections.abc import Iterator
from datetime import date, datetime, timedelta
from random import Random
from uuid import UUID

from eventapp.delegations.kinds import DelegationState, MemberFunction, PartyKind
from eventapp.delegations.models import Delegation, Member, Party
from eventapp.demonstration.drafting import uid
from eventapp.demonstration.summit.coming import POLICY
from eventapp.demonstration.summit.naming import (
    COUNTRIES,
    HEADS,
    ORGANISATIONS,
    OTHERS,
    Function,
    Name,
    wording,
)
from eventapp.events.kinds import Sector
from eventapp.events.models import Event
from eventapp.participants.models import Category, Participant
from eventapp.people.kinds import Correspondence
from eventapp.people.models import Organisation, Person
from eventapp.values.bilingual import Bilingual
from eventapp.values.slug import code_of

CATEGORIES = {
    "delegate": Bilingual("Délégation officielle", "Delegate"),
    "expert": Bilingual("Experte ou expert", "Expert"),
    "speaker": Bilingual("Conférencière ou conférencier", "Speaker"),
    "observer": Bilingual("Observation", "Observer"),
    "press": Bilingual("Presse", "Press"),
    "staff": Bilingual("Équipe", "Staff"),
    "guest": Bilingual("Invitée ou invité", "Guest"),
}
EXCELLENCY = Bilingual("Son Excellence", "Her Excellency")
EXCELLENCY_M = Bilingual("Son Excellence", "His Excellency")


def parties(slug: str) -> list[Party]:
    """Countries, the host first, then organizations."""
    states = [
        Party(
            uid=uid(slug, "party", code),
            kind=PartyKind.STATE,
            country=code,
            acceded_on=date(2020, 6, 15) + timedelta(days=30 * (number % 9)),
        )
        for number, code in enumerate(COUNTRIES)
    ]
    organisations = [
        Party(
            uid=uid(slug, "party", name.en),
            kind=PartyKind.ORGANISATION,
            organisation=Organisation(name=name, sector=Sector.INTERNATIONAL_ORGANISATION),
            short_name=name,
        )
        for name in ORGANISATIONS
    ]
    return states + organisations


def categories(event: Event) -> dict[str, Category]:
    """The usual ones; a delegation may send twelve delegates and two of the press."""
    most = {"delegate": 12, "press": 2}
    return {
        code: Category(
            event_id=event.id,
            code=code,
            name=name,
            colour=position,
            position=position,
            is_offered=code in {"observer", "press", "expert"},
            needs_approval=code == "press",
            delegation_quota=most.get(code),
        )
        for position, (code, name) in enumerate(CATEGORIES.items())
    }


def delegations(event: Event, sent_by: list[Party], now: datetime) -> list[Delegation]:
    """One of each party, none of them as far as the next."""
    steps = list(DelegationState)[1:5]
    return [
        Delegation(
            uid=uid(event.slug, "delegation", str(number)),
            event=event,
            party=party,
            code=(party.country or f"org{number}").lower(),
            state=steps[number % 4],
            correspondence=list(Correspondence)[number % 3],
            email=f"delegation-{number}@example.org",
            telephone=f"+1 514 555-{100 + number:04}",
            credentials_on=(now - timedelta(days=60 - number)).date() if number % 4 else None,
        )
        for number, party in enumerate(sent_by)
    ]


def members(
    delegation: Delegation,
    size: int,
    category: Category,
    *,
    called: Iterator[Name],
    chance: Random,
    now: datetime,
) -> list[Member]:
    """So many members, the head first."""
    functions = [MemberFunction.HEAD, MemberFunction.ALTERNATE_HEAD, MemberFunction.DELEGATE]
    functions += [MemberFunction.ADVISER] * size
    country = delegation.party.country
    return [
        Member(
            delegation=delegation,
            participant=participant(
                delegation.event,
                person(next(called), chance.choice(HEADS if place == 0 else OTHERS), country),
                category,
                now,
            ),
            function=functions[place],
            position=place,
            in_post_since=date(2019, 1, 1) + timedelta(days=chance.randrange(2_000)),
        )
        for place in range(size)
    ]


def person(name: Name, function: Function, country: str) -> Person:
    """Somebody of that function; whoever outranks a director is an Excellency."""
    identity = uid("summit", "person", name.given, name.family)
    is_high = function.rank is not None and function.rank <= 6
    excellency = EXCELLENCY if name.gender == "woman" else EXCELLENCY_M
    return Person(
        uid=identity,
        code=code_of(identity),
        given_name=name.given,
        family_name=name.family,
        honorific=excellency if is_high else Bilingual(),
        function=wording(function, name.agreement),
        country=country,
        email=f"{code_of(identity)}@example.org",
        gender=name.gender,
        agreement=name.agreement,
        rank=function.rank,
        biography=Bilingual(
            "Personne fictive de la démonstration.", "A made-up person of the demonstration."
        ),
    )


def participant(event: Event, who: Person, category: Category, now: datetime) -> Participant:
    """The person in the event, as they are now."""
    identity: UUID = uid(event.slug, "participant", str(who.uid))
    return Participant(
        uid=identity,
        code=code_of(identity),
        event=event,
        person=who,
        category=category,
        honorific=who.honorific,
        function=who.function,
        country=who.country,
        languages=("fr", "en") if who.country in {"CA", "FR", "CI", "SN", "CM"} else ("en",),
        is_listed=identity.int % 3 == 0,
        consented_at=now,
        policy=POLICY,
        registered_at=now,
    )

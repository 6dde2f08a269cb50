"""Delegations and their members as pages show them."""

from collections.abc import Sequence
from typing import NamedTuple

from eventapp.delegations import labels
from eventapp.delegations.counting import Count, counts_in
from eventapp.delegations.functions import function_name
from eventapp.delegations.kinds import MemberFunction
from eventapp.delegations.models import Delegation, Member
from eventapp.delegations.naming import called
from eventapp.delegations.queries import delegations_of, in_order, members_of
from eventapp.delegations.standing import is_gone, lacks
from eventapp.events.models import Event
from eventapp.participants.kinds import PaperKind, ParticipantState
from eventapp.participants.labels import participant_state
from eventapp.participants.models import Participant
from eventapp.participants.papers import owners
from eventapp.plumbing.settings import in_force
from eventapp.values.bilingual import Wording
from eventapp.values.language import Language


class MemberLine(NamedTuple):
    """A member: what they are in the delegation, what they are at home, and as what they come.

    `state` says where they stand, unless they are confirmed.
    """

    code: str
    name: str
    function: str
    office: Wording
    category: Wording
    state: str
    is_head: bool
    represents: str


class Standing(NamedTuple):
    """A delegation in a list: how far it is and what it lacks there."""

    delegation: Delegation
    name: Wording
    state: str
    head: str
    members: int
    counts: Sequence[Count]
    lacks: Sequence[str]


def lines_of(delegation: Delegation, language: Language) -> list[MemberLine]:
    """The delegation's members, the head first."""
    return [_line(member, language) for member in members_of(delegation)]


def standings(event: Event, language: Language) -> list[Standing]:
    """Where each delegation of the event stands, in the reader's order."""
    counts, credited = counts_in(event), owners(event.id, PaperKind.CREDENTIALS)
    return [
        standing(
            each,
            language,
            counts[each.id],
            has_credentials=each.credentials_on is not None or each.uid in credited,
        )
        for each in delegations_of(event, language)
    ]


def standing(
    delegation: Delegation, language: Language, counts: Sequence[Count], *, has_credentials: bool
) -> Standing:
    """Where the delegation stands; it and its members are loaded."""
    members = in_order(delegation.members)
    head = next((each for each in members if each.function is MemberFunction.HEAD), None)
    missing = lacks(
        delegation.state,
        has_head=head is not None and not is_gone(head.participant.state),
        is_within_quotas=not any(each.is_over for each in counts),
        has_credentials=has_credentials,
    )
    return Standing(
        delegation,
        called(delegation).text(language),
        labels.delegation_state(delegation.state, language),
        name_of(head.participant, language) if head else "",
        len(members),
        [each for each in counts if each.most is not None or each.taken],
        [labels.lack(each, language) for each in missing],
    )


def name_of(participant: Participant, language: Language) -> str:
    """The participant's name, as this event prints it."""
    return participant.printed_name.text(language).text or participant.person.name


def _line(member: Member, language: Language) -> MemberLine:
    participant, represented = member.participant, member.stands_in_for
    is_confirmed = participant.state is ParticipantState.CONFIRMED
    return MemberLine(
        participant.code,
        name_of(participant, language),
        function_name(
            member.function, participant.person.agreement, language, in_force().inclusive_style
        ),
        participant.function.text(language),
        participant.category.name.text(language),
        "" if is_confirmed else participant_state(participant.state, language),
        member.function is MemberFunction.HEAD,
        name_of(represented.participant, language) if represented else "",
    )

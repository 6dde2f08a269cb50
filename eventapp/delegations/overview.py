"""What the overview of an event says of its delegations, and the first page of one's own."""

from collections import Counter

from flask import url_for

from eventapp.accounts.guarding import rights_in
from eventapp.accounts.models import Account
from eventapp.accounts.rights import Right
from eventapp.delegations.kinds import DelegationState
from eventapp.delegations.labels import delegation_state
from eventapp.delegations.listing import standings
from eventapp.delegations.naming import called
from eventapp.delegations.queries import delegations_for
from eventapp.events.models import Event
from eventapp.events.overview import Card
from eventapp.values.catalogue import N_, translator
from eventapp.values.language import Language


def card(event: Event, language: Language) -> Card | None:
    """How many delegations are how far, those that lack something first."""
    rows = standings(event, language) if Right.PROTOCOL in rights_in(event) else []
    if not rows:
        return None
    states = Counter(row.delegation.state for row in rows)
    missing = Counter(lack for row in rows for lack in row.lacks)
    return Card(
        heading=translator(language)(N_("Delegations")),
        address=url_for("delegations.delegations", event=event.slug),
        urgent=[_line(words, number, language) for words, number in missing.items()],
        lines=[
            _line(delegation_state(state, language), states[state], language)
            for state in DelegationState
            if states[state]
        ],
    )


def mine(account: Account, language: Language) -> Card | None:
    """The delegations that the account works for, if for any."""
    accesses = delegations_for(account, language)
    if not accesses:
        return None
    return Card(
        heading=translator(language)(N_("My delegations")),
        address=url_for("liaison.home"),
        lines=[called(each.delegation).text(language).text for each in accesses],
    )


def _line(words: str, number: int, language: Language) -> str:
    said = translator(language)(N_("%(what)s: %(number)s"))
    return said % {"what": words[:1].upper() + words[1:], "number": number}

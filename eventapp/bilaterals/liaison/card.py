"""What a delegation's page says of its meetings."""

from flask import url_for

from eventapp.bilaterals.kinds import BilateralState
from eventapp.bilaterals.liaison.pages import has_agreed
from eventapp.bilaterals.queries import meetings_of
from eventapp.delegations.models import Delegation
from eventapp.events.overview import Card
from eventapp.values.catalogue import counted, translator
from eventapp.values.language import Language


def way(delegation: Delegation, language: Language) -> Card:
    """How many meetings are open, and how many wait for an answer."""
    rows = [each for each in meetings_of(delegation) if each.standing.is_open]
    waiting = [
        each
        for each in rows
        if each.standing is BilateralState.PROPOSED and not has_agreed(each, delegation)
    ]
    said = counted(
        "%(num)s meeting waits for your answer",
        "%(num)s meetings wait for your answer",
        len(waiting),
        language,
    )
    return Card(
        heading=translator(language)("Bilateral meetings"),
        address=url_for("meetings.listing", event=delegation.event.slug, code=delegation.code),
        lines=[counted("%(num)s open meeting", "%(num)s open meetings", len(rows), language)],
        urgent=[said] if waiting else [],
    )

"""What the overview of an event says of its meetings."""

from flask import url_for

from eventapp.accounts.guarding import rights_in
from eventapp.accounts.rights import Right
from eventapp.bilaterals.queries import meetings
from eventapp.events.models import Event
from eventapp.events.overview import Card
from eventapp.values.catalogue import counted, translator
from eventapp.values.language import Language


def card(event: Event, language: Language) -> Card | None:
    """How many meetings are open, and how many of them have no time yet."""
    if Right.PROTOCOL not in rights_in(event):
        return None
    rows = [each for each in meetings(event) if each.standing.is_open]
    if not rows:
        return None
    waiting = sum(each.span is None for each in rows)
    said = counted(
        "%(num)s meeting without a time", "%(num)s meetings without a time", waiting, language
    )
    return Card(
        heading=translator(language)("Bilateral meetings"),
        address=url_for("bilaterals.listing", event=event.slug),
        lines=[counted("%(num)s open meeting", "%(num)s open meetings", len(rows), language)],
        urgent=[said] if waiting else [],
    )

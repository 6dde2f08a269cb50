"""What a delegation's page says of its agenda."""

from datetime import UTC, datetime

from flask import url_for

from eventapp.delegations.models import Delegation
from eventapp.events.overview import Card
from eventapp.itineraries.loading import itinerary_of
from eventapp.itineraries.owners import of_delegation
from eventapp.itineraries.reading import OwnReading
from eventapp.values import typography
from eventapp.values.catalogue import translator
from eventapp.values.language import Language


def way(delegation: Delegation, language: Language) -> Card:
    """What the delegation does now and next."""
    _ = translator(language)
    own = OwnReading(itinerary_of(of_delegation(delegation)), language)
    moment = own.at(datetime.now(UTC))
    lines = [
        f"{typography.label(own.day_and_hours(entry), language)} {own.title(entry)}"
        for entry in (*moment.now, *moment.following)
    ]
    return Card(
        _("Agenda of the delegation"),
        url_for("liaison_agenda.agenda", event=delegation.event.slug, code=delegation.code),
        lines or [_("Nothing more is to come.")],
    )

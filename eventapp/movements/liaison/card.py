"""What a delegation's page says of its movements."""

from flask import url_for

from eventapp.delegations.models import Delegation
from eventapp.events.overview import Card
from eventapp.movements.queries import settled_of
from eventapp.values.catalogue import NN_, counted, translator
from eventapp.values.language import Language

SETTLED = NN_("%(num)s movement settled", "%(num)s movements settled")


def way(delegation: Delegation, language: Language) -> Card:
    """How many are settled."""
    return Card(
        heading=translator(language)("Movements"),
        address=url_for("journeys.movements", event=delegation.event.slug, code=delegation.code),
        lines=[counted(*SETTLED, len(settled_of(delegation)), language)],
    )

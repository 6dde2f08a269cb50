"""One's own agenda as PDF: set for its one reader, and kept nowhere."""

from datetime import UTC, datetime

import msgspec
from flask import Blueprint, Response, request

from eventapp.documents import typesetting
from eventapp.documents.itinerary import OwnDocument
from eventapp.documents.kept import one_at_a_time
from eventapp.documents.variants import variant_of
from eventapp.itineraries.itinerary import Itinerary
from eventapp.itineraries.loading import itinerary_of
from eventapp.itineraries.own.pages import by_secret
from eventapp.itineraries.owners import owner_at
from eventapp.plumbing.limits import limiter
from eventapp.plumbing.pages import site
from eventapp.plumbing.settings import in_force
from eventapp.plumbing.web import confidential
from eventapp.values.language import Language

blueprint = Blueprint("own_paper", __name__)


@blueprint.get("/<language:language>/<slug:event>/own/<string(length=43):token>.pdf")
@limiter.limit("60 per hour", key_func=by_secret)
def agenda(language: Language, event: str, token: str) -> Response:
    """The agenda of a participant or of a delegation, in the languages and on the paper asked."""
    owner, _ = owner_at(event, token)
    return pdf_of(itinerary_of(owner), language)


def pdf_of(itinerary: Itinerary, language: Language) -> Response:
    """The agenda as it stands now. One is set at a time, as all documents are."""
    variant = variant_of(request.args, language=language, agenda=itinerary.agenda)
    document = OwnDocument(
        itinerary=itinerary,
        choice=variant.choice,
        paper=variant.paper,
        organisation=in_force().organisation,
        address=site().partition("://")[2],
        made_at=datetime.now(UTC).replace(microsecond=0),
    )
    job = {
        "template": "itinerary.typ",
        "made_at": document.made_at,
        "data": document.data(),
    }
    with one_at_a_time(in_force().data / "documents"):
        made = typesetting.typeset(msgspec.json.encode(job))
    response = confidential(made, content_type="application/pdf")
    response.headers["Content-Disposition"] = f'inline; filename="{document.filename}"'
    return response

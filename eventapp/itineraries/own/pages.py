"""The page of one's own agenda. The address is the key: no account, no cookie."""

from datetime import UTC, datetime

from flask import Blueprint, Response, redirect, render_template, request, url_for
from werkzeug.wrappers import Response as AnyResponse

from eventapp.accounts.tokens import hash_of
from eventapp.itineraries import loading, looks
from eventapp.itineraries.own.showing import calendars_of, shown
from eventapp.itineraries.owners import Owner, owner_at, owner_of, participant_of
from eventapp.participants.addresses import address_behind
from eventapp.participants.kinds import AddressPurpose, ParticipantState
from eventapp.plumbing.database import unit_of_work
from eventapp.plumbing.limits import limiter
from eventapp.plumbing.origins import refuse_other_sites
from eventapp.plumbing.web import confidential, found
from eventapp.values.language import Language

blueprint = Blueprint("own", __name__)

EVENT = "/<language:language>/<slug:event>"
SECRET = f"{EVENT}/own/<string(length=43):token>"

#: Who waits for something may still see how their registration stands.
OPEN = (ParticipantState.INVITED, ParticipantState.PENDING, ParticipantState.WAITING)


def by_secret() -> str:
    """Counts for one agenda, since all guests of a summit may share an address of the network."""
    return hash_of(str((request.view_args or {}).get("token", "")))


@blueprint.get(SECRET)
def page(language: Language, event: str, token: str) -> AnyResponse:
    """What the owner has to do, what changed of it, and how to take it along."""
    address = found(address_behind(event, token, AddressPurpose.PAGE))
    owner = owner_of(address)
    if owner is None:
        participant = found(participant_of(address))
        found(participant.state in OPEN or None)
        return to_secret_page(f"/{language}/{event}/own/{token}/registration")
    return confidential(_page(owner, language, token))


@blueprint.post(f"{SECRET}/seen")
@limiter.limit("120 per hour", key_func=by_secret)
def seen(language: Language, event: str, token: str) -> AnyResponse:
    """Keeps the agenda as seen: what changes from now on is told."""
    refuse_other_sites()
    with unit_of_work():
        owner, _ = owner_at(event, token)
        looks.keep_look(owner, loading.itinerary_of(owner), now=datetime.now(UTC))
    return to_secret_page(url_for("own.page", language=language, event=event, token=token))


def to_secret_page(address: str) -> Response:
    """See Other, kept by nobody and named to nobody: the address may be a secret."""
    response = redirect(address, 303)
    response.headers["Cache-Control"] = "no-store"
    response.headers["Referrer-Policy"] = "no-referrer"
    return response  # type: ignore[return-value]


def _page(owner: Owner, language: Language, token: str) -> str:
    now = datetime.now(UTC)
    look = looks.last_look(owner)
    itinerary = loading.itinerary_of(owner)
    return render_template(
        "itineraries/own.html",
        **shown(itinerary, language, now),
        base=url_for("own.page", language=language, event=owner.event.slug, token=token),
        look=look,
        news=looks.news_for(look, itinerary, language),
        calendars=calendars_of(owner, language),
        has_registration=owner.participant is not None,
    )

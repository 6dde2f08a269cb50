"""The calendar of somebody's own agenda, at a secret address apart from the agenda's page.

Its languages are those that the address was made for. What its owner may know is asked at every
fetch: who does not take part any more, or whose address was ended, is answered as any stranger.
"""

from typing import NamedTuple

from flask import Blueprint, Response, render_template
from werkzeug.exceptions import NotFound

from eventapp.calendars.itineraries import own_feed
from eventapp.calendars.offers import Offer
from eventapp.calendars.site import CALENDAR, site_in
from eventapp.itineraries.loading import itinerary_of
from eventapp.itineraries.own.showing import BOTH
from eventapp.itineraries.owners import Owner, owner_of
from eventapp.itineraries.reading import OwnReading
from eventapp.participants.addresses import address_behind
from eventapp.participants.kinds import AddressPurpose
from eventapp.plumbing.pages import absolute
from eventapp.plumbing.web import confidential, found, revalidated
from eventapp.values.language import Language

EVENT = "/<language:language>/<slug:event>"
TOKEN = "<string(length=43):token>"  # noqa: S105 - a part of an address, and no secret

blueprint = Blueprint("own_calendar", __name__)


class Calendar(NamedTuple):
    """Whose calendar an address is, and in which language; with `both`, titles are in two."""

    owner: Owner
    language: Language
    both: bool


@blueprint.get(f"{EVENT}/own/{TOKEN}.ics")
def calendar(language: Language, event: str, token: str) -> Response:
    """The feed. An address made for one language is none in the other."""
    asked = _calendar_at(event, token)
    if asked.language is not language:
        raise NotFound
    body = own_feed(
        itinerary_of(asked.owner),
        language,
        site_in(language),
        address=absolute("own_calendar.calendar", language=language, event=event, token=token),
        page=absolute("agenda.event", language=language, event=event),
        both=asked.both,
    )
    response = revalidated(body, content_type=CALENDAR)
    response.headers["Content-Disposition"] = f'inline; filename="{event}-my-agenda.ics"'
    return response


@blueprint.get(f"{EVENT}/own/calendar/{TOKEN}")
def page(language: Language, event: str, token: str) -> Response:
    """How to take the calendar into an application; it leads to nothing else of its owner's."""
    asked = _calendar_at(event, token)
    address = absolute("own_calendar.calendar", language=asked.language, event=event, token=token)
    body = render_template(
        "itineraries/calendar.html",
        own=OwnReading(itinerary_of(asked.owner), language),
        offers=[Offer(asked.language, address, both=asked.both)],
    )
    return confidential(body)


def _calendar_at(event: str, token: str) -> Calendar:
    """404 alike for a wrong address, one that was ended, and one whose owner is gone."""
    address = found(address_behind(event, token, AddressPurpose.CALENDAR))
    owner = found(owner_of(address))
    if address.languages == BOTH:
        return Calendar(owner, owner.event.order.languages[0], both=True)
    return Calendar(owner, Language(address.languages), both=False)

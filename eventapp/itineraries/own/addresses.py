"""Calendar addresses of one's own: made, renewed and ended apart from the page's."""

from datetime import UTC, datetime

from flask import request, url_for
from werkzeug.exceptions import BadRequest
from werkzeug.wrappers import Response as AnyResponse

from eventapp.itineraries.own.pages import SECRET, blueprint, by_secret, to_secret_page
from eventapp.itineraries.own.showing import BOTH
from eventapp.itineraries.owners import owner_at
from eventapp.participants.addresses import make_address, revoke_addresses
from eventapp.participants.kinds import AddressPurpose
from eventapp.plumbing.database import unit_of_work
from eventapp.plumbing.limits import limiter
from eventapp.plumbing.origins import refuse_other_sites
from eventapp.values.language import Language


@blueprint.post(f"{SECRET}/calendar")
@limiter.limit("60 per hour", key_func=by_secret)
def make_calendar(language: Language, event: str, token: str) -> AnyResponse:
    """Makes the calendar's address anew, and leads to its page; an earlier one is dead at once."""
    refuse_other_sites()
    languages = _asked()
    with unit_of_work():
        owner, _ = owner_at(event, token)
        revoke_addresses(owner.uid, AddressPurpose.CALENDAR, languages)
        made = make_address(
            owner.event.id,
            owner.uid,
            AddressPurpose.CALENDAR,
            languages,
            now=datetime.now(UTC),
        )
    return to_secret_page(url_for("own_calendar.page", language=language, event=event, token=made))


@blueprint.post(f"{SECRET}/calendar/end")
@limiter.limit("60 per hour", key_func=by_secret)
def end_calendar(language: Language, event: str, token: str) -> AnyResponse:
    """Ends a calendar's address."""
    refuse_other_sites()
    languages = _asked()
    with unit_of_work():
        owner, _ = owner_at(event, token)
        revoke_addresses(owner.uid, AddressPurpose.CALENDAR, languages)
    return to_secret_page(url_for("own.page", language=language, event=event, token=token))


def _asked() -> str:
    languages = request.form.get("languages", "")
    if languages not in {*Language, BOTH}:
        raise BadRequest
    return languages

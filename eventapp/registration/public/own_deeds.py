"""What somebody does with their own registration as a whole, and whom they register besides."""

from collections.abc import Callable
from datetime import datetime

from flask import Response, url_for
from werkzeug.wrappers import Response as AnyResponse

from eventapp.history.actions import Action
from eventapp.history.saving import doing
from eventapp.participants.models import Participant
from eventapp.plumbing.limits import limiter
from eventapp.plumbing.origins import refuse_other_sites
from eventapp.plumbing.uploads import takes_files
from eventapp.plumbing.web import found
from eventapp.registration.changing import (
    come_back,
    renew_address,
    revoke_address,
    withdraw,
)
from eventapp.registration.kinds import Opening
from eventapp.registration.public.filling import (
    Desk,
    blank,
    desk_for,
    filled,
    form_page,
    is_right,
    sent_key,
    typed,
)
from eventapp.registration.public.own import Own, own_at
from eventapp.registration.public.own_page import LIMIT, OWN, back_to, own_page
from eventapp.registration.public.pages import (
    EVENT,
    blueprint,
    clock,
    own_deed,
    page,
    registering_at,
    to,
)
from eventapp.registration.registering import register
from eventapp.values.language import Language
from eventapp.values.refusal import Refusal

Verb = Callable[[Participant, datetime], object]


@blueprint.get(f"{OWN}/withdraw")
def withdrawing(language: Language, event: str, token: str) -> Response:  # noqa: ARG001 - as above
    """Asks once."""
    mine = own_at(event, token)
    return page("withdraw.html", mine.event, participant=mine.participant, token=token)


@blueprint.post(f"{OWN}/withdraw")
@limiter.limit(LIMIT)
def withdraw_own(language: Language, event: str, token: str) -> AnyResponse:
    """Gives the registration up."""
    return _acted(language, event, token, lambda who, now: withdraw(who, now=now), "withdrawn")


@blueprint.post(f"{OWN}/again")
@limiter.limit(LIMIT)
def register_again(language: Language, event: str, token: str) -> AnyResponse:
    """Comes back after withdrawing."""
    return _acted(language, event, token, lambda who, now: come_back(who, now=now), "again")


@blueprint.post(f"{OWN}/renew")
@limiter.limit(LIMIT)
def renew(language: Language, event: str, token: str) -> AnyResponse:
    """Moves the page to a new address; all older ones are dead at once."""
    refuse_other_sites()
    mine = own_at(event, token)
    with doing(own_deed(mine.event.id, mine.participant.person.name)):
        renewed = renew_address(own_at(event, token).participant, now=clock())
    return back_to(language, event, renewed, "renewed")


@blueprint.post(f"{OWN}/revoke")
@limiter.limit(LIMIT)
def revoke(language: Language, event: str, token: str) -> AnyResponse:
    """Ends all addresses of the page."""
    refuse_other_sites()
    mine = own_at(event, token)
    with doing(own_deed(mine.event.id, mine.participant.person.name)):
        revoke_address(own_at(event, token).participant)
    return to(url_for("register.revoked", language=language, event=event))


@blueprint.get(f"{EVENT}/own/revoked")
def revoked(language: Language, event: str) -> Response:  # noqa: ARG001 - in the address
    """Says that the page has no address any more."""
    return page("revoked.html", registering_at(event)[0])


@blueprint.get(f"{OWN}/another")
def another(language: Language, event: str, token: str) -> Response:  # noqa: ARG001 - as above
    """A form for somebody else."""
    mine = own_at(event, token)
    desk = _desk_for_others(mine)
    if desk.opening is not Opening.OPEN:
        return page("closed.html", mine.event, desk=desk, opening=desk.opening)
    return form_page(desk, blank(desk), by=mine.participant)


@blueprint.post(f"{OWN}/another")
@limiter.limit(LIMIT)
@takes_files
def register_another(language: Language, event: str, token: str) -> AnyResponse:
    """Registers somebody else; letters go to their address, or without one to whose page it is."""
    refuse_other_sites()
    mine = own_at(event, token)
    desk = _desk_for_others(mine)
    form = typed(desk)
    if not is_right(desk, form):
        return form_page(desk, form, 422, by=mine.participant)
    values, key = filled(desk, form), sent_key()
    try:
        with doing(own_deed(mine.event.id, mine.participant.person.name, Action.ADD)):
            mine = own_at(event, token)
            register(mine.event, values, key=key, now=clock(), by=mine.participant)
    except Refusal as refusal:
        form.refuse(refusal)
        return form_page(desk, form, 409, by=own_at(event, token).participant)
    return back_to(language, event, token, "another")


def _desk_for_others(mine: Own) -> Desk:
    """404 where nobody may register others."""
    desk = found(mine.desk)
    found(True if desk.for_others else None)
    return desk_for(mine.event, desk, is_for_another=True)


def _acted(language: Language, event: str, token: str, verb: Verb, said: str) -> AnyResponse:
    refuse_other_sites()
    mine = own_at(event, token)
    try:
        with doing(own_deed(mine.event.id, mine.participant.person.name)):
            verb(own_at(event, token).participant, clock())
    except Refusal as refusal:
        return own_page(own_at(event, token), token, status=409, refusal=refusal)
    return back_to(language, event, token, said)

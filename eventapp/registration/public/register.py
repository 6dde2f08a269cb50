"""Registering, with the public form or by a personal invitation.

Whoever sends a form reads the same answer, registered before or not: the letter alone knows.
"""

from flask import Response, url_for
from werkzeug.exceptions import Gone
from werkzeug.wrappers import Response as AnyResponse

from eventapp.events.models import Event
from eventapp.history.actions import Action
from eventapp.history.saving import doing
from eventapp.plumbing.database import db
from eventapp.plumbing.limits import limiter
from eventapp.plumbing.origins import refuse_other_sites
from eventapp.plumbing.uploads import takes_files
from eventapp.plumbing.web import found
from eventapp.registration.inviting import (
    NoLongerUsable,
    invitation_behind,
    is_usable,
)
from eventapp.registration.kinds import Opening
from eventapp.registration.models import PersonalInvitation, RegistrationDesk
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
from eventapp.registration.public.pages import (
    EVENT,
    TOKEN,
    blueprint,
    clock,
    own_deed,
    page,
    registering_at,
    to,
)
from eventapp.registration.recognising import Filled
from eventapp.registration.registering import register
from eventapp.values.language import Language
from eventapp.values.refusal import Refusal

REGISTER = f"{EVENT}/register"
INVITED = f"{REGISTER}/{TOKEN}"

#: A hall full of people behind one address may register at once; a machine may not for long.
LIMIT = "400 per hour"


@blueprint.get(REGISTER)
def form(language: Language, event: str) -> Response:  # noqa: ARG001 - the address names it
    """The form, or why there is none at this moment."""
    desk = desk_for(*registering_at(event))
    return form_page(desk, blank(desk)) if desk.opening is Opening.OPEN else _closed(desk)


@blueprint.post(REGISTER)
@limiter.limit(LIMIT)
@takes_files
def send(language: Language, event: str) -> AnyResponse:
    """Registers whoever filled in the form."""
    refuse_other_sites()
    return _register(language, desk_for(*registering_at(event)))


@blueprint.get(f"{REGISTER}/sent")
def sent(language: Language, event: str) -> Response:  # noqa: ARG001 - the address names it
    """Says that a letter is under way."""
    return page("sent.html", registering_at(event)[0])


@blueprint.get(INVITED)
def invited_form(language: Language, event: str, token: str) -> Response:  # noqa: ARG001
    """The form of somebody who was invited."""
    desk = desk_for(*_invited_to(event, token))
    return form_page(desk, blank(desk))


@blueprint.post(INVITED)
@limiter.limit(LIMIT)
@takes_files
def send_invited(language: Language, event: str, token: str) -> AnyResponse:
    """Registers whoever was invited, once."""
    refuse_other_sites()
    row, desk = registering_at(event)
    found(invitation := invitation_behind(row, token))
    return _register(language, desk_for(row, desk, invitation), token)


def _invited_to(slug: str, token: str) -> tuple[Event, RegistrationDesk, PersonalInvitation]:
    event, desk = registering_at(slug)
    invitation = found(invitation_behind(event, token))
    if not is_usable(invitation, clock()):
        raise Gone(response=page("gone.html", event, 410))
    return event, desk, invitation


def _register(language: Language, desk: Desk, token: str = "") -> AnyResponse:
    """One transaction once everything is checked: nobody else registers while it lasts."""
    form = typed(desk)
    if not is_right(desk, form):
        return form_page(desk, form, 422)
    try:
        _take_in(desk, filled(desk, form), sent_key(), token)
    except NoLongerUsable:
        return page("gone.html", desk.event, 410)
    except Refusal as refusal:
        form.refuse(refusal)
        return form_page(desk, form, 409)
    return to(url_for("register.sent", language=language, event=desk.event.slug))


def _take_in(desk: Desk, filled_in: Filled, key: str, token: str) -> None:
    name = f"{filled_in.given_name} {filled_in.family_name}".strip()
    event_id = desk.event.id
    with doing(own_deed(event_id, name, Action.ADD)):
        event = db.session.get_one(Event, event_id)
        invitation = invitation_behind(event, token, lock=True) if token else None
        register(event, filled_in, key=key, now=clock(), invitation=invitation)


def _closed(desk: Desk) -> Response:
    return page("closed.html", desk.event, desk=desk, opening=desk.opening)

"""What these pages have in common: no account, no cookie, kept by nobody."""

from datetime import UTC, datetime
from typing import Any

from flask import Blueprint, Response, redirect, render_template
from werkzeug.wrappers import Response as AnyResponse

from eventapp.agenda import queries
from eventapp.agenda.queries import Withdrawn
from eventapp.events.models import Event
from eventapp.events.queries import event_called
from eventapp.history.actions import Action
from eventapp.history.recording import NAME_LENGTH, Actor
from eventapp.history.saving import Deed
from eventapp.participants.categories import categories_of
from eventapp.participants.labels import participant_state
from eventapp.participants.models import Category
from eventapp.plumbing.web import confidential, found, reading_language
from eventapp.registration.inviting import invitations_of
from eventapp.registration.labels import choice_state
from eventapp.registration.models import RegistrationDesk
from eventapp.registration.places import desk_of
from eventapp.registration.public.links import registration_links
from eventapp.values.bilingual import Bilingual

blueprint = Blueprint("register", __name__)
for words in (participant_state, choice_state):
    blueprint.add_app_template_filter(words)
blueprint.add_app_template_global(registration_links)

#: Whoever acts here has no account.
PUBLIC = Actor(None, "registration")

EVENT = "/<language:language>/<slug:event>"
#: The secret part of an address, as `accounts.tokens` makes it.
TOKEN = "<string(length=43):token>"  # noqa: S105 - the shape of one


def clock() -> datetime:
    """What time it is."""
    return datetime.now(UTC)


def registering_at(slug: str) -> tuple[Event, RegistrationDesk]:
    """The event and its registration; 404 where there is none, or nobody was told of it yet."""
    event = found(event_called(slug))
    desk = found(desk_of(event.id))
    is_known = desk.is_open or bool(header_of(event)) or bool(invitations_of(event.id))
    return event, found(desk if is_known else None)


def offered_categories(event: Event) -> list[Category]:
    """As what people may register themselves."""
    return [each for each in categories_of(event) if each.is_offered]


def page(template: str, summit: Event, status: int = 200, **values: Any) -> Response:
    """A page that is kept by nobody; with the event's header as soon as it is published."""
    body = render_template(f"registration/{template}", summit=summit, **header_of(summit), **values)
    response = confidential(body)
    response.status_code = status
    return response


def to(address: str) -> AnyResponse:
    """See Other, kept by nobody and named to nobody: the address may be a secret."""
    response = redirect(address, 303)
    response.headers["Cache-Control"] = "no-store"
    response.headers["Referrer-Policy"] = "no-referrer"
    return response


def own_deed(event_id: int, name: str, action: Action = Action.EDIT) -> Deed:
    """Somebody does it to their own registration.

    The log keeps for ever who did what: their name stands where it can be taken out again.
    """
    named = Bilingual.same(name[:NAME_LENGTH])
    return Deed(event_id, PUBLIC, clock(), action, named, can_be_undone=False)


def header_of(summit: Event) -> dict[str, Any]:
    """What a template needs for the header of an event; nothing before it is published."""
    try:
        release = queries.current_release(summit.slug)
    except Withdrawn:
        release = None
    if release is None:
        return {}
    return {"release": release, "event": release.agenda.event}


def title_of(summit: Event) -> str:
    """What the event is called, for a reader."""
    return summit.title.text(reading_language()).text

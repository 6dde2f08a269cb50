"""Adding a participant: somebody who is known already, or somebody new."""

from typing import Any

from flask import render_template, request, url_for
from flask_babel import gettext as _
from werkzeug.wrappers import Response

from eventapp.accounts.doing import done, my_deed
from eventapp.accounts.guarding import needs
from eventapp.accounts.rights import Right
from eventapp.events.models import Event
from eventapp.history.actions import Action
from eventapp.history.saving import Sheet, attempted, opened, save
from eventapp.participants.categories import categories_of, category_called
from eventapp.participants.forms import NewcomerForm
from eventapp.participants.joining import add_participant, participant_for
from eventapp.participants.manage.pages import PARTICIPANTS, blueprint, offers_of
from eventapp.participants.manage.participants import values_of
from eventapp.participants.models import Participant
from eventapp.people.editing import add_person
from eventapp.people.finding import find_people, who_may_be
from eventapp.people.models import Person
from eventapp.people.queries import person_called
from eventapp.plumbing.web import found, reading_language
from eventapp.values.catalogue import N_
from eventapp.values.refusal import Refusal

Answer = Response | tuple[str, int]

#: What a new person has of what is typed; the participant takes it over.
OF_THE_PERSON = ("given_name", "family_name", "email", "function", "organisation_id", "country")


@blueprint.get(f"{PARTICIPANTS}/new")
@needs(Right.REGISTER)
def new(event: Event) -> Answer:
    """A search among those who are known, and a form for somebody new."""
    return _page(event, opened(NewcomerForm, offers=offers_of(event)))


@blueprint.post(f"{PARTICIPANTS}/new")
@needs(Right.REGISTER)
def add_new(event: Event) -> Answer:
    """Adds somebody new, unless they may be somebody who is known: that is asked first."""
    likely: list[Person] = []
    deed = my_deed(event, Action.ADD)

    def write(_row: object, form: NewcomerForm) -> Participant:
        values = form.values
        if not values.pop("is_another"):
            likely.extend(who_may_be(form.given_name.data, form.family_name.data, form.email.data))
            if likely:
                raise Refusal(N_("Somebody like this is known already: please look below."))
        return _newcomer(event, values_of(event, values), deed.now)

    sheet = save(NewcomerForm, None, write, deed, offers_of(event))
    if sheet.is_saved:
        return _added(found(sheet.row))
    return _page(event, sheet, likely)


@blueprint.post(f"{PARTICIPANTS}/join")
@needs(Right.REGISTER)
def join(event: Event) -> Answer:
    """Makes a participant of somebody who is known."""
    person = found(person_called(request.form.get("person", "")[:40]))
    category = found(category_called(event, request.form.get("category", "")[:40]))
    deed = my_deed(event, Action.ADD, person.recorded_as)

    def act() -> None:
        add_participant(event, person, category, now=deed.now)

    refusal = attempted(deed, act)
    if refusal is None:
        return _added(found(participant_for(event, person)))
    return done(refusal.text(reading_language()), url_for(".new"))


def _newcomer(event: Event, values: dict[str, Any], now: Any) -> Participant:
    person = add_person({name: values[name] for name in OF_THE_PERSON})
    category = next(each for each in categories_of(event) if each.id == values["category_id"])
    return add_participant(event, person, category, values["state"], now=now)


def _added(participant: Participant) -> Response:
    said = _("%(name)s is a participant now.", name=participant.person.name)
    return done(said, url_for(".participant", code=participant.code))


def _page(event: Event, sheet: Sheet[Any, Any], likely: list[Person] | None = None) -> Answer:
    words = request.args.get("q", "")[:100]
    page = render_template(
        "participants/new.html",
        event=event,
        sheet=sheet,
        words=words,
        found=likely or find_people(words),
        is_likely=bool(likely),
        categories=categories_of(event),
    )
    return page, sheet.status

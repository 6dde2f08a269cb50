"""Participants: the list of who comes, and each as this event knows them."""

from typing import Any

from flask import render_template, request, url_for
from flask_babel import gettext as _
from werkzeug.wrappers import Response

from eventapp.accounts.doing import confirmed, done, my_deed
from eventapp.accounts.guarding import allows, needs
from eventapp.accounts.rights import Right
from eventapp.events.models import Event
from eventapp.history.actions import Action
from eventapp.history.saving import Sheet, attempted, opened, save
from eventapp.participants.categories import categories_of, category_called
from eventapp.participants.editing import edit_participant, remove_participant, take_over_again
from eventapp.participants.forms import NeedsForm, ParticipantForm
from eventapp.participants.joining import snapshot
from eventapp.participants.kinds import ParticipantState
from eventapp.participants.manage.pages import (
    PARTICIPANT,
    PARTICIPANTS,
    SEEING,
    blueprint,
    offers_of,
    participant_of,
)
from eventapp.participants.models import Participant
from eventapp.participants.queries import Sifting, counts, participants
from eventapp.people.queries import organisations
from eventapp.plumbing.web import found, reading_language
from eventapp.translation.approving import states_of
from eventapp.values.catalogue import counted

SHOWN_AT_ONCE = 100

Answer = Response | tuple[str, int]


@blueprint.get(PARTICIPANTS)
@needs(*SEEING)
def listing(event: Event) -> str:
    """Who comes, as far as the reader asks."""
    asked, language = _asked(), reading_language()
    rows = participants(event, asked, language)
    page = _page_number(len(rows))
    return render_template(
        "participants/list.html",
        event=event,
        asked=asked,
        rows=rows[(page - 1) * SHOWN_AT_ONCE : page * SHOWN_AT_ONCE],
        counted=counted("%(num)s participant", "%(num)s participants", len(rows), language),
        page=page,
        last_page=_pages(len(rows)),
        categories=categories_of(event),
        states=ParticipantState,
        counts=counts(event),
        may_edit=allows(event, Right.REGISTER),
    )


@blueprint.get(PARTICIPANT)
@needs(*SEEING)
def participant(event: Event, code: str) -> Answer:
    """A participant's form."""
    return page_of(event, opened(ParticipantForm, participant_of(event, code), offers_of(event)))


@blueprint.post(PARTICIPANT)
@needs(Right.REGISTER)
def save_participant(event: Event, code: str) -> Answer:
    """Saves a participant."""
    row = participant_of(event, code)
    deed = my_deed(event, name=row.recorded_as)

    def write(row: Participant | None, form: ParticipantForm) -> Participant:
        return edit_participant(found(row), values_of(event, form.values), now=deed.now)

    sheet = save(ParticipantForm, row, write, deed, offers_of(event))
    if sheet.is_saved:
        return done(_("Saved."), url_for(".participant", code=row.code))
    return page_of(event, sheet)


@blueprint.post(f"{PARTICIPANT}/take-over")
@needs(Right.REGISTER)
def take_over(event: Event, code: str) -> Answer:
    """Replaces the snapshot by what the person's own record says."""
    row = participant_of(event, code)
    deed = my_deed(event, name=row.recorded_as)
    refusal = attempted(deed, lambda: take_over_again(row, now=deed.now))
    said = refusal.text(reading_language()) if refusal else _("Taken over from the person.")
    return done(said, url_for(".participant", code=row.code))


@blueprint.get(f"{PARTICIPANT}/remove")
@needs(Right.REGISTER)
def removing_participant(event: Event, code: str) -> str:
    """Asks once."""
    return _ask(event, participant_of(event, code))


@blueprint.post(f"{PARTICIPANT}/remove")
@needs(Right.REGISTER)
def remove_the_participant(event: Event, code: str) -> Answer:
    """Removes a participant."""
    row = participant_of(event, code)
    deed = my_deed(event, Action.REMOVE, row.recorded_as)
    return confirmed(
        lambda: remove_participant(row, now=deed.now),
        deed,
        lambda refusal: _ask(event, row, refusal),
        _("“%(name)s” was removed. Undo brings it back.", name=row.person.name),
        url_for(".listing"),
    )


def values_of(event: Event, values: dict[str, Any]) -> dict[str, Any]:
    """What a form holds, with rows in place of the names that it chose from."""
    ids = {str(each.uid): each.id for each in organisations(reading_language())}
    category = found(category_called(event, values.pop("category")))
    organisation_id = ids.get(values.pop("organisation"))
    return {**values, "organisation_id": organisation_id, "category_id": category.id}


def page_of(
    event: Event, sheet: Sheet[Any, Any], declared: Sheet[Any, Any] | None = None
) -> Answer:
    """The participant's page, with what they declared for a reader who may see it."""
    row = found(sheet.row)
    if declared is None and allows(event, Right.NEEDS):
        declared = opened(NeedsForm, row)
    taken = {name: getattr(row, name) for name in ("honorific", "function", "organisation_id")}
    page = render_template(
        "participants/participant.html",
        event=event,
        sheet=sheet,
        participant=row,
        declared=declared,
        states=states_of(row.uid, sheet.stored_texts),
        differs=not taken.items() <= snapshot(event, row.person).items(),
        may_edit=allows(event, Right.REGISTER),
    )
    return page, declared.status if declared and declared.status != 200 else sheet.status


def _ask(event: Event, row: Participant, refusal: str = "") -> str:
    return render_template(
        "layouts/confirm.html",
        event=event,
        place="participants.listing",
        question=_("Remove “%(name)s”?", name=row.person.name),
        detail=_("They are no participant of this event any more; Undo brings them back."),
        refusal=refusal,
        back=url_for(".participant", code=row.code),
    )


def _asked() -> Sifting:
    asked = Sifting(*(request.args.get(name, "")[:100] for name in Sifting._fields))
    return asked if asked.state in set(ParticipantState) else asked._replace(state="")


def _pages(number: int) -> int:
    return max(1, -(-number // SHOWN_AT_ONCE))


def _page_number(number: int) -> int:
    """The page that the address asks for, as far as there is one."""
    typed = request.args.get("page", "")
    asked = int(typed) if typed.isascii() and typed.isdigit() and len(typed) < 6 else 1
    return min(max(1, asked), _pages(number))

"""“25 minutes late”: what becomes of the day is looked at first, and written down then."""

from typing import NamedTuple

from flask import render_template, request, url_for
from flask_babel import gettext as _
from werkzeug.wrappers import Response

from eventapp.accounts.doing import done, my_deed
from eventapp.accounts.guarding import needs
from eventapp.accounts.rights import Right
from eventapp.agenda.conflicts.queries import conflicts_caused
from eventapp.agenda.manage.boarding import today
from eventapp.events.models import Event
from eventapp.history.actions import Action
from eventapp.history.saving import attempted
from eventapp.movements.delaying import LONGEST, SHORTEST, Retimed, delay, retimed
from eventapp.movements.manage.movements import MOVEMENT
from eventapp.movements.manage.pages import blueprint
from eventapp.movements.models import Movement
from eventapp.movements.queries import day_of, movement_called, name_of, parties_of
from eventapp.plumbing.web import found, reading_language
from eventapp.values.refusal import Refusal

#: What is offered to be tapped.
USUAL = (5, 10, 15, 20, 25, 30, 45, 60)

Answer = Response | tuple[str, int]


class Minutes(NamedTuple):
    """How late, as it was typed; what is wrong with it."""

    typed: str = ""
    number: int | None = None
    wrong: str = ""


@blueprint.get(f"{MOVEMENT}/late")
@needs(Right.PROTOCOL)
def late(event: Event, code: str) -> Answer:
    """How late it is; once that is said, what becomes of the day. Nothing is saved."""
    minutes = _minutes(request.args.get("minutes", ""))
    return _page(event, found(movement_called(event, code)), minutes)


@blueprint.post(f"{MOVEMENT}/late")
@needs(Right.PROTOCOL)
def write_delay(event: Event, code: str) -> Answer:
    """Writes down what was shown, as one step."""
    row = found(movement_called(event, code))
    minutes = _minutes(request.form.get("minutes", ""))
    number, seen = minutes.number, request.form.get("seen", "")
    if number is None:
        return _page(event, row, minutes, status=422)
    deed = my_deed(event, Action.SHIFT, row.title)

    def act() -> None:
        delay(found(movement_called(event, code)), number, seen, now=deed.now)

    refusal = attempted(deed, act)
    if refusal is not None:
        said = refusal.text(reading_language())
        return _page(event, found(movement_called(event, code)), minutes, said, 409)
    said = _("Moved: those concerned are told. Undo takes the times back.")
    return done(said, url_for(".movements", _anchor=f"m-{code}"))


def _minutes(text: str) -> Minutes:
    text = text.strip()[:20]
    if not text:
        return Minutes()
    if text.isascii() and text.isdecimal() and SHORTEST <= int(text) <= LONGEST:
        return Minutes(text, int(text))
    bounds = {"least": SHORTEST, "most": LONGEST}
    return Minutes(text, None, _("A whole number from %(least)s to %(most)s is needed.", **bounds))


def _page(
    event: Event, row: Movement, minutes: Minutes, refusal: str = "", status: int = 200
) -> Answer:
    outcome = None
    if minutes.number is not None:
        try:
            outcome = retimed(row, minutes.number)
        except Refusal as no:
            refusal, status = no.text(reading_language()), 409
    page = render_template(
        "movements/late.html",
        event=event,
        row=row,
        minutes=minutes,
        usual=USUAL,
        refusal=refusal,
        outcome=outcome,
        conflicts=_caused(event, outcome) if outcome else [],
        day=day_of(event, row),
        name_of=name_of,
        parties_of=parties_of,
    )
    return page, 422 if minutes.wrong else status


def _caused(event: Event, outcome: Retimed) -> list[object]:
    moves = outcome.moves
    return [
        *conflicts_caused(event, moves, reading_language(), today=today(event), is_discreet=False)
    ]

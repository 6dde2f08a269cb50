"""The workspace's outbox: what waits for review, what left, what failed."""

from datetime import UTC, datetime
from functools import partial

from flask import flash, redirect, render_template, request, url_for
from werkzeug.exceptions import BadRequest
from werkzeug.wrappers import Response

from eventapp.accounts.guarding import me, needs, workspace
from eventapp.accounts.rights import Right
from eventapp.events.models import Event
from eventapp.history.actions import Action
from eventapp.history.recording import editing
from eventapp.messages import queries
from eventapp.messages.handling import handle
from eventapp.messages.kinds import (
    TAKES,
    Deed,
    LetterState,
    answer,
    deed_name,
    kind_name,
    state_name,
)
from eventapp.plumbing.web import found, reading_language
from eventapp.values.refusal import Refusal

EVENT = "/<language:language>/manage/<slug:event>"
LAST_PAGE = 10_000

#: Each tab with the states that it shows.
TABS = {
    LetterState.HELD: (LetterState.HELD,),
    LetterState.WAITING: (LetterState.WAITING, LetterState.SENDING),
    LetterState.SENT: (LetterState.SENT,),
    LetterState.FAILED: (LetterState.FAILED,),
    LetterState.DISCARDED: (LetterState.DISCARDED,),
}

#: What the templates call things by.
NAMES = {"kind_name": kind_name, "state_name": state_name, "deed_name": deed_name}

blueprint = workspace("letters")


@blueprint.get(f"{EVENT}/letters")
@needs(Right.LETTERS)
def outbox(event: Event) -> str:
    """The letters of one tab; without a wish, those that wait for review."""
    return _outbox(event)


@blueprint.get(f"{EVENT}/letters/<int:number>")
@needs(Right.LETTERS)
def letter(event: Event, number: int) -> str:
    """One letter as it will leave, or has left."""
    read = found(queries.letter(event, number))
    deeds = [deed for deed in Deed if read.state in TAKES[deed]]
    return render_template("messages/letter.html", event=event, letter=read, deeds=deeds, **NAMES)


@blueprint.post(f"{EVENT}/letters")
@needs(Right.LETTERS)
def handled(event: Event) -> Response | tuple[str, int]:
    """Does something to the letters that were chosen, or to all."""
    deed = _deed()
    numbers = None if request.form.get("all") else _numbers()
    now = datetime.now(UTC)
    recorded = partial(editing, event.id, by=me().actor, now=now, can_be_undone=False)
    try:
        with recorded(action=Action.LETTER):
            done = handle(event, deed, numbers, now=now)
    except Refusal as refusal:
        return _outbox(event, refusal.text(reading_language())), 409
    flash(answer(deed, done, reading_language()))
    return redirect(url_for(".outbox", state=_tab()))


def _outbox(event: Event, *refusals: str) -> str:
    tab, page = _tab(), _page()
    counts = queries.counts(event)
    return render_template(
        "messages/outbox.html",
        event=event,
        **NAMES,
        tab=tab,
        tabs={each: sum(counts.get(state, 0) for state in TABS[each]) for each in TABS},
        shelf=queries.shelf(event, TABS[tab], page=page),
        deeds=[deed for deed in Deed if tab in TAKES[deed]],
        page=page,
        refusals=refusals,
    )


def _tab() -> LetterState:
    asked = request.values.get("state", "")
    return LetterState(asked) if asked in set(TABS) else LetterState.HELD


def _page() -> int:
    text = request.args.get("page", "1")
    is_number = text.isascii() and text.isdigit() and len(text) < 6
    return min(max(int(text), 1), LAST_PAGE) if is_number else 1


def _deed() -> Deed:
    try:
        return Deed(request.form.get("deed", ""))
    except ValueError as error:
        raise BadRequest from error


def _numbers() -> list[int]:
    """The letters that were chosen; what is no number was not on the page."""
    texts = request.form.getlist("letter")[: queries.PAGE]
    return [int(text) for text in texts if text.isascii() and text.isdigit() and len(text) < 10]

"""Looking at what a list would do, deciding what is not sure, and taking it: all or nothing."""

from collections import Counter
from typing import Any

from flask import render_template, request, url_for
from flask_babel import gettext as _
from werkzeug.wrappers import Response

from eventapp.accounts.doing import done, my_deed
from eventapp.accounts.guarding import allows, needs
from eventapp.accounts.rights import Right
from eventapp.events.models import Event
from eventapp.exchange.importing.guests.making import Became
from eventapp.exchange.importing.guests.matching import NEW, SKIP, Match, Matched
from eventapp.exchange.importing.guests.writing import NotImported, import_guests
from eventapp.exchange.manage.keeping import forget, kept
from eventapp.exchange.manage.looking import Look
from eventapp.exchange.manage.pages import KEPT, blueprint
from eventapp.exchange.reading.sheets.columns import RESTRICTED, Column, column_name
from eventapp.exchange.reading.sheets.guests import Fault
from eventapp.exchange.reading.sheets.reading import read_lines
from eventapp.history.actions import Action
from eventapp.history.saving import attempted
from eventapp.participants.kinds import ParticipantState
from eventapp.plumbing.limits import limiter
from eventapp.plumbing.web import reading_language
from eventapp.values.bilingual import Bilingual
from eventapp.values.cleaning import one_line
from eventapp.values.refusal import Refusal

FAULTS_SHOWN = 50
ROWS_SHOWN = 300

Answer = Response | tuple[str, int]


@blueprint.get(KEPT)
@needs(Right.REGISTER)
@limiter.limit("120 per minute")
def look(event: Event, key: str) -> Answer:
    """What the list says, as far as it can be told, and what a person should say."""
    data = kept(event, key)
    if data is None:
        return _gone()
    return _page(event, key, _look(event, data, request.args))


@blueprint.post(KEPT)
@needs(Right.REGISTER)
def accept(event: Event, key: str) -> Answer:
    """Takes the list, or says by row why it cannot be taken."""
    data = kept(event, key)
    if data is None:
        return _gone()
    seen = _look(event, data, request.form)
    otherwise = seen.otherwise
    if seen.faults or otherwise is None:
        return _page(event, key, seen, status=422)
    became: Counter[Became] = Counter()
    deed = my_deed(event, Action.IMPORT, Bilingual.same(_file_name(request.form)))

    def act() -> None:
        matched, with_needs = _anew(seen).matched, seen.with_needs
        became.update(import_guests(event, matched, otherwise, with_needs=with_needs, now=deed.now))

    refusal = attempted(deed, act)
    if refusal is not None:
        return _page(event, key, _anew(seen), refusal=refusal, status=409)
    forget(event, key)
    return done(_told(became), url_for("participants.listing"))


@blueprint.post(f"{KEPT}/discard")
@needs(Right.REGISTER)
def discard(event: Event, key: str) -> Answer:
    """Forgets the list."""
    forget(event, key)
    return done(_("The list was discarded; nothing was imported."), url_for(".sending"))


def _look(event: Event, data: bytes, asked: Any) -> Look:
    return Look(event, read_lines(data), asked, reading_language(), allows(event, Right.NEEDS))


def _anew(seen: Look) -> Look:
    """The same list looked at within the unit of work, or after it: rows may have changed."""
    return Look(seen.event, seen.lines, seen.asked, seen.language, seen.with_needs)


def _gone() -> Answer:
    return done(_("This list is not kept any more: please send it again."), url_for(".sending"))


def _file_name(asked: Any) -> str:
    return one_line(asked.get("file", ""))[:100]


def _page(
    event: Event,
    key: str,
    seen: Look,
    *,
    refusal: Refusal | None = None,
    status: int = 200,
) -> Answer:
    language = reading_language()
    wrong = seen.faults + (refusal.faults if isinstance(refusal, NotImported) else [])
    page = render_template(
        "exchange/look.html",
        event=event,
        key=key,
        seen=seen,
        file=_file_name(seen.asked),
        faults=wrong[:FAULTS_SHOWN],
        more_faults=len(wrong) - FAULTS_SHOWN,
        wrong_rows={fault.row for fault in wrong},
        place_of=_place_of,
        refusal=refusal.text(language) if refusal else "",
        unsure=[each for each in seen.matched if _is_unsure(each)][:ROWS_SHOWN],
        others=[each for each in seen.matched if not _is_unsure(each)],
        shown=ROWS_SHOWN,
        numbers=Counter(_outcome(each) for each in seen.matched),
        columns=[
            (each.value, column_name(each, language))
            for each in Column
            if seen.with_needs or each not in RESTRICTED
        ],
        states=ParticipantState,
        Match=Match,
    )
    return page, status


def _is_unsure(each: Matched) -> bool:
    """Whether a person should look at the row."""
    is_open = each.match in (Match.PROPOSED, Match.TWICE, Match.OPEN)
    return is_open or each.guest.written is not None


def _outcome(each: Matched) -> str:
    return each.choice if each.choice in (NEW, SKIP) else "known" if each.choice else "open"


def _place_of(fault: Fault) -> str:
    """Which cell a fault is about: “row 12, “Pays””."""
    heading = fault.heading
    if heading in set(Column):
        heading = column_name(Column(heading), reading_language())
    if not heading:
        return str(_("Row %(row)s", row=fault.row))
    return str(_("Row %(row)s, “%(column)s”", row=fault.row, column=heading))


def _told(became: Counter[Became]) -> str:
    """What was done, in numbers."""
    numbers = {str(each): became[each] for each in Became}
    return str(_("Added: %(added)s; changed: %(changed)s; as they were: %(unchanged)s.", **numbers))

"""The log of an event: who did what and when, before and after; to read, filter and take away."""

import csv
from collections.abc import Iterator
from datetime import date, datetime, time, timedelta
from io import StringIO

from flask import Response, render_template, request, stream_with_context

from eventapp.accounts.guarding import needs
from eventapp.accounts.rights import Right
from eventapp.agenda.manage.log_lines import LogLine, lines_of
from eventapp.agenda.manage.pages import EVENT, blueprint
from eventapp.agenda.manage.slot_pages import is_discreet
from eventapp.agenda.veiling import about_private_slots
from eventapp.events.models import Event
from eventapp.history import queries
from eventapp.history.actions import Action
from eventapp.history.queries import PAGE, Asked
from eventapp.history.words import kind_name
from eventapp.plumbing.web import reading_language
from eventapp.values.catalogue import N_, translator
from eventapp.values.inert import inert
from eventapp.values.refusal import Refusal
from eventapp.values.timespan import instant_of

COLUMNS = (
    N_("When (UTC)"),
    N_("Who"),
    N_("What"),
    N_("Kind"),
    N_("Thing"),
    N_("Before"),
    N_("After"),
)


@blueprint.get(f"{EVENT}/log")
@needs(Right.LOG)
def log(event: Event) -> tuple[str, int]:
    """The newest entries that fit what the address asks."""
    refusals: list[str] = []
    asked = _asked(event, refusals)
    entries = [] if refusals else queries.entries_of(event.id, asked)
    language = reading_language()
    page = render_template(
        "programme/log.html",
        event=event,
        asked=asked,
        refusals=refusals,
        lines=lines_of(entries[:PAGE], event.zone, language),
        older=entries[PAGE - 1].id if len(entries) > PAGE else None,
        authors=queries.authors_of(event.id),
        kinds={kind: kind_name(kind, language) for kind in queries.kinds_of(event.id)},
        actions=Action,
    )
    return page, 400 if refusals else 200


@blueprint.get(f"{EVENT}/log.csv")
@needs(Right.LOG)
def log_file(event: Event) -> Response:
    """All entries that fit, as a file that a spreadsheet opens as text."""
    refusals: list[str] = []
    asked = _asked(event, refusals)
    if refusals:
        raise Refusal(N_("The log cannot be asked that."))
    rows = stream_with_context(_rows(event, asked))
    response = Response(rows, content_type="text/csv; charset=utf-8")
    response.headers["Content-Disposition"] = f'attachment; filename="{event.slug}-log.csv"'
    return response


def _rows(event: Event, asked: Asked) -> Iterator[str]:
    _ = translator(reading_language())
    yield "\ufeff" + _row([_(name) for name in COLUMNS])
    batch = []
    for entry in queries.all_entries_of(event.id, asked):
        batch.append(entry)
        if len(batch) == queries.BATCH:
            yield from map(_as_row, lines_of(batch, event.zone, reading_language()))
            batch = []
    yield from map(_as_row, lines_of(batch, event.zone, reading_language()))


def _as_row(line: LogLine) -> str:
    before = "; ".join(f"{change.field}: {change.before}" for change in line.changes)
    after = "; ".join(f"{change.field}: {change.after}" for change in line.changes)
    at = f"{line.entry.at:%Y-%m-%d %H:%M:%S}"
    return _row([at, line.entry.author, line.action, line.kind, line.name, before, after])


def _row(cells: list[str]) -> str:
    out = StringIO()
    csv.writer(out).writerow([inert(cell) for cell in cells])
    return out.getvalue()


def _asked(event: Event, refusals: list[str]) -> Asked:
    """What the address asks; what cannot be understood is said."""
    given = {name: value.replace("\0", "") for name, value in request.args.items()}
    before = given.get("before", "")
    is_number = before.isascii() and before.isdigit() and len(before) < 10
    try:
        return Asked(
            author=given.get("author", "")[:200],
            kind=given.get("kind", "")[:40],
            action=_action(given.get("action", "")),
            words=given.get("q", "")[:200],
            since=_first_moment(event, given.get("since", "")),
            until=_first_moment(event, given.get("until", ""), days_later=1),
            before=int(before) if is_number else None,
            unseen=about_private_slots() if is_discreet(event) else None,
        )
    except Refusal as refusal:
        refusals.append(refusal.text(reading_language()))
        return Asked()


def _action(name: str) -> Action | None:
    if name and name not in set(Action):
        raise Refusal(N_("There is no such action."))
    return Action(name) if name else None


def _first_moment(event: Event, day: str, *, days_later: int = 0) -> datetime | None:
    """Midnight in the event's zone of the day that the address names, or of a day later."""
    if not day:
        return None
    try:
        midnight = datetime.combine(date.fromisoformat(day) + timedelta(days=days_later), time())
        return instant_of(midnight, event.zone)
    except (ValueError, OverflowError) as error:
        raise Refusal(N_("“%(text)s” is not a date."), text=day[:20]) from error

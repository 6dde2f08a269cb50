"""Tracks: in order, with their colours."""

from typing import Any

from flask import render_template, url_for
from flask_babel import gettext as _
from werkzeug.wrappers import Response

from eventapp.accounts.doing import confirmed, done, my_deed
from eventapp.accounts.guarding import allows, needs
from eventapp.accounts.rights import Right
from eventapp.agenda.forms import COLOURS, TrackForm
from eventapp.agenda.listing import track_of, tracks_of
from eventapp.agenda.manage.pages import EVENT, blueprint
from eventapp.agenda.models import Track
from eventapp.agenda.writing import add_track, edit_track, remove_track
from eventapp.events.models import Event
from eventapp.history.actions import Action
from eventapp.history.saving import Sheet, opened, save
from eventapp.plumbing.web import found, reading_language
from eventapp.translation.approving import states_of

TRACKS = f"{EVENT}/tracks"
TRACK = f"{TRACKS}/<code:code>"

Answer = Response | tuple[str, int]
Form = Sheet[TrackForm, Track]


@blueprint.get(TRACKS)
@needs(Right.READ)
def tracks(event: Event) -> str:
    """All tracks."""
    return render_template(
        "programme/tracks.html",
        event=event,
        tracks=tracks_of(event),
        may_edit=allows(event, Right.PROGRAMME),
    )


@blueprint.get(f"{TRACKS}/new")
@needs(Right.PROGRAMME)
def new_track(event: Event) -> Answer:
    """An empty form, with a colour that is still free."""
    used = {track.colour for track in tracks_of(event)}
    free = next((colour for colour in range(COLOURS) if colour not in used), 0)
    return _page(event, Sheet(TrackForm(stored={"colour": free})))


@blueprint.post(f"{TRACKS}/new")
@needs(Right.PROGRAMME)
def add_new_track(event: Event) -> Answer:
    """Adds a track."""

    def write(_row: Track | None, form: TrackForm) -> Track:
        return add_track(event, form.values)

    return _saved(event, save(TrackForm, None, write, my_deed(event, Action.ADD)))


@blueprint.get(TRACK)
@needs(Right.READ)
def track(event: Event, code: str) -> Answer:
    """A track's form."""
    return _page(event, opened(TrackForm, found(track_of(event, code))))


@blueprint.post(TRACK)
@needs(Right.PROGRAMME)
def save_track(event: Event, code: str) -> Answer:
    """Saves a track."""
    row = found(track_of(event, code))
    deed = my_deed(event, name=row.name)

    def write(row: Track | None, form: TrackForm) -> Track:
        return edit_track(found(row), form.values, now=deed.now)

    return _saved(event, save(TrackForm, row, write, deed))


@blueprint.get(f"{TRACK}/remove")
@needs(Right.PROGRAMME)
def removing_track(event: Event, code: str) -> str:
    """Asks once."""
    return _ask(event, found(track_of(event, code)))


@blueprint.post(f"{TRACK}/remove")
@needs(Right.PROGRAMME)
def remove_the_track(event: Event, code: str) -> Answer:
    """Removes a track."""
    row = found(track_of(event, code))
    deed = my_deed(event, Action.REMOVE, row.name)
    name = row.name.text(reading_language()).text
    return confirmed(
        lambda: remove_track(row, now=deed.now),
        deed,
        lambda refusal: _ask(event, row, refusal),
        _("“%(name)s” was removed. Undo brings it back.", name=name),
        url_for(".tracks"),
    )


def _ask(event: Event, row: Track, refusal: str = "") -> str:
    return render_template(
        "layouts/confirm.html",
        event=event,
        place="programme.tracks",
        question=_("Remove “%(name)s”?", name=row.name.text(reading_language()).text),
        refusal=refusal,
        back=url_for(".tracks"),
    )


def _saved(event: Event, sheet: Form) -> Answer:
    if sheet.is_saved:
        return done(_("Saved."), url_for(".tracks"))
    return _page(event, sheet)


def _page(event: Event, sheet: Sheet[Any, Any]) -> Answer:
    row = sheet.row
    page = render_template(
        "programme/tracks_form.html",
        event=event,
        sheet=sheet,
        states=states_of(row.uid, sheet.stored_texts) if row else {},
        may_edit=allows(event, Right.PROGRAMME),
    )
    return page, sheet.status

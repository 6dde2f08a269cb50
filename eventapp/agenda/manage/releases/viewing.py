"""A release, or the draft, as the public reads it: the public pages, for the team alone."""

from datetime import UTC, datetime
from typing import Any, NamedTuple

from flask import render_template, request, url_for
from flask_babel import gettext as _

from eventapp.accounts.guarding import needs
from eventapp.accounts.rights import Right
from eventapp.agenda import queries
from eventapp.agenda.happening import Happening
from eventapp.agenda.manage.releases.pages import RELEASES, blueprint, the_release
from eventapp.agenda.previewing import preview
from eventapp.agenda.public.programme import GRID, LIST, agenda_values
from eventapp.agenda.published import PublishedRelease
from eventapp.agenda.reading import Reading
from eventapp.agenda.selection import Selection
from eventapp.events.models import Event
from eventapp.plumbing.web import found, reading_language
from eventapp.values import typography

DRAFT, VIEW = f"{RELEASES}/draft/view", f"{RELEASES}/<int(min=1):number>/view"

#: Nothing takes place now in what is only looked at.
NOT_NOW = Happening((), (), is_running=False)


class Banner(NamedTuple):
    """What stands above a page that is not public."""

    title: str
    note: str
    back: str


@blueprint.get(f"{VIEW}/")
@blueprint.get(f"{DRAFT}/", endpoint="draft")
@needs(Right.READ)
def view(event: Event, number: int = 0) -> str:
    """The event at a glance."""
    release, reading = _read(event, number)
    days = reading.days(release.agenda.sessions)
    values = {"days": days, "happening": NOT_NOW, "data": {}}
    return _page("agenda/event.html", event, number, release, reading, **values)


@blueprint.get(f"{VIEW}/agenda")
@blueprint.get(f"{DRAFT}/agenda", endpoint="draft_agenda")
@needs(Right.READ)
def view_agenda(event: Event, number: int = 0) -> str:
    """The sessions by day; what the programme does not know is passed over."""
    release, reading = _read(event, number)
    selection = Selection.asked(request.args)
    if selection.refusals(release.agenda):
        selection = Selection()
    shown = GRID if request.args.get("view") == GRID else LIST
    values = agenda_values(selection, shown, reading)
    return _page("agenda/agenda.html", event, number, release, reading, **values)


@blueprint.get(f"{VIEW}/sessions/<code:code>")
@blueprint.get(f"{DRAFT}/sessions/<code:code>", endpoint="draft_session")
@needs(Right.READ)
def view_session(event: Event, code: str, number: int = 0) -> str:
    """One session."""
    release, reading = _read(event, number)
    session = found(release.agenda.session_by_code.get(code))
    values = {"session": session, "data": {}}
    return _page("agenda/session.html", event, number, release, reading, **values)


@blueprint.get(f"{VIEW}/people")
@blueprint.get(f"{DRAFT}/people", endpoint="draft_people")
@needs(Right.READ)
def view_people(event: Event, number: int = 0) -> str:
    """Everybody who appears."""
    return _page("agenda/people.html", event, number, *_read(event, number))


@blueprint.get(f"{VIEW}/people/<code:code>")
@blueprint.get(f"{DRAFT}/people/<code:code>", endpoint="draft_person")
@needs(Right.READ)
def view_person(event: Event, code: str, number: int = 0) -> str:
    """One person and their sessions."""
    release, reading = _read(event, number)
    person = found(next((p for p in release.agenda.people if p.code == code), None))
    days = reading.days(release.agenda.sessions_of(person))
    values = {"person": person, "days": days}
    return _page("agenda/person.html", event, number, release, reading, **values)


def read_release(event: Event, number: int) -> PublishedRelease:
    """The public part of a release, whoever may read it; number 0 is the draft."""
    if number == 0:
        return preview(event, datetime.now(UTC)).release
    return queries.public_part(the_release(event, number))


def _read(event: Event, number: int) -> tuple[PublishedRelease, Reading]:
    release = read_release(event, number)
    return release, Reading(release.agenda, reading_language())


def _page(
    template: str,
    event: Event,
    number: int,
    release: PublishedRelease,
    reading: Reading,
    **values: Any,
) -> str:
    base = url_for(".view", number=number) if number else url_for(".draft")
    return render_template(
        template,
        release=release,
        reading=reading,
        event=release.agenda.event,
        base=base,
        preview=_banner(event, release, is_draft=not number),
        **values,
    )


def _banner(event: Event, release: PublishedRelease, *, is_draft: bool) -> Banner:
    back, language = url_for(".desk"), reading_language()
    if is_draft:
        return Banner(_("Draft"), _("This is how the public would read it."), back)
    at = typography.instant(release.published_at, event.zone, language)
    title = _("Release %(number)s, published %(at)s", number=release.number, at=at)
    return Banner(title, _("This is how the public read it."), back)

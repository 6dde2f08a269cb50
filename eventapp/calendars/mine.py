"""A visitor's own calendar: sessions they chose, at a secret address that only they know.

No account and no cookie: the address is the key. It appears in no log of ours, no title and no
Referer; a wrong one and a revoked one are answered alike.
"""

import re
from datetime import UTC, datetime

from flask import Blueprint, Response, redirect, render_template, request, url_for
from werkzeug.wrappers import Response as AnyResponse

from eventapp.agenda import queries
from eventapp.agenda.published import PublishedRelease
from eventapp.agenda.reading import Reading
from eventapp.calendars import personal, scopes
from eventapp.calendars.entries import Options
from eventapp.calendars.ical import feed
from eventapp.calendars.models import PersonalCalendar
from eventapp.calendars.offers import Offer
from eventapp.calendars.site import CALENDAR, offers, site_in
from eventapp.plumbing.database import unit_of_work
from eventapp.plumbing.limits import limiter
from eventapp.plumbing.origins import refuse_other_sites
from eventapp.plumbing.pages import absolute
from eventapp.plumbing.web import confidential, found
from eventapp.values.language import Language

EVENT = "/<language:language>/<slug:event>"
SECRET = f"{EVENT}/my/<string(length=32):token>"

blueprint = Blueprint("mine", __name__)


@blueprint.post(f"{EVENT}/my-agenda/calendar")
@limiter.limit("30 per hour")
def make(language: Language, event: str) -> AnyResponse:
    """Makes a calendar of the sessions whose codes are sent, and leads to its page."""
    refuse_other_sites()
    with unit_of_work():
        release = found(queries.current_release(event))
        sessions, unknown = personal.uids_of(_codes(), release.agenda)
        token = personal.make(event, sessions, now=datetime.now(UTC))
    return _to_page(language, event, token, unknown)


@blueprint.get(SECRET)
def page(language: Language, event: str, token: str) -> Response:
    """The calendar's addresses, what it holds, and what can be done with it."""
    release, calendar = _own(event, token)
    names = {"event": event, "token": token}
    both = absolute("mine.calendar", language=language, languages="both", **names)
    body = render_template(
        "calendars/personal.html",
        release=release,
        event=release.agenda.event,
        reading=Reading(release.agenda, language),
        sessions=scopes.of_chosen(release.agenda, "", calendar.sessions).sessions,
        offers=[*offers(language, "mine.calendar", **names), Offer(language, both, both=True)],
        base=url_for("mine.page", language=language, event=event, token=token),
        left_out=request.args.get("left_out", ""),
    )
    return confidential(body)


@blueprint.get(f"{SECRET}.ics")
def calendar(language: Language, event: str, token: str) -> Response:
    """The feed; with `?languages=both`, titles are in both languages."""
    release, calendar = _own(event, token)
    names = {"language": language, "event": event, "token": token}
    changed_at = max(release.published_at, calendar.changed_at.replace(microsecond=0))
    body = feed(
        release,
        language,
        scopes.of_chosen(release.agenda, str(calendar.uid), calendar.sessions),
        site_in(language),
        address=absolute("mine.calendar", **names),
        page=absolute("mine.page", **names),
        changed_at=changed_at,
        options=Options(both=request.args.get("languages") == "both"),
    )
    response = confidential(body, content_type=CALENDAR, last_modified=changed_at)
    response.headers["Content-Disposition"] = f'inline; filename="{event}-my-agenda.ics"'
    return response


@blueprint.post(f"{SECRET}/choice")
def choose(language: Language, event: str, token: str) -> AnyResponse:
    """Puts other sessions into the calendar."""
    refuse_other_sites()
    with unit_of_work():
        release, calendar = _own(event, token)
        sessions, unknown = personal.uids_of(_codes(), release.agenda)
        personal.choose(calendar, sessions, now=datetime.now(UTC))
    return _to_page(language, event, token, unknown)


@blueprint.post(f"{SECRET}/renew")
def renew(language: Language, event: str, token: str) -> AnyResponse:
    """Gives the calendar a new address; the old one is dead at once."""
    refuse_other_sites()
    with unit_of_work():
        _, calendar = _own(event, token)
        renewed = personal.renew(calendar, now=datetime.now(UTC))
    return _to_page(language, event, renewed)


@blueprint.post(f"{SECRET}/revoke")
def revoke(language: Language, event: str, token: str) -> AnyResponse:
    """Ends the calendar."""
    refuse_other_sites()
    with unit_of_work():
        _, calendar = _own(event, token)
        personal.revoke(calendar)
    return _redirect(url_for("mine.revoked", language=language, event=event))


@blueprint.get(f"{EVENT}/my/revoked")
def revoked(language: Language, event: str) -> Response:
    """Says that a calendar is no more."""
    release = found(queries.current_release(event))
    body = render_template(
        "calendars/revoked.html",
        release=release,
        event=release.agenda.event,
        reading=Reading(release.agenda, language),
    )
    return confidential(body)


def _own(event: str, token: str) -> tuple[PublishedRelease, PersonalCalendar]:
    """What the public may see of the event today, and the calendar; 404 alike without either."""
    calendar = found(personal.calendar_at(event, token))
    return found(queries.current_release(event)), calendar


def _codes() -> list[str]:
    """The codes that a form sends: repeated, or in one field with commas."""
    return [
        code for field in request.form.getlist("codes") for code in re.findall(r"[^\s,]+", field)
    ]


def _to_page(
    language: Language, event: str, token: str, unknown: list[str] | None = None
) -> AnyResponse:
    left_out = ",".join(unknown or [])[:200] or None
    return _redirect(
        url_for("mine.page", language=language, event=event, token=token, left_out=left_out)
    )


def _redirect(address: str) -> AnyResponse:
    """See Other, kept by nobody and named to nobody: the address may be a secret."""
    response = redirect(address, 303)
    response.headers["Cache-Control"] = "no-store"
    response.headers["Referrer-Policy"] = "no-referrer"
    return response

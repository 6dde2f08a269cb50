"""What changed from any release to any other, or to the draft, in both languages."""

from datetime import UTC, datetime
from typing import NamedTuple

from flask import render_template, request

from eventapp.accounts.guarding import needs
from eventapp.accounts.rights import Right
from eventapp.agenda.change_sheet import change_sheet, event_differs
from eventapp.agenda.manage.releases.pages import RELEASES, blueprint
from eventapp.agenda.manage.releases.viewing import read_release
from eventapp.agenda.published import PublishedRelease
from eventapp.agenda.publishing import latest
from eventapp.agenda.standing import standings
from eventapp.events.models import Event
from eventapp.plumbing.web import found
from eventapp.values.catalogue import N_
from eventapp.values.refusal import Refusal


class AskedReleases(NamedTuple):
    """The two releases that an address names; the newer one may be the draft."""

    old: PublishedRelease
    new: PublishedRelease
    is_draft: bool


@blueprint.get(f"{RELEASES}/compare")
@needs(Right.READ)
def compare(event: Event) -> str:
    """From one release to another; 0 stands for the draft."""
    old, new, is_draft = asked_releases(event)
    return render_template(
        "releases/compare.html",
        event=event,
        listed=[each.release for each in standings(event, datetime.now(UTC))],
        earlier=_number("from", old.number),
        later=0 if is_draft else new.number,
        rows=change_sheet(old.agenda, new.agenda),
        event_differs=event_differs(old.agenda, new.agenda),
    )


def asked_releases(event: Event) -> AskedReleases:
    """From the newest release to the draft, unless the address says otherwise.

    Raises Refusal for what is no number, NotFound where there is no such release.
    """
    newest = found(latest(event))
    earlier, later = _number("from", newest.number), _number("to", 0)
    return AskedReleases(read_release(event, earlier), read_release(event, later), later == 0)


def _number(name: str, otherwise: int) -> int:
    value = request.args.get(name, "")
    if not value:
        return otherwise
    if not (value.isdecimal() and len(value) < 10):
        raise Refusal(N_("This programme has no release “%(number)s”."), number=value[:20])
    return int(value)

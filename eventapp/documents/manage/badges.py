"""Badges: printed as PDF, and marked as printed once they lie on the table."""

import re
from collections.abc import Sequence
from datetime import UTC, datetime
from typing import Any, NamedTuple

from flask import Response, flash, redirect, render_template, request, url_for
from flask_babel import gettext as _
from werkzeug.wrappers import Response as AnyResponse

from eventapp.accounts.guarding import needs
from eventapp.accounts.rights import Right
from eventapp.documents import badge_printing
from eventapp.documents.badge_printing import Mark, Which
from eventapp.documents.badges import (
    Badges,
    BadgeSize,
    Card,
    badges_data,
    cards_of,
    series_of,
)
from eventapp.documents.imprint import in_both
from eventapp.documents.loading import roster_of
from eventapp.documents.manage.pages import PAPERS, asked_imprint, blueprint, noted, pdf, wished
from eventapp.documents.roster import Roster
from eventapp.documents.variants import chosen
from eventapp.events.models import Event
from eventapp.plumbing.database import unit_of_work
from eventapp.plumbing.pages import absolute
from eventapp.plumbing.problems import problem
from eventapp.plumbing.web import found, reading_language
from eventapp.values.catalogue import N_, counted

BADGES = f"{PAPERS}/badges"
BADGE = "/<language:language>/manage/<slug:event>/badges/<code:code>"
NEEDED = (Right.REGISTER, Right.PROTOCOL)
#: `code:digest`, the digest a SHA-256 in hexadecimal.
_MARK = re.compile(r"([0-9a-zA-Z_-]{1,40}):([0-9a-f]{64})")


class Run(NamedTuple):
    """The badges that a request asks for."""

    cards: Sequence[Card]
    size: BadgeSize
    which: Which
    category: str
    person: str

    @property
    def series(self) -> str:
        return series_of(self.cards)

    @property
    def parameters(self) -> dict[str, str]:
        """Those of the address that asks for the same."""
        asked = {"which": self.which.value, "category": self.category, "person": self.person}
        return {name: value for name, value in asked.items() if value}


@blueprint.get(BADGES)
@needs(*NEEDED)
def badges(event: Event) -> str:
    """Chooses badges, downloads them, and marks those that were printed."""
    roster = roster_of(event)
    return render_template(
        "documents/badges.html",
        event=event,
        wish=wished(event),
        sizes=list(BadgeSize),
        last=badge_printing.last_printed(event),
        **_shown(event, roster),
    )


@blueprint.get(f"{BADGES}.pdf")
@needs(*NEEDED)
def badge_sheets(event: Event) -> Response:
    """The badges themselves; 409 where they are no longer those that the page listed."""
    run = _asked(event, roster_of(event))
    if request.args.get("series", run.series) != run.series:
        return problem(409, _("These badges have changed since the page was opened: reload it."))
    first = event.order.languages[0]
    made = Badges(
        run.cards,
        asked_imprint(event),
        run.size,
        lambda code: absolute(".badge", language=first, event=event.slug, code=code),
    )
    noted(event, in_both(N_("Badges")), len(run.cards))
    return pdf("badges.typ", badges_data(made), made.filename, made_at=made.imprint.made_at)


@blueprint.post(BADGES)
@needs(*NEEDED)
def mark_badges(event: Event) -> AnyResponse:
    """Marks as printed what lies on the table: each badge as it was when it was listed."""
    marks = [Mark(*each.groups()) for each in map(_MARK.fullmatch, _ticked()) if each]
    event_id = event.id
    with unit_of_work():
        count = badge_printing.mark_printed(event_id, marks, now=datetime.now(UTC))
    flash(
        counted(
            "%(num)s badge was marked as printed.",
            "%(num)s badges were marked as printed.",
            count,
            reading_language(),
        )
    )
    return redirect(url_for(".badges"), 303)


@blueprint.get(BADGE)
@needs(*NEEDED)
def badge(event: Event, code: str) -> AnyResponse:
    """Where the code on a badge leads: for the team alone, to the badge's bearer."""
    cards = cards_of(roster_of(event))
    card = found(next((each for each in cards if each.person.code == code), None))
    return redirect(url_for("participants.participant", code=card.person.code))


def _ticked() -> list[str]:
    return request.form.getlist("printed")


def _shown(event: Event, roster: Roster) -> dict[str, Any]:
    run = _asked(event, roster)
    return {"run": run, "categories": roster.categories, "series": run.series}


def _asked(event: Event, roster: Roster) -> Run:
    """What this request asks for. Raises Refusal for what is not on offer."""
    which = chosen(Which, request.args.get("which", Which.CHANGED))
    size = chosen(BadgeSize, request.args.get("size", BadgeSize.US))
    category, person = request.args.get("category", ""), request.args.get("person", "")
    cards = badge_printing.wanted(
        cards_of(roster),
        badge_printing.last_printed(event),
        which,
        category=category,
        person=person,
    )
    return Run(cards, size, which, category, person)

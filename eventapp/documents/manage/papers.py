"""One page that offers all papers of an event, and those that need no page of their own."""

from dataclasses import replace
from datetime import date

from flask import Response, render_template, request
from werkzeug.exceptions import NotFound

from eventapp.accounts.guarding import needs
from eventapp.accounts.rights import Right
from eventapp.agenda import queries
from eventapp.agenda.published import PublishedRelease
from eventapp.documents.booklet import MOST_COPIES
from eventapp.documents.imprint import in_both
from eventapp.documents.loading import roster_of
from eventapp.documents.manage.pages import PAPERS, asked_imprint, blueprint, noted, pdf, wished
from eventapp.documents.participant_list import ParticipantList, list_data
from eventapp.documents.plates import PlateOf, Plates, plates_data
from eventapp.documents.signs import Signs, signs_data
from eventapp.documents.variants import chosen
from eventapp.events.models import Event
from eventapp.planning.precedence import ListKind
from eventapp.plumbing.pages import absolute
from eventapp.plumbing.web import found
from eventapp.protocol.orders import official_list
from eventapp.values.catalogue import N_
from eventapp.values.refusal import Refusal

NOT_FINAL = Refusal(
    N_("The official order is not final: make it anew before you print a final list.")
)

NOTHING_PUBLISHED = Refusal(
    N_("Door signs show the published programme: publish a release of it first.")
)


@blueprint.get(PAPERS)
@needs(Right.READ)
def papers(event: Event) -> str:
    """All papers, with what can be chosen of each."""
    official = official_list(event, ListKind.PARTICIPANTS)
    return render_template(
        "documents/papers.html",
        event=event,
        wish=wished(event),
        official=official,
        release=_release(event),
        most_copies=MOST_COPIES,
        named=[(each, official.name_of(each)) for each in official.delegations],
    )


@blueprint.get(f"{PAPERS}/signs.pdf")
@needs(Right.READ)
def signs(event: Event) -> Response:
    """Door signs of the published programme: of all rooms and days, or of some."""
    release = _release(event)
    if release is None:
        raise NOTHING_PUBLISHED
    imprint = asked_imprint(event)
    languages = event.sign_profile.languages(event.order)
    made = Signs(
        release,
        replace(imprint, languages=languages),
        event.sign_profile,
        lambda room: absolute(
            "screens.screen", language=languages[0], event=event.slug, code=room.code
        ),
        room=_asked_room(release),
        day=_asked_day(),
    )
    return pdf("signs.typ", signs_data(made), made.filename, made_at=release.published_at)


def _release(event: Event) -> PublishedRelease | None:
    """What the public reads; nothing where it was withdrawn."""
    try:
        return queries.current_release(event.slug)
    except queries.Withdrawn:
        return None


def _asked_room(release: PublishedRelease) -> str:
    """The code of the room that is asked for, empty for all. 404 for one that is not there."""
    code = request.args.get("room", "")
    found(not code or any(each.code == code for each in release.agenda.rooms) or None)
    return code


def _asked_day() -> date | None:
    """The day that is asked for, None for all. 404 for what is no day."""
    asked = request.args.get("day", "")
    try:
        return date.fromisoformat(asked) if asked else None
    except ValueError:
        raise NotFound from None


@blueprint.get(f"{PAPERS}/participants.pdf")
@needs(Right.REGISTER, Right.PROTOCOL)
def participant_list(event: Event) -> Response:
    """The list of participants: provisional or final, of everybody or of those it may name."""
    roster = roster_of(event)
    is_final = request.args.get("version") == "final"
    if is_final and roster.parties and not roster.is_final:
        raise NOT_FINAL
    is_public = request.args.get("names") == "public"
    made = ParticipantList(roster, asked_imprint(event), is_public=is_public, is_final=is_final)
    noted(event, in_both(N_("List of participants")), len(made.listed.people))
    return pdf("participant-list.typ", list_data(made), made.filename, made_at=made.imprint.made_at)


@blueprint.get(f"{PAPERS}/plates.pdf")
@needs(Right.REGISTER, Right.PROTOCOL)
def plates(event: Event) -> Response:
    """Name plates in the order of seats: of all parties or people, or of one alone."""
    of = chosen(PlateOf, request.args.get("of", PlateOf.PARTIES))
    only = [code for code in request.args.getlist("only") if code]
    made = Plates(roster_of(event, ListKind.SEATING), asked_imprint(event), of, only)
    data = plates_data(made)
    if of is PlateOf.PEOPLE:
        noted(event, in_both(N_("Name plates")), len(data["plates"]))
    return pdf("plates.typ", data, made.filename, made_at=made.imprint.made_at)

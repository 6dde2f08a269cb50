"""What the pages of papers have in common: their addresses, what they are asked for, the PDF."""

from datetime import UTC, datetime
from typing import NamedTuple

from flask import Response, request

from eventapp.accounts.guarding import me, workspace
from eventapp.documents import kept, typesetting
from eventapp.documents.imprint import Imprint
from eventapp.documents.loading import imprint_of
from eventapp.documents.variants import Choice, Paper, chosen, paper_in
from eventapp.events.labels import sign_profile
from eventapp.events.models import Event
from eventapp.history.exports import note_export
from eventapp.plumbing.settings import in_force
from eventapp.values import typography
from eventapp.values.bilingual import Bilingual

blueprint = workspace("sheets")

blueprint.add_app_template_filter(sign_profile)
blueprint.add_app_template_filter(typography.date, "long_date")

PAPERS = "/<language:language>/manage/<slug:event>/papers"


class Wish(NamedTuple):
    """The languages and the sheets that an address asks for."""

    choice: Choice
    paper: Paper


def wished(event: Event) -> Wish:
    """What this request asks for, or what is usual. Raises Refusal for what is not on offer."""
    usual = paper_in([venue.country for venue in event.venues], event.zone)
    return Wish(
        chosen(Choice, request.args.get("languages", Choice.BOTH)),
        chosen(Paper, request.args.get("paper", usual)),
    )


def asked_imprint(event: Event) -> Imprint:
    """What the paper that this request asks for says of itself."""
    return imprint_of(event, *wished(event), now=datetime.now(UTC))


def pdf(template: str, data: object, filename: str, *, made_at: datetime) -> Response:
    """A paper, set anew each time: nothing with people in it is kept as a file."""
    # Not the lock of public documents: nobody waits for their agenda behind 1,200 badges.
    with kept.one_at_a_time(in_force().data / "documents" / "people"):
        made = typesetting.typeset(kept.job(template, data, made_at=made_at))
    return as_pdf(made, filename)


def as_pdf(made: bytes, filename: str) -> Response:
    """The answer that is this document."""
    response = Response(made, content_type="application/pdf")
    response.headers["Content-Disposition"] = f'inline; filename="{filename}"'
    return response


def noted(event: Event, what: Bilingual, count: int) -> None:
    """Notes in the log that the reader takes these people's data away."""
    note_export(event, what, count, by=me().actor, now=datetime.now(UTC))

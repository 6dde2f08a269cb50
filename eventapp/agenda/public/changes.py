"""What changed from one release of a programme to another."""

from collections.abc import Sequence

from flask import Response, request

from eventapp.agenda import queries
from eventapp.agenda.change_list import ChangedSession, change_list
from eventapp.agenda.public.pages import blueprint, page, read
from eventapp.agenda.queries import ReleaseHead
from eventapp.plumbing.web import found
from eventapp.values.catalogue import N_
from eventapp.values.language import Language
from eventapp.values.refusal import Refusal


@blueprint.get("/<language:language>/<slug:event>/changes")
def changes(language: Language, event: str) -> Response:
    """From one release to the next, unless the address names others with `from` and `to`."""
    release, reading = read(event, language)
    heads = queries.releases(event)
    compared: list[ChangedSession] = []
    refusals: list[str] = []
    earlier, later = None, heads[0]
    try:
        later = _named("to", heads) or heads[0]
        earlier = _named("from", heads) or _before(later, heads)
        compared = _compared(event, earlier, later, language) if earlier else []
    except Refusal as refusal:
        refusals = [refusal.text(language)]
    response = page(
        "agenda/changes.html",
        release,
        reading,
        parameters={name: request.args[name] for name in ("from", "to") if name in request.args},
        heads=heads,
        earlier=earlier,
        later=later,
        changed=compared,
        refusals=refusals,
    )
    response.status_code = 404 if refusals else 200
    return response


def _named(parameter: str, heads: Sequence[ReleaseHead]) -> ReleaseHead | None:
    """The release that the address names; None where it names none.

    Raises Refusal where there is no such release.
    """
    number = request.args.get(parameter, "")
    if not number:
        return None
    for head in heads:
        if str(head.number) == number:
            return head
    raise Refusal(N_("This programme has no release “%(number)s”."), number=number[:20])


def _before(later: ReleaseHead, heads: Sequence[ReleaseHead]) -> ReleaseHead | None:
    return next((head for head in heads if head.number < later.number), None)


def _compared(
    event: str, earlier: ReleaseHead, later: ReleaseHead, language: Language
) -> list[ChangedSession]:
    old, new = (
        found(queries.numbered_release(event, head.number)).agenda for head in (earlier, later)
    )
    return change_list(old, new, language)

"""What changed from one release of a programme to another."""

from collections.abc import Sequence
from functools import partial

from flask import Response, request

from eventapp.agenda import queries
from eventapp.agenda.change_list import ChangedSession, change_list
from eventapp.agenda.change_sheet import change_sheet, event_differs
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
    show = partial(page, "agenda/changes.html", release, reading, heads=heads)
    try:
        later = _named(event, "to", heads) or heads[0]
        earlier = _named(event, "from", heads) or _before(later, heads)
    except Refusal as refusal:
        refusals = [refusal.text(language)]
        return show(status=404, refusals=refusals, earlier=None, later=heads[0])
    return show(
        parameters={name: request.args[name] for name in ("from", "to") if name in request.args},
        refusals=[],
        earlier=earlier,
        later=later,
        changed=_compared(event, earlier, later, language) if earlier else [],
    )


@blueprint.get("/<language:language>/<slug:event>/changes/sheet")
def sheet(language: Language, event: str) -> Response:
    """The same for readers of both languages, side by side."""
    release, reading = read(event, language)
    earlier, later = found(compared(event))
    old, new = (found(queries.numbered_release(event, head.number)) for head in (earlier, later))
    return page(
        "agenda/sheet.html",
        release,
        reading,
        parameters={"from": str(earlier.number), "to": str(later.number)},
        earlier=earlier,
        later=later,
        rows=change_sheet(old.agenda, new.agenda),
        event_differs=event_differs(old.agenda, new.agenda),
    )


def compared(event: str) -> tuple[ReleaseHead, ReleaseHead] | None:
    """The two releases that the address names, the newest two by itself; None without two.

    Raises Refusal where there is no such release, Withdrawn where there is none any more.
    """
    heads = queries.releases(event)
    later = _named(event, "to", heads) or heads[0]
    earlier = _named(event, "from", heads) or _before(later, heads)
    return (earlier, later) if earlier else None


def _named(event: str, parameter: str, heads: Sequence[ReleaseHead]) -> ReleaseHead | None:
    """The release that the address names; None where it names none.

    Raises Refusal where there is no such release, Withdrawn where there is none any more.
    """
    number = request.args.get(parameter, "")
    if not number:
        return None
    for head in heads:
        if str(head.number) == number:
            return head
    if number.isdecimal() and len(number) < 10:
        queries.numbered_release(event, int(number))
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

"""The programme as a list or a grid, each of its sessions, and the reader's own choice."""

from collections.abc import Mapping
from typing import Any

from flask import Response, redirect, request
from werkzeug.wrappers import Response as AnyResponse

from eventapp.agenda.filters import filters
from eventapp.agenda.grid import grid_of
from eventapp.agenda.public.pages import blueprint, page, read
from eventapp.agenda.published import PublishedRelease
from eventapp.agenda.reading import Reading
from eventapp.agenda.selection import Selection
from eventapp.agenda.structured import session_data
from eventapp.plumbing.pages import address, site
from eventapp.plumbing.web import found
from eventapp.values.catalogue import N_
from eventapp.values.language import Language
from eventapp.values.refusal import Refusal

LIST, GRID = "list", "grid"


@blueprint.get("/<language:language>/<slug:event>/agenda")
def agenda(language: Language, event: str) -> AnyResponse:
    """The sessions asked for, by day; what the programme does not know is said, with 404."""
    release, reading = read(event, language)
    selection = Selection.asked(request.args)
    view = request.args.get("view") or LIST
    refusals = _refusals(selection, view, reading)
    if refusals:
        return _refused(refusals, selection, release, reading)
    parameters = address_parameters(selection, view)
    if not _is_canonical(parameters):
        return redirect(address(language, parameters))
    shown = agenda_values(selection, view, reading)
    return page("agenda/agenda.html", release, reading, parameters=parameters, **shown)


@blueprint.get("/<language:language>/<slug:event>/sessions/<code:code>")
def session(language: Language, event: str, code: str) -> Response:
    """One session, with all that is known of it."""
    release, reading = read(event, language)
    chosen = found(release.agenda.session_by_code.get(code))
    data = session_data(chosen, reading, site())
    return page("agenda/session.html", release, reading, session=chosen, data=data)


@blueprint.get("/<language:language>/<slug:event>/my-agenda")
def my_agenda(language: Language, event: str) -> Response:
    """The sessions starred in this browser, which alone knows them."""
    return page("agenda/my.html", *read(event, language))


def agenda_values(selection: Selection, view: str, reading: Reading) -> dict[str, Any]:
    """What `agenda/agenda.html` shows of the sessions chosen."""
    agenda = reading.agenda
    days = reading.days(selection.sessions_of(agenda))
    return {
        "address_parameters": address_parameters,
        "selection": selection,
        "filters": filters(selection, reading),
        "view": view,
        "days": days,
        "grids": [grid_of(day.sessions, agenda.rooms) for day in days if view == GRID and day.on],
    }


def address_parameters(selection: Selection, view: str) -> dict[str, str]:
    """The parameters of the canonical address of a selection in a view."""
    return selection.parameters | ({"view": view} if view != LIST else {})


def _refusals(selection: Selection, view: str, reading: Reading) -> list[Refusal]:
    refusals = selection.refusals(reading.agenda)
    if view not in {LIST, GRID}:
        refusals.append(Refusal(N_("A programme is shown as a list or as a grid.")))
    return refusals


def _refused(
    refusals: list[Refusal], selection: Selection, release: PublishedRelease, reading: Reading
) -> Response:
    """The page without sessions: it says why, and keeps what was chosen."""
    return page(
        "agenda/agenda.html",
        release,
        reading,
        status=404,
        address_parameters=address_parameters,
        selection=selection,
        filters=filters(selection, reading),
        refusals=[refusal.text(reading.language) for refusal in refusals],
        view=LIST,
        days=[],
    )


def _is_canonical(parameters: Mapping[str, str]) -> bool:
    """Whether the address says just that, so that one page has one address."""
    return list(request.args.items(multi=True)) == list(parameters.items())

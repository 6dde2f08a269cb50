"""Who appears in a programme."""

from flask import Response

from eventapp.agenda.public.pages import blueprint, page, read
from eventapp.plumbing.web import found
from eventapp.values.language import Language


@blueprint.get("/<language:language>/<slug:event>/people")
def people(language: Language, event: str) -> Response:
    """Everybody, by the letter under which they are filed."""
    return page("agenda/people.html", *read(event, language))


@blueprint.get("/<language:language>/<slug:event>/people/<code:code>")
def person(language: Language, event: str, code: str) -> Response:
    """One person and their sessions."""
    release, reading = read(event, language)
    chosen = found(next((p for p in release.agenda.people if p.code == code), None))
    days = reading.days(release.agenda.sessions_of(chosen))
    return page("agenda/person.html", release, reading, person=chosen, days=days)

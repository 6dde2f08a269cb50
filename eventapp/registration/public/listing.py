"""Who comes, of those who wish to be named: name, function, organization, and nothing else."""

from flask import Response, render_template

from eventapp.plumbing.web import HTML
from eventapp.registration.public.pages import EVENT, blueprint, header_of, registering_at
from eventapp.registration.queries import listed
from eventapp.values.language import Language

#: A consent that is taken back is gone from every cache after so many seconds.
KEPT_FOR = 60


@blueprint.get(f"{EVENT}/participants")
def participants(language: Language, event: str) -> Response:
    """Participants who consented to be listed."""
    summit, _desk = registering_at(event)
    body = render_template(
        "registration/participants.html",
        summit=summit,
        people=listed(summit.id, language),
        **header_of(summit),
    )
    response = Response(body, content_type=HTML)
    response.headers["Cache-Control"] = f"public, max-age={KEPT_FOR}"
    return response

"""The agenda on paper, and the page that offers it."""

import logging

from flask import Blueprint, Response, render_template, request
from flask_babel import gettext as _

from eventapp.agenda import queries
from eventapp.agenda.reading import Reading
from eventapp.documents import kept
from eventapp.documents.document import Document, Site
from eventapp.documents.typesetting import TypesettingError
from eventapp.documents.variants import Choice, Layout, Paper, usual_paper, variant_of
from eventapp.plumbing.pages import absolute
from eventapp.plumbing.problems import problem
from eventapp.plumbing.settings import in_force
from eventapp.plumbing.web import found, published
from eventapp.values.language import Language

log = logging.getLogger(__name__)

EVENT = "/<language:language>/<slug:event>"

blueprint = Blueprint("documents", __name__)


@blueprint.get(f"{EVENT}/agenda.pdf")
def agenda(language: Language, event: str) -> Response:
    """The newest release as PDF, in the variant that the address asks for."""
    release = found(queries.current_release(event))
    variant = variant_of(request.args, language=language, agenda=release.agenda)
    document = Document(release, variant, _site(event))
    return published(
        kept.pdf(document, in_force().data / "documents"),
        last_modified=release.published_at,
        content_type="application/pdf",
        filename=document.filename,
    )


@blueprint.get(f"{EVENT}/print")
def offers(language: Language, event: str) -> Response:
    """Offers every variant."""
    release = found(queries.current_release(event))
    body = render_template(
        "documents/print.html",
        release=release,
        event=release.agenda.event,
        reading=Reading(release.agenda, language),
        layouts=list(Layout),
        papers=sorted(Paper, key=lambda paper: paper is not usual_paper(release.agenda)),
        choices=[language.value, language.other.value, Choice.BOTH.value],
    )
    return published(body, last_modified=release.published_at)


@blueprint.errorhandler(TypesettingError)
def _not_set(error: TypesettingError) -> Response:
    log.error("%s: %s", request.full_path, error)
    return problem(503, _("This document cannot be made just now. Please try again soon."))


def _site(event: str) -> Site:
    return Site(
        organisation=in_force().organisation,
        agenda=lambda language: absolute("agenda.agenda", language=language, event=event),
        session=lambda language, session: absolute(
            "agenda.session", language=language, event=event, code=session.code
        ),
    )

"""The agenda on paper, and the page that offers it."""

import logging

from flask import Blueprint, Response, render_template, request
from flask_babel import gettext as _

from eventapp.agenda import queries
from eventapp.agenda.public.changes import compared
from eventapp.agenda.reading import Reading
from eventapp.documents import kept
from eventapp.documents.change_sheet import ChangeSheet
from eventapp.documents.document import Document, Site
from eventapp.documents.typesetting import TypesettingError
from eventapp.documents.variants import (
    Choice,
    Layout,
    Paper,
    paper_of,
    usual_paper,
    variant_of,
)
from eventapp.plumbing.pages import absolute
from eventapp.plumbing.problems import place, problem
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
    document = Document(release, variant, site_of(event))
    return published(
        kept.pdf(document, in_force().data / "documents"),
        last_modified=release.published_at,
        content_type="application/pdf",
        filename=document.filename,
    )


@blueprint.get(f"{EVENT}/changes/sheet.pdf")
def sheet(language: Language, event: str) -> Response:  # noqa: ARG001 - it is in both
    """What changed between two releases, in both languages, on as few sheets as it takes."""
    found(queries.current_release(event))
    pair = found(compared(event))
    old, new = (found(queries.numbered_release(event, head.number)) for head in pair)
    made = ChangeSheet(old, new, paper_of(request.args, new.agenda), site_of(event))
    return published(
        kept.of_job(kept.job_of_sheet(made), made.filename, in_force().data / "documents"),
        last_modified=new.published_at,
        content_type="application/pdf",
        filename=made.filename,
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


@blueprint.app_errorhandler(TypesettingError)
def _not_set(error: TypesettingError) -> Response:
    log.error("%s: %s", place(), error)
    return problem(503, _("This document cannot be made just now. Please try again soon."))


def site_of(event: str) -> Site:
    """Who publishes, and where the event's pages stand."""
    return Site(
        organisation=in_force().organisation,
        agenda=lambda language: absolute("agenda.agenda", language=language, event=event),
        session=lambda language, session: absolute(
            "agenda.session", language=language, event=event, code=session.code
        ),
    )

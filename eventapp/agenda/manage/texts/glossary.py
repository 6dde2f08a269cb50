"""The organisation's glossary, as its translators keep it."""

from datetime import UTC, datetime
from typing import NamedTuple

from flask import Response, flash, make_response, redirect, render_template, request, url_for
from flask_babel import gettext as _
from werkzeug.wrappers import Response as AnyResponse

from eventapp.accounts.guarding import me, needs
from eventapp.accounts.rights import Right
from eventapp.agenda.manage.texts.pages import TEXTS, blueprint
from eventapp.events.models import Event
from eventapp.history.actions import Action
from eventapp.history.recording import editing
from eventapp.plumbing.database import db
from eventapp.plumbing.web import found, reading_language
from eventapp.translation.models import Term
from eventapp.translation.terms import add_term, all_terms, change_term, remove_term
from eventapp.values.bilingual import Bilingual
from eventapp.values.catalogue import N_
from eventapp.values.cleaning import one_line
from eventapp.values.refusal import Refusal


class Typed(NamedTuple):
    """A term as somebody typed it; `row_id` is 0 for a new one."""

    row_id: int
    wording: Bilingual
    note: str
    version: str


@blueprint.get(f"{TEXTS}/glossary")
@needs(Right.READ)
def glossary(event: Event) -> Response:
    """All terms; who translates may change them on the spot."""
    return _page(event)


@blueprint.post(f"{TEXTS}/glossary")
@needs(Right.TRANSLATE)
def add(event: Event) -> AnyResponse:
    """Adds a term."""
    typed = _typed(0)
    try:
        with editing(event.id, by=me().actor, now=datetime.now(UTC), action=Action.ADD):
            add_term(typed.wording, typed.note)
    except Refusal as refusal:
        return _page(event, typed=typed, refusal=refusal, status=422)
    return _saved(_("Added to the glossary."))


@blueprint.post(f"{TEXTS}/glossary/<int:term>")
@needs(Right.TRANSLATE)
def change(event: Event, term: int) -> AnyResponse:
    """Changes or removes a term, if it is still what its editor saw."""
    typed, removes = _typed(term), request.form.get("action") == "remove"
    action = Action.REMOVE if removes else Action.EDIT
    try:
        with editing(
            event.id, by=me().actor, now=datetime.now(UTC), action=action, name=typed.wording
        ):
            row = _locked(term, typed.version)
            remove_term(row) if removes else change_term(row, typed.wording, typed.note)
    except Refusal as refusal:
        status = 409 if _is_stale(term, typed.version) else 422
        return _page(event, typed=typed, refusal=refusal, status=status)
    return _saved(_("Removed from the glossary.") if removes else _("Saved."))


def _page(
    event: Event, *, typed: Typed | None = None, refusal: Refusal | None = None, status: int = 200
) -> Response:
    language = reading_language()
    body = render_template(
        "texts/glossary.html",
        event=event,
        terms=all_terms(language),
        typed=typed,
        refusal=refusal.text(language) if refusal else "",
    )
    return make_response(body, status)


def _typed(row_id: int) -> Typed:
    form = request.form
    fr, en, note = (one_line(form.get(name, "")) for name in ("fr", "en", "note"))
    return Typed(row_id, Bilingual(fr, en), note, form.get("version", "")[:20])


def _locked(term: int, version: str) -> Term:
    row = found(_stored(term, lock=True))
    if str(row.version) != version:
        raise Refusal(
            N_("Somebody else changed this term meanwhile: it now reads “%(fr)s”, “%(en)s”."),
            fr=row.wording.fr,
            en=row.wording.en,
        )
    return row


def _is_stale(term: int, version: str) -> bool:
    return str(found(_stored(term)).version) != version


def _stored(term: int, *, lock: bool = False) -> Term | None:
    if term >= 2**31:
        return None
    return db.session.get(Term, term, with_for_update=lock or None, populate_existing=True)


def _saved(said: str) -> AnyResponse:
    flash(said)
    return redirect(url_for(".glossary"), 303)

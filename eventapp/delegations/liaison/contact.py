"""How the delegation reaches who works for it."""

from typing import Any

from flask import render_template, request, url_for
from flask_babel import gettext as _
from werkzeug.wrappers import Response

from eventapp.accounts.doing import done
from eventapp.delegations.forms import ContactForm
from eventapp.delegations.guarding import assigned
from eventapp.delegations.liaison.pages import DELEGATION, blueprint, deed_of
from eventapp.delegations.models import DelegationAccess
from eventapp.delegations.naming import called
from eventapp.history.saving import doing
from eventapp.plumbing.web import reading_language

Answer = Response | tuple[str, int]


@blueprint.get(f"{DELEGATION}/contact")
@assigned
def contact(access: DelegationAccess) -> Answer:
    """One's own telephone."""
    return _page(access, ContactForm(stored=ContactForm.stored(access))), 200


@blueprint.post(f"{DELEGATION}/contact")
@assigned
def save_contact(access: DelegationAccess) -> Answer:
    """Saves it."""
    form = ContactForm([*request.form.items(multi=True)], stored=ContactForm.stored(access))
    if not form.validate():
        return _page(access, form), 422
    with doing(deed_of(access)):
        access.telephone = form.telephone.data
    return done(_("Saved."), url_for(".delegation", code=access.delegation.code))


def _page(access: DelegationAccess, form: Any) -> str:
    name = called(access.delegation).text(reading_language())
    return render_template("liaison/contact.html", access=access, form=form, name=name)

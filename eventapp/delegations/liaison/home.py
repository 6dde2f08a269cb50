"""The way in: the delegations that somebody works for."""

from flask import render_template

from eventapp.accounts.guarding import me, signed_in
from eventapp.delegations import labels
from eventapp.delegations.liaison.pages import blueprint
from eventapp.delegations.naming import called
from eventapp.delegations.queries import delegations_for
from eventapp.plumbing.web import reading_language


@blueprint.get("/<language:language>/liaison/")
@signed_in
def home() -> str:
    """The reader's delegations, those of the newest event first."""
    language = reading_language()
    accesses = delegations_for(me(), language)
    return render_template(
        "liaison/home.html",
        delegations=[(each, called(each.delegation).text(language)) for each in accesses],
        access_kind=labels.access_kind,
        delegation_state=labels.delegation_state,
    )

"""Letters of credentials: handing one in, saving it, forgetting it."""

from uuid import UUID

from flask import url_for
from flask_babel import gettext as _
from werkzeug.wrappers import Response

from eventapp.accounts.doing import done, my_deed
from eventapp.accounts.guarding import me, needs
from eventapp.accounts.rights import Right
from eventapp.delegations.credentials import hand_in, letter_of
from eventapp.delegations.manage.pages import DELEGATION, blueprint, delegation_of
from eventapp.delegations.manage.showing import page_of
from eventapp.delegations.naming import called
from eventapp.events.models import Event
from eventapp.history.saving import attempted
from eventapp.participants.papers import download, remove_paper
from eventapp.plumbing.uploads import takes_files
from eventapp.plumbing.web import reading_language

Answer = Response | tuple[str, int]


@blueprint.post(f"{DELEGATION}/papers")
@takes_files
@needs(Right.PROTOCOL)
def add_paper(event: Event, code: str) -> Answer:
    """Keeps a letter of credentials."""
    delegation = delegation_of(event, code)
    deed = my_deed(event, name=called(delegation), can_be_undone=False)
    refusal = attempted(deed, lambda: hand_in(delegation, by=deed.by.name, now=deed.now))
    if refusal is not None:
        return page_of(delegation, refusal.text(reading_language())), 422
    return done(_("The letter is kept."), url_for(".delegation", code=code))


@blueprint.get(f"{DELEGATION}/papers/<uuid:uid>")
@needs(Right.PROTOCOL)
def paper(event: Event, code: str, uid: UUID) -> Response:
    """A letter, to be saved."""
    return download(event, letter_of(delegation_of(event, code), uid), by=me().actor)


@blueprint.post(f"{DELEGATION}/papers/<uuid:uid>/remove")
@needs(Right.PROTOCOL)
def remove_the_paper(event: Event, code: str, uid: UUID) -> Answer:
    """Forgets a letter and its file."""
    delegation = delegation_of(event, code)
    letter = letter_of(delegation, uid)
    deed = my_deed(event, name=called(delegation), can_be_undone=False)
    attempted(deed, lambda: remove_paper(letter))
    return done(_("The letter is gone."), url_for(".delegation", code=code))

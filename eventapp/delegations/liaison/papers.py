"""Letters of credentials of one's delegation: a focal point hands them in."""

from uuid import UUID

from flask import url_for
from flask_babel import gettext as _
from werkzeug.wrappers import Response

from eventapp.accounts.doing import done
from eventapp.accounts.guarding import me
from eventapp.delegations.credentials import hand_in, letter_of
from eventapp.delegations.guarding import assigned
from eventapp.delegations.liaison.pages import DELEGATION, blueprint, deed_of, is_focal_point
from eventapp.delegations.liaison.showing import page_of
from eventapp.delegations.models import DelegationAccess
from eventapp.history.saving import attempted
from eventapp.participants.papers import download, remove_paper
from eventapp.plumbing.uploads import takes_files
from eventapp.plumbing.web import found, reading_language

Answer = Response | tuple[str, int]


@blueprint.post(f"{DELEGATION}/papers")
@takes_files
@assigned
def add_paper(access: DelegationAccess) -> Answer:
    """Keeps a letter of credentials."""
    found(True if is_focal_point(access) else None)
    deed = deed_of(access)
    refusal = attempted(deed, lambda: hand_in(access.delegation, by=deed.by.name, now=deed.now))
    if refusal is not None:
        return page_of(access, refusal.text(reading_language())), 422
    return done(_("The letter is kept."), _back(access))


@blueprint.get(f"{DELEGATION}/papers/<uuid:uid>")
@assigned
def paper(access: DelegationAccess, uid: UUID) -> Response:
    """A letter, to be saved."""
    return download(access.delegation.event, letter_of(access.delegation, uid), by=me().actor)


@blueprint.post(f"{DELEGATION}/papers/<uuid:uid>/remove")
@assigned
def remove_the_paper(access: DelegationAccess, uid: UUID) -> Answer:
    """Forgets a letter and its file."""
    letter = letter_of(found(access if is_focal_point(access) else None).delegation, uid)
    attempted(deed_of(access), lambda: remove_paper(letter))
    return done(_("The letter is gone."), _back(access))


def _back(access: DelegationAccess) -> str:
    return url_for(".delegation", code=access.delegation.code)

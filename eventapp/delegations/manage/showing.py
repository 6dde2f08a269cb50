"""The page of one delegation, as each of its small forms comes back to it."""

from datetime import UTC, datetime

from flask import render_template

from eventapp.delegations import labels
from eventapp.delegations.access import open_invitations
from eventapp.delegations.counting import counts_of
from eventapp.delegations.editing import has_credentials
from eventapp.delegations.forms import AccessForm
from eventapp.delegations.functions import function_of_anybody
from eventapp.delegations.kinds import DelegationState, MemberFunction
from eventapp.delegations.listing import lines_of, standing
from eventapp.delegations.models import Delegation
from eventapp.delegations.queries import accesses_to
from eventapp.delegations.standing import next_state, state_before
from eventapp.participants.kinds import PaperKind
from eventapp.participants.papers import papers_of
from eventapp.people.labels import correspondence
from eventapp.plumbing.uploads import ACCEPTED, MEGABYTE, MOST
from eventapp.plumbing.web import reading_language


def page_of(delegation: Delegation, refusal: str = "", access: AccessForm | None = None) -> str:
    """The page; `refusal` says why something could not be done."""
    event, language = delegation.event, reading_language()
    lines = lines_of(delegation, language)  # first: it loads all members at once
    return render_template(
        "delegations/delegation.html",
        event=event,
        standing=standing(
            delegation,
            language,
            counts_of(delegation),
            has_credentials=has_credentials(delegation),
        ),
        delegation=delegation,
        lines=lines,
        functions=[
            (each.value, function_of_anybody(each, language))
            for each in MemberFunction
            if each is not MemberFunction.HEAD
        ],
        states=[(each, labels.delegation_state(each, language)) for each in DelegationState],
        forward=next_state(delegation.state),
        back=state_before(delegation.state),
        step=labels.step,
        papers=papers_of(event.id, delegation.uid, PaperKind.CREDENTIALS),
        accesses=accesses_to(delegation),
        invitations=open_invitations(delegation, now=datetime.now(UTC)),
        access_kind=labels.access_kind,
        correspondence=correspondence(delegation.correspondence, language),
        form=access or AccessForm(),
        accepted=ACCEPTED,
        most=MOST // MEGABYTE,
        refusal=refusal,
    )

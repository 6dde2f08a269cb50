"""The page of one's delegation, as each of its small forms comes back to it."""

from flask import render_template

from eventapp.delegations import labels
from eventapp.delegations.counting import counts_of
from eventapp.delegations.editing import has_credentials
from eventapp.delegations.functions import function_of_anybody
from eventapp.delegations.kinds import AccessKind, DelegationState, MemberFunction
from eventapp.delegations.liaison.ways import ways_of
from eventapp.delegations.listing import lines_of, standing
from eventapp.delegations.models import DelegationAccess
from eventapp.delegations.queries import accesses_to, kinds_of_access
from eventapp.delegations.standing import STEPS_OF, next_state
from eventapp.participants.kinds import PaperKind
from eventapp.participants.papers import papers_of
from eventapp.plumbing.uploads import ACCEPTED, MEGABYTE, MOST
from eventapp.plumbing.web import reading_language


def page_of(access: DelegationAccess, refusal: str = "") -> str:
    """The page; `refusal` says why something could not be done."""
    delegation, language = access.delegation, reading_language()
    lines = lines_of(delegation, language)  # first: it loads all members at once
    forward = next_state(delegation.state)
    return render_template(
        "liaison/delegation.html",
        access=access,
        delegation=delegation,
        standing=standing(
            delegation,
            language,
            counts_of(delegation),
            has_credentials=has_credentials(delegation),
        ),
        lines=lines,
        functions=[
            (each.value, function_of_anybody(each, language))
            for each in MemberFunction
            if each is not MemberFunction.HEAD
        ],
        states=[(each, labels.delegation_state(each, language)) for each in DelegationState],
        forward=forward if forward in steps_of(access) else None,
        step=labels.step,
        papers=papers_of(delegation.event_id, delegation.uid, PaperKind.CREDENTIALS),
        may_add=AccessKind.FOCAL_POINT in kinds_of_access(access),
        contacts=accesses_to(delegation),
        access_kind=labels.access_kind,
        ways=ways_of(delegation, language),
        accepted=ACCEPTED,
        most=MOST // MEGABYTE,
        refusal=refusal,
    )


def steps_of(access: DelegationAccess) -> frozenset[DelegationState]:
    """The steps that the reader may take."""
    return frozenset().union(*(STEPS_OF[kind] for kind in kinds_of_access(access)))

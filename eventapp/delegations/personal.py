"""What is held of a member of a delegation, and how it is erased."""

from sqlalchemy import select

from eventapp.delegations.models import AccessInvitation, Delegation, DelegationAccess, Member
from eventapp.history.portraits import portrait_of
from eventapp.history.unlogged import delete_rows
from eventapp.participants.papers import forget_papers
from eventapp.participants.personal import participations
from eventapp.people.facts import PersonErased, PersonPortrayed
from eventapp.people.models import Person
from eventapp.plumbing.database import db


def portray(asked: PersonPortrayed) -> None:
    """Which delegations they belong to, as what."""
    asked.into["member"] = portrait_of(_memberships(asked.person))


def scrub(erased: PersonErased) -> None:
    """The delegation keeps its place, filled by nobody in particular; no letter invites them."""
    erased.rows["member"] = {each.id for each in _memberships(erased.person)}
    if erased.person.email:
        theirs = AccessInvitation.email == erased.person.email.lower()
        erased.rows["access_invitation"] = {
            *db.session.scalars(select(AccessInvitation.id).where(theirs))
        }
        erased.counts["access_invitation"] = delete_rows(AccessInvitation, theirs)


def forget_event(event_id: int) -> None:
    """Delegations of an event whose data was kept long enough are only counted.

    Letters of credentials, addresses, and who looked after whom are gone.
    """
    query = select(Delegation).where(Delegation.event_id == event_id)
    delegations = db.session.scalars(query.execution_options(include_removed=True)).all()
    for delegation in delegations:
        forget_papers(delegation.uid)
        delegation.email = delegation.telephone = delegation.note = ""
    ids = [each.id for each in delegations]
    for model in (AccessInvitation, DelegationAccess):
        delete_rows(model, model.delegation_id.in_(ids))


def _memberships(person: Person) -> list[Member]:
    ids = [each.id for each in participations(person)]
    return [*db.session.scalars(select(Member).where(Member.participant_id.in_(ids)))]

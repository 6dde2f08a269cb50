"""What is held of a member of a delegation, and how it is erased."""

from sqlalchemy import select

from eventapp.delegations.models import Member
from eventapp.history.portraits import portrait_of
from eventapp.participants.personal import participations
from eventapp.people.facts import PersonErased, PersonPortrayed
from eventapp.people.models import Person
from eventapp.plumbing.database import db


def portray(asked: PersonPortrayed) -> None:
    """Which delegations they belong to, as what."""
    asked.into["member"] = portrait_of(_memberships(asked.person))


def scrub(erased: PersonErased) -> None:
    """The delegation keeps its place, filled by nobody in particular."""
    erased.rows["member"] = {each.id for each in _memberships(erased.person)}


def _memberships(person: Person) -> list[Member]:
    ids = [each.id for each in participations(person)]
    return [*db.session.scalars(select(Member).where(Member.participant_id.in_(ids)))]

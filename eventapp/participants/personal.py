"""What is held of a participant here, and how it is erased."""

from sqlalchemy import select

from eventapp.history.portraits import portrait_of
from eventapp.history.unlogged import delete_rows, rewrite_rows
from eventapp.participants.models import Needs, Paper, Participant, SecretAddress
from eventapp.people.facts import PersonErased, PersonPortrayed
from eventapp.people.models import Person
from eventapp.plumbing.database import db
from eventapp.plumbing.uploads import discard

TEXTS = ("honorific", "function", "printed_name")
#: What is counted stays: the event, the category, the state, the country, the arrival.
BLANK = {
    "organisation_id": None,
    "languages": (),
    "is_listed": False,
    "consented_at": None,
    "badge": "",
    **{f"{name}_{language}": "" for name in TEXTS for language in ("fr", "en")},
}


def participations(person: Person) -> list[Participant]:
    """In all events, also those that were removed."""
    query = select(Participant).where(Participant.person_id == person.id)
    return [*db.session.scalars(query.execution_options(include_removed=True))]


def portray(asked: PersonPortrayed) -> None:
    """As what the person came to which event, what they need and what they handed in."""
    own = participations(asked.person)
    ids, uids = [each.id for each in own], [each.uid for each in own]
    asked.into["participant"] = portrait_of(own)
    needs = select(Needs).where(Needs.participant_id.in_(ids))
    asked.into["needs"] = portrait_of(db.session.scalars(needs))
    papers = select(Paper).where(Paper.owner.in_(uids))
    asked.into["paper"] = portrait_of(db.session.scalars(papers))


def scrub(erased: PersonErased) -> None:
    """Leaves a participation that only counts."""
    own = participations(erased.person)
    ids, uids = {each.id for each in own}, [each.uid for each in own]
    erased.rows["participant"] = ids
    for uid in db.session.scalars(select(Paper.uid).where(Paper.owner.in_(uids))):
        discard(uid)
    for model, whose in (
        (Needs, Needs.participant_id.in_(ids)),
        (SecretAddress, SecretAddress.subject.in_(uids)),
        (Paper, Paper.owner.in_(uids)),
    ):
        erased.counts[model.__tablename__] = delete_rows(model, whose)
    rewrite_rows(Participant, Participant.id.in_(ids), BLANK)
    erased.counts["participant"] = len(ids)

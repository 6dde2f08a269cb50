"""One person of two: what either was, held and came to."""

from datetime import date

import pytest
from sqlalchemy import select

from eventapp.participants.models import Needs, Participant
from eventapp.people.editing import add_term, merge_people, remove_person
from eventapp.people.kinds import Agreement
from eventapp.people.terms import office_on
from eventapp.plumbing.database import db, unit_of_work
from eventapp.values.bilingual import Bilingual
from eventapp.values.refusal import Refusal
from tests.builders import NOW, a_participant, a_person, a_summit

pytestmark = pytest.mark.usefixtures("app")


def test_terms_facts_and_participants_go_to_the_one_that_is_kept() -> None:
    kept, other = a_person("Zoé Été"), a_person("Zoé Ete", agreement=Agreement.FEMININE, rank=2)
    here, there = a_summit(), a_summit("there")
    a_participant(here, kept, "delegate")
    twin = a_participant(here, other, "guest")
    a_participant(there, other, "guest")
    db.session.add(Needs(participant_id=twin.id, access="", diet="végane"))
    values = {"function": Bilingual("ministre", "Minister"), "starts_on": date(2024, 1, 1)}
    add_term(other, values, now=NOW)
    db.session.commit()
    with unit_of_work():
        merge_people(kept, other, now=NOW)
    assert (kept.agreement, kept.rank) == (Agreement.FEMININE, 2)
    assert office_on(kept, date(2024, 12, 3)).function.en == "Minister"
    rows = db.session.scalars(select(Participant).order_by(Participant.event_id))
    assert [(row.person.name, row.category.code) for row in rows] == [
        ("Zoé Été", "delegate"),
        ("Zoé Été", "guest"),
    ]
    mine = db.session.scalars(select(Participant).where(Participant.event_id == here.id)).one()
    assert db.session.get(Needs, mine.id).diet == "végane"  # type: ignore[union-attr]


def test_a_participant_is_not_removed_as_a_person() -> None:
    row = a_participant(a_summit(), "Zoé Été")
    with pytest.raises(Refusal, match="Zoé Été is still a participant of “Example Summit”"):
        remove_person(row.person, now=NOW)


def test_a_dated_function_is_what_holds_on_its_days_alone() -> None:
    person = a_person()
    values = {"function": Bilingual("juge", "Judge"), "ends_on": date(2024, 12, 3)}
    add_term(person, values, now=NOW)
    held = [office_on(person, date(2024, 12, day)).function.en for day in (3, 4)]
    assert held == ["Judge", "Director"]

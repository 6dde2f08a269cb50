from datetime import UTC, datetime

from flask import Flask
from sqlalchemy import func, select

from eventapp.agenda import queries
from eventapp.bilaterals.models import Bilateral
from eventapp.delegations.kinds import MemberFunction
from eventapp.delegations.models import Delegation, Member, Party
from eventapp.demonstration import summit
from eventapp.movements.models import Movement
from eventapp.participants.models import Participant
from eventapp.people.models import Person
from eventapp.plumbing.database import Model, db, unit_of_work

NOW = datetime(2026, 6, 9, 15, 20, tzinfo=UTC)
MODELS: tuple[type[Model], ...] = (Party, Delegation, Participant, Bilateral, Movement)


def counts() -> dict[str, int]:
    return {
        model.__name__: db.session.execute(select(func.count()).select_from(model)).scalar_one()
        for model in MODELS
    }


def test_the_summit_is_made_once(app: Flask) -> None:
    for _ in range(2):
        with unit_of_work():
            summit.load(now=NOW)
    assert counts() == {
        "Party": 42,
        "Delegation": 40,
        "Participant": 400,
        "Bilateral": 60,
        "Movement": 40,
    }
    heads = select(func.count()).where(Member.function == MemberFunction.HEAD)
    assert db.session.execute(heads).scalar_one() == 40
    release = queries.current_release(summit.SLUG)
    assert release is not None
    assert len(release.agenda.sessions) == 27
    people = db.session.scalars(select(Person)).all()
    assert {each.email.endswith("@example.org") for each in people} == {True}

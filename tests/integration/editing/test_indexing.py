"""People who were there before the workspace are found in it."""

from flask import Flask
from flask_migrate import downgrade, upgrade
from sqlalchemy import text

from eventapp.people.finding import find_people
from eventapp.people.models import Person
from eventapp.plumbing.database import db
from tests.builders import a_person, an_organisation


def test_the_migration_folds_names_as_the_application_does(app: Flask) -> None:
    a_person("Zoé D’Été-Œuvré", code="zoe", organisation=an_organisation("Institut boréal"))
    db.session.commit()
    kept = db.session.scalars(db.select(Person.search_text)).one()
    db.session.execute(text("UPDATE person SET search_text = ''"))
    db.session.execute(text("UPDATE organisation SET search_text = ''"))
    db.session.commit()
    assert find_people("oeuvre") == []
    db.session.remove()
    downgrade(revision="0003")
    upgrade()
    assert db.session.scalars(db.select(Person.search_text)).one() == kept
    assert [person.code for person in find_people("BOREAL oeuvre d'ete")] == ["zoe"]

"""Forms propose wordings that the lexicon knows, and change nothing by themselves."""

from html import unescape

from flask.testing import FlaskClient

from eventapp.accounts.rights import EventRole
from eventapp.people.kinds import Agreement
from eventapp.people.models import Person
from eventapp.plumbing.database import db
from eventapp.values.bilingual import Bilingual
from tests.builders import a_person, a_summit, an_account, sign_in
from tests.web.editing.sheets import fill_in


def test_a_missing_language_is_proposed_in_agreement_and_stays_empty_when_saved(
    client: FlaskClient,
) -> None:
    event = a_summit()
    person = a_person(function=Bilingual(en="Director General"), agreement=Agreement.FEMININE)
    sign_in(client, an_account(event, EventRole.PROTOCOL))
    page = f"/fr/manage/summit/people/{person.code}"
    text = unescape(client.get(page).text)
    assert "Le lexique propose «\u00a0directrice générale\u00a0»." in text
    assert 'value="ambassadrice" data-other="Ambassador"' in text
    assert fill_in(client, page).status_code == 303
    db.session.rollback()
    saved = db.session.get(Person, person.id)
    assert saved is not None
    assert saved.function == Bilingual(en="Director General")

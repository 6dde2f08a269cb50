from datetime import UTC, datetime

from flask.testing import FlaskClient

from eventapp import demonstration
from eventapp.plumbing.database import unit_of_work


def test_every_address_printed_at_the_start_answers(client: FlaskClient) -> None:
    with unit_of_work():
        demonstration.load(now=datetime(2026, 6, 9, 15, 20, tzinfo=UTC))
    addresses = [line.split()[-1] for line in demonstration.addresses("")]
    answers = {each: client.get(each, follow_redirects=True).status_code for each in addresses}
    assert answers == dict.fromkeys(addresses, 200)

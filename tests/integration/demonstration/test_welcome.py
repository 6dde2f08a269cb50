from dataclasses import replace
from datetime import UTC, datetime

from flask import Flask

from eventapp import demonstration
from eventapp.app import create_app
from eventapp.plumbing.database import db, unit_of_work


def test_every_address_printed_at_the_start_answers(app: Flask) -> None:
    shown = create_app(replace(app.config["SETTINGS"], is_demonstration=True))
    with unit_of_work():
        demonstration.load(now=datetime(2026, 6, 9, 15, 20, tzinfo=UTC))
    addresses = [line.split()[-1] for line in demonstration.addresses("")]
    client = shown.test_client()
    answers = {each: client.get(each, follow_redirects=True).status_code for each in addresses}
    with shown.app_context():
        db.engine.dispose()
    assert answers == dict.fromkeys(addresses, 200)

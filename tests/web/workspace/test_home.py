"""The way into the workspace."""

from flask.testing import FlaskClient

from eventapp.accounts.rights import EventRole
from eventapp.plumbing.database import db
from tests.builders import a_summit, an_account, sign_in


def test_a_member_sees_their_events_and_no_other(client: FlaskClient) -> None:
    event = a_summit("mine")
    a_summit("other")
    account = an_account(event, EventRole.READER)
    db.session.commit()
    sign_in(client, account)
    page = client.get("/en/manage/").text
    assert ('href="/en/manage/mine/"' in page, "manage/other/" in page) == (True, False)
    assert client.get("/en/manage/mine/").status_code == 200
    assert client.get("/en/manage/other/").status_code == 404

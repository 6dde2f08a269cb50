"""What the pages of accounts have in common: their words, where they lead, what they keep."""

import re
from dataclasses import replace

import pytest
from flask import Flask
from flask.testing import FlaskClient
from sqlalchemy import select

from eventapp.accounts.models import Account
from eventapp.accounts.rights import EventRole
from eventapp.accounts.words import MESSAGES
from eventapp.app import create_app
from eventapp.history.models import Entry
from eventapp.plumbing.database import db
from tests.builders import a_summit, an_account, sign_in
from tests.conftest import SECRET
from tests.web.accounts.conftest import EMAIL, PASSWORD, Facts
from tests.web.workspace.posting import TOKEN, post, token_on

SIGN_IN, HOME, ACCOUNT = "/en/account/sign-in", "/en/manage/", "/en/account/"

OUTSIDE = ("sign-in", "sign-in/link", "forgotten-password", "link/none", "sign-in/passkey")
INSIDE = ("", "address", "password", "passkeys", "codes", "recovery-codes", "confirm", "all")

#: Words that stand on every page of accounts in one language, and never in the other.
ENGLISH = re.compile(r"\b(the|and|with|your|sign|password|of|is|you|link)\b", re.IGNORECASE)
FRENCH = re.compile(r"\b(le|la|et|avec|votre|mot|vous|lien|une|du|est)\b", re.IGNORECASE)

TARGETS = [
    "https://evil.example/",
    "//evil.example/",
    "///evil.example/",
    "/\\evil.example/",
    "\\\\evil.example/",
    "/fr/\\..\\..//evil.example",
    "javascript:alert(1)",
    "data:text/html,x",
    "http:evil.example",
    "https:/evil.example",
    " //evil.example",
    "\t//evil.example",
    "/%09/evil.example",
    "/fr/\r\nSet-Cookie: a=b",
    "@evil.example",
    "http://localhost@evil.example/",
    "workspace.home",
]


def words_of(page: str) -> str:
    """What a reader reads: no markup, and not the name of the other language."""
    page = re.sub(r"(?s)<(script|style|head).*?</\1>|<code.*?</code>", " ", page)
    page = page.replace("Français", "").replace("English", "")
    return re.sub(r"(?s)<[^>]+>", " ", page)


@pytest.mark.parametrize(("language", "foreign"), [("fr", ENGLISH), ("en", FRENCH)])
def test_no_word_of_one_language_stands_on_a_page_of_the_other(
    app: Flask, client: FlaskClient, account: Account, language: str, foreign: re.Pattern[str]
) -> None:
    account.name = "Zoé"
    account.is_administrator = True
    db.session.commit()
    visitors = {path: app.test_client() for path in OUTSIDE}
    sign_in(client, account)
    visitors |= dict.fromkeys(INSIDE, client)
    found = {}
    for path, visitor in visitors.items():
        page = visitor.get(f"/{language}/account/{path}")
        assert page.status_code in {200, 410}, path
        if strange := foreign.findall(words_of(page.text)):
            found[path] = strange
    assert found == {}


def test_every_message_of_flask_security_is_ours(app: Flask) -> None:
    """A message that no page can show may stay as it is; all others have our words."""
    unused = re.compile(
        r"US_|USERNAME|OAUTH|PHONE|CONFIRM|CHANGE_EMAIL|LOGIN_|RESET|PASSWORDLESS|BREACHED"
        r"|REFRESH_TOKEN|CODE_HAS|FAILED_TO|USE_CODE|GENERIC_(RECOVERY|US)|IDENTITY|EMAIL_A"
        r"|INVALID_(REDIRECT|LOGIN|CONFIRM)|ALREADY|EMAIL_CONFIRMED"
    )
    prefix = "SECURITY_MSG_"
    names = {name.removeprefix(prefix) for name in app.config if name.startswith(prefix)}
    assert {name for name in names - MESSAGES.keys() if not unused.search(name)} == set()


@pytest.mark.parametrize("target", TARGETS)
def test_signing_in_leads_to_this_site_alone(
    client: FlaskClient, account: Account, target: str
) -> None:
    data = {"email": EMAIL, "password": PASSWORD, "next": target}
    answer = post(client, SIGN_IN, data)
    # A line end in an address is no more than nothing (WHATWG URL, §4.4).
    harmless = {HOME, "/fr/Set-Cookie%3A%20a%3Db"}
    assert (answer.status_code, answer.location in harmless) == (302, True)
    asked = client.get(SIGN_IN, query_string={"next": target})
    assert asked.location in {HOME, None}


@pytest.mark.parametrize("target", TARGETS[:6])
def test_a_target_in_the_address_leads_nowhere_else_either(
    client: FlaskClient, account: Account, target: str
) -> None:
    token = token_on(client, SIGN_IN)
    data = {"email": EMAIL, "password": PASSWORD, "csrf_token": token}
    answer = client.post(SIGN_IN, query_string={"next": target}, data=data)
    assert (answer.status_code, answer.location) == (302, HOME)


def test_a_form_of_who_was_signed_out_loses_nothing(client: FlaskClient, account: Account) -> None:
    typed = {"name": 'Zoé "Z" <b>', "language": "fr", "extra": "a\nb", "old_password": "secret"}
    page = client.post(ACCOUNT, data={**typed, "csrf_token": "old"})
    assert (page.status_code, "Send again" in page.text) == (401, True)
    assert 'name="name" value="Zoé &#34;Z&#34; &lt;b&gt;"' in page.text
    assert ('value="a\nb"' in page.text, "secret" in page.text) == (True, False)
    token = TOKEN.search(page.text)
    assert token
    other_window = post(client, SIGN_IN, {"email": EMAIL, "password": PASSWORD})
    assert other_window.status_code == 302
    sent = client.post(ACCOUNT, data={**typed, "csrf_token": token[1]})
    assert sent.status_code == 303
    db.session.rollback()
    assert db.session.scalars(select(Account.name)).one() == typed["name"]


def test_a_form_with_an_old_token_loses_nothing(client: FlaskClient, account: Account) -> None:
    sign_in(client, account)
    page = client.post(ACCOUNT, data={"name": "Zoé", "language": "en", "csrf_token": "old"})
    assert (page.status_code, 'name="name" value="Zoé"' in page.text) == (400, True)
    token = TOKEN.search(page.text)
    assert token
    data = {"name": "Zoé", "language": "en", "csrf_token": token[1]}
    assert client.post(ACCOUNT, data=data).status_code == 303


@pytest.mark.parametrize(
    ("language", "words"), [("en", "Your role in this event"), ("fr", "Votre rôle dans cet")]
)
def test_who_lacks_a_right_reads_why(client: FlaskClient, language: str, words: str) -> None:
    account = an_account(a_summit(), EventRole.READER)
    db.session.commit()
    sign_in(client, account)
    page = client.get(f"/{language}/manage/summit/settings")
    assert (page.status_code, words in page.text) == (403, True)


@pytest.mark.parametrize(
    ("typed", "told"),
    [
        ({"name": ""}, "This is needed."),
        ({"name": "N" * 201}, "200 characters at most"),
        ({"language": "xx"}, "Choose one of these."),
    ],
)
def test_settings_that_cannot_be_are_refused(
    client: FlaskClient, account: Account, typed: dict[str, str], told: str
) -> None:
    sign_in(client, account)
    answer = post(client, ACCOUNT, {"name": "Zoé", "language": "en", **typed})
    assert (answer.status_code, told in answer.text) == (400, True)


def test_nobody_gives_themselves_more_than_a_name(client: FlaskClient, account: Account) -> None:
    sign_in(client, account)
    more = {"is_administrator": "y", "email": "evil@example.org", "active": "", "id": "7"}
    post(client, ACCOUNT, {"name": "Zoé", "language": "en", **more})
    db.session.rollback()
    assert (account.name, account.email, account.is_administrator) == ("Zoé", EMAIL, False)


def test_administrators_close_and_open_accounts_and_the_log_says_so(
    app: Flask, client: FlaskClient, account: Account
) -> None:
    admin, theirs = an_account(is_administrator=True, name="Ada"), app.test_client()
    db.session.commit()
    sign_in(client, admin)
    sign_in(theirs, account)
    page, numbered = "/en/account/all", f"/en/account/all/{account.id}"
    assert theirs.get(HOME).status_code == 200
    post(client, page, {}, to=f"{numbered}/close")
    assert theirs.get(HOME).status_code == 302
    post(client, page, {}, to=f"{numbered}/open")
    post(client, page, {}, to=f"{numbered}/administrator")
    post(client, page, {}, to=f"{numbered}/no-administrator")
    db.session.rollback()
    assert (account.active, account.is_administrator) == (True, False)
    entries = db.session.scalars(select(Entry).where(Entry.kind == "account")).all()
    assert {(entry.author, entry.event_id) for entry in entries} == {("Ada", None)}
    assert "fs_uniquifier" not in str([(entry.before, entry.after) for entry in entries])


def test_the_last_administrator_stays(client: FlaskClient) -> None:
    admin = an_account(is_administrator=True)
    an_account(is_administrator=True, active=False)
    db.session.commit()
    sign_in(client, admin)
    page = "/en/account/all"
    for deed in ("close", "no-administrator"):
        answer = post(client, page, {}, to=f"{page}/{admin.id}/{deed}")
        assert (answer.status_code, "this is the last one" in answer.text) == (400, True)
    assert client.get(page).status_code == 200
    assert post(client, page, {}, to=f"{page}/{2**40}/close").status_code == 404


@pytest.mark.parametrize("host", ["evil.example", "evil.example:80", "events.example.org.evil"])
def test_a_letter_links_to_this_site_whatever_host_a_request_names(
    client: FlaskClient, account: Account, said: Facts, host: str
) -> None:
    page = "/en/account/sign-in/link"
    token = token_on(client, page)
    data = {"csrf_token": token, "email": EMAIL}
    client.post(page, data=data, headers={"X-Forwarded-Host": host})
    assert said[-1].link.startswith("https://events.example.org/fr/")  # type: ignore[attr-defined]


def test_a_new_key_leaves_passwords_codes_and_sessions_as_they_are(
    app: Flask, client: FlaskClient, account: Account
) -> None:
    factory = app.extensions["security"].totp_factory
    account.tf_totp_secret = secret = factory.generate_totp_secret()
    db.session.commit()
    sign_in(client, account)
    settings = app.config["SETTINGS"]
    new_key = "a-new-secret-that-took-over-9876543210-zyx"
    rotated = replace(settings, secret_key=new_key, former_secret_keys=(SECRET,))
    later = create_app(rotated)
    with later.app_context():
        codes = later.extensions["security"].totp_factory
        assert codes.get_totp_b32_key(secret) == factory.get_totp_b32_key(secret)
        assert later.extensions["security"].totp_factory.generate_totp_secret() != secret
    visitor = later.test_client()
    data = {"email": EMAIL, "password": PASSWORD}
    assert post(visitor, SIGN_IN, data).location.partition("?")[0] in {
        HOME,
        "/en/account/sign-in/code",
    }
    with later.app_context():
        db.engine.dispose()


def test_pages_of_accounts_run_nothing_inline(client: FlaskClient, account: Account) -> None:
    sign_in(client, account)
    for path in INSIDE[:-1]:
        answer = client.get(f"/en/account/{path}")
        policy = answer.headers["Content-Security-Policy"]
        assert ("unsafe" in policy, "object-src 'none'" in policy) == (False, True)
        assert not re.search(r"<script(?![^>]* src=)|\son\w+=|\sstyle=", answer.text)


def test_public_pages_still_know_nobody(client: FlaskClient, account: Account) -> None:
    sign_in(client, account)
    page = client.get("/en/")
    assert ("Cookie" in page.headers.get("Vary", ""), "Set-Cookie" in page.headers) == (
        False,
        False,
    )

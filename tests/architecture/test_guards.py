"""Every page has a guard, and every guard keeps out whom it should.

The table says who may open what; a page that is missing here fails, and so does one whose guard
asks for something else. Then every page is opened by everybody.
"""

from collections.abc import Collection, Iterator
from datetime import timedelta
from typing import NamedTuple

import pytest
from flask import Flask
from flask.testing import FlaskClient
from sqlalchemy import select
from werkzeug.routing import Rule

from eventapp import wiring
from eventapp.accounts import team
from eventapp.accounts.guarding import Guard
from eventapp.accounts.models import Account
from eventapp.accounts.rights import EventRole, Right, rights_of
from eventapp.events.models import Event
from eventapp.plumbing.database import db, unit_of_work
from eventapp.values.bilingual import Bilingual
from eventapp.values.language import Language
from tests.architecture.pages import (
    ADMINISTRATORS,
    EVERYBODY,
    OF_FLASK_SECURITY,
    SIGNED_IN,
    WITH_ONE_OF,
    WITH_RIGHT,
)
from tests.builders import (
    NOW,
    a_delegation,
    a_member,
    a_person,
    a_room,
    a_session,
    a_summit,
    a_track,
    an_account,
    sign_in,
)
from tests.conftest import Visitor
from tests.web.workspace.posting import token_on

CANARY = "Canary-7f3a"
EVENT, OTHER = "summit", "other"

#: Behind the guard there may be nothing of that name; a form without its token goes no further.
LET_IN = {"GET": {200, 302, 303, 400, 404, 409, 410}, "POST": {400}}


class Page(NamedTuple):
    """One address of the workspace, with one of its methods."""

    endpoint: str
    method: str
    address: str
    guard: Guard


def expected_guards() -> dict[str, Guard]:
    """The written table, as guards."""
    table = {name: Guard(is_for_everybody=True) for name in EVERYBODY}
    table |= {name: Guard() for name in SIGNED_IN}
    table |= {name: Guard(is_for_administrators=True) for name in ADMINISTRATORS}
    table |= {name: Guard((right,)) for right, names in WITH_RIGHT.items() for name in names}
    table |= {name: Guard(rights) for rights, names in WITH_ONE_OF.items() for name in names}
    return table


def guards_of(app: Flask) -> dict[str, Guard | None]:
    """The guard of each endpoint that is not for everybody."""
    public = {pages.blueprint.name for pages in wiring.PUBLIC}
    return {
        rule.endpoint: getattr(app.view_functions[rule.endpoint], "guard", None)
        for rule in app.url_map.iter_rules()
        if rule.endpoint != "static"
        and rule.endpoint.partition(".")[0] not in public
        and rule.endpoint not in OF_FLASK_SECURITY
    }


def test_every_page_has_the_guard_that_the_table_says(app: Flask) -> None:
    guards, table = guards_of(app), expected_guards()
    wrong = [
        f"{endpoint}: its guard is {guards.get(endpoint)}, and tests/architecture/pages.py says"
        f" {table.get(endpoint, 'nothing of it')}"
        for endpoint in sorted(guards.keys() | table.keys())
        if guards.get(endpoint) != table.get(endpoint)
    ]
    assert wrong == []


def filled(rule: Rule, event: str) -> str:
    """An address of the rule, with something plausible for each of its parts."""
    values = {name: _plausible(rule, name) for name in rule.arguments} | {"language": "en"}
    if "event" in rule.arguments:
        values["event"] = event
    built = rule.build(values)
    assert built, rule
    return built[1]


def _plausible(rule: Rule, name: str) -> object:
    kind = type(rule._converters[name]).__name__
    return {
        "IntegerConverter": 1,
        "UUIDConverter": "00000000-0000-4000-8000-000000000000",
        "AnyConverter": next(iter(getattr(rule._converters[name], "items", ())), "x"),
        "LanguageConverter": "fr",
    }.get(kind, "x" * 32 if name == "key" else "OPEN")


def pages(app: Flask) -> Iterator[Page]:
    """Every guarded page, once for each method that it answers."""
    for rule in sorted(app.url_map.iter_rules(), key=str):
        guard = getattr(app.view_functions[rule.endpoint], "guard", None)
        if guard is not None:
            for method in sorted((rule.methods or set()) - {"HEAD", "OPTIONS"}):
                yield Page(rule.endpoint, method, filled(rule, EVENT), guard)


@pytest.fixture
def everybody(app: Flask) -> dict[str, Account | None]:
    """One of each kind of visitor; the event holds a text that no outsider may read."""
    event = a_summit(EVENT, title=Bilingual.same(CANARY), summary=Bilingual.same(CANARY))
    other = a_summit(OTHER)
    a_session(event, "OPEN", title=Bilingual.same(CANARY), people=(a_person(f"Zoé {CANARY}"),))
    visitors: dict[str, Account | None] = {
        role.value: an_account(event, role, name="Alix") for role in EventRole
    }
    visitors["administrator"] = an_account(is_administrator=True, name="Alix")
    visitors["owner of another event"] = an_account(other, EventRole.OWNER, name="Alix")
    visitors["nobody"] = None
    db.session.commit()
    return visitors


def is_let_in(guard: Guard, visitor: str) -> bool:
    """What the table of rights says."""
    if guard.is_for_everybody or visitor == "administrator":
        return True
    if visitor == "nobody" or guard.is_for_administrators:
        return False
    if not guard.rights:
        return True
    is_of_team = visitor in set(EventRole)
    return is_of_team and not rights_of([EventRole(visitor)]).isdisjoint(guard.rights)


def refusal_of(page: Page, visitor: str) -> int:
    """How somebody who is not let in is told so."""
    if visitor == "nobody":
        return 302 if page.method == "GET" else 401
    is_stranger = bool(page.guard.rights and visitor not in set(EventRole))
    return 404 if is_stranger else 403


def client_of(app: Flask, account: Account | None) -> FlaskClient:
    app.test_client_class = Visitor
    client = app.test_client()
    if account is not None:
        sign_in(client, account)
    return client


def test_every_page_lets_in_whom_the_table_says(
    app: Flask, everybody: dict[str, Account | None]
) -> None:
    wrong = []
    for visitor, account in everybody.items():
        client = client_of(app, account)
        for page in pages(app):
            answer = client.open(page.address, method=page.method)
            status = answer.status_code
            if is_let_in(page.guard, visitor):
                # Without its token a form goes no further than the guard.
                is_right = (
                    status == 400 if page.method == "POST" else status in {200, 303, 404, 410}
                )
                is_right = is_right or (page.method == "GET" and status in {302, 400, 409})
            else:
                is_right = status == refusal_of(page, visitor) and CANARY not in answer.text
            if not is_right:
                wrong.append(f"{page.method} {page.address} as {visitor}: {status}")
    assert wrong == []


@pytest.mark.parametrize(
    "token", [None, "", "wrong", "foreign"], ids=["no token", "empty", "wrong", "another’s"]
)
def test_no_form_is_taken_without_its_token(
    app: Flask, everybody: dict[str, Account | None], token: str | None
) -> None:
    client = client_of(app, everybody["administrator"])
    if token == "foreign":
        token = token_on(client_of(app, everybody["owner"]), "/en/manage/")
    data = {} if token is None else {"csrf_token": token}
    guarded = [page.address for page in pages(app) if page.method == "POST"]
    security = [
        filled(rule, EVENT)
        for rule in app.url_map.iter_rules()
        if "POST" in (rule.methods or ()) and rule.endpoint.startswith("security.")
    ]
    statuses = {
        address: client.post(address, data=data).status_code for address in guarded + security
    }
    assert set(statuses.values()) <= {400, 404}, statuses
    assert {statuses[address] for address in guarded} == {400}


@pytest.mark.parametrize(
    "headers",
    [
        {"Origin": "https://evil.example"},
        {"Sec-Fetch-Site": "cross-site"},
        {"Sec-Fetch-Site": "same-site", "Origin": "https://events.example.org"},
    ],
    ids=str,
)
@pytest.mark.parametrize(
    "content_type", ["application/x-www-form-urlencoded", "text/plain", "application/json"]
)
def test_no_form_is_taken_from_another_site(
    app: Flask,
    everybody: dict[str, Account | None],
    headers: dict[str, str],
    content_type: str,
) -> None:
    client = client_of(app, everybody["administrator"])
    body = f"csrf_token={token_on(client, '/en/manage/')}"
    for page in pages(app):
        if page.method == "POST":
            answer = client.post(
                page.address, data=body, headers=headers, content_type=content_type
            )
            assert (answer.status_code, "Send again" in answer.text) == (400, False), page


def test_a_role_that_is_taken_away_opens_nothing_any_more(
    app: Flask, everybody: dict[str, Account | None]
) -> None:
    owner = everybody["owner"]
    assert owner is not None
    client = client_of(app, owner)
    address = f"/en/manage/{EVENT}/"
    token = token_on(client, address)
    assert client.get(address).status_code == 200
    with unit_of_work():
        owner.memberships = []
    assert client.get(address).status_code == 404
    assert client.post(f"{address}undo", data={"csrf_token": token}).status_code == 404


def test_nothing_of_another_event_is_reached_through_one_s_own(
    app: Flask, everybody: dict[str, Account | None]
) -> None:
    """Codes and ids of the other event's rows, below the address of this one."""
    hidden = Bilingual.same("Hidden-9c1e")
    other = db.session.scalars(select(Event).where(Event.slug == OTHER)).one()
    session = a_session(other, "HIDDEN", title=hidden)
    a_track(other, "HIDDEN", name=hidden)
    a_room(other, "HIDDEN").name = hidden
    other.venues[0].name = hidden
    a_member(a_delegation(other, code="HIDDEN"), hidden.en)
    stranger = an_account(other, EventRole.READER, name=hidden.en)
    invited = team.invite(
        other,
        "noa@example.org",
        hidden.en,
        [EventRole.READER],
        language=Language.FR,
        invited_by="",
        now=NOW + timedelta(days=3650),
    )
    invited.id = 9_001  # the id of nothing here
    db.session.commit()
    values: dict[str, tuple[object, ...]] = {
        "code": ("HIDDEN", "hidden"),
        "uid": (other.venues[0].uid,),
        "subject": (session.uid, other.uid, other.venues[0].uid),
        "number": (stranger.id, invited.id),
    }
    client = client_of(app, everybody["owner"])
    token = token_on(client, f"/en/manage/{EVENT}/")
    reached = []
    for rule, method in _below_events(app, values.keys()):
        for value in values[_own_part(rule)]:
            built = rule.build(_rest(rule) | {_own_part(rule): value})
            assert built
            answer = client.open(built[1], method=method, data={"csrf_token": token})
            if answer.status_code != 404 or hidden.en in answer.text:
                reached.append(f"{method} {built[1]}: {answer.status_code}")
    assert reached == []


#: Rows that belong to the house and to no event: its people and its organisations.
OF_THE_HOUSE = {"directory"}


def _below_events(app: Flask, names: Collection[str]) -> Iterator[tuple[Rule, str]]:
    """The rules of pages about one thing of an event, with each method that they answer."""
    for rule in sorted(app.url_map.iter_rules(), key=str):
        parts = set(rule.arguments) & set(names)
        is_of_house = rule.endpoint.partition(".")[0] in OF_THE_HOUSE
        if "event" in rule.arguments and len(parts) == 1 and not is_of_house:
            for method in sorted((rule.methods or set()) - {"HEAD", "OPTIONS"}):
                yield rule, method


def _own_part(rule: Rule) -> str:
    return next(part for part in ("code", "uid", "subject", "number") if part in rule.arguments)


def _rest(rule: Rule) -> dict[str, object]:
    known = {"event": EVENT, "language": "en", "field": "title"}
    return {name: known.get(name) or _plausible(rule, name) for name in rule.arguments}


def test_no_page_acts_when_it_is_only_looked_at(app: Flask) -> None:
    """Nothing that a verb would name answers GET beside POST under one function."""
    both = {
        rule.endpoint
        for rule in app.url_map.iter_rules()
        if {"GET", "POST"} <= (rule.methods or set()) and rule.endpoint not in OF_FLASK_SECURITY
    }
    assert both == set()


def test_each_right_is_asked_for_somewhere(app: Flask) -> None:
    asked_for = {right for guard in guards_of(app).values() if guard for right in guard.rights}
    assert asked_for >= set(Right)

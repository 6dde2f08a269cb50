"""Official orders in the workspace: made, drawn, departed from, and never changed by themselves."""

import re
from html import unescape

import pytest
from flask.testing import FlaskClient
from sqlalchemy import select

from eventapp.accounts.rights import EventRole
from eventapp.delegations.kinds import PartyKind
from eventapp.delegations.models import Delegation
from eventapp.events.models import Event
from eventapp.planning.precedence import ListKind, drawn
from eventapp.plumbing.database import db
from eventapp.protocol.models import OfficialOrder
from eventapp.protocol.orders import official_list, order_of
from eventapp.values.bilingual import Bilingual
from tests.builders import NOW, a_delegation, a_party, a_summit, an_account, sign_in
from tests.web.editing.sheets import fill_in
from tests.web.workspace.posting import post

AT = "/fr/manage/summit/order/seating"


@pytest.fixture
def event(client: FlaskClient) -> Event:
    event = a_summit()
    for country in ("ZA", "US", "EG", "CI", "TR", "RS"):
        a_delegation(event, country)
    sign_in(client, an_account(event, EventRole.PROTOCOL, name="Alix Exemple"))
    return event


def places(client: FlaskClient, at: str = AT) -> list[str]:
    page = unescape(client.get(at).text)
    return re.findall(r'<th scope="row" lang="..">(.*?)</th>', page)


def made(client: FlaskClient, **rule: str) -> None:
    assert fill_in(client, f"{AT}/rule", **rule).status_code == 303


def the_order(event: Event) -> OfficialOrder:
    db.session.rollback()
    order = order_of(event, ListKind.SEATING)
    assert order is not None
    return order


def invite(event: Event, country: str) -> Delegation:
    delegation = a_delegation(event, country)
    db.session.commit()
    return delegation


FRENCH = [
    "Afrique du Sud", "Côte d’Ivoire", "Égypte", "États-Unis d’Amérique", "Serbie", "Türkiye",
]  # fmt: skip


def test_both_languages_keep_the_one_order_that_the_rule_makes(
    client: FlaskClient, event: Event
) -> None:
    made(client)
    assert places(client) == FRENCH
    assert places(client, AT.replace("/fr/", "/en/")) == [
        "South Africa", "Côte d’Ivoire", "Egypt", "United States of America", "Serbia", "Türkiye",
    ]  # fmt: skip
    assert "Ordre alphabétique français des noms des Nations Unies" in client.get(AT).text


def test_a_draw_is_kept_with_its_seed_and_turns_the_list(client: FlaskClient, event: Event) -> None:
    made(client)
    post(client, AT, {}, to=f"{AT}/draw")
    order = the_order(event)
    assert order.first is not None
    assert drawn(order.seed, order.drawn_among) == str(order.first.uid)
    shown = places(client)
    assert shown[shown.index("Afrique du Sud") :] + shown[: shown.index("Afrique du Sud")] == FRENCH
    assert post(client, AT, {}, to=f"{AT}/draw").status_code == 409
    post(client, AT, {}, to=f"{AT}/draw/withdraw")
    assert places(client) == FRENCH


def test_a_place_fixed_by_decision_carries_author_and_reason(
    client: FlaskClient, event: Event
) -> None:
    made(client)
    fixed = {"delegation": "tr", "position": "2", "reason": "Prochain pays hôte"}
    assert fill_in(client, f"{AT}/exceptions/new", **fixed).status_code == 303
    assert places(client)[:3] == ["Afrique du Sud", "Türkiye", "Côte d’Ivoire"]
    page = client.get(AT).text
    assert "Prochain pays hôte" in page
    assert "1 place est fixée par décision" in page
    assert fill_in(client, f"{AT}/exceptions/new", **fixed).status_code == 422
    assert post(client, f"{AT}/exceptions/tr/remove", {}).status_code == 303
    assert places(client) == FRENCH


def test_a_new_delegation_waits_at_its_place_until_somebody_makes_the_order_anew(
    client: FlaskClient, event: Event
) -> None:
    made(client)
    assert official_list(event, ListKind.SEATING).is_final
    invite(event, "JP")
    listed = official_list(event, ListKind.SEATING)
    assert not listed.is_final
    assert len(listed.unplaced) == 1
    assert places(client) == [*FRENCH[:4], "Japon", *FRENCH[4:]]
    assert "pas encore dans l’ordre" in client.get(AT).text
    post(client, AT, {}, to=f"{AT}/anew")
    db.session.rollback()
    assert official_list(event, ListKind.SEATING).is_final


def test_organisations_follow_states_and_the_host_comes_first(
    client: FlaskClient, event: Event
) -> None:
    name = Bilingual("Agence exemple", "Example Agency")
    party = a_party("", kind=PartyKind.ORGANISATION, short_name=name)
    db.session.add(Delegation(event=event, party=party, code="agence"))
    db.session.commit()
    made(client, host="rs", host_place="first")
    rest = [name for name in FRENCH if name != "Serbie"]
    assert places(client) == ["Serbie", *rest, "Agence exemple"]


@pytest.mark.parametrize(
    ("page", "typed", "said"),
    [
        ("rule", {"host_place": "first"}, "Choisissez à qui revient cette place."),
        ("rule", {"basis": "whim"}, "Choisissez"),
        ("exceptions/new", {"position": "99", "reason": "x"}, "La liste compte 6 places."),
        ("exceptions/new", {"position": "1"}, "Ce champ est nécessaire."),
        ("drawn", {"day": "hier"}, "date"),
    ],
)
def test_what_cannot_be_is_said_beside_its_field(
    client: FlaskClient, event: Event, page: str, typed: dict[str, str], said: str
) -> None:
    made(client)
    sent = {"delegation": "za", "first": "za", **typed}
    answer = fill_in(client, f"{AT}/{page}", **sent)
    assert answer.status_code == 422
    assert said in answer.text


def test_lists_are_kept_apart_and_others_learn_nothing(client: FlaskClient, event: Event) -> None:
    made(client, language="en")
    other = AT.replace("seating", "speaking")
    assert places(client, other) == FRENCH
    assert places(client) != FRENCH
    assert client.get(AT.replace("seating", "standing")).status_code == 404
    a_summit("other")
    sign_in(client, an_account(event, EventRole.READER))
    assert client.get(AT).status_code == 403
    assert client.get(AT.replace("summit", "other")).status_code == 404


def test_the_list_begins_after_a_drawn_name_that_comes_no_more(
    client: FlaskClient, event: Event
) -> None:
    made(client)
    drawn_one = fill_in(client, f"{AT}/drawn", first="eg", day="2024-11-03")
    assert drawn_one.status_code == 303
    gone = db.session.scalars(select(Delegation).where(Delegation.code == "eg")).one()
    gone.removed_at = NOW
    db.session.commit()
    assert post(client, AT, {}, to=f"{AT}/anew").status_code == 303
    page = unescape(client.get(AT).text)
    assert places(client) == [
        "États-Unis d’Amérique", "Serbie", "Türkiye", "Afrique du Sud", "Côte d’Ivoire",
    ]  # fmt: skip
    assert "première place tirée au sort\N{NO-BREAK SPACE}: Égypte" in page

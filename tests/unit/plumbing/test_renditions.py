"""Renditions seen through WSGI, around an application that counts how often it is asked."""

import gzip
from datetime import UTC, datetime
from threading import Thread
from typing import TYPE_CHECKING

import pytest
from flask import Flask, Response, request
from werkzeug.test import Client, TestResponse

from eventapp.plumbing.renditions import Renditions
from eventapp.plumbing.web import published

if TYPE_CHECKING:
    from _typeshed.wsgi import StartResponse, WSGIEnvironment

CHANGED = datetime(2024, 12, 3, 9, tzinfo=UTC)


class House:
    """An application with one published page, `/page`, and things that are not published."""

    def __init__(self) -> None:
        self.edition: int | None = 1
        self.made = 0
        app = Flask(__name__)
        app.add_url_rule("/page", view_func=self.page)
        app.add_url_rule("/image", view_func=lambda: self.page("image/png"), endpoint="image")
        app.add_url_rule("/gone", view_func=lambda: (self.page(), 410), endpoint="gone")
        app.add_url_rule("/plain", view_func=lambda: "not published", endpoint="plain")
        app.add_url_rule("/alive", view_func=lambda: "yes", endpoint="alive")
        app.add_url_rule("/form", methods=["POST"], view_func=lambda: "taken", endpoint="form")
        app.wsgi_app = Renditions(  # type: ignore[method-assign]
            app.wsgi_app, self.look_up, passing=("/alive",)
        )
        self.looked_up = 0
        self.client = Client(app, TestResponse)

    def look_up(self) -> int | None:
        self.looked_up += 1
        return self.edition

    def page(self, content_type: str = "text/html; charset=utf-8") -> Response:
        self.made += 1
        body = f"agenda {self.edition} {request.query_string.decode()} " + "é" * 2000
        return published(body, last_modified=CHANGED, content_type=content_type)


@pytest.fixture
def house() -> House:
    return House()


def test_an_answer_is_made_once_for_each_address_and_edition(house: House) -> None:
    first, again = house.client.get("/page"), house.client.get("/page")
    assert first.data == again.data
    assert house.made == 1
    house.client.get("/page?day=2024-12-03")
    assert house.made == 2
    house.edition = 2
    assert house.client.get("/page").text.startswith("agenda 2 ")
    assert house.made == 3


def test_who_asks_for_what_is_being_made_waits_for_it() -> None:
    answers: list[bytes] = []
    made = []

    def application(environ: "WSGIEnvironment", start_response: "StartResponse") -> list[bytes]:
        made.append(environ["PATH_INFO"])
        if len(made) == 1:
            second.start()
            second.join(0.2)  # were it not to wait, it would be through long before
        start_response("200 OK", [("X-Rendition", "60")])
        return [b"agenda"]

    client = Client(Renditions(application, lambda: 1), TestResponse)
    second = Thread(target=lambda: answers.append(client.get("/page").data))
    answers.append(client.get("/page").data)
    second.join()
    assert answers == [b"agenda", b"agenda"]
    assert made == ["/page"]


@pytest.mark.parametrize("path", ["/page", "/gone"])
def test_the_mark_of_the_application_stays_inside(house: House, path: str) -> None:
    assert "X-Rendition" not in house.client.get(path).headers


def test_what_is_kept_is_still_served_while_the_database_is_away(house: House) -> None:
    before = house.client.get("/page")
    house.edition = None
    assert house.client.get("/page").data == before.data
    assert house.made == 1


@pytest.mark.parametrize("form", ["{}", "W/{}", '"other", {}', "*"])
def test_a_client_that_holds_the_answer_gets_304_without_a_body(house: House, form: str) -> None:
    etag = house.client.get("/page").headers["ETag"]
    again = house.client.get("/page", headers={"If-None-Match": form.format(etag)})
    assert (again.status_code, again.data) == (304, b"")
    for header in ("ETag", "Cache-Control", "Vary", "Last-Modified"):
        assert again.headers[header] == house.client.get("/page").headers[header]


def test_if_none_match_wins_over_if_modified_since(house: House) -> None:
    changed = house.client.get("/page").headers["Last-Modified"]
    asked = {"If-Modified-Since": changed}
    assert house.client.get("/page", headers=asked).status_code == 304
    assert house.client.get("/page", headers=asked | {"If-None-Match": '"x"'}).status_code == 200


def test_an_older_copy_is_replaced(house: House) -> None:
    asked = {"If-Modified-Since": "Tue, 03 Dec 2024 08:59:59 GMT"}
    assert house.client.get("/page", headers=asked).status_code == 200


@pytest.mark.parametrize("asked", ["gzip", "br, gzip;q=0.5", "GZIP"])
def test_gzip_is_sent_to_those_who_ask_with_an_etag_of_its_own(house: House, asked: str) -> None:
    plain = house.client.get("/page")
    zipped = house.client.get("/page", headers={"Accept-Encoding": asked})
    assert zipped.headers["Content-Encoding"] == "gzip"
    assert gzip.decompress(zipped.data) == plain.data
    assert int(zipped.headers["Content-Length"]) == len(zipped.data) < len(plain.data)
    assert zipped.headers["ETag"] != plain.headers["ETag"]
    held = {"Accept-Encoding": asked, "If-None-Match": zipped.headers["ETag"]}
    assert house.client.get("/page", headers=held).status_code == 304


@pytest.mark.parametrize("asked", ["", "identity", "br", "gzip;q=0"])
def test_gzip_is_never_sent_unasked(house: House, asked: str) -> None:
    answer = house.client.get("/page", headers={"Accept-Encoding": asked})
    assert "Content-Encoding" not in answer.headers
    assert int(answer.headers["Content-Length"]) == len(answer.data)
    assert answer.headers["Vary"] == "Accept-Encoding"


def test_pictures_are_not_compressed_again(house: House) -> None:
    answer = house.client.get("/image", headers={"Accept-Encoding": "gzip"})
    assert "Content-Encoding" not in answer.headers


def test_head_has_the_headers_of_get_and_no_body(house: House) -> None:
    head = house.client.head("/page")
    assert head.data == b""
    assert dict(head.headers) == dict(house.client.get("/page").headers)


def test_what_is_not_published_passes_through(house: House) -> None:
    assert house.client.get("/plain").text == "not published"
    assert "ETag" not in house.client.get("/plain").headers
    assert house.client.head("/plain").data == b""
    assert house.client.get("/nowhere").status_code == 404
    assert house.client.post("/form").text == "taken"
    assert house.client.post("/page").status_code == 405


def test_what_tells_of_life_never_waits_for_the_edition(house: House) -> None:
    assert house.client.get("/alive").text == "yes"
    assert house.looked_up == 0
    house.client.get("/page")
    assert house.looked_up == 1

"""Filling in a form as a browser does: everything that the page holds goes back with it."""

from collections.abc import Mapping, Sequence
from html.parser import HTMLParser

from flask.testing import FlaskClient
from werkzeug.test import TestResponse

Value = str | Sequence[str]
HEADERS = {"Origin": "https://events.example.org"}


class _Sheet(HTMLParser):
    """What the inputs of the page's sheet hold, by name."""

    def __init__(self) -> None:
        super().__init__()
        self.values: dict[str, list[str]] = {}
        self._is_inside = False
        self._select = self._textarea = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = {name: value or "" for name, value in attrs}
        name = given.get("name", "")
        if tag == "form":
            self._is_inside = "sheet" in given.get("class", "").split()
        elif not self._is_inside:
            return
        elif tag == "select":
            self._select = name
        elif tag == "option" and ("selected" in given or self._select not in self.values):
            self.values[self._select] = [given.get("value", "")]
        elif tag == "textarea":
            self._textarea = name
            self.values[name] = [""]
        elif tag == "input" and name and name != "q":
            self._input(given, name)

    def _input(self, given: dict[str, str], name: str) -> None:
        if given.get("type") not in {"checkbox", "radio"} or "checked" in given:
            self.values.setdefault(name, []).append(given.get("value", ""))

    def handle_data(self, data: str) -> None:
        if self._textarea:
            self.values[self._textarea][0] += data

    def handle_endtag(self, tag: str) -> None:
        if tag == "textarea":
            name, self._textarea = self._textarea, ""
            self.values[name] = [self.values[name][0].removeprefix("\n")]


def sheet_of(answer: TestResponse) -> dict[str, list[str]]:
    """What the form of the page holds."""
    sheet = _Sheet()
    sheet.feed(answer.text)
    assert "csrf_token" in sheet.values, "no sheet on this page"
    return sheet.values


def send(client: FlaskClient, page: str, sheet: Mapping[str, Value]) -> TestResponse:
    """Sends a form as it stands."""
    return client.post(page, data=dict(sheet), headers=HEADERS)


def fill_in(client: FlaskClient, page: str, **typed: Value) -> TestResponse:
    """Opens the page, types, and saves. Names are written with `_` for `-`, once: `title__fr`."""
    names = {name.replace("__", "-"): value for name, value in typed.items()}
    return send(client, page, {**sheet_of(client.get(page)), **names})

"""Sending a form as a browser does: with the token of the page that it stands on."""

import re
from collections.abc import Mapping
from typing import Any

from flask.testing import FlaskClient
from werkzeug.test import TestResponse

TOKEN = re.compile(r'name="csrf_token"[^>]*value="([^"]+)"')


def token_on(client: FlaskClient, page: str) -> str:
    """The token of the first form on the page."""
    found = TOKEN.search(client.get(page).text)
    assert found, f"no form with a token at {page}"
    return found[1]


def post(
    client: FlaskClient, page: str, data: Mapping[str, Any], *, to: str = "", **options: Any
) -> TestResponse:
    """Posts to `to`, or to the page itself, with the page's token."""
    sent = {"csrf_token": token_on(client, page), **data}
    headers = {"Origin": "https://events.example.org", **options.pop("headers", {})}
    return client.post(to or page, data=sent, headers=headers, **options)

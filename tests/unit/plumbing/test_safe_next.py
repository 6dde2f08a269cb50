"""A page that leads on leads to this site alone."""

import pytest

from eventapp.plumbing.pages import safe_next

HOME = "/fr/manage/"


@pytest.mark.parametrize("target", ["/en/", "/fr/manage/summit/board?day=2024-12-03#OPEN"])
def test_a_page_of_this_site_is_gone_to(target: str) -> None:
    assert safe_next(target, HOME) == target


@pytest.mark.parametrize(
    "target",
    [
        "",
        "https://evil.example/",
        "//evil.example/",
        "/\\evil.example/",
        "\\\\evil.example",
        "/fr//evil.example",
        "/fr/\\evil.example",
        "javascript:alert(1)",
        "data:text/html,x",
        "/\tevil.example",
        " /fr/",
        "/fr/\r\nSet-Cookie: a=b",
        "/fr/\u2028",
        "/xx/manage",
        "/static/js/live.js",
        "http:/fr/",
        "fr/manage",
        "/fr/" + "a" * 2000,
    ],
)
def test_anything_else_leads_to_where_it_would_have_led(target: str) -> None:
    assert safe_next(target, HOME) == HOME

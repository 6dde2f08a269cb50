"""What every page knows of itself: its language, its own address and its twin's."""

import re
from collections.abc import Mapping
from typing import Any
from urllib.parse import quote, urlencode

from flask import Flask, current_app, has_request_context, request, url_for

from eventapp.plumbing.settings import in_force
from eventapp.plumbing.web import reading_language
from eventapp.values.language import Language


def init_app(app: Flask) -> None:
    """Gives every template `language`, `organisation`, `site` and `address`."""
    app.context_processor(_known)
    app.jinja_env.globals["address"] = address
    app.jinja_env.globals["reading_language"] = reading_language  # for macros, which know no page


def address(language: Language, parameters: Mapping[str, str] | None = None) -> str:
    """The address of the page being made, in a language, from the first slash on.

    An address that begins with no language leads to that language's first page.
    """
    first, _, rest = request.path.lstrip("/").partition("/")
    path = f"/{language}/{quote(rest)}" if first in set(Language) else f"/{language}/"
    return f"{path}?{urlencode(parameters)}" if parameters else path


def safe_next(target: str, otherwise: str) -> str:
    r"""Where to go on to, as a form or an address asked: a page of this site, or `otherwise`.

    Browsers read `//host`, `/\host` and addresses with control characters in them as other
    sites' (WHATWG URL, §4.4), so only plain paths below a language are taken.
    """
    is_own = _OWN_PAGE.fullmatch(target) and "//" not in target and "\\" not in target
    return target if is_own else otherwise


_OWN_PAGE = re.compile(r"/(fr|en)/[!-~]{0,1500}")


def site() -> str:
    """The beginning of all absolute addresses, whatever host a request names."""
    return in_force().base_url


def absolute(endpoint: str, **values: Any) -> str:
    """The absolute address of a page, a feed or a document; letters ask without a request, too."""
    if has_request_context():
        return site() + url_for(endpoint, **values)
    current_app.inject_url_defaults(endpoint, values)
    return site() + current_app.url_map.bind("localhost").build(endpoint, values)


def _known() -> dict[str, object]:
    language = reading_language()
    return {
        "language": language,
        "organisation": in_force().organisation.text(language).text,
        "site": site(),
    }

"""What all pages share: addresses, languages, security headers, cacheable answers."""

from datetime import datetime, timedelta
from typing import Any, TypeVar

from flask import Flask, Request, Response, current_app, g, has_request_context, request
from flask_babel import Babel
from werkzeug.exceptions import NotFound
from werkzeug.http import http_date
from werkzeug.routing import BaseConverter, ValidationError

from eventapp.plumbing.renditions import MARK
from eventapp.plumbing.settings import in_force
from eventapp.values.language import Language
from eventapp.values.slug import CODE, is_code, is_slug

T = TypeVar("T")

HTML = "text/html; charset=utf-8"

#: Nothing is loaded from elsewhere and nothing inline runs or styles.
CONTENT_SECURITY_POLICY = "; ".join(
    (
        "default-src 'none'",
        "script-src 'self'",
        "style-src 'self'",
        "img-src 'self'",
        "font-src 'self'",
        "connect-src 'self'",
        "manifest-src 'self'",
        "form-action 'self'",
        "base-uri 'none'",
        "frame-ancestors 'none'",
        "object-src 'none'",
    )
)

SECURITY_HEADERS = {
    "Content-Security-Policy": CONTENT_SECURITY_POLICY,
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "Referrer-Policy": "strict-origin-when-cross-origin",
    "Permissions-Policy": "camera=(), microphone=(), geolocation=()",
    "Cross-Origin-Opener-Policy": "same-origin",
}


class LanguageConverter(BaseConverter):
    """`fr` or `en` in an address, as a Language: a closed list, never a locale to look up."""

    regex = "fr|en"
    part_isolating = True

    def to_python(self, value: str) -> Language:
        return Language(value)

    def to_url(self, value: str) -> str:
        return Language(value).value


class SlugConverter(BaseConverter):
    """The name of an event in an address."""

    def to_python(self, value: str) -> str:
        if not is_slug(value):
            raise ValidationError
        return value


class CodeConverter(BaseConverter):
    """The name of something within an event in an address."""

    regex = CODE.pattern  # no dot, so that `P1.ics` can be another address than `P1`

    def to_python(self, value: str) -> str:
        if not is_code(value):
            raise ValidationError
        return value


babel = Babel()


def init_app(app: Flask) -> None:
    """Gives the application its addresses, its languages and its headers."""
    app.url_map.converters |= {
        "language": LanguageConverter,
        "slug": SlugConverter,
        "code": CodeConverter,
    }
    babel.init_app(app, locale_selector=lambda: reading_language().locale)
    app.url_defaults(_stay)
    app.after_request(_secure)
    app.after_request(_redirect_within)


def _stay(endpoint: str, values: dict[str, Any]) -> None:
    """An address that names no language, or no event, stays in those of the page being made."""
    here = (request.view_args or {}) if has_request_context() else {}
    if "language" not in values and current_app.url_map.is_endpoint_expecting(endpoint, "language"):
        values["language"] = reading_language()
    if (
        "event" not in values
        and "event" in here
        and current_app.url_map.is_endpoint_expecting(endpoint, "event")
    ):
        values["event"] = here["event"]


def reading_language() -> Language:
    """The language of the page being made: the address decides, then what the browser asks for."""
    if "language" not in g:
        named = (request.view_args or {}).get("language")
        g.language = named if isinstance(named, Language) else _guessed(request)
    language: Language = g.language
    return language


def preferred_language() -> Language:
    """What the browser asks for; French where it does not say."""
    best = request.accept_languages.best_match([language.value for language in Language])
    return Language(best) if best else Language.FR


def _guessed(request: Request) -> Language:
    """The language for an address that leads nowhere: its first word, or the browser's choice."""
    first = request.path.lstrip("/").partition("/")[0]
    return Language(first) if first in set(Language) else preferred_language()


def published(
    body: str | bytes,
    *,
    last_modified: datetime,
    content_type: str = HTML,
    max_age: timedelta = timedelta(minutes=5),
    lasts: timedelta = timedelta(days=1),
    filename: str = "",
    cors: bool = False,
) -> Response:
    """An answer that depends on the release and the address alone, for any cache to keep.

    `lasts` says how long our own processes may keep it while no release is published: shorter
    for a page that speaks of today. `filename` (ASCII) is the name offered for saving.
    """
    response = Response(body, content_type=content_type)
    response.headers["Cache-Control"] = f"public, max-age={max_age // timedelta(seconds=1)}"
    response.headers["Last-Modified"] = http_date(last_modified)
    response.headers[MARK] = str(lasts.total_seconds())
    if filename:
        response.headers["Content-Disposition"] = f'inline; filename="{filename}"'
    if cors:
        response.headers["Access-Control-Allow-Origin"] = "*"
    return response


def confidential(
    body: str | bytes, *, content_type: str = HTML, last_modified: datetime | None = None
) -> Response:
    """An answer behind a secret address: for one reader, kept by nobody, named to nobody."""
    response = Response(body, content_type=content_type)
    response.headers["Cache-Control"] = "private, no-store"
    response.headers["Referrer-Policy"] = "no-referrer"
    response.headers["X-Robots-Tag"] = "noindex, nofollow"
    if last_modified is not None:
        response.headers["Cache-Control"] = "private, max-age=300"
        response.headers["Last-Modified"] = http_date(last_modified)
        response.headers[MARK] = "0"
    return response


def revalidated(body: bytes, *, content_type: str) -> Response:
    """A confidential answer that its one reader may keep, and must ask about each time."""
    response = confidential(body, content_type=content_type)
    response.headers["Cache-Control"] = "private, no-cache"
    response.headers[MARK] = "0"
    return response


def found(thing: T | None) -> T:
    """The thing, or 404 where there is none."""
    if thing is None:
        raise NotFound
    return thing


def _secure(response: Response) -> Response:
    for name, value in SECURITY_HEADERS.items():
        response.headers.setdefault(name, value)
    if in_force().base_url.startswith("https:"):
        response.headers.setdefault("Strict-Transport-Security", "max-age=31536000")
    return response


def _redirect_within(response: Response) -> Response:
    """A missing slash is put right on whatever host and scheme: those are the proxy's to know."""
    host = request.host_url
    if response.status_code == 308 and (response.location or "").startswith(host):
        response.location = "/" + (response.location or "").removeprefix(host).lstrip("/")
        response.set_data(b"")
    return response

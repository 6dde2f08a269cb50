"""Answers that are pure functions of a release: made once, kept in memory, sent as bytes.

A view marks its answer with `X-Rendition` (see `web.published`). This layer around the
application keeps it, for as long as the *edition* stays what it was: any value that changes
whenever something public does. It also speaks HTTP for these answers, alike for all of them:
strong ETags, conditional requests, HEAD and gzip (RFC 9110 §8.8.3, §13, §12.5.3).
"""

import gzip
from collections import OrderedDict
from collections.abc import Callable, Hashable, Iterable
from dataclasses import dataclass, field
from functools import lru_cache
from hashlib import sha256
from threading import Lock
from time import monotonic
from typing import TYPE_CHECKING, Any, NamedTuple
from weakref import WeakValueDictionary

from werkzeug.datastructures import Headers
from werkzeug.http import parse_accept_header, parse_date, parse_etags

if TYPE_CHECKING:
    from _typeshed.wsgi import StartResponse, WSGIApplication, WSGIEnvironment

MARK = "X-Rendition"
CAPACITY = 32 * 2**20  # bytes of bodies kept by one process
COMPRESSIBLE = ("text/", "application/json", "image/svg+xml")

#: What tells one state of everything public from the next; None while nobody can tell.
Edition = Callable[[], Hashable]


class Answer(NamedTuple):
    """What the application answers, a rendition or not."""

    status: str
    headers: list[tuple[str, str]]
    body: bytes

    def unmarked(self) -> "Answer":
        """The same without our mark, which is nobody else's business."""
        return self._replace(headers=[pair for pair in self.headers if pair[0] != MARK])


@dataclass(slots=True)
class Rendition:
    """One answer, ready to be sent; its gzip form is made when somebody first asks for it."""

    headers: list[tuple[str, str]]
    body: bytes
    edition: Hashable
    expires: float
    etag: str = field(init=False)
    is_compressible: bool = field(init=False)
    last_modified: str = field(init=False)
    _gzipped: bytes | None = None

    def __post_init__(self) -> None:
        named = Headers(self.headers)
        self.etag = sha256(self.body).hexdigest()[:32]
        self.is_compressible = named.get("Content-Type", "").startswith(COMPRESSIBLE)
        self.last_modified = named.get("Last-Modified", "")
        named.remove(MARK)
        named.remove("Content-Length")
        if self.is_compressible:
            named.add("Vary", "Accept-Encoding")
        self.headers = named.to_wsgi_list()

    def is_current(self, edition: Hashable) -> bool:
        """Whether it still answers; without a database (None) what is kept answers on."""
        return edition is None or (self.edition == edition and monotonic() < self.expires)

    @property
    def size(self) -> int:
        return len(self.body) + len(self._gzipped or b"")

    def gzipped(self) -> bytes:
        if self._gzipped is None:
            self._gzipped = gzip.compress(self.body, compresslevel=6, mtime=0)
        return self._gzipped


class Renditions:
    """WSGI middleware that keeps and sends renditions; everything else passes through.

    Below the paths of `passing` nothing is ever a rendition, nor waits for the edition: the
    process must say that it lives while the database does not.
    """

    def __init__(
        self, application: "WSGIApplication", edition: Edition, passing: tuple[str, ...] = ()
    ) -> None:
        self._application = application
        self._edition = edition
        self._passing = passing
        self._kept: OrderedDict[Hashable, Rendition] = OrderedDict()
        self._turns: WeakValueDictionary[Hashable, Lock] = WeakValueDictionary()
        self._lock = Lock()

    def __call__(
        self, environ: "WSGIEnvironment", start_response: "StartResponse"
    ) -> Iterable[bytes]:
        method = environ["REQUEST_METHOD"]
        passes = bool(self._passing) and environ.get("PATH_INFO", "").startswith(self._passing)
        if passes or method not in {"GET", "HEAD"}:
            return self._application(environ, start_response)
        answer = self._answer(environ)
        if isinstance(answer, Rendition):
            return _send(answer, environ, start_response)
        start_response(answer.status, answer.headers)
        return [] if method == "HEAD" else [answer.body]

    def _answer(self, environ: "WSGIEnvironment") -> Rendition | Answer:
        """What is kept, or made now: by the first who asks, while others who ask it wait."""
        key = (environ.get("PATH_INFO", ""), environ.get("QUERY_STRING", ""))
        edition = self._edition()
        if kept := self._current(key, edition):
            return kept
        with self._lock:
            turn = self._turns.setdefault(key, Lock())
        with turn:
            return self._current(key, edition) or self._made(key, edition, environ)

    def _current(self, key: Hashable, edition: Hashable) -> Rendition | None:
        rendition = self._kept.get(key)
        return rendition if rendition and rendition.is_current(edition) else None

    def _made(
        self, key: Hashable, edition: Hashable, environ: "WSGIEnvironment"
    ) -> Rendition | Answer:
        answer = _run(self._application, environ)
        lasts = Headers(answer.headers).get(MARK)
        if lasts is None or not answer.status.startswith("200"):
            return answer.unmarked()
        rendition = Rendition(answer.headers, answer.body, edition, monotonic() + float(lasts))
        if float(lasts) > 0:
            self._keep(key, rendition)
        return rendition

    def _keep(self, key: Hashable, rendition: Rendition) -> None:
        """Keeps the newest; what was made longest ago goes first."""
        with self._lock:
            self._kept.pop(key, None)
            self._kept[key] = rendition
            while sum(kept.size for kept in self._kept.values()) > CAPACITY and self._kept:
                self._kept.popitem(last=False)


def _run(application: "WSGIApplication", environ: "WSGIEnvironment") -> Answer:
    """The application's whole answer to a GET, collected."""
    started: list[Any] = []

    def start(status: str, headers: list[tuple[str, str]], _exc: Any = None) -> Any:
        started[:] = [status, headers]

    answer = application({**environ, "REQUEST_METHOD": "GET"}, start)
    try:
        body = b"".join(answer)
    finally:
        if hasattr(answer, "close"):
            answer.close()
    return Answer(started[0], started[1], body)


def _send(
    rendition: Rendition, environ: "WSGIEnvironment", start_response: "StartResponse"
) -> Iterable[bytes]:
    zipped = rendition.is_compressible and _accepts_gzip(environ.get("HTTP_ACCEPT_ENCODING", ""))
    etag = f'"{rendition.etag}-gzip"' if zipped else f'"{rendition.etag}"'
    headers = [*rendition.headers, ("ETag", etag)]
    if _is_known(rendition, etag, environ):
        start_response("304 Not Modified", [h for h in headers if h[0] != "Content-Type"])
        return []
    body = rendition.gzipped() if zipped else rendition.body
    if zipped:
        headers.append(("Content-Encoding", "gzip"))
    headers.append(("Content-Length", str(len(body))))
    start_response("200 OK", headers)
    return [] if environ["REQUEST_METHOD"] == "HEAD" else [body]


def _is_known(rendition: Rendition, etag: str, environ: "WSGIEnvironment") -> bool:
    """Whether the client holds this very answer (RFC 9110 §13.1: If-None-Match wins)."""
    asked = environ.get("HTTP_IF_NONE_MATCH")
    if asked is not None:
        return asked == etag or parse_etags(asked).contains_weak(etag[1:-1])
    since = parse_date(environ.get("HTTP_IF_MODIFIED_SINCE"))
    changed = parse_date(rendition.last_modified)
    return since is not None and changed is not None and changed <= since


@lru_cache(maxsize=256)
def _accepts_gzip(header: str) -> bool:
    """Whether gzip is named by the client and not forbidden with q=0."""
    return any(
        coding.lower() in {"gzip", "x-gzip"} and quality > 0
        for coding, quality in parse_accept_header(header)
    )

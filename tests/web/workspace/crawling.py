"""Following every link of the workspace, as somebody curious would."""

from collections.abc import Iterator
from html.parser import HTMLParser
from urllib.parse import urljoin, urlsplit

from flask.testing import FlaskClient
from werkzeug.test import TestResponse

PAGES_AT_MOST = 400
#: Links that differ in these parameters alone lead to the same page in another order or filter.
PER_PATH = 6


class _Links(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.found: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag == "a":
            self.found += [value for name, value in attrs if name == "href" and value]


def links_of(page: str) -> list[str]:
    parser = _Links()
    parser.feed(page)
    return parser.found


def crawled(client: FlaskClient, start: str, within: str) -> Iterator[tuple[str, TestResponse]]:
    """Each page that can be reached from `start` below the path `within`, with its answer."""
    waiting, known = [start], {start}
    per_path: dict[str, int] = {}
    while waiting and len(known) <= PAGES_AT_MOST:
        address = waiting.pop(0)
        answer = client.get(address)
        yield address, answer
        if answer.mimetype != "text/html":
            continue
        for link in links_of(answer.text):
            target = urljoin(address, link).partition("#")[0]
            path = urlsplit(target).path
            if target not in known and path.startswith(within) and per_path.get(path, 0) < PER_PATH:
                per_path[path] = per_path.get(path, 0) + 1
                known.add(target)
                waiting.append(target)

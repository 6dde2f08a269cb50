"""What the application is measured against: the same server sending the same bytes from memory.

`python -m tests.bench.baseline PORT ORIGIN_PORT` copies the targets' answers from the application
at the second port, and serves them at the first from views that do nothing but return them.
"""

import sys
from collections.abc import Callable
from functools import partial

from flask import Flask, Response

from eventapp import serving
from tests.bench.asking import Answer, ask
from tests.bench.servers import WORKERS
from tests.bench.targets import NOT_MODIFIED, TARGETS

READY = "/ready"
#: Headers of the connection, which each server writes itself.
OWN = {"connection", "content-length", "date", "server", "transfer-encoding"}


def application(origin: int) -> Flask:
    """A view for each target's answer, one for a bare 304, and one that says it is up."""
    app = Flask(__name__, static_folder=None)
    for target in TARGETS:
        answer = ask(origin, target.path, target.headers)
        app.add_url_rule(target.baseline, target.id, _copy_of(answer))
    app.add_url_rule(NOT_MODIFIED, "not-modified", lambda: Response(status=304))
    app.add_url_rule(READY, "ready", lambda: "up")
    return app


def _copy_of(answer: Answer) -> Callable[[], Response]:
    headers = [header for header in answer.headers if header[0].lower() not in OWN]
    return lambda: Response(answer.body, headers=headers)


if __name__ == "__main__":
    own_port, origin_port = map(int, sys.argv[1:])
    load = partial(application, origin_port)
    serving.run(load, host="127.0.0.1", port=own_port, workers=WORKERS)

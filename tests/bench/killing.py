"""Letters go out while the server and the worker are killed, again and again, without warning.

An organizer lets held letters go, some at a time, through a real server; a real worker hands
them to a real mail server. Both processes are killed by turns (SIGKILL) and started anew.
"""

import os
import re
import signal
import subprocess
import time
from collections import Counter
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from http.client import HTTPConnection, HTTPException
from threading import Event as Bell
from threading import Thread
from urllib.parse import urlencode

from flask import current_app
from sqlalchemy import func, select

from eventapp.accounts.rights import EventRole
from eventapp.messages.kinds import LetterState
from eventapp.messages.models import Letter
from eventapp.messages.sending import CLAIM, send_waiting
from eventapp.plumbing.database import db
from tests.bench.installation import COMMAND, Installation
from tests.builders import a_summit, an_account, sign_in
from tests.letters import a_letter
from tests.post_office import PostOffice

PAGE = "/en/manage/summit/letters"
AT_ONCE = 5  # letters let go by one form
LIFE = 1.5  # seconds between a process and its end
PATIENCE = 60  # seconds for all of it to come to rest


@dataclass(frozen=True, slots=True)
class Toll:
    """What the kills cost: letters that never arrived; those that did twice, and why.

    `unexplained` are those that came twice although no worker died with them in hand.
    """

    letters: int
    kills: int
    lost: int
    doubled: int
    unexplained: int


def toll(installation: Installation, office: PostOffice, *, letters: int, kills: int) -> Toll:
    """Sends so many letters under so many kills; works in the context of the installation."""
    names, cookie = _prepare(letters)
    environ = installation.environ | {
        "EVENTAPP_MAIL_URL": f"smtp://{office.server.host}:{office.server.port}"
    }
    with _killed_by_turns(environ, kills) as over:
        _let_go(installation.port, cookie, letters)
        over.wait()
    in_hand = select(Letter.message_id).where(Letter.state == LetterState.SENDING)
    orphans = set(db.session.scalars(in_hand))
    # What dead workers held is due once their claims are stale: the clock is put forward.
    send_waiting(office.server, lambda: datetime.now(UTC) + CLAIM)
    arrived = Counter(str(each["Message-ID"]) for each in office.accepted)
    doubled = {name for name, times in arrived.items() if times > 1}
    return Toll(letters, kills, len(names - set(arrived)), len(doubled), len(doubled - orphans))


def _prepare(letters: int) -> tuple[set[str], str]:
    """An event with held letters: their names, and the cookie of somebody who may let them go."""
    event = a_summit()
    held = [a_letter(event, state=LetterState.HELD) for _ in range(letters)]
    account = an_account(event, EventRole.OWNER)
    db.session.commit()
    client = current_app.test_client()
    sign_in(client, account)
    cookie = client.get_cookie(current_app.config["SESSION_COOKIE_NAME"])
    assert cookie
    return {letter.message_id for letter in held}, f"{cookie.key}={cookie.value}"


@contextmanager
def _killed_by_turns(environ: Mapping[str, str], kills: int) -> Iterator[Bell]:
    """A server and a worker, until the block ends; the bell says when the last kill is done."""
    over = Bell()
    commands = (["serve", "--workers", "1"], ["worker"])
    running = [_started(command, environ) for command in commands]

    def kill() -> None:
        for number in range(kills):
            time.sleep(LIFE)
            turn = number % 2
            _kill(running[turn])
            running[turn] = _started(commands[turn], environ)
        over.set()

    killer = Thread(target=kill)
    killer.start()
    try:
        yield over
    finally:
        killer.join()
        for process in running:
            _kill(process)


def _started(command: list[str], environ: Mapping[str, str]) -> "subprocess.Popen[bytes]":
    return subprocess.Popen(
        [str(COMMAND), *command],
        env=dict(environ),
        start_new_session=True,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )


def _kill(process: "subprocess.Popen[bytes]") -> None:
    """With all that it started."""
    os.killpg(process.pid, signal.SIGKILL)
    process.wait()


def _let_go(port: int, cookie: str, letters: int) -> None:
    """Asks until every letter is let go; an answer that never came is asked for again."""
    first = db.session.scalar(select(func.min(Letter.id))) or 0
    db.session.rollback()
    for start in range(first, first + letters, AT_ONCE):
        until = time.monotonic() + PATIENCE
        while not _posted(port, cookie, range(start, start + AT_ONCE)):
            assert time.monotonic() < until, "the server does not come back"
            time.sleep(0.1)


def _posted(port: int, cookie: str, numbers: range) -> bool:
    """Whether the server says that these letters go, or that they went before."""
    try:
        page = _asked(port, "GET", PAGE, {"Cookie": cookie})[1]
        token = re.search(r'name="csrf_token"[^>]*value="([^"]+)"', page)
        if token is None:
            return False
        fields = [("csrf_token", token[1]), ("deed", "send"), *(("letter", n) for n in numbers)]
        headers = {
            "Cookie": cookie,
            "Sec-Fetch-Site": "same-origin",
            "Content-Type": "application/x-www-form-urlencoded",
        }
        return _asked(port, "POST", PAGE, headers, urlencode(fields))[0] in {302, 409}
    except (OSError, HTTPException):
        return False


def _asked(
    port: int, method: str, path: str, headers: Mapping[str, str], body: str = ""
) -> tuple[int, str]:
    connection = HTTPConnection("127.0.0.1", port, timeout=10)
    try:
        connection.request(method, path, body, dict(headers))
        answer = connection.getresponse()
        return answer.status, answer.read().decode()
    finally:
        connection.close()

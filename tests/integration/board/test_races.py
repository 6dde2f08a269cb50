"""Organizers who move, swap and resize the same sessions at once: nobody's move is lost unseen."""

from collections import Counter
from contextvars import Context
from threading import Barrier, Thread

import pytest
from flask import Flask
from sqlalchemy import select

from eventapp.accounts.models import Account
from eventapp.accounts.rights import EventRole
from eventapp.agenda.boards import board_of
from eventapp.agenda.models import Session
from eventapp.history.models import Entry, Step
from eventapp.plumbing.database import db
from tests.builders import a_room, a_session, a_summit, an_account, sign_in
from tests.conftest import Visitor

SESSIONS = 50
ORIGIN = {"Origin": "https://events.example.org", "Sec-Fetch-Dest": "empty"}
PAGE = "/en/manage/summit/board"


class Organizer:
    """Somebody with a browser of their own, who saw the board before anybody moved anything."""

    def __init__(self, app: Flask, account: Account, seen: dict[str, int]) -> None:
        app.test_client_class = Visitor
        self.client = app.test_client()
        sign_in(self.client, account)
        page = self.client.get(PAGE).text
        self.token = page.split('data-token="')[1].split('"')[0]
        self.seen = dict(seen)

    def sends(self, path: str, **fields: object) -> int:
        data = {"csrf_token": self.token, **fields}
        return self.client.post(f"{PAGE}/{path}", data=data, headers=ORIGIN).status_code

    def moves(self, code: str, time: str, room: str, minutes: int = 60) -> int:
        fields = {"day": "2024-12-03", "time": time, "room": room, "minutes": minutes}
        return self.sends(f"{code}/move", version=self.seen[code], **fields)

    def swaps(self, code: str, other: str) -> int:
        versions = {"version": self.seen[code], "other_version": self.seen[other]}
        return self.sends(f"{code}/swap", other=other, **versions)


def all_at_once(*works: "list[object]") -> None:
    """Runs each list of calls in a thread of its own, all from the same moment."""
    barrier = Barrier(len(works))

    def work(calls: list) -> None:  # type: ignore[type-arg]
        barrier.wait()
        for call in calls:
            call()

    threads = [Thread(target=Context().run, args=(work, calls)) for calls in works]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()


@pytest.fixture
def organizers(app: Flask) -> tuple[Organizer, Organizer]:
    event = a_summit()
    a_room(event, "One"), a_room(event, "Two")
    for number in range(SESSIONS):
        a_session(event, f"S{number}", at=f"{9 + number // 5:02}:{number % 5 * 10:02}", minutes=10)
    accounts = [an_account(event, EventRole.PROGRAMME) for _ in range(2)]
    db.session.commit()
    seen = {
        session.code: board.versions[session.uid]
        for board in [board_of(event, None)]
        for session in board.timed
    }
    one, other = (Organizer(app, account, seen) for account in accounts)
    return one, other


def test_of_two_who_move_the_same_session_one_is_told(
    organizers: tuple[Organizer, Organizer],
) -> None:
    statuses: dict[str, list[int]] = {f"S{number}": [] for number in range(SESSIONS)}

    def calls(who: Organizer, time: str, room: str) -> list[object]:
        return [
            lambda code=code: statuses[code].append(who.moves(code, time, room))
            for code in statuses
        ]

    one, other = organizers
    all_at_once(calls(one, "14:00", "one"), calls(other, "15:00", "two"))
    told = {code: sorted(answers) for code, answers in statuses.items()}
    assert told == {code: [200, 409] for code in statuses}
    assert len(_entries()) == SESSIONS


def test_moves_swaps_and_resizes_at_once_keep_every_accepted_one(
    organizers: tuple[Organizer, Organizer],
) -> None:
    statuses: list[int] = []
    one, other = organizers
    pairs = [(f"S{number}", f"S{number + 1}") for number in range(0, SESSIONS - 1, 2)]

    def swaps() -> list[object]:
        # The two name the pairs in opposite order, which must not lock them against each other.
        return [lambda pair=pair: statuses.append(one.swaps(*pair)) for pair in pairs]

    def crossing() -> list[object]:
        return [lambda pair=pair: statuses.append(other.swaps(*pair[::-1])) for pair in pairs]

    def resizes() -> list[object]:
        return [
            lambda code=f"S{number}": statuses.append(other.moves(code, "16:00", "two", 30))
            for number in range(SESSIONS)
        ]

    all_at_once(swaps(), crossing(), resizes())
    assert set(statuses) == {200, 409}
    assert statuses.count(200) == len(db.session.scalars(select(Step)).all())
    changed = Counter(entry.row_id for entry in _entries())
    for session in db.session.scalars(select(Session)):
        assert session.version == 1 + changed[session.id]
        assert _last_after(session) in ([], [session.room_id])


def _entries() -> list[Entry]:
    db.session.rollback()
    return [*db.session.scalars(select(Entry).where(Entry.kind == "session").order_by(Entry.id))]


def _last_after(session: Session) -> list[int | None]:
    """The room that the newest log entry about rooms gave the session."""
    rooms = [
        e.after["room_id"] for e in _entries() if e.row_id == session.id and "room_id" in e.after
    ]
    return rooms[-1:]

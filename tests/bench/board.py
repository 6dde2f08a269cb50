"""How quickly the board of a large event answers: its page, a move, and the look for others' moves.

Server time, measured in the application itself: no network and no browser.
"""

from collections.abc import Callable
from datetime import UTC, datetime, time, timedelta
from itertools import cycle
from statistics import median
from time import perf_counter

from sqlalchemy import select

from eventapp.agenda.conflicts.queries import conflicts_around
from eventapp.agenda.editing import move_slot, place
from eventapp.agenda.holding import sessions_called
from eventapp.agenda.models import Session
from eventapp.events.models import Event
from eventapp.history.actions import Action
from eventapp.history.recording import Actor, editing
from eventapp.plumbing.database import db
from eventapp.values.language import Language
from tests.bench.figures import Conditions, Figure, under
from tests.bench.workspace import CONDITIONS, FIRST_DAY, Workspace

ROUNDS = 15
ORIGIN = {"Origin": "https://events.example.org", "Sec-Fetch-Dest": "empty"}
TIMES = ("20:00", "20:30", "21:00")


def figures(workspace: Workspace) -> list[Figure]:
    """The board's figures; the workspace is changed by them."""
    page = f"/en/manage/{workspace.slug}/board"
    conditions: Conditions = {**CONDITIONS, "rounds": ROUNDS}
    measured = (
        ("board-page", "the board’s page, a day of 200 sessions", 300.0, _page(workspace, page)),
        ("board-look", "looking for others’ moves, nothing changed", 50.0, _look(workspace, page)),
        ("board-move", "a move: verb, log, commit and all its conflict rules", 50.0, _move()),
        (
            "board-post",
            "the whole request of a move, the day rendered",
            300.0,
            _post(workspace, page),
        ),
    )
    return [
        Figure(id_, name, _milliseconds(work), "ms", under(bar), conditions)
        for id_, name, bar, work in measured
    ]


def _milliseconds(work: Callable[[], None]) -> float:
    """The middle one of some rounds, after one to warm up."""
    work()
    took = []
    for _ in range(ROUNDS):
        begun = perf_counter()
        work()
        took.append(perf_counter() - begun)
    return median(took) * 1000


def _page(workspace: Workspace, page: str) -> Callable[[], None]:
    def work() -> None:
        _expect(workspace.client.get(page).status_code, 200)

    return work


def _look(workspace: Workspace, page: str) -> Callable[[], None]:
    mark = _between(workspace.client.get(page).text, 'data-mark="', '"')

    def work() -> None:
        _expect(workspace.client.get(f"{page}/changes?since={mark}").status_code, 204)

    return work


def _move() -> Callable[[], None]:
    """What a request does between its form and its page, in a unit of work of its own."""
    times = cycle((time(20), time(20, 30)))
    actor = Actor(1, "bench")

    def work() -> None:
        now = datetime.now(UTC)
        event = db.session.scalars(select(Event)).one()
        span = place(event, FIRST_DAY, next(times), 30)
        with editing(event.id, by=actor, now=now, action=Action.MOVE):
            [session] = sessions_called(event, ["S7"])
            move_slot(session, span, session.room, now=now)
        conflicts_around(event, session.uid, Language.EN, today=FIRST_DAY - timedelta(days=30))
        db.session.remove()

    return work


def _post(workspace: Workspace, page: str) -> Callable[[], None]:
    token = _between(workspace.client.get(page).text, 'data-token="', '"')
    times = cycle(TIMES)

    def work() -> None:
        fields = {
            "csrf_token": token,
            "day": FIRST_DAY.isoformat(),
            "time": next(times),
            "minutes": "30",
            "room": "r7",
            "version": str(_version("S9")),
        }
        answer = workspace.client.post(f"{page}/S9/move", data=fields, headers=ORIGIN)
        _expect(answer.status_code, 200)

    return work


def _version(code: str) -> int:
    version = db.session.scalars(select(Session.version).where(Session.code == code)).one()
    db.session.remove()
    return version


def _between(text: str, before: str, after: str) -> str:
    return text.split(before, 1)[1].split(after, 1)[0]


def _expect(status: int, expected: int) -> None:
    if status != expected:
        raise RuntimeError(f"The board answers {status}, not {expected}.")

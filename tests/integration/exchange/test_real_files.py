"""Schedules of real conferences, where they lie beside the checkout."""

from collections import Counter
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import NamedTuple

import pytest
from sqlalchemy import select

from eventapp.agenda import publishing, queries
from eventapp.agenda.kinds import SessionKind
from eventapp.agenda.models import Session
from eventapp.events.models import Event
from eventapp.exchange.importing import ImportReport, import_schedule
from eventapp.exchange.importing.report import Counts, Thing
from eventapp.exchange.reading import read
from eventapp.plumbing.database import db, unit_of_work
from eventapp.values.bilingual import Bilingual

pytestmark = pytest.mark.usefixtures("app")

FOLDER = Path(__file__).parents[4] / "shared" / "data"
NOW = datetime(2025, 1, 10, 12, tzinfo=UTC)


class Real(NamedTuple):
    """What is known of a file: how much it holds, and its sessions by programme day."""

    file: str
    added: dict[Thing, int]
    first_day: date
    sessions_by_day: list[int]


def holds(rooms: int, tracks: int, people: int, sessions: int) -> dict[Thing, int]:
    return dict(zip(Thing, (1, rooms, tracks, people, sessions), strict=True))


FILES = [
    Real("fosdem-2025.xml", holds(40, 74, 992, 943), date(2025, 2, 1), [470, 473]),
    Real("debconf23.xml", holds(5, 11, 87, 117), date(2023, 9, 10), [20, 17, 19, 4, 11, 19, 19, 8]),
    Real("camp-2019.json", holds(2, 7, 90, 79), date(2019, 8, 21), [17, 17, 19, 17, 9]),
]


def content(real: Real) -> bytes:
    file = FOLDER / real.file
    if not file.is_file():
        pytest.skip("no real schedules lie beside this checkout")
    return file.read_bytes()


def imported(data: bytes) -> ImportReport:
    with unit_of_work():
        report = import_schedule(read(data), slug="real", language=None, by="organizer", now=NOW)
    db.session.remove()
    return report


@pytest.mark.parametrize("real", FILES, ids=lambda real: real.file)
def test_a_real_schedule_is_imported_released_and_imported_again(real: Real) -> None:
    data = content(real)
    first = imported(data)
    assert {thing: counts.added for thing, counts in first.counts.items()} == real.added

    event = db.session.scalars(select(Event)).one()
    with unit_of_work():
        publishing.publish(event, by="organizer", now=NOW, note=Bilingual(), allow_missing=True)
    release = queries.current_release("real")
    assert release is not None
    agenda = release.agenda
    days = Counter(agenda.event.day_of(each.span) for each in agenda.sessions if each.span)
    expected = enumerate(real.sessions_by_day)
    assert days == {real.first_day + timedelta(days=day): count for day, count in expected}

    again = imported(data)
    assert again.changes == 0
    assert again.counts == {thing: Counts(unchanged=count) for thing, count in real.added.items()}


def test_real_words_arrive_as_they_were_meant() -> None:
    imported(content(FILES[1]))
    kinds = Counter(db.session.scalars(select(Session.kind)))
    assert kinds == {
        SessionKind.TALK: 56,
        SessionKind.ROUNDTABLE: 25,
        SessionKind.MEAL: 24,
        SessionKind.BREAK: 7,
        SessionKind.WORKSHOP: 3,
        SessionKind.OTHER: 2,
    }


def test_a_real_file_that_was_edited_changes_what_was_edited() -> None:
    data = content(FILES[2])
    imported(data)
    edited = data.replace(b'"Opening Ceremony"', b'"Grand Opening"', 1)
    assert edited != data
    report = imported(edited)
    assert (report.changes, report.counts[Thing.SESSION]) == (1, Counts(changed=1, unchanged=78))

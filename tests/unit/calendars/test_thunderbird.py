"""Thunderbird's own parser reads what we meant."""

import json
import os
import shutil
import subprocess
from pathlib import Path
from typing import Any

import pytest

from eventapp.agenda.kinds import SlotState
from eventapp.calendars.entries import Options
from eventapp.values.language import Language
from tests.unit.calendars.programme import EVENT, a_feed, a_release, a_session, a_span, text, uid

PROJECT = Path(__file__).parents[3]
READER = Path(__file__).with_name("read.mjs")


def read_by_thunderbird(body: bytes) -> dict[str, dict[str, Any]]:
    """Every entry by its UID."""
    node = shutil.which("node")
    if not node and not os.environ.get("CI"):
        pytest.skip("there is no Node on this machine")
    run = subprocess.run(
        [node or "node", READER], input=body, capture_output=True, check=True, cwd=PROJECT
    )
    return {entry["uid"]: entry for entry in json.loads(run.stdout)}


def test_texts_times_and_zones_arrive_as_they_were_meant() -> None:
    sessions = [
        a_session("nasty", title=text('C:\\Nouveau, 🎤; "d" ' + "é" * 90)),
        a_session("tokyo", span=a_span("2024-12-03T09:00", zone="Asia/Tokyo")),
        a_session("summer", span=a_span("2024-07-03T23:30", minutes=90)),
        a_session("doubled", span=a_span("2024-10-27T02:30")),
        a_session("ramadan", span=a_span("2024-03-20T09:00", zone="Africa/Casablanca")),
        a_session("off", state=SlotState.CANCELLED),
    ]

    read = read_by_thunderbird(
        a_feed(a_release(*sessions), Language.EN, options=Options(rich=True))
    )

    assert {key: (entry["start"], entry["end"], entry["zone"]) for key, entry in read.items()} == {
        EVENT.uid: ("2024-12-03", "2024-12-05", "floating"),
        uid("nasty"): ("2024-12-03T08:00:00.000Z", "2024-12-03T09:00:00.000Z", EVENT.zone),
        uid("tokyo"): ("2024-12-03T00:00:00.000Z", "2024-12-03T01:00:00.000Z", "Asia/Tokyo"),
        uid("summer"): ("2024-07-03T21:30:00.000Z", "2024-07-03T23:00:00.000Z", EVENT.zone),
        uid("doubled"): ("2024-10-27T00:30:00.000Z", "2024-10-27T01:30:00.000Z", "UTC"),
        uid("ramadan"): (
            "2024-03-20T09:00:00.000Z",
            "2024-03-20T10:00:00.000Z",
            "Africa/Casablanca",
        ),
        uid("off"): ("2024-12-03T08:00:00.000Z", "2024-12-03T09:00:00.000Z", EVENT.zone),
    }
    nasty = read[uid("nasty")]
    assert nasty["summary"] == 'C:\\Nouveau, 🎤; "d" ' + "é" * 90
    assert nasty["location"] == "Room A, Palace, 1, rue Haute, Belgrade"
    assert nasty["description"] == (
        "Zoé Exemple, Director, Institute (moderator)\nRoom: Room A\nLanguages: French\n"
        "Interpretation: English\n\nA word of welcome.\n\n"
        "https://events.example.org/en/summit/sessions/nasty"
    )
    assert (nasty["sequence"], read[uid("off")]["summary"]) == (2, "CANCELLED - Opening")

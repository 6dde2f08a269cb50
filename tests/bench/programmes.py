"""Programmes to measure with: the largest real schedule at hand, or one made here."""

from datetime import UTC, datetime, timedelta
from pathlib import Path
from xml.etree import ElementTree as ET

from eventapp.values.language import Language

#: Real schedules, where somebody has laid them beside the checkout.
REAL = Path(__file__).parents[3] / "shared" / "data"

#: As many sessions as the largest conference measured with has.
LARGE = 943

FIRST_DAY = datetime(2025, 2, 1, 9, tzinfo=UTC)
SLOT = timedelta(minutes=30)
SLOTS_A_DAY = 18
ROOMS = 30
TRACKS = 24
PARAGRAPHS = 3
SENTENCE = {
    Language.EN: "This sentence stands for what a careful author would have written here. ",
    Language.FR: "Cette phrase tient lieu de ce qu’un auteur soigneux aurait écrit ici. ",
}


def largest() -> tuple[str, bytes]:
    """The largest schedule at hand: its name and its bytes."""
    files = [file for file in REAL.glob("*") if file.suffix in {".xml", ".json"}]
    if not files:
        return f"{LARGE} generated sessions", generated(LARGE)
    file = max(files, key=lambda file: file.stat().st_size)
    return file.name, file.read_bytes()


def generated(sessions: int, language: Language = Language.EN) -> bytes:
    """A schedule.xml of that many sessions; the same sessions in whichever language."""
    schedule = ET.Element("schedule")
    a_day = SLOTS_A_DAY * ROOMS
    _conference(schedule, days=-(-sessions // a_day), name=f"Example {sessions}")
    for number in range(sessions):
        day, slot, room = number // a_day, number % a_day // ROOMS, number % ROOMS
        _session(_room(schedule, day, room), number, _start(day, slot), room, language)
    return ET.tostring(schedule, encoding="unicode").encode()


def _start(day: int, slot: int) -> datetime:
    return FIRST_DAY + timedelta(days=day) + slot * SLOT


def _conference(schedule: ET.Element, *, days: int, name: str) -> None:
    conference = ET.SubElement(schedule, "conference")
    last = FIRST_DAY + timedelta(days=days - 1)
    _texts(
        conference,
        title=name,
        acronym=name.lower().replace(" ", "-"),
        start=FIRST_DAY.date().isoformat(),
        end=last.date().isoformat(),
        time_zone_name="UTC",
    )


def _room(schedule: ET.Element, day: int, room: int) -> ET.Element:
    """The element of a room on a day, made where it is not there yet."""
    date = _start(day, 0).date().isoformat()
    name = f"Room {room + 1}"
    in_day = schedule.find(f"day[@date='{date}']")
    if in_day is None:
        in_day = ET.SubElement(schedule, "day", index=str(day + 1), date=date)
    found = in_day.find(f"room[@name='{name}']")
    return ET.SubElement(in_day, "room", name=name) if found is None else found


def _session(
    parent: ET.Element, number: int, start: datetime, room: int, language: Language
) -> None:
    session = ET.SubElement(parent, "event", id=str(number), guid=f"session-{number}")
    title = {Language.EN: "Session about subject", Language.FR: "Séance sur le sujet"}[language]
    _texts(
        session,
        date=start.isoformat(),
        start=f"{start:%H:%M}",
        duration="00:30",
        room=f"Room {room + 1}",
        slug=f"session-{number}",
        title=f"{title} {number}",
        track=f"Track {number % TRACKS + 1}",
        type="talk",
        language=language.value,
        abstract="\n\n".join([SENTENCE[language] * 4] * PARAGRAPHS),
    )
    people = ET.SubElement(session, "persons")
    for person in (number, number + 1):
        ET.SubElement(people, "person", id=str(person)).text = f"Zoé Exemple {person}"


def _texts(parent: ET.Element, **texts: str) -> None:
    for name, text in texts.items():
        ET.SubElement(parent, name).text = text

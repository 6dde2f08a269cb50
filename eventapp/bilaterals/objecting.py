"""What speaks against a place beyond conflicts, in words: hours, limits, the other meetings."""

from collections.abc import Callable, Iterable
from datetime import UTC, datetime

from eventapp.agenda.editing import programme_day
from eventapp.bilaterals.loading import load_instance
from eventapp.bilaterals.models import Bilateral
from eventapp.bilaterals.queries import meetings, name_of
from eventapp.events.models import Event, Room
from eventapp.planning.meetings import objecting
from eventapp.planning.meetings.instance import Place, Reason
from eventapp.planning.meetings.reasons import explained
from eventapp.plumbing.web import reading_language
from eventapp.values.bilingual import Bilingual
from eventapp.values.timespan import TimeSpan


def objections(event: Event, meeting: Bilateral, span: TimeSpan, room: Room | None) -> list[str]:
    """Each limit that the meeting would break there, for the reader; what has begun breaks none."""
    now, uid = datetime.now(UTC), str(meeting.uid)
    loaded = load_instance(event, now=now)
    is_asked = any(each.uid == uid for each in loaded.instance.requests)
    if not is_asked or span.starts_at <= now:
        return []
    day, where = programme_day(event, span.start), str(room.uid) if room else ""
    place = Place(where, day, span.starts_at, span.ends_at)
    found = objecting.objections(loaded.instance, uid, place)
    return told(found, naming(meetings(event)))


def told(reasons: Iterable[Reason], name: Callable[[str], Bilingual]) -> list[str]:
    """Reasons for the reader."""
    return [explained(each, name, reading_language()) for each in reasons]


def naming(rows: Iterable[Bilateral]) -> Callable[[str], Bilingual]:
    """What meetings, their delegations and their people are called, by uid."""
    names: dict[str, Bilingual] = {}
    for row in rows:
        names[str(row.uid)] = row.title
        for side in (row.requested_by, row.requested_of):
            names.setdefault(str(side.uid), name_of(side))
        for each in row.appearances:
            names.setdefault(str(each.person.uid), Bilingual.same(each.person.name))
    return lambda uid: names.get(uid, Bilingual.same("?"))

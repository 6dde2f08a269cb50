"""Where each release of an event stands, as its team sees it."""

from datetime import datetime
from enum import StrEnum
from typing import NamedTuple

from sqlalchemy import select
from sqlalchemy.orm import joinedload

from eventapp.agenda.models import Release
from eventapp.events.models import Event
from eventapp.plumbing.database import db
from eventapp.values.catalogue import N_, translator
from eventapp.values.language import Language


class ReleaseState(StrEnum):
    """Who can read a release."""

    CURRENT = "current"
    WAITING = "waiting"
    REPLACED = "replaced"
    WITHDRAWN = "withdrawn"


RELEASE_STATES = {
    ReleaseState.CURRENT: N_("current"),
    ReleaseState.WAITING: N_("under embargo"),
    ReleaseState.REPLACED: N_("replaced"),
    ReleaseState.WITHDRAWN: N_("withdrawn"),
}


class Standing(NamedTuple):
    """A release, and where it stands."""

    release: Release
    state: ReleaseState


def standings(event: Event, now: datetime) -> list[Standing]:
    """All releases of the event, the newest first."""
    query = (
        select(Release)
        .where(Release.event == event)
        .options(joinedload(Release.withdrawal))
        .order_by(Release.number.desc())
    )
    made, has_current = list[Standing](), False
    for release in db.session.scalars(query):
        state = _state(release, now, has_current=has_current)
        has_current = has_current or state is ReleaseState.CURRENT
        made.append(Standing(release, state))
    return made


def release_numbered(event: Event, number: int) -> Release | None:
    """Any release of the event, whoever may read it."""
    if not 0 < number < 2**31:
        return None
    query = select(Release).where(Release.event == event, Release.number == number)
    return db.session.scalars(query).one_or_none()


def release_state(state: ReleaseState, language: Language) -> str:
    """The state in a reader's language: « sous embargo »."""
    return translator(language)(RELEASE_STATES[state])


def _state(release: Release, now: datetime, *, has_current: bool) -> ReleaseState:
    if release.withdrawal is not None:
        return ReleaseState.WITHDRAWN
    if release.published_at > now:
        return ReleaseState.WAITING
    return ReleaseState.REPLACED if has_current else ReleaseState.CURRENT

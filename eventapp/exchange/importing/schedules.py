"""The import of a schedule."""

from collections import Counter
from datetime import datetime

from eventapp.exchange.importing.events import event_for, merge_event
from eventapp.exchange.importing.people import merge_people
from eventapp.exchange.importing.places import merge_rooms, merge_tracks
from eventapp.exchange.importing.report import ImportReport, Vanished
from eventapp.exchange.importing.sessions import Outcome, Surroundings, cancel, merge_sessions
from eventapp.exchange.importing.updating import Update
from eventapp.exchange.schedule import Schedule
from eventapp.plumbing.database import db
from eventapp.values.catalogue import N_
from eventapp.values.language import Language
from eventapp.values.refusal import Refusal
from eventapp.values.slug import is_slug


def import_schedule(
    schedule: Schedule,
    *,
    slug: str,
    language: Language | None,
    by: str,
    now: datetime,
    cancel_missing: bool = False,
    dry_run: bool = False,
) -> ImportReport:
    """Brings a schedule into the draft of the event with that slug, and makes it if need be.

    `language` is that of the file's texts; None leaves each session its own (`Surroundings`).
    Sessions that an earlier file of the same schedule held and this one lacks are listed, and
    with `cancel_missing` cancelled; one that is back is restored. Nothing is removed but people
    from sessions. With `dry_run` the report is the same, and nothing is written. Raises Refusal
    where no event can have that slug.
    """
    if not is_slug(slug):
        raise Refusal(N_("“%(slug)s” cannot be the name of an event in addresses."), slug=slug)
    attempt = db.session.begin_nested()
    event = event_for(schedule, slug)
    update = Update(event, language or schedule.main_language, schedule.source)
    outcome = _merge(update, schedule, language)
    update.approve_texts(by=by, now=now)
    if cancel_missing:
        for session in outcome.vanished:
            cancel(session)
    report = _report(update, schedule, outcome, are_cancelled=cancel_missing, is_dry_run=dry_run)
    if dry_run:
        attempt.rollback()
    else:
        attempt.commit()
    return report


def _merge(update: Update, schedule: Schedule, language: Language | None) -> Outcome:
    venue = merge_event(update, schedule)
    around = Surroundings(
        source=schedule.source,
        language=language,
        rooms=merge_rooms(update, schedule.rooms, venue),
        tracks=merge_tracks(update, schedule.tracks),
        people=merge_people(update, schedule.people),
    )
    return merge_sessions(update, schedule.sessions, around)


def _report(
    update: Update, schedule: Schedule, outcome: Outcome, *, are_cancelled: bool, is_dry_run: bool
) -> ImportReport:
    held_in = (session.languages for session in schedule.sessions if session.languages)
    return ImportReport(
        counts=update.counts,
        vanished=tuple(
            Vanished(session.code, session.title.text(update.language).text)
            for session in outcome.vanished
        ),
        are_cancelled=are_cancelled,
        restored=outcome.restored,
        guessed_zone=schedule.conference.zone if schedule.is_zone_guessed else "",
        foreign=Counter(first for first, *rest in held_in if not {first, *rest} & set(Language)),
        is_dry_run=is_dry_run,
    )

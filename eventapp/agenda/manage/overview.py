"""What the overview of an event says of its programme, conflicts, texts and releases."""

from collections import Counter
from datetime import UTC, datetime

from flask import url_for
from sqlalchemy import func, select

from eventapp.agenda.conflicts.queries import conflicts_of
from eventapp.agenda.manage.texts.desk import today_at
from eventapp.agenda.manage.texts.lines import lines_of
from eventapp.agenda.models import Session, Slot
from eventapp.agenda.standing import release_state, standings
from eventapp.events.models import Event
from eventapp.events.overview import Card
from eventapp.planning.conflicts import Severity
from eventapp.plumbing.database import db
from eventapp.translation.states import TextState
from eventapp.values import typography
from eventapp.values.catalogue import N_, NN_, counted, translator
from eventapp.values.language import Language

SLOTS = Slot.__table__.c
SESSIONS = NN_("%(num)s session", "%(num)s sessions")
UNSCHEDULED = NN_("%(num)s session without a time", "%(num)s sessions without a time")
ERRORS = NN_("%(num)s conflict to be solved", "%(num)s conflicts to be solved")
WARNINGS = NN_("%(num)s warning", "%(num)s warnings")
OVERDUE = NN_("%(num)s text overdue", "%(num)s texts overdue")
MISSING = NN_("%(num)s text to translate", "%(num)s texts to translate")
TO_APPROVE = NN_("%(num)s text to approve", "%(num)s texts to approve")


def programme(event: Event, language: Language) -> Card:
    """How many sessions there are, and how many have no time yet."""
    query = select(func.count(), func.count(SLOTS.starts_at)).where(
        Slot.event_id == event.id, Slot.removed_at.is_(None), Slot.id == Session.id
    )
    sessions, timed = db.session.execute(query).one()
    return Card(
        heading=translator(language)(N_("Programme")),
        address=url_for("programme.board", event=event.slug),
        lines=_some((SESSIONS, sessions), (UNSCHEDULED, sessions - timed), language=language),
    )


def conflicts(event: Event, language: Language) -> Card:
    """Open conflicts, those that are errors first."""
    found = conflicts_of(event, language, today=today_at(event))
    number = Counter(line.severity for line in found if line.accepted is None)
    others = sum(number.values()) - number[Severity.ERROR]
    return Card(
        heading=translator(language)(N_("Conflicts")),
        address=url_for("programme.conflicts", event=event.slug),
        urgent=_some((ERRORS, number[Severity.ERROR]), language=language),
        lines=_some((WARNINGS, others), language=language) or _none(number, language),
    )


def texts(event: Event, language: Language) -> Card:
    """What is to be translated and approved, what is overdue first."""
    today, number = today_at(event), Counter[str]()
    for line in lines_of(event):
        number[line.state] += 1
        number["overdue"] += line.is_to_do and line.due_on is not None and line.due_on < today
    to_approve = number[TextState.DRAFT] + number[TextState.STALE]
    return Card(
        heading=translator(language)(N_("Texts")),
        address=url_for("texts.desk", event=event.slug),
        urgent=_some((OVERDUE, number["overdue"]), language=language),
        lines=_some(
            (MISSING, number[TextState.MISSING]), (TO_APPROVE, to_approve), language=language
        )
        or [translator(language)(N_("Every text is approved"))],
    )


def releases(event: Event, language: Language) -> Card:
    """The newest release, and whether anybody can read it."""
    _ = translator(language)
    lines = [
        _(N_("Release %(number)s, %(state)s, %(at)s"))
        % {
            "number": each.release.number,
            "state": release_state(each.state, language),
            "at": typography.instant(each.release.published_at, event.zone, language),
        }
        for each in standings(event, datetime.now(UTC))[:1]
    ]
    return Card(
        heading=_(N_("Releases")),
        address=url_for("releases.desk", event=event.slug),
        lines=lines or [_(N_("Nothing is published yet"))],
    )


def _some(*counts: tuple[tuple[str, str], int], language: Language) -> list[str]:
    """A line for each count that is not nought."""
    return [counted(*words, number, language) for words, number in counts if number]


def _none(number: Counter[Severity], language: Language) -> list[str]:
    return [] if number.total() else [translator(language)(N_("No conflict"))]

"""What the forms of the rules' page do: codes to rows, shape to sense."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlalchemy import select
from werkzeug.datastructures import MultiDict

from eventapp.agenda.conflicts import setting
from eventapp.agenda.conflicts.forms import (
    AvailabilityForm,
    BalanceForm,
    JointForm,
    OrderForm,
    TravelForm,
    groups_to_count,
)
from eventapp.agenda.conflicts.models import BalanceRule
from eventapp.agenda.models import Appearance, Session, Slot
from eventapp.events.models import Event, Room
from eventapp.people.models import Person
from eventapp.planning.balance import Criterion
from eventapp.plumbing.database import db
from eventapp.plumbing.forms import WorkspaceForm
from eventapp.plumbing.web import reading_language
from eventapp.values.catalogue import N_
from eventapp.values.refusal import Refusal
from eventapp.values.timespan import TimeSpan

DAY = timedelta(days=1)


class FieldRefusal(Refusal):
    """A "no" that stands beside one field."""

    def __init__(self, field: str, message: str, **values: object) -> None:
        super().__init__(message, **values)
        self.field = field


@dataclass(frozen=True, slots=True)
class Section:
    """A part of the page: its form, and what sending it does. That raises Refusal."""

    form: type[WorkspaceForm]
    add: Callable[[Event, WorkspaceForm], None]


def form_of(section: str, event: Event, sent: MultiDict[str, str] | None = None) -> WorkspaceForm:
    """The section's form with what there is to choose from, as sent or empty."""
    language = reading_language()
    venues = [(str(venue.id), venue.name.text(language).text) for venue in event.venues]
    rooms = [("", "–"), *((room.code, room.name.text(language).text) for room in event.rooms)]
    offers = {"origin": venues, "target": venues, "room": rooms}
    form = SECTIONS[section].form(
        None if sent is None else [*sent.items(multi=True)], offers=offers
    )
    if isinstance(form, BalanceForm):
        form.whom.choices = groups_to_count(language)
    return form


def _add_travel_time(event: Event, form: WorkspaceForm) -> None:
    venues = {str(venue.id): venue for venue in event.venues}
    origin, target = venues[form.values["origin"]], venues[form.values["target"]]
    setting.set_travel_time(event, origin, target, form.values["minutes"])


def _add_order(event: Event, form: WorkspaceForm) -> None:
    setting.put_in_order(event, _session(event, form, "first"), _session(event, form, "second"))


def _add_joint(event: Event, form: WorkspaceForm) -> None:
    setting.declare_joint(event, _session(event, form, "one"), _session(event, form, "other"))


def _add_availability(event: Event, form: WorkspaceForm) -> None:
    values = form.values
    if bool(values["person"]) == bool(values["room"]):
        raise FieldRefusal("person", N_("Choose either a person or a room."))
    start, end = (datetime.combine(values["day"], values[each]) for each in ("begins", "ends"))
    span = TimeSpan.promised(start, end if start < end else end + DAY, event.zone)
    subject = _person(event, form) if values["person"] else _room(event, values["room"])
    setting.add_availability(event, subject.uid, subject.recorded_as, span)


def _add_balance(event: Event, form: WorkspaceForm) -> None:
    values = form.values
    criterion, _, group = values["whom"].partition(":")
    rule = BalanceRule(
        session=_session(event, form, "session") if values["session"] else None,
        criterion=Criterion(criterion),
        group=group,
        sense=values["sense"],
        measure=values["measure"],
        target=values["target"],
    )
    setting.add_balance(event, rule)


def _session(event: Event, form: WorkspaceForm, field: str) -> Session:
    code = form.values[field]
    query = select(Session).where(Session.event_id == event.id, Session.code == code)
    session = db.session.scalars(query).one_or_none()
    if session is None:
        raise FieldRefusal(
            field, N_("No session of this event has the code “%(code)s”."), code=code
        )
    return session


def _person(event: Event, form: WorkspaceForm) -> Person:
    """Somebody who appears in the event: of others, nothing is said."""
    code = form.values["person"]
    appearing = select(Appearance.person_id).join(Slot).where(Slot.event_id == event.id)
    query = select(Person).where(Person.code == code, Person.id.in_(appearing))
    person = db.session.scalars(query).one_or_none()
    if person is None:
        message = N_("Nobody in this event has the code “%(code)s”.")
        raise FieldRefusal("person", message, code=code)
    return person


def _room(event: Event, code: str) -> Room:
    return next(room for room in event.rooms if room.code == code)


SECTIONS: Mapping[str, Section] = {
    "travel": Section(TravelForm, _add_travel_time),
    "orders": Section(OrderForm, _add_order),
    "joint": Section(JointForm, _add_joint),
    "availabilities": Section(AvailabilityForm, _add_availability),
    "balances": Section(BalanceForm, _add_balance),
}

"""Forms about events and their places."""

from typing import Any, ClassVar

from flask_babel import gettext as _
from flask_babel import lazy_gettext

from eventapp.events import labels
from eventapp.events.facts import Part
from eventapp.events.kinds import (
    DatePrecision,
    EventFormat,
    EventKind,
    EventState,
    SignProfile,
)
from eventapp.plumbing.fields import (
    BilingualField,
    ChoiceField,
    CodesField,
    FlagField,
    KindField,
    PatternField,
    TextField,
)
from eventapp.plumbing.forms import WorkspaceForm
from eventapp.plumbing.typed_fields import ClockField, DayField, DegreesField, NumberField
from eventapp.values.addresses import is_mail_address
from eventapp.values.language import LanguageOrder
from eventapp.values.slug import SLUG_LENGTH, is_slug
from eventapp.values.timespan import zone_names

SLUG_HINT = lazy_gettext("Small letters without accents, digits and hyphens: summit-2027.")

PART_NAMES = {
    Part.PLACES: lazy_gettext("Venues and rooms"),
    Part.TRACKS: lazy_gettext("Tracks"),
    Part.SESSIONS: lazy_gettext("Sessions, as drafts, moved by as many days as the event"),
    Part.RULES: lazy_gettext("Rules of planning"),
    Part.TEAM: lazy_gettext("Team and roles"),
}


class EventForm(WorkspaceForm):
    """An event's own settings."""

    columns: ClassVar = {"series": "series_id", "parent": "parent_id"}

    title = BilingualField(lazy_gettext("Title"), most=300, is_required=True)
    summary = BilingualField(lazy_gettext("Summary"), most=10_000, is_long=True)
    kind = KindField(lazy_gettext("Kind"), EventKind, labels.event_kind)
    state = KindField(lazy_gettext("State"), EventState, labels.event_state)
    format = KindField(lazy_gettext("Format"), EventFormat, labels.event_format)
    starts_on = DayField(lazy_gettext("First day"))
    ends_on = DayField(lazy_gettext("Last day"))
    precision = KindField(lazy_gettext("Dates are settled"), DatePrecision, labels.date_precision)
    zone = PatternField(
        lazy_gettext("Time zone"),
        most=64,
        is_required=True,
        fits=lambda name: name in zone_names(),
        hint=lazy_gettext("A place of the time zone database: America/Toronto, Europe/Paris."),
    )
    day_change = ClockField(lazy_gettext("A day of the programme ends at"), is_required=True)
    order = KindField(lazy_gettext("Order of languages"), LanguageOrder, labels.language_order)
    sign_profile = KindField(lazy_gettext("Languages on signs"), SignProfile, labels.sign_profile)
    series = ChoiceField(lazy_gettext("Series"))
    edition = TextField(lazy_gettext("Edition"), most=40)
    parent = ChoiceField(lazy_gettext("Part of"))
    contact = PatternField(
        lazy_gettext("Contact address"),
        most=254,
        fits=is_mail_address,
        hint=lazy_gettext("This is not an e-mail address."),
    )
    emergency_telephone = TextField(lazy_gettext("Emergency telephone"), most=40)
    holds_letters = FlagField(lazy_gettext("Letters wait for somebody’s review"))
    texts_due_on = DayField(lazy_gettext("Texts are due on"))
    travel_minutes = NumberField(
        lazy_gettext("Minutes between two venues"), least=0, at_most=600, is_required=True
    )

    @classmethod
    def stored(cls, row: Any) -> dict[str, Any]:
        names = [each for each in SETTINGS if each not in {"series", "parent"}]
        return {name: getattr(row, name) for name in names} | {
            "series": row.series.slug if row.series else "",
            "parent": row.parent.slug if row.parent else "",
        }

    def validate(self, extra_validators: Any = None) -> bool:
        return super().validate(extra_validators) and _are_in_order(self)


SETTINGS = (
    "title", "summary", "kind", "state", "format", "starts_on", "ends_on", "precision", "zone",
    "day_change", "order", "sign_profile", "series", "edition", "parent", "contact",
    "emergency_telephone", "holds_letters", "texts_due_on", "travel_minutes",
)  # fmt: skip


class NewEventForm(WorkspaceForm):
    """A new event: what cannot be guessed."""

    title = BilingualField(lazy_gettext("Title"), most=300, is_required=True)
    slug = PatternField(
        lazy_gettext("Name in addresses"),
        most=SLUG_LENGTH,
        is_required=True,
        fits=is_slug,
        hint=SLUG_HINT,
    )
    kind = KindField(lazy_gettext("Kind"), EventKind, labels.event_kind)
    starts_on = DayField(lazy_gettext("First day"))
    ends_on = DayField(lazy_gettext("Last day"))
    zone = EventForm.zone

    def validate(self, extra_validators: Any = None) -> bool:
        return super().validate(extra_validators) and _are_in_order(self)


class CopyForm(WorkspaceForm):
    """A new event made from another one."""

    title = BilingualField(lazy_gettext("Title"), most=300, is_required=True)
    slug = NewEventForm.slug
    edition = TextField(lazy_gettext("Edition"), most=40)
    starts_on = DayField(lazy_gettext("First day"), is_required=True)
    parts = CodesField(
        lazy_gettext("What to take over"),
        choices=lambda: [(part.value, name) for part, name in PART_NAMES.items()],
    )

    @classmethod
    def stored(cls, row: Any) -> dict[str, Any]:
        return {
            "title": row.title,
            "slug": "",
            "edition": "",
            "starts_on": None,
            "parts": [part.value for part in Part],
        }


class VenueForm(WorkspaceForm):
    """A venue."""

    name = BilingualField(lazy_gettext("Name"), most=200, is_required=True)
    address = TextField(lazy_gettext("Address"), most=300)
    city = BilingualField(lazy_gettext("City"), most=100)
    country = ChoiceField(lazy_gettext("Country"))
    latitude = DegreesField(lazy_gettext("Latitude"), limit=90)
    longitude = DegreesField(lazy_gettext("Longitude"), limit=180)
    position = NumberField(lazy_gettext("Place in the order"), least=0, at_most=9999)

    @classmethod
    def stored(cls, row: Any) -> dict[str, Any]:
        names = ("name", "address", "city", "country", "latitude", "longitude", "position")
        return {name: getattr(row, name) for name in names}


class RoomForm(WorkspaceForm):
    """A room."""

    columns: ClassVar = {"venue": "venue_id"}

    name = BilingualField(lazy_gettext("Name"), most=200, is_required=True)
    venue = ChoiceField(lazy_gettext("Venue"))
    capacity = NumberField(lazy_gettext("Seats"), least=1, at_most=1_000_000)
    equipment = CodesField(lazy_gettext("Equipment"))
    position = NumberField(lazy_gettext("Place in the order"), least=0, at_most=9999)

    @classmethod
    def stored(cls, row: Any) -> dict[str, Any]:
        names = ("name", "capacity", "equipment", "position")
        return {name: getattr(row, name) for name in names} | {
            "venue": str(row.venue.uid) if row.venue else ""
        }


def _are_in_order(form: EventForm | NewEventForm) -> bool:
    first, last = form.starts_on.data, form.ends_on.data
    if first and last and last < first:
        form.ends_on.errors = [_("The last day comes before the first one.")]
        return False
    return True

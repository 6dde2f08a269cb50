"""Forms about sessions and tracks."""

from collections.abc import Mapping
from typing import Any, ClassVar
from urllib.parse import urlsplit

from flask_babel import gettext as _
from flask_babel import lazy_gettext
from wtforms import Form, FormField
from wtforms.widgets import HiddenInput

from eventapp.agenda import labels
from eventapp.agenda.editing import programme_day
from eventapp.agenda.kinds import AppearanceState, Role, SessionKind, SlotState, Visibility
from eventapp.agenda.models import Appearance
from eventapp.plumbing.fields import (
    BilingualField,
    ChoiceField,
    CodesField,
    FlagField,
    KindField,
    PatternField,
    RowsField,
    TextField,
)
from eventapp.plumbing.forms import WorkspaceForm
from eventapp.plumbing.typed_fields import ClockField, DayField, NumberField

COLOURS = 8
PEOPLE_AT_MOST = 60


def is_web_address(text: str) -> bool:
    """Whether a browser can open it."""
    try:
        parts = urlsplit(text)
    except ValueError:
        return False
    return parts.scheme in {"https", "http"} and bool(parts.hostname) and " " not in text


class AppearanceForm(Form):
    """One person of a session; their place in the order is that of their row."""

    class Meta(WorkspaceForm.Meta):
        pass

    code = TextField(lazy_gettext("Person"), most=40, widget=HiddenInput())
    role = KindField(lazy_gettext("Role"), Role, labels.role, default=Role.SPEAKER)
    state = KindField(
        lazy_gettext("Presence"),
        AppearanceState,
        labels.appearance_state,
        default=AppearanceState.CONFIRMED,
    )
    language = ChoiceField(lazy_gettext("Booth"))
    order = NumberField(lazy_gettext("Place in the order"), least=1, at_most=PEOPLE_AT_MOST)


class SessionForm(WorkspaceForm):
    """A session: what, when, where, in which languages, and who."""

    columns: ClassVar[Mapping[str, str]] = {
        "day": "starts_local",
        "start": "starts_local",
        "end": "ends_local",
        "room": "room_id",
        "track": "track_id",
    }

    title = BilingualField(lazy_gettext("Title"), most=500, is_required=True)
    abstract = BilingualField(lazy_gettext("Abstract"), most=20_000, is_long=True)
    kind = KindField(lazy_gettext("Kind"), SessionKind, labels.session_kind)
    state = KindField(lazy_gettext("State"), SlotState, labels.slot_state)
    visibility = KindField(lazy_gettext("Who may read it"), Visibility, labels.visibility)
    day = DayField(lazy_gettext("Day"))
    start = ClockField(lazy_gettext("Start"))
    end = ClockField(lazy_gettext("End"))
    room = ChoiceField(lazy_gettext("Room"))
    track = ChoiceField(lazy_gettext("Track"))
    floor_languages = CodesField(lazy_gettext("Languages spoken"))
    interpretation_languages = CodesField(lazy_gettext("Interpretation into"))
    equipment = CodesField(lazy_gettext("Equipment needed"))
    expected = NumberField(lazy_gettext("People expected"), least=0, at_most=1_000_000)
    join_link = PatternField(
        lazy_gettext("Link to join from afar"),
        most=500,
        fits=is_web_address,
        hint=lazy_gettext("A whole web address is needed: https://…"),
    )
    joint = TextField(lazy_gettext("Held jointly with others of the same mark"), most=40)
    texts_due_on = DayField(lazy_gettext("Texts are due on"))
    people = RowsField(
        FormField(AppearanceForm), lazy_gettext("People"), max_entries=PEOPLE_AT_MOST
    )

    @classmethod
    def stored(cls, row: Any) -> dict[str, Any]:
        names = [name for name in PLAIN if hasattr(row, name)]
        span = row.span
        return {name: getattr(row, name) for name in names} | {
            "day": programme_day(row.event, span.start) if span else None,
            "start": span.start.time() if span else None,
            "end": span.end.time() if span else None,
            "room": row.room.code if row.room else "",
            "track": row.track.code if row.track else "",
            "people": [_row(each, number) for number, each in enumerate(row.appearances, 1)],
        }

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for entry in self.people.entries:
            entry.form.language.choices = self.offers.get("booths", ())

    def add_person(self, code: str) -> None:
        """One row more, with the role of the row before it."""
        rows = self.people.entries
        if len(rows) < PEOPLE_AT_MOST:
            role = rows[-1].form.role.data if rows else None
            row = {"code": code, "order": len(rows) + 1, "role": role or Role.SPEAKER}
            entry = self.people.append_entry(row)
            entry.form.language.choices = self.offers.get("booths", ())

    def drop_person(self, number: int) -> None:
        """One row less."""
        if 0 <= number < len(self.people.entries):
            self.people.entries.pop(number)

    def validate(self, extra_validators: Any = None) -> bool:
        is_good = super().validate(extra_validators)
        times = (self.day.data, self.start.data, self.end.data)
        if is_good and any(each is not None for each in times) and None in times:
            self.day.errors = [_("A day, a start and an end are needed together, or none of them.")]
            is_good = False
        return is_good


PLAIN = (
    "title", "abstract", "kind", "state", "visibility", "floor_languages",
    "interpretation_languages", "equipment", "expected", "join_link", "joint", "texts_due_on",
)  # fmt: skip


def _row(appearance: Appearance, number: int) -> dict[str, Any]:
    return {
        "code": appearance.person.code,
        "role": appearance.role,
        "state": appearance.state,
        "language": appearance.language,
        "order": number,
    }


class TrackForm(WorkspaceForm):
    """A track."""

    name = BilingualField(lazy_gettext("Name"), most=200, is_required=True)
    colour = ChoiceField(
        lazy_gettext("Colour"),
        coerce=int,
        choices=lambda: [(n, str(n + 1)) for n in range(COLOURS)],
    )
    position = NumberField(lazy_gettext("Place in the order"), least=0, at_most=9999)
    forbids_parallel = FlagField(lazy_gettext("Never two of its sessions at once"))

    @classmethod
    def stored(cls, row: Any) -> dict[str, Any]:
        names = ("name", "colour", "position", "forbids_parallel")
        return {name: getattr(row, name) for name in names}


def new_session() -> dict[str, Any]:
    """What a new session's form begins with."""
    return {
        "kind": SessionKind.PANEL,
        "state": SlotState.DRAFT,
        "visibility": Visibility.PUBLIC,
        "people": [],
    }

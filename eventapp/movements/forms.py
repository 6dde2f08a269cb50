"""The form of a movement, and the one that says how late somebody is."""

from collections.abc import Mapping
from typing import Any, ClassVar

from flask_babel import gettext as _
from flask_babel import lazy_gettext

from eventapp.agenda import labels as slot_labels
from eventapp.agenda.editing import programme_day
from eventapp.agenda.kinds import SlotState
from eventapp.movements.kinds import MovementKind, Travellers
from eventapp.movements.labels import movement_kind, travellers
from eventapp.movements.queries import parties_of
from eventapp.plumbing.fields import BilingualField, ChoiceField, CodesField, KindField, TextField
from eventapp.plumbing.forms import WorkspaceForm
from eventapp.plumbing.typed_fields import ClockField, DayField

PLAIN = ("kind", "state", "origin", "destination", "transport", "contact", "note")
PLACE_LENGTH = 200


class MovementForm(WorkspaceForm):
    """A movement: what, from where to where, when, for which delegations, and who is on it."""

    columns: ClassVar[Mapping[str, str]] = {
        "day": "starts_local",
        "start": "starts_local",
        "end": "ends_local",
        "room": "room_id",
    }

    kind = KindField(lazy_gettext("Kind"), MovementKind, movement_kind)
    state = KindField(lazy_gettext("State"), SlotState, slot_labels.slot_state)
    origin = BilingualField(lazy_gettext("From"), most=PLACE_LENGTH)
    destination = BilingualField(lazy_gettext("To, or where"), most=PLACE_LENGTH, is_required=True)
    day = DayField(lazy_gettext("Day"), is_required=True)
    start = ClockField(lazy_gettext("Start"), is_required=True)
    end = ClockField(lazy_gettext("End"), is_required=True)
    room = ChoiceField(lazy_gettext("Room"))
    transport = TextField(lazy_gettext("Flight, train or vehicle"), most=200)
    contact = TextField(lazy_gettext("Who drives or waits, and their number"), most=300)
    delegations = CodesField(lazy_gettext("Delegations"))
    travellers = KindField(lazy_gettext("Who is on it"), Travellers, travellers)
    people = CodesField(lazy_gettext("Members"))
    note = TextField(lazy_gettext("Note for the team alone"), most=2_000, is_long=True)

    @classmethod
    def stored(cls, row: Any) -> dict[str, Any]:
        span = row.span
        return {name: getattr(row, name) for name in PLAIN} | {
            "day": programme_day(row.event, span.start) if span else None,
            "start": span.start.time() if span else None,
            "end": span.end.time() if span else None,
            "room": row.room.code if row.room else "",
            "delegations": [each.code for each in parties_of(row)],
            "travellers": Travellers.CHOSEN,
            "people": [each.person.code for each in row.appearances],
        }

    def validate(self, extra_validators: Any = None) -> bool:
        is_good = super().validate(extra_validators)
        if not self.delegations.data and not self.delegations.errors:
            self.delegations.errors = [_("Choose one delegation at least.")]
            return False
        return is_good

"""Forms about meetings: what is asked for, when and where meetings are held."""

from typing import Any, ClassVar

from flask_babel import gettext as _
from flask_babel import lazy_gettext

from eventapp.agenda.kinds import Role
from eventapp.bilaterals import labels
from eventapp.bilaterals.kinds import Level
from eventapp.plumbing.fields import ChoiceField, CodesField, FlagField, KindField, TextField
from eventapp.plumbing.forms import WorkspaceForm
from eventapp.plumbing.typed_fields import ClockField, DayField, NumberField
from eventapp.plumbing.web import reading_language

SHORTEST, LONGEST = 10, 240  # minutes


class MeetingForm(WorkspaceForm):
    """A meeting of two delegations, as the team sees it."""

    columns: ClassVar = {"requested_by": "requested_by_id", "requested_of": "requested_of_id"}

    requested_by = ChoiceField(lazy_gettext("Asked by"))
    requested_of = ChoiceField(lazy_gettext("Asked of"))
    level = KindField(lazy_gettext("Level"), Level, labels.level, default=Level.MINISTERS)
    priority = ChoiceField(
        lazy_gettext("Priority"),
        coerce=int,
        choices=lambda: labels.priorities(reading_language()),
        default=2,
    )
    minutes = NumberField(
        lazy_gettext("Length in minutes"), least=SHORTEST, at_most=LONGEST, is_required=True
    )
    topic = TextField(lazy_gettext("Topic"), most=500)
    languages = CodesField(lazy_gettext("Interpreted between"))
    note = TextField(lazy_gettext("Note"), most=2_000, is_long=True)
    is_fixed = FlagField(lazy_gettext("Keep where it is, whatever is proposed"))
    people = CodesField(lazy_gettext("Who comes"))
    interpreters = CodesField(lazy_gettext("Interpreters"))

    @classmethod
    def stored(cls, row: Any) -> dict[str, Any]:
        names = ("level", "priority", "minutes", "topic", "languages", "note", "is_fixed")
        return {name: getattr(row, name) for name in names} | {
            "requested_by": row.requested_by.code,
            "requested_of": row.requested_of.code,
            "people": _codes(row, Role.MEMBER),
            "interpreters": _codes(row, Role.INTERPRETER),
        }


class RequestForm(WorkspaceForm):
    """A meeting as one of its two sides asks for it; who comes is said of its own members."""

    columns: ClassVar = {"requested_of": "requested_of_id"}

    requested_of = ChoiceField(lazy_gettext("Whom to meet"))
    level = KindField(lazy_gettext("Level"), Level, labels.level, default=Level.MINISTERS)
    priority = ChoiceField(
        lazy_gettext("Priority"),
        coerce=int,
        choices=lambda: labels.priorities(reading_language()),
        default=2,
    )
    minutes = NumberField(
        lazy_gettext("Length in minutes"), least=SHORTEST, at_most=LONGEST, is_required=True
    )
    topic = TextField(lazy_gettext("Topic"), most=500)
    languages = CodesField(lazy_gettext("Interpreted between"))
    people = CodesField(lazy_gettext("Who comes"))


class RulesForm(WorkspaceForm):
    """How meetings are placed."""

    minutes = NumberField(
        lazy_gettext("Usual length in minutes"), least=SHORTEST, at_most=LONGEST, is_required=True
    )
    most_a_day = NumberField(
        lazy_gettext("Meetings of a delegation in a day, at most"),
        least=1, at_most=20, is_required=True,
    )  # fmt: skip
    pause = NumberField(
        lazy_gettext("Minutes between two meetings of a delegation"),
        least=0, at_most=240, is_required=True,
    )  # fmt: skip

    @classmethod
    def stored(cls, row: Any) -> dict[str, Any]:
        return {name: getattr(row, name) for name in ("minutes", "most_a_day", "pause")}


class WindowForm(WorkspaceForm):
    """Hours of a day in which rooms take meetings."""

    rooms = CodesField(lazy_gettext("Rooms"))
    on = DayField(lazy_gettext("Day"), is_required=True)
    opens = ClockField(lazy_gettext("Begins at"), is_required=True)
    closes = ClockField(lazy_gettext("Ends at"), is_required=True)

    def validate(self, extra_validators: Any = None) -> bool:
        is_good = super().validate(extra_validators)
        if not self.rooms.data:
            self.rooms.errors = [_("Choose at least one room.")]
            is_good = False
        if is_good and self.closes.data <= self.opens.data:
            self.closes.errors = [_("The end must come after the start.")]
            is_good = False
        return is_good


class AnswerForm(WorkspaceForm):
    """What somebody says to a meeting that they decline, cancel or want at another time."""

    words = TextField(lazy_gettext("Reason, for the other side"), most=1_000)


def _codes(row: Any, role: Role) -> tuple[str, ...]:
    return tuple(each.person.code for each in row.appearances if each.role is role)

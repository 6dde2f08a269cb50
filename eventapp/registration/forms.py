"""The workspace's forms about registration."""

from datetime import datetime
from typing import Any, ClassVar

from flask_babel import gettext as _
from flask_babel import lazy_gettext

from eventapp.people import labels as people_labels
from eventapp.people.kinds import Correspondence
from eventapp.plumbing.fields import (
    BilingualField,
    ChoiceField,
    CodesField,
    FlagField,
    KindField,
    TextField,
)
from eventapp.plumbing.forms import WorkspaceForm
from eventapp.plumbing.typed_fields import ClockField, DayField, NumberField
from eventapp.plumbing.web import reading_language
from eventapp.registration import labels
from eventapp.registration.kinds import BuiltIn, QuestionKind
from eventapp.registration.options import options_from, written_options
from eventapp.values.bilingual import Bilingual
from eventapp.values.refusal import Refusal
from eventapp.values.typography.zones import in_zone

PEOPLE = 1_000_000


class DeskForm(WorkspaceForm):
    """When and how people register."""

    columns: ClassVar = {
        "opens_on": "opens_at",
        "opens_time": "opens_at",
        "closes_on": "closes_at",
        "closes_time": "closes_at",
    }

    is_open = FlagField(lazy_gettext("Registration is open"))
    opens_on = DayField(lazy_gettext("From this day"))
    opens_time = ClockField(lazy_gettext("at"))
    closes_on = DayField(lazy_gettext("Until this day"))
    closes_time = ClockField(lazy_gettext("at"))
    capacity = NumberField(lazy_gettext("Places in all"), least=0, at_most=PEOPLE)
    waits = FlagField(lazy_gettext("Who comes too late enters a waiting list"))
    by_invitation = FlagField(lazy_gettext("By personal invitation only"))
    for_others = FlagField(lazy_gettext("Whoever is registered may register others"))
    welcome = BilingualField(lazy_gettext("Welcome"), most=10_000, is_long=True)
    asked = CodesField(
        lazy_gettext("What the form asks"),
        choices=lambda: _built_in(BuiltIn),
    )
    required = CodesField(
        lazy_gettext("What must be answered"),
        choices=lambda: _built_in([each for each in BuiltIn if not each.is_own_affair]),
    )

    @classmethod
    def stored(cls, row: Any) -> dict[str, Any]:
        names = ("is_open", "capacity", "waits", "by_invitation", "for_others", "welcome")
        values = {name: getattr(row, name) for name in (*names, "asked", "required")}
        for name in ("opens", "closes"):
            local = _local(getattr(row, f"{name}_at"), row.event.zone)
            values[f"{name}_on"] = local.date() if local else None
            values[f"{name}_time"] = local.time() if local else None
        return values

    def validate(self, extra_validators: Any = None) -> bool:
        is_good = super().validate(extra_validators)
        for day, time in ((self.opens_on, self.opens_time), (self.closes_on, self.closes_time)):
            if time.data is not None and day.data is None and not day.errors:
                day.errors = [_("A day is needed for this time.")]
                is_good = False
        return is_good


class QuestionForm(WorkspaceForm):
    """A question of an event's own."""

    columns: ClassVar = {"shown_if": "shown_if_id"}

    label = BilingualField(lazy_gettext("Question"), most=300, is_required=True)
    help = BilingualField(lazy_gettext("Help"), most=1_000)
    kind = KindField(lazy_gettext("Answer"), QuestionKind, labels.question_kind)
    options = TextField(lazy_gettext("Answers to choose from"), most=8_000, is_long=True)
    is_required = FlagField(lazy_gettext("Must be answered"))
    is_restricted = FlagField(lazy_gettext("For those who look after personal needs alone"))
    categories = CodesField(lazy_gettext("Only for these categories"))
    shown_if = ChoiceField(lazy_gettext("Only after this answer"))
    position = NumberField(lazy_gettext("Place in the order"), least=0, at_most=9999)

    @classmethod
    def stored(cls, row: Any) -> dict[str, Any]:
        names = ("label", "help", "kind", "is_required", "is_restricted", "categories", "position")
        before = f"{row.shown_if.code}={row.shown_for}" if row.shown_if else ""
        return {name: getattr(row, name) for name in names} | {
            "options": written_options(row.options),
            "shown_if": before,
        }

    def validate(self, extra_validators: Any = None) -> bool:
        is_good = super().validate(extra_validators)
        kind = self.kind.data
        if not isinstance(kind, QuestionKind) or not kind.has_options or self.options.errors:
            return is_good
        try:
            options_from(self.options.data)
        except Refusal as refusal:
            self.options.errors = [refusal.text(reading_language())]
            return False
        return is_good


class PolicyForm(WorkspaceForm):
    """A new wording of the privacy policy."""

    wording = BilingualField(lazy_gettext("Wording"), most=20_000, is_required=True, is_long=True)

    def validate(self, extra_validators: Any = None) -> bool:
        is_good = super().validate(extra_validators)
        text: Bilingual = self.wording.data
        for language, wording in (("fr", text.fr), ("en", text.en)):
            if is_good and not wording:
                self.wording.wrong[language] = _("It is needed in both languages.")  # type: ignore[index]
        self.wording.errors = [*self.wording.wrong.values()]
        return not self.wording.errors


class InvitationsForm(WorkspaceForm):
    """Whom to invite, and as what."""

    people = TextField(
        lazy_gettext("E-mail addresses"), most=100_000, is_required=True, is_long=True
    )
    category = ChoiceField(lazy_gettext("They come as"))
    language = KindField(
        lazy_gettext("Letters"),
        Correspondence,
        people_labels.correspondence,
        default=Correspondence.BOTH,
    )
    days = NumberField(
        lazy_gettext("Days that the invitation holds"), least=1, at_most=365, is_required=True
    )


class SeatsForm(WorkspaceForm):
    """How many seats a session has for those who choose it."""

    seats = NumberField(lazy_gettext("Number of seats"), least=0, at_most=PEOPLE)
    waits = FlagField(lazy_gettext("Who comes too late enters a waiting list"))

    @classmethod
    def stored(cls, row: Any) -> dict[str, Any]:
        return {"seats": row.seats, "waits": row.waits}


def _built_in(among: Any) -> list[tuple[str, str]]:
    return [(each.value, labels.built_in(each, reading_language())) for each in among]


def _local(at: datetime | None, zone: str) -> datetime | None:
    return None if at is None else in_zone(at, zone)

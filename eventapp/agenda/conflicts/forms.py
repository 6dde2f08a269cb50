"""Forms about conflicts and rules: they check shape, the verbs check sense."""

from collections.abc import Mapping, Sequence

from flask_babel import lazy_gettext

from eventapp.agenda.conflicts.models import MOST_MINUTES, REASON_LENGTH
from eventapp.agenda.conflicts.words import CRITERIA, MEASURES, SENSES, balance_name
from eventapp.events.kinds import Sector
from eventapp.people.kinds import Gender
from eventapp.planning.balance import INCOME_GROUPS, Criterion, Measure, Sense
from eventapp.plumbing.fields import ChoiceField, KindField, TextField
from eventapp.plumbing.forms import WorkspaceForm
from eventapp.plumbing.typed_fields import ClockField, DayField, NumberField
from eventapp.values.catalogue import translator
from eventapp.values.language import Language
from eventapp.values.territories import countries

CODE_LENGTH = 40


class AcceptForm(WorkspaceForm):
    """Why somebody lives with a conflict."""

    reason = TextField(lazy_gettext("Reason"), most=REASON_LENGTH, is_required=True, is_long=True)


class TravelForm(WorkspaceForm):
    """How long the way between two venues takes."""

    origin = ChoiceField(lazy_gettext("From the venue"))
    target = ChoiceField(lazy_gettext("To the venue"))
    minutes = NumberField(lazy_gettext("Minutes"), least=0, at_most=MOST_MINUTES, is_required=True)


class OrderForm(WorkspaceForm):
    """Which session comes first, by their codes."""

    first = TextField(lazy_gettext("First (code)"), most=CODE_LENGTH, is_required=True)
    second = TextField(lazy_gettext("Then (code)"), most=CODE_LENGTH, is_required=True)


class JointForm(WorkspaceForm):
    """Which two sessions are one meeting, by their codes."""

    one = TextField(lazy_gettext("Session (code)"), most=CODE_LENGTH, is_required=True)
    other = TextField(lazy_gettext("Held jointly with (code)"), most=CODE_LENGTH, is_required=True)


class AvailabilityForm(WorkspaceForm):
    """When a person (by code) or a room can be had; an early end is the next day's."""

    person = TextField(lazy_gettext("Person (code)"), most=CODE_LENGTH)
    room = ChoiceField(lazy_gettext("or room"))
    day = DayField(lazy_gettext("Day"), is_required=True)
    begins = ClockField(lazy_gettext("Begins at"), is_required=True)
    ends = ClockField(lazy_gettext("Ends at"), is_required=True)


class BalanceForm(WorkspaceForm):
    """What a session (by code), or the whole programme, should be made of."""

    session = TextField(lazy_gettext("Session (code), or none"), most=CODE_LENGTH)
    whom = ChoiceField(lazy_gettext("Whom it counts"))
    sense = KindField(
        lazy_gettext("Bound"), Sense, lambda each, language: translator(language)(SENSES[each])
    )
    target = NumberField(lazy_gettext("Target"), least=0, at_most=10_000, is_required=True)
    measure = KindField(
        lazy_gettext("Counted in"),
        Measure,
        lambda each, language: translator(language)(MEASURES[each]),
    )


GROUPS: Mapping[Criterion, Sequence[str]] = {
    Criterion.QUEBEC: ("",),
    Criterion.CANADA: ("",),
    Criterion.GENDER: tuple(each for each in Gender if each is not Gender.NOT_GIVEN),
    Criterion.SECTOR: tuple(Sector),
    Criterion.INCOME: INCOME_GROUPS,
}


def groups_to_count(language: Language) -> dict[str, list[tuple[str, str]]]:
    """Whom a balance may count, by criterion, as a reader calls them."""
    _ = translator(language)
    offered = {
        _(CRITERIA[criterion]): [
            (f"{criterion}:{group}", balance_name(criterion, group).strict(language))
            for group in groups
        ]
        for criterion, groups in GROUPS.items()
    }
    by_name = [(f"{Criterion.COUNTRY}:{code}", name) for code, name in countries(language)]
    return {**offered, _(CRITERIA[Criterion.COUNTRY]): by_name}

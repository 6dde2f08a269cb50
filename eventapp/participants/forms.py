"""Forms about participants and their categories."""

from typing import Any, ClassVar

from flask_babel import gettext as _
from flask_babel import lazy_gettext

from eventapp.participants.editing import needs_of
from eventapp.participants.kinds import ParticipantState
from eventapp.participants.labels import participant_state
from eventapp.participants.models import NEEDS_LENGTH
from eventapp.people import labels as people_labels
from eventapp.people.kinds import Gender
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
from eventapp.plumbing.typed_fields import NumberField
from eventapp.values.addresses import is_mail_address

#: As many as the palette has (`Category.colour`).
COLOURS = 8
PLACES_AT_MOST = 100_000


class CategoryForm(WorkspaceForm):
    """As what people come."""

    name = BilingualField(lazy_gettext("Name"), most=200, is_required=True)
    colour = ChoiceField(
        lazy_gettext("Colour"),
        coerce=int,
        choices=lambda: [(n, str(n + 1)) for n in range(COLOURS)],
    )
    position = NumberField(lazy_gettext("Place in the order"), least=0, at_most=9999)
    is_offered = FlagField(lazy_gettext("Offered to the public when they register"))
    needs_approval = FlagField(lazy_gettext("Each registration needs approval"))
    capacity = NumberField(lazy_gettext("Places in all"), least=0, at_most=PLACES_AT_MOST)
    delegation_quota = NumberField(
        lazy_gettext("Places for each delegation"), least=0, at_most=PLACES_AT_MOST
    )

    @classmethod
    def stored(cls, row: Any) -> dict[str, Any]:
        names = (
            "name", "colour", "position", "is_offered", "needs_approval", "capacity",
            "delegation_quota",
        )  # fmt: skip
        return {name: getattr(row, name) for name in names}


class ParticipantForm(WorkspaceForm):
    """A participant, as this event knows and prints them."""

    columns: ClassVar = {"organisation": "organisation_id", "category": "category_id"}

    category = ChoiceField(lazy_gettext("Category"))
    state = KindField(lazy_gettext("State"), ParticipantState, participant_state)
    honorific = BilingualField(lazy_gettext("Honorific"), most=100)
    function = BilingualField(lazy_gettext("Function"), most=300)
    organisation = ChoiceField(lazy_gettext("Organization"))
    country = ChoiceField(lazy_gettext("Country"))
    printed_name = BilingualField(lazy_gettext("Name as printed"), most=400)
    languages = CodesField(lazy_gettext("Languages spoken"))
    is_listed = FlagField(lazy_gettext("Named in the public list, as they consented"))

    @classmethod
    def stored(cls, row: Any) -> dict[str, Any]:
        names = (
            "state", "honorific", "function", "country", "printed_name", "languages", "is_listed",
        )  # fmt: skip
        organisation = str(row.organisation.uid) if row.organisation else ""
        return {name: getattr(row, name) for name in names} | {
            "organisation": organisation,
            "category": row.category.code,
        }


class NeedsForm(WorkspaceForm):
    """What a participant declared of themselves."""

    access = TextField(lazy_gettext("Access"), most=NEEDS_LENGTH, is_long=True)
    diet = TextField(lazy_gettext("Diet"), most=NEEDS_LENGTH, is_long=True)
    gender = KindField(
        lazy_gettext("Gender, as declared"), Gender, people_labels.gender, default=Gender.NOT_GIVEN
    )

    @classmethod
    def stored(cls, row: Any) -> dict[str, Any]:
        needs = needs_of(row)
        return {"access": needs.access, "diet": needs.diet, "gender": row.person.gender}


class NewcomerForm(WorkspaceForm):
    """Somebody new: a person and a participant at once."""

    given_name = TextField(lazy_gettext("Given name"), most=200)
    family_name = TextField(lazy_gettext("Family name"), most=200)
    email = PatternField(
        lazy_gettext("E-mail address"),
        most=254,
        fits=is_mail_address,
        hint=lazy_gettext("This is not an e-mail address."),
    )
    function = BilingualField(lazy_gettext("Function"), most=300)
    organisation = ChoiceField(lazy_gettext("Organization"))
    country = ChoiceField(lazy_gettext("Country"))
    category = ChoiceField(lazy_gettext("Category"))
    state = KindField(
        lazy_gettext("State"),
        ParticipantState,
        participant_state,
        default=ParticipantState.CONFIRMED,
    )
    is_another = FlagField(lazy_gettext("This is somebody else than the people found"))

    def validate(self, extra_validators: Any = None) -> bool:
        is_good = super().validate(extra_validators)
        if not self.given_name.data and not self.family_name.data:
            self.family_name.errors = [_("A name is needed.")]
            is_good = False
        return is_good

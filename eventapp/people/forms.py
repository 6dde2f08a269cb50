"""Forms about people and organisations."""

from typing import Any, ClassVar

from flask_babel import gettext as _
from flask_babel import lazy_gettext

from eventapp.events import labels as event_labels
from eventapp.events.kinds import Sector
from eventapp.people import labels
from eventapp.people.kinds import Agreement, Correspondence, Gender
from eventapp.plumbing.fields import (
    BilingualField,
    ChoiceField,
    KindField,
    PatternField,
    TextField,
)
from eventapp.plumbing.forms import WorkspaceForm
from eventapp.plumbing.typed_fields import DayField
from eventapp.plumbing.web import reading_language
from eventapp.values.addresses import is_mail_address


def _rank(value: Any) -> int | None:
    return int(value) if value else None


def _ranks() -> list[tuple[str, str]]:
    language = reading_language()
    named = [(str(each), f"{each} – {labels.rank(each, language)}") for each in labels.RANKS]
    return [("", "–"), *named]


class PersonForm(WorkspaceForm):
    """A person, as the team knows them."""

    columns: ClassVar = {"organisation": "organisation_id"}

    given_name = TextField(lazy_gettext("Given name"), most=200)
    family_name = TextField(lazy_gettext("Family name"), most=200)
    honorific = BilingualField(lazy_gettext("Honorific"), most=100)
    function = BilingualField(lazy_gettext("Function"), most=300)
    organisation = ChoiceField(lazy_gettext("Organization"))
    country = ChoiceField(lazy_gettext("Country"))
    region = ChoiceField(lazy_gettext("Province or territory"))
    email = PatternField(
        lazy_gettext("E-mail address"),
        most=254,
        fits=is_mail_address,
        hint=lazy_gettext("This is not an e-mail address."),
    )
    correspondence = KindField(
        lazy_gettext("Letters"), Correspondence, labels.correspondence, default=Correspondence.BOTH
    )
    gender = KindField(
        lazy_gettext("Gender, as declared"), Gender, labels.gender, default=Gender.NOT_GIVEN
    )
    agreement = KindField(
        lazy_gettext("French words about them"),
        Agreement,
        labels.agreement,
        default=Agreement.NOT_GIVEN,
    )
    rank = ChoiceField(lazy_gettext("Class of precedence"), coerce=_rank, choices=_ranks)
    sort_key = BilingualField(lazy_gettext("Sorts as"), most=400)
    biography = BilingualField(lazy_gettext("Biography"), most=4_000, is_long=True)

    @classmethod
    def stored(cls, row: Any) -> dict[str, Any]:
        names = (
            "given_name", "family_name", "honorific", "function", "country", "region", "email",
            "correspondence", "gender", "agreement", "rank", "sort_key", "biography",
        )  # fmt: skip
        organisation = str(row.organisation.uid) if row.organisation else ""
        return {name: getattr(row, name) for name in names} | {"organisation": organisation}

    def validate(self, extra_validators: Any = None) -> bool:
        is_good = super().validate(extra_validators)
        if not self.given_name.data and not self.family_name.data:
            self.family_name.errors = [_("A name is needed.")]
            is_good = False
        if self.region.data and self.country.data != "CA":
            self.region.errors = [_("Only for Canada.")]
            is_good = False
        return is_good


class DiscreetPersonForm(PersonForm):
    """The same, for a reader who may not know what people declare of themselves."""

    gender = None  # type: ignore[assignment]


class TermForm(WorkspaceForm):
    """A function that somebody holds for a time."""

    columns: ClassVar = {"organisation": "organisation_id"}

    function = BilingualField(lazy_gettext("Function"), most=300, is_required=True)
    honorific = BilingualField(lazy_gettext("Honorific"), most=100)
    organisation = ChoiceField(lazy_gettext("Organization"))
    starts_on = DayField(lazy_gettext("First day"))
    ends_on = DayField(lazy_gettext("Last day"))

    @classmethod
    def stored(cls, row: Any) -> dict[str, Any]:
        organisation = str(row.organisation.uid) if row.organisation else ""
        names = ("function", "honorific", "starts_on", "ends_on")
        return {name: getattr(row, name) for name in names} | {"organisation": organisation}

    def validate(self, extra_validators: Any = None) -> bool:
        is_good = super().validate(extra_validators)
        first, last = self.starts_on.data, self.ends_on.data
        if is_good and first and last and last < first:
            self.ends_on.errors = [_("This is before the first day.")]
            is_good = False
        return is_good


class OrganisationForm(WorkspaceForm):
    """An organisation."""

    name = BilingualField(lazy_gettext("Name"), most=300, is_required=True)
    sector = KindField(lazy_gettext("Sector"), Sector, event_labels.sector, default=Sector.OTHER)
    country = ChoiceField(lazy_gettext("Country"))
    region = ChoiceField(lazy_gettext("Province or territory"))

    @classmethod
    def stored(cls, row: Any) -> dict[str, Any]:
        return {name: getattr(row, name) for name in ("name", "sector", "country", "region")}

    def validate(self, extra_validators: Any = None) -> bool:
        is_good = super().validate(extra_validators)
        if self.region.data and self.country.data != "CA":
            self.region.errors = [_("Only for Canada.")]
            is_good = False
        return is_good

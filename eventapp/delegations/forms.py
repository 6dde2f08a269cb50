"""Forms about parties, delegations, their members and who looks after them."""

from collections.abc import Mapping
from typing import Any, ClassVar

from flask_babel import gettext as _
from flask_babel import lazy_gettext
from wtforms import Form, FormField
from wtforms.widgets import HiddenInput

from eventapp.accounts.forms import AddressField
from eventapp.delegations import labels
from eventapp.delegations.counting import counts_of
from eventapp.delegations.functions import function_of_anybody
from eventapp.delegations.kinds import AccessKind, MemberFunction, PartyKind
from eventapp.delegations.queries import membership_of
from eventapp.people import labels as people_labels
from eventapp.people.kinds import Agreement, Correspondence
from eventapp.plumbing.fields import (
    BilingualField,
    ChoiceField,
    CodesField,
    KindField,
    RowsField,
    TextField,
)
from eventapp.plumbing.forms import WorkspaceForm
from eventapp.plumbing.typed_fields import DayField, NumberField

QUOTA_MOST = 10_000
CATEGORIES_AT_MOST = 100
TELEPHONE = 40


class PartyForm(WorkspaceForm):
    """A party, and what the host calls it."""

    columns: ClassVar[Mapping[str, str]] = {"organisation": "organisation_id"}

    kind = KindField(lazy_gettext("Kind"), PartyKind, labels.party_kind, default=PartyKind.STATE)
    country = ChoiceField(lazy_gettext("Country"))
    organisation = ChoiceField(lazy_gettext("Organization"))
    short_name = BilingualField(lazy_gettext("Short name, as the host writes it"), most=200)
    formal_name = BilingualField(lazy_gettext("Formal name, as the host writes it"), most=300)
    sort_key = BilingualField(lazy_gettext("Sorts as"), most=300)
    acceded_on = DayField(lazy_gettext("Date of accession"))

    @classmethod
    def stored(cls, row: Any) -> dict[str, Any]:
        names = ("kind", "country", "short_name", "formal_name", "sort_key", "acceded_on")
        organisation = str(row.organisation.uid) if row.organisation else ""
        return {name: getattr(row, name) for name in names} | {"organisation": organisation}

    def validate(self, extra_validators: Any = None) -> bool:
        is_good = super().validate(extra_validators)
        if is_good and not (self.country.data or self.organisation.data or self.short_name.data):
            self.refusals.append(_("A country, an organization or a name is needed."))
            is_good = False
        return is_good


class PartiesForm(WorkspaceForm):
    """Some of a list: countries to become parties, or parties to send delegations."""

    chosen = CodesField(lazy_gettext("Which ones"))

    def validate(self, extra_validators: Any = None) -> bool:
        is_good = super().validate(extra_validators)
        if is_good and not self.chosen.data:
            self.chosen.errors = [_("Choose at least one.")]
            is_good = False
        return is_good


class QuotaForm(Form):
    """The delegation's own quota of one category; empty where it is that of all."""

    class Meta(WorkspaceForm.Meta):
        pass

    category = TextField(lazy_gettext("Category"), most=40, widget=HiddenInput())
    most = NumberField(lazy_gettext("At most"), least=0, at_most=QUOTA_MOST)


class DelegationForm(WorkspaceForm):
    """What the team knows of a delegation, beside who belongs to it."""

    correspondence = KindField(
        lazy_gettext("Language of letters"),
        Correspondence,
        people_labels.correspondence,
        default=Correspondence.BOTH,
    )
    email = AddressField(lazy_gettext("E-mail address"))
    telephone = TextField(lazy_gettext("Telephone"), most=TELEPHONE)
    credentials_on = DayField(lazy_gettext("Date of the letter of credentials"))
    note = TextField(lazy_gettext("Note for the team"), most=2_000, is_long=True)
    quotas = RowsField(FormField(QuotaForm), lazy_gettext("Quotas"), max_entries=CATEGORIES_AT_MOST)

    @classmethod
    def stored(cls, row: Any) -> dict[str, Any]:
        names = ("correspondence", "email", "telephone", "credentials_on", "note")
        return {name: getattr(row, name) for name in names} | {
            "quotas": [{"category": c.category.code, "most": c.own} for c in counts_of(row)]
        }


class PersonFields(WorkspaceForm):
    """What is said of a member, as this event prints it."""

    honorific = BilingualField(lazy_gettext("Honorific"), most=100)
    function = BilingualField(lazy_gettext("Function"), most=300)
    category = ChoiceField(lazy_gettext("Category"))


class MemberForm(PersonFields):
    """What somebody is in a delegation; the row is the participant."""

    columns: ClassVar[Mapping[str, str]] = {"category": "category_id"}

    printed_name = BilingualField(lazy_gettext("Name as printed"), most=400)
    member_function = KindField(
        lazy_gettext("Function in the delegation"), MemberFunction, function_of_anybody
    )
    position = NumberField(
        lazy_gettext("Place among those of that function and class"), least=0, at_most=999
    )
    in_post_since = DayField(lazy_gettext("In post since"))
    stands_in_for = ChoiceField(lazy_gettext("Stands in for"))

    @classmethod
    def stored(cls, row: Any) -> dict[str, Any]:
        member = membership_of(row)
        names = ("honorific", "function", "printed_name")
        values = {name: getattr(row, name) for name in names} | {"category": row.category.code}
        if member is None:
            return values
        represented = member.stands_in_for.participant if member.stands_in_for else None
        return values | {
            "member_function": member.function,
            "position": member.position,
            "in_post_since": member.in_post_since,
            "stands_in_for": represented.code if represented else "",
        }


class JoiningForm(WorkspaceForm):
    """As what somebody who is known already joins a delegation."""

    person = TextField(lazy_gettext("Person"), most=40, widget=HiddenInput(), is_required=True)
    member_function = KindField(
        lazy_gettext("Function in the delegation"),
        MemberFunction,
        function_of_anybody,
        default=MemberFunction.DELEGATE,
    )
    category = ChoiceField(lazy_gettext("Category"))
    in_post_since = DayField(lazy_gettext("In post since"))


class NewMemberForm(PersonFields):
    """Somebody new who joins a delegation."""

    given_name = TextField(lazy_gettext("Given name"), most=200)
    family_name = TextField(lazy_gettext("Family name"), most=200)
    email = AddressField(lazy_gettext("E-mail address"))
    agreement = KindField(
        lazy_gettext("French words about them"),
        Agreement,
        people_labels.agreement,
        default=Agreement.NOT_GIVEN,
    )
    member_function = KindField(
        lazy_gettext("Function in the delegation"),
        MemberFunction,
        function_of_anybody,
        default=MemberFunction.DELEGATE,
    )
    in_post_since = DayField(lazy_gettext("In post since"))

    def validate(self, extra_validators: Any = None) -> bool:
        is_good = super().validate(extra_validators)
        if not self.given_name.data and not self.family_name.data:
            self.family_name.errors = [_("A name is needed.")]
            is_good = False
        return is_good


class AccessForm(WorkspaceForm):
    """Whom to invite to work for the delegation alone."""

    kind = KindField(
        lazy_gettext("As what"), AccessKind, labels.access_kind, default=AccessKind.LIAISON
    )
    name = TextField(lazy_gettext("Name"), most=200, is_required=True)
    email = AddressField(lazy_gettext("E-mail address"), is_required=True)


class ContactForm(WorkspaceForm):
    """How the delegation reaches who works for it."""

    telephone = TextField(lazy_gettext("Your telephone"), most=TELEPHONE)

    @classmethod
    def stored(cls, row: Any) -> dict[str, Any]:
        return {"telephone": row.telephone}

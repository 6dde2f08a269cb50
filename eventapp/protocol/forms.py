"""Forms about official orders."""

from typing import Any, ClassVar

from flask_babel import gettext as _
from flask_babel import lazy_gettext

from eventapp.delegations import labels as delegation_labels
from eventapp.delegations.kinds import Authority
from eventapp.planning.precedence import Basis, Place
from eventapp.plumbing.fields import ChoiceField, KindField, TextField
from eventapp.plumbing.forms import WorkspaceForm
from eventapp.plumbing.typed_fields import DayField, NumberField
from eventapp.protocol import words
from eventapp.values.language import Language

MOST_PLACES = 9_999


class RuleForm(WorkspaceForm):
    """The rule of an order. Hosts are named by their delegation's code."""

    columns: ClassVar = {"host": "host_id"}

    basis = KindField(lazy_gettext("What decides"), Basis, words.basis, default=Basis.NAME)
    language = KindField(
        lazy_gettext("Language of the names"), Language, words.alphabet, default=Language.FR
    )
    authority = KindField(
        lazy_gettext("Whose names"), Authority, delegation_labels.authority, default=Authority.UN
    )
    host = ChoiceField(lazy_gettext("Host"))
    host_place = KindField(
        lazy_gettext("Place of the host"), Place, words.place, default=Place.IN_ORDER
    )
    organisations_place = KindField(
        lazy_gettext("Place of organizations"), Place, words.place, default=Place.LAST
    )

    @classmethod
    def stored(cls, row: Any) -> dict[str, Any]:
        names = ("basis", "language", "authority", "host_place", "organisations_place")
        host = row.host.code if row.host else ""
        return {name: getattr(row, name) for name in names} | {"host": host}

    def validate(self, extra_validators: Any = None) -> bool:
        is_good = super().validate(extra_validators)
        if is_good and self.host_place.data is not Place.IN_ORDER and not self.host.data:
            self.host.errors = [_("Choose whose place this is.")]
            is_good = False
        return is_good


class DrawForm(WorkspaceForm):
    """What a draw by hand gave."""

    first = ChoiceField(lazy_gettext("Name that was drawn"))
    day = DayField(lazy_gettext("Day of the draw"), is_required=True)


class OverrideForm(WorkspaceForm):
    """A place that is fixed by decision."""

    delegation = ChoiceField(lazy_gettext("Delegation"))
    position = NumberField(
        lazy_gettext("Number in the list"), least=1, at_most=MOST_PLACES, is_required=True
    )
    reason = TextField(lazy_gettext("Reason"), most=1_000, is_required=True, is_long=True)

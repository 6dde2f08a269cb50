"""The form about how long personal data is kept."""

from typing import Any

from flask_babel import gettext as _
from flask_babel import lazy_gettext

from eventapp.plumbing.fields import FlagField, TextField
from eventapp.plumbing.forms import WorkspaceForm
from eventapp.plumbing.typed_fields import NumberField


class RetentionForm(WorkspaceForm):
    """How many days after the event, and whether a legal hold keeps all of it."""

    days = NumberField(lazy_gettext("Days after the event"), least=0, at_most=36_500)
    is_held = FlagField(lazy_gettext("Legal hold: nothing is erased"))
    hold_reason = TextField(lazy_gettext("Reason of the hold"), most=1_000, is_long=True)

    @classmethod
    def stored(cls, row: Any) -> dict[str, Any]:
        return {name: getattr(row, name) for name in ("days", "is_held", "hold_reason")}

    def validate(self, extra_validators: Any = None) -> bool:
        is_good = super().validate(extra_validators)
        if self.is_held.data and not self.hold_reason.data:
            self.hold_reason.errors = [_("A hold needs its reason.")]
            return False
        return is_good

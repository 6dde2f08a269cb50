"""What the forms of the release desk hold, as they were sent."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta

from eventapp.agenda.published import NO_NOTE
from eventapp.values.bilingual import Bilingual
from eventapp.values.catalogue import N_
from eventapp.values.cleaning import clean
from eventapp.values.refusal import Refusal
from eventapp.values.timespan import promised_instant

#: Longer embargoes are slips of the pen.
LONGEST_EMBARGO = timedelta(days=366)


@dataclass(frozen=True, slots=True)
class PublishForm:
    """A publication as somebody asked for it. `at` is empty, or a wall time as browsers send it.

    `seen` is the digest of the draft that its reader saw.
    """

    note: Bilingual = NO_NOTE
    at: str = ""
    allows_gaps: bool = False
    allows_conflicts: bool = False
    seen: str = ""

    @classmethod
    def by(cls, form: Mapping[str, str]) -> "PublishForm":
        return cls(
            bilingual_text("note", form),
            form.get("at", "").strip()[:40] if form.get("when") == "at" else "",
            "gaps" in form,
            "conflicts" in form,
            form.get("seen", "")[:64],
        )

    def instant(self, zone: str, now: datetime) -> datetime | None:
        """When to publish, or None for now. Raises Refusal for what is no such time."""
        if not self.at:
            return None
        try:
            local = datetime.strptime(self.at[:16], "%Y-%m-%dT%H:%M")  # noqa: DTZ007 - wall time
        except ValueError:
            raise Refusal(N_("“%(at)s” is not a date with a time."), at=self.at) from None
        if abs(local.year - now.year) > 2:
            raise Refusal(N_("A release waits for a year at most."))
        at = promised_instant(local, zone)
        if at > now + LONGEST_EMBARGO:
            raise Refusal(N_("A release waits for a year at most."))
        return at


def bilingual_text(name: str, form: Mapping[str, str]) -> Bilingual:
    """The two languages of a text, as `<name>-fr` and `<name>-en`."""
    fr, en = (clean(form.get(f"{name}-{language}", "")).strip() for language in ("fr", "en"))
    return Bilingual(fr, en)

"""A stretch of time as people promise it: wall time in a zone."""

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from functools import cache
from zoneinfo import ZoneInfo, available_timezones

from eventapp.values.catalogue import N_
from eventapp.values.refusal import Refusal


@cache
def zone_names() -> frozenset[str]:
    """The IANA names that an event may choose: places, and UTC."""
    return frozenset(
        name for name in available_timezones() if "/" in name and not name.startswith("Etc/")
    ) | {"UTC"}


def zone_of(name: str) -> ZoneInfo:
    """The zone of that IANA name. Raises Refusal where there is none."""
    if name not in zone_names():
        raise Refusal(N_("“%(name)s” is not a time zone."), name=name)
    return ZoneInfo(name)


def instant_of(local: datetime, zone: str) -> datetime:
    """The UTC instant of a wall time; `local.fold` tells which one in a doubled hour."""
    return local.replace(tzinfo=ZoneInfo(zone)).astimezone(UTC)


def promised_instant(local: datetime, zone: str) -> datetime:
    """The UTC instant of a wall time as typed by a person.

    Raises Refusal where a clock change skips or doubles it.
    """
    zone_of(zone)
    _refuse_unclear(local, zone)
    return instant_of(local, zone)


def is_skipped(local: datetime, zone: str) -> bool:
    """Whether a clock change jumps over that wall time."""
    back = instant_of(local, zone).astimezone(ZoneInfo(zone)).replace(tzinfo=None)
    return back != local.replace(fold=0)


def is_doubled(local: datetime, zone: str) -> bool:
    """Whether a clock change makes that wall time happen twice."""
    first, second = (instant_of(local.replace(fold=fold), zone) for fold in (0, 1))
    return first < second


@dataclass(frozen=True, slots=True)
class TimeSpan:
    """Wall time and zone: the stored truth. UTC instants follow from the zone's rules of the day.

    `start` and `end` are naive wall times, end after start as instants; `zone` is an IANA name.
    The folds (0 or 1, as in PEP 495) tell the two passages of a doubled hour apart.
    """

    start: datetime
    end: datetime
    zone: str
    start_fold: int = 0
    end_fold: int = 0

    @classmethod
    def lasting(cls, start: datetime, duration: timedelta, zone: str) -> "TimeSpan":
        """A span of a true duration, also over a clock change."""
        ends_at = instant_of(start, zone) + duration
        return cls.between(instant_of(start, zone), ends_at, zone)

    @classmethod
    def between(cls, starts_at: datetime, ends_at: datetime, zone: str) -> "TimeSpan":
        """The span between two aware instants, as the clocks of that zone show it."""
        start, end = (at.astimezone(ZoneInfo(zone)) for at in (starts_at, ends_at))
        return cls(
            start.replace(tzinfo=None, fold=0),
            end.replace(tzinfo=None, fold=0),
            zone,
            start.fold,
            end.fold,
        )

    @classmethod
    def promised(cls, start: datetime, end: datetime, zone: str) -> "TimeSpan":
        """A span as typed by a person.

        Raises Refusal where a wall time is skipped or doubled by a clock change, or where the
        end does not come after the start.
        """
        zone_of(zone)
        for local in (start, end):
            _refuse_unclear(local, zone)
        span = cls(start.replace(fold=0), end.replace(fold=0), zone)
        if span.ends_at <= span.starts_at:
            raise Refusal(N_("The end must come after the start."))
        return span

    @classmethod
    def stored(
        cls, start: datetime, end: datetime, zone: str, starts_at: datetime, ends_at: datetime
    ) -> "TimeSpan":
        """A span read back; its kept instants only tell the passages of a doubled hour apart."""
        folds = (
            int(is_doubled(local, zone) and instant_of(local, zone) < at)
            for local, at in ((start, starts_at), (end, ends_at))
        )
        return cls(start, end, zone, *folds)

    def __composite_values__(self) -> tuple[datetime, datetime, str, datetime, datetime]:
        """What a table keeps of it: wall times, zone, and the instants derived from them."""
        return self.start, self.end, self.zone, self.starts_at, self.ends_at

    @property
    def starts_at(self) -> datetime:
        return instant_of(self.start.replace(fold=self.start_fold), self.zone)

    @property
    def ends_at(self) -> datetime:
        return instant_of(self.end.replace(fold=self.end_fold), self.zone)

    @property
    def duration(self) -> timedelta:
        """The true duration, counted in instants."""
        return self.ends_at - self.starts_at

    def overlaps(self, other: "TimeSpan") -> bool:
        """Whether the two share a moment; spans that only touch do not."""
        return self.starts_at < other.ends_at and other.starts_at < self.ends_at


def _refuse_unclear(local: datetime, zone: str) -> None:
    clock = f"{local:%Y-%m-%d %H:%M}"
    if is_skipped(local, zone):
        raise Refusal(
            N_("%(clock)s does not exist in %(zone)s: clocks go forward at that moment."),
            clock=clock,
            zone=zone,
        )
    if is_doubled(local, zone):
        raise Refusal(
            N_("%(clock)s happens twice in %(zone)s: clocks go back at that moment."),
            clock=clock,
            zone=zone,
        )

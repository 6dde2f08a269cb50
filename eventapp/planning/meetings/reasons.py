"""Why a meeting has no place: which limit takes the last of them, said in both languages."""

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from dataclasses import replace
from datetime import date, timedelta
from enum import StrEnum

from eventapp.planning.meetings.instance import Instance, Place, Reason, Request, too_close
from eventapp.planning.meetings.options import Choices, Option
from eventapp.values import typography
from eventapp.values.bilingual import Bilingual
from eventapp.values.catalogue import N_, counted, translator
from eventapp.values.language import Language
from eventapp.values.typography import DateStyle

OTHERS_AT_MOST = 3


class Hindrance(StrEnum):
    """What stands against a meeting, from what no plan could change to what this one causes."""

    NO_HOURS = "no_hours"
    ROOMS_TOO_SMALL = "rooms_too_small"
    ROOMS_TAKEN = "rooms_taken"
    NEVER_FREE = "never_free"
    NEVER_FREE_TOGETHER = "never_free_together"
    DAY_IS_FULL = "day_is_full"
    IN_OTHER_MEETINGS = "in_other_meetings"
    ROOMS_FULL = "rooms_full"
    NOT_REACHED = "not_reached"
    OUTSIDE_HOURS = "outside_hours"
    AWAY = "away"


SAYINGS: Mapping[Hindrance, str] = {
    Hindrance.NO_HOURS: N_("No hours of meetings are as long as this one."),
    Hindrance.ROOMS_TOO_SMALL: N_("No room for meetings seats as many people."),
    Hindrance.ROOMS_TAKEN: N_("Something else is in the rooms during all hours of meetings."),
    Hindrance.NEVER_FREE: N_("%(subject)s is never free during the hours of meetings."),
    Hindrance.NEVER_FREE_TOGETHER: N_("The two sides are never free at the same time."),
    Hindrance.DAY_IS_FULL: N_("%(subject)s reaches its limit (%(limit)s) on %(days)s."),
    Hindrance.IN_OTHER_MEETINGS: N_("%(subject)s is in other meetings then (%(others)s)."),
    Hindrance.ROOMS_FULL: N_("All rooms are taken by meetings on %(days)s at the times left."),
    Hindrance.OUTSIDE_HOURS: N_("This is outside the hours in which the room takes meetings."),
    Hindrance.AWAY: N_("%(subject)s has not arrived then, or has left."),
    Hindrance.NOT_REACHED: N_("There may be a place: the search ended before it was tried."),
}


def why_unmet(
    request: Request, places: Mapping[str, Place], choices: Choices
) -> tuple[Reason, ...]:
    """What stands against each place that the meeting could have beside this plan."""
    options = [*choices.imagined(request)]
    if not options:
        return (Reason(Hindrance.NO_HOURS, count=request.minutes),)
    if not any(choices.classes[each.room_class].holds(len(request.people)) for each in options):
        return (Reason(Hindrance.ROOMS_TOO_SMALL, count=len(request.people)),)
    with_room = [each for each in options if choices.has_room(each)]
    if not with_room:
        return (Reason(Hindrance.ROOMS_TAKEN),)
    return _about_people(request, with_room, choices) or _about_plan(
        request, [each for each in with_room if _all_free(each, choices)], places, choices
    )


def _about_people(
    request: Request, options: Collection[Option], choices: Choices
) -> tuple[Reason, ...]:
    """Who is never free, whatever the plan."""
    who = (*request.sides, *request.people)
    never = [each for each in who if not any(choices.is_free(each, at) for at in options)]
    if never:
        return tuple(Reason(Hindrance.NEVER_FREE, each) for each in never[:OTHERS_AT_MOST])
    if not any(_all_free(each, choices) for each in options):
        return (Reason(Hindrance.NEVER_FREE_TOGETHER),)
    return ()


def _about_plan(
    request: Request, options: Iterable[Option], places: Mapping[str, Place], choices: Choices
) -> tuple[Reason, ...]:
    """What the plan's own meetings take; each thing once, in order of the days."""
    plan = _Plan(request, places, choices)
    found = dict.fromkeys(reason for option in options for reason in plan.against(option))
    return _joined(found)


def against(option: Option, places: Mapping[str, Place], choices: Choices) -> tuple[Reason, ...]:
    """Full days, and other meetings of the same side, that this place would not go with."""
    plan = _Plan(option.request, places, choices)
    return _joined([*plan.full_days(option), *plan.elsewhere(option)])


class _Plan:
    """The meetings that have a place, for somebody who seeks one more."""

    def __init__(self, request: Request, places: Mapping[str, Place], choices: Choices) -> None:
        asked = {each.uid: each for each in choices.instance.requests}
        self.request, self.choices, self.instance = request, choices, choices.instance
        self.places = [(asked[uid], place) for uid, place in places.items()]

    def against(self, option: Option) -> Iterator[Reason]:
        """What takes this place; only that the search ended, where nothing does."""
        full = [*self.full_days(option)] or [*self.elsewhere(option)] or [*self._rooms(option)]
        yield from full or [Reason(Hindrance.NOT_REACHED)]

    def full_days(self, option: Option) -> Iterator[Reason]:
        most = self.instance.most_a_day
        for side in self.request.sides:
            held = [p for r, p in self.places if side in r.sides and p.day == option.day]
            if len(held) >= most:
                yield Reason(Hindrance.DAY_IS_FULL, side, (option.day,), most)

    def elsewhere(self, option: Option) -> Iterator[Reason]:
        for who in (*self.request.sides, *self.request.people):
            others = tuple(
                r.uid for r, p in self.places if _keeps(who, r, p, option, self.instance)
            )
            if others:
                yield Reason(Hindrance.IN_OTHER_MEETINGS, who, others=others)
                return

    def _rooms(self, option: Option) -> Iterator[Reason]:
        rooms = {room.uid for room in self.choices.classes[option.room_class].rooms}
        taken = {
            place.room
            for _request, place in self.places
            if place.room in rooms
            and too_close(option.span, (place.start, place.end), timedelta(0))
        }
        if taken == rooms:
            yield Reason(Hindrance.ROOMS_FULL, days=(option.day,))


def _keeps(who: str, other: Request, place: Place, option: Option, instance: Instance) -> bool:
    """Whether the other meeting keeps somebody from this one."""
    if who not in (*other.sides, *other.people):
        return False
    there = instance.venues.get(place.room)
    needs = instance.between_meetings if who in other.sides else instance.way
    return too_close(option.span, (place.start, place.end), needs(there, option.venue))


def _all_free(option: Option, choices: Choices) -> bool:
    request = option.request
    return all(choices.is_free(who, option) for who in (*request.sides, *request.people))


def _joined(found: Iterable[Reason]) -> tuple[Reason, ...]:
    """What differs in its days or other meetings alone, as one reason."""
    groups: dict[tuple[str, str, int], list[Reason]] = {}
    for reason in found:
        groups.setdefault((reason.kind, reason.subject, reason.count), []).append(reason)
    return tuple(
        replace(
            reasons[0],
            days=tuple(sorted({day for each in reasons for day in each.days})),
            others=tuple(dict.fromkeys(uid for each in reasons for uid in each.others)),
        )
        for reasons in groups.values()
    )


def explained(reason: Reason, name: Callable[[str], Bilingual], language: Language) -> str:
    """The reason for a reader; `name` says what people, delegations and meetings are called."""
    said = translator(language)(SAYINGS[Hindrance(reason.kind)])
    return said % {
        "subject": name(reason.subject).text(language).text if reason.subject else "",
        "limit": counted("%(num)s meeting a day", "%(num)s meetings a day", reason.count, language),
        "days": _days(reason.days, language),
        "others": _meetings(reason.others, name, language),
    }


def _days(days: Iterable[date], language: Language) -> str:
    named = [typography.date(day, language, DateStyle.DAY) for day in days]
    return typography.enumeration(named, language)


def _meetings(uids: tuple[str, ...], name: Callable[[str], Bilingual], language: Language) -> str:
    named = [
        typography.quotation(name(uid).text(language).text, language)
        for uid in uids[:OTHERS_AT_MOST]
    ]
    more = len(uids) - len(named)
    if more:
        named.append(counted("%(num)s other", "%(num)s others", more, language))
    return typography.enumeration(named, language)

"""A first plan, for the solver to start from: the weightiest meeting first, where it can be."""

from collections import defaultdict
from datetime import timedelta

from eventapp.planning.meetings.instance import too_close
from eventapp.planning.meetings.options import Choices, Option, in_time
from eventapp.planning.meetings.scoring import worth


def first_plan(choices: Choices) -> list[Option]:
    """Options that break no limit together."""
    plan, options = _Plan(choices), defaultdict[str, list[Option]](list)
    for option in in_time(choices.options):
        options[option.request.uid].append(option)
    for own in sorted(options.values(), key=lambda each: -_worth(choices, each[0])):
        best = sorted(own, key=lambda each: -_worth(choices, each))
        chosen = next((each for each in best if plan.takes(each)), None)
        if chosen is not None:
            plan.add(chosen)
    return plan.chosen


def _worth(choices: Choices, option: Option) -> int:
    return worth(choices.instance, option.request, option.start, option.venue)


class _Plan:
    """What is chosen so far, by whom and what it binds."""

    def __init__(self, choices: Choices) -> None:
        self.choices, self.instance = choices, choices.instance
        self.chosen: list[Option] = []
        self.of = defaultdict[str, list[Option]](list)
        self.within = defaultdict[int, list[Option]](list)

    def add(self, option: Option) -> None:
        self.chosen.append(option)
        self.within[option.room_class].append(option)
        for who in {*option.request.sides, *option.request.people}:
            self.of[who].append(option)

    def takes(self, option: Option) -> bool:
        """Whether the option goes with all that is chosen."""
        return self._has_day(option) and self._has_people(option) and self._has_room(option)

    def _has_day(self, option: Option) -> bool:
        return all(
            sum(each.day == option.day for each in self.of[side])
            + len(self.choices.held.get((side, option.day), ()))
            < self.instance.most_a_day
            for side in option.request.sides
        )

    def _has_people(self, option: Option) -> bool:
        sides, instance = option.request.sides, self.instance
        return not any(
            too_close(
                option.span,
                each.span,
                (instance.between_meetings if who in sides else instance.way)(
                    each.venue, option.venue
                ),
            )
            for who in (*sides, *option.request.people)
            for each in self.of[who]
        )

    def _has_room(self, option: Option) -> bool:
        """At no moment more meetings than rooms; each such moment is a start."""
        there = [
            each
            for each in self.within[option.room_class]
            if too_close(option.span, each.span, timedelta(0))
        ]
        starts = [option.start, *(each.start for each in there if each.start >= option.start)]
        most = len(self.choices.classes[option.room_class].rooms)
        return all(
            sum(each.start <= moment < each.end for each in there) < most for moment in starts
        )

"""The choice among the options as a linear programme, solved by CBC through PuLP.

Each limit is as few sums as say it exactly: what overlaps shares a moment at which one of it
begins, so that one sum for each such moment does what pairs would.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import suppress
from datetime import date, datetime, timedelta
from math import floor
from pathlib import Path
from typing import Any

from eventapp.planning.meetings.greedy import first_plan
from eventapp.planning.meetings.instance import Instance, Place, Proposal
from eventapp.planning.meetings.options import Choices, Option
from eventapp.planning.meetings.reasons import why_unmet
from eventapp.planning.meetings.scoring import A_ROW, has_a_row, score, stretch, worth
from eventapp.planning.meetings.seating import seated

#: Scores are whole: what is less than one below the bound is the best there is.
ALMOST_ONE = 0.999
LOG = "cbc.log"


def solve(instance: Instance, folder: Path, *, seconds: int, seed: int = 0) -> Proposal:
    """The best plan that so many seconds find. The folder takes the solver's own files."""
    choices = Choices(instance)
    settled = {request.uid: place for request, place in instance.settled}
    chosen, most = list[Option](), 0
    if choices.options:
        chosen, most = _Model(choices).solve(folder, seconds=seconds, seed=seed)
    places: dict[str, Place] = {**settled, **seated(chosen, choices.classes)}
    return Proposal(
        places,
        score(instance, places),
        score(instance, settled) + most,
        {
            request.uid: why_unmet(request, places, choices)
            for request in instance.open
            if request.uid not in places
        },
    )


class _Model:
    """The options as variables, what they are worth and what limits them."""

    def __init__(self, choices: Choices) -> None:
        import pulp  # noqa: PLC0415 - costs 36 MB, and only the child process needs it
        from pulp.apis import coin_api  # noqa: PLC0415 - as above

        self.pulp, self.cbc, self.choices = pulp, coin_api.pulp_cbc_path, choices
        # CBC mixes up the signs of a first plan where it is to maximize: it gets costs instead.
        self.problem = pulp.LpProblem("meetings", pulp.LpMinimize)
        self.take = {
            option: self.problem.add_variable(f"x{number}", cat=pulp.LpBinary)
            for number, option in enumerate(choices.options)
        }
        self.rows = [*_rows(choices, self.problem)]
        self._value()
        self._limit()

    def solve(self, folder: Path, *, seconds: int, seed: int) -> tuple[list[Option], int]:
        """The options that are chosen, and what no choice exceeds."""
        first = first_plan(self.choices)
        self._start_from(first)
        solver = self.pulp.COIN_CMD(
            path=self.cbc,
            msg=False,
            timeLimit=seconds,
            gapAbs=ALMOST_ONE,
            gapRel=0,
            warmStart=True,
            logPath=str(folder / LOG),
            options=[f"randomSeed {seed + 1}", f"randomCbcSeed {seed + 1}"],
        )
        status = self.problem.solve(solver)
        if status != self.pulp.LpStatusOptimal:  # nothing found in time: values mean nothing
            return first, _bound(folder / LOG, self._most())
        chosen = [option for option, variable in self.take.items() if variable.value() > 0.5]
        if self.problem.sol_status == self.pulp.LpSolutionOptimal:
            return chosen, -round(self.pulp.value(self.problem.objective))
        return chosen, _bound(folder / LOG, self._most())

    def _sum(self, terms: Iterable[tuple[Any, int]]) -> Any:
        return self.pulp.LpAffineExpression([*terms])

    def _value(self) -> None:
        gains = [(variable, -self._worth(option)) for option, variable in self.take.items()]
        self.problem += self._sum([*gains, *((row, A_ROW) for row, _sums in self.rows)])

    def _worth(self, option: Option) -> int:
        return worth(self.choices.instance, option.request, option.start, option.venue)

    def _limit(self) -> None:
        for terms, most in _limits(self.choices):
            self.problem += self._sum((self.take[each], 1) for each in terms) <= most
        for row, sums in self.rows:
            for terms, most, spare in sums:
                line = [(self.take[each], 1) for each in terms]
                self.problem += self._sum([*line, (row, -spare)]) <= most

    def _start_from(self, plan: Iterable[Option]) -> None:
        chosen = {*plan}
        for option, variable in self.take.items():
            variable.setInitialValue(int(option in chosen))
        for row, sums in self.rows:
            is_there = any(len(chosen.intersection(terms)) > most for terms, most, _ in sums)
            row.setInitialValue(int(is_there))

    def _most(self) -> int:
        """What all meetings together would be worth."""
        best: dict[str, int] = {}
        for option in self.take:
            best[option.request.uid] = max(best.get(option.request.uid, 0), self._worth(option))
        return sum(best.values())


def _bound(log: Path, most: int) -> int:
    """What CBC knows that no plan exceeds, by the last lines of its log."""
    with suppress(OSError, ValueError):
        found = re.findall(r"^Lower bound:\s+(-?[0-9.]+)", log.read_text(), re.MULTILINE)
        if found:
            return min(most, floor(1e-6 - float(found[-1])))
    return most


def _limits(choices: Choices) -> Iterator[tuple[Sequence[Option], int]]:
    """Which options together can be chosen how often at most."""
    by_request = _grouped((option.request.uid, option) for option in choices.options)
    for options in by_request.values():
        yield options, 1
    yield from _rooms(choices)
    yield from _days(choices)
    pause = timedelta(minutes=choices.instance.pause)
    for options, gap in _parties(choices, pause):
        yield from ((terms, 1) for terms in _at_once(options, gap))
        yield from ((terms, 1) for terms in _too_far(options, gap, choices.instance))


def _rooms(choices: Choices) -> Iterator[tuple[Sequence[Option], int]]:
    """No more meetings at once than a class has rooms."""
    for number, options in _grouped((each.room_class, each) for each in choices.options).items():
        for terms in _at_once(options, timedelta(0)):
            yield terms, len(choices.classes[number].rooms)


def _days(choices: Choices) -> Iterator[tuple[Sequence[Option], int]]:
    """A delegation's limit, less what is settled."""
    for (side, day), options in _by_day(choices).items():
        left = choices.instance.most_a_day - len(choices.held.get((side, day), ()))
        if len({each.request.uid for each in options}) > left:
            yield options, left


def _parties(choices: Choices, pause: timedelta) -> Iterator[tuple[list[Option], timedelta]]:
    """The options of whoever has several, and what they need between two of them.

    People who are in meetings of one delegation alone are as bound as the delegation is.
    """
    sides = _grouped((side, each) for each in choices.options for side in each.request.sides)
    people = _grouped((who, each) for each in choices.options for who in each.request.people)
    for options in sides.values():
        if len({each.request.uid for each in options}) > 1:
            yield options, pause
    for options in people.values():
        requests = {each.request.uid: set(each.request.sides) for each in options}
        if len(requests) > 1 and not set.intersection(*requests.values()):
            yield options, timedelta(0)


def _at_once(options: Iterable[Option], gap: timedelta) -> Iterator[list[Option]]:
    """For each moment at which one begins: those that run then, or ended less than the gap ago."""
    ordered = sorted(options, key=lambda each: each.start)
    before: set[Option] = set()
    for moment in sorted({each.start for each in ordered}, reverse=True):
        terms = [each for each in ordered if each.start <= moment < each.end + gap]
        if len({each.request.uid for each in terms}) > 1 and not before.issuperset(terms):
            before = set(terms)
            yield terms


def _too_far(
    options: Sequence[Option], gap: timedelta, instance: Instance
) -> Iterator[list[Option]]:
    """What begins in one venue too soon after something that ends in another."""
    ending = _grouped(((each.venue, each.end), each) for each in options)
    starting = _grouped(((each.venue, each.start), each) for each in options)
    for (here, end), first in ending.items():
        for (there, start), second in starting.items():
            if gap <= start - end < instance.way(here, there):
                yield [*first, *second]


def _rows(
    choices: Choices, problem: Any
) -> Iterator[tuple[Any, list[tuple[list[Option], int, int]]]]:
    """For each delegation's day that could have three meetings in a row: whether it has.

    With it come the sums that make it so: at most two starts in a stretch, unless it has.
    """
    instance, most = choices.instance, choices.instance.most_a_day
    for number, (key, options) in enumerate(sorted(_by_day(choices).items())):
        held = choices.held.get(key, [])
        if most < 3 or has_a_row(held, instance):
            continue
        row = problem.add_variable(f"row{number}", cat="Binary")
        sums = [*_stretches(options, held, stretch(instance), most)]
        if sums:
            yield row, sums


def _stretches(
    options: Sequence[Option], held: Sequence[datetime], within: timedelta, most: int
) -> Iterator[tuple[list[Option], int, int]]:
    for first in sorted({*held, *(each.start for each in options)}):
        terms = [each for each in options if first <= each.start <= first + within]
        there = sum(first <= start <= first + within for start in held)
        if len({each.request.uid for each in terms}) + there > 2:
            yield terms, 2 - there, max(1, most - 2)


def _by_day(choices: Choices) -> Mapping[tuple[str, date], list[Option]]:
    """The options of a delegation on a day."""
    return _grouped(
        ((side, each.day), each) for each in choices.options for side in each.request.sides
    )


def _grouped(pairs: Iterable[tuple[Any, Option]]) -> dict[Any, list[Option]]:
    groups = defaultdict[Any, list[Option]](list)
    for key, option in pairs:
        groups[key].append(option)
    return groups

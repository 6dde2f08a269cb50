"""Balance: what the event wants a panel, or its whole programme, to be made of."""

from collections.abc import Iterable

from eventapp.planning.balance import Balance, Measure, Meter, Sense, measured
from eventapp.planning.board import Board, Programme
from eventapp.planning.conflicts import Conflict, Severity
from eventapp.planning.rules.base import Remedy, Rule
from eventapp.planning.telling import Teller
from eventapp.values.catalogue import N_
from eventapp.values.typography import number, percent

SENTENCES = {
    Sense.AT_LEAST: N_("%(where)s: %(value)s (%(group)s) instead of at least %(target)s."),
    Sense.AT_MOST: N_("%(where)s: %(value)s (%(group)s) instead of at most %(target)s."),
}


class OutOfBalance(Rule):
    """A target that is missed, by those of whom it is known."""

    code = "out_of_balance"
    name = N_("A panel or programme out of balance")
    severity = Severity.WARNING
    remedy = Remedy.ANOTHER_PLAN

    def find(self, board: Board, around: str | None = None) -> Iterable[Conflict]:
        for balance in board.programme.balances:
            if around in (None, balance.activity):
                meter = meter_of(balance, board.programme)
                if not meter.is_met:
                    parties = (balance.activity,) if balance.activity else ()
                    facts = (meter.counted, meter.known, balance.target)
                    yield Conflict(self.code, self.severity, parties, balance.uid, facts)

    def explain(self, conflict: Conflict, teller: Teller) -> str:
        programme = teller.board.programme
        balance = next(each for each in programme.balances if each.uid == conflict.subject)
        meter = meter_of(balance, programme)
        return teller.say(
            SENTENCES[balance.sense],
            where=teller.session(balance.activity)
            if balance.activity
            else teller.say(N_("Whole programme")),
            group=teller.name(balance.uid),
            value=figure(balance, meter.value or 0, teller),
            target=figure(balance, balance.target, teller),
        )


def meter_of(balance: Balance, programme: Programme) -> Meter:
    """How a balance stands. Interpreters work there without being part of the programme.

    Neither are meetings that the programme does not announce.
    """
    presences = (
        programme.presences_in.get(balance.activity, ())
        if balance.activity
        else (
            each
            for each in programme.presences
            if not programme.activities[each.activity].is_private
        )
    )
    people = dict.fromkeys(each.person for each in presences if not each.is_interpreter)
    return measured(balance, (programme.people[uid] for uid in people))


def figure(balance: Balance, value: float, teller: Teller) -> str:
    """`3` or `37,5 %`."""
    if balance.measure is Measure.SHARE:
        return percent(round(value, 1) / 100, teller.language)
    return number(value, teller.language)

"""Texts: approved in both languages by the day they are due."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import timedelta

from eventapp.planning.board import Board
from eventapp.planning.conflicts import Conflict, Severity
from eventapp.planning.rules.base import Remedy, Rule
from eventapp.planning.telling import Teller
from eventapp.values.catalogue import N_
from eventapp.values.typography import DateStyle, date

NEAR = timedelta(days=7)


class TextsNotApproved(Rule):
    """A notice in the last week, a warning once the day has passed. Needs no time or room."""

    code = "texts_not_approved"
    name = N_("A text without approval near its deadline")
    severity = Severity.NOTICE
    remedy = Remedy.ANOTHER_PLAN

    def find(self, board: Board, around: str | None = None) -> Iterable[Conflict]:
        programme = board.programme
        uids = programme.activities if around is None else (around,)
        for uid in uids:
            activity = programme.activities[uid]
            due = activity.texts_due_on
            if not activity.unapproved or due is None or due > programme.today + NEAR:
                continue
            facts = (activity.unapproved, due.isoformat())
            found = Conflict(self.code, self.severity, (uid,), facts=facts)
            is_late = due < programme.today
            yield replace(found, severity=Severity.WARNING) if is_late else found

    def explain(self, conflict: Conflict, teller: Teller) -> str:
        [uid] = conflict.parties
        due = teller.board.programme.activities[uid].texts_due_on
        return teller.say(
            N_("%(session)s has %(texts)s without approval, due on %(day)s."),
            session=teller.session(uid),
            texts=teller.counted("%(num)s wording", "%(num)s wordings", int(conflict.facts[0])),
            day=date(due, teller.language, DateStyle.LONG) if due else "",
        )

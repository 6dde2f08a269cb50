"""Texts are approved by the day they are due."""

from datetime import date, timedelta

from eventapp.planning.conflicts import Severity
from tests.unit.planning.boards import a_board, a_booking, conflicts

DUE = date(2025, 11, 20)


def severity_on(today: date, *, unapproved: int = 3) -> list[Severity]:
    plan = a_booking("A", unapproved=unapproved, texts_due_on=DUE)
    return [each.severity for each in conflicts(a_board(plan, today=today), "texts_not_approved")]


def test_a_text_is_noticed_a_week_before_and_warned_of_after() -> None:
    assert severity_on(DUE - timedelta(days=8)) == []
    assert severity_on(DUE - timedelta(days=7)) == [Severity.NOTICE]
    assert severity_on(DUE) == [Severity.NOTICE]
    assert severity_on(DUE + timedelta(days=1)) == [Severity.WARNING]


def test_approved_texts_and_texts_without_a_deadline_are_no_conflict() -> None:
    assert severity_on(DUE, unapproved=0) == []
    assert conflicts(a_board(a_booking("A", unapproved=3), today=DUE), "texts_not_approved") == []

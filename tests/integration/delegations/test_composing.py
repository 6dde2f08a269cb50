"""Who belongs to a delegation: within its quotas, with one head at a time."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from threading import Barrier, Thread
from typing import Any

import pytest
from flask import Flask
from sqlalchemy import select
from sqlalchemy.event import listen, remove

from eventapp.delegations.composing import (
    add_member,
    change_member,
    make_head,
    remove_member,
    withdraw_member,
)
from eventapp.delegations.counting import counts_of, demand_quota
from eventapp.delegations.editing import (
    add_delegations,
    edit_delegation,
    remove_delegation,
    step_back,
    step_forward,
)
from eventapp.delegations.kinds import DelegationState, MemberFunction
from eventapp.delegations.listing import standings
from eventapp.delegations.models import Delegation, Member
from eventapp.delegations.queries import head_of
from eventapp.events.models import Event
from eventapp.participants.editing import edit_participant, remove_participant
from eventapp.participants.kinds import ParticipantState
from eventapp.participants.models import Participant
from eventapp.people.editing import merge_people
from eventapp.plumbing.database import db, unit_of_work
from eventapp.values.language import Language
from eventapp.values.refusal import Refusal
from tests.builders import (
    NOW,
    a_category,
    a_delegation,
    a_member,
    a_participant,
    a_party,
    a_summit,
)

HEAD, ADVISER = MemberFunction.HEAD, MemberFunction.ADVISER
NOMINATED = DelegationState.NOMINATED


@pytest.fixture
def event(app: Flask) -> Event:
    event = a_summit()
    a_category(event, delegation_quota=2)
    return event


@contextmanager
def counting() -> Iterator[list[str]]:
    """What the database is asked."""
    asked: list[str] = []

    def note(*arguments: Any) -> None:
        asked.append(arguments[2])

    listen(db.engine, "before_cursor_execute", note)
    yield asked
    remove(db.engine, "before_cursor_execute", note)


def said(act: Callable[[], object]) -> tuple[str, str]:
    """What the refusal says in both languages, with plain spaces."""
    with pytest.raises(Refusal) as refused:
        act()
    french, english = (refused.value.text(each) for each in (Language.FR, Language.EN))
    return french.replace("\u00a0", " "), english


def test_a_full_quota_is_refused_by_name_in_both_languages(event: Event) -> None:
    delegation = a_delegation(event)
    add_member(delegation, a_participant(event), HEAD, now=NOW)
    add_member(delegation, a_participant(event), now=NOW)
    assert said(lambda: add_member(delegation, a_participant(event), now=NOW)) == (
        "Serbie, « Catégorie delegate » : le quota de 2 est atteint.",
        "Serbia, “Category delegate”: the quota of 2 is full.",
    )
    add_member(delegation, a_participant(event, category="overflow"), now=NOW)
    waiting = a_participant(event, state=ParticipantState.WAITING)
    add_member(delegation, waiting, now=NOW)
    taken = {count.category.code: (count.taken, count.most) for count in counts_of(delegation)}
    assert taken == {"delegate": (2, 2), "overflow": (1, None)}
    with pytest.raises(Refusal):
        edit_participant(waiting, {"state": ParticipantState.CONFIRMED}, now=NOW)


def test_a_quota_of_ones_own_counts_before_that_of_all(event: Event) -> None:
    delegation, category = a_delegation(event), a_category(event)
    edit_delegation(delegation, {}, {category: 3}, now=NOW)
    for _ in range(3):
        add_member(delegation, a_participant(event), now=NOW)
    with pytest.raises(Refusal):
        demand_quota(delegation, category)
    assert said(lambda: edit_delegation(delegation, {}, {category: None}, now=NOW))[1] == (
        "Serbia, “Category delegate”: the quota of 2 is exceeded (3)."
    )


def test_there_is_one_head_and_another_takes_over_in_one_step(event: Event) -> None:
    delegation = a_delegation(event)
    head = add_member(delegation, a_participant(event, "Ada Exemple"), HEAD, now=NOW)
    second = add_member(delegation, a_participant(event, "Mira Exemple"), now=NOW)
    third = a_participant(event, "Noa Exemple", "press")
    assert said(lambda: add_member(delegation, third, HEAD, now=NOW)) == (
        "Serbie : il y a déjà une tête de délégation (Ada Exemple).",
        "Serbia has a head of delegation already: Ada Exemple.",
    )
    with pytest.raises(Refusal):
        change_member(second, {"function": HEAD}, now=NOW)
    make_head(second, ADVISER, now=NOW)
    db.session.flush()
    assert (head_of(delegation), head.function) == (second, ADVISER)


def test_a_delegation_that_was_announced_keeps_a_head(event: Event) -> None:
    delegation = a_delegation(event)
    assert said(lambda: step_forward(delegation, NOMINATED, now=NOW)) == (
        "Serbie : il faut d’abord désigner une cheffe ou un chef de délégation.",
        "Serbia: a head of delegation is needed first.",
    )
    head = add_member(delegation, a_participant(event), HEAD, now=NOW)
    step_forward(delegation, NOMINATED, now=NOW)
    refused: list[Callable[[], object]] = [
        lambda: remove_member(head, now=NOW),
        lambda: withdraw_member(head, now=NOW),
        lambda: change_member(head, {"function": ADVISER}, now=NOW),
        lambda: remove_participant(head.participant, now=NOW),
        lambda: step_forward(delegation, DelegationState.CREDENTIALS_RECEIVED, now=NOW),
        lambda: step_forward(delegation, DelegationState.ACCREDITED, now=NOW),
    ]
    for act in refused:
        with pytest.raises(Refusal):
            act()
    step_back(delegation, DelegationState.INVITED, now=NOW)
    withdraw_member(head, now=NOW)
    assert head_of(delegation) is None


def test_a_head_who_withdrew_is_missing(event: Event) -> None:
    delegation = a_delegation(event)
    head = add_member(delegation, a_participant(event), HEAD, now=NOW)
    edit_participant(head.participant, {"state": ParticipantState.WITHDRAWN}, now=NOW)
    with pytest.raises(Refusal):
        step_forward(delegation, NOMINATED, now=NOW)


def test_nobody_belongs_to_two_delegations(event: Event) -> None:
    first, second, ada = a_delegation(event), a_delegation(event, "FR"), a_participant(event)
    add_member(first, ada, now=NOW)
    for delegation in (first, second):
        with pytest.raises(Refusal):
            add_member(delegation, ada, now=NOW)


def test_of_two_records_of_one_person_the_kept_one_stays_in_the_delegation(event: Event) -> None:
    delegation = a_delegation(event)
    kept, other = a_participant(event, "Ada Exemple"), a_participant(event, "Ada Éxemple")
    member = add_member(delegation, other, HEAD, now=NOW)
    merge_people(kept.person, other.person, now=NOW)
    db.session.flush()
    assert (member.participant, head_of(delegation)) == (kept, member)


def test_merging_breaks_no_quota(event: Event) -> None:
    a_category(event, delegation_quota=2).delegation_quota = 1
    delegate = a_category(event)
    delegation = a_delegation(event)
    add_member(delegation, a_participant(event, "Mira Un", delegate), now=NOW)
    kept = a_participant(event, "Ada Exemple", delegate)
    other = a_participant(event, "Ada Éxemple", "staff")
    add_member(delegation, other, now=NOW)
    with pytest.raises(Refusal, match="the quota of 1 is full"):
        merge_people(kept.person, other.person, now=NOW)


def test_a_party_sends_one_delegation_and_again_after_it_was_removed(event: Event) -> None:
    party = a_party("FR")
    (first,) = add_delegations(event, [party])
    assert add_delegations(event, [party]) == []
    member = add_member(first, a_participant(event), now=NOW)
    with pytest.raises(Refusal):
        remove_delegation(first, now=NOW)
    remove_member(member, now=NOW)
    remove_delegation(first, now=NOW)
    (second,) = add_delegations(event, [party])
    assert (first.code, second.code) == ("fr", "fr-2")


@pytest.mark.parametrize("size", [1, 12])
def test_where_delegations_stand_takes_as_many_questions_for_many_as_for_one(
    event: Event, size: int
) -> None:
    for country in ("FR", "DE", "IT", "ES", "CA", "US", "JP", "KR", "CL", "BR", "IN", "RS")[:size]:
        a_member(a_delegation(event, country), f"Zoé {country}", HEAD, category="overflow")
    db.session.commit()
    assert event.slug  # read anew, in a transaction that has begun
    with counting() as asked:
        rows = standings(event, Language.FR)
    assert ([row.head for row in rows][-1][:3], len(rows)) == ("Zoé", size)
    assert len(asked) == 7


def test_eight_who_join_at_once_never_exceed_the_quota(app: Flask, event: Event) -> None:
    delegation = a_delegation(event)
    codes = [a_participant(event, f"Zoé {n}").code for n in range(8)]
    number = delegation.id
    db.session.commit()
    db.session.remove()
    together, refused = Barrier(len(codes)), []

    def join(code: str) -> None:
        with app.app_context():
            together.wait()
            try:
                with unit_of_work():
                    query = select(Participant).where(Participant.code == code)
                    participant = db.session.scalars(query).one()
                    add_member(db.session.get_one(Delegation, number), participant, now=NOW)
            except Refusal as refusal:
                refused.append(refusal.message)
            db.session.remove()

    threads = [Thread(target=join, args=[code]) for code in codes]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    members = db.session.scalars(select(Member).where(Member.delegation_id == number)).all()
    assert (len(members), len(refused)) == (2, 6)

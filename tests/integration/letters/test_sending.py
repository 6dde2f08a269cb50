"""Sending through a real mail server, with all that can go wrong on the way."""

from collections import Counter
from concurrent.futures import ThreadPoolExecutor
from contextvars import Context
from datetime import timedelta

import pytest
from flask import Flask
from sqlalchemy import select

from eventapp.messages.kinds import LetterKind, LetterState
from eventapp.messages.models import Letter
from eventapp.messages.sending import ATTEMPTS, CLAIM, LONGEST_WAIT, send_waiting, wait_after
from eventapp.plumbing import mail
from eventapp.plumbing.database import db
from eventapp.plumbing.mail import MailServer
from tests.builders import NOW
from tests.letters import Clock, a_letter
from tests.post_office import PostOffice, open_office

LATER = timedelta(minutes=2)


def state_of(letter: Letter) -> LetterState:
    db.session.expire_all()
    return letter.state


def test_a_letter_that_waits_is_sent_once_and_marked(app: Flask, office: PostOffice) -> None:
    letter = a_letter()
    db.session.commit()
    assert [send_waiting(office.server, Clock()) for _ in range(2)] == [1, 0]
    assert [each["Message-ID"] for each in office.accepted] == [letter.message_id]
    assert (state_of(letter), letter.sent_at, letter.attempts) == (LetterState.SENT, NOW, 1)


@pytest.mark.parametrize("state", [LetterState.HELD, LetterState.DISCARDED, LetterState.FAILED])
def test_a_letter_that_nobody_let_go_stays(
    app: Flask, office: PostOffice, state: LetterState
) -> None:
    letter = a_letter(state=state)
    db.session.commit()
    send_waiting(office.server, Clock())
    assert (office.accepted, state_of(letter)) == ([], state)


def test_a_letter_does_not_leave_before_its_moment(app: Flask, office: PostOffice) -> None:
    a_letter(not_before=NOW + timedelta(hours=1))
    db.session.commit()
    clock = Clock()
    assert send_waiting(office.server, clock) == 0
    clock.passes(timedelta(hours=1))
    assert send_waiting(office.server, clock) == 1


def test_one_bad_address_keeps_nobody_else_waiting(app: Flask, office: PostOffice) -> None:
    letters = [a_letter() for _ in range(50)]
    office.answers[letters[20].to_address] = "550 5.1.1 no such mailbox"
    db.session.commit()
    send_waiting(office.server, Clock())
    assert len(office.accepted) == 49
    assert state_of(letters[20]) is LetterState.FAILED
    assert letters[20].last_error == "550 5.1.1 no such mailbox"


def test_a_server_that_is_busy_is_asked_again_later(app: Flask, office: PostOffice) -> None:
    letter = a_letter()
    db.session.commit()
    clock = Clock()
    office.answers[letter.to_address] = "451 4.7.1 try again later"
    send_waiting(office.server, clock)
    assert (state_of(letter), letter.last_error) == (
        LetterState.WAITING,
        "451 4.7.1 try again later",
    )
    assert send_waiting(office.server, clock) == 0
    office.answers.clear()
    clock.passes(LATER)
    send_waiting(office.server, clock)
    assert (state_of(letter), letter.attempts, letter.last_error) == (LetterState.SENT, 2, "")


def test_a_server_that_is_down_for_long_gets_every_letter_once(app: Flask) -> None:
    letters = [a_letter() for _ in range(10)]
    db.session.commit()
    clock = Clock()
    with open_office() as closed:
        away = closed.server
    for _ in range(8):  # tries of six hours
        send_waiting(away, clock)
        clock.passes(timedelta(minutes=45))
    assert Counter(map(state_of, letters)) == {LetterState.WAITING: 10}
    with open_office(away.port) as office:
        clock.passes(LONGEST_WAIT)
        send_waiting(away, clock)
        arrived = Counter(each["Message-ID"] for each in office.accepted)
    assert arrived == {letter.message_id: 1 for letter in letters}


def test_after_two_days_a_letter_fails_for_the_organizer_to_see(app: Flask) -> None:
    letter = a_letter(attempts=ATTEMPTS - 1)
    db.session.commit()
    with open_office() as closed:
        away = closed.server
    send_waiting(away, Clock())
    assert state_of(letter) is LetterState.FAILED
    assert "refused" in letter.last_error


def test_waiting_grows_from_a_minute_to_six_hours_over_two_days() -> None:
    waits = [wait_after(attempts) for attempts in range(1, ATTEMPTS)]
    assert timedelta(seconds=48) <= waits[0] <= timedelta(seconds=72)
    assert max(waits) <= 1.2 * LONGEST_WAIT
    assert timedelta(hours=36) < sum(waits, timedelta()) < timedelta(hours=60)


def test_a_server_without_an_answer_is_left_after_a_while(
    app: Flask, office: PostOffice, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(mail, "PATIENCE", timedelta(seconds=0.2))
    office.slowness = 1
    letter = a_letter()
    db.session.commit()
    send_waiting(office.server, Clock())
    assert state_of(letter) is LetterState.WAITING
    assert letter.last_error.endswith("timed out")


def test_no_transaction_is_open_while_a_server_takes_its_time(
    app: Flask, office: PostOffice, monkeypatch: pytest.MonkeyPatch
) -> None:
    a_letter()
    db.session.commit()
    open_while_sending = []
    send = mail.send

    def watched(*args: object, **kwargs: object) -> None:
        open_while_sending.append(db.session().in_transaction())
        send(*args, **kwargs)  # type: ignore[arg-type]

    monkeypatch.setattr(mail, "send", watched)
    send_waiting(office.server, Clock())
    assert open_while_sending == [False]


def test_what_a_dead_worker_held_leaves_under_the_same_name(app: Flask, office: PostOffice) -> None:
    letter = a_letter(state=LetterState.SENDING, claimed_at=NOW, attempts=1)
    db.session.commit()
    clock = Clock(NOW + CLAIM - timedelta(seconds=1))
    assert send_waiting(office.server, clock) == 0
    clock.passes(timedelta(seconds=1))
    assert send_waiting(office.server, clock) == 1
    assert [each["Message-ID"] for each in office.accepted] == [letter.message_id]


def test_workers_at_the_same_time_never_send_twice(app: Flask, office: PostOffice) -> None:
    letters = [a_letter() for _ in range(60)]
    db.session.commit()
    names = {letter.message_id: 1 for letter in letters}
    db.session.remove()

    def work(_number: int) -> int:
        with app.app_context():
            return send_waiting(office.server, Clock())

    with ThreadPoolExecutor(6) as workers:
        tried = list(workers.map(lambda number: Context().run(work, number), range(6)))
    assert sum(tried) == 60
    assert Counter(each["Message-ID"] for each in office.accepted) == names


def test_a_secret_is_forgotten_once_it_is_sent(app: Flask, office: PostOffice) -> None:
    letter = a_letter(kind=LetterKind.SIGN_IN_LINK, text="https://secret", html="https://secret")
    db.session.commit()
    send_waiting(office.server, Clock())
    assert "https://secret" in office.accepted[0].as_string()
    db.session.expire_all()
    assert (letter.text, letter.html) == ("", "")


def test_an_address_that_is_none_fails_at_once_and_alone(app: Flask, office: PostOffice) -> None:
    bad, good = a_letter(to_address="nobody\r\nBcc: all@example.org"), a_letter()
    db.session.commit()
    send_waiting(office.server, Clock())
    assert (state_of(bad), state_of(good)) == (LetterState.FAILED, LetterState.SENT)
    assert [each["To"].addresses[0].addr_spec for each in office.accepted] == [good.to_address]


def test_nothing_is_logged_that_names_a_person(
    app: Flask, office: PostOffice, caplog: pytest.LogCaptureFixture
) -> None:
    letter = a_letter()
    office.answers[letter.to_address] = f"550 <{letter.to_address}> unknown"
    db.session.commit()
    send_waiting(office.server, Clock())
    assert "was not taken" in caplog.text
    assert letter.to_address not in caplog.text


def test_a_worker_asks_for_nothing_where_no_letter_waits(app: Flask) -> None:
    assert send_waiting(MailServer("127.0.0.1", 1), Clock()) == 0
    assert db.session.scalars(select(Letter)).all() == []

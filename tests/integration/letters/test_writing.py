"""Letters as they are written: in whose language, about what, and only once."""

import re
from concurrent.futures import ThreadPoolExecutor
from contextvars import Context
from datetime import timedelta

import pytest
from flask import Flask
from sqlalchemy import select

from eventapp.accounts.facts import (
    AddressChangeAsked,
    InvitationMade,
    Notice,
    PasswordResetAsked,
    SecurityNotice,
    SignInLinkAsked,
)
from eventapp.accounts.models import Account, Invitation
from eventapp.events.models import Event
from eventapp.messages.kinds import LetterKind, LetterState
from eventapp.messages.models import Letter
from eventapp.messages.passages import Passage
from eventapp.messages.writing import Draft, Recipient, write
from eventapp.plumbing.database import db, unit_of_work
from eventapp.plumbing.facts import announce
from eventapp.values.bilingual import Bilingual
from eventapp.values.language import Language
from tests.builders import NOW, a_person, a_release, a_session, a_summit, an_account

LINK = "https://events.example.org/fr/account/link/secret"
UNTIL = NOW + timedelta(hours=1)
HOSTILE = (
    "{{ 7*7 }} %(x)s <b>x</b> https://evil.example/ [a](http://evil.example)\r\nBcc: a@b.example"
)


def the_letter() -> Letter:
    return db.session.scalars(select(Letter)).one()


def an_invitation(event: Event, name: str = "Nina", **fields: object) -> InvitationMade:
    given = {
        "event_id": event.id,
        "email": "nina@example.org",
        "name": name,
        "language": Language.FR,
        "roles": ("programme", "translation"),
        "token_hash": "f" * 64,
        "made_at": NOW,
        "expires_at": NOW + timedelta(days=14),
    }
    invitation = Invitation(**(given | fields))
    db.session.add(invitation)
    db.session.flush()
    return InvitationMade(invitation, LINK, event.title, event.zone, "Alix Exemple")


def facts_about(account: Account) -> list[object]:
    return [
        SignInLinkAsked(account, LINK, UNTIL),
        PasswordResetAsked(account, LINK, UNTIL),
        AddressChangeAsked(account, "new@example.org", LINK, UNTIL),
        SecurityNotice(account, "old@example.org", Notice.PASSWORD_CHANGED, NOW),
    ]


SUBJECTS = {
    Language.FR: [
        "Votre lien de connexion",
        "Choisissez un nouveau mot de passe",
        "Confirmez votre nouvelle adresse",
        "La sécurité de votre compte",
    ],
    Language.EN: [
        "Your link to sign in",
        "Choose a new password",
        "Confirm your new address",
        "The security of your account",
    ],
}


@pytest.mark.parametrize("language", list(Language))
def test_letters_to_an_account_are_in_its_language_and_leave_at_once(
    app: Flask, language: Language
) -> None:
    account = an_account(language=language, email="zoe@example.org")
    for fact in facts_about(account):
        announce(fact)
    letters = db.session.scalars(select(Letter).order_by(Letter.id)).all()
    assert [letter.subject for letter in letters] == SUBJECTS[language]
    assert {(letter.state, letter.event_id) for letter in letters} == {(LetterState.WAITING, None)}
    assert [letter.to_address for letter in letters] == [
        "zoe@example.org",
        "zoe@example.org",
        "new@example.org",
        "old@example.org",
    ]
    assert [LINK in letter.text and LINK in letter.html for letter in letters] == [
        letter.kind.holds_secret for letter in letters
    ]


def test_an_invitation_says_who_invites_to_what_until_when(app: Flask) -> None:
    announce(an_invitation(a_summit()))
    letter = the_letter()
    assert (letter.kind, letter.subject) == (
        LetterKind.INVITATION,
        "Invitation à préparer un événement\u00a0: Sommet exemple",
    )
    for said in ("Alix Exemple", "programmation et traduction", "15\u00a0novembre 2024", LINK):
        assert said in letter.text


def test_whatever_somebody_typed_stays_text_and_makes_no_link(app: Flask) -> None:
    event = a_summit(title=Bilingual.same(HOSTILE), holds_letters=False)
    announce(an_invitation(event, HOSTILE))
    session = a_session(
        event, title=Bilingual.same(HOSTILE), people=(a_person(HOSTILE, email="p@example.org"),)
    )
    a_release(event)
    letters = db.session.scalars(select(Letter)).all()
    assert len(letters) == 2
    for letter in letters:
        links = re.findall(r'(?:href|src)="([^"]*)"', letter.html)
        assert links
        assert all(link.startswith("https://events.example.org/") for link in links)
        assert "<b>" not in letter.html
        for part in (letter.text, letter.html, letter.subject):
            assert "https://evil" not in part
            assert "evil.example" not in part
        assert "{{ 7*7 }} %(x)s" in letter.text
        assert not set("\r\n") & set(letter.subject + letter.to_name + letter.sender_name)
    assert session.code


def test_html_loads_nothing_from_anywhere(app: Flask) -> None:
    announce(an_invitation(a_summit()))
    html = the_letter().html
    assert not re.search(r"<(img|link|script|iframe|object|form)|@import|url\(", html)


def a_draft(key: str) -> Draft:
    return Draft(
        kind=LetterKind.SECURITY_NOTICE,
        key=key,
        to=Recipient("Sam", "sam@example.org", (Language.EN,)),
        say=lambda language: Passage(language, "Hello", "Hello,", ("One.",), "Events"),
    )


def test_what_was_written_is_not_written_again(app: Flask) -> None:
    assert [write([a_draft("one"), a_draft("two")]), write([a_draft("two"), a_draft("three")])] == [
        2,
        1,
    ]


def test_who_write_the_same_at_once_write_it_once(app: Flask) -> None:
    db.session.remove()

    def work(_number: int) -> int:
        with app.app_context(), unit_of_work():
            return write([a_draft("the same")])

    with ThreadPoolExecutor(4) as writers:
        written = list(writers.map(lambda number: Context().run(work, number), range(8)))
    assert sorted(written) == [0] * 7 + [1]


def test_a_publication_from_a_shell_writes_letters_too(app: Flask) -> None:
    """No request is there to say where pages are."""
    event = a_summit()
    a_session(event, "S1", people=(a_person(email="p@example.org"),))
    a_release(event)
    assert "https://events.example.org/fr/summit/sessions/S1" in the_letter().text

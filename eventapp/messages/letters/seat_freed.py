"""Somebody who waited for a seat in a session has one now."""

from functools import partial

from eventapp.accounts.tokens import hash_of
from eventapp.messages.kinds import LetterKind
from eventapp.messages.letters.registration import page_of
from eventapp.messages.passages import Fact, Link, Passage, told, told_wording
from eventapp.messages.telling import greeting
from eventapp.messages.writing import Draft, Recipient, languages_of, sender_name, write
from eventapp.registration.facts import SeatFreed
from eventapp.values.catalogue import translator
from eventapp.values.language import Language


def tell_participant(fact: SeatFreed) -> None:
    """Writes at once."""
    participant, event = fact.participant, fact.participant.event
    person, kind = participant.person, LetterKind.SEAT_FREED
    languages = languages_of(person.correspondence, event)
    write(
        [
            Draft(
                kind=kind,
                key=f"{kind}/{participant.id}/{hash_of(fact.page)[:32]}",
                to=Recipient(person.name, fact.email, languages, person_id=person.id),
                say=partial(say, fact),
                event=event,
            )
        ]
    )


def say(fact: SeatFreed, language: Language) -> Passage:
    """Tells in which session, and how to give the seat back."""
    _ = translator(language)
    event = fact.participant.event
    title = fact.session.title.text(language)
    return Passage(
        language=language,
        subject=_("A seat has become free for you: %(session)s") % {"session": told(title.text)},
        greeting=greeting(fact.participant.person.name, language),
        paragraphs=(_("You waited for a seat in this session: one is now reserved for you."),),
        facts=(
            Fact(_("Event"), told_wording(event.title.text(language))),
            Fact(_("Session"), told_wording(title)),
        ),
        link=Link(_("Your own page"), page_of(event, fact.page, language)),
        closing=(_("You cannot come? Please give the seat back on your page."),),
        signature=sender_name(event, language),
    )

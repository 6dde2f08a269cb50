"""Somebody gets the secret address of their agenda."""

from functools import partial
from hashlib import sha256

from eventapp.itineraries.facts import AgendaAddressMade
from eventapp.messages.kinds import LetterKind
from eventapp.messages.passages import Link, Passage, told
from eventapp.messages.telling import greeting
from eventapp.messages.writing import Draft, Recipient, languages_of, write
from eventapp.values.catalogue import translator
from eventapp.values.language import Language


def send_address(fact: AgendaAddressMade) -> None:
    """Writes to the owner: again for every address, since each letter has one of its own."""
    mark = sha256(fact.paths[0].encode()).hexdigest()[:32]
    languages = languages_of(fact.correspondence, fact.event)
    name = fact.name.text(languages[0]).text
    write(
        [
            Draft(
                kind=LetterKind.OWN_AGENDA,
                key=f"own-agenda/{fact.event.id}/{mark}",
                to=Recipient(name, fact.email, languages, person_id=fact.person_id),
                say=partial(say, fact),
                event=fact.event,
            )
        ]
    )


def say(fact: AgendaAddressMade, language: Language) -> Passage:
    """Tells where the agenda is, and that its address is a secret."""
    _ = translator(language)
    title = told(fact.event.title.text(language).text or fact.event.slug)
    name = fact.name.text(language).text
    words = (
        _("The agenda of your delegation is ready: %(event)s.")
        if fact.is_delegation
        else _("Your own agenda is ready: %(event)s.")
    )
    return Passage(
        language=language,
        subject=_("Your agenda: %(event)s") % {"event": title},
        greeting=greeting("" if fact.is_delegation else name, language),
        paragraphs=(
            words % {"event": title},
            _("It holds your sessions, meetings and movements, and says what has changed."),
        ),
        link=Link(_("Open the agenda"), fact.paths[language is Language.EN]),
        closing=(_("The address is a secret: whoever has it can read this agenda."),),
        signature=title,
    )

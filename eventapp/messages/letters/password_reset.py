"""The link by which somebody chooses another password, once."""

from functools import partial

from eventapp.accounts.facts import PasswordResetAsked
from eventapp.messages.kinds import LetterKind
from eventapp.messages.passages import Link, Passage
from eventapp.messages.telling import greeting
from eventapp.messages.writing import sender_name, write_to_account
from eventapp.values.catalogue import translator
from eventapp.values.language import Language


def send_link(fact: PasswordResetAsked) -> None:
    """Writes to who asked."""
    write_to_account(LetterKind.PASSWORD_RESET, fact.account, fact.link, partial(say, fact))


def say(fact: PasswordResetAsked, language: Language) -> Passage:
    """Tells what the link does, and what to do who did not ask for it."""
    _ = translator(language)
    return Passage(
        language=language,
        subject=_("Choose a new password"),
        greeting=greeting(fact.account.name, language),
        paragraphs=(_("This link lets you choose a new password, once, within the hour."),),
        link=Link(_("Choose a password"), fact.link),
        closing=(_("You did not ask for it? Then leave it: your password stays as it is."),),
        signature=sender_name(None, language),
    )

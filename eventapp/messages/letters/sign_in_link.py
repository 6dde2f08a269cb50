"""The link by which somebody signs in, once."""

from functools import partial

from eventapp.accounts.facts import SignInLinkAsked
from eventapp.messages.kinds import LetterKind
from eventapp.messages.passages import Link, Passage
from eventapp.messages.telling import greeting
from eventapp.messages.writing import sender_name, write_to_account
from eventapp.values.catalogue import translator
from eventapp.values.language import Language


def send_link(fact: SignInLinkAsked) -> None:
    """Writes to who asked."""
    write_to_account(LetterKind.SIGN_IN_LINK, fact.account, fact.link, partial(say, fact))


def say(fact: SignInLinkAsked, language: Language) -> Passage:
    """Tells what the link does, and what to do who did not ask for it."""
    _ = translator(language)
    return Passage(
        language=language,
        subject=_("Your link to sign in"),
        greeting=greeting(fact.account.name, language),
        paragraphs=(_("This link signs you in, once, within the hour."),),
        link=Link(_("Sign in"), fact.link),
        closing=(
            _("You did not ask for it? Then leave it: nobody can sign in without this link."),
        ),
        signature=sender_name(None, language),
    )

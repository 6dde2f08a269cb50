"""The link by which somebody confirms that a new address is theirs."""

from functools import partial

from eventapp.accounts.facts import AddressChangeAsked
from eventapp.messages.kinds import LetterKind
from eventapp.messages.passages import Link, Passage
from eventapp.messages.telling import greeting
from eventapp.messages.writing import sender_name, write_to_account
from eventapp.values.catalogue import translator
from eventapp.values.language import Language


def send_link(fact: AddressChangeAsked) -> None:
    """Writes to the new address."""
    say_it = partial(say, fact)
    kind = LetterKind.ADDRESS_CHANGE
    write_to_account(kind, fact.account, fact.link, say_it, address=fact.address)


def say(fact: AddressChangeAsked, language: Language) -> Passage:
    """Tells what the link does, and what to do who did not ask for it."""
    _ = translator(language)
    return Passage(
        language=language,
        subject=_("Confirm your new address"),
        greeting=greeting(fact.account.name, language),
        paragraphs=(
            _("You asked to sign in with this address from now on. The link confirms it, once."),
        ),
        link=Link(_("Confirm the address"), fact.link),
        closing=(_("You did not ask for it? Then leave it: nothing changes."),),
        signature=sender_name(None, language),
    )

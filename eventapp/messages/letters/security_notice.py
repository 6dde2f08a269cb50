"""Something changed in how an account signs in; its owner should know."""

from collections.abc import Mapping
from functools import partial

from eventapp.accounts.facts import Notice, SecurityNotice
from eventapp.messages.kinds import LetterKind
from eventapp.messages.passages import Passage
from eventapp.messages.telling import greeting
from eventapp.messages.writing import sender_name, write_to_account
from eventapp.values.catalogue import N_, translator
from eventapp.values.language import Language

NOTICES: Mapping[Notice, str] = {
    Notice.PASSWORD_CHANGED: N_("Your password has been changed."),
    Notice.ADDRESS_CHANGED: N_("Your account now has another mail address."),
    Notice.PASSKEY_ADDED: N_("A passkey has been added to your account."),
    Notice.PASSKEY_REMOVED: N_("A passkey has been removed from your account."),
    Notice.TWO_FACTOR_ON: N_("Signing in now takes a code from your telephone, too."),
    Notice.TWO_FACTOR_OFF: N_("Signing in no longer takes a code from your telephone."),
    Notice.RECOVERY_CODES_MADE: N_("New recovery codes have been made; older ones are void."),
}


def send_notice(fact: SecurityNotice) -> None:
    """Writes to the address that the account had when it happened."""
    what = f"{fact.what} {fact.at.isoformat()}"
    say_it = partial(say, fact)
    kind = LetterKind.SECURITY_NOTICE
    write_to_account(kind, fact.account, what, say_it, address=fact.address)


def say(fact: SecurityNotice, language: Language) -> Passage:
    """Tells what happened, and what to do who did not do it."""
    _ = translator(language)
    return Passage(
        language=language,
        subject=_("The security of your account"),
        greeting=greeting(fact.account.name, language),
        paragraphs=(_(NOTICES[fact.what]),),
        closing=(
            _("It was not you? Then choose a new password at once, and tell your administrator."),
        ),
        signature=sender_name(None, language),
    )

"""Somebody is invited to work for one delegation. The text is ours alone."""

from functools import partial

from eventapp.delegations.facts import AccessOffered
from eventapp.delegations.labels import access_kind
from eventapp.delegations.naming import called
from eventapp.messages.kinds import LetterKind
from eventapp.messages.passages import Fact, Link, Passage, told
from eventapp.messages.telling import greeting
from eventapp.messages.writing import Draft, Recipient, languages_of, sender_name, write
from eventapp.values import typography
from eventapp.values.bilingual import Wording
from eventapp.values.catalogue import translator
from eventapp.values.language import Language


def invite(fact: AccessOffered) -> None:
    """Writes to who is invited, in the languages in which the delegation is written to."""
    invitation, delegation = fact.invitation, fact.invitation.delegation
    languages = languages_of(delegation.correspondence, delegation.event)
    write(
        [
            Draft(
                kind=LetterKind.DELEGATION_ACCESS,
                key=f"access/{invitation.id}/{invitation.token_hash[:32]}",
                to=Recipient(invitation.name, invitation.email, languages),
                say=partial(say, fact),
                event=delegation.event,
            )
        ]
    )


def say(fact: AccessOffered, language: Language) -> Passage:
    """Tells for which delegation, as what, and until when."""
    _ = translator(language)
    invitation, delegation = fact.invitation, fact.invitation.delegation
    event = delegation.event
    party = told(called(delegation).text(language).text)
    title = told(event.title.text(language).text)
    until = typography.instant(invitation.expires_at, event.zone, language)
    kind = access_kind(invitation.kind, language)
    return Passage(
        language=language,
        subject=_("Invitation to look after a delegation: %(party)s") % {"party": party},
        greeting=greeting(invitation.name, language),
        paragraphs=(
            _("%(name)s invites you to look after a delegation to this event: %(event)s.")
            % {"name": told(fact.invited_by), "event": title},
        ),
        facts=(
            Fact(_("Delegation"), Wording(party, language)),
            Fact(_("Your role"), Wording(kind, language)),
        ),
        link=Link(_("Accept the invitation"), fact.links[language]),
        closing=(
            _("The link works once, until %(until)s.") % {"until": until},
            _("You do not know what this is about? Then leave it."),
        ),
        signature=sender_name(event, language),
    )

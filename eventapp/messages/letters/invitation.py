"""Somebody is invited to work on an event. The text is ours alone: nobody adds words to it."""

from functools import partial

from eventapp.accounts.facts import InvitationMade
from eventapp.accounts.rights import EventRole, role_name
from eventapp.events.models import Event
from eventapp.messages.kinds import LetterKind
from eventapp.messages.passages import Fact, Link, Passage, told
from eventapp.messages.telling import greeting
from eventapp.messages.writing import Draft, Recipient, sender_name, write
from eventapp.plumbing.database import db
from eventapp.values import typography
from eventapp.values.bilingual import Wording
from eventapp.values.catalogue import translator
from eventapp.values.language import Language


def invite(fact: InvitationMade) -> None:
    """Writes to who is invited: again for every link, since an older one is then void."""
    invitation = fact.invitation
    write(
        [
            Draft(
                kind=LetterKind.INVITATION,
                key=f"invitation/{invitation.id}/{invitation.token_hash[:32]}",
                to=Recipient(invitation.name, invitation.email, (invitation.language,)),
                say=partial(say, fact),
                event=db.session.get(Event, invitation.event_id),
            )
        ]
    )


def say(fact: InvitationMade, language: Language) -> Passage:
    """Tells who invites to what, and until when."""
    _ = translator(language)
    invitation = fact.invitation
    title = told(fact.event_title.text(language).text)
    roles = [role_name(EventRole(role), language) for role in invitation.roles]
    until = typography.instant(invitation.expires_at, fact.event_zone, language)
    return Passage(
        language=language,
        subject=_("Invitation to work on this event: %(event)s") % {"event": title},
        greeting=greeting(invitation.name, language),
        paragraphs=(
            _("%(name)s invites you to prepare this event: %(event)s.")
            % {"name": told(fact.invited_by), "event": title},
        ),
        facts=(Fact(_("Your role"), Wording(typography.enumeration(roles, language), language)),),
        link=Link(_("Accept the invitation"), fact.link),
        closing=(
            _("The link works once, until %(until)s.") % {"until": until},
            _("You do not know what this is about? Then leave it."),
        ),
        signature=sender_name(None, language),
    )

"""Somebody is invited to register. The text is ours alone: nobody adds words to it."""

from functools import partial

from eventapp.events.models import Event
from eventapp.messages.kinds import LetterKind
from eventapp.messages.passages import Fact, Link, Passage, told, told_wording
from eventapp.messages.telling import greeting
from eventapp.messages.writing import Draft, Recipient, languages_of, sender_name, write
from eventapp.people.kinds import Correspondence
from eventapp.plumbing.database import db
from eventapp.plumbing.pages import absolute
from eventapp.registration.facts import PersonInvited
from eventapp.values import typography
from eventapp.values.catalogue import translator
from eventapp.values.language import Language


def invite(fact: PersonInvited) -> None:
    """Writes to who is invited."""
    invitation = fact.invitation
    event = db.session.get_one(Event, invitation.event_id)
    kind = LetterKind.PERSONAL_INVITATION
    languages = languages_of(Correspondence(invitation.language), event)
    write(
        [
            Draft(
                kind=kind,
                key=f"{kind}/{invitation.id}/{invitation.token_hash[:32]}",
                to=Recipient(invitation.name, invitation.email, languages),
                say=partial(say, fact, event),
                event=event,
            )
        ]
    )


def say(fact: PersonInvited, event: Event, language: Language) -> Passage:
    """Tells who is invited to what, as what, and until when."""
    _ = translator(language)
    invitation = fact.invitation
    title = told(event.title.text(language).text)
    link = absolute("register.invited_form", language=language, event=event.slug, token=fact.token)
    until = typography.instant(invitation.expires_at, event.zone, language)
    return Passage(
        language=language,
        subject=_("Invitation: %(event)s") % {"event": title},
        greeting=greeting(invitation.name, language),
        paragraphs=(_("You are invited to this event: %(event)s.") % {"event": title},),
        facts=(Fact(_("You come as"), told_wording(invitation.category.name.text(language))),),
        link=Link(_("Register"), link),
        closing=(
            _("The link works once, until %(until)s.") % {"until": until},
            _("It is meant for you alone: a place is kept for you."),
        ),
        signature=sender_name(event, language),
    )

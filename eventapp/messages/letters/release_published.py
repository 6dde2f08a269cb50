"""A release was published: the team hears of it when the public does."""

from functools import partial

from sqlalchemy import select

from eventapp.accounts.models import Account, Membership
from eventapp.agenda.facts import ReleasePublished
from eventapp.agenda.models import Release
from eventapp.events.models import Event
from eventapp.messages.kinds import LetterKind
from eventapp.messages.passages import Link, Passage, told
from eventapp.messages.telling import greeting
from eventapp.messages.writing import Draft, Recipient, write
from eventapp.plumbing.database import db
from eventapp.plumbing.pages import absolute
from eventapp.values import typography
from eventapp.values.catalogue import translator
from eventapp.values.language import Language


def tell_team(fact: ReleasePublished) -> None:
    """Writes to everybody who has a role in the event."""
    event, release = fact.event, fact.release
    in_team = select(Membership.account_id).where(Membership.event_id == event.id)
    team = select(Account).where(Account.id.in_(in_team), Account.active).order_by(Account.id)
    write(
        Draft(
            kind=LetterKind.RELEASE_PUBLISHED,
            key=f"release/{release.id}/{account.id}",
            to=Recipient(account.name, account.email, (account.language,), account_id=account.id),
            say=partial(say, event, release, account.name),
            event=event,
            release_id=release.id,
            not_before=release.published_at,
        )
        for account in db.session.scalars(team)
    )


def say(event: Event, release: Release, name: str, language: Language) -> Passage:
    """Tells `name` which release it is, and where it says what changed."""
    _ = translator(language)
    title = told(event.title.text(language).text or event.slug)
    at = typography.instant(release.published_at, event.zone, language)
    values = {"number": release.number, "event": title, "at": at, "author": told(release.author)}
    page = absolute("agenda.changes", language=language, event=event.slug)
    return Passage(
        language=language,
        subject=_("Release %(number)s is public: %(event)s") % values,
        greeting=greeting(name, language),
        paragraphs=(
            _("Release %(number)s of the programme is public since %(at)s.") % values,
            _("Published by %(author)s.") % values,
        ),
        link=Link(_("What changed"), page),
        closing=(_("You get this letter because you work on this event."),),
        signature=title,
    )

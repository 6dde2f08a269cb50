"""Movements of a delegation are at another time, or called off: those who look after it hear."""

from collections.abc import Iterator, Sequence
from functools import partial

from sqlalchemy import select

from eventapp.accounts.models import Account
from eventapp.agenda.kinds import SlotState
from eventapp.delegations.models import Delegation, DelegationAccess
from eventapp.events.models import Event
from eventapp.messages.kinds import LetterKind
from eventapp.messages.passages import Fact, Link, Passage, told, told_wording
from eventapp.messages.telling import greeting
from eventapp.messages.writing import Draft, Recipient, languages_of, write
from eventapp.movements.facts import Changed, MovementsChanged
from eventapp.movements.queries import in_time, name_of, parties_of
from eventapp.plumbing.database import db
from eventapp.plumbing.pages import absolute
from eventapp.values import typography
from eventapp.values.bilingual import Wording
from eventapp.values.catalogue import translator
from eventapp.values.language import Language
from eventapp.values.timespan import TimeSpan


def tell_delegations(fact: MovementsChanged) -> None:
    """Writes to the liaison officers, focal points and address of each delegation concerned."""
    concerned = {
        party.id: party for change in fact.changes for party in parties_of(change.movement)
    }
    write(draft for party in concerned.values() for draft in _drafts(fact, party))


def _drafts(fact: MovementsChanged, party: Delegation) -> Iterator[Draft]:
    """One letter a reader, with what is theirs of all that changed."""
    changes = [
        each
        for each in sorted(fact.changes, key=lambda each: in_time(each.movement))
        if party in parties_of(each.movement)
    ]
    revisions = "/".join(f"{each.movement.id}-{each.movement.revision}" for each in changes)
    for to in _readers(party):
        yield Draft(
            kind=LetterKind.MOVEMENT_CHANGED,
            key=f"movements/{party.id}/{to.address}/{revisions}",
            to=to,
            say=partial(say, fact.event, party, changes, to),
            event=fact.event,
            is_held=fact.event.holds_letters,
        )


def _readers(party: Delegation) -> Iterator[Recipient]:
    query = (
        select(Account)
        .where(
            Account.active,
            Account.id.in_(
                select(DelegationAccess.account_id).where(
                    DelegationAccess.delegation_id == party.id
                )
            ),
        )
        .order_by(Account.id)
    )
    accounts = [*db.session.scalars(query)]
    for account in accounts:
        yield Recipient(account.name, account.email, (account.language,), account_id=account.id)
    if party.email and party.email not in {account.email for account in accounts}:
        yield Recipient("", party.email, languages_of(party.correspondence, party.event))


def say(
    event: Event,
    party: Delegation,
    changes: Sequence[Changed],
    to: Recipient,
    language: Language,
) -> Passage:
    """Tells when each movement now is, and when it was."""
    _ = translator(language)
    name = told(name_of(party).text(language).text)
    page = absolute("journeys.movements", language=language, event=event.slug, code=party.code)
    return Passage(
        language=language,
        subject=_("Movements of the delegation have changed: %(name)s") % {"name": name},
        greeting=greeting(to.name, language),
        paragraphs=(_("These movements are not at the time or place that you know."),),
        facts=tuple(_fact(change, language) for change in changes),
        link=Link(_("All movements of the delegation"), page) if to.account_id else None,
        closing=(_("Is something not right? Please answer this letter."),),
        signature=told(event.title.text(language).text or event.slug),
    )


def _fact(change: Changed, language: Language) -> Fact:
    movement, was = change.movement, change.was
    label = told_wording(movement.title.text(language)).text
    now = _when(movement.span, language)
    if movement.state is SlotState.CANCELLED:
        now = translator(language)("cancelled")
    before = _when(was, language) if was else ""
    said = Wording(now, language)
    return Fact(label, said, Wording(before, language) if before and before != now else None)


def _when(span: TimeSpan | None, language: Language) -> str:
    if span is None:
        return translator(language)("not scheduled")
    day = typography.date(span.start.date(), language, typography.DateStyle.WEEKDAY)
    return f"{day}, {typography.time_range(span.start, span.end, language)}"

"""A bilateral meeting is asked for, has a time or another one, or is not held after all."""

from collections.abc import Iterator, Mapping
from functools import partial
from hashlib import sha256

from sqlalchemy import select
from sqlalchemy.orm import joinedload

from eventapp.bilaterals.facts import MeetingChanged, News
from eventapp.bilaterals.models import Bilateral
from eventapp.bilaterals.queries import name_of
from eventapp.delegations.kinds import AccessKind
from eventapp.delegations.models import Delegation, DelegationAccess
from eventapp.events.models import Event, Room
from eventapp.messages.kinds import LetterKind
from eventapp.messages.passages import Fact, Link, Passage, told
from eventapp.messages.telling import greeting
from eventapp.messages.writing import Draft, Recipient, languages_of, sender_name, write
from eventapp.plumbing.database import db
from eventapp.plumbing.pages import absolute
from eventapp.values import typography
from eventapp.values.addresses import is_mail_address
from eventapp.values.bilingual import Wording
from eventapp.values.catalogue import N_, translator
from eventapp.values.language import Language
from eventapp.values.timespan import TimeSpan
from eventapp.values.typography import DateStyle

KINDS: Mapping[News, LetterKind] = {
    News.REQUESTED: LetterKind.MEETING_REQUESTED,
    News.PROPOSED: LetterKind.MEETING_PROPOSED,
    News.CONFIRMED: LetterKind.MEETING_CONFIRMED,
    News.RESCHEDULED: LetterKind.MEETING_RESCHEDULED,
    News.DECLINED: LetterKind.MEETING_DECLINED,
    News.CANCELLED: LetterKind.MEETING_CANCELLED,
}

SUBJECTS: Mapping[News, str] = {
    News.REQUESTED: N_("Meeting requested: %(other)s"),
    News.PROPOSED: N_("Time proposed for the meeting: %(other)s"),
    News.CONFIRMED: N_("Meeting confirmed: %(other)s"),
    News.RESCHEDULED: N_("Another time for the meeting: %(other)s"),
    News.DECLINED: N_("Meeting declined: %(other)s"),
    News.CANCELLED: N_("Meeting cancelled: %(other)s"),
}

PARAGRAPHS: Mapping[News, str] = {
    News.REQUESTED: N_("A meeting with your delegation is asked for."),
    News.PROPOSED: N_("A time is proposed for this meeting: please confirm it."),
    News.CONFIRMED: N_("This meeting is confirmed by both sides."),
    News.RESCHEDULED: N_("This meeting is not held at the time that you know."),
    News.DECLINED: N_("This meeting was declined."),
    News.CANCELLED: N_("This meeting will not be held."),
}


def tell_sides(fact: MeetingChanged) -> None:
    """Writes to both delegations; a request, to the one that is asked alone."""
    meeting = fact.meeting
    sides = [(meeting.requested_of, meeting.requested_by)]
    if fact.news is not News.REQUESTED:
        sides.append((meeting.requested_by, meeting.requested_of))
    write(_draft(fact, own, other, to) for own, other in sides for to in _recipients(own))


def _recipients(delegation: Delegation) -> Iterator[Recipient]:
    """The delegation's own address, and its focal points; each address once."""
    languages = languages_of(delegation.correspondence, delegation.event)
    known = set[str]()
    if is_mail_address(delegation.email):
        known.add(delegation.email.lower())
        name = name_of(delegation).text(languages[0]).text
        yield Recipient(name, delegation.email, languages)
    query = (
        select(DelegationAccess)
        .where(
            DelegationAccess.delegation_id == delegation.id,
            DelegationAccess.kind == AccessKind.FOCAL_POINT,
        )
        .options(joinedload(DelegationAccess.account))
        .order_by(DelegationAccess.id)
    )
    for access in db.session.scalars(query):
        account = access.account
        if account.email.lower() not in known:
            known.add(account.email.lower())
            yield Recipient(account.name, account.email, languages, account_id=account.id)


def _draft(fact: MeetingChanged, own: Delegation, other: Delegation, to: Recipient) -> Draft:
    meeting = fact.meeting
    revision = "asked" if meeting.revision is None else meeting.revision
    mark = sha256(to.address.lower().encode()).hexdigest()[:16]
    return Draft(
        kind=KINDS[fact.news],
        key=f"meeting/{meeting.uid}/{revision}/{fact.news}/{own.id}/{mark}",
        to=to,
        say=partial(say, fact, own, other, to.name),
        event=meeting.event,
        is_held=meeting.event.holds_letters,
    )


def say(
    fact: MeetingChanged, own: Delegation, other: Delegation, name: str, language: Language
) -> Passage:
    """Tells one side what became of its meeting with the other."""
    _ = translator(language)
    meeting = fact.meeting
    party = told(name_of(other).text(language).text)
    page = absolute(
        "meetings.meeting",
        language=language,
        event=meeting.event.slug,
        code=own.code,
        meeting=meeting.code,
    )
    return Passage(
        language=language,
        subject=_(SUBJECTS[fact.news]) % {"other": party},
        greeting=greeting(name, language),
        paragraphs=(_(PARAGRAPHS[fact.news]),),
        facts=_facts(fact, party, language),
        link=Link(_("The meeting’s page"), page),
        closing=(_("Is something not right? Please answer this letter."),),
        signature=sender_name(meeting.event, language),
    )


def _facts(fact: MeetingChanged, party: str, language: Language) -> tuple[Fact, ...]:
    _, meeting = translator(language), fact.meeting
    now, was = _when(meeting, meeting.span, language), _when(meeting, fact.before, language)
    here, there = _where(meeting.room, language), _where(fact.was_in, language)
    is_new = fact.news is News.RESCHEDULED
    given = (
        Fact(_("Event"), _plain(meeting.event, language)),
        Fact(_("With"), Wording(party, language)),
        Fact(_("When"), now, was if is_new and was.text and was != now else None),
        Fact(_("Where"), here, there if is_new and there.text and there != here else None),
        Fact(_("Topic"), Wording(told(meeting.topic), language)),
        Fact(_("Reason given"), Wording(_reason(fact), language)),
    )
    return tuple(each for each in given if each.value.text)


def _reason(fact: MeetingChanged) -> str:
    """What the other side, or the organizers, said to it."""
    is_told = fact.news in (News.DECLINED, News.CANCELLED) or fact.meeting.span is None
    return told(fact.meeting.answer) if is_told and fact.news is not News.REQUESTED else ""


def _plain(event: Event, language: Language) -> Wording:
    return Wording(told(event.title.text(language).text or event.slug), language)


def _when(meeting: Bilateral, span: TimeSpan | None, language: Language) -> Wording:
    if span is None:
        is_open = meeting.standing.is_open and meeting.revision is not None
        return Wording(translator(language)("to be confirmed") if is_open else "", language)
    day = typography.date(span.start.date(), language, DateStyle.FULL)
    zone = typography.zone(span.starts_at, span.zone, language)
    return Wording(
        f"{day}, {typography.time_range(span.start, span.end, language)}, {zone}", language
    )


def _where(room: Room | None, language: Language) -> Wording:
    return Wording(told(room.name.text(language).text) if room else "", language)

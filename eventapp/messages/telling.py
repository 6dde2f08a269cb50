"""What letters about sessions have in common: what, when, where, as what. Pure."""

from eventapp.agenda import labels
from eventapp.agenda.published import PublishedEvent, PublishedSession
from eventapp.agenda.reading import Reading
from eventapp.messages.kinds import LetterKind
from eventapp.messages.news import News
from eventapp.messages.passages import Fact, told, told_wording
from eventapp.values import typography
from eventapp.values.bilingual import Wording
from eventapp.values.catalogue import translator
from eventapp.values.language import Language
from eventapp.values.typography.characters import NO_BREAK_SPACE as NBSP


def greeting(name: str, language: Language) -> str:
    """`Hello Zoé Exemple,`; nobody's gender or title is guessed."""
    _ = translator(language)
    return _("Hello %(name)s,") % {"name": told(name)} if name.strip() else _("Hello,")


def title_of(news: News, language: Language) -> str:
    """The session's title in quotation marks."""
    title = news.session.title.text(language).text or news.session.code
    return typography.quotation(told(title), language)


def event_name(event: PublishedEvent, language: Language) -> str:
    """What the event is called."""
    return told(event.title.text(language).text or event.slug)


def about(news: News, language: Language) -> tuple[Fact, ...]:
    """The session as it is now, beside what it was; for who is out of it, as they knew it."""
    known = None
    if news.earlier and news.before:
        known = _facts(Reading(news.earlier, language), news.before, news.person)
    if known and news.kind is not LetterKind.SESSION_CHANGED:
        return _said(known)
    now = _facts(Reading(news.agenda, language), news.session, news.person)
    if known is None:
        return _said(now)
    return _said([_beside(fact, was.value) for fact, was in zip(now, known, strict=True)])


def _said(facts: list[Fact]) -> tuple[Fact, ...]:
    """A fact that nobody knows yet is not mentioned."""
    return tuple(fact for fact in facts if fact.value)


def _beside(fact: Fact, was: Wording) -> Fact:
    return Fact(fact.label, fact.value, was) if was and was != fact.value else fact


def _facts(reading: Reading, session: PublishedSession, person: str) -> list[Fact]:
    _ = translator(reading.language)
    title = reading.text(session.title) or Wording(session.code, reading.language)
    event = reading.agenda.event
    event_title = reading.text(event.title) or Wording(event.slug, reading.language)
    return [
        Fact(_("Event"), told_wording(event_title)),
        Fact(_("Session"), told_wording(title)),
        Fact(_("When"), Wording(_time(reading, session), reading.language)),
        Fact(_("Where"), _place(reading, session)),
        Fact(_("Your part"), Wording(_part(reading, session, person), reading.language)),
    ]


def _time(reading: Reading, session: PublishedSession) -> str:
    """The day, the hours and their zone."""
    if session.span is None:
        return translator(reading.language)("to be confirmed")
    day = reading.day(reading.agenda.event.day_of(session.span))
    zone = reading.zone(session.span)
    joint = ", " if zone.endswith(")") else NBSP
    return f"{day}, {reading.hours(session.span)}{joint}{zone}"


def _place(reading: Reading, session: PublishedSession) -> Wording:
    """Room and building, or that it is online; empty while nobody knows."""
    room = reading.agenda.room_of(session)
    if room is None:
        _ = translator(reading.language)
        return Wording(_("Online") if reading.is_joinable(session) else "", reading.language)
    venue = reading.agenda.venue_of(room)
    name = reading.text(room.name) or Wording(room.code, reading.language)
    building = reading.text(venue.name).text if venue else ""
    return told_wording(Wording(", ".join(filter(None, (name.text, building))), name.language))


def _part(reading: Reading, session: PublishedSession, person: str) -> str:
    """What the person does in the session; French names the task."""
    roles = [
        labels.role(each.role, reading.language)
        for each in session.appearances
        if each.person == person
    ]
    return typography.enumeration(roles, reading.language)

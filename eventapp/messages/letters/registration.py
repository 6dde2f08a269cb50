"""Where somebody's registration stands, with the secret address of their own page."""

from collections.abc import Callable
from functools import partial

from eventapp.accounts.tokens import hash_of
from eventapp.events.models import Event
from eventapp.messages.kinds import LetterKind
from eventapp.messages.passages import Fact, Link, Passage, told, told_wording
from eventapp.messages.telling import greeting
from eventapp.messages.writing import Draft, Recipient, languages_of, sender_name, write
from eventapp.participants.models import Participant
from eventapp.plumbing.pages import absolute
from eventapp.registration.facts import StandingChanged
from eventapp.registration.kinds import News
from eventapp.values import typography
from eventapp.values.bilingual import Wording
from eventapp.values.catalogue import N_, translator
from eventapp.values.language import Language

KINDS = {
    News.CONFIRMED: LetterKind.REGISTRATION_CONFIRMED,
    News.PENDING: LetterKind.REGISTRATION_PENDING,
    News.WAITING: LetterKind.REGISTRATION_WAITING,
    News.PROMOTED: LetterKind.REGISTRATION_PROMOTED,
    News.DECLINED: LetterKind.REGISTRATION_DECLINED,
    News.WITHDRAWN: LetterKind.REGISTRATION_WITHDRAWN,
    News.KNOWN: LetterKind.REGISTRATION_KNOWN,
}

SUBJECTS = {
    News.CONFIRMED: N_("Your registration is confirmed: %(event)s"),
    News.PENDING: N_("We have received your registration: %(event)s"),
    News.WAITING: N_("You are on the waiting list: %(event)s"),
    News.PROMOTED: N_("A place has become free for you: %(event)s"),
    News.DECLINED: N_("About your registration: %(event)s"),
    News.WITHDRAWN: N_("Your registration is withdrawn: %(event)s"),
    News.KNOWN: N_("Your registration: %(event)s"),
}

TOLD = {
    News.CONFIRMED: N_("You are registered. We look forward to welcoming you."),
    News.PENDING: N_("Thank you. The organizers will look at your registration and write to you."),
    News.WAITING: N_(
        "All places are taken. You are on the waiting list; as soon as a place becomes free for"
        " you, we will write to you."
    ),
    News.PROMOTED: N_("A place has become free: your registration is now confirmed."),
    News.DECLINED: N_("The organizers could not accept your registration."),
    News.WITHDRAWN: N_(
        "You no longer take part. Should you change your mind, your page lets you register again"
        " while registration is open."
    ),
    News.KNOWN: N_(
        "Somebody has just filled in the form with this address. You were registered already:"
        " nothing has changed. Your page shows where your registration stands."
    ),
}

CALENDARS = {Language.FR: N_("Calendar in French"), Language.EN: N_("Calendar in English")}


def tell_participant(fact: StandingChanged) -> None:
    """Writes at once, in the languages that they read; each letter carries its own address."""
    participant, event = fact.participant, fact.participant.event
    person = participant.person
    languages = languages_of(person.correspondence, event)
    kind = KINDS[fact.news]
    write(
        [
            Draft(
                kind=kind,
                key=f"{kind}/{participant.id}/{hash_of(fact.page)[:32]}",
                to=Recipient(person.name, fact.email, languages, person_id=person.id),
                say=partial(say, fact),
                event=event,
            )
        ]
    )


def say(fact: StandingChanged, language: Language) -> Passage:
    """Tells where it stands, and how to get to one's own page."""
    _ = translator(language)
    event = fact.participant.event
    title = {"event": told(event.title.text(language).text)}
    has_page = fact.news is not News.DECLINED
    page = page_of(event, fact.page, language)
    return Passage(
        language=language,
        subject=_(SUBJECTS[fact.news]) % title,
        greeting=greeting(fact.participant.person.name, language),
        paragraphs=(_(TOLD[fact.news]),),
        facts=tuple(_facts(fact, language)),
        link=Link(_("Your own page"), page) if has_page else None,
        closing=_closing(_, has_page=has_page),
        signature=sender_name(event, language),
    )


def page_of(event: Event, token: str, language: Language) -> str:
    """The absolute address of somebody's registration."""
    return absolute("register.own", language=language, event=event.slug, token=token)


def calendar_of(event: Event, token: str, language: Language) -> str:
    """The absolute address of somebody's calendar, which stands beside their page."""
    return page_of(event, token, language).removesuffix("/registration") + ".ics"


def _closing(_: Callable[[str], str], *, has_page: bool) -> tuple[str, ...]:
    if not has_page:
        return ()
    return (
        _("On your page you can change your answers, choose sessions, or withdraw."),
        _("Its address is secret: whoever has it can act for you. Please do not pass it on."),
    )


def _facts(fact: StandingChanged, language: Language) -> list[Fact]:
    _, participant = translator(language), fact.participant
    facts = [
        Fact(_("Event"), told_wording(participant.event.title.text(language))),
        Fact(_("When"), Wording(_dates(participant, language), language)),
        Fact(_("You come as"), told_wording(participant.category.name.text(language))),
    ]
    if fact.news is News.WAITING:
        place = typography.number(fact.place, language)
        facts.append(Fact(_("Your place on the list"), Wording(place, language)))
    for each, token in fact.calendars.items():
        address = calendar_of(participant.event, token, Language(each))
        facts.append(Fact(_(CALENDARS[Language(each)]), Wording(address, language)))
    return [each for each in facts if each.value]


def _dates(participant: Participant, language: Language) -> str:
    first = participant.event.starts_on
    last = participant.event.ends_on or first
    return typography.date_range(first, last, language) if first and last else ""

"""Every list that crosses rooms, on one page."""

from collections.abc import Mapping
from datetime import UTC, datetime
from functools import partial

from flask import Flask

from eventapp.accounts import facts as happened_to_accounts
from eventapp.accounts import guarding
from eventapp.accounts import pages as accounts
from eventapp.accounts.rights import ROLE_NAMES, EventRole
from eventapp.agenda import casting as programme_casting
from eventapp.agenda import facts as happened_to_programmes
from eventapp.agenda import following
from eventapp.agenda import labels as programme_labels
from eventapp.agenda import manage as programme
from eventapp.agenda import public as agenda
from eventapp.agenda.conflicts import following as rules_following
from eventapp.agenda.conflicts.words import CRITERIA, MEASURES, SENSES
from eventapp.agenda.kinds import AppearanceState, Role, SessionKind, SlotState, Visibility
from eventapp.agenda.manage import choices, releases, texts
from eventapp.agenda.manage import overview as programme_overview
from eventapp.agenda.reading import Reading
from eventapp.calendars import invitations, mine
from eventapp.calendars import public as calendars
from eventapp.calendars.site import site_in
from eventapp.demonstration import mail_page
from eventapp.documents import manage as sheets
from eventapp.documents import public as documents
from eventapp.events import copying, overview
from eventapp.events import facts as happened_to_events
from eventapp.events import labels as event_labels
from eventapp.events import manage as events
from eventapp.events.kinds import (
    DatePrecision,
    Equipment,
    EventFormat,
    EventKind,
    EventState,
    Sector,
)
from eventapp.events.queries import event_called
from eventapp.messages import manage as letters
from eventapp.messages import overview as letters_overview
from eventapp.messages import withdrawing
from eventapp.messages.jobs import send_letters
from eventapp.messages.kinds import KIND_NAMES, STATE_NAMES, LetterKind, LetterState
from eventapp.messages.letters import (
    address_change,
    invitation,
    password_reset,
    release_published,
    security_notice,
    sign_in_link,
)
from eventapp.messages.session_letters import CalendarRequest, tell_people
from eventapp.messages.writing import SEND_LETTERS
from eventapp.people import casting, merging
from eventapp.people import facts as happened_to_people
from eventapp.people import labels as people_labels
from eventapp.people import manage as directory
from eventapp.people.kinds import Correspondence, Gender
from eventapp.planning.balance import Criterion, Measure, Sense
from eventapp.plumbing import facts, health, jobs
from eventapp.plumbing.settings import in_force
from eventapp.values.language import Language, LanguageOrder

#: Pages for everybody: they set no cookie and know nobody.
PUBLIC = (agenda, calendars, mine, documents, health)

#: Pages of the team, each view behind a guard of `accounts.guarding`.
WORKSPACE = (accounts, events, directory, programme, texts, releases, sheets, letters)


def _calendar_part(asked: CalendarRequest) -> str:
    """The calendar's part of a letter about a session."""
    entry = asked.entry
    part = invitations.Asked(
        method=invitations.Method(entry.method),
        reading=Reading(entry.agenda, asked.language),
        session=entry.session,
        span=entry.span,
        sequence=entry.sequence,
        organizer=asked.organizer,
        sent_by=in_force().mail_from,
        attendee=asked.attendee,
        both=asked.both,
    )
    return invitations.invitation(part, site_in(asked.language), now=datetime.now(UTC)).decode()


#: How a new event takes over what another one has: places before what is held in them.
COPYING: list[facts.Reaction] = [
    copying.copy_places,
    copying.copy_team,
    following.copy_tracks,
    following.copy_sessions,
    rules_following.copy_rules,
]

#: How one person is made of two.
MERGING: list[facts.Reaction] = [
    following.carry_appearances,
    rules_following.carry_availability,
    merging.carry_approvals,
]

#: Who does what when something has happened.
REACTIONS: dict[type, list[facts.Reaction]] = {
    happened_to_events.EventCopied: COPYING,
    happened_to_events.PlaceRemoved: [following.keep_places_in_use],
    happened_to_events.ZoneChanged: [following.keep_wall_times],
    happened_to_people.PeopleMerged: MERGING,
    happened_to_people.PersonRemoved: [following.keep_people_in_use],
    happened_to_accounts.InvitationMade: [invitation.invite],
    happened_to_accounts.SignInLinkAsked: [sign_in_link.send_link],
    happened_to_accounts.PasswordResetAsked: [password_reset.send_link],
    happened_to_accounts.AddressChangeAsked: [address_change.send_link],
    happened_to_accounts.SecurityNotice: [security_notice.send_notice],
    happened_to_programmes.ReleasePublished: [
        partial(tell_people, calendar=_calendar_part),
        release_published.tell_team,
    ],
    happened_to_programmes.ReleaseWithdrawn: [withdrawing.discard],
}

#: What `eventapp worker` does.
JOBS: Mapping[str, jobs.Job] = {SEND_LETTERS: send_letters}

#: What the choices that rows hold are called, for the log.
CHOICES: choices.Tables = {
    AppearanceState: programme_labels.APPEARANCE_STATES,
    Correspondence: people_labels.CORRESPONDENCE,
    Criterion: CRITERIA,
    DatePrecision: event_labels.DATE_PRECISIONS,
    Equipment: event_labels.EQUIPMENT,
    EventFormat: event_labels.EVENT_FORMATS,
    EventKind: event_labels.EVENT_KINDS,
    EventRole: ROLE_NAMES,
    EventState: event_labels.EVENT_STATES,
    Gender: people_labels.GENDERS,
    Language: people_labels.LANGUAGES,
    LanguageOrder: event_labels.LANGUAGE_ORDERS,
    LetterKind: KIND_NAMES,
    LetterState: STATE_NAMES,
    Measure: MEASURES,
    Role: programme_labels.ROLES,
    Sector: event_labels.SECTORS,
    Sense: SENSES,
    SessionKind: programme_labels.SESSION_KINDS,
    SlotState: programme_labels.SLOT_STATES,
    Visibility: programme_labels.VISIBILITIES,
}

#: What each room says of an event on its overview, in this order.
OVERVIEW: list[overview.CardOf] = [
    programme_overview.programme,
    programme_overview.conflicts,
    programme_overview.texts,
    programme_overview.releases,
    letters_overview.card,
]


def init_app(app: Flask) -> None:
    """Hangs each room's pages into the application, and ties the rooms together."""
    guarding.init_app(app, event_called)
    facts.init_app(app, REACTIONS)
    jobs.init_app(app, JOBS)
    casting.init_app(app, programme_casting)
    overview.init_app(app, OVERVIEW)
    choices.init_app(app, CHOICES)
    shown = [mail_page] if app.config["SETTINGS"].is_demonstration else []
    for pages in (*PUBLIC, *WORKSPACE, *shown):
        app.register_blueprint(pages.blueprint)

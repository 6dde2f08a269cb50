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
from eventapp.agenda import personal as personal_appearances
from eventapp.agenda import public as agenda
from eventapp.agenda.conflicts import following as rules_following
from eventapp.agenda.conflicts.words import CRITERIA, MEASURES, SENSES
from eventapp.agenda.kinds import AppearanceState, Role, SessionKind, SlotState, Visibility
from eventapp.agenda.manage import choices, releases, slot_pages, texts
from eventapp.agenda.manage import overview as programme_overview
from eventapp.agenda.reading import Reading
from eventapp.agenda.slots import revise_turned
from eventapp.bilaterals import facts as happened_to_meetings
from eventapp.bilaterals import labels as bilateral_labels
from eventapp.bilaterals import liaison as meetings
from eventapp.bilaterals import manage as bilaterals
from eventapp.bilaterals import presence
from eventapp.bilaterals.editing import follow_move
from eventapp.bilaterals.jobs import solve_bilaterals
from eventapp.bilaterals.kinds import BilateralState, Level
from eventapp.bilaterals.manage import overview as meetings_overview
from eventapp.bilaterals.objecting import objections
from eventapp.bilaterals.proposing import SOLVE
from eventapp.calendars import invitations, mine
from eventapp.calendars import own as own_calendar
from eventapp.calendars import public as calendars
from eventapp.calendars.site import site_in
from eventapp.delegations import facts as happened_to_delegations
from eventapp.delegations import following as delegation_following
from eventapp.delegations import labels as delegation_labels
from eventapp.delegations import liaison
from eventapp.delegations import manage as delegations
from eventapp.delegations import overview as delegations_overview
from eventapp.delegations import personal as personal_memberships
from eventapp.delegations.kinds import (
    AccessKind,
    Authority,
    DelegationState,
    MemberFunction,
    PartyKind,
)
from eventapp.delegations.liaison import ways
from eventapp.demonstration import mail_page
from eventapp.documents import agendas, screens
from eventapp.documents import manage as sheets
from eventapp.documents import own as own_paper
from eventapp.documents import personal as kept_documents
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
    SignProfile,
)
from eventapp.events.queries import event_called
from eventapp.exchange import manage as lists
from eventapp.exchange.manage.keeping import forget_old
from eventapp.history import facts as happened_to_steps
from eventapp.itineraries import facts as happened_to_agendas
from eventapp.itineraries import liaison as liaison_agenda
from eventapp.itineraries import manage as itineraries
from eventapp.itineraries import own
from eventapp.itineraries import personal as personal_looks
from eventapp.messages import manage as letters
from eventapp.messages import overview as letters_overview
from eventapp.messages import personal as personal_letters
from eventapp.messages import withdrawing
from eventapp.messages.jobs import send_letters
from eventapp.messages.kinds import KIND_NAMES, STATE_NAMES, LetterKind, LetterState
from eventapp.messages.letters import (
    address_change,
    delegation_access,
    invitation,
    meeting,
    movement_changed,
    own_agenda,
    password_reset,
    personal_invitation,
    release_published,
    seat_freed,
    security_notice,
    sign_in_link,
)
from eventapp.messages.letters import registration as registration_letters
from eventapp.messages.session_letters import CalendarRequest, tell_people
from eventapp.messages.writing import SEND_LETTERS
from eventapp.movements import facts as happened_to_movements
from eventapp.movements import following as movements_following
from eventapp.movements import labels as movement_labels
from eventapp.movements import liaison as journeys
from eventapp.movements import manage as movements
from eventapp.movements.kinds import MovementKind
from eventapp.movements.presence import presence_of
from eventapp.participants import categories
from eventapp.participants import facts as happened_to_participants
from eventapp.participants import following as participants_following
from eventapp.participants import labels as participant_labels
from eventapp.participants import manage as participants
from eventapp.participants import personal as personal_participations
from eventapp.participants.kinds import ParticipantState
from eventapp.participants.papers import sweep_papers
from eventapp.people import casting, merging
from eventapp.people import facts as happened_to_people
from eventapp.people import labels as people_labels
from eventapp.people import manage as directory
from eventapp.people import personal as personal_records
from eventapp.people.kinds import Agreement, Correspondence, Gender
from eventapp.planning.balance import Criterion, Measure, Sense
from eventapp.planning.precedence import Basis, ListKind, Place
from eventapp.plumbing import facts, health, jobs
from eventapp.plumbing.database import unit_of_work
from eventapp.plumbing.settings import in_force
from eventapp.privacy import facts as happened_to_data
from eventapp.privacy import manage as privacy
from eventapp.privacy.jobs import PURGE, purge
from eventapp.protocol import manage as protocol
from eventapp.protocol import overview as orders_overview
from eventapp.protocol import words as order_words
from eventapp.registration import facts as happened_to_registrations
from eventapp.registration import following as registration_following
from eventapp.registration import labels as registration_labels
from eventapp.registration import manage as registration
from eventapp.registration import overview as registration_overview
from eventapp.registration import personal as personal_registrations
from eventapp.registration import public as register
from eventapp.registration.kinds import QuestionKind
from eventapp.values.language import Language, LanguageOrder

#: Pages for everybody: they set no cookie and know nobody.
PUBLIC = (
    *(agenda, calendars, mine, documents, screens, register),
    *(own, own_calendar, own_paper, health),
)

#: Pages of the team, each view behind a guard of `accounts.guarding`.
WORKSPACE = (
    *(agendas, itineraries, liaison_agenda, lists),
    *(accounts, events, directory, participants, registration, delegations, liaison, programme),
    *(
        texts,
        releases,
        sheets,
        letters,
        protocol,
        bilaterals,
        meetings,
        movements,
        journeys,
        privacy,
    ),
)


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


def _purge() -> None:
    """What goes by night: data that was kept long enough, lists that nobody accepted.

    And within the hour, files that a crash left without their row.
    """
    purge()
    forget_old()
    if (now := datetime.now(UTC)).minute == 0:
        with unit_of_work():
            sweep_papers(now=now)


#: How a new event takes over what another one has: places before what is held in them.
COPYING: list[facts.Reaction] = [
    copying.copy_places,
    copying.copy_team,
    categories.copy_categories,
    following.copy_tracks,
    following.copy_sessions,
    rules_following.copy_rules,
]

#: How one person is made of two.
MERGING: list[facts.Reaction] = [
    participants_following.carry_participants,
    following.carry_appearances,
    rules_following.carry_availability,
    merging.carry_approvals,
]

#: How all that tells who somebody was is scrubbed.
#: Papers and letters first, the person last: the others still know by them what is theirs.
ERASING: list[facts.Reaction] = [
    kept_documents.scrub,
    personal_letters.scrub,
    personal_looks.scrub,
    personal_registrations.scrub,
    personal_appearances.scrub,
    personal_memberships.scrub,
    personal_participations.scrub,
    personal_records.scrub,
]

#: Who says what is held of a person.
PORTRAYING: list[facts.Reaction] = [
    personal_records.portray,
    personal_participations.portray,
    personal_memberships.portray,
    personal_appearances.portray,
    personal_registrations.portray,
    personal_looks.portray,
    personal_letters.portray,
]

#: Who does what when something has happened.
REACTIONS: dict[type, list[facts.Reaction]] = {
    happened_to_events.EventCopied: COPYING,
    happened_to_events.PlaceRemoved: [following.keep_places_in_use],
    happened_to_events.ZoneChanged: [following.keep_wall_times],
    happened_to_people.PeopleMerged: MERGING,
    happened_to_people.PersonErased: ERASING,
    happened_to_people.PersonPortrayed: PORTRAYING,
    happened_to_data.EventPurged: [
        personal_letters.forget_event,
        lambda purged: personal_memberships.forget_event(purged.event_id),
    ],
    happened_to_people.PersonRemoved: [
        following.keep_people_in_use,
        participants_following.keep_people_who_come,
    ],
    happened_to_delegations.AccessOffered: [delegation_access.invite],
    happened_to_delegations.DelegationRemoved: [following.keep_delegations_in_use],
    happened_to_accounts.InvitationMade: [invitation.invite],
    happened_to_accounts.SignInLinkAsked: [sign_in_link.send_link],
    happened_to_accounts.PasswordResetAsked: [password_reset.send_link],
    happened_to_accounts.AddressChangeAsked: [address_change.send_link],
    happened_to_accounts.SecurityNotice: [security_notice.send_notice],
    happened_to_agendas.AgendaAddressMade: [own_agenda.send_address],
    happened_to_participants.ParticipantRecast: [
        delegation_following.keep_quotas,
        registration_following.free_places,
    ],
    happened_to_participants.ParticipantRemoved: [
        delegation_following.keep_members,
        registration_following.free_places_of_removed,
    ],
    happened_to_participants.ParticipantsMerged: [
        delegation_following.carry_members,
        registration_following.carry_registration,
    ],
    happened_to_registrations.PersonInvited: [personal_invitation.invite],
    happened_to_registrations.SeatFreed: [seat_freed.tell_participant],
    happened_to_registrations.StandingChanged: [registration_letters.tell_participant],
    happened_to_programmes.ReleasePublished: [
        partial(tell_people, calendar=_calendar_part),
        release_published.tell_team,
    ],
    happened_to_meetings.MeetingChanged: [meeting.tell_sides],
    happened_to_programmes.ReleaseWithdrawn: [withdrawing.discard],
    happened_to_steps.StepTurned: [
        delegation_following.keep_quotas_when_undone,
        revise_turned,
        movements_following.tell_of_undoing,
    ],
    happened_to_programmes.SlotMoved: [follow_move, movements_following.tell_of_move],
    happened_to_movements.MovementsChanged: [movement_changed.tell_delegations],
}

#: What `eventapp worker` does.
JOBS: Mapping[str, jobs.Job] = {
    PURGE: _purge,
    SEND_LETTERS: send_letters,
    SOLVE: solve_bilaterals,
}

#: What the choices that rows hold are called, for the log.
CHOICES: choices.Tables = {
    AccessKind: delegation_labels.ACCESS_KINDS,
    Agreement: people_labels.AGREEMENTS,
    AppearanceState: programme_labels.APPEARANCE_STATES,
    Authority: delegation_labels.AUTHORITIES,
    Basis: order_words.BASES,
    BilateralState: bilateral_labels.BILATERAL_STATES,
    Correspondence: people_labels.CORRESPONDENCE,
    Criterion: CRITERIA,
    DelegationState: delegation_labels.DELEGATION_STATES,
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
    Level: bilateral_labels.LEVELS,
    ListKind: order_words.LIST_KINDS,
    Measure: MEASURES,
    MemberFunction: delegation_labels.MEMBER_FUNCTIONS,
    MovementKind: movement_labels.MOVEMENT_KINDS,
    ParticipantState: participant_labels.PARTICIPANT_STATES,
    PartyKind: delegation_labels.PARTY_KINDS,
    Place: order_words.PLACES,
    QuestionKind: registration_labels.QUESTION_KINDS,
    Role: programme_labels.ROLES,
    Sector: event_labels.SECTORS,
    Sense: SENSES,
    SessionKind: programme_labels.SESSION_KINDS,
    SignProfile: event_labels.SIGN_PROFILES,
    SlotState: programme_labels.SLOT_STATES,
    Visibility: programme_labels.VISIBILITIES,
}

#: Which page shows a slot, by its sort.
SLOT_PAGES: Mapping[str, str] = {
    "session": "programme.session",
    "bilateral": "bilaterals.meeting",
    "movement": "movements.movement",
}

#: What a room has against the time and place of a slot of its own, beyond conflicts, by its sort.
SLOT_OBJECTING: Mapping[str, slot_pages.Objecting] = {"bilateral": objections}

#: What each room says of an event on its overview, in this order.
OVERVIEW: list[overview.CardOf] = [
    programme_overview.programme,
    programme_overview.conflicts,
    delegations_overview.card,
    orders_overview.card,
    programme_overview.texts,
    programme_overview.releases,
    registration_overview.card,
    meetings_overview.card,
    letters_overview.card,
]

#: What each room has for an account beside the events that it has a role in.
OWN_OVERVIEW: list[overview.OwnCardOf] = [delegations_overview.mine]

#: Where the page of a delegation leads on to, for who works for it alone.
LIAISON: list[ways.WayOf] = [liaison_agenda.way, meetings.way, journeys.way]


def init_app(app: Flask) -> None:
    """Hangs each room's pages into the application, and ties the rooms together."""
    guarding.init_app(app, event_called)
    facts.init_app(app, REACTIONS)
    jobs.init_app(app, JOBS)
    casting.init_app(app, programme_casting)
    overview.init_app(app, OVERVIEW, OWN_OVERVIEW)
    ways.init_app(app, LIAISON)
    presence.init_app(app, presence_of)
    choices.init_app(app, CHOICES)
    slot_pages.init_app(app, SLOT_PAGES, SLOT_OBJECTING)
    shown = [mail_page] if app.config["SETTINGS"].is_demonstration else []
    for pages in (*PUBLIC, *WORKSPACE, *shown):
        app.register_blueprint(pages.blueprint)

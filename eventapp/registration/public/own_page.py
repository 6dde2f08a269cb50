"""Somebody's own registration: seen and changed, with the sessions that they chose."""

from datetime import date
from typing import Any
from uuid import UUID

from flask import Response, request, url_for
from flask_babel import gettext as _
from sqlalchemy import select
from werkzeug.wrappers import Response as AnyResponse

from eventapp.agenda import queries
from eventapp.agenda.models import Session
from eventapp.agenda.published import PublishedAgenda
from eventapp.agenda.queries import Withdrawn
from eventapp.agenda.reading import Reading
from eventapp.history.saving import doing
from eventapp.participants.models import Needs
from eventapp.plumbing.database import db
from eventapp.plumbing.limits import limiter
from eventapp.plumbing.origins import refuse_other_sites
from eventapp.plumbing.uploads import takes_files
from eventapp.plumbing.web import reading_language
from eventapp.registration.answering import answering_papers, answers_of, questions_of
from eventapp.registration.changing import COMING, change
from eventapp.registration.kinds import QuestionKind
from eventapp.registration.places import place_in_queue
from eventapp.registration.public.own import Own, own_at
from eventapp.registration.public.pages import EVENT, TOKEN, blueprint, clock, own_deed, page, to
from eventapp.registration.queries import policy_in_force, registered_by
from eventapp.registration.questionnaire import (
    Asks,
    RegistrationForm,
    accepted_policy,
    form_for,
    lines_of,
    name_of,
    offers_for,
)
from eventapp.registration.seats import choices_of, choose_sessions, seats_of
from eventapp.registration.telling import letters_to
from eventapp.values.language import Language
from eventapp.values.refusal import Refusal

OWN = f"{EVENT}/own/{TOKEN}/registration"
LIMIT = "200 per hour"
#: What somebody else has to change, since more than this registration hangs on it.
FIXED = ("category", "given_name", "family_name", "email")
SESSIONS_AT_MOST = 500


@blueprint.get(OWN)
def own(language: Language, event: str, token: str) -> Response:  # noqa: ARG001 - in the address
    """Where the registration stands, and all that can be done with it."""
    mine = own_at(event, token)
    return own_page(mine, token)


@blueprint.post(OWN)
@limiter.limit(LIMIT)
@takes_files
def save_own(language: Language, event: str, token: str) -> AnyResponse:
    """Changes what was answered."""
    refuse_other_sites()
    mine = own_at(event, token)
    form = _form(mine, is_sent=True)
    if not _is_right(mine, form):
        return own_page(mine, token, form, 422)
    values, answers, files = _values(mine, form), form.answers, form.files
    with doing(own_deed(mine.event.id, mine.participant.person.name)):
        participant = own_at(event, token).participant
        change(participant, values, answers, files, language=language, now=clock())
    return back_to(language, event, token, "saved")


@blueprint.post(f"{OWN}/sessions")
@limiter.limit(LIMIT)
def choose(language: Language, event: str, token: str) -> AnyResponse:
    """Chooses sessions, with a seat in those that have only so many."""
    refuse_other_sites()
    mine = own_at(event, token)
    uids = _chosen_uids(event)
    try:
        with doing(own_deed(mine.event.id, mine.participant.person.name)):
            mine = own_at(event, token)
            query = select(Session).where(Session.event_id == mine.event.id, Session.uid.in_(uids))
            full = choose_sessions(mine.participant, db.session.scalars(query).all(), now=clock())
            said = "full" if full else "chosen"
    except Refusal as refusal:
        return own_page(own_at(event, token), token, status=409, refusal=refusal)
    return back_to(language, event, token, said)


def back_to(language: Language, event: str, token: str, said: str) -> AnyResponse:
    """Back to somebody's own page, which says what was done."""
    return to(url_for("register.own", language=language, event=event, token=token, said=said))


def own_page(
    mine: Own,
    token: str,
    form: RegistrationForm | None = None,
    status: int = 200,
    refusal: Refusal | None = None,
) -> Response:
    """The page of somebody's own registration."""
    participant, agenda = mine.participant, _agenda(mine.event.slug)
    form = form or _form(mine)
    language = reading_language()
    return page(
        "own.html",
        mine.event,
        status,
        participant=participant,
        token=token,
        desk=mine.desk,
        form=form,
        lines=lines_of(form, [participant.category]),
        papers=answering_papers(participant),
        kept=answers_of(participant),
        policy=policy_in_force(mine.event.id),
        place=place_in_queue(participant),
        is_coming=participant.state in COMING,
        email=letters_to(participant),
        others=registered_by(participant),
        reading=Reading(agenda, language) if agenda else None,
        choices=_by_code(mine, agenda),
        said=said_in(request.args.get("said", "")),
        refusal=refusal.text(language) if refusal else "",
    )


def said_in(said: str) -> str:
    """What was done, in words."""
    words: dict[str, str] = {
        "saved": _("Saved."),
        "chosen": _("Your choice of sessions is saved."),
        "full": _("Your choice is saved, but for sessions that are full."),
        "renewed": _("This page has moved to this new address. The old one is dead."),
        "withdrawn": _("Your registration is withdrawn."),
        "again": _("You are registered again."),
        "another": _("The registration is sent: a letter tells where it stands."),
    }
    return words.get(said, "")


def _agenda(slug: str) -> PublishedAgenda | None:
    try:
        release = queries.current_release(slug)
    except Withdrawn:
        return None
    return release.agenda if release else None


def _chosen_uids(slug: str) -> list[UUID]:
    agenda, codes = _agenda(slug), {*request.form.getlist("sessions")[:SESSIONS_AT_MOST]}
    return [UUID(each.uid) for each in (agenda.sessions if agenda else ()) if each.code in codes]


def _by_code(mine: Own, agenda: PublishedAgenda | None) -> list[dict[str, Any]]:
    """The published sessions, with their seats and what was chosen of them."""
    if agenda is None:
        return []
    rows = db.session.execute(
        select(Session.id, Session.uid).where(Session.event_id == mine.event.id)
    )
    ids = {str(uid): number for number, uid in rows}
    seats, chosen = seats_of(mine.event.id), choices_of(mine.participant)
    return [
        {
            "session": each,
            "seats": seats.get(ids.get(each.uid, 0)),
            "state": chosen.get(ids.get(each.uid, 0)),
        }
        for each in agenda.sessions
        if each.uid in ids and not each.is_cancelled
    ]


def _form(mine: Own, *, is_sent: bool = False) -> RegistrationForm:
    participant = mine.participant
    code = participant.category.code
    questions = [
        each
        for each in questions_of(mine.event.id)
        if not each.categories or code in each.categories
    ]
    stored = _stored(mine)
    files = {each.id for each in questions if each.kind is QuestionKind.FILE}
    kept = answers_of(participant)
    papers = {number: kept[number] for number in files & kept.keys()}
    desk = mine.desk
    asks = Asks(questions, desk.required if desk else (), code, papers)
    without = [*FIXED] if policy_in_force(mine.event.id) else [*FIXED, "policy"]
    made = form_for(desk.asked if desk else (), questions, without, asks)
    for each in questions:
        if each.kind is not QuestionKind.FILE and each.id in kept:
            is_day = each.kind is QuestionKind.DATE
            stored[name_of(each)] = date.fromisoformat(kept[each.id]) if is_day else kept[each.id]
    sent = [*request.form.items(multi=True)] if is_sent else None
    return made(sent, stored=stored, offers=offers_for(()))


def _stored(mine: Own) -> dict[str, Any]:
    """What the form holds at first, in the reader's language."""
    participant, person, language = mine.participant, mine.participant.person, reading_language()
    needs = db.session.get(Needs, participant.id)
    policy = policy_in_force(mine.event.id)
    organisation = participant.organisation
    return {
        "function": participant.function.text(language).text,
        "organisation": organisation.name.text(language).text if organisation else "",
        "country": participant.country,
        "languages": participant.languages,
        "correspondence": person.correspondence,
        "gender": person.gender,
        "access": needs.access if needs else "",
        "diet": needs.diet if needs else "",
        "is_listed": participant.is_listed,
        "policy": policy is not None and participant.policy == policy.number,
    }


def _is_right(mine: Own, form: RegistrationForm) -> bool:
    is_good = form.validate()
    policy = policy_in_force(mine.event.id)
    if not accepted_policy(policy, request.form.get("policy_number", "")):
        form.policy.data = False
        form.policy.errors = [_("The policy has changed meanwhile. Please read it again.")]
        return False
    return is_good


def _values(mine: Own, form: RegistrationForm) -> dict[str, Any]:
    """What was changed; a wording that reads as before stays in the language that it is in."""
    values = {each.short_name: each.data for each in form if not each.name.startswith("q-")}
    stored = _stored(mine)
    for name in ("function", "organisation"):
        if name in values and values[name] == stored[name]:
            del values[name]
    policy = policy_in_force(mine.event.id)
    return values | {"policy": policy.number if policy else None}

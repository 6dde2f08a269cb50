"""Who asks for a place, and who waits for one."""

from collections.abc import Iterable

from flask import render_template, request, url_for
from sqlalchemy import select
from sqlalchemy.orm import joinedload
from werkzeug.wrappers import Response

from eventapp.accounts.doing import done, my_deed
from eventapp.accounts.guarding import needs
from eventapp.accounts.rights import Right
from eventapp.events.models import Event
from eventapp.history.actions import Action
from eventapp.history.saving import doing
from eventapp.participants.kinds import ParticipantState
from eventapp.participants.models import Participant
from eventapp.plumbing.database import db
from eventapp.plumbing.web import reading_language
from eventapp.registration.deciding import Decision, decide
from eventapp.registration.manage.pages import REGISTRATION, blueprint
from eventapp.registration.places import desk_of, load_of
from eventapp.values.catalogue import N_, NN_, counted, translator
from eventapp.values.refusal import Refusal

QUEUE = f"{REGISTRATION}/queue"
SHOWN_AT_MOST = 500

SAID = {
    Decision.APPROVE: NN_("%(num)s registration approved.", "%(num)s registrations approved."),
    Decision.DECLINE: NN_("%(num)s registration declined.", "%(num)s registrations declined."),
    Decision.PROMOTE: NN_("%(num)s person has a place now.", "%(num)s people have a place now."),
}


@blueprint.get(QUEUE)
@needs(Right.REGISTER)
def queue(event: Event) -> str:
    """Those whom somebody has to decide about, and those who wait, in order."""
    return render_template(
        "registration/manage/queue.html",
        event=event,
        desk=desk_of(event.id),
        load=load_of(event.id),
        pending=[*_in_state(event, ParticipantState.PENDING)],
        waiting=[*_in_state(event, ParticipantState.WAITING)],
        most=SHOWN_AT_MOST,
    )


@blueprint.post(QUEUE)
@needs(Right.REGISTER)
def decide_chosen(event: Event) -> Response:
    """Decides about everybody who is chosen; they are written to at once."""
    asked, language = request.form.get("do", ""), reading_language()
    codes = request.form.getlist("codes")[:SHOWN_AT_MOST]
    if asked not in set(Decision) or not codes:
        return done(translator(language)(N_("Choose at least one person.")), url_for(".queue"))
    decision = Decision(asked)
    action = Action.EDIT if decision is Decision.DECLINE else Action.APPROVE
    deed = my_deed(event, action, can_be_undone=False)
    try:
        with doing(deed):
            number = decide(event, codes, decision, now=deed.now)
    except Refusal as refusal:
        return done(refusal.text(language), url_for(".queue"))
    return done(counted(*SAID[decision], number, language), url_for(".queue"))


def _in_state(event: Event, state: ParticipantState) -> Iterable[Participant]:
    query = (
        select(Participant)
        .where(Participant.event_id == event.id, Participant.state == state)
        .options(
            joinedload(Participant.person),
            joinedload(Participant.category),
            joinedload(Participant.organisation),
        )
        .order_by(Participant.registered_at, Participant.id)
        .limit(SHOWN_AT_MOST)
    )
    return db.session.scalars(query)

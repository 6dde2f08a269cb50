"""What a participant declared of themselves, for the few who may know."""

from flask import url_for
from flask_babel import gettext as _

from eventapp.accounts.doing import done, my_deed
from eventapp.accounts.guarding import needs
from eventapp.accounts.rights import Right
from eventapp.events.models import Event
from eventapp.history.saving import opened, save
from eventapp.participants.editing import declare_needs
from eventapp.participants.forms import NeedsForm, ParticipantForm
from eventapp.participants.manage.pages import PARTICIPANT, blueprint, offers_of, participant_of
from eventapp.participants.manage.participants import Answer, page_of
from eventapp.participants.models import Participant
from eventapp.plumbing.web import found


@blueprint.post(f"{PARTICIPANT}/needs")
@needs(Right.NEEDS)
def save_needs(event: Event, code: str) -> Answer:
    """Saves it; the log tells nothing of it."""
    row = participant_of(event, code)
    deed = my_deed(event, name=row.recorded_as)

    def write(row: Participant | None, form: NeedsForm) -> Participant:
        declare_needs(found(row), **form.values, now=deed.now)
        return found(row)

    sheet = save(NeedsForm, row, write, deed)
    if sheet.is_saved:
        return done(_("Saved."), url_for(".participant", code=row.code))
    return page_of(event, opened(ParticipantForm, row, offers_of(event)), sheet)

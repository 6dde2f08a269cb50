"""People who are recorded twice, and making one of them."""

from flask import render_template, request, url_for
from flask_babel import gettext as _
from werkzeug.wrappers import Response

from eventapp.accounts.doing import done, my_deed
from eventapp.accounts.guarding import needs
from eventapp.accounts.rights import Right
from eventapp.events.models import Event
from eventapp.history.actions import Action
from eventapp.history.saving import attempted
from eventapp.people.editing import merge_people
from eventapp.people.finding import duplicates
from eventapp.people.manage.pages import EVENT, blueprint, person_of
from eventapp.people.models import Person
from eventapp.plumbing.web import reading_language

PEOPLE = f"{EVENT}/people"
MERGE = f"{PEOPLE}/<code:code>/merge/<code:other>"

Answer = Response | tuple[str, int]


@blueprint.get(f"{PEOPLE}/duplicates")
@needs(Right.PEOPLE)
def twins(event: Event) -> str:
    """All pairs that may be one person."""
    return render_template("directory/duplicates.html", event=event, twins=duplicates())


@blueprint.get(MERGE)
@needs(Right.PEOPLE)
def merging(event: Event, code: str, other: str) -> Answer:
    """Both records side by side."""
    return _page(event, person_of(event, code), person_of(event, other))


@blueprint.post(MERGE)
@needs(Right.PEOPLE)
def merge(event: Event, code: str, other: str) -> Answer:
    """Keeps the one that was chosen, with all that was the other's."""
    first, second = person_of(event, code), person_of(event, other)
    kept, gone = (second, first) if request.form.get("keep") == second.code else (first, second)
    deed = my_deed(event, Action.MERGE, kept.recorded_as)
    refusal = attempted(deed, lambda: merge_people(kept, gone, now=deed.now))
    if refusal is not None:
        return _page(event, first, second, refusal.text(reading_language()), 409)
    said = _("One record is left of two. Undo parts them again.")
    return done(said, url_for(".person", code=kept.code))


def _page(
    event: Event, first: Person, second: Person, refusal: str = "", status: int = 200
) -> Answer:
    page = render_template(
        "directory/merge.html", event=event, people=(first, second), refusal=refusal
    )
    return page, status

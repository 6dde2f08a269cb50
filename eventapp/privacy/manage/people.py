"""One person's data: handed over, or erased."""

from datetime import UTC, datetime

from flask import Response, render_template, url_for
from flask_babel import gettext as _
from werkzeug.wrappers import Response as AnyResponse

from eventapp.accounts.doing import confirmed, my_deed
from eventapp.accounts.guarding import me, needs, rights_in
from eventapp.accounts.rights import Right
from eventapp.events.models import Event
from eventapp.history.actions import Action
from eventapp.history.exports import note_export
from eventapp.history.words import kind_name
from eventapp.people.models import Person
from eventapp.plumbing.web import found, reading_language
from eventapp.privacy.erasing import erase, events_of
from eventapp.privacy.manage.pages import EVENT, blueprint
from eventapp.privacy.portraying import packed, portrait
from eventapp.privacy.queries import person_in
from eventapp.values.bilingual import Bilingual
from eventapp.values.catalogue import N_, translator
from eventapp.values.language import Language
from eventapp.values.refusal import Refusal

PERSON = f"{EVENT}/privacy/people/<code:code>"

ONE_PERSON = N_("Data of one person")

Answer = AnyResponse | tuple[str, int]


@blueprint.get(PERSON)
@needs(Right.PRIVACY)
def person(event: Event, code: str) -> str:
    """How much is held of them, and where."""
    row, language = found(person_in(event, code)), reading_language()
    sections = portrait(row)
    return render_template(
        "privacy/person.html",
        event=event,
        person=row,
        events=events_of(row),
        held=[(kind_name(name, language), len(rows)) for name, rows in sections.items()],
    )


@blueprint.post(f"{PERSON}/data.zip")
@needs(Right.PRIVACY)
def hand_over(event: Event, code: str) -> Response:
    """All that is held of them, as a file; noted in the log."""
    row = found(person_in(event, code))
    _refuse_elsewhere(row)
    sections = portrait(row)
    count = sum(len(rows) for rows in sections.values())
    what = Bilingual(*(translator(language)(ONE_PERSON) for language in Language))
    note_export(event, what, count, by=me().actor, now=datetime.now(UTC))
    response = Response(packed(sections), content_type="application/zip")
    response.headers["Content-Disposition"] = f'attachment; filename="{row.code}.zip"'
    return response


@blueprint.get(f"{PERSON}/erase")
@needs(Right.PRIVACY)
def erasing(event: Event, code: str) -> str:
    """Asks once."""
    return _ask(event, found(person_in(event, code)))


@blueprint.post(f"{PERSON}/erase")
@needs(Right.PRIVACY)
def erase_person(event: Event, code: str) -> Answer:
    """Erases them, for ever."""
    row = found(person_in(event, code))
    deed = my_deed(event, Action.ERASE, can_be_undone=False)

    def act() -> None:
        _refuse_elsewhere(row)
        erase(row, by=deed.by, now=deed.now, event=event)

    return confirmed(
        act,
        deed,
        lambda refusal: _ask(event, row, refusal),
        _("Erased. What is counted still counts, without a name."),
        url_for(".desk"),
    )


def _refuse_elsewhere(row: Person) -> None:
    """Raises Refusal where an event of theirs is none of the reader's."""
    for each in events_of(row):
        if Right.PRIVACY not in rights_in(each):
            raise Refusal(
                N_("This person also takes part in an event whose data you do not look after.")
            )


def _ask(event: Event, row: Person, refusal: str = "") -> str:
    return render_template(
        "layouts/confirm.html",
        event=event,
        place="privacy.desk",
        question=_("Erase “%(name)s”?", name=row.name),
        detail=_(
            "Their name, address, answers, files, letters and entries in the log go for ever, in "
            "all events and releases. This cannot be undone."
        ),
        verb=_("Erase for ever"),
        refusal=refusal,
        back=url_for(".person", code=row.code),
    )

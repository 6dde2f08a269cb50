"""Taking the list of participants away."""

from datetime import UTC, datetime

from flask import Response
from werkzeug.exceptions import NotFound

from eventapp.accounts.guarding import allows, me, needs
from eventapp.accounts.rights import Right
from eventapp.events.models import Event
from eventapp.exchange.exporting.files import CSV_TYPE, XLSX_TYPE, csv_file, xlsx_file
from eventapp.exchange.exporting.guests import table_of
from eventapp.exchange.manage.pages import PARTICIPANTS, blueprint
from eventapp.history.exports import note_export
from eventapp.plumbing.web import reading_language
from eventapp.values.bilingual import Bilingual
from eventapp.values.catalogue import N_, translator
from eventapp.values.language import Language

LIST = N_("List of participants")
LIST_WITH_NEEDS = N_("List of participants with their needs")


@blueprint.get(f"{PARTICIPANTS}.<string(minlength=3, maxlength=4):kind>")
@needs(Right.REGISTER, Right.PROTOCOL)
def export(event: Event, kind: str) -> Response:
    """The participants as a file; what they declared of themselves for whoever may see it."""
    if kind not in ("csv", "xlsx"):
        raise NotFound
    language, with_needs = reading_language(), allows(event, Right.NEEDS)
    rows = table_of(event, language, with_needs=with_needs)
    what = LIST_WITH_NEEDS if with_needs else LIST
    name = Bilingual(*(translator(each)(what) for each in Language))
    note_export(event, name, len(rows) - 1, by=me().actor, now=datetime.now(UTC))
    is_csv = kind == "csv"
    response = Response(
        csv_file(rows, language) if is_csv else xlsx_file(rows),
        content_type=CSV_TYPE if is_csv else XLSX_TYPE,
    )
    filename = f"{event.slug}-participants.{kind}"
    response.headers["Content-Disposition"] = f'attachment; filename="{filename}"'
    return response

"""Sessions: their list, and the form of each."""

from datetime import date

from flask import render_template, request, url_for
from flask_babel import gettext as _
from werkzeug.wrappers import Response

from eventapp.accounts.doing import confirmed, done, my_deed
from eventapp.accounts.guarding import allows, needs
from eventapp.accounts.rights import Right
from eventapp.agenda.conflicts.queries import conflicts_around
from eventapp.agenda.conflicts.telling import ConflictLine
from eventapp.agenda.conflicts.words import severity
from eventapp.agenda.forms import SessionForm, new_session
from eventapp.agenda.kinds import SlotState
from eventapp.agenda.labels import session_kind, slot_state
from eventapp.agenda.listing import Sifting, days_of, lines, session_of, sifted, tracks_of
from eventapp.agenda.manage.boarding import today
from eventapp.agenda.manage.casting import offers_of, parts_of, values_of
from eventapp.agenda.manage.pages import EVENT, blueprint
from eventapp.agenda.manage.slot_pages import is_discreet
from eventapp.agenda.models import Session
from eventapp.agenda.writing import add_session, edit_session, remove_session
from eventapp.events.models import Event
from eventapp.history.actions import Action
from eventapp.history.saving import Sheet, opened, save, typed_again
from eventapp.people.finding import find_people
from eventapp.people.queries import people_called
from eventapp.plumbing.web import found, reading_language
from eventapp.translation.approving import states_of
from eventapp.values import markdown, typography
from eventapp.values.catalogue import counted
from eventapp.values.language import Language
from eventapp.values.timespan import TimeSpan

SESSIONS = f"{EVENT}/sessions"
SESSION = f"{SESSIONS}/<code:code>"

SHOWN_AT_MOST = 200

Answer = Response | tuple[str, int]
Form = Sheet[SessionForm, Session]


@blueprint.app_template_filter()
def day_name(day: date, language: Language) -> str:
    """A day of the programme in a list."""
    return typography.date(day, language, typography.DateStyle.DAY)


@blueprint.app_template_filter()
def hours(span: TimeSpan, language: Language) -> str:
    """From when to when."""
    return typography.time_range(span.start, span.end, language)


@blueprint.get(SESSIONS)
@needs(Right.READ)
def sessions(event: Event) -> str:
    """The sessions that the reader asks for."""
    sifting = Sifting(*(request.args.get(name, "")[:100] for name in Sifting._fields))
    everything = lines(event)
    asked = sifted(event, everything, sifting)
    number, language = len(asked), reading_language()
    return render_template(
        "programme/sessions.html",
        event=event,
        lines=asked[:SHOWN_AT_MOST],
        most=SHOWN_AT_MOST,
        is_cut=number > SHOWN_AT_MOST,
        counted=counted("%(num)s session", "%(num)s sessions", number, language),
        days=days_of(everything),
        tracks=tracks_of(event),
        states=SlotState,
        sifting=sifting,
        session_kind=session_kind,
        slot_state=slot_state,
        may_edit=allows(event, Right.PROGRAMME),
    )


@blueprint.get(f"{SESSIONS}/new")
@needs(Right.PROGRAMME)
def new(event: Event) -> Answer:
    """An empty form for a session."""
    form = SessionForm(stored=new_session(), offers=offers_of(event))
    return _page(event, Sheet(form))


@blueprint.post(f"{SESSIONS}/new")
@needs(Right.PROGRAMME)
def add(event: Event) -> Answer:
    """Adds a session, or shows more of its form."""
    if _is_asking():
        return _page(event, _asked(event, None))

    def write(_row: Session | None, form: SessionForm) -> Session:
        return add_session(event, values_of(event, form, None), parts_of(form))

    deed = my_deed(event, Action.ADD)
    return _saved(event, save(SessionForm, None, write, deed, offers_of(event)))


@blueprint.get(SESSION)
@needs(Right.READ)
def session(event: Event, code: str) -> Answer:
    """A session's form."""
    return _page(event, opened(SessionForm, found(session_of(event, code)), offers_of(event)))


@blueprint.post(SESSION)
@needs(Right.PROGRAMME)
def save_session(event: Event, code: str) -> Answer:
    """Saves a session, or shows more of its form."""
    row = found(session_of(event, code))
    if _is_asking():
        return _page(event, _asked(event, row))
    deed = my_deed(event, name=row.title)

    def write(row: Session | None, form: SessionForm) -> Session:
        held = found(row)
        edit_session(held, values_of(event, form, held.span), parts_of(form), now=deed.now)
        return held

    return _saved(event, save(SessionForm, row, write, deed, offers_of(event)))


@blueprint.get(f"{SESSION}/remove")
@needs(Right.PROGRAMME)
def removing_session(event: Event, code: str) -> str:
    """Asks once."""
    return _ask(event, found(session_of(event, code)))


@blueprint.post(f"{SESSION}/remove")
@needs(Right.PROGRAMME)
def remove(event: Event, code: str) -> Answer:
    """Removes a session, or cancels one that was published."""
    row = found(session_of(event, code))
    deed = my_deed(event, Action.REMOVE, row.title)
    name = row.title.text(reading_language()).text
    is_published = row.revision is not None
    removed = _("“%(name)s” was removed. Undo brings it back.", name=name)
    cancelled = _("“%(name)s” was cancelled. Undo takes that back.", name=name)
    return confirmed(
        lambda: remove_session(row, now=deed.now),
        deed,
        lambda refusal: _ask(event, row, refusal),
        cancelled if is_published else removed,
        url_for(".sessions"),
    )


@blueprint.post(f"{SESSIONS}/preview")
@needs(Right.READ)
def preview(event: Event) -> str:  # noqa: ARG001 - the guard asks for it
    """A text as pages will print it: the one of the field that is named."""
    return markdown.to_html(request.form.get(request.form.get("field", ""), "")[:20_000])


def _is_asking() -> bool:
    """Whether a button other than Save was pressed."""
    return any(name in request.form for name in ("do", "add", "drop"))


def _asked(event: Event, row: Session | None) -> Form:
    """The form as it was sent, with the row more or less that was asked for."""
    sheet: Form = typed_again(SessionForm, row, offers_of(event))
    if code := request.form.get("add", "")[:40]:
        sheet.form.add_person(code)
    dropped = request.form.get("drop", "")
    if dropped.isascii() and dropped.isdigit() and len(dropped) < 4:
        sheet.form.drop_person(int(dropped))
    return sheet


def _saved(event: Event, sheet: Form) -> Answer:
    if sheet.is_saved:
        return done(_("Saved."), url_for(".session", code=found(sheet.row).code))
    return _page(event, sheet)


def _page(event: Event, sheet: Form) -> Answer:
    row, asked = sheet.row, request.form.get("do", "")
    words = request.form.get("q", "")[:100]
    codes = [entry.form.code.data for entry in sheet.form.people.entries]
    page = render_template(
        "programme/session.html",
        event=event,
        sheet=sheet,
        states=states_of(row.uid, sheet.stored_texts) if row else {},
        conflicts=_conflicts(event, row) if row else (),
        severity_name=severity,
        people=people_called(codes),
        words=words,
        found=find_people(words) if asked == "find" else [],
        is_preview=asked == "preview",
        may_edit=allows(event, Right.PROGRAMME),
    )
    return page, sheet.status


def _conflicts(event: Event, row: Session) -> list[ConflictLine]:
    """What is open about the session as it is stored, whatever is being typed."""
    return conflicts_around(
        event, row.uid, reading_language(), today=today(event), is_discreet=is_discreet(event)
    )


def _ask(event: Event, row: Session, refusal: str = "") -> str:
    name = row.title.text(reading_language()).text
    is_published = row.revision is not None
    why = _(
        "This session was published: it is cancelled rather than removed, so that calendars that"
        " hold it learn that it will not take place."
    )
    return render_template(
        "layouts/confirm.html",
        event=event,
        place="programme.sessions",
        question=_("Cancel “%(name)s”?", name=name)
        if is_published
        else _("Remove “%(name)s”?", name=name),
        detail=why if is_published else _("It can be brought back with Undo."),
        verb=_("Cancel the session") if is_published else _("Remove"),
        refusal=refusal,
        back=url_for(".session", code=row.code),
    )

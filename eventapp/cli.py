"""The `eventapp` command: Flask's own commands, and ours."""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from getpass import getuser
from pathlib import Path
from typing import NoReturn

import click
from flask import Flask, current_app
from flask.cli import AppGroup, FlaskGroup
from sqlalchemy import select
from sqlalchemy.exc import DBAPIError, ProgrammingError

from eventapp import demonstration, serving
from eventapp.accounts.shell import users
from eventapp.agenda import changes, publishing, queries, withdrawing
from eventapp.agenda.freezing import Gap, freeze
from eventapp.agenda.models import Release, release_name
from eventapp.agenda.standing import release_numbered, release_state, standings
from eventapp.app import create_app
from eventapp.demonstration.postbox import MAIL, receiving
from eventapp.demonstration.postbox import worker as mail_worker
from eventapp.events.models import Event
from eventapp.exchange import importing, reading
from eventapp.history.actions import Action
from eventapp.history.recording import Actor, editing
from eventapp.plumbing import jobs
from eventapp.plumbing.database import db, unit_of_work
from eventapp.plumbing.settings import SettingsError, from_environment, in_force
from eventapp.values.bilingual import Bilingual
from eventapp.values.language import Language
from eventapp.values.refusal import Refusal
from eventapp.values.timespan import promised_instant, zone_of

GAPS_SHOWN = 20
AT = click.DateTime(["%Y-%m-%dT%H:%M"])
LANGUAGES = click.Choice([language.value for language in Language])


class Commands(FlaskGroup):
    """Commands that say a refusal, or what the database cannot do, in one line (status 1)."""

    def invoke(self, ctx: click.Context) -> object:
        try:
            return super().invoke(ctx)
        except Refusal as refusal:
            raise click.ClickException(refusal.text(Language.EN)) from refusal
        except DBAPIError as error:
            raise click.ClickException(_database_problem(error)) from error


def _database_problem(error: DBAPIError) -> str:
    reason = str(error.orig).splitlines()[0]
    if isinstance(error, ProgrammingError) or "no such table" in reason:
        return f"the database is not ready ({reason}): has `eventapp db upgrade` been run?"
    return f"the database cannot do this now ({reason})."


def _application() -> Flask:
    # Imported here: the server's processes import this file, and have no need of migrations.
    from eventapp.plumbing import migrating  # noqa: PLC0415

    app = create_app()
    migrating.init_app(app)
    return app


@click.group(cls=Commands, create_app=_application, add_default_commands=True)
def group() -> None:
    """Bilingual programmes, from draft to web, calendar and paper."""


imports = AppGroup("import", help="Bring in what other systems hold.")
releases = AppGroup("release", help="Publish programmes and look at what was published.")
demo = AppGroup("demo", help="The demonstration.")
for subgroup in (imports, releases, users, demo):
    group.add_command(subgroup)


def main() -> None:
    """Runs the command; a setting that is wrong is said in one line."""
    try:
        from_environment(os.environ)
    except SettingsError as error:
        raise SystemExit(f"eventapp: {error}") from error
    group(prog_name="eventapp")


@imports.command("schedule")
@click.argument("file", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@click.option("--event", "slug", required=True, help="The event's name in addresses.")
@click.option("--language", type=LANGUAGES, help="The language of the file’s texts.")
@click.option("--zone", help="The time zone (Europe/Paris) of a file that names none.")
@click.option("--cancel-missing", is_flag=True, help="Cancel the sessions that the file lost.")
@click.option("--dry-run", is_flag=True, help="Say what would change, and change nothing.")
def import_schedule(
    file: Path,
    slug: str,
    language: str | None,
    zone: str | None,
    *,
    cancel_missing: bool,
    dry_run: bool,
) -> None:
    """Read a schedule.xml (frab, Pentabarf) or schedule.json (C3VOC) into an event's draft.

    What an earlier import made is updated in place; a new event is made from the file.
    """
    otherwise = zone_of(zone).key if zone else importing.zone_of_event(slug)
    try:
        schedule = reading.read_file(file, zone=otherwise)
    except reading.Unreadable as unreadable:
        _fail(unreadable.lines(Language.EN))
    by, now = Actor(None, _author()), _now()
    with editing(None, by=by, now=now, action=Action.IMPORT):
        report = importing.import_schedule(
            schedule,
            slug=slug,
            language=Language(language) if language else None,
            by=by.name,
            now=now,
            cancel_missing=cancel_missing,
            dry_run=dry_run,
        )
    for line in report.lines(Language.EN):
        click.echo(line)


@releases.command("publish")
@click.argument("slug")
@click.option("--note-fr", default="", help="What is new, in French.")
@click.option("--note-en", default="", help="What is new, in English.")
@click.option("--at", type=AT, help="When, in the event's zone: 2026-12-03T09:00. Now by itself.")
@click.option("--allow-missing", is_flag=True, help="Publish, marking texts not yet translated.")
def publish(
    slug: str, note_fr: str, note_en: str, at: datetime | None, *, allow_missing: bool
) -> None:
    """Freeze the event's draft into its next release."""
    event, now = _event(slug), _now()
    instant = promised_instant(at, event.zone) if at else None
    try:
        with editing(event.id, by=Actor(None, _author()), now=now, action=Action.PUBLISH):
            release = publishing.publish(
                event,
                by=_author(),
                now=now,
                note=Bilingual(note_fr, note_en),
                allow_missing=allow_missing,
                at=instant,
            )
            number, digest, at = release.number, release.digest, release.published_at
    except Refusal as refusal:
        gaps = freeze(_event(slug), now=now).gaps
        _fail([refusal.text(Language.EN), *([] if allow_missing else _gap_lines(gaps))])
    embargo = f", to be read from {at:%Y-%m-%d %H:%M} UTC on" if instant else ""
    click.echo(f"{slug}: release {number} published ({digest[:12]}){embargo}.")


@releases.command("withdraw")
@click.argument("slug")
@click.argument("number", type=int)
@click.option("--notice-fr", default="", help="What the public reads instead, in French.")
@click.option("--notice-en", default="", help="The same in English.")
def withdraw(slug: str, number: int, notice_fr: str, notice_en: str) -> None:
    """Take a release back: nobody can read it any more."""
    event, now = _event(slug), _now()
    release, notice = _release(event, number), Bilingual(notice_fr, notice_en)
    with editing(
        event.id,
        by=Actor(None, _author()),
        now=now,
        action=Action.WITHDRAW,
        name=release_name(number),
    ):
        again = withdrawing.withdraw(release, by=_author(), now=now, notice=notice)
        following = f" Release {again.number} holds what was before." if again else ""
    click.echo(f"{slug}: release {number} withdrawn.{following}")


@releases.command("list")
@click.argument("slug")
def list_releases(slug: str) -> None:
    """The releases of an event and where each stands, the newest first."""
    for release, state in standings(_event(slug), _now()):
        at = f"{release.published_at:%Y-%m-%d %H:%M} UTC"
        name = release_state(state, Language.EN)
        note = release.note.text(Language.EN).text
        click.echo(f"{release.number:>4}  {at}  {name:<13}  {note}".rstrip())


@releases.command("diff")
@click.argument("slug")
@click.argument("a", type=int)
@click.argument("b", type=int)
def diff(slug: str, a: int, b: int) -> None:
    """What changed for the public between release A and release B."""
    event = _event(slug)
    old, new = (queries.public_part(_release(event, number)) for number in (a, b))
    for change in changes.between(old.agenda, new.agenda):
        kinds = ", ".join(
            kind.value.replace("_", " ") for kind in changes.Change if kind in change.changes
        )
        title = change.session.title.text(Language.EN).text
        click.echo(f"{change.session.code:<12} {kinds:<24} {title}")


@demo.command("load")
def load_demo() -> None:
    """Load the demonstration; what is there already keeps every change made to it."""
    with _progress("Loading the demonstration"), unit_of_work():
        demonstration.load(now=_now())


@demo.command("run")
def run_demo() -> None:
    """Migrate, load the demonstration, say its addresses, serve it."""
    from flask_migrate import upgrade  # noqa: PLC0415 - as above

    upgrade()
    with _progress("Loading the demonstration"), unit_of_work():
        demonstration.load(now=_now())
    for line in (*demonstration.addresses(in_force().base_url), "", *demonstration.sign_ins()):
        click.echo(line)
    with receiving(in_force().data / MAIL) as mail_url, mail_worker(mail_url):
        serving.serve(in_force())


@group.command("serve")
@click.option("--workers", type=click.IntRange(1, 64), help="Processes (EVENTAPP_WORKERS).")
def serve(workers: int | None) -> None:
    """Serve the application on 127.0.0.1, for a proxy in front of it."""
    serving.serve(in_force(), workers=workers)


@group.command("worker")
def worker() -> None:
    """Send letters, and do whatever else no page waits for. SIGTERM lets it end what it does."""
    if in_force().mail_server is None:
        click.echo("eventapp: letters wait until EVENTAPP_MAIL_URL names a mail server.", err=True)
    jobs.consumer(current_app._get_current_object()).run()  # type: ignore[attr-defined]  # noqa: SLF001


def _event(slug: str) -> Event:
    event = db.session.scalars(select(Event).where(Event.slug == slug)).one_or_none()
    if event is None:
        raise click.ClickException(f"There is no event “{slug}”.")
    return event


def _release(event: Event, number: int) -> Release:
    release = release_numbered(event, number)
    if release is None:
        raise click.ClickException(f"{event.slug} has no release {number}.")
    return release


def _author() -> str:
    return f"{getuser()} (shell)"


def _now() -> datetime:
    return datetime.now(UTC)


def _gap_lines(gaps: list[Gap]) -> list[str]:
    """The first gaps by name, and what to do; nothing where there are none."""
    if not gaps:
        return []
    lines = [
        f"  {gap.thing} {gap.name}: {gap.field} is {gap.state.value} in {gap.language.value}"
        for gap in gaps[:GAPS_SHOWN]
    ]
    if len(gaps) > GAPS_SHOWN:
        lines.append(f"  … and {len(gaps) - GAPS_SHOWN} more")
    return [*lines, "Approve them, or publish with --allow-missing to mark them openly."]


def _fail(lines: list[str]) -> NoReturn:
    raise click.ClickException("\n".join(lines))


@contextmanager
def _progress(what: str) -> Iterator[None]:
    click.echo(f"{what} …", nl=False)
    yield
    click.echo(" done.")

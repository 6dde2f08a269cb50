"""An installation of the application in a folder of its own: its drafts, releases and server."""

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from secrets import token_urlsafe
from tempfile import TemporaryDirectory
from time import perf_counter

from flask_migrate import upgrade
from sqlalchemy import select

from eventapp.agenda import publishing, queries
from eventapp.agenda.models import Session
from eventapp.agenda.published import PublishedRelease
from eventapp.app import create_app
from eventapp.events.models import Event
from eventapp.exchange import importing, reading
from eventapp.plumbing import migrating
from eventapp.plumbing.database import db, unit_of_work
from eventapp.plumbing.settings import from_environment
from eventapp.values.bilingual import Bilingual
from eventapp.values.language import Language
from tests.bench import servers
from tests.bench.servers import WORKERS

AUTHOR = "bench"
COMMAND = Path(sys.executable).parent / "eventapp"


@dataclass(frozen=True, slots=True)
class Installation:
    """Works in the application context that `installed` keeps open. Durations are in seconds."""

    port: int
    environ: dict[str, str]

    def bring_in(self, schedule: bytes, slug: str, language: Language = Language.EN) -> float:
        """Reads the schedule into the event's draft; how long that took."""
        begun = perf_counter()
        with unit_of_work():
            importing.import_schedule(
                reading.read(schedule),
                slug=slug,
                language=language,
                by=AUTHOR,
                now=datetime.now(UTC),
                cancel_missing=False,
                dry_run=False,
            )
        db.session.remove()
        return perf_counter() - begun

    def publish(self, slug: str) -> float:
        """Publishes the event's draft, texts missing or not; how long that took."""
        begun = perf_counter()
        with unit_of_work():
            publishing.publish(
                _event(slug),
                by=AUTHOR,
                now=datetime.now(UTC),
                note=Bilingual(),
                allow_missing=True,
            )
        db.session.remove()
        return perf_counter() - begun

    def retitle(self, slug: str) -> None:
        """Changes the title of one session, so that there is something new to publish."""
        with unit_of_work():
            query = select(Session).where(Session.event == _event(slug)).order_by(Session.id)
            session = db.session.scalars(query.limit(1)).one()
            session.title = Bilingual(session.title.fr, f"{session.title.en} again")
        db.session.remove()

    def release(self, slug: str) -> PublishedRelease:
        """The event's newest release."""
        release = queries.current_release(slug)
        if release is None:
            raise LookupError(f"Nothing is published of {slug}.")
        return release

    @contextmanager
    def serving(self) -> Iterator[int]:
        """Serves as its users serve it; gives the number of the server's main process."""
        command = [str(COMMAND), "serve"]
        with servers.running(command, self.port, "/readyz", self.environ) as process:
            yield process


@contextmanager
def installed() -> Iterator[Installation]:
    """A fresh installation on SQLite, gone at the end of the block."""
    with TemporaryDirectory(prefix="eventapp-bench-") as folder:
        port = servers.free_port()
        environ = {
            name: value for name, value in os.environ.items() if not name.startswith("EVENTAPP_")
        }
        environ |= {
            "EVENTAPP_SECRET_KEY": token_urlsafe(48),
            "EVENTAPP_DEMO": "1",  # several processes, and no Redis
            "EVENTAPP_DATA": folder,
            "EVENTAPP_PORT": str(port),
            "EVENTAPP_WORKERS": str(WORKERS),
        }
        app = create_app(from_environment(environ))
        migrating.init_app(app)
        with app.app_context():
            upgrade()
            yield Installation(port, environ)
            db.session.remove()
            db.engine.dispose()


def _event(slug: str) -> Event:
    return db.session.scalars(select(Event).where(Event.slug == slug)).one()

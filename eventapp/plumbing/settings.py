"""Settings: one typed value, read once from `EVENTAPP_*` variables, validated at start."""

import secrets
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlsplit

from flask import current_app
from sqlalchemy import make_url

from eventapp.plumbing.mail import MailServer
from eventapp.values.addresses import is_mail_address
from eventapp.values.bilingual import Bilingual
from eventapp.values.typography import InclusiveStyle

CHECKOUT = Path(__file__).parent.parent.parent
SECRET_LENGTH = 32


class SettingsError(Exception):
    """A setting that the application cannot start with; the message says what to do."""


@dataclass(frozen=True, slots=True)
class Settings:
    """Each field is the variable of the same name: `port` is `EVENTAPP_PORT`.

    `base_url` has no slash at its end; all absolute addresses begin with it, whatever host a
    request names. `data` is where the embedded database, kept documents and the demonstration's
    key live. `redis_url` is empty where no Redis is configured. `proxies` is how many proxies
    of ours stand in front: that many forwarding headers are believed, and no more. Without a
    `mail_server` letters wait; all of them come from `mail_from`. `former_secret_keys` are still
    believed, and used for nothing new, while a new key takes over. `inclusive_style` is the house
    style of French words about people whose gender is not known.
    """

    secret_key: str
    database_url: str
    base_url: str
    redis_url: str
    port: int
    workers: int
    proxies: int
    data: Path
    is_demonstration: bool
    organisation: Bilingual
    mail_server: MailServer | None
    mail_from: str
    former_secret_keys: tuple[str, ...] = ()
    inclusive_style: InclusiveStyle = InclusiveStyle.DOUBLET

    @property
    def is_sqlite(self) -> bool:
        return self.database_url.startswith("sqlite")


def from_environment(environ: Mapping[str, str]) -> Settings:
    """The settings of this process.

    Raises SettingsError for a value that cannot be used, and for a missing or weak secret key
    outside the demonstration.
    """
    is_demonstration = _flag(environ, "EVENTAPP_DEMO")
    data = _directory(environ.get("EVENTAPP_DATA") or CHECKOUT / "var")
    port = _number(environ, "EVENTAPP_PORT", 8000, least=1, most=65_535)
    default_database = f"sqlite:///{data / 'eventapp.sqlite'}"
    base_url = _address(environ.get("EVENTAPP_BASE_URL") or f"http://127.0.0.1:{port}")
    redis_url = _redis(environ.get("EVENTAPP_REDIS_URL", ""))
    return Settings(
        secret_key=_secret(environ.get("EVENTAPP_SECRET_KEY", ""), data, is_demonstration),
        database_url=_database(environ.get("EVENTAPP_DATABASE_URL") or default_database),
        base_url=base_url,
        redis_url=redis_url,
        port=port,
        workers=_workers(environ, counts_together=bool(redis_url) or is_demonstration),
        proxies=_number(environ, "EVENTAPP_PROXIES", 0, least=0, most=9),
        data=data,
        is_demonstration=is_demonstration,
        organisation=Bilingual(
            fr=environ.get("EVENTAPP_ORGANISATION_FR", "Événements"),
            en=environ.get("EVENTAPP_ORGANISATION_EN", "Events"),
        ),
        mail_server=_mail_server(environ.get("EVENTAPP_MAIL_URL", "")),
        mail_from=_mail_address(environ.get("EVENTAPP_MAIL_FROM", "")) or _events_at(base_url),
        former_secret_keys=_former_keys(environ.get("EVENTAPP_FORMER_SECRET_KEYS", "")),
        inclusive_style=_style(environ.get("EVENTAPP_INCLUSIVE_STYLE", "")),
    )


def in_force() -> Settings:
    """The settings of the application at work."""
    settings: Settings = current_app.config["SETTINGS"]
    return settings


def _style(text: str) -> InclusiveStyle:
    if not text:
        return InclusiveStyle.DOUBLET
    try:
        return InclusiveStyle(text)
    except ValueError as error:
        known = ", ".join(InclusiveStyle)
        raise SettingsError(f"EVENTAPP_INCLUSIVE_STYLE must be one of {known}.") from error


def _flag(environ: Mapping[str, str], name: str) -> bool:
    return environ.get(name, "").lower() in {"1", "true", "yes", "on"}


def _number(environ: Mapping[str, str], name: str, default: int, *, least: int, most: int) -> int:
    text = environ.get(name) or str(default)
    if not (text.isascii() and text.isdigit() and len(text) < 10 and least <= int(text) <= most):
        raise SettingsError(f"{name} must be a whole number from {least} to {most}, not {text!r}.")
    return int(text)


def _workers(environ: Mapping[str, str], *, counts_together: bool) -> int:
    """Several processes only where they count guesses together: else each would grant its own."""
    default = 2 if counts_together else 1
    workers = _number(environ, "EVENTAPP_WORKERS", default, least=1, most=64)
    demand_common_counts(workers, counts_together=counts_together)
    return workers


def demand_common_counts(workers: int, *, counts_together: bool) -> None:
    """Raises SettingsError for several processes that count limits each for itself."""
    if workers > 1 and not counts_together:
        raise SettingsError(
            "Several processes need EVENTAPP_REDIS_URL: without it each of them would count"
            " guesses at passwords for itself. Or set EVENTAPP_WORKERS to 1."
        )


def _directory(path: str | Path) -> Path:
    data = Path(path).expanduser().resolve()
    try:
        data.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise SettingsError(
            f"EVENTAPP_DATA must be a directory, and {data} cannot be one ({error.strerror})."
        ) from error
    return data


def _address(text: str) -> str:
    if not _is_address(text):
        raise SettingsError(f"EVENTAPP_BASE_URL must be an http or https address, not {text!r}.")
    return text.rstrip("/")


def _is_address(text: str) -> bool:
    try:
        parts = urlsplit(text)
        is_place = bool(parts.hostname) and parts.port != 0
    except ValueError:
        return False
    return parts.scheme in {"http", "https"} and is_place and not (parts.query or parts.fragment)


def _redis(url: str) -> str:
    if url and url.partition("://")[0] not in {"redis", "rediss", "redis+unix"}:
        raise SettingsError("EVENTAPP_REDIS_URL must begin with redis://, rediss:// or redis+unix.")
    return url


def _mail_server(url: str) -> MailServer | None:
    try:
        return MailServer.at(url) if url else None
    except ValueError as error:
        raise SettingsError(f"EVENTAPP_MAIL_URL {error}.") from error


def _events_at(base_url: str) -> str:
    """An address at the site's own host; a bare IP address has none that mail servers take."""
    host = urlsplit(base_url).hostname or ""
    return f"events@{host}" if host.rpartition(".")[2].isalpha() else "events@localhost"


def _mail_address(address: str) -> str:
    if address and not is_mail_address(address):
        raise SettingsError(f"EVENTAPP_MAIL_FROM must be a mail address, not {address!r}.")
    return address


def _database(url: str) -> str:
    """The URL with its driver named: without one, SQLAlchemy 2.0 would look for psycopg2."""
    scheme, separator, rest = url.partition("://")
    if scheme in {"postgres", "postgresql"}:
        scheme = "postgresql+psycopg"
    if not separator or scheme not in {"sqlite", "postgresql+psycopg"}:
        raise SettingsError("EVENTAPP_DATABASE_URL must begin with sqlite:// or postgresql://.")
    named = f"{scheme}://{rest}"
    try:
        make_url(named)
    except ValueError as error:
        raise SettingsError("EVENTAPP_DATABASE_URL names a port that is no number.") from error
    return named


def _secret(key: str, data: Path, is_demonstration: bool) -> str:
    if key:
        if len(key) < SECRET_LENGTH or len(set(key)) < SECRET_LENGTH // 4:
            raise SettingsError(
                f"EVENTAPP_SECRET_KEY is too weak: give at least {SECRET_LENGTH} random characters,"
                " such as python3 -c 'import secrets; print(secrets.token_urlsafe(48))' prints."
            )
        return key
    if not is_demonstration:
        raise SettingsError(
            "EVENTAPP_SECRET_KEY is missing. Set it to a long random text, such as"
            " python3 -c 'import secrets; print(secrets.token_urlsafe(48))' prints."
        )
    return _demonstration_secret(data / "secret-key")


def _former_keys(text: str) -> tuple[str, ...]:
    keys = tuple(text.split())
    if any(len(key) < SECRET_LENGTH for key in keys):
        raise SettingsError("EVENTAPP_FORMER_SECRET_KEYS holds something that was never a key.")
    return keys


def _demonstration_secret(file: Path) -> str:
    """A key of this machine's own, so that even a demonstration has no well-known one."""
    if not file.exists():
        file.parent.mkdir(parents=True, exist_ok=True)
        file.touch(mode=0o600)
        file.write_text(secrets.token_urlsafe(48))
    return file.read_text()

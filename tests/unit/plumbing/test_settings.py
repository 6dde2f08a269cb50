from pathlib import Path

import pytest

from eventapp.plumbing.settings import SettingsError, from_environment

STRONG = "s3cret-key_with-plenty/of=different+letters"


def given(tmp_path: Path, **variables: str) -> dict[str, str]:
    return {"EVENTAPP_DATA": str(tmp_path), "EVENTAPP_SECRET_KEY": STRONG, **variables}


def test_the_defaults_need_no_service(tmp_path: Path) -> None:
    settings = from_environment(given(tmp_path))
    assert settings.database_url == f"sqlite:///{tmp_path / 'eventapp.sqlite'}"
    assert settings.base_url == "http://127.0.0.1:8000"
    assert (settings.port, settings.workers, settings.redis_url) == (8000, 1, "")
    assert not settings.is_demonstration


@pytest.mark.parametrize("key", ["", "short", "a" * 64, "abcabcabc" * 8])
def test_a_missing_or_weak_secret_key_refuses_to_start(tmp_path: Path, key: str) -> None:
    with pytest.raises(SettingsError, match="EVENTAPP_SECRET_KEY"):
        from_environment(given(tmp_path, EVENTAPP_SECRET_KEY=key))


def test_the_demonstration_makes_a_key_of_its_own_and_keeps_it(tmp_path: Path) -> None:
    variables = given(tmp_path, EVENTAPP_SECRET_KEY="", EVENTAPP_DEMO="1")
    first = from_environment(variables).secret_key
    assert len(first) >= 32
    assert from_environment(variables).secret_key == first
    assert (tmp_path / "secret-key").stat().st_mode & 0o077 == 0


@pytest.mark.parametrize(
    ("url", "normalised"),
    [
        ("postgresql://me@db/events", "postgresql+psycopg://me@db/events"),
        ("postgres://me@db/events", "postgresql+psycopg://me@db/events"),
        ("postgresql+psycopg://me@db/events", "postgresql+psycopg://me@db/events"),
        ("sqlite:////tmp/events.sqlite", "sqlite:////tmp/events.sqlite"),
    ],
)
def test_the_driver_of_the_database_is_named(tmp_path: Path, url: str, normalised: str) -> None:
    settings = from_environment(given(tmp_path, EVENTAPP_DATABASE_URL=url))
    assert settings.database_url == normalised


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("EVENTAPP_PORT", "0"),
        ("EVENTAPP_PORT", "65536"),
        ("EVENTAPP_PORT", "eight"),
        ("EVENTAPP_PORT", "٨٠"),
        ("EVENTAPP_PORT", "9" * 5000),
        ("EVENTAPP_WORKERS", "-1"),
        ("EVENTAPP_DATABASE_URL", "mysql://db/events"),
        ("EVENTAPP_DATABASE_URL", "events.sqlite"),
        ("EVENTAPP_BASE_URL", "events.example.org"),
        ("EVENTAPP_BASE_URL", "ftp://events.example.org"),
        ("EVENTAPP_BASE_URL", "https://[events.example.org"),
        ("EVENTAPP_BASE_URL", "https://events.example.org:99999"),
        ("EVENTAPP_DATABASE_URL", "postgresql://db:port/events"),
        ("EVENTAPP_REDIS_URL", "redis.example.org"),
        ("EVENTAPP_DATA", "/dev/null"),
    ],
)
def test_a_setting_that_cannot_be_used_is_named(tmp_path: Path, name: str, value: str) -> None:
    with pytest.raises(SettingsError, match=name):
        from_environment(given(tmp_path, **{name: value}))


def test_the_public_address_has_no_slash_at_its_end(tmp_path: Path) -> None:
    settings = from_environment(given(tmp_path, EVENTAPP_BASE_URL="https://events.example.org/"))
    assert settings.base_url == "https://events.example.org"


def test_several_processes_start_only_where_they_count_guesses_together(tmp_path: Path) -> None:
    with pytest.raises(SettingsError, match="EVENTAPP_REDIS_URL"):
        from_environment(given(tmp_path, EVENTAPP_WORKERS="2"))
    redis = from_environment(given(tmp_path, EVENTAPP_REDIS_URL="redis://127.0.0.1"))
    demonstration = from_environment(given(tmp_path, EVENTAPP_DEMO="1"))
    assert (redis.workers, demonstration.workers) == (2, 2)


def test_former_keys_are_believed_and_checked(tmp_path: Path) -> None:
    other = "another-key_with-plenty/of=different+letters"
    variables = given(tmp_path, EVENTAPP_FORMER_SECRET_KEYS=f"{STRONG} {other}")
    assert from_environment(variables).former_secret_keys == (STRONG, other)
    with pytest.raises(SettingsError, match="EVENTAPP_FORMER_SECRET_KEYS"):
        from_environment(given(tmp_path, EVENTAPP_FORMER_SECRET_KEYS="short"))

from pathlib import Path

import pytest

from eventapp.plumbing.mail import MailServer
from eventapp.plumbing.settings import SettingsError, from_environment

STRONG = "s3cret-key_with-plenty/of=different+letters"


def given(tmp_path: Path, **variables: str) -> dict[str, str]:
    return {"EVENTAPP_DATA": str(tmp_path), "EVENTAPP_SECRET_KEY": STRONG, **variables}


def test_without_a_mail_server_letters_wait(tmp_path: Path) -> None:
    settings = from_environment(given(tmp_path))
    assert (settings.mail_server, settings.mail_from) == (None, "events@localhost")


def test_letters_come_from_the_site_s_host_unless_told(tmp_path: Path) -> None:
    base = {"EVENTAPP_BASE_URL": "https://events.example.org"}
    told = {"EVENTAPP_MAIL_FROM": "summit@example.org"}
    senders = [from_environment(given(tmp_path, **base, **more)).mail_from for more in ({}, told)]
    assert senders == ["events@events.example.org", "summit@example.org"]


def test_the_mail_server_is_read_at_the_start(tmp_path: Path) -> None:
    settings = from_environment(given(tmp_path, EVENTAPP_MAIL_URL="smtp://127.0.0.1:1025"))
    assert settings.mail_server == MailServer("127.0.0.1", 1025)


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("EVENTAPP_MAIL_URL", "mail.example.org"),
        ("EVENTAPP_MAIL_URL", "smtp://me:secret@mail.example.org"),
        ("EVENTAPP_MAIL_FROM", "nobody"),
        ("EVENTAPP_MAIL_FROM", "a@b\nBcc: c@d"),
    ],
)
def test_mail_settings_that_cannot_be_used_refuse_to_start(
    tmp_path: Path, name: str, value: str
) -> None:
    with pytest.raises(SettingsError, match=name) as refusal:
        from_environment(given(tmp_path, **{name: value}))
    assert "secret" not in str(refusal.value)

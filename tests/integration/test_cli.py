"""The shell commands, run as an operator runs them."""

import os
import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import Result
from flask import Flask
from flask.cli import ScriptInfo

from eventapp import cli
from eventapp.agenda import queries
from eventapp.app import create_app
from eventapp.plumbing import migrating
from eventapp.plumbing.database import db
from eventapp.values.bilingual import Bilingual
from tests.builders import a_release, a_session, a_summit, approve_all
from tests.conftest import settings_for

SCHEDULE = """<?xml version="1.0" encoding="UTF-8"?>
<schedule>
  <conference><acronym>ex-24</acronym><title>Example 2024</title>
    <start>2024-05-22</start><end>2024-05-22</end><time_zone_name>Europe/Paris</time_zone_name>
  </conference>
  <day index="1" date="2024-05-22"><room name="A">
    <event id="1" guid="6f1f7f4c-0001-4000-8000-000000000001">
      <date>2024-05-22T09:00:00+02:00</date><start>09:00</start><duration>00:30</duration>
      <room>A</room><title>Opening</title><type>talk</type><language>en</language>
    </event>
  </room></day>
</schedule>
"""


def run(app: Flask, *words: str, typed: str = "") -> Result:
    runner = app.test_cli_runner()
    result = runner.invoke(cli.group, words, input=typed, obj=ScriptInfo(create_app=lambda: app))
    db.session.remove()
    return result


def test_a_draft_is_published_and_the_next_release_says_what_changed(app: Flask) -> None:
    session = a_session(a_summit(), "P1")
    approve_all(session.event)
    db.session.commit()
    first = run(app, "release", "publish", "summit", "--note-fr", "Début", "--note-en", "Start")
    assert first.output.startswith("summit: release 1 published")

    session = db.session.merge(session)
    session.title = Bilingual("Autre", "Other")
    approve_all(session.event)
    db.session.commit()
    assert run(app, "release", "publish", "summit").exit_code == 0

    listed = run(app, "release", "list", "summit").output.splitlines()
    assert [line.split()[0] for line in listed] == ["2", "1"]
    assert listed[1].endswith("Start")
    assert run(app, "release", "diff", "summit", "1", "2").output.split() == [
        "P1",
        "retitled",
        "Other",
    ]


def test_a_release_with_gaps_names_them_and_changes_nothing(app: Flask) -> None:
    a_session(a_summit(), "P1", title=Bilingual(en="Opening"))
    db.session.commit()
    result = run(app, "release", "publish", "summit")
    assert result.exit_code == 1
    assert "session P1: title is missing in fr" in result.output
    assert queries.releases("summit") == []
    assert run(app, "release", "publish", "summit", "--allow-missing").exit_code == 0


def test_an_unchanged_draft_is_not_published_again(app: Flask) -> None:
    a_session(event := a_summit(), "P1")
    a_release(event)
    result = run(app, "release", "publish", "summit")
    assert (result.exit_code, result.output) == (
        1,
        "Error: Nothing has changed since release 1.\n",
    )


@pytest.mark.parametrize(
    "words",
    [
        ("release", "publish", "nowhere"),
        ("release", "list", "nowhere"),
        ("release", "diff", "nowhere", "1", "2"),
    ],
)
def test_an_event_that_is_not_there_is_named(app: Flask, words: tuple[str, ...]) -> None:
    result = run(app, *words)
    assert (result.exit_code, result.output) == (1, "Error: There is no event “nowhere”.\n")


def test_a_release_that_is_not_there_is_named(app: Flask) -> None:
    a_session(event := a_summit())
    a_release(event)
    result = run(app, "release", "diff", "summit", "1", "99999999999999999999")
    assert (result.exit_code, result.output) == (
        1,
        "Error: summit has no release 99999999999999999999.\n",
    )


def test_a_schedule_is_imported_and_published(app: Flask, tmp_path: Path) -> None:
    file = tmp_path / "schedule.xml"
    file.write_text(SCHEDULE)
    dry = run(app, "import", "schedule", str(file), "--event", "example", "--dry-run")
    assert dry.exit_code == 0, dry.output
    assert run(app, "release", "list", "example").exit_code == 1
    assert run(app, "import", "schedule", str(file), "--event", "example").exit_code == 0
    assert run(app, "release", "publish", "example", "--allow-missing").exit_code == 0
    release = queries.current_release("example")
    assert release is not None
    assert [session.title.en for session in release.agenda.sessions] == ["Opening"]


def test_a_broken_file_gets_one_clear_error(app: Flask, tmp_path: Path) -> None:
    file = tmp_path / "schedule.xml"
    file.write_text(SCHEDULE[:300])
    result = run(app, "import", "schedule", str(file), "--event", "example")
    assert result.exit_code == 1
    assert result.output.startswith("Error: ")
    assert "Traceback" not in result.output


@pytest.mark.parametrize(
    ("variables", "message"),
    [
        ({}, "EVENTAPP_SECRET_KEY is missing"),
        ({"EVENTAPP_SECRET_KEY": "weak"}, "EVENTAPP_SECRET_KEY is too weak"),
        ({"EVENTAPP_DEMO": "1", "EVENTAPP_PORT": "high"}, "EVENTAPP_PORT must be a whole number"),
    ],
)
def test_a_wrong_setting_is_said_in_one_line(
    tmp_path: Path, variables: dict[str, str], message: str
) -> None:
    kept = {name: value for name, value in os.environ.items() if not name.startswith("EVENTAPP_")}
    result = subprocess.run(
        [sys.executable, "-c", "from eventapp.cli import main; main()", "routes"],
        env=kept | {"EVENTAPP_DATA": str(tmp_path)} | variables,
        capture_output=True,
        text=True,
        check=False,
    )
    assert result.returncode == 1
    assert result.stderr.startswith(f"eventapp: {message}")
    assert len(result.stderr.splitlines()) == 1


@pytest.mark.parametrize("words", [("db", "upgrade"), ("release", "list", "summit")])
def test_a_database_that_does_not_answer_is_said_in_one_line(
    tmp_path: Path, words: tuple[str, ...]
) -> None:
    app = create_app(settings_for("postgresql+psycopg://nobody@127.0.0.1:1/nothing", tmp_path))
    migrating.init_app(app)
    with app.app_context():
        result = run(app, *words)
    assert result.exit_code == 1
    assert result.output.startswith("Error: the database cannot do this now (connection failed")
    assert len(result.output.splitlines()) == 1


def test_a_database_that_was_not_migrated_names_the_command_that_does_it(tmp_path: Path) -> None:
    app = create_app(settings_for(f"sqlite:///{tmp_path / 'empty.sqlite'}", tmp_path))
    with app.app_context():
        result = run(app, "release", "list", "summit")
    assert result.exit_code == 1
    assert result.output.endswith("has `eventapp db upgrade` been run?\n")

from pathlib import Path

import pytest
from msgspec import ValidationError

from eventapp.demonstration import files
from eventapp.values.bilingual import Bilingual

EVENT = """
kind = "panel"
title.fr = "Un panel"
title.en = "A Panel"
summary.fr = "Des gens parlent."
summary.en = "People talk."
zone = "America/Toronto"
starts_on = 2024-11-26
ends_on = 2024-11-26

[[releases]]
note.fr = "Première."
note.en = "First."

[releases.sessions.A1]
kind = "panel"
title.fr = "Parler"
title.en = "Talking"
start = 2024-11-26T09:00:00
end = 2024-11-26T10:00:00

[[releases]]
note.fr = "Deuxième."
note.en = "Second."

[releases.sessions.A1]
end = 2024-11-26T10:30:00
"""


def read(folder: Path, text: str) -> files.EventFile:
    (folder / "a-panel.toml").write_text(text, "utf-8")
    [event] = files.events(folder)
    return event


def test_a_file_gives_its_event_its_name(tmp_path: Path) -> None:
    event = read(tmp_path, EVENT)
    assert (event.slug, event.title.bilingual) == ("a-panel", Bilingual("Un panel", "A Panel"))


def test_a_later_release_says_of_a_session_only_what_it_changes(tmp_path: Path) -> None:
    first, second = (release.sessions["A1"] for release in read(tmp_path, EVENT).releases)
    assert first.title == second.title
    assert first.start == second.start
    assert [session.end and session.end.isoformat() for session in (first, second)] == [
        "2024-11-26T10:00:00",
        "2024-11-26T10:30:00",
    ]


@pytest.mark.parametrize(
    ("right", "wrong"),
    [
        pytest.param("start =", "begin =", id="an unknown field"),
        pytest.param("title.en =", "title.eng =", id="a misspelt language"),
        pytest.param('title.en = "Talking"', 'title.en = ""', id="a text without its English"),
        pytest.param('kind = "panel"', 'kind = "pannel"', id="an unknown kind"),
        pytest.param("T09:00:00", "T09:00:00Z", id="an instant instead of a wall time"),
    ],
)
def test_what_must_not_stand_in_a_file_is_refused_by_name(
    tmp_path: Path, right: str, wrong: str
) -> None:
    with pytest.raises(ValidationError) as refused:
        read(tmp_path, EVENT.replace(right, wrong, 1))
    assert refused.value.__notes__ == ["in a-panel.toml"]

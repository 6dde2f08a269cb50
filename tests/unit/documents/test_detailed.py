"""What the detailed agenda says, before it is set in type."""

from dataclasses import replace
from datetime import time

import pytest

from eventapp.agenda.published import PublishedRelease
from eventapp.documents.detailed import CONTENTS_FROM, CONTENTS_NAME_UNTIL, SessionRow, detailed
from eventapp.documents.passages import Prose
from eventapp.documents.sessions import Name
from eventapp.documents.variants import Choice
from eventapp.values.bilingual import PublishedText
from eventapp.values.language import Language, LanguageOrder
from tests.unit.documents.programme import (
    ENGLISH_ONLY,
    EVENT,
    a_document,
    a_release,
    a_session,
    at,
    text,
)


def rows(release: PublishedRelease, choice: Choice = Choice.BOTH) -> list[SessionRow]:
    days = detailed(a_document(release, choice))["days"]
    return [row for day in days for row in day["sessions"]]


def plain(text: str) -> str:
    return text.replace("\N{NO-BREAK SPACE}", " ")


def test_a_bilingual_document_has_a_side_for_each_language_in_the_events_order() -> None:
    event = replace(EVENT, order=LanguageOrder.EN_FIRST)
    row = rows(a_release([a_session("P1")], event=event))[0]
    assert [side["lang"] for side in row["sides"]] == ["en", "fr"]
    assert [side["title"]["text"] for side in row["sides"]] == ["Session P1", "Séance P1"]


@pytest.mark.parametrize(
    ("choice", "start", "end"),
    [
        (Choice.FR, "9 h", "10 h 30"),
        (Choice.EN, "9:00", "10:30 a.m."),
        (Choice.BOTH, "09:00", "10:30"),
    ],
)
def test_both_languages_share_a_time_column(choice: Choice, start: str, end: str) -> None:
    row = rows(a_release([a_session("P1", span=at("09:00", 90))]), choice)[0]
    assert (plain(row["hours"]["start"]), plain(row["hours"]["end"])) == (start, end)


def test_a_session_that_ends_after_midnight_says_so() -> None:
    row = rows(a_release([a_session("P1", span=at("22:00", 180))]))[0]
    assert row["hours"] == {"start": "22:00", "end": "01:00 (+1)", "on": ""}


@pytest.mark.parametrize(("choice", "on"), [(Choice.BOTH, "(+1)"), (Choice.EN, "December 4")])
def test_a_session_after_midnight_belongs_to_the_evening_before(choice: Choice, on: str) -> None:
    event = replace(EVENT, day_change=time(4))
    late = a_session("P2", span=at("01:00", day=4))
    days = detailed(a_document(a_release([a_session("P1"), late], event=event), choice))["days"]
    assert len(days) == 1
    assert plain(days[0]["sessions"][1]["hours"]["on"]) == on


def test_a_title_without_translation_is_printed_in_its_own_language_and_marked() -> None:
    session = a_session("P1", title=text("", "Panel", *ENGLISH_ONLY))
    french, english = rows(a_release([session]))[0]["sides"]
    assert french["title"] == {"text": "Panel", "lang": "en", "mark": "Traduction à venir"}
    assert english["title"] == {"text": "Panel", "lang": "en"}


UNTRANSLATED = a_release([a_session("P1", abstract=text("", "What it is for.", *ENGLISH_ONLY))])


def test_beside_its_original_an_untranslated_abstract_is_only_marked() -> None:
    french, english = rows(UNTRANSLATED)[0]["sides"]
    untranslated: Prose = {"lang": "en", "mark": "Traduction à venir", "blocks": []}
    assert french["abstract"] == untranslated
    assert english["abstract"] is not None
    assert "mark" not in english["abstract"]


def test_alone_an_untranslated_abstract_is_printed_whole_and_marked() -> None:
    abstract = rows(UNTRANSLATED, Choice.FR)[0]["sides"][0]["abstract"]
    assert abstract is not None
    assert abstract["mark"] == "Traduction à venir"
    assert abstract["blocks"][0]["inlines"] == [{"kind": "text", "text": "What it is for."}]


def test_people_stand_by_role_with_function_and_organisation() -> None:
    french = rows(a_release())[0]["sides"][0]
    chair, panelists = french["groups"]
    assert chair["role"] == "Présidence"
    assert [detail["text"] for detail in chair["people"][0]["details"]] == [
        "directrice générale",
        "Institut exemple",
    ]
    assert panelists["role"] == ""
    panelist: Name = {"name": "Nguyễn Thí", "details": [], "mark": "à confirmer"}
    assert panelists["people"] == [panelist]


def test_languages_are_named_in_the_readers_own() -> None:
    french, english = rows(a_release())[0]["sides"]
    assert [plain(line) for line in french["languages"]] == [
        "Langues : français et anglais",
        "Interprétation : français, anglais et serbe",
    ]
    assert [plain(line) for line in english["languages"]] == [
        "Languages: French and English",
        "Interpretation: French, English and Serbian",
    ]


def test_a_state_that_is_not_settled_is_said_in_words() -> None:
    marks = {row["label"]: [side["mark"] for side in row["sides"]] for row in rows(a_release())}
    assert marks == {
        "P1": ["", ""],
        "P2": ["", ""],
        "P3": ["Annulée", "Cancelled"],
        "P4": ["", ""],
        "P5": ["À confirmer", "To be confirmed"],
        "P6": ["", ""],
        "P7": ["", ""],
    }


def test_sessions_without_a_time_come_last_under_a_name_of_their_own() -> None:
    day = detailed(a_document())["days"][-1]
    assert day["names"] == ["Heure à confirmer", "Time to be confirmed"]
    assert [(row["label"], row["hours"]["start"]) for row in day["sessions"]] == [("P7", "")]


@pytest.mark.parametrize(
    ("count", "entries"),
    [
        (CONTENTS_FROM - 1, []),
        (CONTENTS_FROM, [f"P{number}" for number in range(CONTENTS_FROM)]),
        (CONTENTS_NAME_UNTIL + 1, ["P0", "P60"]),
    ],
)
def test_long_documents_have_contents(count: int, entries: list[str]) -> None:
    sessions = [
        a_session(f"P{number}", span=at("09:00" if number < 60 else "10:15"))
        for number in range(count)
    ]
    day = detailed(a_document(a_release(sessions)))["days"][0]
    assert [entry["label"] for entry in day["contents"]] == entries


def test_a_label_that_is_to_follow_is_explained_in_the_readers_masthead() -> None:
    release = a_release()
    room = replace(release.agenda.rooms[0], name=PublishedText("", "Room A", (Language.FR,)))
    agenda = replace(release.agenda, rooms=(room, *release.agenda.rooms[1:]))
    french, english = detailed(a_document(replace(release, agenda=agenda)))["masthead"]["sides"]
    assert french["notes"][1:] == ["*\N{NO-BREAK SPACE}Traduction à venir"]
    assert english["notes"][1:] == []


def test_the_masthead_tells_which_release_this_is_and_which_it_replaces() -> None:
    french, english = detailed(a_document())["masthead"]["sides"]
    said = [
        [plain(part) for part in (side["version"], *side["release"])] for side in (french, english)
    ]
    assert said == [
        ["Version 2", "28 novembre 2024, 16 h 05, Belgrade (UTC+1)", "remplace la v 1"],
        ["Release 2", "November 28, 2024, 4:05 p.m., Belgrade (UTC+1)", "replaces v 1"],
    ]


def test_a_first_release_replaces_nothing() -> None:
    document = a_document(a_release(number=1, replaces=None))
    assert len(detailed(document)["masthead"]["sides"][0]["release"]) == 1


def test_a_session_without_a_title_is_named_by_its_code() -> None:
    french, english = rows(a_release([a_session("P1", title=text("", " "))]))[0]["sides"]
    assert french["title"] == {"text": "P1", "lang": "fr"}
    assert english["title"] == {"text": "P1", "lang": "en"}

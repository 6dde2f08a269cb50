"""One feed per language, alike in all but its words; a gap is filled and said."""

from dataclasses import replace

import pytest

from eventapp.agenda.published import PublishedSession
from eventapp.calendars.entries import NO_OPTIONS, Options
from eventapp.values.bilingual import PublishedText
from eventapp.values.language import Language
from tests.unit.calendars.programme import PERSON, TRACK, a_feed, a_release, a_session, text
from tests.unit.calendars.reading import content_lines, entry_lines, values_of

ENGLISH_ONLY = PublishedText("", "Opening", (Language.FR,))
BOTH = Options(both=True)


def the_entry(
    session: PublishedSession, language: Language = Language.FR, options: Options = NO_OPTIONS
) -> list[str]:
    return entry_lines(a_feed(a_release(session), language, options=options))


def test_a_title_not_translated_is_the_other_language_s_with_its_tag() -> None:
    lines = the_entry(a_session(title=ENGLISH_ONLY))

    assert values_of(lines, "SUMMARY") == [";LANGUAGE=en:Opening"]


@pytest.mark.parametrize(
    "session",
    [a_session(title=ENGLISH_ONLY), a_session(abstract=ENGLISH_ONLY)],
    ids=["title", "abstract"],
)
def test_the_description_says_first_that_a_translation_is_to_follow(
    session: PublishedSession,
) -> None:
    lines = the_entry(session)

    (description,) = values_of(lines, "DESCRIPTION")
    assert description.partition(":")[2].startswith("Traduction à venir\\nZoé Exemple")


@pytest.mark.parametrize("field", ["title", "summary"])
def test_an_event_s_entry_says_so_too(field: str) -> None:
    release = a_release(a_session(), **{field: ENGLISH_ONLY})

    (description,) = values_of(entry_lines(a_feed(release), "summit"), "DESCRIPTION")

    assert description.partition(":")[2].startswith("Traduction à venir\\n\\n")


def test_a_function_to_follow_is_said_too() -> None:
    release = a_release(a_session())
    person = replace(PERSON, function=PublishedText("", "Director", (Language.FR,)))
    release = replace(release, agenda=replace(release.agenda, people=(person,)))

    (description,) = values_of(entry_lines(a_feed(release)), "DESCRIPTION")

    assert description.startswith(";LANGUAGE=fr:Traduction à venir\\n")


def test_nothing_is_to_follow_for_readers_of_the_language_that_is_there() -> None:
    lines = the_entry(a_session(title=ENGLISH_ONLY), Language.EN)

    (description,) = values_of(lines, "DESCRIPTION")
    assert description.startswith(";LANGUAGE=en:Zoé Exemple")


def test_an_abstract_in_the_other_language_gives_the_description_its_tag() -> None:
    lines = the_entry(a_session(abstract=ENGLISH_ONLY))

    assert values_of(lines, "DESCRIPTION")[0].startswith(";LANGUAGE=en:")


def test_categories_in_two_languages_carry_no_tag() -> None:
    release = a_release(a_session())
    track = replace(TRACK, name=PublishedText("", "Governance"))
    release = replace(release, agenda=replace(release.agenda, tracks=(track,)))

    assert values_of(entry_lines(a_feed(release)), "CATEGORIES") == ["Governance,Panel"]


def test_no_property_of_an_entry_stands_there_twice() -> None:
    names = [line.partition(":")[0].partition(";")[0] for line in the_entry(a_session())]

    assert len(set(names)) == len(names)


@pytest.mark.parametrize(
    ("title", "language", "summary"),
    [
        (text("Ouverture", "Opening"), Language.FR, ";LANGUAGE=fr:Ouverture / Opening"),
        (text("Ouverture", "Opening"), Language.EN, ";LANGUAGE=en:Opening / Ouverture"),
        (text("Panel"), Language.FR, ";LANGUAGE=fr:Panel"),
        (ENGLISH_ONLY, Language.FR, ";LANGUAGE=en:Opening"),
    ],
)
def test_both_languages_stand_in_one_summary_where_asked_for(
    title: PublishedText, language: Language, summary: str
) -> None:
    assert values_of(the_entry(a_session(title=title), language, BOTH), "SUMMARY") == [summary]


def test_a_french_feed_holds_no_english_word_of_ours() -> None:
    french, english = (
        {line.partition(":")[2] for line in content_lines(a_feed(a_release(a_session()), language))}
        for language in Language
    )

    words = {"Summit", "Panel", "Room", "Languages", "Interpretation", "Online"}
    assert {word for word in words if any(word in line for line in french)} == {"Panel"}
    assert {word for word in words if any(word in line for line in english)} > {"Summit", "Room"}

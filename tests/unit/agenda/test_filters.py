"""What a reader can choose from."""

from eventapp.agenda.filters import filters
from eventapp.agenda.reading import Reading
from eventapp.agenda.selection import Selection
from eventapp.values.language import Language
from tests.unit.calendars.programme import a_release, a_session, a_span

AGENDA = a_release(
    a_session("one"), a_session("two", span=a_span("2024-12-04T09:00"), floor_languages=("sr",))
).agenda


def test_each_filter_offers_everything_and_what_the_programme_holds() -> None:
    offered = filters(Selection(), Reading(AGENDA, Language.FR))
    assert [(f.label, [choice.wording.text for choice in f.choices]) for f in offered] == [
        ("Journée", ["Tout", "Mardi 3\u00a0décembre", "Mercredi 4\u00a0décembre"]),
        ("Volet", ["Tout", "Gouvernance"]),
        ("Salle", ["Tout", "Salle A"]),
        ("Langue", ["Tout", "Anglais", "Français", "Serbe"]),
    ]


def test_what_is_chosen_is_marked_and_the_rest_is_kept_by_every_choice() -> None:
    selection = Selection(day="2024-12-04", q="zoé")
    day = filters(selection, Reading(AGENDA, Language.EN))[0]
    assert [(choice.value, choice.is_chosen) for choice in day.choices] == [
        ("", False),
        ("2024-12-03", False),
        ("2024-12-04", True),
    ]
    assert day.choices[0].selection == Selection(q="zoé")


def test_a_programme_without_tracks_rooms_or_sessions_offers_no_filter() -> None:
    empty = a_release().agenda.keeping(lambda _session: False)
    bare = Reading(empty, Language.EN)
    assert [each.name for each in filters(Selection(), bare)] == ["track", "room"]

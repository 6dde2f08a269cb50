"""An owner's agenda from rows, on each database."""

from datetime import timedelta

from eventapp.agenda.kinds import Role, Visibility
from eventapp.agenda.models import Appearance, SlotDelegation
from eventapp.itineraries.itinerary import Itinerary
from eventapp.itineraries.loading import itinerary_of
from eventapp.itineraries.looks import keep_look, last_look, news_for
from eventapp.itineraries.owners import of_delegation, of_participant
from eventapp.plumbing.database import db
from eventapp.values.language import Language
from tests.builders import NOW, a_category, a_participant, a_release, a_session
from tests.web.itineraries.conftest import Summit, a_meeting, summit

__all__ = ["summit"]


def titles(itinerary: Itinerary) -> list[str]:
    return [entry.title.en for entry in itinerary.entries]


def test_people_and_delegations_have_their_own(summit: Summit) -> None:
    own = ["Session PANEL", "Bilateral meeting: Japan", "Back to the Hotel"]
    assert titles(itinerary_of(of_participant(summit.zoe.participant))) == own
    assert titles(itinerary_of(of_delegation(summit.canada))) == own
    assert titles(itinerary_of(of_delegation(summit.japan))) == ["Bilateral meeting: Canada"]
    assert titles(itinerary_of(of_delegation(summit.france))) == []


def test_interpreters_have_what_they_interpret_and_no_topic(summit: Summit) -> None:
    ida = a_participant(summit.event, "Ida Exemple", a_category(summit.event, "staff"))
    summit.meeting.appearances.append(
        Appearance(person=ida.person, role=Role.INTERPRETER, position=9, language="ja")
    )
    db.session.commit()

    [entry] = itinerary_of(of_participant(ida)).entries

    assert entry.title.en == "Bilateral meeting: Canada – Japan"
    assert "Topic" not in [fact.label for fact in entry.facts]


def test_a_session_held_for_a_delegation_is_its_own_and_nobody_elses(summit: Summit) -> None:
    caucus = a_session(summit.event, "CAUCUS", at="08:00", visibility=Visibility.DELEGATION)
    caucus.delegations = [SlotDelegation(delegation=summit.canada)]
    a_release(summit.event, now=NOW + timedelta(1))

    assert titles(itinerary_of(of_delegation(summit.canada)))[0] == "Session CAUCUS"
    assert titles(itinerary_of(of_delegation(summit.japan))) == ["Bilateral meeting: Canada"]


def test_a_meeting_without_a_time_comes_last(summit: Summit) -> None:
    a_meeting(summit.canada, summit.france, summit.zoe, span=None)
    itinerary = itinerary_of(of_delegation(summit.canada))
    assert titles(itinerary)[-1] == "Bilateral meeting: France"


def test_a_delegation_that_was_removed_is_not_named(summit: Summit) -> None:
    summit.japan.removed_at = NOW
    db.session.commit()
    assert titles(itinerary_of(of_delegation(summit.canada)))[1] == "Bilateral meeting"


def test_a_look_is_kept_and_replaced(summit: Summit) -> None:
    owner = of_delegation(summit.canada)
    for hours in (1, 2):
        keep_look(owner, itinerary_of(owner), now=NOW + timedelta(hours=hours))
        db.session.commit()
    look = last_look(owner)
    assert look is not None
    assert look.at == NOW + timedelta(hours=2)

    db.session.delete(summit.ride)
    db.session.commit()
    [gone] = news_for(look, itinerary_of(owner), Language.FR)
    assert (gone.uid, gone.title.text) == ("", "Retour à l’hôtel")

"""What these pages have in common."""

from eventapp.accounts.guarding import workspace
from eventapp.accounts.rights import Right
from eventapp.events.models import Event
from eventapp.participants.categories import categories_of
from eventapp.participants.labels import participant_state
from eventapp.participants.models import Participant
from eventapp.participants.queries import participant_called
from eventapp.people.queries import organisations
from eventapp.plumbing.fields import Offer, offered
from eventapp.plumbing.forms import Offers
from eventapp.plumbing.web import found, reading_language
from eventapp.values.territories import countries
from eventapp.values.tongues import SPOKEN, language_name

blueprint = workspace("participants")
blueprint.add_app_template_filter(participant_state)

EVENT = "/<language:language>/manage/<slug:event>"
PARTICIPANTS = f"{EVENT}/participants"
PARTICIPANT = f"{PARTICIPANTS}/<code:code>"

#: Who may see who comes; editing needs the first.
SEEING = (Right.REGISTER, Right.PROTOCOL)

NOTHING: Offer = ("", "–")


def participant_of(event: Event, code: str) -> Participant:
    """The event's participant of that code; 404 for any other."""
    return found(participant_called(event, code))


def offers_of(event: Event) -> Offers:
    """The event's categories; organizations, countries and languages."""
    language = reading_language()
    named = [(str(each.uid), each.name) for each in organisations(language)]
    return {
        "category": offered([(each.code, each.name) for each in categories_of(event)], language),
        "organisation": [NOTHING, *offered(named, language)],
        "country": [NOTHING, *countries(language)],
        "languages": [(tag, language_name(tag, language)) for tag in SPOKEN],
    }

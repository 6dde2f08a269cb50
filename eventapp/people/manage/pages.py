"""What the pages of the directory have in common."""

from eventapp.accounts.guarding import rights_in, workspace
from eventapp.accounts.rights import Right
from eventapp.events.models import Event
from eventapp.people.casting import appears_in
from eventapp.people.likeness import likeness
from eventapp.people.models import Person
from eventapp.people.proposing import known_words, proposed
from eventapp.people.queries import person_called
from eventapp.plumbing.fields import Offer
from eventapp.plumbing.web import found, reading_language
from eventapp.values.territories import countries, country_name, regions

blueprint = workspace("directory")
blueprint.add_app_template_filter(country_name)
blueprint.add_app_template_filter(likeness)
blueprint.add_app_template_global(known_words)
blueprint.add_app_template_global(proposed)

EVENT = "/<language:language>/manage/<slug:event>"

NOTHING: Offer = ("", "–")


def may_edit(event: Event) -> bool:
    """Whether the reader looks after people: they see everybody, and what is for the team alone."""
    return Right.PEOPLE in rights_in(event)


def person_of(event: Event, code: str) -> Person:
    """The person of that code, for a reader who may know of them; otherwise 404."""
    person = found(person_called(code))
    return found(person if may_edit(event) or appears_in(event, person) else None)


def territories() -> dict[str, list[Offer]]:
    """Countries and Canadian regions to choose from."""
    language = reading_language()
    return {
        "country": [NOTHING, *countries(language)],
        "region": [NOTHING, *regions(language)],
    }

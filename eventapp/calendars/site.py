"""Where things are on the web, for feeds: absolute addresses, in the feed's language."""

from typing import Any

from eventapp.calendars.entries import Site
from eventapp.calendars.offers import Offer
from eventapp.plumbing.pages import absolute
from eventapp.plumbing.settings import in_force
from eventapp.values.language import Language

CALENDAR = "text/calendar; charset=utf-8"


def site_in(language: Language) -> Site:
    """The site as a feed in that language links to it."""
    return Site(
        organisation=in_force().organisation,
        home=absolute("agenda.home", language=language),
        badge=absolute("static", filename="images/icon.svg"),
        event=lambda event: absolute("agenda.event", language=language, event=event.slug),
        session=lambda event, session: absolute(
            "agenda.session", language=language, event=event.slug, code=session.code
        ),
        person=lambda event, person: absolute(
            "agenda.person", language=language, event=event.slug, code=person.code
        ),
    )


def offers(language: Language, endpoint: str, **values: Any) -> list[Offer]:
    """A feed in both languages, the reader's first."""
    return [
        Offer(each, absolute(endpoint, language=each, **values))
        for each in (language, language.other)
    ]

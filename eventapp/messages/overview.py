"""What the overview of an event says of its letters."""

from flask import url_for

from eventapp.accounts.guarding import allows
from eventapp.events.models import Event
from eventapp.events.overview import Card
from eventapp.messages.kinds import LetterState
from eventapp.messages.queries import counts
from eventapp.values.catalogue import counted, translator
from eventapp.values.language import Language


def card(event: Event, language: Language) -> Card | None:
    """Letters that failed, and those that wait for somebody's review."""
    if not allows(event, "letters"):
        return None
    number = counts(event)
    held, failed = (number.get(state, 0) for state in (LetterState.HELD, LetterState.FAILED))
    state = LetterState.FAILED if failed else LetterState.HELD
    return Card(
        heading=translator(language)("Letters"),
        address=url_for("letters.outbox", event=event.slug, state=state),
        lines=[
            counted(
                "%(num)s letter waits for review", "%(num)s letters wait for review", held, language
            )
        ]
        if held
        else [],
        urgent=[counted("%(num)s letter failed", "%(num)s letters failed", failed, language)]
        if failed
        else [],
    )

"""How people register for the summit: the form, what they accept, seats in some sessions."""

from collections.abc import Iterable, Iterator
from datetime import datetime

from eventapp.agenda.kinds import SessionKind
from eventapp.agenda.models import Session
from eventapp.demonstration.drafting import uid
from eventapp.events.models import Event
from eventapp.participants.models import Policy
from eventapp.plumbing.database import Model
from eventapp.registration.kinds import BuiltIn, QuestionKind
from eventapp.registration.models import Question, RegistrationDesk, Seating
from eventapp.values.bilingual import Bilingual

CAPACITY = 1_500
SEATS = 20
POLICY = 1

WELCOME = Bilingual(
    "L’inscription est ouverte. Démonstration : aucune lettre ne quitte cette machine.",
    "Registration is open. Demonstration: no letter leaves this machine.",
)
WORDING = Bilingual(
    "Vos réponses servent à vous accueillir. Elles sont effacées après l’événement.",
    "Your answers serve to welcome you. They are erased after the event.",
)


def registration(event: Event, sessions: Iterable[Session], now: datetime) -> Iterator[Model]:
    """A form that asks the usual, one question of its own, and roundtables with few seats."""
    yield RegistrationDesk(
        event=event,
        is_open=True,
        capacity=CAPACITY,
        welcome=WELCOME,
        asked=tuple(each.value for each in BuiltIn),
        required=(BuiltIn.COUNTRY.value,),
    )
    yield Policy(event_id=event.id, number=POLICY, wording=WORDING, made_at=now)
    yield Question(
        uid=uid(event.slug, "question", "dinner"),
        event_id=event.id,
        code="dinner",
        kind=QuestionKind.YES_NO,
        label=Bilingual(
            "Viendrez-vous au dîner de clôture?", "Will you come to the closing dinner?"
        ),
    )
    for session in sessions:
        if session.kind is SessionKind.ROUNDTABLE:
            yield Seating(session=session, seats=SEATS)

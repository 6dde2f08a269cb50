"""Registration in a line: `a_desk(event, capacity=20)`, `filled(category, "Zoé Exemple")`."""

from typing import Any

from eventapp.events.models import Event
from eventapp.participants.models import Category
from eventapp.plumbing.database import db
from eventapp.registration.kinds import QuestionKind
from eventapp.registration.models import Question, RegistrationDesk
from eventapp.registration.queries import add_policy
from eventapp.registration.recognising import Filled
from eventapp.values.bilingual import Bilingual
from eventapp.values.language import Language
from tests.builders import NOW, a_category

ASKED = ("function", "organisation", "country", "languages", "gender", "access", "diet")


def a_desk(event: Event, **fields: Any) -> RegistrationDesk:
    """An open registration that asks everything, with one category and a policy."""
    a_category(event, "guest", is_offered=True)
    add_policy(event, Bilingual("Nous gardons peu.", "We keep *little*."), now=NOW)
    given = {"is_open": True, "asked": ASKED, "waits": True}
    desk = RegistrationDesk(event=event, **(given | fields))
    db.session.add(desk)
    db.session.flush()
    return desk


def a_question(event: Event, code: str = "topic", **fields: Any) -> Question:
    given = {
        "kind": QuestionKind.SHORT_TEXT,
        "label": Bilingual(f"Question {code} ?", f"Question {code}?"),
    }
    question = Question(event_id=event.id, code=code, **(given | fields))
    db.session.add(question)
    db.session.flush()
    return question


def filled(category: Category, name: str = "Zoé Exemple", **fields: Any) -> Filled:
    """A form that somebody filled in; the address is made of the name."""
    given, _space, family = name.partition(" ")
    address = f"{given}.{family}@example.org".lower().replace("é", "e").replace(" ", "")
    known: dict[str, Any] = {"email": address, "language": Language.EN}
    return Filled(category, given, family, **(known | fields))

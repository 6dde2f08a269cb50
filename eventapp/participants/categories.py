"""Categories of an event: offered at first, added, changed, put in order and removed."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any, NamedTuple

from sqlalchemy import func, select

from eventapp.events.facts import EventCopied
from eventapp.events.models import Event
from eventapp.history.saving import rewrite
from eventapp.participants.models import Category, Participant
from eventapp.plumbing.database import db
from eventapp.values.bilingual import Bilingual
from eventapp.values.catalogue import N_
from eventapp.values.refusal import Refusal
from eventapp.values.slug import unused_code

Values = Mapping[str, Any]


class Usual(NamedTuple):
    """A category that most events have; `colour` as in Category."""

    code: str
    name: Bilingual
    colour: int
    is_offered: bool = True


USUAL = (
    Usual("delegate", Bilingual("Déléguée ou délégué", "Delegate"), 0, is_offered=False),
    Usual("expert", Bilingual("Experte ou expert", "Expert"), 1),
    Usual("speaker", Bilingual("Conférencière ou conférencier", "Speaker"), 2, is_offered=False),
    Usual("observer", Bilingual("Observatrice ou observateur", "Observer"), 3),
    Usual("press", Bilingual("Presse", "Press"), 4),
    Usual("staff", Bilingual("Personnel", "Staff"), 5, is_offered=False),
    Usual("guest", Bilingual("Invitée ou invité", "Guest"), 6, is_offered=False),
)

#: What a new event's category has as the old one had it.
COPIED = (
    "code", "name", "colour", "position", "is_offered", "needs_approval", "capacity",
    "delegation_quota",
)  # fmt: skip


def categories_of(event: Event) -> list[Category]:
    """The event's categories, in its order."""
    query = select(Category).where(Category.event_id == event.id)
    return [*db.session.scalars(query.order_by(Category.position, Category.id))]


def category_called(event: Event, code: str) -> Category | None:
    """The event's category of that code."""
    query = select(Category).where(Category.event_id == event.id, Category.code == code)
    return db.session.scalars(query).one_or_none()


def add_usual_categories(event: Event) -> None:
    """Those that most events have, in both languages. Raises Refusal where there are some."""
    if categories_of(event):
        raise Refusal(N_("This event has categories already."))
    taken = _codes(event)
    for position, each in enumerate(USUAL):
        values = each._asdict() | {"code": unused_code(each.code, taken, "category")}
        db.session.add(Category(event_id=event.id, position=position, **values))
    db.session.flush()


def add_category(event: Event, values: Values) -> Category:
    """A new category, after the others, with a code that reads like its name."""
    name = values["name"]
    last = db.session.scalar(
        select(func.max(Category.position)).where(Category.event_id == event.id)
    )
    position = (-1 if last is None else last) + 1
    given = dict(values)
    if given.get("position") is None:
        given["position"] = position
    code = unused_code(name.en or name.fr, _codes(event), "category")
    category = Category(event_id=event.id, code=code, **given)
    db.session.add(category)
    db.session.flush()
    return category


def edit_category(category: Category, values: Values, *, now: datetime) -> Category:
    """Changes a category."""
    position = category.position if values["position"] is None else values["position"]
    rewrite(category, {**values, "position": position}, now=now)
    return category


def remove_category(category: Category, *, now: datetime) -> None:
    """Removes a category. Raises Refusal where somebody comes as it."""
    query = select(Participant).where(Participant.category_id == category.id).limit(1)
    participant = db.session.scalars(query).first()
    if participant is not None:
        raise Refusal(
            N_("%(person)s still comes as “%(category)s”."),
            person=participant.person.name,
            category=category.name,
        )
    category.removed_at = now
    category.touch(now)


def copy_categories(copying: EventCopied) -> None:
    """A new event has the categories of the old one."""
    for category in categories_of(copying.source):
        values = {name: getattr(category, name) for name in COPIED}
        copying.twins[category] = Category(event_id=copying.copy.id, **values)
        db.session.add(copying.twins[category])
    db.session.flush()


def _codes(event: Event) -> set[str]:
    """Codes that are taken, by removed categories too: undoing brings those back."""
    query = select(Category.code).where(Category.event_id == event.id)
    return {*db.session.scalars(query.execution_options(include_removed=True))}

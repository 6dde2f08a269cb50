"""Categories of participants: the usual ones at once, each by its form, in order."""

from collections import Counter
from typing import Any

from flask import render_template, url_for
from flask_babel import gettext as _
from werkzeug.wrappers import Response

from eventapp.accounts.doing import confirmed, done, my_deed
from eventapp.accounts.guarding import allows, needs
from eventapp.accounts.rights import Right
from eventapp.events.models import Event
from eventapp.history.actions import Action
from eventapp.history.saving import Sheet, attempted, opened, save
from eventapp.participants.categories import (
    add_category,
    add_usual_categories,
    categories_of,
    category_called,
    edit_category,
    remove_category,
)
from eventapp.participants.forms import COLOURS, CategoryForm
from eventapp.participants.manage.pages import EVENT, SEEING, blueprint
from eventapp.participants.models import Category
from eventapp.participants.queries import counts
from eventapp.plumbing.web import found, reading_language
from eventapp.translation.approving import states_of

CATEGORIES = f"{EVENT}/categories"
CATEGORY = f"{CATEGORIES}/<code:code>"

Answer = Response | tuple[str, int]


@blueprint.get(CATEGORIES)
@needs(*SEEING)
def categories(event: Event) -> str:
    """All categories, with how many come as each."""
    taken = Counter[int]()
    for (category, state), number in counts(event).items():
        taken[category] += number if state.takes_place else 0
    return render_template(
        "participants/categories.html",
        event=event,
        categories=categories_of(event),
        taken=taken,
        may_edit=allows(event, Right.REGISTER),
    )


@blueprint.post(f"{CATEGORIES}/usual")
@needs(Right.REGISTER)
def add_usual(event: Event) -> Answer:
    """Adds the usual categories at once."""
    deed = my_deed(event, Action.ADD)
    refusal = attempted(deed, lambda: add_usual_categories(event))
    said = refusal.text(reading_language()) if refusal else _("The usual categories were added.")
    return done(said, url_for(".categories"))


@blueprint.get(f"{CATEGORIES}/new")
@needs(Right.REGISTER)
def new_category(event: Event) -> Answer:
    """An empty form, with a colour that is still free."""
    used = {category.colour for category in categories_of(event)}
    free = next((colour for colour in range(COLOURS) if colour not in used), 0)
    return _page(event, Sheet(CategoryForm(stored={"colour": free})))


@blueprint.post(f"{CATEGORIES}/new")
@needs(Right.REGISTER)
def add_new_category(event: Event) -> Answer:
    """Adds a category."""

    def write(_row: Category | None, form: CategoryForm) -> Category:
        return add_category(event, form.values)

    return _saved(event, save(CategoryForm, None, write, my_deed(event, Action.ADD)))


@blueprint.get(CATEGORY)
@needs(*SEEING)
def category(event: Event, code: str) -> Answer:
    """A category's form."""
    return _page(event, opened(CategoryForm, _row(event, code)))


@blueprint.post(CATEGORY)
@needs(Right.REGISTER)
def save_category(event: Event, code: str) -> Answer:
    """Saves a category."""
    row = _row(event, code)
    deed = my_deed(event, name=row.name)

    def write(row: Category | None, form: CategoryForm) -> Category:
        return edit_category(found(row), form.values, now=deed.now)

    return _saved(event, save(CategoryForm, row, write, deed))


@blueprint.get(f"{CATEGORY}/remove")
@needs(Right.REGISTER)
def removing_category(event: Event, code: str) -> str:
    """Asks once."""
    return _ask(event, _row(event, code))


@blueprint.post(f"{CATEGORY}/remove")
@needs(Right.REGISTER)
def remove_the_category(event: Event, code: str) -> Answer:
    """Removes a category."""
    row = _row(event, code)
    deed = my_deed(event, Action.REMOVE, row.name)
    name = row.name.text(reading_language()).text
    return confirmed(
        lambda: remove_category(row, now=deed.now),
        deed,
        lambda refusal: _ask(event, row, refusal),
        _("“%(name)s” was removed. Undo brings it back.", name=name),
        url_for(".categories"),
    )


def _row(event: Event, code: str) -> Category:
    return found(category_called(event, code))


def _ask(event: Event, row: Category, refusal: str = "") -> str:
    return render_template(
        "layouts/confirm.html",
        event=event,
        place="participants.categories",
        question=_("Remove “%(name)s”?", name=row.name.text(reading_language()).text),
        refusal=refusal,
        back=url_for(".category", code=row.code),
    )


def _saved(event: Event, sheet: Sheet[Any, Any]) -> Answer:
    if sheet.is_saved:
        return done(_("Saved."), url_for(".categories"))
    return _page(event, sheet)


def _page(event: Event, sheet: Sheet[Any, Any]) -> Answer:
    row = sheet.row
    page = render_template(
        "participants/category.html",
        event=event,
        sheet=sheet,
        states=states_of(row.uid, sheet.stored_texts) if row else {},
        may_edit=allows(event, Right.REGISTER),
    )
    return page, sheet.status

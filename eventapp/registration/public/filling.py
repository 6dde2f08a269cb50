"""From the page's form to what is registered, and back."""

from secrets import token_urlsafe
from typing import Any, NamedTuple

from flask import Response, request
from flask_babel import gettext as _

from eventapp.events.models import Event
from eventapp.participants.models import Category, Participant, Policy
from eventapp.people.kinds import Correspondence
from eventapp.plumbing.web import reading_language
from eventapp.registration.answering import questions_of
from eventapp.registration.kinds import Opening
from eventapp.registration.models import PersonalInvitation, RegistrationDesk
from eventapp.registration.places import has_room, load_of, opening_of
from eventapp.registration.public.pages import clock, offered_categories, page
from eventapp.registration.queries import policy_in_force
from eventapp.registration.questionnaire import (
    Asks,
    RegistrationForm,
    accepted_policy,
    form_for,
    lines_of,
    offers_for,
)
from eventapp.registration.recognising import Filled

KEY_LENGTH = 100


class Desk(NamedTuple):
    """What a form is made of."""

    event: Event
    row: RegistrationDesk
    categories: list[Category]
    policy: Policy | None
    invitation: PersonalInvitation | None = None
    is_for_another: bool = False

    @property
    def opening(self) -> Opening:
        """Whether somebody may register here now; invited people may always."""
        if self.invitation is not None:
            return Opening.OPEN
        opening = opening_of(self.row, clock())
        if opening is Opening.OPEN and not self.categories:
            return Opening.CLOSED
        return Opening.FULL if opening is Opening.OPEN and self._is_full else opening

    @property
    def _is_full(self) -> bool:
        if self.row.waits:
            return False
        load = load_of(self.event.id)
        return not any(has_room(self.row, each, load) for each in self.categories)

    @property
    def waits(self) -> bool:
        """Whether whoever registers now would wait, as what they come regardless."""
        if self.invitation is not None:
            return False
        load = load_of(self.event.id)
        return not any(has_room(self.row, each, load) for each in self.categories)


def desk_for(
    event: Event,
    row: RegistrationDesk,
    invitation: PersonalInvitation | None = None,
    *,
    is_for_another: bool = False,
) -> Desk:
    """What the event's form is made of, for the public or for somebody who was invited."""
    categories = [invitation.category] if invitation else offered_categories(event)
    return Desk(event, row, categories, policy_in_force(event.id), invitation, is_for_another)


def blank(desk: Desk) -> RegistrationForm:
    """The form before anything is typed."""
    stored: dict[str, Any] = {"correspondence": Correspondence(reading_language().value)}
    if desk.invitation is not None:
        given, _space, family = desk.invitation.name.rpartition(" ")
        stored |= {"email": desk.invitation.email, "given_name": given, "family_name": family}
    return _form_class(desk)(stored=stored, offers=offers_for(desk.categories))


def typed(desk: Desk) -> RegistrationForm:
    """The form as it was sent."""
    sent = [*request.form.items(multi=True)]
    return _form_class(desk)(sent, offers=offers_for(desk.categories))


def is_right(desk: Desk, form: RegistrationForm) -> bool:
    """Whether it can be registered as it is; says beside each field what is wrong."""
    is_good = form.validate()
    if not accepted_policy(desk.policy, request.form.get("policy_number", "")):
        form.policy.data = False
        form.policy.errors = [_("The policy has changed meanwhile. Please read it again.")]
        return False
    return is_good


def filled(desk: Desk, form: RegistrationForm) -> Filled:
    """What was filled in."""
    names = {"given_name", "family_name", "email", "function", "organisation", "country"}
    names |= {"languages", "correspondence", "gender", "access", "diet", "is_listed"}
    values = {name: form[name].data for name in names if name in form}
    category = next(each for each in desk.categories if each.code == form.category.data)
    return Filled(
        category=category,
        language=reading_language(),
        policy=desk.policy.number if desk.policy else None,
        answers=form.answers,
        files=form.files,
        **values,
    )


def form_page(
    desk: Desk, form: RegistrationForm, status: int = 200, by: Participant | None = None
) -> Response:
    """The form's page. Its key makes one registration of a form that is sent twice."""
    return page(
        "register.html",
        desk.event,
        status,
        desk=desk,
        by=by,
        form=form,
        lines=lines_of(form, desk.categories),
        key=request.form.get("key", "")[:KEY_LENGTH] or token_urlsafe(24),
        has_files=any(each.kind == "file" for each in form.asks.questions),
    )


def sent_key() -> str:
    """The form's key; a form without one is a form of its own."""
    return request.form.get("key", "")[:KEY_LENGTH] or token_urlsafe(24)


def _form_class(desk: Desk) -> type[RegistrationForm]:
    questions = questions_of(desk.event.id)
    codes = {each.code for each in desk.categories}
    shown = [each for each in questions if not each.categories or codes & {*each.categories}]
    without = [] if desk.policy else ["policy"]
    only = desk.categories[0].code if len(desk.categories) == 1 else ""
    made = form_for(desk.row.asked, shown, without, Asks(shown, desk.row.required, only))
    made.needs_address = not desk.is_for_another
    return made

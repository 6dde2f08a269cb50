"""The form that somebody registers with: what every event asks, and the event's own questions.

All questions stand in the page, with the condition of those that have one; only those that are
asked of whoever fills it in are checked and kept. So it works without a script.
"""

from collections.abc import Callable, Iterator, Sequence
from datetime import date
from functools import partial
from typing import Any, NamedTuple

from flask_babel import gettext as _
from flask_babel import lazy_gettext
from wtforms import Field
from wtforms.widgets import FileInput

from eventapp.participants.models import NEEDS_LENGTH, Category, Policy
from eventapp.people import labels
from eventapp.people.kinds import Correspondence, Gender
from eventapp.plumbing.fields import (
    ChoiceField,
    CodesField,
    FlagField,
    KindField,
    PatternField,
    TextField,
    Unit,
    offered,
)
from eventapp.plumbing.forms import Offers, WorkspaceForm
from eventapp.plumbing.typed_fields import DayField, NumberField
from eventapp.plumbing.uploads import ACCEPTED, Upload, received
from eventapp.plumbing.web import reading_language
from eventapp.registration.asking import NO, YES, Ask, asked
from eventapp.registration.kinds import BuiltIn, QuestionKind
from eventapp.registration.models import Question
from eventapp.values import typography
from eventapp.values.addresses import is_mail_address
from eventapp.values.bilingual import Bilingual
from eventapp.values.refusal import Refusal
from eventapp.values.territories import countries
from eventapp.values.tongues import SPOKEN, language_name

FIGURE = 999_999_999
SHORT, LONG = 300, 4_000
UNCHOSEN = ("", "–")


class FileField(Field):
    """A file, judged by what it holds; a browser sends it anew with every try."""

    widget = FileInput()
    data: Upload | None

    def process(self, formdata: Any, data: Any = None, extra_filters: Any = None) -> None:  # noqa: ARG002 - WTForms names them
        self.process_errors, self.data = [], None
        if formdata is not None:
            try:
                self.data = received(self.name)
            except Refusal as refusal:
                self.process_errors = [refusal.text(reading_language())]

    def inputs(self) -> Iterator[Unit]:
        yield self.name, ()


class RegistrationForm(WorkspaceForm):
    """What every event can ask; what this one does not is taken out."""

    category = ChoiceField(lazy_gettext("You come as"))
    given_name = TextField(lazy_gettext("Given name"), most=200)
    family_name = TextField(lazy_gettext("Family name"), most=200)
    email = PatternField(
        lazy_gettext("E-mail address"),
        most=254,
        fits=is_mail_address,
        hint=lazy_gettext("This is not an e-mail address."),
    )
    function = TextField(lazy_gettext("Function"), most=300)
    organisation = TextField(lazy_gettext("Organization"), most=300)
    country = ChoiceField(lazy_gettext("Country"))
    languages = CodesField(lazy_gettext("Languages that you speak"))
    correspondence = KindField(
        lazy_gettext("Our letters to you"),
        Correspondence,
        labels.correspondence,
        default=Correspondence.BOTH,
    )
    gender = KindField(lazy_gettext("Gender"), Gender, labels.gender, default=Gender.NOT_GIVEN)
    access = TextField(lazy_gettext("Accessibility needs"), most=NEEDS_LENGTH, is_long=True)
    diet = TextField(lazy_gettext("Food needs and allergies"), most=NEEDS_LENGTH, is_long=True)
    is_listed = FlagField(lazy_gettext("My name, function and organization may be listed publicly"))
    policy = FlagField(lazy_gettext("I have read this and accept it"))

    asks: "Asks"
    needs_address = True

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for name in self.needed:
            self[name].label.text = f"{self[name].label.text} {_('(needed)')}"

    @property
    def needed(self) -> list[str]:
        """The fields that must be filled in, but for the name, of which a part is enough."""
        always = ["category", *(["email"] if self.needs_address else [])]
        return [name for name in (*always, *self.asks.required) if name in self]

    def validate(self, extra_validators: Any = None) -> bool:
        super().validate(extra_validators)
        numbers = self.asked_numbers()[1]
        for question in self.asks.questions:
            if question.id not in numbers:
                self[name_of(question)].errors = []
        self._mark_missing(numbers)
        return not any(field.errors for field in self)

    def _mark_missing(self, numbers: frozenset[int]) -> None:
        for field in self._missing(numbers):
            field.errors = [_("This is needed.")]
        if "policy" in self and not self.policy.data:
            self.policy.errors = [_("Nobody can register without accepting it.")]

    def _missing(self, numbers: frozenset[int]) -> Iterator[Any]:
        if "family_name" in self and not (self.given_name.data or self.family_name.data):
            yield self.family_name
        for name in self.needed:
            if _is_empty(self[name].data):
                yield self[name]
        for question in self.asks.questions:
            field = self[name_of(question)]
            is_kept = question.id in self.asks.papers
            is_empty = _is_empty(field.data) and not is_kept and not field.errors
            if question.is_required and question.id in numbers and is_empty:
                yield field

    def asked_numbers(self) -> tuple[str, frozenset[int]]:
        """The category that was chosen, and the ids of the questions that it is asked."""
        category = str(self.category.data or "") if "category" in self else self.asks.category
        given = {each.id: self[name_of(each)].data for each in self.asks.questions}
        return category, asked([ask_of(each) for each in self.asks.questions], category, given)

    @property
    def answers(self) -> dict[int, Any]:
        """What was answered to the questions that are asked, as it is kept."""
        numbers = self.asked_numbers()[1]
        return {
            each.id: self.asks.papers.get(each.id) or _plain(self[name_of(each)].data)
            for each in self.asks.questions
            if each.id in numbers
        }

    @property
    def files(self) -> dict[int, Upload]:
        """The files that were sent."""
        numbers = self.asked_numbers()[1]
        sent = {
            each.id: self[name_of(each)].data
            for each in self.asks.questions
            if each.kind is QuestionKind.FILE and each.id in numbers
        }
        return {number: file for number, file in sent.items() if file is not None}


class Asks(NamedTuple):
    """What a form asks: the event's questions, and which fields must be filled in.

    `category` is whose form it is, where it does not ask; `papers` are the uids of files that
    were answered with before, by question.
    """

    questions: Sequence[Question]
    required: Sequence[str] = ()
    category: str = ""
    papers: dict[int, str] = {}  # noqa: RUF012 - nobody writes to it


def form_for(
    built_in: Sequence[str],
    questions: Sequence[Question],
    without: Sequence[str],
    asks: Asks,
) -> type[RegistrationForm]:
    """The event's form: with these built-in questions, without some of what all forms ask."""
    made = type("EventForm", (RegistrationForm,), {name_of(q): _field(q) for q in questions})
    unasked = {each.value for each in BuiltIn} - set(built_in)
    for name in unasked | set(without):
        setattr(made, name, None)
    made.asks = asks  # type: ignore[attr-defined]
    return made


def offers_for(categories: Sequence[Category]) -> Offers:
    """What its lists offer, in the reader's language."""
    language = reading_language()
    named = offered([(each.code, each.name) for each in categories], language)
    return {
        "category": named if len(named) == 1 else [UNCHOSEN, *named],
        "country": [UNCHOSEN, *countries(language)],
        "languages": [(tag, language_name(tag, language)) for tag in SPOKEN],
    }


def name_of(question: Question) -> str:
    """What the question's input is called."""
    return f"q-{question.id}"


def ask_of(question: Question) -> Ask:
    """The question, as far as it decides who is asked it."""
    return Ask(question.id, question.categories, question.shown_if_id, question.shown_for)


def options_of(question: Question) -> list[tuple[str, str]]:
    """What can be chosen, as the reader calls it."""
    if question.kind is QuestionKind.YES_NO:
        return [(YES, _("Yes")), (NO, _("No"))]
    rows = [(each["code"], Bilingual(each["fr"], each["en"])) for each in question.options]
    return offered(rows, reading_language())


def accepted_policy(policy: Policy | None, sent: str) -> bool:
    """Whether the wording that was read is still the one in force."""
    return policy is None or sent == str(policy.number)


def _field(question: Question) -> Any:
    label, name = question.label.text(reading_language()).text, name_of(question)
    offered_in = partial(options_of, question)
    makers: dict[QuestionKind, Callable[[], Any]] = {
        QuestionKind.SHORT_TEXT: lambda: TextField(label, most=SHORT, name=name),
        QuestionKind.LONG_TEXT: lambda: TextField(label, most=LONG, is_long=True, name=name),
        QuestionKind.SOME_OF: lambda: CodesField(label, choices=offered_in, name=name),
        QuestionKind.NUMBER: lambda: NumberField(label, least=-FIGURE, at_most=FIGURE, name=name),
        QuestionKind.DATE: lambda: DayField(label, name=name),
        QuestionKind.FILE: lambda: FileField(label, name=name, render_kw={"accept": ACCEPTED}),
    }
    one_of = partial(ChoiceField, label, choices=lambda: [UNCHOSEN, *offered_in()], name=name)
    return makers.get(question.kind, one_of)()


def _is_empty(value: Any) -> bool:
    return value is None or value in ("", ())


def _plain(value: Any) -> Any:
    """An answer, as JSON keeps it."""
    if isinstance(value, date):
        return value.isoformat()
    return [*value] if isinstance(value, tuple) else value


class Line(NamedTuple):
    """A question in the page: its field, what can be chosen, and of whom it is asked, in words."""

    question: Question
    field: Any
    options: list[tuple[str, str]]
    conditions: list[str]

    @property
    def shown_if(self) -> str:
        """The name of the input that it depends on, or nothing."""
        number = self.question.shown_if_id
        return f"q-{number}" if number is not None else ""


def lines_of(form: RegistrationForm, categories: Sequence[Category]) -> list[Line]:
    """The event's own questions, as the page shows them."""
    by_id = {each.id: each for each in form.asks.questions}
    return [
        Line(each, form[name_of(each)], options_of(each), [*_conditions(each, by_id, categories)])
        for each in form.asks.questions
    ]


def _conditions(
    question: Question, by_id: dict[int, Question], categories: Sequence[Category]
) -> Iterator[str]:
    language = reading_language()
    names = [
        each.name.text(language).text for each in categories if each.code in question.categories
    ]
    if names and len(names) < len(categories):
        yield _("Only for: %(categories)s", categories=typography.enumeration(names, language))
    before = by_id.get(question.shown_if_id or 0)
    if before is not None:
        answer = dict(options_of(before)).get(question.shown_for, question.shown_for)
        asked_before = before.label.text(language).text
        yield _(
            "Only if you answer %(answer)s to %(question)s",
            answer=typography.quotation(answer, language),
            question=typography.quotation(asked_before, language),
        )

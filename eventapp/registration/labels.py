"""What kinds of question, built-in questions and standings are called. Pure."""

from collections.abc import Mapping

from eventapp.registration.kinds import BuiltIn, ChoiceState, QuestionKind
from eventapp.values.catalogue import N_, translator
from eventapp.values.language import Language

QUESTION_KINDS: Mapping[QuestionKind, str] = {
    QuestionKind.SHORT_TEXT: N_("short text"),
    QuestionKind.LONG_TEXT: N_("long text"),
    QuestionKind.YES_NO: N_("yes or no"),
    QuestionKind.ONE_OF: N_("one of several"),
    QuestionKind.SOME_OF: N_("some of several"),
    QuestionKind.NUMBER: N_("whole number"),
    QuestionKind.DATE: N_("calendar date"),
    QuestionKind.FILE: N_("file"),
}

CHOICE_STATES: Mapping[ChoiceState, str] = {
    ChoiceState.CHOSEN: N_("in your agenda"),
    ChoiceState.SEATED: N_("seat reserved"),
    ChoiceState.WAITING: N_("waiting for a seat"),
}

BUILT_IN: Mapping[BuiltIn, str] = {
    BuiltIn.FUNCTION: N_("Function"),
    BuiltIn.ORGANISATION: N_("Organization"),
    BuiltIn.COUNTRY: N_("Country"),
    BuiltIn.LANGUAGES: N_("Languages spoken"),
    BuiltIn.GENDER: N_("Gender"),
    BuiltIn.ACCESS: N_("Accessibility needs"),
    BuiltIn.DIET: N_("Food needs and allergies"),
}


def question_kind(kind: QuestionKind, language: Language) -> str:
    """How it is answered, in a reader's language: « texte court »."""
    return translator(language)(QUESTION_KINDS[kind])


def choice_state(state: ChoiceState, language: Language) -> str:
    """How sure somebody's seat is, in their language: « place réservée »."""
    return translator(language)(CHOICE_STATES[state])


def built_in(each: BuiltIn, language: Language) -> str:
    """What a built-in question asks, in a reader's language."""
    return translator(language)(BUILT_IN[each])

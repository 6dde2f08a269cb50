"""What kinds of question are called. Pure."""

from collections.abc import Mapping

from eventapp.registration.kinds import ChoiceState, QuestionKind
from eventapp.values.catalogue import N_

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

"""How a participant is printed in one language: on lists, plates, badges and agendas."""

from typing import NamedTuple

from eventapp.participants.models import Participant
from eventapp.people.kinds import Agreement
from eventapp.people.lexicon import function_in, honorific_in, with_civility
from eventapp.plumbing.settings import in_force
from eventapp.values.bilingual import Bilingual, Wording
from eventapp.values.language import Language
from eventapp.values.typography import InclusiveStyle


class Printed(NamedTuple):
    """The parts, each as its reader's language has it: a fallback says which language it is in."""

    name: str
    honorific: Wording
    function: Wording
    organisation: Wording

    @property
    def full_name(self) -> str:
        """`l’honorable Zoé Exemple`."""
        return f"{self.honorific} {self.name}".strip()


def printed(
    participant: Participant, language: Language, style: InclusiveStyle | None = None
) -> Printed:
    """How the event prints them: what was typed for it, else the person's own name.

    What was typed in the other language alone is printed in this one where the lexicon knows it:
    French agrees with the person, or follows the house `style` (the site's, unless given). Who is
    printed under another name, in a language, has no honorific before it that was not part of it.
    """
    agreement = participant.person.agreement or Agreement.NOT_GIVEN
    name = participant.printed_name.strict(language)
    organisation = participant.organisation
    return Printed(
        name=name or participant.person.name,
        honorific=Wording("", language) if name else _honorific(participant, language, agreement),
        function=_function(participant.function, language, agreement, style),
        organisation=organisation.name.text(language) if organisation else Wording("", language),
    )


def _function(
    function: Bilingual, language: Language, agreement: Agreement, style: InclusiveStyle | None
) -> Wording:
    typed = function.text(language)
    if not typed.is_fallback:
        return typed
    house = style or in_force().inclusive_style
    known = function_in(language, typed.text, agreement, house)
    return Wording(known, language) if known else typed


def _honorific(participant: Participant, language: Language, agreement: Agreement) -> Wording:
    typed = participant.honorific.text(language)
    if typed.is_fallback:
        known = honorific_in(language, typed.text, agreement)
        if not known:
            return typed
        typed = Wording(known, language)
    if language is Language.FR:
        return Wording(with_civility(typed.text, agreement), language)
    return typed

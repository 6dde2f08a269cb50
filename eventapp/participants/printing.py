"""How a participant is printed in one language: on lists, plates, badges and agendas."""

from typing import NamedTuple

from eventapp.participants.models import Participant
from eventapp.values.bilingual import Wording
from eventapp.values.language import Language


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


def printed(participant: Participant, language: Language) -> Printed:
    """How the event prints them: what was typed for it, else the person's own name."""
    organisation = participant.organisation
    return Printed(
        name=participant.printed_name.strict(language) or participant.person.name,
        honorific=participant.honorific.text(language),
        function=participant.function.text(language),
        organisation=organisation.name.text(language) if organisation else Wording("", language),
    )

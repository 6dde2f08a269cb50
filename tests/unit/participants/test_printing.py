"""How people are printed: as was typed, and in their agreement where the lexicon fills a gap."""

from eventapp.participants.models import Participant
from eventapp.participants.printing import printed
from eventapp.people.kinds import Agreement
from eventapp.people.models import Person
from eventapp.values.bilingual import Bilingual
from eventapp.values.language import Language
from eventapp.values.typography import InclusiveStyle

FR, EN = Language.FR, Language.EN


def a_participant(agreement: Agreement = Agreement.FEMININE, **texts: Bilingual) -> Participant:
    blank = {name: Bilingual() for name in ("honorific", "function", "printed_name")}
    person = Person(given_name="Zoé", family_name="Exemple", agreement=agreement)
    return Participant(person=person, **(blank | texts))


def test_what_was_typed_is_printed_as_it_was_typed() -> None:
    text = Bilingual("DIRECTEUR général", "Boss")
    participant = a_participant(function=text)
    assert [printed(participant, each).function.text for each in Language] == [text.fr, text.en]


def test_a_missing_language_is_filled_in_agreement_or_in_the_house_style() -> None:
    english = Bilingual(en="Speaker")
    hers = printed(a_participant(function=english), FR, InclusiveStyle.NEUTRAL).function
    assert (hers.text, hers.is_fallback) == ("conférencière", False)
    unknown = a_participant(Agreement.NOT_GIVEN, function=english)
    dotted = printed(unknown, FR, InclusiveStyle.MIDDLE_DOT).function
    assert dotted.text == "conférencier·ière"


def test_what_no_lexicon_knows_falls_back_openly_on_the_other_language() -> None:
    participant = a_participant(function=Bilingual(en="Keeper of Bees"))
    wording = printed(participant, FR, InclusiveStyle.DOUBLET).function
    assert (wording.text, wording.language, wording.is_fallback) == ("Keeper of Bees", EN, True)


def test_an_excellency_is_printed_with_madame_in_french_and_with_her_in_english() -> None:
    participant = a_participant(honorific=Bilingual(fr="Son Excellence"))
    assert [printed(participant, each).full_name for each in (FR, EN)] == [
        "Son Excellence Madame Zoé Exemple", "Her Excellency Zoé Exemple",
    ]  # fmt: skip


def test_a_printed_name_stands_for_the_honorific_too_in_its_language_alone() -> None:
    participant = a_participant(
        honorific=Bilingual("Dre", "Dr."), printed_name=Bilingual(fr="Zoé Exemple-Modèle")
    )
    assert printed(participant, FR).full_name == "Zoé Exemple-Modèle"
    assert printed(participant, EN).full_name == "Dr. Zoé Exemple"

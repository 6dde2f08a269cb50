from eventapp.translation.counting import Effort, effort_of, words_of
from eventapp.translation.glossary import GlossaryTerm, Stretch, stretches, terms_in
from eventapp.translation.states import TextState
from eventapp.values.bilingual import Bilingual
from eventapp.values.language import Language

AI = GlossaryTerm(Bilingual("intelligence artificielle", "artificial intelligence"))
MODEL = GlossaryTerm(Bilingual("modèle", "model"))
POLICY = GlossaryTerm(Bilingual("politique", "policy"))
NETWORK = GlossaryTerm(Bilingual("réseau", "network"))
ARTIFICIAL = GlossaryTerm(Bilingual("artificielle", "artificial"))
ALL = (AI, MODEL, POLICY, NETWORK, ARTIFICIAL)


def found(text: str, language: Language = Language.FR) -> list[GlossaryTerm]:
    return terms_in(stretches(text, language, ALL))


def test_case_accents_and_plain_plurals_count_for_nothing() -> None:
    assert found("Les MODELES et leurs réseaux") == [MODEL, NETWORK]
    assert found("New policies for models", Language.EN) == [POLICY, MODEL]


def test_the_longest_term_wins_and_words_are_whole() -> None:
    assert found("L’intelligence  artificielle") == [AI]
    assert found("modèlerie, apolitique") == []


def test_the_text_stays_as_it_is() -> None:
    parts = stretches("Un modèle, deux modèles.", Language.FR, ALL)
    assert parts == [
        Stretch("Un "), Stretch("modèle", MODEL), Stretch(", deux "), Stretch("modèles", MODEL),
        Stretch("."),
    ]  # fmt: skip
    assert stretches("", Language.FR, ALL) == []


def test_a_term_without_a_wording_in_that_language_is_not_looked_for() -> None:
    empty = GlossaryTerm(Bilingual("", "model"))
    assert stretches("un texte", Language.FR, [empty]) == [Stretch("un texte")]


def test_words_are_counted_as_word_processors_do() -> None:
    assert words_of("L’IA, c’est 3 mots : « oui » !") == 5
    assert words_of("  \n ") == 0


def test_effort_is_words_at_the_pace_of_translators() -> None:
    texts = [
        (TextState.MISSING, 500), (TextState.STALE, 400), (TextState.DRAFT, 600),
        (TextState.APPROVED, 9_000),
    ]  # fmt: skip
    assert effort_of(texts) == Effort(500, 1_000)
    assert effort_of(texts).hours == 3.0

"""Lists of people however they were saved, read into guests."""

from collections.abc import Sequence

import pytest

from eventapp.delegations.kinds import MemberFunction
from eventapp.exchange.reading.sheets.columns import Column, column_name, guess_columns
from eventapp.exchange.reading.sheets.guests import Reading, read_guests
from eventapp.exchange.reading.sheets.names import Name, parted, proper_case
from eventapp.exchange.reading.sheets.reading import read_lines
from eventapp.exchange.reading.sheets.tongues import in_languages
from eventapp.exchange.reading.sheets.vocabulary import country_of, languages_of
from eventapp.participants.kinds import ParticipantState
from eventapp.values.bilingual import Bilingual
from eventapp.values.inert import BEGINNINGS, inert, plain
from eventapp.values.language import Language
from eventapp.values.territories import countries

C = Column


def read(text: str) -> Reading:
    lines = read_lines(text.encode())
    headings = lines[0].cells
    columns = guess_columns(headings, lines[1:])
    return read_guests(lines[1:], headings, columns, {"presse": "press"}, Language.FR)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252", "latin-1"])
@pytest.mark.parametrize("separator", [",", ";", "\t"])
def test_a_list_reads_the_same_however_it_was_saved(encoding: str, separator: str) -> None:
    quoted = '"Prénom";"Nom"\r\n"Zoé";"Été"\r\n"";""\r\n"Ada";"D""Or"'
    text = quoted.replace(";", separator)
    read = [(line.row, line.cells) for line in read_lines(text.encode(encoding))]
    assert read == [(1, ("Prénom", "Nom")), (2, ("Zoé", "Été")), (4, ("Ada", 'D"Or'))]


@pytest.mark.parametrize(
    ("headings", "columns"),
    [
        ("NOM|Prénom|COURRIEL", [C.FAMILY_NAME, C.GIVEN_NAME, C.EMAIL]),
        ("Last name|First Name|E-mail", [C.FAMILY_NAME, C.GIVEN_NAME, C.EMAIL]),
        ("Name|Organisme/Organization|Pays / Country", [C.FULL_NAME, C.ORGANISATION, C.COUNTRY]),
        ("Fonction (FR)|Function - English|title_en", [C.FUNCTION_FR, C.FUNCTION_EN, None]),
        ("Titre|Fonction|Nom", [C.HONORIFIC, C.FUNCTION, C.FULL_NAME]),
        ("Délégation|Rôle dans la délégation", [C.DELEGATION, C.MEMBER_FUNCTION]),
        ("Delegation|Capacity|Catégorie", [C.DELEGATION, C.MEMBER_FUNCTION, C.CATEGORY]),
        ("Quelque chose|Nom|Nom", [None, C.FULL_NAME, None]),
    ],
)
def test_columns_are_guessed_from_headings_of_both_languages(
    headings: str, columns: Sequence[Column | None]
) -> None:
    assert guess_columns(headings.split("|")) == columns


@pytest.mark.parametrize("language", Language)
def test_our_own_headings_are_all_known(language: Language) -> None:
    guessed = {each: guess_columns([column_name(each, language)]) for each in Column}
    assert guessed == {each: [each] for each in Column}


@pytest.mark.parametrize(
    ("written", "proposed"),
    [
        ("LEBLANC", "Leblanc"),
        ("O'NEIL", "O'Neil"),
        ("DE LA CRUZ", "de la Cruz"),
        ("LE BLANC", "Le Blanc"),
        ("VAN DER BERG", "van der Berg"),
        ("JEAN-FRANÇOIS", "Jean-François"),
        ("MCDONALD", "McDonald"),
        ("McDonald", "McDonald"),
        ("de la Cruz", "de la Cruz"),
        ("ÉMILE II", "Émile II"),
        ("李", "李"),
    ],
)
def test_a_name_in_capitals_is_proposed_in_its_case(written: str, proposed: str) -> None:
    assert proper_case(written) == proposed


@pytest.mark.parametrize(
    ("whole", "name"),
    [
        ("Zoé Été", Name("Zoé", "Été")),
        ("ÉTÉ, Zoé", Name("Zoé", "ÉTÉ")),
        ("Marie-Ève LE BLANC", Name("Marie-Ève", "LE BLANC")),
        ("Juan de la Cruz", Name("Juan", "de la Cruz")),
        ("Mononyme", Name("", "Mononyme")),
    ],
)
def test_a_whole_name_is_parted(whole: str, name: Name) -> None:
    assert parted(whole) == name


def test_a_function_s_language_is_guessed_and_a_slash_parts_two() -> None:
    assert in_languages("Ministre des Finances", Language.EN) == Bilingual("Ministre des Finances")
    assert in_languages("Head of office", Language.FR) == Bilingual(en="Head of office")
    assert in_languages("Ministre / Minister", Language.FR) == Bilingual("Ministre", "Minister")
    assert in_languages("Xyz", Language.FR) == Bilingual("Xyz")


def test_a_country_is_known_by_its_name_in_either_language_or_its_code() -> None:
    said = [
        "Allemagne",
        "GERMANY",
        "de",
        "États-Unis d'Amérique",
        "USA",
        "Côte d’Ivoire",
        "Wakanda",
    ]
    assert [country_of(each) for each in said] == ["DE", "DE", "DE", "US", "US", "CI", None]
    for language in Language:
        read = [(code, country_of(name)) for code, name in countries(language)]
        assert [pair for pair in read if pair[0] != pair[1]] == []


def test_languages_are_named_in_either_language() -> None:
    assert languages_of("Français, English et espagnol") == ("fr", "en", "es")
    assert languages_of("fr en") == ("fr", "en")
    assert languages_of("klingon") is None


def test_what_is_wrong_is_told_by_row_and_column() -> None:
    found = read(
        "Prénom;Nom;Courriel;Pays;Catégorie;État\n"
        "Zoé;Été;zoe@example.org;Canada;Presse;confirmée\n"
        ";;pas une adresse;Wakanda;Pirates;\n"
    )
    told = [(fault.row, fault.heading, fault.reason.text(Language.EN)) for fault in found.faults]
    assert told == [
        (3, "Nom", "A name is needed."),
        (3, "Courriel", "“pas une adresse” is not an e-mail address."),
        (3, "Pays", "“Wakanda” is not a known country."),
        (3, "Catégorie", "“Pirates” is no category of this event."),
    ]
    zoe = found.guests[0]
    assert (zoe.category, zoe.country, zoe.state) == ("press", "CA", ParticipantState.CONFIRMED)


def test_a_proposal_of_case_can_be_refused() -> None:
    [guest] = read("Nom;Rôle dans la délégation\nZoé ÉTÉ;Cheffe de délégation\n").guests
    assert (guest.name, guest.as_written().name) == ("Zoé Été", "Zoé ÉTÉ")
    assert guest.member_function is MemberFunction.HEAD


@pytest.mark.parametrize("beginning", BEGINNINGS)
def test_a_cell_that_begins_a_formula_is_inert_and_comes_back(beginning: str) -> None:
    cell = f"{beginning}1+1"
    assert (inert(cell)[0], plain(inert(cell))) == ("'", cell)
    assert plain("'tis") == "'tis"

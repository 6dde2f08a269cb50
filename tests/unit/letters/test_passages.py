import pytest

from eventapp.messages.passages import told

GAP = "\u200c"


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("Zoé Exemple", "Zoé Exemple"),
        ("J. R. Smith-O’Neil", "J. R. Smith-O’Neil"),
        ("Ouverture : 9 h 30", "Ouverture : 9 h 30"),
        ("{{ 7 * 7 }} {a.__class__} %(x)s ${x}", "{{ 7 * 7 }} {a" + GAP + ".__class__} %(x)s ${x}"),
        ("Go to https://evil.example/x", f"Go to https:{GAP}//evil{GAP}.example/x"),
        ("www.evil.example", f"www{GAP}.evil{GAP}.example"),
        ("write to me@evil.example", f"write to me{GAP}@evil{GAP}.example"),
        ("a" + " " * 300 + "b\r\nc", "a b c"),
        ("x" * 300, "x" * 199 + "…"),
    ],
)
def test_what_somebody_typed_is_one_short_line_that_no_mail_program_makes_a_link_of(
    typed: str, said: str
) -> None:
    assert told(typed) == said

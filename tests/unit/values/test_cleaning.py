from xml.etree.ElementTree import fromstring

from hypothesis import given
from hypothesis import strategies as st

from eventapp.values.cleaning import clean


def test_every_kind_of_line_end_becomes_a_line_feed() -> None:
    assert clean("a\r\nb\rc\u0085d\u2028e\u2029f\ng") == "a\nb\nc\nd\ne\nf\ng"


def test_controls_and_lone_surrogates_go_and_tabs_stay() -> None:
    assert clean("a\x00b\x0bc\x1bd\x7fe\x9ff\ud800g\ufffeh\uffffi\tj") == "abcdefghi\tj"


def test_accents_are_composed() -> None:
    assert clean("e\u0301te\u0301") == "été"


@given(st.text("a&<e\u0301 \t\r\n\x00\x0b\x7f\x85\u2028\ud800\ufffe\uffff"))
def test_a_clean_text_can_be_stored_and_printed_and_stays_as_it_is(text: str) -> None:
    once = clean(text)
    assert clean(once) == once
    escaped = once.replace("&", "&amp;").replace("<", "&lt;")
    assert (fromstring(f"<a>{escaped}</a>").text or "") == once

"""Files made to hurt: one clear error each, no file read, nothing fetched, little memory."""

import socket
from pathlib import Path

import pytest

from eventapp.exchange.reading import Unreadable, read, read_file
from eventapp.exchange.reading.formats import LARGEST, MOST_MARKS
from eventapp.values.language import Language
from tests.schedule_files import a_schedule_json, a_schedule_xml, a_talk, an_event

TITLED = a_schedule_xml(an_event(title="TITLE"))
TALK = a_schedule_json(a_talk(title="TITLE"))


def xml(
    before: str = "", title: str = "Opening", declaration: str = '<?xml version="1.0"?>'
) -> bytes:
    text = TITLED.decode().replace("TITLE", title)
    return text.replace('<?xml version="1.0" encoding="UTF-8"?>', declaration + before).encode()


def json_with(value: str) -> bytes:
    return TALK.replace(b'"TITLE"', value.encode())


BOMB = "".join(f'<!ENTITY e{n} "{f"&e{n - 1};" * 10}">' for n in range(1, 10))
NO_DOCUMENT_TYPE = "line 1, XML: A schedule declares no document type and no entities."
BROKEN = "XML: The XML is broken or cut off here."
ENCODING = "line 1, XML: The XML is in an encoding that cannot be read."
TOO_DEEP = "XML: Elements are nested too deep for a schedule."
TOO_MUCH = "file: The file holds more than any schedule does."
NEITHER = "file: This is neither a schedule.xml nor a schedule.json."
ODD_JSON = "line 1, JSON: The JSON holds something that no schedule holds."

HOSTILE: dict[str, tuple[bytes, str]] = {
    "entity bomb": (
        xml(f'<!DOCTYPE x [<!ENTITY e0 "ha">{BOMB}]>', "&e9;"),
        NO_DOCUMENT_TYPE,
    ),
    "quadratic bomb": (
        xml(f'<!DOCTYPE x [<!ENTITY e "{"a" * 50_000}">]>', "&e;" * 10_000),
        NO_DOCUMENT_TYPE,
    ),
    "external entity": (
        xml('<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]>', "&e;"),
        NO_DOCUMENT_TYPE,
    ),
    "parameter entity": (
        xml('<!DOCTYPE x [<!ENTITY % e SYSTEM "http://127.0.0.1:9/"> %e;]>'),
        NO_DOCUMENT_TYPE,
    ),
    "foreign document type": (
        xml('<!DOCTYPE schedule SYSTEM "http://127.0.0.1:9/x.dtd">'),
        NO_DOCUMENT_TYPE,
    ),
    "a web page": (b"<!DOCTYPE html><html></html>", NO_DOCUMENT_TYPE),
    "unknown entity": (xml(title="&nbsp;"), f"line 5, {BROKEN}"),
    "depth": (xml(title="<a>" * 100_000 + "</a>" * 100_000), f"line 5, {TOO_DEEP}"),
    "depth alone": (b"<a>" * 100_000, f"line 1, {TOO_DEEP}"),
    "cut off": (TITLED[:-10], f"line 6, {BROKEN}"),
    "null characters": (xml(title="a\0b"), f"line 5, {BROKEN}"),
    "forbidden reference": (xml(title="&#1;"), f"line 5, {BROKEN}"),
    "undeclared Latin-1": (xml(title="é").decode().encode("latin-1"), f"line 5, {BROKEN}"),
    "unknown encoding": (xml(declaration='<?xml version="1.0" encoding="x-odd"?>'), ENCODING),
    "encoding of bytes": (xml(declaration='<?xml version="1.0" encoding="zlib"?>'), ENCODING),
    "encoding of many bytes": (
        xml(declaration='<?xml version="1.0" encoding="shift_jis"?>'),
        ENCODING,
    ),
    "UTF-16 that is UTF-8": (
        xml(declaration='<?xml version="1.0" encoding="UTF-16"?>'),
        f"line 1, {BROKEN}",
    ),
    "UTF-32": (xml().decode().encode("utf-32"), f"line 1, {BROKEN}"),
    "millions of elements": (xml(title="<a/>" * MOST_MARKS), TOO_MUCH),
    "millions of attributes": (
        xml(title="<a " + " ".join(f'b{n}=""' for n in range(MOST_MARKS)) + "/>"),
        TOO_MUCH,
    ),
    "a huge file": (b"<" + b"a" * LARGEST, "file: The file is too large for a schedule."),
    "nothing": (b"", NEITHER),
    "only null characters": (b"\0" * 1000, NEITHER),
    "a picture": (b"\x89PNG\r\n\x1a\n", NEITHER),
    "another XML": (
        b"<rss/>",
        "line 1, <rss>: A <schedule> with a <conference> is expected.",
    ),
    "JSON cut off": (TALK[:-10], "line 1, JSON: The JSON is broken or cut off here."),
    "JSON in Latin-1": (
        b'{"schedule": "\xe9"}',
        "line 1, JSON: The JSON is in an encoding that cannot be read.",
    ),
    "JSON depth": (json_with("[" * 100_000 + "]" * 100_000), ODD_JSON),
    "JSON number": (json_with("9" * 10_000), ODD_JSON),
    "millions of JSON lists": (json_with("[" + "[]," * MOST_MARKS + "[]]"), TOO_MUCH),
}


@pytest.mark.parametrize("name", HOSTILE)
def test_a_hostile_file_gets_one_clear_error(name: str) -> None:
    data, error = HOSTILE[name]
    with pytest.raises(Unreadable) as caught:
        read(data)
    assert [problem.text(Language.EN) for problem in caught.value.problems] == [error]


READABLE = {
    "UTF-16": xml(title="é漢", declaration='<?xml version="1.0" encoding="UTF-16"?>')
    .decode()
    .encode("utf-16"),
    "UTF-16 without a mark": xml(title="é漢").decode().encode("utf-16-be"),
    "UTF-8 with a mark": xml(title="é漢").decode().encode("utf-8-sig"),
    "JSON in UTF-16": json_with('"é漢"').decode().encode("utf-16"),
    "JSON with a mark": json_with('"é漢"').decode().encode("utf-8-sig"),
    "JSON with unwanted characters": json_with('"\\u0000é\\ud800漢\\u001b"'),
}


@pytest.mark.parametrize("name", READABLE)
def test_an_unusual_encoding_is_read(name: str) -> None:
    (session,) = read(READABLE[name]).sessions
    assert session.title == "é漢"


def test_windows_1252_is_read() -> None:
    declaration = '<?xml version="1.0" encoding="windows-1252"?>'
    data = xml(title="L’été", declaration=declaration).decode().encode("cp1252")
    assert read(data).sessions[0].title == "L’été"


def test_no_inclusion_is_followed(monkeypatch: pytest.MonkeyPatch) -> None:
    """No mock stands in for the network: there simply is none."""
    monkeypatch.delattr(socket, "socket")
    include = (
        '<i:include xmlns:i="http://www.w3.org/2001/XInclude" href="/etc/passwd" parse="text"/>'
    )
    (session,) = read(xml('<?xml-stylesheet href="http://127.0.0.1:9/"?>', f"A{include}B")).sessions
    assert session.title == "AB"


def test_a_long_text_is_refused_and_not_cut() -> None:
    for data in (xml(title="x" * 1_000_000 + "😀"), json_with(f'"{"x" * 1_000_000}😀"')):
        with pytest.raises(Unreadable, match="at most 500 characters"):
            read(data)


def test_html_nested_without_end_loses_only_its_marks() -> None:
    (session,) = read(a_schedule_xml(an_event(abstract="<b>" * 30_000 + "word"))).sessions
    assert session.abstract.strip("*") == "word"


def test_of_an_endless_file_only_so_much_is_read() -> None:
    with pytest.raises(Unreadable, match="too large"):
        read_file(Path("/dev/zero"))


POLYGLOT = "<script>alert(1)</script>{{7*7}}%(x)s =1+1 \"';--\N{RIGHT-TO-LEFT OVERRIDE}"


def test_hostile_words_stay_words() -> None:
    talk = a_talk(title=POLYGLOT, track=POLYGLOT, persons=[{"id": 1, "name": POLYGLOT}])
    schedule = read(a_schedule_json(talk, room=POLYGLOT, title=POLYGLOT))
    assert {
        schedule.conference.title,
        schedule.sessions[0].title,
        schedule.rooms[0].name,
        schedule.tracks[0].name,
        schedule.people[0].name,
    } == {POLYGLOT}


def test_a_percent_sign_in_a_message_stays_one() -> None:
    with pytest.raises(Unreadable) as caught:
        read(a_schedule_xml(an_event(duration="%(x)s %d")))
    assert caught.value.lines(Language.EN)[1].startswith(
        '  line 5, <event id="1"><duration>: “%(x)s %d” is not a duration'
    )

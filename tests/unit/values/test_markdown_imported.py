import pytest
from hypothesis import given
from hypothesis import strategies as st

from eventapp.values.markdown import from_html, to_html


@pytest.mark.parametrize(
    "text",
    [
        "Markdown *as it is*,\n\n- with a < b,\n- `git clone <url>` and <https://example.org>",
        "AT&amp;T",
        "",
    ],
)
def test_a_text_without_html_comes_back_as_it_is(text: str) -> None:
    assert from_html(text) == text


@pytest.mark.parametrize(
    ("html", "markdown"),
    [
        ("<p>One\n  line</p>\n<p>Two</p>", "One\nline\n\nTwo"),
        ("<p>a<br>b<br/>c</p>", "a  \nb  \nc"),
        ("<ul>\n<li>a</li>\n<li><p>b</p>\n<p>c</p></li>\n</ul>", "- a\n- b\n\n  c"),
        ('<ol start="3"><li>a</li><li>b<ul><li>c</li></ul></li></ol>', "3. a\n4. b\n   - c"),
        ("<p><strong>Key:</strong>x<em> y </em>z <b></b></p>", "**Key**:x *y* z"),
        ('<a href="https://example.org/a_(b)">t</a>', "[t](<https://example.org/a_(b)>)"),
        ('<a href="https://example.org">https://example.org</a>', "<https://example.org>"),
        ("<h2>A\nb</h2>c", "## A b\n\nc"),
        ("<blockquote><p>a</p><p>b</p></blockquote>", "> a\n> \n> b"),
        ("<pre><code>a\n\n  &lt;b&gt;</code></pre>", "```\na\n\n  <b>\n```"),
        ("<pre>```\nx</pre>", "~~~\n```\nx\n~~~"),
        ("<p><code>a</code> <code>b`c</code></p>", "`a` ``b`c``"),
        ("a<hr />b", "a\n\n---\n\nb"),
        ("<p>AT&amp;T&nbsp;&eacute;</p>", "AT&T\u00a0é"),
    ],
)
def test_html_becomes_markdown(html: str, markdown: str) -> None:
    assert from_html(html) == markdown


@pytest.mark.parametrize(
    ("html", "markdown"),
    [
        ("<p>one<p>two", "one\n\ntwo"),
        ("<li>a<li>b", "- a\n- b"),
        ("x</br>\ny</p>", "x  \n\ny"),
        ("<b>a<i>b</b>c</i>", "**a*b***"),
    ],
)
def test_broken_html_is_repaired_as_browsers_do(html: str, markdown: str) -> None:
    assert from_html(html).startswith(markdown)


def test_unknown_elements_leave_their_text_and_scripts_leave_nothing() -> None:
    html = "<p><span class='x'>a</span><script>b</script><style>c</style><u>d</u><!-- e --></p>"
    assert from_html(html) == "ad"


def test_links_to_unsafe_places_leave_their_text() -> None:
    assert from_html('<p><a href="javascript:x">a</a> <a href="/b">b</a></p>') == "a b"


def test_what_only_looks_like_an_element_stays() -> None:
    html = "<p>git clone <url>, x<y && y>z, <https://example.org>, <a@example.org></p>"
    assert from_html(html) == "git clone <url>, x<y && y>z, <https://example.org>, <a@example.org>"


def test_markdown_between_tags_is_kept() -> None:
    html = "<p>Topics:\n- one\n* two</p>\nfirst\n\nsecond"
    assert from_html(html) == "Topics:\n- one\n* two\n\nfirst\n\nsecond"


@pytest.mark.parametrize("tag", ["blockquote", "ul><li", "b", "p", "div", "pre"])
def test_nested_bombs_keep_their_text(tag: str) -> None:
    assert "words" in to_html(from_html(f"<{tag}>" * 3000 + "words"))


@pytest.mark.parametrize("piece", ["<", "<a ", "<!--", "<p", "</", '<p x="', "<i>!!!", "&"])
def test_long_near_misses_are_read(piece: str) -> None:
    assert isinstance(from_html("<p>a</p>" + piece * (50_000 // len(piece))), str)


PIECES = [
    *("<p>", "</p>", "<ul>", "<li>", "</ul>", "<b>", "</b>", "<br>", "<pre>", "</pre>", "<a "),
    *('href="https://example.org">', "</a>", "<!--", "-->", "a", " ", "\n", "<", "&lt;"),
]


@given(st.lists(st.sampled_from(PIECES)).map("".join))
def test_every_fragment_is_read(html: str) -> None:
    assert isinstance(from_html(html), str)

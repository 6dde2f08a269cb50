import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from eventapp.values.markdown import to_blocks, to_html, to_plain

LINK = 'rel="noopener nofollow"'


@pytest.mark.parametrize(
    ("text", "html"),
    [
        ("One\nline\n\nTwo", "<p>One\nline</p>\n<p>Two</p>\n"),
        ("**bold** *soft* `code`",
         "<p><strong>bold</strong> <em>soft</em> <code>code</code></p>\n"),
        ("- a\n- b", "<ul>\n<li>a</li>\n<li>b</li>\n</ul>\n"),
        ("3. a\n4. b", '<ol start="3">\n<li>a</li>\n<li>b</li>\n</ol>\n'),
        ("> q", "<blockquote>\n<p>q</p>\n</blockquote>\n"),
        ("a  \nb\n\n---", "<p>a<br>\nb</p>\n<hr>\n"),
        ("```py\nx < 1\n```", "<pre><code>x &lt; 1\n</code></pre>\n"),
        ("[t](https://example.org/a)", f'<p><a href="https://example.org/a" {LINK}>t</a></p>\n'),
        ("<https://example.org>",
         f'<p><a href="https://example.org" {LINK}>https://example.org</a></p>\n'),
        ("<a@example.org>",
         f'<p><a href="mailto:a@example.org" {LINK}>a@example.org</a></p>\n'),
        ("    indented", "<p>indented</p>\n"),
        ("", ""),
    ],
)  # fmt: skip
def test_an_author_s_markdown_becomes_html(text: str, html: str) -> None:
    assert to_html(text) == html


def test_headings_start_below_the_page_s_own_and_leave_no_gap() -> None:
    text = "#### A\n# B\n### C\n## D"
    assert to_html(text) == "<h3>A</h3>\n<h3>B</h3>\n<h4>C</h4>\n<h4>D</h4>\n"
    assert to_html(text, heading_offset=5) == "".join(f"<h6>{name}</h6>\n" for name in "ABCD")


@pytest.mark.parametrize(
    ("text", "html"),
    [
        ("<script>x</script>", "<p>&lt;script&gt;x&lt;/script&gt;</p>\n"),
        ("a <b onclick=x>b</b>", "<p>a &lt;b onclick=x&gt;b&lt;/b&gt;</p>\n"),
        ("[t](javascript:alert(1))", "<p>[t](javascript:alert(1))</p>\n"),
        ("[t](java\tscript:x)", "<p>[t](java\tscript:x)</p>\n"),
        ("[t](&#106;avascript:x)", "<p>[t](javascript:x)</p>\n"),
        ("[t](data:text/html,x)", "<p>[t](data:text/html,x)</p>\n"),
        ("[t](/manage)", "<p>[t](/manage)</p>\n"),
        ("<javascript:x>", "<p>&lt;javascript:x&gt;</p>\n"),
        ("![i](https://example.org/i.png)",
         f'<p>!<a href="https://example.org/i.png" {LINK}>i</a></p>\n'),
        ('[t](https://example.org "title")',
         f'<p><a href="https://example.org" {LINK}>t</a></p>\n'),
    ],
)  # fmt: skip
def test_nothing_outside_the_subset_reaches_a_page(text: str, html: str) -> None:
    assert to_html(text) == html


@pytest.mark.parametrize(
    "bomb",
    [
        pytest.param("> " * 3000 + "x", id="quotes"),
        pytest.param("- " * 3000 + "x", id="lists"),
        pytest.param("**x " * 3000 + "y" + "**" * 3000, id="emphasis"),
        pytest.param("[" * 10000 + "](" * 10000, id="brackets"),
        pytest.param("`" * 10000, id="ticks"),
        pytest.param("<" * 10000, id="angles"),
    ],
)
def test_nested_bombs_are_survived_by_every_form(bomb: str) -> None:
    assert to_html(bomb).count("<strong>") <= 20
    assert json.loads(json.dumps(to_blocks(bomb))) == to_blocks(bomb)
    to_plain(bomb)


def test_words_stay_where_their_emphasis_is_too_deep() -> None:
    assert to_plain("**x " * 100 + "y" + "**" * 100) == "x " * 100 + "y"


@pytest.mark.parametrize(
    ("text", "plain"),
    [
        ("# Title\nOne\nline\n\nTwo", "Title\n\nOne line\n\nTwo"),
        ("- a\n- **b**\n  1. c\n  2. d", "• a\n• b\n  1. c\n  2. d"),
        ("9. i\n10. j\n\n    more", "9. i\n10. j\n    more"),
        ("[t](https://example.org)", "t (https://example.org)"),
        ("<https://example.org>", "https://example.org"),
        ("<a@example.org>", "a@example.org"),
        ("[Ann](mailto:a@example.org)", "Ann (a@example.org)"),
        ("a  \nb", "a\nb"),
        ("> q *r*\n\n---\n\n```\nx  y\n```", "q r\n\nx  y"),
        ("AT&amp;T \\*", "AT&T *"),
        ("", ""),
    ],
)
def test_plain_text_reads_without_marks(text: str, plain: str) -> None:
    assert to_plain(text) == plain


def test_blocks_hold_the_same_tree_as_json() -> None:
    text = (
        "## T\n\na **b *c*** [d](https://example.org)\\\n`e`\n\n> q\n\n2. x\n3. y\n\n- z\n\n***\n\n"
        "```\ncode\n```"
    )
    assert to_blocks(text) == [
        {"kind": "heading", "level": 1, "inlines": [{"kind": "text", "text": "T"}]},
        {
            "kind": "paragraph",
            "inlines": [
                {"kind": "text", "text": "a "},
                {
                    "kind": "strong",
                    "inlines": [
                        {"kind": "text", "text": "b "},
                        {"kind": "emph", "inlines": [{"kind": "text", "text": "c"}]},
                    ],
                },
                {"kind": "text", "text": " "},
                {
                    "kind": "link",
                    "url": "https://example.org",
                    "inlines": [{"kind": "text", "text": "d"}],
                },
                {"kind": "break"},
                {"kind": "code", "text": "e"},
            ],
        },
        {
            "kind": "quote",
            "blocks": [{"kind": "paragraph", "inlines": [{"kind": "text", "text": "q"}]}],
        },
        {
            "kind": "list",
            "ordered": True,
            "start": 2,
            "items": [
                [{"kind": "paragraph", "inlines": [{"kind": "text", "text": "x"}]}],
                [{"kind": "paragraph", "inlines": [{"kind": "text", "text": "y"}]}],
            ],
        },
        {
            "kind": "list",
            "ordered": False,
            "items": [[{"kind": "paragraph", "inlines": [{"kind": "text", "text": "z"}]}]],
        },
        {"kind": "rule"},
        {"kind": "code", "text": "code"},
    ]


def test_a_list_may_start_at_zero() -> None:
    assert to_plain("0. a\n1. b") == "0. a\n1. b"


PIECES = [
    *("a", " ", "\n", "\n\n", "  \n", "\\\n", "> ", "- ", "1. ", "# ", "---", "```\n", "`", "&"),
    *("*", "**", "_", "[", "](https://example.org)", "<https://example.org>", "![", "<b>", "\t"),
]


@given(st.lists(st.sampled_from(PIECES)).map("".join))
def test_every_text_has_every_form(text: str) -> None:
    assert isinstance(to_html(text), str)
    assert isinstance(to_plain(text), str)
    assert json.loads(json.dumps(to_blocks(text))) == to_blocks(text)

"""HTML that other programs put in their schedules, made into Markdown."""

import re
from dataclasses import dataclass, field
from html.parser import HTMLParser
from textwrap import indent

import nh3

from eventapp.values.markdown.parsing import DEEPEST

_EMPHASIS = {"strong": "**", "b": "**", "em": "*", "i": "*"}
_HEADINGS = {f"h{level}": "#" * level for level in range(1, 7)}
_LISTS = {"ul", "ol"}
_PARAGRAPHS = {"p", "div", "dt", "dd", "tr", "td", "th"}
_KEPT = {*_EMPHASIS, *_HEADINGS, *_LISTS, *_PARAGRAPHS, "a", "blockquote", "code", "li", "pre"}
_KNOWN = {*_KEPT, *nh3.ALLOWED_TAGS, "big", "font", "iframe", "script", "style"}

_TAG = rf"/?(?:{'|'.join(sorted(_KNOWN))})(?:\s[^<>]*)?/?>"
_HAS_TAGS = re.compile(f"<{_TAG}", re.IGNORECASE)
#: `<https://…>` of Markdown, `git clone <url>` and `x < y` are words, not elements.
_NO_TAG = re.compile(f"<(?!{_TAG}|!--)", re.IGNORECASE)
_WEB_ADDRESS = re.compile(r"(?:https?://|mailto:)\S+", re.IGNORECASE)
_NESTED_LIST = re.compile(r"\n\n(?=(?:-|\d+\.) )")


def from_html(text: str) -> str:
    """Markdown of an HTML fragment, however broken; a text without HTML comes back as it is.

    Elements that Markdown lacks are dropped and their text kept; scripts and styles go. The text
    between tags may be Markdown already (schedules mix the two), so it is not escaped.
    """
    if not _HAS_TAGS.search(text):
        return text
    # A browser's own repairs first: the parser below then reads well-formed HTML only.
    repaired = nh3.clean(
        _NO_TAG.sub("&lt;", text),
        tags=_KEPT | {"br", "hr"},
        attributes={"*": set(), "a": {"href"}, "ol": {"start"}},
        link_rel=None,
    )
    converter = _Converter()
    converter.feed(repaired)
    converter.close()
    return converter.markdown()


@dataclass
class _Frame:
    """An element that is still open, and the Markdown that it holds so far."""

    tag: str
    href: str = ""
    next_number: int = 1
    pieces: list[str] = field(default_factory=list)

    @property
    def markdown(self) -> str:
        return re.sub(r"\n{3,}", "\n\n", "".join(self.pieces)).strip("\n")


class _Converter(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self._open = [_Frame("")]
        self._too_deep = 0

    def markdown(self) -> str:
        return self._open[0].markdown

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag == "br":
            self._write("  \n")
        elif tag == "hr":
            self._write("\n\n---\n\n")
        elif len(self._open) >= DEEPEST:
            self._too_deep += 1
        else:
            values = dict(attrs)
            frame = _Frame(tag, href=values.get("href") or "")
            if re.fullmatch("[0-9]{1,9}", values.get("start") or ""):
                frame.next_number = int(values["start"] or 1)
            self._open.append(frame)

    def handle_endtag(self, tag: str) -> None:
        if self._too_deep:
            self._too_deep -= 1
            return
        frame = self._open.pop()
        if self._is_preformatted():
            self._write("".join(frame.pieces))
        else:
            self._write(_item(frame, self._open[-1]) if tag == "li" else _rendered(frame))

    def handle_data(self, data: str) -> None:
        if self._is_preformatted():
            self._write(data)
        elif data.strip() or self._open[-1].tag not in _LISTS:
            self._write(re.sub(r" ?\n ?", "\n", re.sub(r"[ \t\r\f\v]+", " ", data)))

    def _is_preformatted(self) -> bool:
        return any(frame.tag == "pre" for frame in self._open)

    def _write(self, markdown: str) -> None:
        self._open[-1].pieces.append(markdown)


def _rendered(frame: _Frame) -> str:
    inner = frame.markdown
    if not inner.strip():
        return inner
    if frame.tag in _EMPHASIS:
        return _emphasis(inner, _EMPHASIS[frame.tag])
    if frame.tag == "a":
        return _link(inner, frame.href)
    if frame.tag == "code":
        return _code(inner)
    return f"\n\n{_block(inner, frame.tag)}\n\n"


def _block(inner: str, tag: str) -> str:
    if tag == "pre":
        return _fenced(inner)
    if tag == "blockquote":
        return "> " + inner.strip().replace("\n", "\n> ")
    if tag in _HEADINGS:
        return f"{_HEADINGS[tag]} {' '.join(inner.split())}"
    return inner if tag in _LISTS else inner.strip()


def _item(frame: _Frame, parent: _Frame) -> str:
    marker = f"{parent.next_number}. " if parent.tag == "ol" else "- "
    parent.next_number += 1
    inner = _NESTED_LIST.sub("\n", frame.markdown.strip())
    return f"\n{marker}{indent(inner, ' ' * len(marker)).lstrip()}"


def _emphasis(inner: str, mark: str) -> str:
    # Spaces and final punctuation go outside, where the marks would not count as marks.
    core = inner.lstrip()
    before = inner[: len(inner) - len(core)]
    core = core.rstrip(" \n.,:;!?")
    after = inner[len(before) + len(core) :]
    return f"{before}{mark}{core}{mark}{after}" if core and "\n\n" not in core else inner


def _link(inner: str, href: str) -> str:
    text, address = " ".join(inner.split()), href.strip()
    if not _WEB_ADDRESS.fullmatch(address):
        return inner
    if text == address:
        return f"<{address}>"
    return f"[{text}](<{address}>)" if re.search(r"[()]", address) else f"[{text}]({address})"


def _code(inner: str) -> str:
    ticks = "``" if "`" in inner else "`"
    return f"{ticks}{inner}{ticks}"


def _fenced(inner: str) -> str:
    fence = "~~~" if "```" in inner else "```"
    return f"{fence}\n{inner}\n{fence}"

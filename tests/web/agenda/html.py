"""Pages read back: what stands in which language, and where links lead."""

from dataclasses import dataclass, field
from html.parser import HTMLParser

VOID = {"meta", "link", "input", "br", "hr", "img", "source"}
APART = {"br", "dd", "dt", "li", "p"}  # begin a line of their own
UNSEEN = {"script", "style", "template"}


@dataclass
class Element:
    tag: str
    attributes: dict[str, str]
    language: str
    texts: list[str] = field(default_factory=list)

    @property
    def text(self) -> str:
        return " ".join("".join(self.texts).split())


class Page(HTMLParser):
    """Every element of a page, with its attributes, its text and its effective language."""

    def __init__(self) -> None:
        super().__init__()
        self.elements: list[Element] = []
        self.unclosed: list[str] = []
        self._open: list[Element] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        attributes = {name: value or "" for name, value in attrs}
        outer = self._open[-1].language if self._open else ""
        element = Element(tag, attributes, attributes.get("lang", outer))
        self.elements.append(element)
        if tag in APART:
            self.handle_data(" ")
        if tag not in VOID:
            self._open.append(element)

    def handle_endtag(self, tag: str) -> None:
        while self._open and (closed := self._open.pop()).tag != tag:
            self.unclosed.append(closed.tag)

    def handle_data(self, data: str) -> None:
        for element in self._open:
            element.texts.append(data)

    def all(self, tag: str = "", **attributes: str) -> list[Element]:
        """The elements with that tag and these attributes; `class_` names one class."""
        wanted_class = attributes.pop("class_", "")
        return [
            each
            for each in self.elements
            if tag in {"", each.tag}
            and wanted_class in ("", *each.attributes.get("class", "").split())
            and all(each.attributes.get(key) == value for key, value in attributes.items())
        ]

    def one(self, tag: str = "", **attributes: str) -> Element:
        (element,) = self.all(tag, **attributes)
        return element

    def texts(self, tag: str = "", **attributes: str) -> list[str]:
        return [each.text for each in self.all(tag, **attributes)]

    @property
    def sessions(self) -> list[str]:
        """The codes of the sessions shown, in their order."""
        links = [each.attributes.get("href", "") for each in self.all("a")]
        return [link.rpartition("/")[2] for link in links if "/sessions/" in link]


def page_of(html: str) -> Page:
    page = Page()
    page.feed(html)
    page.close()
    return page

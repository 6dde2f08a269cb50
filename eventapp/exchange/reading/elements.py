"""XML as elements that know their line, without trusting the file that it comes from. Pure."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import NoReturn
from xml.sax import SAXParseException
from xml.sax.handler import ContentHandler
from xml.sax.xmlreader import AttributesImpl

from defusedxml.common import DefusedXmlException
from defusedxml.expatreader import DefusedExpatParser

from eventapp.exchange.reading.problems import Place, Problem, Unreadable
from eventapp.values.catalogue import N_
from eventapp.values.refusal import Refusal

DEEPEST = 30


@dataclass(slots=True)
class Element:
    """An element; `text` is its own, without that of its children."""

    tag: str
    attributes: Mapping[str, str]
    line: int
    text: str = ""
    children: list["Element"] = field(default_factory=list)

    def all(self, tag: str) -> Iterator["Element"]:
        return (child for child in self.children if child.tag == tag)

    def first(self, tag: str) -> "Element | None":
        return next(self.all(tag), None)


def parse(data: bytes) -> Element:
    """The root element. Namespaces are left out of all names.

    Raises Unreadable, with the line, for XML that is broken, nested more than DEEPEST deep, or
    that declares a document type, which is where entity bombs and foreign files come from.
    """
    parser = DefusedExpatParser(forbid_dtd=True)
    builder = _Builder(lambda: parser.getLineNumber() or 1)
    parser.setContentHandler(builder)
    try:
        parser.feed(data)
        parser.close()
    except SAXParseException as error:
        _refuse(N_("The XML is broken or cut off here."), error.getLineNumber() or 1)
    except DefusedXmlException:
        _refuse(N_("A schedule declares no document type and no entities."), builder.line())
    except (LookupError, ValueError):  # from Python's codecs, for an encoding that expat lacks
        _refuse(N_("The XML is in an encoding that cannot be read."), 1)
    return builder.root


def _refuse(message: str, line: int) -> NoReturn:
    raise Unreadable(Problem(Place("XML", line), Refusal(message))) from None


class _Builder(ContentHandler):
    """Builds elements from the parser's events; `line` tells where the parser is."""

    def __init__(self, line: Callable[[], int]) -> None:
        super().__init__()
        self.line = line
        self._open = [Element("", {}, 0)]
        self._texts: list[list[str]] = [[]]

    @property
    def root(self) -> Element:
        return self._open[0].children[0]

    def startElement(self, name: str, attrs: "AttributesImpl[str]") -> None:  # noqa: N802
        if len(self._open) > DEEPEST:
            _refuse(N_("Elements are nested too deep for a schedule."), self.line())
        attributes = {_local(key): text for key, text in attrs.items()}
        element = Element(_local(name), attributes, self.line())
        self._open[-1].children.append(element)
        self._open.append(element)
        self._texts.append([])

    def endElement(self, _name: str) -> None:  # noqa: N802
        self._open.pop().text = "".join(self._texts.pop())

    def characters(self, content: str) -> None:
        self._texts[-1].append(content)


def _local(name: str) -> str:
    return name.rpartition(":")[2]

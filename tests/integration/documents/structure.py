"""Reads PDF documents back as assistive technology does: by their structure tree.

ISO 32000-1 §14.7 (structure elements, marked content), §14.9.2 (natural language).
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from io import BytesIO
from typing import Any

from pypdf import PageObject, PdfReader
from pypdf.generic import DictionaryObject


@dataclass(frozen=True)
class Run:
    """A piece of marked content: its text, the language it declares, where its line begins.

    `x` and `y` are in points, from the lower left corner of the page.
    """

    text: str
    lang: str
    page: int
    x: float
    y: float


@dataclass(frozen=True)
class Part:
    """A structure element: its type, the language that holds in it, and all text within."""

    kind: str
    lang: str
    runs: tuple[Run, ...]
    path: tuple[str, ...]

    @property
    def text(self) -> str:
        return " ".join("".join(run.text for run in self.runs).split())


Contents = dict[tuple[int, int], Run]


def reader_of(pdf: bytes) -> PdfReader:
    return PdfReader(BytesIO(pdf))


def root_of(reader: PdfReader) -> Any:
    """The document's catalogue, which pypdf leaves untyped."""
    return reader.trailer["/Root"]


def parts_of(pdf: bytes) -> list[Part]:
    """All structure elements, in reading order, each before those within it."""
    reader = reader_of(pdf)
    root = root_of(reader)
    tree = root["/StructTreeRoot"]["/K"]
    return _walk(tree, str(root["/Lang"]), 0, (), _contents(reader))


def texts(pdf: bytes, kind: str) -> list[str]:
    """What the elements of one type say, in reading order."""
    return [part.text for part in parts_of(pdf) if part.kind == kind]


def runs_of(pdf: bytes) -> list[Run]:
    """Every piece of text on every page; artifacts such as running headers are left out."""
    return list(_contents(reader_of(pdf)).values())


def _walk(node: Any, lang: str, page: int, path: tuple[str, ...], contents: Contents) -> list[Part]:
    """The element and those within it; `page` is the object number of the page it is on."""
    node = node.get_object()
    if isinstance(node, list):
        return [part for child in node for part in _walk(child, lang, page, path, contents)]
    if not isinstance(node, DictionaryObject) or "/S" not in node:
        return []
    kind, lang = str(node["/S"])[1:], str(node.get("/Lang", lang))
    page = node.raw_get("/Pg").idnum if "/Pg" in node else page
    runs = tuple(_runs(node["/K"], lang, page, contents)) if "/K" in node else ()
    inner = _walk(node["/K"], lang, page, (*path, kind), contents) if "/K" in node else []
    return [Part(kind, lang, runs, path), *inner]


def _runs(node: Any, lang: str, page: int, contents: Contents) -> Iterator[Run]:
    node = node.get_object()
    if isinstance(node, int):
        run = contents.get((page, node))
        if run:
            yield replace(run, lang=run.lang or lang)
    elif isinstance(node, list):
        for child in node:
            yield from _runs(child, lang, page, contents)
    elif node.get("/Type") != "/OBJR":
        page = node.raw_get("/Pg").idnum if "/Pg" in node else page
        lang = str(node.get("/Lang", lang))
        yield from _runs(
            node["/MCID"] if "/MCID" in node else node.get("/K", []), lang, page, contents
        )


def _contents(reader: PdfReader) -> Contents:
    """The marked content of all pages, by the page's object number and its own number in it."""
    found: Contents = {}
    for number, page in enumerate(reader.pages, start=1):
        for mark, run in _marked(page, number):
            key = (_number(page), mark)
            before = found.get(key)
            found[key] = replace(before, text=before.text + run.text) if before else run
    return found


def _number(page: PageObject) -> int:
    assert page.indirect_reference is not None
    return page.indirect_reference.idnum


def _marked(page: PageObject, number: int) -> list[tuple[int, Run]]:
    stack: list[Any] = []
    marked: list[tuple[int, Run]] = []

    def see(operator: bytes, operands: Any, *_: Any) -> None:
        if operator in {b"BDC", b"BMC"}:
            stack.append(operands[1] if operator == b"BDC" else {})
        elif operator == b"EMC":
            stack.pop()

    def read(text: str, matrix: Any, *_: Any) -> None:
        if text and stack and "/MCID" in stack[-1]:
            lang = str(stack[-1].get("/Lang", ""))
            marked.append((stack[-1]["/MCID"], Run(text, lang, number, matrix[4], matrix[5])))

    page.extract_text(visitor_operand_before=see, visitor_text=read)
    return marked

"""Markdown as a small tree of JSON values, for paper."""

from typing import Literal, Required, TypedDict

from markdown_it.tree import SyntaxTreeNode

from eventapp.values.markdown.parsing import parse


class Inline(TypedDict, total=False):
    """A piece of a line: `text` of a text or code, `inlines` of an emphasis or link."""

    kind: Required[Literal["text", "strong", "emph", "link", "code", "break"]]
    text: str
    url: str
    inlines: list["Inline"]


class Block(TypedDict, total=False):
    """A piece of a page.

    `inlines` of a paragraph or heading (`level` 1–6), `blocks` of a quote, `text` of code, and
    `items`, each a list of blocks, of a list (`ordered` ones begin with the number `start`).
    """

    kind: Required[Literal["paragraph", "heading", "list", "quote", "code", "rule"]]
    inlines: list[Inline]
    level: int
    ordered: bool
    start: int
    items: list[list["Block"]]
    blocks: list["Block"]
    text: str


_EMPHASIS: dict[str, Literal["strong", "emph"]] = {"strong": "strong", "em": "emph"}


def to_blocks(text: str) -> list[Block]:
    """The blocks of an author's Markdown, from top to bottom."""
    return _blocks(SyntaxTreeNode(parse(text)))


def _blocks(parent: SyntaxTreeNode) -> list[Block]:
    return [_block(node) for node in parent.children]


def _block(node: SyntaxTreeNode) -> Block:
    match node.type:
        case "bullet_list" | "ordered_list":
            return _list(node)
        case "blockquote":
            return {"kind": "quote", "blocks": _blocks(node)}
        case "heading":
            return {"kind": "heading", "level": int(node.tag[1]), "inlines": _line(node)}
        case "fence":
            return {"kind": "code", "text": node.content.removesuffix("\n")}
        case "hr":
            return {"kind": "rule"}
    return {"kind": "paragraph", "inlines": _line(node)}


def _list(node: SyntaxTreeNode) -> Block:
    items = [_blocks(item) for item in node.children]
    if node.type == "bullet_list":
        return {"kind": "list", "ordered": False, "items": items}
    start = int(node.attrs.get("start", 1))
    return {"kind": "list", "ordered": True, "start": start, "items": items}


def _line(node: SyntaxTreeNode) -> list[Inline]:
    """The inlines of a paragraph or heading, which holds them in one node."""
    return [inline for holder in node.children for inline in _inlines(holder)]


def _inlines(parent: SyntaxTreeNode) -> list[Inline]:
    return [_inline(node) for node in parent.children]


def _inline(node: SyntaxTreeNode) -> Inline:
    match node.type:
        case "strong" | "em":
            return {
                "kind": "strong" if node.type == "strong" else "emph",
                "inlines": _inlines(node),
            }
        case "link":
            return {"kind": "link", "url": str(node.attrs["href"]), "inlines": _inlines(node)}
        case "code_inline":
            return {"kind": "code", "text": node.content}
        case "hardbreak":
            return {"kind": "break"}
        case "softbreak":
            return {"kind": "text", "text": " "}
    return {"kind": "text", "text": node.content}

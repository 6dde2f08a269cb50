"""Markdown for calendars, previews and other places that show plain text."""

from collections.abc import Iterable

from eventapp.values.markdown.blocks import Block, Inline, to_blocks


def to_plain(text: str) -> str:
    """An author's Markdown as plain text.

    Blocks are parted by an empty line, items stand behind `•` or their number, and a link is
    followed by its address in parentheses. Rules are left out.
    """
    return _blocks(to_blocks(text), between="\n\n")


def _blocks(blocks: Iterable[Block], between: str) -> str:
    return between.join(filter(None, map(_block, blocks)))


def _block(block: Block) -> str:
    match block["kind"]:
        case "paragraph" | "heading":
            return _inlines(block["inlines"])
        case "list":
            return _list(block)
        case "quote":
            return _blocks(block["blocks"], between="\n\n")
    return block.get("text", "")


def _list(block: Block) -> str:
    lines = []
    for place, item in enumerate(block["items"], block.get("start", 0)):
        marker = f"{place}. " if block["ordered"] else "• "
        body = _blocks(item, between="\n").replace("\n", "\n" + " " * len(marker))
        lines.append(f"{marker}{body}")
    return "\n".join(lines)


def _inlines(inlines: Iterable[Inline]) -> str:
    return "".join(map(_inline, inlines))


def _inline(inline: Inline) -> str:
    match inline["kind"]:
        case "text" | "code":
            return inline["text"]
        case "break":
            return "\n"
        case "link":
            return _link(_inlines(inline["inlines"]), inline["url"].removeprefix("mailto:"))
    return _inlines(inline["inlines"])


def _link(text: str, address: str) -> str:
    return address if text in {"", address} else f"{text} ({address})"

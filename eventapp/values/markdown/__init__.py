"""Owns the Markdown that authors may write in abstracts and biographies, in all its forms.

CommonMark without HTML, images or indented code. Web pages, plain text and paper read the same
tokens, so what one shows the others show.
"""

from eventapp.values.markdown.blocks import Block, Inline, to_blocks
from eventapp.values.markdown.html import to_html
from eventapp.values.markdown.imported import from_html
from eventapp.values.markdown.plain import to_plain

__all__ = ["Block", "Inline", "from_html", "to_blocks", "to_html", "to_plain"]

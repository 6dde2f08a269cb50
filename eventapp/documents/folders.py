"""Where the typesetter finds what it sets."""

from pathlib import Path

PROJECT = Path(__file__).parents[2]
TEMPLATES = PROJECT / "templates" / "documents"
FONTS = PROJECT / "static" / "vendor" / "fonts" / "print"

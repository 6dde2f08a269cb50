"""Characters that look like others, by name."""

NO_BREAK_SPACE = "\u00a0"
NARROW_NO_BREAK_SPACE = "\u202f"
EN_DASH = "\u2013"
APOSTROPHE = "\u2019"
MINUS = "\u2212"
MIDDLE_DOT = "\u00b7"

"""How somebody takes a feed into their calendar. Pure."""

from dataclasses import dataclass
from urllib.parse import quote

import segno

from eventapp.values.language import Language


@dataclass(frozen=True)
class Offer:
    """A feed, as the applications want to be told of it; `address` is its absolute address.

    With `both`, titles are in both languages, and the rest is in `language`.
    """

    language: Language
    address: str
    both: bool = False

    @property
    def webcal(self) -> str:
        """Subscribes at once where it is known; `webcals:` is known to too few."""
        return f"webcal:{self.address.partition(':')[2]}"

    @property
    def google(self) -> str:
        """Google Calendar on the web, which wants to be given `webcal:`."""
        return f"https://calendar.google.com/calendar/r?cid={quote(self.webcal, safe='')}"

    @property
    def outlook(self) -> str:
        """Outlook on the web, which wants to be given `https:`."""
        address = quote(self.address, safe="")
        return f"https://outlook.office.com/calendar/0/addfromweb?url={address}"

    @property
    def qr_code(self) -> str:
        """The webcal address as an SVG image, without style attributes."""
        return segno.make(self.webcal, micro=False, error="m").svg_inline(
            scale=4,
            border=4,
            dark="#000",
            light="#fff",
            omitsize=True,
            svgclass=None,
            lineclass=None,
        )

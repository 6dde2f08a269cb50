"""What is asked for under load, and under which address the baseline returns the same."""

from dataclasses import dataclass, field

#: The event that the largest schedule was imported as.
LARGEST = "largest"
AGENDA = f"/en/{LARGEST}/agenda"
FEED = f"/en/{LARGEST}/agenda.ics"

GZIP = {"Accept-Encoding": "gzip"}
NOT_MODIFIED = "/not-modified"


@dataclass(frozen=True, slots=True)
class Target:
    """One answer of the application; `headers` are those of the request."""

    id: str
    name: str
    path: str
    headers: dict[str, str] = field(default_factory=dict)

    @property
    def baseline(self) -> str:
        return f"/{self.id}"


TARGETS = (
    Target("agenda", "agenda page (list)", AGENDA),
    Target("agenda-gzip", "agenda page (list), gzip", AGENDA, GZIP),
    Target("feed", "event feed", FEED),
    Target("feed-gzip", "event feed, gzip", FEED, GZIP),
)

"""How long the first reader of a new release waits."""

from statistics import median

from eventapp.values.language import Language
from tests.bench import servers, wrk
from tests.bench.asking import ask
from tests.bench.figures import Conditions, Figure, under
from tests.bench.installation import Installation
from tests.bench.programmes import generated
from tests.bench.targets import AGENDA, FEED, LARGEST

ROUNDS = 3
SMALLER, SMALLER_SLUG = 300, "smaller"
PAPER = "languages=both&layout=detailed&paper=letter"


def figures(installation: Installation) -> list[Figure]:
    """The first page, feed and document of a release, each of a release of its own."""
    for language in Language:
        installation.bring_in(generated(SMALLER, language), SMALLER_SLUG, language)
    installation.publish(SMALLER_SLUG)
    asked = (
        ("agenda-first", "agenda page (list)", LARGEST, AGENDA, 1.0),
        ("feed-first", "event feed", LARGEST, FEED, 1.0),
        (f"pdf-first-{SMALLER}", "detailed bilingual PDF", SMALLER_SLUG, _pdf(SMALLER_SLUG), 1.5),
        ("pdf-first-largest", "detailed bilingual PDF", LARGEST, _pdf(LARGEST), 5.0),
    )
    return [
        Figure(
            id_,
            f"{name}: first answer of a release",
            _first_answer(installation, slug, path),
            "s",
            under(bar),
            _conditions(_rows(installation, slug)),
        )
        for id_, name, slug, path, bar in asked
    ]


def _pdf(slug: str) -> str:
    return f"/en/{slug}/agenda.pdf?{PAPER}"


def _rows(installation: Installation, slug: str) -> int:
    return len(installation.release(slug).agenda.sessions)


def _first_answer(installation: Installation, slug: str, path: str) -> float:
    """Seconds from the request to the last byte, the middle one of some releases."""
    return median(_after_release(installation, slug, path) for _ in range(ROUNDS))


def _after_release(installation: Installation, slug: str, path: str) -> float:
    wrk.load(installation.port, f"/en/{slug}/agenda", {}, seconds=1)  # both processes are warm
    before = ask(installation.port, path)
    installation.retitle(slug)
    installation.publish(slug)
    answer = ask(installation.port, path)
    if answer.status != 200 or answer.header("ETag") == before.header("ETag"):
        raise RuntimeError(f"{path} is {answer.status}, or does not show the new release.")
    return answer.seconds


def _conditions(rows: int) -> Conditions:
    return {
        "rows": rows,
        "workers": servers.WORKERS,
        "database": "SQLite",
        "rounds": ROUNDS,
        "state": "processes warm, the release neither decoded nor rendered",
    }

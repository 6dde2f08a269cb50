"""How quickly people are found while somebody types, and the list of sessions is sifted."""

from statistics import median
from time import perf_counter

from tests.bench.figures import Conditions, Figure, under
from tests.bench.workspace import CONDITIONS, Workspace

ROUNDS = 5
#: What somebody types, letter by letter.
TYPED = ("p", "pr", "pre", "pren", "prenom 1", "nom 12", "directrice", "no such person")


def figures(workspace: Workspace) -> list[Figure]:
    """Whole answers of the server: a keystroke at its slowest, the list and a form in between."""
    people = f"/fr/manage/{workspace.slug}/people/search?for=form&q="
    sessions = f"/fr/manage/{workspace.slug}/sessions"
    keystroke = max(_milliseconds(workspace, people + words) for words in TYPED)
    conditions: Conditions = {**CONDITIONS, "rounds": ROUNDS, "keystrokes": len(TYPED)}
    return [
        Figure(
            "people-search", "a keystroke in people search", keystroke, "ms", under(50), conditions
        ),
        Figure(
            "session-form",
            "a session's form",
            _milliseconds(workspace, f"{sessions}/S7"),
            "ms",
            under(100),
            conditions,
        ),
        Figure(
            "session-list",
            "the list of all sessions, sifted by words",
            _milliseconds(workspace, f"{sessions}?q=sujet+7"),
            "ms",
            under(500),
            conditions,
        ),
    ]


def _milliseconds(workspace: Workspace, address: str) -> float:
    """The median of some answers, after a first one that warms up."""
    times = []
    for _ in range(ROUNDS + 1):
        begun = perf_counter()
        answer = workspace.client.get(address)
        times.append((perf_counter() - begun) * 1_000)
        assert answer.status_code == 200, address
    return median(times[1:])

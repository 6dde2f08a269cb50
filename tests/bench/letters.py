"""What kills cost in letters."""

from tests.bench.figures import Conditions, Figure, under
from tests.bench.installation import installed
from tests.bench.killing import toll
from tests.post_office import open_office

LETTERS, KILLS = 200, 20


def figures() -> list[Figure]:
    """None may be lost, and none may come twice but what a server took from a dying worker."""
    with installed() as installation, open_office() as office:
        counted = toll(installation, office, letters=LETTERS, kills=KILLS)
    conditions: Conditions = {
        "letters": LETTERS,
        "kills": KILLS,
        "database": "SQLite",
        "doubled": counted.doubled,
    }
    return [
        Figure(
            "letters-lost", "letters lost by kills", counted.lost, "letters", under(1), conditions
        ),
        Figure(
            "letters-doubled",
            "letters doubled without a dead worker",
            counted.unexplained,
            "letters",
            under(1),
            conditions,
        ),
    ]

"""Letters survive whatever kills the processes that write and send them."""

from tests.bench.installation import installed
from tests.bench.killing import toll
from tests.post_office import open_office


def test_kills_lose_no_letter_and_double_none_but_those_in_a_dying_worker_s_hand() -> None:
    with installed() as installation, open_office() as office:
        counted = toll(installation, office, letters=40, kills=6)
    assert (counted.lost, counted.unexplained) == (0, 0)

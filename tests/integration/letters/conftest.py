from collections.abc import Iterator

import pytest

from tests.post_office import PostOffice, open_office


@pytest.fixture
def office() -> Iterator[PostOffice]:
    with open_office() as office:
        yield office

from eventapp.demonstration.drafting import uid


def test_identities_are_the_same_on_every_machine() -> None:
    """Whoever subscribed to a calendar of the demonstration keeps their sessions."""
    assert str(uid("belgrade-2024", "session", "P1")) == "4231e4ca-bdfa-57d2-ba2f-2ef44da23832"

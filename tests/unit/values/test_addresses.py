"""An address that lets anybody in is known by what it holds."""

import pytest

from eventapp.values.addresses import opens_by_itself


@pytest.mark.parametrize(
    "address",
    [
        "https://meet.example.org/j/123?pwd=abc",
        "https://meet.example.org/j/123?lang=fr&Passcode=1",
        "https://user:secret@meet.example.org/j/123",
    ],
)
def test_an_address_with_a_password_opens_by_itself(address: str) -> None:
    assert opens_by_itself(address)


@pytest.mark.parametrize(
    "address", ["https://meet.example.org/j/123?lang=fr", "https://[bad", "", "tel:+15145550100"]
)
def test_any_other_address_does_not(address: str) -> None:
    assert not opens_by_itself(address)

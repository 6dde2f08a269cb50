"""What the worker does for letters."""

from eventapp.messages.sending import send_waiting
from eventapp.plumbing.settings import in_force


def send_letters() -> None:
    """Sends what waits; without a mail server it goes on waiting."""
    if server := in_force().mail_server:
        send_waiting(server)

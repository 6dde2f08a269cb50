"""The workspace's registration desk: forms, places, invitations."""

from eventapp.registration import models
from eventapp.registration.manage import (
    answers,
    desk,
    invitations,
    policy,
    questions,
    queue,
    seats,
)
from eventapp.registration.manage.pages import blueprint

__all__ = [
    "answers", "blueprint", "desk", "invitations", "models", "policy", "questions", "queue",
    "seats",
]  # fmt: skip

"""Registering, and what somebody does with their own registration."""

from eventapp.registration.public.pages import blueprint

__all__ = ["blueprint"]

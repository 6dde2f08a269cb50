"""Registering, and what somebody does with their own registration."""

from eventapp.registration.public import listing, own_deeds, own_page, register
from eventapp.registration.public.pages import blueprint

__all__ = ["blueprint", "listing", "own_deeds", "own_page", "register"]

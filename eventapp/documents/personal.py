"""Kept documents that may name somebody: they are set again when they are asked for."""

from eventapp.people.facts import PersonErased
from eventapp.plumbing.settings import in_force


def scrub(erased: PersonErased) -> None:
    """Removes all documents that were kept."""
    kept = [*(in_force().data / "documents").glob("*.pdf")]
    for file in kept:
        file.unlink(missing_ok=True)
    erased.counts["document"] = len(kept)

from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from uuid import UUID

import pytest
from flask import Flask
from sqlalchemy import select

from eventapp.plumbing.database import db
from eventapp.translation.approving import TextUnit, approvals_of, approve
from eventapp.translation.models import Approval
from eventapp.translation.states import TextState
from eventapp.values.bilingual import Bilingual
from eventapp.values.language import Language

FR, EN = Language.FR, Language.EN
SUBJECT = UUID(int=7)
NOW = datetime(2024, 11, 1, tzinfo=UTC)

Saves = Callable[..., None]


def unit(text: Bilingual) -> TextUnit:
    return TextUnit(SUBJECT, "title", text)


def states(text: Bilingual) -> tuple[TextState, TextState]:
    """The states of French and English."""
    found = approvals_of([SUBJECT]).states(unit(text))
    return found[FR], found[EN]


def approved(text: Bilingual, *languages: Language, days: int = 0) -> None:
    approve([unit(text)], languages, by="translator", now=NOW + timedelta(days=days))
    db.session.flush()


def test_an_original_stays_approved_when_its_first_translation_comes(app: Flask) -> None:
    approved(Bilingual(en="Opening"), EN)
    assert states(Bilingual(en="Opening")) == (TextState.MISSING, TextState.APPROVED)
    both = Bilingual("Ouverture", "Opening")
    assert states(both) == (TextState.DRAFT, TextState.APPROVED)
    approved(both, FR)
    assert states(both) == (TextState.APPROVED, TextState.APPROVED)


@pytest.mark.parametrize("together", [True, False])
def test_a_changed_original_makes_its_translation_stale(app: Flask, together: bool) -> None:
    if together:
        approved(Bilingual("Ouverture", "Opening"), FR, EN)
    else:
        approved(Bilingual(en="Opening"), EN)
        approved(Bilingual("Ouverture", "Opening"), FR)
    changed = Bilingual("Ouverture", "Grand Opening")
    assert states(changed) == (TextState.STALE, TextState.DRAFT)
    approved(changed, EN)
    assert states(changed) == (TextState.STALE, TextState.APPROVED)
    approved(changed, FR)
    assert states(changed) == (TextState.APPROVED, TextState.APPROVED)


def test_approving_again_what_is_approved_writes_nothing(app: Flask) -> None:
    both = Bilingual("Ouverture", "Opening")
    approved(both, FR, EN)
    approve([unit(both)], (FR, EN), by="somebody else", now=NOW + timedelta(days=1))
    assert not db.session.dirty
    assert {row.approved_by for row in db.session.scalars(select(Approval))} == {"translator"}


def test_an_empty_wording_cannot_be_approved(app: Flask) -> None:
    approved(Bilingual(en="Opening"), FR, EN)
    assert [row.language for row in db.session.scalars(select(Approval))] == ["en"]

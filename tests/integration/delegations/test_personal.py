"""What is left of delegations once their data was kept long enough."""

from datetime import timedelta
from pathlib import Path

from flask import Flask
from sqlalchemy import select

from eventapp.delegations.access import invite
from eventapp.delegations.kinds import AccessKind
from eventapp.delegations.models import AccessInvitation, Delegation, DelegationAccess
from eventapp.participants.kinds import PaperKind
from eventapp.participants.models import Paper
from eventapp.participants.papers import keep_paper
from eventapp.plumbing.database import db, unit_of_work
from eventapp.plumbing.settings import in_force
from eventapp.plumbing.uploads import PDF, Upload
from eventapp.privacy.models import Retention
from eventapp.privacy.purging import purge
from tests.builders import NOW, a_delegation, a_member, a_summit, an_access, an_account

CANARY = "Canary-7f3a"


def test_a_purged_event_keeps_its_delegations_and_nobody_in_them(app: Flask) -> None:
    folder: Path = in_force().data / "papers"
    with unit_of_work():
        event, other = a_summit(), a_summit("other")
        for each in (event, other):
            delegation = a_delegation(
                each,
                "RS" if each is event else "FR",
                email=f"{CANARY}@example.org",
                note=CANARY,
            )
            a_member(delegation, CANARY)
            an_access(delegation, an_account())
            invite(delegation, AccessKind.LIAISON, "x@example.org", CANARY, invited_by="", now=NOW)
            letter = Upload(f"{CANARY}.pdf", PDF, CANARY.encode())
            kind = PaperKind.CREDENTIALS
            keep_paper(each.id, delegation.uid, kind, letter, by=CANARY, now=NOW)
        db.session.add(Retention(event_id=event.id, days=30))
    purge(event.id, now=NOW + timedelta(days=365))
    db.session.rollback()
    left = {each.code: (each.note, each.email) for each in db.session.scalars(select(Delegation))}
    assert left == {"rs": ("", ""), "fr": (CANARY, f"{CANARY}@example.org")}
    for model in (Paper, AccessInvitation, DelegationAccess):
        assert len(db.session.scalars(select(model)).all()) == 1
    assert len([*folder.iterdir()]) == 1

"""How much longer an answer takes for somebody than for nobody: what a spy could measure."""

from statistics import median
from time import perf_counter

from flask import Flask
from flask_security.utils import hash_password

from eventapp.plumbing.database import db
from tests.bench.figures import Figure, under
from tests.bench.workspace import Workspace
from tests.builders import an_account
from tests.web.workspace.posting import token_on

EMAIL, ROUNDS = "somebody@example.org", 15
PAGES = {
    "sign-in-gap": "/en/account/sign-in",
    "link-gap": "/en/account/sign-in/link",
    "reset-gap": "/en/account/forgotten-password",
}


def figures(workspace: Workspace) -> list[Figure]:
    """The median gap on each page that an address is typed into."""
    an_account(email=EMAIL, password=hash_password("a long password of theirs"))
    db.session.commit()
    return [
        Figure(
            id_,
            f"{page}: somebody’s answer against nobody’s",
            abs(median(_gap(workspace.app, page, number) for number in range(ROUNDS))),
            "ms",
            under(30),
            {"rounds": ROUNDS, "database": "SQLite"},
        )
        for id_, page in PAGES.items()
    ]


def _gap(app: Flask, page: str, number: int) -> float:
    """One round, from an address of its own, so that no limit is met."""
    client = app.test_client()
    token = token_on(client, page)
    took = []
    for email in (EMAIL, f"nobody{number}@example.org"):
        data = {"csrf_token": token, "email": email, "password": "wrong"}
        began = perf_counter()
        client.post(page, data=data, environ_overrides={"REMOTE_ADDR": f"192.0.2.{number}"})
        took.append(perf_counter() - began)
    return 1_000 * (took[0] - took[1])

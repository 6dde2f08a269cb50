"""Pages that ask first whether it is still the same person who signed in."""

from collections.abc import Callable
from functools import wraps
from typing import Any, TypeVar

from flask import redirect, request, url_for
from flask_security.utils import check_and_update_authn_fresh

from eventapp.accounts.guarding import SAFE
from eventapp.accounts.security import GRACE, WITHIN

V = TypeVar("V", bound=Callable[..., Any])


def fresh(view: V) -> V:
    """Leads to the page that asks for the password or a passkey again, where that is long ago."""

    @wraps(view)
    def asking(*args: Any, **kwargs: Any) -> Any:
        if check_and_update_authn_fresh(WITHIN, GRACE, "session"):
            return view(*args, **kwargs)
        page = request.path if request.method in SAFE else url_for("account.settings")
        return redirect(url_for("security.verify", next=page), 303)

    return asking  # type: ignore[return-value]

"""The picture that an application for codes is set up with."""

from io import BytesIO

import segno
from flask import Response, current_app, session

from eventapp.accounts.guarding import me, signed_in
from eventapp.accounts.pages.blueprint import ACCOUNT, blueprint
from eventapp.plumbing.web import found


@blueprint.get(f"{ACCOUNT}/codes/picture.svg")
@signed_in
def setup_code() -> Response:
    """The QR code of the secret that is being set up in this session, and of no other."""
    secret = found(session.get("tf_totp_secret"))
    uri = current_app.extensions["security"].totp_factory.get_totp_uri(me().email, secret)
    picture = BytesIO()
    segno.make(uri, micro=False).save(picture, kind="svg", scale=5, border=2, light="white")
    return Response(picture.getvalue(), content_type="image/svg+xml")

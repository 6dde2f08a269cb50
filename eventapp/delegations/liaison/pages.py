"""What these pages have in common."""

from eventapp.accounts.guarding import workspace

blueprint = workspace("liaison")

DELEGATION = "/<language:language>/liaison/<slug:event>/<code:code>"

"""What these pages have in common."""

from eventapp.accounts.guarding import workspace

blueprint = workspace("meetings")

DELEGATION = "/<language:language>/liaison/<slug:event>/<code:code>"

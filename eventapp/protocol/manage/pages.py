"""What these pages have in common."""

from eventapp.accounts.guarding import workspace

blueprint = workspace("protocol")

EVENT = "/<language:language>/manage/<slug:event>"

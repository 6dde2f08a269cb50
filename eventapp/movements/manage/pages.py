"""What these pages have in common."""

from eventapp.accounts.guarding import workspace

blueprint = workspace("movements")

EVENT = "/<language:language>/manage/<slug:event>"

"""What the workspace's own pages have in common."""

from eventapp.accounts.guarding import workspace

blueprint = workspace("workspace")

EVENT = "/<language:language>/manage/<slug:event>"

"""What the workspace's pages about the programme have in common."""

from eventapp.accounts.guarding import workspace

blueprint = workspace("programme")

EVENT = "/<language:language>/manage/<slug:event>"

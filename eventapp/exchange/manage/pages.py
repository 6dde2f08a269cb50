"""What these pages have in common."""

from eventapp.accounts.guarding import workspace

blueprint = workspace("exchange")

PARTICIPANTS = "/<language:language>/manage/<slug:event>/participants"
IMPORT = f"{PARTICIPANTS}/import"
KEPT = f"{IMPORT}/<string:key>"
